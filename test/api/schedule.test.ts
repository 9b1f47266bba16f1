/** What is planned, and changed, as calendars do. */
import type { Case } from '@entrepairs/contract/cases';
import type { Problem } from '@entrepairs/contract/problem';
import type { SeriesPreview, SessionPlan } from '@entrepairs/contract/schedule';
import type { Series, Session, SessionDetail } from '@entrepairs/contract/sessions';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Circle, createCircle, newCase, type Reply } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let circle: Circle;
beforeAll(async () => {
	server = await startServer();
	circle = await createCircle(server);
});
afterAll(() => server.close());

const START = new Date('2027-09-20T08:00:00Z');
beforeEach(() => {
	server.now = START;
});

const frame = { time: '18:30', durationMinutes: 90, timeZone: 'Europe/Paris' };
const weekly = { every: 'week', interval: 1, weekdays: [2] };

/** Every Tuesday from 5 October 2027; summer time ends on 31 October. */
async function plan(own: object = {}): Promise<{ series: Series; sessions: Session[] }> {
	return circle.facilitator.must('POST', `/api/groups/${circle.group.id}/series`, {
		startsOn: '2027-10-05',
		...frame,
		...own,
	});
}
const idOf = (series: Series, day: string) => `${series.id}.${day}`;
async function revisionOf(id: string): Promise<number> {
	return (await circle.facilitator.must<SessionPlan>('GET', `/api/sessions/${id}/plan`)).revision;
}
async function change<T = Session>(id: string, to: object, revision?: number): Promise<Reply<T>> {
	const based = revision ?? (await revisionOf(id));
	return circle.facilitator.send('PUT', `/api/sessions/${id}/change`, { revision: based, change: to });
}
async function following(id: string, own: object, scope = 'following') {
	return circle.facilitator.send<{ sessions: Session[] } & Problem>('POST', `/api/sessions/${id}/following`, {
		revision: await revisionOf(id),
		scope,
		...frame,
		recurrence: weekly,
		ends: null,
		place: null,
		link: null,
		...own,
	});
}
const moved = (date: string, own: object = {}) => ({
	to: 'moved',
	date,
	time: '18:30',
	durationMinutes: 90,
	place: null,
	link: null,
	reason: 'La salle est prise.',
	...own,
});
const told = async (id: string) =>
	(
		await server.world.db
			.selectFrom('notices')
			.where('session_id', '=', id)
			.select(['kind', 'account_id'])
			.orderBy('at')
			.execute()
	).map(({ kind }) => kind);

describe('planning', () => {
	test('once, by the month, until a day, so many times; with a place, a link and days left out', async () => {
		const once = await plan({ recurrence: null, place: ' Salle B ', link: 'https://visio.example.org/a' });
		expect(once.series).toMatchObject({ lastOn: '2027-10-05', recurrence: null, place: 'Salle B' });
		expect(once.sessions).toMatchObject([{ link: 'https://visio.example.org/a', place: 'Salle B' }]);
		const monthly = await plan({
			recurrence: { every: 'month', interval: 1, nth: 2, weekday: 2 },
			ends: { after: 2 },
		});
		expect(monthly.series).toMatchObject({ startsOn: '2027-10-12', lastOn: '2027-11-09' });
		const skipped = await plan({
			recurrence: { every: 'week', interval: 1, weekdays: [4, 1] },
			ends: { on: '2027-11-12' },
			skip: [{ day: '2027-11-11', reason: 'Armistice' }],
		});
		expect(skipped.series.recurrence).toBe('FREQ=WEEKLY;BYDAY=MO,TH');
		expect(skipped.sessions.at(-1)).toMatchObject({ state: 'cancelled', reason: 'Armistice' });
		expect(await told(skipped.sessions[0]?.id ?? '')).toEqual(['session-planned', 'session-planned']);
	});

	test('a preview keeps nothing, shows where the clocks change and which sessions fall on a holiday', async () => {
		const count = () => server.world.db.selectFrom('series').select('id').execute();
		const before = await count();
		const preview = await circle.facilitator.must<SeriesPreview>(
			'POST',
			`/api/groups/${circle.group.id}/series/preview`,
			{
				series: { startsOn: '2027-10-07', ...frame, recurrence: { ...weekly, weekdays: [4] } },
				holidaysOf: 'metropolitan',
			},
		);
		expect(preview.sessions).toHaveLength(12);
		expect(preview.clockChanges[0]).toEqual({ at: '2027-10-31T01:00:00.000Z', byMinutes: -60 });
		expect(preview.holidays.map(({ day, name }) => [day, name])).toEqual([
			['2027-11-11', 'armistice'],
			['2028-05-25', 'ascension'],
		]);
		expect(await count()).toEqual(before);
	});
});

