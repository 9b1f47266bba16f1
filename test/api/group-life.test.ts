import type { GroupDetail, MyGroup } from '@entrepairs/contract/groups';
import type { Problem } from '@entrepairs/contract/problem';
import type { SessionPlan } from '@entrepairs/contract/schedule';
import type { Session } from '@entrepairs/contract/sessions';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
	type Circle,
	createCircle,
	newCase,
	openCase,
	type Person,
	planSeries,
	signUp,
} from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterEach(() => {
	server.now = null;
});
afterAll(() => server.close());

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const detailOf = (person: Person, groupId: string) =>
	person.must<GroupDetail>('GET', `/api/groups/${groupId}`);
const role = (who: Person, circle: Circle, of: Person, to: 'facilitator' | 'member') =>
	who.send<Problem>('PUT', `/api/groups/${circle.group.id}/members/${of.me.id}/role`, { role: to });
const end = (who: Person, circle: Circle, confirmation = circle.group.name) =>
	who.post<Problem>(`/api/groups/${circle.group.id}/end`, {
		confirmation,
		reason: 'Nous avons fait le tour.',
	});
const pause = (who: Person, circle: Circle, from: string, until: string | null) =>
	who.send<Problem & GroupDetail>('PUT', `/api/groups/${circle.group.id}/pause`, { from, until });

async function told(person: Person, groupId: string): Promise<string[]> {
	const rows = await server.world.db
		.selectFrom('notices')
		.where('account_id', '=', person.me.id)
		.where('group_id', '=', groupId)
		.orderBy('at')
		.select('kind')
		.execute();
	return rows.map(({ kind }) => kind);
}

describe('what a group says of itself', () => {
	test('is given at its start, changed by its facilitators, and by nobody else', async () => {
		const circle = await createCircle(server);
		const { facilitator, member, moderator, outsider, group, organisationId } = circle;
		expect(group).toMatchObject({
			methods: [],
			fields: [],
			region: null,
			rhythm: 'weekly',
			admission: 'on-request',
			facilitation: 'facilitated',
		});
		const profile = {
			methods: ['codevelopment', 'balint'],
			fields: ['family', 'mediation'],
			region: '04',
			rhythm: 'monthly',
			admission: 'on-invitation',
			facilitation: 'self-facilitated',
		};
		const started = await facilitator.must<GroupDetail>('POST', '/api/groups', {
			organisationId,
			name: 'Un autre',
			purpose: 'Autre chose',
			language: 'fr',
			timeZone: 'Indian/Reunion',
			capacity: 5,
			...profile,
		});
		expect(started).toMatchObject(profile);
		const change = { ...profile, name: ' Le jeudi ', timeZone: 'Indian/Reunion', capacity: 5 };
		for (const [who, status] of [
			[member, 403],
			[moderator, 403],
			[outsider, 404],
		] as const) {
			expect((await who.send('PATCH', `/api/groups/${group.id}`, change)).status).toBe(status);
		}
		const changed = await facilitator.must<GroupDetail>('PATCH', `/api/groups/${group.id}`, change);
		expect(changed).toMatchObject({ ...change, name: 'Le jeudi', purpose: group.purpose });
		const few = await facilitator.send<Problem>('PATCH', `/api/groups/${group.id}`, { capacity: 3 });
		expect(few.body.errors?.[0]?.field).toBe('capacity');
	});
});

