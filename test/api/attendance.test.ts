/** Who comes to a session and who does what: answers, the number that must come, roles that turn. */
import type { GroupRoles, MyNext, Role, SessionAttendance } from '@entrepairs/contract/attendance';
import type { Problem } from '@entrepairs/contract/problem';
import type { Session } from '@entrepairs/contract/sessions';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { admit, type Circle, createCircle, type Person, planSeries, signUp } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let circle: Circle;
let third: Person;
let sessions: Session[];
const [claire, samir, nadia] = ['Claire Animatrice', 'Samir Membre', 'Nadia Dehors'];
const HOUR_MS = 3_600_000;

beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

beforeEach(async () => {
	server.now = null;
	circle = await createCircle(server);
	third = circle.outsider;
	await admit(circle, third);
	sessions = (await planSeries(circle)).sessions;
});

const idOf = (index: number) => sessions[index]?.id ?? '';
const startOf = (index: number) => new Date(sessions[index]?.startsAt ?? '');
const read = (person: Person, index = 0) =>
	person.must<SessionAttendance>('GET', `/api/sessions/${idOf(index)}/attendance`);
const answer = (person: Person, given: 'yes' | 'no' | 'maybe', index = 0, words: string | null = null) =>
	person.send<SessionAttendance & Problem>('PUT', `/api/sessions/${idOf(index)}/answer`, {
		answer: given,
		words,
	});
const holders = ({ roles }: Pick<SessionAttendance, 'roles'>) =>
	Object.fromEntries(roles.map(({ role, holder }) => [role, holder?.name ?? null]));
const onRole = (person: Person, what: string, role: Role, index = 0, body: unknown = {}) =>
	person.send<SessionAttendance & Problem>(
		what === '' ? 'PUT' : 'POST',
		`/api/sessions/${idOf(index)}/roles/${role}${what}`,
		body,
	);
const configure = (own: object = {}, person = circle.facilitator) =>
	person.send<GroupRoles & Problem>('PUT', `/api/groups/${circle.group.id}/practice`, {
		quorum: 0,
		withoutQuorum: 'warn',
		quorumHours: 24,
		roles: ['presenter', 'timekeeper', 'scribe'],
		...own,
	});
/** What people are told of answers, roles and the number that must come. */
const noticesOf = async (person: Person) =>
	(
		await server.world.db
			.selectFrom('notices')
			.where('account_id', '=', person.me.id)
			.where('group_id', '=', circle.group.id)
			.where('kind', 'not in', ['request-accepted', 'charter-to-sign', 'session-planned'])
			.orderBy('at')
			.select('kind')
			.execute()
	).map(({ kind }) => kind);
const fix = (now: Date) => server.due.fixRoles(now);

describe('answers', () => {
	test('are of one session, have a word for the group, and can be changed until it begins', async () => {
		expect((await read(circle.member)).people.map(({ name, answer: given }) => [name, given])).toEqual([
			[claire, null],
			[samir, null],
			[nadia, null],
		]);
		await answer(circle.member, 'maybe', 0, ' Un train peut-être. ');
		await answer(circle.member, 'no', 0, 'Je suis en congé.');
		const [, own] = (await read(circle.facilitator)).people;
		expect(own).toMatchObject({ name: samir, answer: 'no', words: 'Je suis en congé.' });
		expect((await read(circle.facilitator, 1)).people[1]?.answer).toBeNull();
		expect(
			(await circle.member.must<{ sessions: MyNext[] }>('GET', '/api/answers')).sessions[0],
		).toMatchObject({
			sessionId: idOf(0),
			answer: 'no',
			roles: [],
		});
		// The words are nowhere in the open.
		const rows = await server.world.db.selectFrom('session_answers').selectAll().execute();
		expect(JSON.stringify(rows)).not.toContain('cong');
		expect(rows.map(({ sealed_words }) => Buffer.from(sealed_words ?? []).includes('cong'))).not.toContain(
			true,
		);

		server.now = startOf(0);
		expect((await answer(circle.member, 'yes')).body.reason).toBe('session-begun');
		expect((await read(circle.member)).isOpen).toBe(false);
	});

	test('can be given at once for a time away, by the calendar of the group', async () => {
		const dayOf = (index: number) => sessions[index]?.id.slice(-10) ?? '';
		const span = (from: string, to: string) =>
			circle.member.send<{ sessions: number } & Problem>('PUT', `/api/groups/${circle.group.id}/answers`, {
				from,
				to,
				answer: 'no',
				words: 'Congés',
			});
		expect((await span(dayOf(1), dayOf(3))).body).toEqual({ sessions: 3 });
		const given = await circle.member.must<{ sessions: MyNext[] }>('GET', '/api/answers');
		expect(given.sessions.slice(0, 5).map((one) => one.answer)).toEqual([null, 'no', 'no', 'no', null]);
		expect((await span(dayOf(3), dayOf(1))).body.errors).toEqual([{ field: 'to', code: 'before-start' }]);
		expect((await span(dayOf(0), '2099-01-01')).body.errors).toEqual([{ field: 'to', code: 'too-large' }]);
	});

	test('are for the members of the group; a moderator and a stranger know nothing of them', async () => {
		const stranger = await signUp(server);
		for (const person of [circle.moderator, stranger]) {
			expect((await answer(person, 'yes')).status).toBe(404);
			for (const path of [`/api/sessions/${idOf(0)}/attendance`, `/api/groups/${circle.group.id}/roles`])
				expect((await person.get(path)).status).toBe(404);
		}
		expect((await configure({}, circle.member)).status).toBe(403);
		expect((await configure({}, circle.moderator)).status).toBe(404);
	});
});

