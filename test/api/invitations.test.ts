import { createHash } from 'node:crypto';
import type { GroupDetail } from '@entrepairs/contract/groups';
import type { Invitation, ReceivedInvitation } from '@entrepairs/contract/invitations';
import type { JoinRequest } from '@entrepairs/contract/memberships';
import type { Problem } from '@entrepairs/contract/problem';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { admit, type Circle, createCircle, Person, type Reply, signUp } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

/** One a test: tries of tokens are counted by address. */
let server: TestServer;
beforeEach(async () => {
	server = await startServer();
});
afterEach(() => server.close());

type Made = Invitation & { token: string };

const invite = (circle: Circle, days = 7) =>
	circle.facilitator.must<Made>('POST', `/api/groups/${circle.group.id}/invitations`, { days });
const open = (who: Person, token: string): Promise<Reply<ReceivedInvitation & Problem>> =>
	who.post('/api/invitations/reading', { token });
const answer = (who: Person, token: string, outcome: 'accepted' | 'declined' = 'accepted') =>
	who.post<{ led: string | null } & Problem>('/api/invitations/answer', { token, outcome });
const listOf = async ({ facilitator, group }: Circle) =>
	(
		await facilitator.must<{ invitations: Invitation[] }>('GET', `/api/groups/${group.id}/invitations`)
	).invitations.map(({ id }) => id);

/** Somebody of the organisation who is not in the circle’s group. */
async function colleague(circle: Circle): Promise<Person> {
	const person = await signUp(server, 'Awa Collègue');
	const other = await circle.moderator.must<GroupDetail>('POST', '/api/groups', {
		organisationId: circle.organisationId,
		name: 'Ailleurs',
		purpose: 'Autre',
		language: 'fr',
		timeZone: 'Europe/Paris',
		capacity: 12,
	});
	await admit({ moderator: circle.moderator, group: other }, person);
	return person;
}

