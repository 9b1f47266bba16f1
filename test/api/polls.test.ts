import type { PollDetail, PollSummary, PollToAnswer } from '@entrepairs/contract/polls';
import type { Problem } from '@entrepairs/contract/problem';
import type { Session } from '@entrepairs/contract/sessions';
import { remindOfPolls } from '@entrepairs/server/features/polls/reminders';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { admit, type Circle, createCircle, type Person, signUp } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterEach(() => {
	server.now = null;
});
afterAll(() => server.close());

const HOUR_MS = 3_600_000;
const day = (after: number) => new Date(Date.now() + after * 24 * HOUR_MS).toISOString().slice(0, 10);
const newPoll = (own: object = {}) => ({
	title: 'Une séance en plus',
	purpose: 'session',
	durationMinutes: 90,
	slots: [
		{ day: day(10), time: '18:30' },
		{ day: day(11), time: '18:30' },
		{ day: day(12), time: '09:00' },
	],
	deadline: { day: day(5), time: '20:00' },
	showsAtOnce: false,
	...own,
});
const open = (who: Person, { group }: Circle, own: object = {}) =>
	who.must<PollDetail>('POST', `/api/groups/${group.id}/polls`, newPoll(own));
const said = (poll: PollDetail, ...votes: ('yes' | 'if-need-be' | 'no' | null)[]) => ({
	votes: votes.flatMap((vote, index) =>
		vote === null ? [] : [{ slotId: poll.slots[index]?.id ?? '', vote }],
	),
});
const answer = (who: Person, poll: PollDetail, ...votes: Parameters<typeof said>[1][]) =>
	who.must<PollDetail>('PATCH', `/api/polls/${poll.id}/answer`, said(poll, ...votes));
const read = (who: Person, poll: PollDetail) => who.must<PollDetail>('GET', `/api/polls/${poll.id}`);
const plan = (who: Person, poll: PollDetail, slot: number) =>
	who.post<PollDetail & Problem>(`/api/polls/${poll.id}/outcome`, { slotId: poll.slots[slot]?.id });
const afterDeadline = (poll: PollDetail) => new Date(Date.parse(poll.deadline) + 1_000);

async function told(poll: PollDetail, kind: string): Promise<string[]> {
	const rows = await server.world.db
		.selectFrom('notices')
		.innerJoin('accounts', 'accounts.id', 'notices.account_id')
		.where('subject_id', '=', poll.id)
		.where('kind', '=', kind)
		.orderBy('accounts.name')
		.select('accounts.name')
		.execute();
	return rows.map(({ name }) => name);
}