describe('leaving and holding a group', () => {
	test('the last facilitator hands over before leaving; who has left reads nothing more', async () => {
		const circle = await createCircle(server);
		const { facilitator, member, moderator, outsider, group } = circle;
		const leave = (who: Person) => who.post<Problem>(`/api/groups/${group.id}/departure`);
		expect((await leave(outsider)).status).toBe(404);
		expect((await leave(moderator)).status).toBe(403);
		expect((await leave(facilitator)).body.reason).toBe('last-facilitator');
		expect((await role(facilitator, circle, facilitator, 'member')).body.reason).toBe('last-facilitator');

		expect((await role(member, circle, member, 'facilitator')).status).toBe(403);
		expect((await role(outsider, circle, member, 'facilitator')).status).toBe(404);
		expect((await role(facilitator, circle, outsider, 'facilitator')).status).toBe(404);
		expect((await role(facilitator, circle, member, 'facilitator')).status).toBe(204);
		// A facilitator steps down by themself, and puts nobody down.
		expect((await role(facilitator, circle, member, 'member')).status).toBe(403);
		// Of two who step down at once, one stays.
		const both = await Promise.all([
			role(facilitator, circle, facilitator, 'member'),
			role(member, circle, member, 'member'),
		]);
		expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
		const { members } = await detailOf(facilitator, group.id);
		expect(members.filter((one) => one.role === 'facilitator')).toHaveLength(1);

		const holder = members.find((one) => one.role === 'facilitator')?.accountId;
		const goes = facilitator.me.id === holder ? member : facilitator;
		expect((await leave(goes)).status).toBe(204);
		expect((await goes.get(`/api/groups/${group.id}`)).status).toBe(404);
		expect((await leave(goes)).status).toBe(404);
	});

	test('with its last member a group comes to its end', async () => {
		const circle = await createCircle(server);
		const { facilitator, member, moderator, outsider, group } = circle;
		await outsider.must('POST', `/api/groups/${group.id}/join-requests`, { message: 'A' });
		await member.must('POST', `/api/groups/${group.id}/departure`);
		await facilitator.must('POST', `/api/groups/${group.id}/departure`);
		expect((await detailOf(moderator, group.id)).endedAt).not.toBeNull();
		expect(await told(outsider, group.id)).toEqual(['group-ended']);
	});

	test('a member is away until a day, keeps the place, and comes back', async () => {
		const circle = await createCircle(server);
		const { member, facilitator, outsider, group } = circle;
		const away = (who: Person, until: string | null) =>
			who.send<Problem>('PUT', `/api/groups/${group.id}/own-pause`, { until });
		const seen = async () =>
			(await detailOf(facilitator, group.id)).members.find((one) => one.accountId === member.me.id);
		expect((await away(outsider, day(5))).status).toBe(404);
		expect((await away(member, day(-2))).body.errors).toEqual([{ field: 'until', code: 'in-the-past' }]);
		expect((await away(member, day(500))).body.errors).toEqual([{ field: 'until', code: 'too-large' }]);
		expect((await away(member, day(5))).status).toBe(204);
		expect((await seen())?.pausedUntil).toBe(day(5));
		expect((await detailOf(facilitator, group.id)).memberCount).toBe(2);
		server.now = new Date(Date.now() + 7 * 86_400_000);
		expect((await seen())?.pausedUntil).toBeNull();
		server.now = null;
		expect((await away(member, null)).status).toBe(204);
		expect((await seen())?.pausedUntil).toBeNull();
	});
});

describe('a group’s pause', () => {
	test('has a first and perhaps a last day; resuming keeps the days on which nothing was held', async () => {
		const circle = await createCircle(server);
		const { facilitator, member, moderator, outsider, group } = circle;
		expect((await pause(member, circle, day(3), null)).status).toBe(403);
		expect((await pause(moderator, circle, day(3), null)).status).toBe(403);
		expect((await pause(outsider, circle, day(3), null)).status).toBe(404);
		const fields = async (from: string, until: string | null) =>
			(await pause(facilitator, circle, from, until)).body.errors;
		expect(await fields(day(-3), null)).toEqual([{ field: 'from', code: 'in-the-past' }]);
		expect(await fields(day(3), day(2))).toEqual([{ field: 'until', code: 'before-start' }]);
		expect(await fields(day(900), null)).toEqual([{ field: 'from', code: 'too-large' }]);
		const paused = await pause(facilitator, circle, day(3), null);
		expect(paused.body.pause).toEqual({ from: day(3), until: null });
		expect(await told(member, group.id)).toContain('group-paused');

		server.now = new Date(`${day(10)}T12:00:00Z`);
		// A pause that has begun is given a last day.
		expect((await pause(facilitator, circle, day(3), day(20))).body.pause?.until).toBe(day(20));
		const back = await facilitator.must<GroupDetail>('DELETE', `/api/groups/${group.id}/pause`);
		expect(back.pause).toBeNull();
		expect(await told(member, group.id)).toContain('group-resumed');
	});

	test('holds no session in its pause, and holds them again after', async () => {
		const circle = await createCircle(server);
		const { sessions } = await planSeries(circle);
		await pause(circle.facilitator, circle, day(1), day(9));
		const { upcoming } = await circle.member.must<{ upcoming: Session[] }>(
			'GET',
			`/api/groups/${circle.group.id}/sessions`,
		);
		expect(upcoming.map(({ id }) => id)).toEqual(sessions.slice(2).map(({ id }) => id));
	});

	test('a session that lies in it is not held: nobody answers, opens a case, moves it or plans one', async () => {
		const circle = await createCircle(server);
		const { facilitator, member, group } = circle;
		const { sessions } = await planSeries(circle);
		const [first, , third] = sessions.map(({ id }) => id);
		const { revision } = await facilitator.must<SessionPlan>('GET', `/api/sessions/${third}/plan`);
		await pause(facilitator, circle, day(1), day(9));
		expect(await member.must('GET', `/api/sessions/${first}`)).toMatchObject({
			state: 'cancelled',
			cause: 'pause',
			mayOpenCase: false,
			mayChange: false,
		});
		const date = { date: day(2), time: '18:30', durationMinutes: 90, place: null, link: null };
		const replies = await Promise.all([
			member.send<Problem>('PUT', `/api/sessions/${first}/answer`, { answer: 'yes', words: null }),
			member.post<Problem>(`/api/sessions/${first}/cases`, newCase()),
			facilitator.send<Problem>('PUT', `/api/sessions/${first}/change`, {
				revision,
				change: { to: 'cancelled', reason: 'Congé' },
			}),
			facilitator.send<Problem>('PUT', `/api/sessions/${third}/change`, {
				revision,
				change: { to: 'moved', ...date, reason: null },
			}),
			facilitator.post<Problem>(`/api/groups/${group.id}/series`, {
				startsOn: day(2),
				time: '18:30',
				durationMinutes: 90,
				timeZone: 'Europe/Paris',
				recurrence: null,
			}),
		]);
		expect(replies.map(({ body }) => body.errors?.[0]?.code ?? body.reason)).toEqual([
			'session-not-held',
			'session-cancelled',
			'session-not-held',
			'in-a-pause',
			'in-a-pause',
		]);
	});
});