describe('the number that must come', () => {
	test('says where it stands', async () => {
		await configure({ quorum: 2 });
		const state = async () => (await read(circle.member)).quorum;
		expect(await state()).toMatchObject({ needed: 2, coming: 0, state: 'possible', outcome: null });
		await answer(circle.member, 'no');
		await answer(third, 'no');
		expect((await state()).state).toBe('missing');
		await answer(third, 'yes');
		await answer(circle.facilitator, 'yes');
		expect(await state()).toMatchObject({ coming: 2, state: 'reached' });
	});

	test('is looked at once, whoever looks, and everybody is told', async () => {
		await configure({ quorum: 2, withoutQuorum: 'warn', quorumHours: 24 });
		const early = new Date(startOf(0).getTime() - 25 * HOUR_MS);
		await server.due.judgeQuorum(early);
		expect((await read(circle.member)).quorum.outcome).toBeNull();
		const due = new Date(startOf(0).getTime() - 23 * HOUR_MS);
		await Promise.all([server.due.judgeQuorum(due), server.due.judgeQuorum(due)]);
		await server.due.judgeQuorum(due);
		for (const person of [circle.facilitator, circle.member, third])
			expect(await noticesOf(person)).toEqual(['quorum-missing']);
		expect((await read(circle.member)).quorum.outcome).toBe('warned');
	});

	test('cancels the session where the group wants that, and holds it in silence where it wants that', async () => {
		await configure({ quorum: 3, withoutQuorum: 'cancel', quorumHours: 1 });
		const before = new Date(startOf(0).getTime() - HOUR_MS);
		server.now = before;
		await server.due.judgeQuorum(before);
		expect((await read(circle.member)).quorum.outcome).toBe('cancelled');
		// It says why, where nobody did it; and one notice says both.
		const session = await circle.member.must<Session>('GET', `/api/sessions/${idOf(0)}`);
		expect(session).toMatchObject({ state: 'cancelled', reason: null, cause: 'quorum' });
		server.now = new Date(startOf(1).getTime() - HOUR_MS);
		await configure({ quorum: 3, withoutQuorum: 'hold', quorumHours: 1 });
		await server.due.judgeQuorum(new Date(startOf(1).getTime() - HOUR_MS));
		expect((await read(circle.member, 1)).quorum.outcome).toBe('held');
		expect(await noticesOf(circle.member)).toEqual(['session-cancelled']);
	});
});