describe('changing one session', () => {
	test('it is moved over the change of the clocks, cancelled, and given back, under the same name', async () => {
		const { series } = await plan();
		const id = idOf(series, '2027-10-26');
		const over = await change(id, moved('2027-11-03', { place: 'Salle B' }));
		expect(over.body).toMatchObject({
			id,
			startsAt: '2027-11-03T17:30:00.000Z',
			movedFrom: '2027-10-26T16:30:00.000Z',
			place: 'Salle B',
			reason: 'La salle est prise.',
		});
		const listed = await circle.member.must<{ upcoming: Session[] }>(
			'GET',
			`/api/groups/${circle.group.id}/sessions`,
		);
		expect(listed.upcoming.filter(({ seriesId }) => seriesId === series.id).map(({ id }) => id)).toEqual(
			['2027-10-05', '2027-10-12', '2027-10-19', '2027-11-02', '2027-10-26', '2027-11-09'].map((day) =>
				idOf(series, day),
			),
		);
		expect((await change(id, { to: 'cancelled', reason: 'Grippe' })).body.state).toBe('cancelled');
		expect((await change(id, { to: 'planned' })).body).toMatchObject({
			state: 'planned',
			startsAt: '2027-10-26T16:30:00.000Z',
			movedFrom: null,
			reason: null,
		});
		expect(new Set(await told(id))).toEqual(
			new Set(['session-moved', 'session-cancelled', 'session-planned']),
		);
		expect(await told(id)).toHaveLength(6);
	});

	test('what has begun stays, a moment that is past is refused, and so is what is no https address', async () => {
		const { series } = await plan();
		const id = idOf(series, '2027-10-05');
		expect((await change<Problem>(id, moved('2027-09-19'))).body.errors?.[0]?.field).toBe('change.date');
		const link = await change<Problem>(id, moved('2027-10-06', { link: 'http://visio.example.org' }));
		expect(link.body.errors).toEqual([{ field: 'change.link', code: 'https-only' }]);
		server.now = new Date('2027-10-05T16:31:00Z');
		for (const to of [moved('2027-10-07'), { to: 'cancelled', reason: 'Non' }]) {
			expect((await change<Problem>(id, to)).body.reason).toBe('session-begun');
		}
	});

	test('only facilitators, and one of two at once', async () => {
		const { series } = await plan();
		const id = idOf(series, '2027-10-12');
		const body = { revision: 0, change: { to: 'cancelled', reason: 'Grippe' } };
		expect((await circle.member.send('PUT', `/api/sessions/${id}/change`, body)).status).toBe(403);
		expect((await circle.member.get(`/api/sessions/${id}/plan`)).status).toBe(403);
		for (const person of [circle.outsider, circle.moderator]) {
			expect((await person.send('PUT', `/api/sessions/${id}/change`, body)).status).toBe(404);
			expect((await person.get(`/api/sessions/${id}/plan`)).status).toBe(404);
		}
		const both = await Promise.all([
			change<Problem>(id, body.change, 0),
			change<Problem>(id, moved('2027-10-13'), 0),
		]);
		expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
		expect(both.find(({ status }) => status === 409)?.body.reason).toBe('changed-meanwhile');
	});
});

