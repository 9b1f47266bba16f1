import type { DirectoryGroup, GroupDetail } from '@entrepairs/contract/groups';
import type { JoinRequest } from '@entrepairs/contract/memberships';
import type { Problem } from '@entrepairs/contract/problem';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admit, createCircle, type Person, signUp } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const directoryEntry = async (person: Person, groupId: string) => {
	const { groups } = await person.must<{ groups: DirectoryGroup[] }>('GET', '/api/directory?q=mardi');
	return groups.find(({ id }) => id === groupId);
};

describe('memberships', () => {
	test('a request waits, is accepted with a reason, and the person is in the group', async () => {
		const { moderator, outsider, organisationId, group } = await createCircle(server);
		const asked = await outsider.post<{ id: string }>(`/api/groups/${group.id}/join-requests`, {
			message: 'Bonjour.',
		});
		expect(asked.status).toBe(201);
		expect((await directoryEntry(outsider, group.id))?.request?.state).toBe('waiting');
		const again = await outsider.post<Problem>(`/api/groups/${group.id}/join-requests`, {
			message: 'Encore.',
		});
		expect(again.body).toMatchObject({ code: 'conflict', reason: 'already-requested' });

		const { requests } = await moderator.must<{ requests: JoinRequest[] }>(
			'GET',
			`/api/organisations/${organisationId}/join-requests`,
		);
		expect(requests[0]).toMatchObject({ id: asked.body.id, state: 'waiting', message: 'Bonjour.' });
		const decided = await moderator.post(`/api/join-requests/${asked.body.id}/decision`, {
			outcome: 'accepted',
			reason: 'Bienvenue.',
		});
		expect(decided.body).toMatchObject({
			state: 'accepted',
			reason: 'Bienvenue.',
			decidedBy: 'Hélène Modératrice',
		});

		const detail = await outsider.must<GroupDetail>('GET', `/api/groups/${group.id}`);
		expect(detail.members.map(({ name }) => name)).toContain('Nadia Dehors');
		expect(new Set(detail.members.map(({ colour }) => colour)).size).toBe(detail.members.length);
		const me = await outsider.must<{ organisations: { id: string; role: string }[] }>('GET', '/api/me');
		expect(me.organisations).toMatchObject([{ id: organisationId, role: 'practitioner' }]);
	});

	test('a refusal tells the applicant why; they may ask again', async () => {
		const { moderator, outsider, group } = await createCircle(server);
		const { id } = await outsider.must<{ id: string }>('POST', `/api/groups/${group.id}/join-requests`, {
			message: 'A',
		});
		await moderator.must('POST', `/api/join-requests/${id}/decision`, {
			outcome: 'refused',
			reason: 'Diplôme à fournir.',
		});
		expect((await directoryEntry(outsider, group.id))?.request).toMatchObject({
			state: 'refused',
			reason: 'Diplôme à fournir.',
		});
		expect((await outsider.get(`/api/groups/${group.id}`)).status).toBe(404);
		expect((await outsider.post(`/api/groups/${group.id}/join-requests`, { message: 'B' })).status).toBe(201);
	});

	test('two moderators who answer at once: one answer counts, the other is told', async () => {
		const { moderator, outsider, group } = await createCircle(server);
		const { id } = await outsider.must<{ id: string }>('POST', `/api/groups/${group.id}/join-requests`, {
			message: 'A',
		});
		const answers = await Promise.all(
			['accepted', 'refused', 'accepted'].map((outcome) =>
				moderator.post<Problem>(`/api/join-requests/${id}/decision`, { outcome, reason: 'Motif.' }),
			),
		);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
		expect(answers.find(({ status }) => status === 409)?.body.reason).toBe('already-decided');
	});

	test('the last places go to as many, however many are accepted at once; the others wait in order', async () => {
		const circle = await createCircle(server, 4);
		const applicants = await Promise.all(Array.from({ length: 5 }, () => signUp(server)));
		const requests = await Promise.all(
			applicants.map((person) =>
				person.must<{ id: string }>('POST', `/api/groups/${circle.group.id}/join-requests`, { message: 'A' }),
			),
		);
		const answers = await Promise.all(
			requests.map(({ id }) =>
				circle.moderator.post<JoinRequest>(`/api/join-requests/${id}/decision`, {
					outcome: 'accepted',
					reason: 'Oui.',
				}),
			),
		);
		// Facilitator and member are in: two places of four are left.
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
		expect(answers.filter(({ body }) => body.state === 'accepted')).toHaveLength(2);
		const listed = await Promise.all(
			applicants.map(async (person) => (await directoryEntry(person, circle.group.id))?.request?.position),
		);
		expect(listed.filter((position) => position !== undefined && position !== null).sort()).toEqual([
			1, 2, 3,
		]);
		const detail = await circle.facilitator.must<GroupDetail>('GET', `/api/groups/${circle.group.id}`);
		expect(detail.members).toHaveLength(4);
	});

	test('only moderators decide and remove, never on their own request, and see no sessions', async () => {
		const circle = await createCircle(server);
		const { moderator, facilitator, member, outsider, group } = circle;
		const { id } = await outsider.must<{ id: string }>('POST', `/api/groups/${group.id}/join-requests`, {
			message: 'A',
		});
		const decision = { outcome: 'accepted', reason: 'Oui.' };
		for (const person of [facilitator, member, outsider]) {
			expect((await person.post(`/api/join-requests/${id}/decision`, decision)).status).toBe(404);
		}
		const own = await moderator.must<{ id: string }>('POST', `/api/groups/${group.id}/join-requests`, {
			message: 'A',
		});
		expect((await moderator.post(`/api/join-requests/${own.id}/decision`, decision)).status).toBe(403);

		const removal = (who: Person, target: Person) =>
			who.post<Problem>(`/api/groups/${group.id}/members/${target.me.id}/removal`, { reason: 'Motif.' });
		expect((await removal(facilitator, member)).status).toBe(403);
		expect((await removal(outsider, member)).status).toBe(404);
		expect((await removal(moderator, facilitator)).body.reason).toBe('last-facilitator');
		expect((await moderator.get(`/api/groups/${group.id}/sessions`)).status).toBe(404);
		expect((await moderator.get(`/api/groups/${group.id}`)).status).toBe(200);
	});

	test('who is removed reads why, and can be taken in again', async () => {
		const circle = await createCircle(server);
		const { moderator, member, group } = circle;
		await moderator.must('POST', `/api/groups/${group.id}/members/${member.me.id}/removal`, {
			reason: 'Absences.',
		});
		expect((await member.get(`/api/groups/${group.id}`)).status).toBe(404);
		expect((await directoryEntry(member, group.id))?.removal?.reason).toBe('Absences.');
		await admit(circle, member);
		expect((await member.get(`/api/groups/${group.id}`)).status).toBe(200);
	});
});
