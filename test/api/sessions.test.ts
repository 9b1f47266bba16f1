import type { GroupRoles } from '@entrepairs/contract/attendance';
import type { Case } from '@entrepairs/contract/cases';
import type { Problem } from '@entrepairs/contract/problem';
import type { Session, SessionDetail } from '@entrepairs/contract/sessions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCircle, newCase, planSeries } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

describe('sessions and their cases', () => {
	test('a weekly session stays at 18:30 in Paris across daylight saving', async () => {
		server.now = new Date('2027-03-10T09:00:00Z');
		const circle = await createCircle(server);
		const { sessions } = await circle.facilitator.must<{ sessions: Session[] }>(
			'POST',
			`/api/groups/${circle.group.id}/series`,
			{ startsOn: '2027-03-16', time: '18:30', durationMinutes: 90, timeZone: 'Europe/Paris' },
		);
		server.now = null;
		// Summer time begins on 28 March 2027.
		expect(sessions.slice(0, 3).map(({ startsAt }) => startsAt)).toEqual([
			'2027-03-16T17:30:00.000Z',
			'2027-03-23T17:30:00.000Z',
			'2027-03-30T16:30:00.000Z',
		]);
	});

	test('a group that meets only in months shows its first sessions, and who does what in them', async () => {
		const circle = await createCircle(server);
		const startsOn = new Date(Date.now() + 500 * 86_400_000).toISOString().slice(0, 10);
		const path = `/api/groups/${circle.group.id}`;
		await circle.facilitator.must('POST', `${path}/series`, {
			startsOn,
			time: '18:30',
			durationMinutes: 90,
			timeZone: 'Europe/Paris',
			recurrence: { every: 'week', interval: 1, weekdays: [Temporal.PlainDate.from(startsOn).dayOfWeek] },
		});
		const { upcoming } = await circle.member.must<{ upcoming: Session[] }>('GET', `${path}/sessions`);
		expect(upcoming.map(({ id }) => id.slice(-10))).toEqual(
			[0, 1, 2, 3].map((weeks) => Temporal.PlainDate.from(startsOn).add({ weeks }).toString()),
		);
		const { sessions } = await circle.member.must<GroupRoles>('GET', `${path}/roles`);
		expect(sessions).toHaveLength(8);
		expect(sessions[0]?.sessionId).toBe(upcoming[0]?.id);
	});

	test('only facilitators plan, and not in the past', async () => {
		const circle = await createCircle(server);
		const series = { startsOn: '2020-01-07', time: '18:30', durationMinutes: 90, timeZone: 'Europe/Paris' };
		const path = `/api/groups/${circle.group.id}/series`;
		expect((await circle.member.post(path, series)).status).toBe(403);
		expect((await circle.outsider.post(path, series)).status).toBe(404);
		const past = await circle.facilitator.post<Problem>(path, series);
		expect(past.body.errors).toEqual([{ field: 'startsOn', code: 'in-the-past' }]);
	});

	test('a case is attached to its session, and its title is not in the database', async () => {
		const circle = await createCircle(server);
		const { sessions } = await planSeries(circle);
		const session = sessions[0] as Session;
		const opened = await circle.member.must<Case>(
			'POST',
			`/api/sessions/${session.id}/cases`,
			newCase({
				title: 'Titre reconnaissable',
			}),
		);
		const detail = await circle.facilitator.must<SessionDetail>('GET', `/api/sessions/${session.id}`);
		expect(detail.cases).toMatchObject([
			{ id: opened.id, title: 'Titre reconnaissable', openedBy: 'Samir Membre' },
		]);
		const stored = await server.world.db
			.selectFrom('cases')
			.where('id', '=', opened.id)
			.selectAll()
			.execute();
		expect(Buffer.from(stored[0]?.sealed_title ?? []).toString('latin1')).not.toContain('reconnaissable');
		for (const person of [circle.outsider, circle.moderator]) {
			expect((await person.get(`/api/cases/${opened.id}`)).status).toBe(404);
			expect((await person.get(`/api/sessions/${session.id}`)).status).toBe(404);
			expect((await person.post(`/api/sessions/${session.id}/cases`, newCase())).status).toBe(404);
		}
	});

	test('cases can be opened until a day after the session', async () => {
		const circle = await createCircle(server);
		const { sessions } = await planSeries(circle);
		const session = sessions[0] as Session;
		const open = () => circle.member.post<Problem>(`/api/sessions/${session.id}/cases`, newCase());
		server.now = new Date(Date.parse(session.endsAt) + 23 * 3_600_000);
		expect((await open()).status).toBe(201);
		server.now = new Date(Date.parse(session.endsAt) + 25 * 3_600_000);
		expect((await open()).body.reason).toBe('session-ended');
		server.now = null;
	});

	test('an id that no series gives names no session', async () => {
		const circle = await createCircle(server);
		const { series } = await planSeries(circle);
		for (const day of ['2020-01-01', '2026-02-30', '9999-12-31']) {
			expect((await circle.member.get(`/api/sessions/${series.id}.${day}`)).status).toBe(404);
		}
	});
});
