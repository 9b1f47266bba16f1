/** From a notice to invitations: who gets them, and what is taken back of what they were told. */
import type { NoticeKind } from '@entrepairs/contract/notifications';
import type { Phase } from '@entrepairs/domain/schedule/series';
import type { GroupSeries } from '@entrepairs/server/features/calendar/events';
import { createInviting } from '@entrepairs/server/features/calendar/inviting';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wrongBytes } from '../support/calendar-reader.ts';
import { admit, type Circle, createCircle, type Person, planSeries } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const now = new Date('2026-10-07T08:00:00Z');
const phase = (own: Partial<Phase> = {}): Phase => ({
	id: crypto.randomUUID(),
	startsOn: '2026-10-06',
	lastOn: null,
	recurrence: 'FREQ=WEEKLY;BYDAY=TU',
	time: '18:30',
	durationMinutes: 90,
	timeZone: 'Europe/Paris',
	place: null,
	link: null,
	revision: 0,
	...own,
});

/** A circle whose series changes as the test says. */
async function setting(): Promise<{
	circle: Circle;
	series: { current: GroupSeries };
	told(kind: NoticeKind, person: Person, own?: { id?: string; day?: string }): Promise<string[]>;
}> {
	const circle = await createCircle(server);
	const { series: stored } = await planSeries(circle);
	const { id, name } = circle.group;
	const series = {
		current: { id: stored.id, group: { id, name }, phases: [phase()], changes: [] } as GroupSeries,
	};
	const inviting = createInviting({
		db: server.world.db,
		clock: { now: () => now },
		sessions: { seriesOf: async () => [series.current] },
		site: { publicUrl: 'https://entrepairs.example', address: 'bonjour@entrepairs.example' },
	});
	return {
		circle,
		series,
		async told(kind, person, own = {}) {
			const invitations = await inviting.of({
				id: own.id ?? crypto.randomUUID(),
				kind,
				accountId: person.me.id,
				groupId: circle.group.id,
				sessionId: own.day === undefined ? null : `${stored.id}.${own.day}`,
			});
			return invitations.map(({ content, method, to }) => {
				expect(wrongBytes(content)).toEqual([]);
				expect(to).toBe(person.me.email);
				return `${method} ${/UID:(\S+)@entrepairs/.exec(content.replaceAll('\r\n ', ''))?.[1]}`;
			});
		},
	};
}

describe('invitations', () => {
	test('go to members, and to nobody else', async () => {
		const { circle, series, told } = await setting();
		const [first] = series.current.phases as [Phase];
		expect(await told('session-planned', circle.member)).toEqual([`REQUEST ${first.id}`]);
		for (const other of [circle.outsider, circle.moderator]) {
			for (const kind of ['session-planned', 'session-moved', 'membership-ended'] as const) {
				expect(await told(kind, other, { day: '2026-10-13' })).toEqual([]);
			}
		}
		expect(await told('role-given', circle.member)).toEqual([]);
	});

	test('are taken back for a phase that another took the place of, as often as the notice is mailed', async () => {
		const { circle, series, told } = await setting();
		const [first] = series.current.phases as [Phase];
		await told('session-planned', circle.member);
		const second = phase({ time: '20:00', revision: 1 });
		series.current = { ...series.current, phases: [second] };
		const id = crypto.randomUUID();
		const both = [`CANCEL ${first.id}`, `REQUEST ${second.id}`];
		expect(await told('series-changed', circle.member, { id })).toEqual(both);
		expect(await told('series-changed', circle.member, { id })).toEqual(both);
		expect(await told('series-changed', circle.member)).toEqual(both.slice(1));
		// Who was never invited to the first hears of the second only.
		expect(await told('series-changed', circle.facilitator)).toEqual(both.slice(1));
	});

	test('are taken back from who left, and given again to who came back', async () => {
		const { circle, series, told } = await setting();
		const [first] = series.current.phases as [Phase];
		await told('session-planned', circle.member);
		expect(await told('membership-ended', circle.member)).toEqual([]);
		await circle.moderator.must(
			'POST',
			`/api/groups/${circle.group.id}/members/${circle.member.me.id}/removal`,
			{ reason: 'Fin.' },
		);
		expect(await told('series-changed', circle.member)).toEqual([]);
		expect(await told('membership-ended', circle.member)).toEqual([`CANCEL ${first.id}`]);
		expect(await told('membership-ended', circle.member)).toEqual([]);
		await admit(circle, circle.member);
		expect(await told('request-accepted', circle.member)).toEqual([`REQUEST ${first.id}`]);
	});

	test('about one session leave the rest alone', async () => {
		const { circle, series, told } = await setting();
		const [first] = series.current.phases as [Phase];
		await told('session-planned', circle.member);
		const cancelled = {
			day: '2026-10-13',
			state: 'cancelled' as const,
			moved: null,
			reason: null,
			revision: 1,
		};
		series.current = { ...series.current, changes: [cancelled] };
		expect(await told('session-cancelled', circle.member, { day: '2026-10-13' })).toEqual([
			`CANCEL ${first.id}`,
		]);
		expect(await told('series-changed', circle.member)).toEqual([`REQUEST ${first.id}`]);
	});
});