describe('finding a time', () => {
	test('any member asks, and everybody else is told', async () => {
		const circle = await createCircle(server);
		const poll = await open(circle.member, circle);
		expect(poll).toMatchObject({
			title: 'Une séance en plus',
			timeZone: 'Europe/Paris',
			state: 'open',
			openedBy: 'Samir Membre',
			memberCount: 2,
			answerCount: 0,
			mayClose: true,
			mayPlan: false,
			mayDelete: true,
			results: null,
		});
		expect(await told(poll, 'poll-opened')).toEqual(['Claire Animatrice']);
		const { polls } = await circle.facilitator.must<{ polls: PollSummary[] }>(
			'GET',
			`/api/groups/${circle.group.id}/polls`,
		);
		expect(polls.map(({ id, slotCount }) => [id, slotCount])).toEqual([[poll.id, 3]]);
	});

	test('nobody but the members of the group knows of it, moderators included', async () => {
		const circle = await createCircle(server);
		const poll = await open(circle.facilitator, circle);
		for (const person of [circle.outsider, circle.moderator]) {
			const tried = [
				await person.get(`/api/groups/${circle.group.id}/polls`),
				await person.post(`/api/groups/${circle.group.id}/polls`, newPoll()),
				await person.get(`/api/polls/${poll.id}`),
				await person.send('PATCH', `/api/polls/${poll.id}/answer`, said(poll, 'yes')),
				await person.post(`/api/polls/${poll.id}/closing`),
				await person.send('PUT', `/api/polls/${poll.id}/deadline`, {
					deadline: { day: day(6), time: '09:00' },
				}),
				await plan(person, poll, 0),
				await person.send('DELETE', `/api/polls/${poll.id}`),
			];
			expect(tried.map(({ status }) => status)).toEqual(tried.map(() => 404));
		}
		const { member } = circle;
		const notTheirs = [
			await member.post(`/api/polls/${poll.id}/closing`),
			await member.send('PUT', `/api/polls/${poll.id}/deadline`, {
				deadline: { day: day(6), time: '09:00' },
			}),
			await plan(member, poll, 0),
			await member.send('DELETE', `/api/polls/${poll.id}`),
		];
		expect(notTheirs.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
		expect(await read(circle.facilitator, poll)).toMatchObject({ state: 'open', answerCount: 0 });
	});

	test('one sees what others said once one has answered, who answered always', async () => {
		const circle = await createCircle(server);
		const poll = await open(circle.facilitator, circle);
		await answer(circle.member, poll, 'yes', 'no');
		const before = await read(circle.facilitator, poll);
		expect(before.results).toBeNull();
		expect(before.people.map(({ name, hasAnswered }) => [name, hasAnswered])).toEqual([
			['Claire Animatrice', false],
			['Samir Membre', true],
		]);
		const after = await answer(circle.facilitator, poll, 'if-need-be');
		expect(after.results?.votes).toHaveLength(3);
		expect(after.results?.bestSlotId).toBe(poll.slots[0]?.id);
		expect(after.results?.ranking[0]).toMatchObject({
			slotId: poll.slots[0]?.id,
			yes: [circle.member.me.id],
			ifNeedBe: [circle.facilitator.me.id],
			hasQuorum: false,
			facilitators: 'all',
			ahead: 'more-people',
		});
		const atOnce = await open(circle.facilitator, circle, { showsAtOnce: true });
		expect((await read(circle.member, atOnce)).results).toMatchObject({ votes: [], bestSlotId: null });
	});

	test('an answer is kept in parts, and changed without losing what is not named', async () => {
		const circle = await createCircle(server);
		const poll = await open(circle.facilitator, circle);
		await answer(circle.member, poll, 'yes');
		await answer(circle.member, poll, null, 'no');
		const after = await answer(circle.member, poll, null, null, 'if-need-be');
		expect(new Map(after.mine.map(({ slotId, vote }) => [slotId, vote]))).toEqual(
			new Map([
				[poll.slots[0]?.id, 'yes'],
				[poll.slots[1]?.id, 'no'],
				[poll.slots[2]?.id, 'if-need-be'],
			]),
		);
		// Many at once, from two tabs: all of them stand.
		await Promise.all(
			['no', 'no', 'yes'].map((vote, index) => {
				const votes: (typeof vote | null)[] = [null, null, null];
				votes[index] = vote;
				return answer(circle.member, poll, ...(votes as Parameters<typeof said>[1][]));
			}),
		);
		expect((await read(circle.member, poll)).mine.map(({ vote }) => vote).sort()).toEqual([
			'no',
			'no',
			'yes',
		]);
	});

	test('after the deadline answers are refused and everybody sees them', async () => {
		const circle = await createCircle(server);
		const poll = await open(circle.facilitator, circle);
		await answer(circle.member, poll, 'yes');
		server.now = afterDeadline(poll);
		const late = await circle.member.send<Problem>('PATCH', `/api/polls/${poll.id}/answer`, said(poll, 'no'));
		expect([late.status, late.body.reason]).toEqual([409, 'poll-over']);
		const seen = await read(circle.facilitator, poll);
		expect([seen.state, seen.results?.votes]).toEqual([
			'over',
			[{ slotId: poll.slots[0]?.id, accountId: circle.member.me.id, vote: 'yes' }],
		]);
	});

	test('whoever leaves does not count any more, and does again on coming back', async () => {
		const circle = await createCircle(server);
		const third = await signUp(server, 'Awa Troisième');
		await admit(circle, third);
		const poll = await open(circle.facilitator, circle, { showsAtOnce: true });
		await answer(third, poll, 'yes');
		await circle.moderator.must('POST', `/api/groups/${circle.group.id}/members/${third.me.id}/removal`, {
			reason: 'Départ',
		});
		expect((await third.get(`/api/polls/${poll.id}`)).status).toBe(404);
		expect(await read(circle.member, poll)).toMatchObject({ answerCount: 0, results: { votes: [] } });
		await admit(circle, third);
		expect((await read(circle.member, poll)).answerCount).toBe(1);
	});
});

describe('what comes of a poll', () => {
	test('one session, whoever clicks how often', async () => {
		const circle = await createCircle(server);
		const poll = await open(circle.member, circle);
		await answer(circle.member, poll, 'no', 'yes');
		const clicks = await Promise.all([1, 1, 2, 1, 2].map((slot) => plan(circle.facilitator, poll, slot)));
		const chosen = (await read(circle.member, poll)).outcome;
		for (const { status, body } of clicks) {
			if (status === 200) expect(body.outcome).toEqual(chosen);
			else expect([status, body.reason]).toEqual([409, 'poll-planned']);
		}
		const series = await server.world.db
			.selectFrom('series')
			.where('group_id', '=', circle.group.id)
			.selectAll()
			.execute();
		expect(series).toHaveLength(1);
		const session = await circle.member.must<Session>('GET', `/api/sessions/${chosen?.sessionId}`);
		expect(session.startsAt).toBe(poll.slots.find(({ id }) => id === chosen?.slotId)?.startsAt);
		// The session that came of it tells everybody.
		expect(await told(poll, 'poll-closed')).toEqual([]);
		for (const [method, path, body] of [
			['PATCH', 'answer', said(poll, 'yes')],
			['PUT', 'deadline', { deadline: { day: day(6), time: '09:00' } }],
			['POST', 'closing', {}],
		] as const) {
			const reply = await circle.facilitator.send<Problem>(method, `/api/polls/${poll.id}/${path}`, body);
			expect(reply.status).toBe(409);
		}
	});

	test('a weekly rhythm begins on the next such weekday, at the time on the wall', async () => {
		const circle = await createCircle(server);
		// A Monday; the clocks in Paris change on the Sunday after.
		server.now = new Date('2027-03-22T09:00:00Z');
		const poll = await open(circle.facilitator, circle, {
			purpose: 'weekly',
			slots: [
				{ day: '2024-01-04', time: '18:30' },
				{ day: '2024-01-01', time: '09:30' },
			],
			deadline: { day: '2027-03-24', time: '20:00' },
		});
		// Monday at 9.30 is half an hour behind, so it would be in a week, in summer time.
		expect(poll.slots.map(({ day: weekday, startsAt, isPast }) => [weekday, startsAt, isPast])).toEqual([
			['2024-01-01', '2027-03-29T07:30:00.000Z', false],
			['2024-01-04', '2027-03-25T17:30:00.000Z', false],
		]);
		await answer(circle.facilitator, poll, 'yes', 'yes');
		const planned = (await plan(circle.facilitator, poll, 1)).body;
		expect(planned.outcome?.sessionId).toMatch(/\.2027-03-25$/);
		const { upcoming } = await circle.member.must<{ upcoming: Session[] }>(
			'GET',
			`/api/groups/${circle.group.id}/sessions`,
		);
		expect(upcoming.slice(0, 2).map(({ startsAt }) => startsAt)).toEqual([
			'2027-03-25T17:30:00.000Z',
			'2027-04-01T16:30:00.000Z',
		]);
	});

	test('a slot that has passed is no session any more', async () => {
		const circle = await createCircle(server);
		const poll = await open(circle.facilitator, circle);
		await answer(circle.facilitator, poll, 'yes', null, 'no');
		server.now = new Date(Date.parse(poll.slots[0]?.startsAt ?? ''));
		const late = await plan(circle.facilitator, poll, 0);
		expect([late.status, late.body.errors]).toEqual([422, [{ field: 'slotId', code: 'in-the-past' }]]);
		const seen = await read(circle.facilitator, poll);
		expect([seen.state, seen.results?.bestSlotId, seen.results?.ranking.length]).toEqual(['over', null, 2]);
	});

	test('it is closed without a session, and asked again until another deadline', async () => {
		const circle = await createCircle(server);
		const third = await signUp(server, 'Awa Troisième');
		await admit(circle, third);
		const poll = await open(circle.member, circle);
		await answer(third, poll, 'yes');
		const [first, second] = await Promise.all([
			circle.member.post<PollDetail>(`/api/polls/${poll.id}/closing`),
			circle.facilitator.post<PollDetail>(`/api/polls/${poll.id}/closing`),
		]);
		expect([first.status, second.status]).toEqual([200, 200]);
		// Told once, by whoever was first.
		expect(await told(poll, 'poll-closed')).toHaveLength(2);
		const late = await third.send<Problem>('PATCH', `/api/polls/${poll.id}/answer`, said(poll, 'no'));
		expect(late.body.reason).toBe('poll-over');
		const again = await circle.member.must<PollDetail>('PUT', `/api/polls/${poll.id}/deadline`, {
			deadline: { day: day(7), time: '09:00' },
		});
		expect([again.state, again.answerCount]).toEqual(['open', 1]);
		// Only who has not answered is asked again.
		expect(await told(poll, 'poll-opened')).toEqual([
			'Awa Troisième',
			'Claire Animatrice',
			'Claire Animatrice',
		]);
		await answer(third, poll, 'no');
	});

	test('who opened it takes it back while nobody else has answered', async () => {
		const circle = await createCircle(server);
		const poll = await open(circle.member, circle);
		await answer(circle.member, poll, 'yes');
		await answer(circle.facilitator, poll, 'yes');
		const reply = await circle.member.send<Problem>('DELETE', `/api/polls/${poll.id}`);
		expect([reply.status, reply.body.reason]).toEqual([409, 'poll-answered']);
		const other = await open(circle.member, circle);
		await answer(circle.member, other, 'yes');
		expect((await circle.member.send('DELETE', `/api/polls/${other.id}`)).status).toBe(204);
		expect((await circle.member.get(`/api/polls/${other.id}`)).status).toBe(404);
	});
});

test('those who have not answered are reminded once, a day before the deadline', async () => {
	const circle = await createCircle(server);
	const { db } = server.world;
	const poll = await open(circle.facilitator, circle);
	const closed = await open(circle.facilitator, circle);
	await circle.facilitator.must('POST', `/api/polls/${closed.id}/closing`);
	const soon = new Date(Date.now() + 5 * HOUR_MS).toISOString();
	const short = await open(circle.facilitator, circle, {
		deadline: { day: soon.slice(0, 10), time: soon.slice(11, 16) },
	});
	// Who pauses is left in peace.
	await admit(circle, circle.outsider);
	const until = new Date(Date.now() + 60 * 24 * HOUR_MS).toISOString().slice(0, 10);
	await circle.outsider.must('PUT', `/api/groups/${circle.group.id}/own-pause`, { until });
	const waiting = async (who: Person) =>
		(await who.must<{ polls: PollToAnswer[] }>('GET', '/api/polls/to-answer')).polls.map(({ id }) => id);
	expect(await waiting(circle.member)).toContain(poll.id);
	expect(await waiting(circle.moderator)).toEqual([]);
	await answer(circle.member, poll, 'yes');
	expect(await waiting(circle.member)).not.toContain(poll.id);
	const at = (hours: number) => new Date(Date.parse(poll.deadline) - hours * HOUR_MS);
	await remindOfPolls(db, at(25));
	expect(await told(poll, 'poll-reminder')).toEqual([]);
	// Two processes at once.
	await Promise.all([remindOfPolls(db, at(23)), remindOfPolls(db, at(23))]);
	await remindOfPolls(db, at(1));
	expect(await told(poll, 'poll-reminder')).toEqual(['Claire Animatrice']);
	await remindOfPolls(db, new Date());
	expect(await told(closed, 'poll-reminder')).toEqual([]);
	expect(await told(short, 'poll-reminder')).toEqual([]);
});