describe('roles', () => {
	test('are proposed for the next sessions, and reading writes nothing', async () => {
		const { sessions: ahead, shares } = await circle.member.must<GroupRoles>(
			'GET',
			`/api/groups/${circle.group.id}/roles`,
		);
		expect(ahead).toHaveLength(8);
		const presenters = ahead.map((one) => holders(one)['presenter']);
		expect(presenters.slice(0, 3)).toEqual([claire, samir, nadia]);
		for (const one of ahead) expect(new Set(Object.values(holders(one))).size).toBe(3);
		expect(shares.map(({ sessions: count }) => count)).toEqual([0, 0, 0]);
		expect(await server.world.db.selectFrom('session_roles').selectAll().execute()).toEqual([]);
		expect((await read(circle.member)).facilitators.map(({ name }) => name)).toEqual([claire]);
		await configure({ roles: ['presenter', 'facilitator'] });
		const turning = await read(circle.member);
		expect([turning.facilitators, Object.keys(holders(turning))]).toEqual([[], ['presenter', 'facilitator']]);
	});

	test('who says no is passed over, keeps their turn, and is back first', async () => {
		await answer(circle.facilitator, 'no');
		expect(holders(await read(circle.member))['presenter']).toBe(samir);
		expect(holders(await read(circle.member, 1))['presenter']).toBe(claire);
	});

	test('are fixed 48 hours before, once, in order, and everybody is told theirs', async () => {
		const before = await read(circle.member);
		server.now = new Date(startOf(0).getTime() - 47 * HOUR_MS);
		await Promise.all([fix(server.now), fix(server.now)]);
		expect(holders(await read(circle.member))).toEqual(holders(before));
		expect((await read(circle.member)).roles.map(({ source }) => source)).toEqual([
			'fixed',
			'fixed',
			'fixed',
		]);
		for (const person of [circle.facilitator, circle.member, third])
			expect(await noticesOf(person)).toEqual(['role-given']);
		// Whoever says no after that leaves a free role, which somebody can take.
		await answer(circle.facilitator, 'no');
		expect(holders(await read(circle.member))['presenter']).toBeNull();
		const [one, other] = await Promise.all([
			onRole(circle.member, '/taking', 'presenter'),
			onRole(third, '/taking', 'presenter'),
		]);
		expect([one.status, other.status].sort()).toEqual([200, 409]);
		// What was missed while no job ran is made up for, in order.
		server.now = new Date(startOf(3).getTime() + HOUR_MS);
		const later = [holders(await read(circle.member, 1)), holders(await read(circle.member, 3))];
		expect(await fix(server.now)).toBeGreaterThanOrEqual(3);
		expect([holders(await read(circle.member, 1)), holders(await read(circle.member, 3))]).toEqual(later);
		const { shares } = await circle.member.must<GroupRoles>('GET', `/api/groups/${circle.group.id}/roles`);
		const presented = shares.map(({ had }) => had.find(({ role }) => role === 'presenter')?.count ?? 0);
		expect(presented.reduce((sum, count) => sum + count, 0)).toBe(4);
		expect(Math.max(...presented) - Math.min(...presented)).toBeLessThanOrEqual(1);
	});

	test('can be given up: the next is proposed, and the turn stays', async () => {
		const given = await onRole(circle.facilitator, '/giving-up', 'presenter');
		expect(holders(given.body)['presenter']).toBe(samir);
		expect(holders(await read(circle.member, 1))['presenter']).toBe(claire);
		expect((await onRole(third, '/giving-up', 'presenter')).body.reason).toBe('role-not-yours');
		expect((await onRole(third, '/taking', 'presenter')).body.reason).toBe('role-not-free');
	});

	test('can be swapped with a colleague who agrees, and with nobody else', async () => {
		const offered = await onRole(circle.facilitator, '/offers', 'presenter', 0, {
			accountId: circle.member.me.id,
			exchange: idOf(1),
		});
		expect(offered.status).toBe(201);
		const [offer] = (await read(circle.member)).offers;
		expect(offer).toMatchObject({ role: 'presenter', from: { name: claire }, to: { name: samir } });
		expect(await noticesOf(circle.member)).toEqual(['role-offered']);
		expect((await read(third)).offers).toEqual([]);
		const decide = (person: Person, accepted: boolean) =>
			person.post<Problem>(`/api/role-offers/${offer?.id}/answer`, { accepted });
		expect((await decide(third, true)).status).toBe(404);
		expect((await decide(circle.facilitator, true)).status).toBe(403);
		expect((await decide(circle.member, true)).status).toBe(200);
		expect((await decide(circle.member, true)).body.reason).toBe('offer-closed');
		expect(holders(await read(third))['presenter']).toBe(samir);
		expect(holders(await read(third, 1))['presenter']).toBe(claire);
		expect(await noticesOf(circle.facilitator)).toEqual(['role-offer-answered']);
	});

	test('what was offered and is no longer so cannot be accepted', async () => {
		await onRole(circle.facilitator, '/offers', 'presenter', 0, {
			accountId: circle.member.me.id,
			exchange: null,
		});
		const [offer] = (await read(circle.member)).offers;
		await answer(circle.facilitator, 'no');
		expect((await read(circle.member)).offers).toEqual([]);
		const reply = await circle.member.post<Problem>(`/api/role-offers/${offer?.id}/answer`, {
			accepted: true,
		});
		expect(reply.body.reason).toBe('offer-closed');
		const elsewhere = await onRole(circle.member, '/offers', 'presenter', 0, {
			accountId: circle.moderator.me.id,
			exchange: null,
		});
		expect(elsewhere.body.errors).toEqual([{ field: 'accountId', code: 'not-offered' }]);
	});

	test('a facilitator can give them; a member cannot', async () => {
		const to = { accountId: third.me.id };
		expect((await onRole(circle.member, '', 'scribe', 0, to)).status).toBe(403);
		expect((await onRole(circle.moderator, '', 'scribe', 0, to)).status).toBe(404);
		const before = holders(await read(circle.member))['scribe'];
		const given = await onRole(circle.facilitator, '', 'presenter', 0, to);
		expect(holders(given.body)['presenter']).toBe(nadia);
		expect(new Set(Object.values(holders(given.body))).size).toBe(3);
		expect(before).not.toBeUndefined();
		expect(await noticesOf(third)).toEqual(['role-given']);
		await onRole(circle.facilitator, '', 'presenter', 0, { accountId: null });
		expect(holders(await read(third))['presenter']).toBeNull();
		expect(await noticesOf(third)).toEqual(['role-given', 'role-changed']);
		expect((await onRole(circle.facilitator, '', 'observer', 0, to)).status).toBe(404);
		server.now = new Date(startOf(0).getTime() + 3 * HOUR_MS);
		expect((await onRole(circle.facilitator, '', 'presenter', 0, to)).body.reason).toBe('session-over');
	});
});