describe('a group’s end', () => {
	test('is for facilitators and moderators, who type its name; everybody is told why', async () => {
		const circle = await createCircle(server);
		const { facilitator, member, outsider, group } = circle;
		await outsider.must('POST', `/api/groups/${group.id}/join-requests`, { message: 'A' });
		expect((await end(member, circle)).status).toBe(403);
		expect((await end(outsider, circle)).status).toBe(404);
		expect((await end(facilitator, circle, 'Le mardi')).body.errors).toEqual([
			{ field: 'confirmation', code: 'does-not-match' },
		]);
		expect((await detailOf(member, group.id)).endedAt).toBeNull();
		const both = await Promise.all([
			end(facilitator, circle, ' le mardi  SOIR '),
			end(circle.moderator, circle),
		]);
		expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
		expect((await detailOf(member, group.id)).endReason).toBe('Nous avons fait le tour.');
		expect(await told(member, group.id)).toContain('group-ended');
		expect(await told(outsider, group.id)).toEqual(['group-ended']);
	});

	test('members read on and can leave; nothing new is planned, asked, opened, written or changed', async () => {
		const circle = await createCircle(server);
		const { facilitator, member, moderator, outsider, group } = circle;
		const opened = await openCase(circle);
		await end(moderator, circle);

		expect((await member.get(`/api/groups/${group.id}`)).status).toBe(200);
		expect((await member.get(`/api/groups/${group.id}/sessions`)).status).toBe(200);
		expect(await member.must('GET', `/api/cases/${opened.id}`)).toMatchObject({ access: 'read' });
		const mine = await member.must<{ groups: MyGroup[] }>('GET', '/api/groups');
		expect(mine.groups.find(({ id }) => id === group.id)?.nextSession).toBeNull();

		const refused = await Promise.all([
			facilitator.post<Problem>(`/api/groups/${group.id}/series`, {
				startsOn: day(1),
				time: '18:30',
				durationMinutes: 90,
				timeZone: 'Europe/Paris',
			}),
			member.post<Problem>(`/api/sessions/${opened.sessionId}/cases`, newCase()),
			outsider.post<Problem>(`/api/groups/${group.id}/join-requests`, { message: 'A' }),
			facilitator.send<Problem>('PATCH', `/api/groups/${group.id}`, { name: 'Autre' }),
			facilitator.post<Problem>(`/api/groups/${group.id}/invitations`, { days: 7 }),
			pause(facilitator, circle, day(1), null),
			role(facilitator, circle, member, 'facilitator'),
			member.send<Problem>('PUT', `/api/groups/${group.id}/own-pause`, { until: day(3) }),
			end(facilitator, circle),
		]);
		expect(refused.map(({ body }) => body.reason)).toEqual(refused.map(() => 'group-ended'));
		const directory = await outsider.must<{ groups: { id: string }[] }>('GET', '/api/directory');
		expect(directory.groups.some(({ id }) => id === group.id)).toBe(false);
		// Nobody has to hold it any more.
		expect((await facilitator.post(`/api/groups/${group.id}/departure`)).status).toBe(204);
		expect((await member.post(`/api/groups/${group.id}/departure`)).status).toBe(204);
	});

	test('whoever is let in while somebody ends the group is told of its end', async () => {
		const circle = await createCircle(server);
		await planSeries(circle);
		const people = await Promise.all(Array.from({ length: 4 }, () => signUp(server)));
		const requests = await Promise.all(
			people.map((person) =>
				person.must<{ id: string }>('POST', `/api/groups/${circle.group.id}/join-requests`, { message: 'A' }),
			),
		);
		await Promise.all([
			...requests.map(({ id }) =>
				circle.moderator.post(`/api/join-requests/${id}/decision`, { outcome: 'accepted', reason: 'Oui.' }),
			),
			end(circle.facilitator, circle),
		]);
		for (const person of people) expect(await told(person, circle.group.id)).toContain('group-ended');
	});
});