describe('invitations', () => {
	test('whom the organisation knows is a member at once; the link works once', async () => {
		const circle = await createCircle(server);
		const [person, other] = [await colleague(circle), await colleague(circle)];
		const { token, id } = await invite(circle);
		expect(await listOf(circle)).toEqual([id]);
		const read = await open(person, token);
		expect(read.body).toMatchObject({
			group: { name: 'Le mardi soir', memberCount: 2, capacity: 8 },
			invitedBy: 'Claire Animatrice',
			effect: 'member',
		});
		// Of two who follow the same link at once, one comes in.
		const both = await Promise.all([answer(person, token), answer(other, token)]);
		expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
		const detail = await circle.facilitator.must<GroupDetail>('GET', `/api/groups/${circle.group.id}`);
		expect(detail.memberCount).toBe(3);
		expect(await listOf(circle)).toEqual([]);
	});

	test('whom the organisation does not know asks by it, and its moderators decide', async () => {
		const circle = await createCircle(server);
		const { outsider, moderator, group, organisationId } = circle;
		await circle.facilitator.must('PATCH', `/api/groups/${group.id}`, { admission: 'on-invitation' });
		const { token } = await invite(circle);
		expect((await open(outsider, token)).body.effect).toBe('request');
		expect((await answer(outsider, token)).body.led).toBe('request');
		expect((await outsider.get(`/api/groups/${group.id}`)).status).toBe(404);
		const { requests } = await moderator.must<{ requests: JoinRequest[] }>(
			'GET',
			`/api/organisations/${organisationId}/join-requests`,
		);
		const waiting = requests.find(({ state }) => state === 'waiting');
		expect(waiting).toMatchObject({ invited: true, applicant: { name: 'Nadia Dehors' } });
		await moderator.must('POST', `/api/join-requests/${waiting?.id}/decision`, {
			outcome: 'accepted',
			reason: 'Oui.',
		});
		expect((await outsider.get(`/api/groups/${group.id}`)).status).toBe(200);
	});

	test('whom a moderator has removed does not come back by the link alone', async () => {
		const circle = await createCircle(server);
		const { member, moderator, group } = circle;
		await moderator.must('POST', `/api/groups/${group.id}/members/${member.me.id}/removal`, {
			reason: 'Motif.',
		});
		const { token } = await invite(circle);
		expect((await open(member, token)).body.effect).toBe('request');
		expect((await answer(member, token)).body.led).toBe('request');
	});

	test('a full group puts them on its waiting list; who asked already is let in on that request', async () => {
		const circle = await createCircle(server, 4);
		const { group } = circle;
		const asking = await colleague(circle);
		await asking.must('POST', `/api/groups/${group.id}/join-requests`, { message: 'A' });
		expect((await answer(asking, (await invite(circle)).token)).body.led).toBe('member');
		await admit(circle, await signUp(server));
		const late = await colleague(circle);
		const { token } = await invite(circle);
		expect((await open(late, token)).body.effect).toBe('waiting-list');
		expect((await answer(late, token)).body.led).toBe('waiting-list');
		// It gains nothing twice, and the link stays good for somebody else.
		const again = await invite(circle);
		expect((await answer(late, again.token)).body.reason).toBe('already-requested');
		expect((await answer(asking, again.token)).body.reason).toBe('already-member');
		expect(await listOf(circle)).toEqual([again.id]);
	});

	test('wrong, used, declined, revoked, over, of an ended group or of somebody who left: one answer', async () => {
		const circle = await createCircle(server);
		const { facilitator, member, outsider, group } = circle;
		const declined = await invite(circle);
		expect((await answer(outsider, declined.token, 'declined')).body.led).toBeNull();
		const revoked = await invite(circle);
		const removal = `/api/groups/${group.id}/invitations/${revoked.id}`;
		for (const [who, status] of [
			[member, 403],
			[circle.moderator, 403],
			[outsider, 404],
			[facilitator, 204],
			[facilitator, 404],
		] as const) {
			expect((await who.send('DELETE', removal)).status).toBe(status);
		}
		const over = await invite(circle, 1);
		const [gone, open1] = [await invite(circle, 30), await invite(circle, 30)];
		server.now = new Date(Date.now() + 25 * 3_600_000);
		const answers = [];
		for (const { token } of [declined, revoked, over]) {
			answers.push(await open(outsider, token), await answer(outsider, token));
		}
		answers.push(
			await open(outsider, 'rien'),
			await open(outsider, `${gone.token}A`),
			await open(outsider, ''),
		);
		// The one who invited holds the group no more.
		await facilitator.send('PUT', `/api/groups/${group.id}/members/${member.me.id}/role`, {
			role: 'facilitator',
		});
		await facilitator.must('POST', `/api/groups/${group.id}/departure`);
		answers.push(await open(outsider, gone.token), await answer(outsider, open1.token));
		const last = await member.must<Made>('POST', `/api/groups/${group.id}/invitations`, { days: 30 });
		await member.must('POST', `/api/groups/${group.id}/end`, { confirmation: group.name, reason: 'Fin.' });
		answers.push(await open(outsider, last.token));
		expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
		expect(answers[0]?.status).toBe(404);
	});

	test('only facilitators make and see them, so many at once; nobody signed out reads one', async () => {
		const circle = await createCircle(server);
		const { member, moderator, outsider, facilitator, group } = circle;
		const address = `/api/groups/${group.id}/invitations`;
		for (const [who, status] of [
			[member, 403],
			[moderator, 403],
			[outsider, 404],
		] as const) {
			expect((await who.post(address, { days: 7 })).status).toBe(status);
			expect((await who.get(address)).status).toBe(status);
		}
		const made = await Promise.all(
			Array.from({ length: 22 }, () => facilitator.post<Partial<Made> & Problem>(address, { days: 7 })),
		);
		expect(made.filter(({ status }) => status === 201)).toHaveLength(20);
		expect(made.filter(({ body }) => body.reason === 'too-many-invitations')).toHaveLength(2);
		const { token = '' } = made.find(({ status }) => status === 201)?.body ?? {};
		expect((await open(new Person(server), token)).status).toBe(401);
	});

	test('the database holds a hash and nothing of whom it is for; trying tokens is slowed', async () => {
		const circle = await createCircle(server);
		const { token } = await invite(circle);
		expect(Buffer.from(token, 'base64url')).toHaveLength(32);
		const [row] = await server.world.db.selectFrom('invitations').selectAll().execute();
		expect(Buffer.from(row?.token_hash ?? []).toString('hex')).toBe(
			createHash('sha256').update(token).digest('hex'),
		);
		expect(JSON.stringify(row)).not.toContain(token);
		const tries = [];
		for (let n = 0; n < 40; n++) tries.push((await open(circle.outsider, `essai-${n}`)).status);
		expect(tries.slice(0, 30)).toEqual(Array(30).fill(404));
		expect(tries.at(-1)).toBe(429);
	});
});