describe('changing a series', () => {
	test('another hour: names, cases and single changes stay; what was held stays as it was', async () => {
		const { series } = await plan();
		const cancelled = idOf(series, '2027-10-26');
		await change(cancelled, { to: 'cancelled', reason: 'Vacances' });
		const case19 = await circle.member.must<Case>(
			'POST',
			`/api/sessions/${idOf(series, '2027-10-19')}/cases`,
			newCase(),
		);
		server.now = new Date('2027-10-06T08:00:00Z');
		const id = idOf(series, '2027-10-12');
		const { status, body } = await following(id, { startsOn: '2027-10-12', time: '19:00' }, 'all');
		expect(status).toBe(200);
		expect(body.sessions.slice(0, 3).map(({ id, startsAt, state }) => [id, startsAt, state])).toEqual([
			[id, '2027-10-12T17:00:00.000Z', 'planned'],
			[idOf(series, '2027-10-19'), '2027-10-19T17:00:00.000Z', 'planned'],
			[cancelled, '2027-10-26T17:00:00.000Z', 'cancelled'],
		]);
		const held = await circle.member.must<SessionDetail>(
			'GET',
			`/api/sessions/${idOf(series, '2027-10-05')}`,
		);
		expect(held.startsAt).toBe('2027-10-05T16:30:00.000Z');
		const kept = await circle.member.must<Case>('GET', `/api/cases/${case19.id}`);
		expect(kept.sessionId).toBe(idOf(series, '2027-10-19'));
		expect(await told(id)).toEqual(['series-changed', 'series-changed']);
	});

	test('another weekday: a case and a note go to the session that takes the place of theirs', async () => {
		const { series } = await plan();
		const id = idOf(series, '2027-10-19');
		const opened = await circle.member.must<Case>('POST', `/api/sessions/${id}/cases`, newCase());
		const note = await circle.member.must<{ id: string }>('POST', '/api/journal', {
			sessionId: id,
			answers: { what: 'À préparer', soWhat: '', nowWhat: '' },
		});
		const thursday = { startsOn: '2027-10-14', recurrence: { ...weekly, weekdays: [4] } };
		const early = await following(idOf(series, '2027-10-12'), { ...thursday, startsOn: '2027-09-30' });
		expect(early.body.errors).toEqual([{ field: 'startsOn', code: 'before-previous' }]);
		expect((await following(idOf(series, '2027-10-12'), thursday)).status).toBe(200);
		expect((await circle.member.get(`/api/sessions/${id}`)).status).toBe(404);
		const taken = idOf(series, '2027-10-21');
		const detail = await circle.member.must<SessionDetail>('GET', `/api/sessions/${taken}`);
		expect(detail.cases.map(({ id }) => id)).toEqual([opened.id]);
		const { sessionId } = await circle.member.must<{ sessionId: string }>('GET', `/api/journal/${note.id}`);
		expect(sessionId).toBe(taken);
	});

	test('an end: later sessions go, their cases stay with the last one; nothing changes after it', async () => {
		const { series } = await plan();
		const id = idOf(series, '2027-10-19');
		const opened = await circle.member.must<Case>('POST', `/api/sessions/${id}/cases`, newCase());
		const end = { revision: await revisionOf(id), scope: 'following' };
		expect((await circle.member.post(`/api/sessions/${id}/end`, end)).status).toBe(403);
		expect((await circle.facilitator.post(`/api/sessions/${id}/end`, end)).status).toBe(204);
		expect((await circle.member.get(`/api/sessions/${id}`)).status).toBe(404);
		const kept = await circle.member.must<Case>('GET', `/api/cases/${opened.id}`);
		expect(kept.sessionId).toBe(idOf(series, '2027-10-12'));
		expect((await circle.member.post(`/api/sessions/${id}/cases`, newCase())).status).toBe(404);
	});

	test('a case that is shared while its session goes is never left behind', async () => {
		const { series } = await plan();
		const id = idOf(series, '2027-10-19');
		const [shared] = await Promise.all([
			circle.member.post<Case>(`/api/sessions/${id}/cases`, newCase()),
			following(idOf(series, '2027-10-12'), {
				startsOn: '2027-10-14',
				recurrence: { ...weekly, weekdays: [4] },
			}),
		]);
		if (shared.status === 201) {
			const found = await circle.member.must<Case>('GET', `/api/cases/${shared.body.id}`);
			expect(found.sessionId).toBe(idOf(series, '2027-10-21'));
		} else expect(shared.status).toBe(404);
	});
});
