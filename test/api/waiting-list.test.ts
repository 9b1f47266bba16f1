import type { DirectoryGroup, GroupDetail } from '@entrepairs/contract/groups';
import type { JoinRequest, OwnRequest } from '@entrepairs/contract/memberships';
import type { Problem } from '@entrepairs/contract/problem';
import { createMembershipsService } from '@entrepairs/server/features/memberships/service';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Circle, createCircle, type Person, signUp } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterEach(() => {
	server.now = null;
});
afterAll(() => server.close());

/** A group of four with four members: the circle's two, and two more. */
async function fullCircle(): Promise<Circle & { readonly more: readonly Person[] }> {
	const circle = await createCircle(server, 4);
	const more = [await signUp(server, 'Un'), await signUp(server, 'Deux')];
	for (const person of more) await asked(circle, person);
	return { ...circle, more };
}

/** Asks, and is accepted by the moderator. */
async function asked(circle: Circle, person: Person): Promise<JoinRequest> {
	const { id } = await person.must<{ id: string }>('POST', `/api/groups/${circle.group.id}/join-requests`, {
		message: 'Bonjour.',
	});
	return circle.moderator.must('POST', `/api/join-requests/${id}/decision`, {
		outcome: 'accepted',
		reason: 'Oui.',
	});
}

async function own(person: Person): Promise<OwnRequest | undefined> {
	const { requests } = await person.must<{ requests: OwnRequest[] }>('GET', '/api/join-requests');
	return requests[0];
}

const leave = (person: Person, groupId: string) => person.post<Problem>(`/api/groups/${groupId}/departure`);
const place = (person: Person, id: string | undefined, outcome: 'taken' | 'declined') =>
	person.post<Problem>(`/api/join-requests/${id}/place`, { outcome });
const later = (hours: number) => {
	server.now = new Date((server.now ?? new Date()).getTime() + hours * 3_600_000);
};

/** What somebody was told of a group, oldest first. */
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

describe('the waiting list', () => {
	test('accepted into a full group, one waits in order, is offered the place that comes free, and takes it', async () => {
		const circle = await fullCircle();
		const { group, more } = circle;
		const [first, second] = [await signUp(server, 'Première'), await signUp(server, 'Seconde')];
		expect(await asked(circle, first)).toMatchObject({ state: 'waiting-list', position: 1 });
		expect(await asked(circle, second)).toMatchObject({ state: 'waiting-list', position: 2 });
		expect((await first.get(`/api/groups/${group.id}`)).status).toBe(404);
		expect((await place(first, (await own(first))?.id, 'taken')).body.reason).toBe('no-offer');

		expect((await leave(more[0] as Person, group.id)).status).toBe(204);
		const offer = await own(first);
		expect(offer).toMatchObject({ state: 'offered', position: null });
		expect(Date.parse(offer?.offeredUntil ?? '') - Date.now()).toBeGreaterThan(71 * 3_600_000);
		expect(await own(second)).toMatchObject({ state: 'waiting-list', position: 1 });
		// The offered place is taken: nobody else is let in on it.
		expect((await asked(circle, circle.outsider)).state).toBe('waiting-list');
		// Nobody takes it in their place, nor twice.
		expect((await place(second, offer?.id, 'taken')).status).toBe(404);
		const taken = await Promise.all([1, 2, 3].map(() => place(first, offer?.id, 'taken')));
		expect(taken.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
		expect((await first.get(`/api/groups/${group.id}`)).status).toBe(200);
		expect(await told(first, group.id)).toEqual([
			'request-listed',
			'place-offered',
			'charter-to-sign',
			'request-accepted',
		]);
	});

	test('an offer that is declined, withdrawn or let go by passes to the next', async () => {
		const circle = await fullCircle();
		const { group, more } = circle;
		const people = [];
		for (const name of ['A', 'B', 'C', 'D']) {
			const person = await signUp(server, name);
			await asked(circle, person);
			people.push(person);
		}
		const [a, b, c, d] = people as [Person, Person, Person, Person];
		await leave(more[0] as Person, group.id);
		expect((await place(a, (await own(a))?.id, 'declined')).status).toBe(200);
		expect(await own(a)).toBeUndefined();
		expect((await b.send('DELETE', `/api/join-requests/${(await own(b))?.id}`)).status).toBe(204);

		const offer = await own(c);
		expect(offer?.state).toBe('offered');
		later(72.1);
		expect(await own(c)).toBeUndefined();
		expect((await place(c, offer?.id, 'taken')).body.reason).toBe('no-offer');
		expect(await own(d)).toMatchObject({ state: 'offered' });
		expect(await told(c, group.id)).toEqual(['request-listed', 'place-offered', 'place-lapsed']);
		expect((await place(d, (await own(d))?.id, 'taken')).status).toBe(200);
	});

	test('lapsed offers are noticed without anybody asking, once', async () => {
		const circle = await fullCircle();
		const [first, second] = [await signUp(server, 'A'), await signUp(server, 'B')];
		await asked(circle, first);
		await asked(circle, second);
		await leave(circle.more[0] as Person, circle.group.id);
		later(73);
		const { db, events } = server.world;
		const clock = { now: () => server.now ?? new Date() };
		const memberships = createMembershipsService({ db, clock, events });
		await Promise.all([memberships.settleAllOffers(), memberships.settleAllOffers()]);
		expect(await told(first, circle.group.id)).toEqual(['request-listed', 'place-offered', 'place-lapsed']);
		expect(await told(second, circle.group.id)).toEqual(['request-listed', 'place-offered']);
	});

	test('more places are offered at once, fewer than are taken are refused', async () => {
		const circle = await fullCircle();
		const { facilitator, group } = circle;
		const [first, second] = [await signUp(server, 'A'), await signUp(server, 'B')];
		await asked(circle, first);
		await asked(circle, second);
		await facilitator.must<GroupDetail>('PATCH', `/api/groups/${group.id}`, { capacity: 6 });
		expect([(await own(first))?.state, (await own(second))?.state]).toEqual(['offered', 'offered']);
		const refused = await facilitator.send<Problem>('PATCH', `/api/groups/${group.id}`, { capacity: 5 });
		expect(refused.body.errors).toEqual([{ field: 'capacity', code: 'places-taken', limit: 6 }]);
		await place(second, (await own(second))?.id, 'declined');
		const detail = await facilitator.must<GroupDetail>('PATCH', `/api/groups/${group.id}`, { capacity: 5 });
		expect(detail).toMatchObject({ capacity: 5, memberCount: 4, freePlaces: 0 });
	});

	test('everybody at once: members leave, offers are taken and people are accepted; never one too many', async () => {
		const circle = await fullCircle();
		const { facilitator, moderator, member, group, more } = circle;
		const people = await Promise.all(Array.from({ length: 6 }, (_, n) => signUp(server, `P${n}`)));
		const requests: { id: string }[] = [];
		for (const person of people) {
			requests.push(
				await person.must<{ id: string }>('POST', `/api/groups/${group.id}/join-requests`, { message: 'A' }),
			);
		}
		const decide = (id: string) =>
			moderator.post(`/api/join-requests/${id}/decision`, { outcome: 'accepted', reason: 'Oui.' });
		await Promise.all([
			...requests.slice(0, 3).map(({ id }) => decide(id)),
			leave(member, group.id),
			leave(more[0] as Person, group.id),
		]);
		const offers = await Promise.all(people.map(own));
		const answers = await Promise.all([
			...offers.map((offer, n) => place(people[n] as Person, offer?.id ?? requests[n]?.id, 'taken')),
			...requests.slice(3).map(({ id }) => decide(id)),
			leave(more[1] as Person, group.id),
		]);
		expect(answers.every(({ status }) => status < 500)).toBe(true);
		const detail = await facilitator.must<GroupDetail>('GET', `/api/groups/${group.id}`);
		const rows = await server.world.db
			.selectFrom('join_requests')
			.where('group_id', '=', group.id)
			.where('state', 'in', ['offered', 'waiting-list'])
			.select(['state', 'list_rank'])
			.execute();
		const offered = rows.filter(({ state }) => state === 'offered');
		const waiting = rows.filter(({ state }) => state === 'waiting-list');
		// Three left and six came for three places: all are taken or offered, the first on the list first.
		expect(detail.memberCount + offered.length).toBe(4);
		expect(waiting).toHaveLength(3);
		for (const one of offered)
			for (const other of waiting) expect(one.list_rank).toBeLessThan(other.list_rank ?? 0);
	});

	test('the applicant and the moderators are told; a group on invitation is not asked', async () => {
		const circle = await createCircle(server);
		const { facilitator, moderator, outsider, group } = circle;
		const { id } = await outsider.must<{ id: string }>('POST', `/api/groups/${group.id}/join-requests`, {
			message: 'A',
		});
		expect(await told(moderator, group.id)).toContain('request-to-decide');
		await moderator.must('POST', `/api/join-requests/${id}/decision`, { outcome: 'refused', reason: 'Non.' });
		expect(await told(outsider, group.id)).toEqual(['request-refused']);
		await facilitator.must('PATCH', `/api/groups/${group.id}`, { admission: 'on-invitation' });
		const again = await outsider.post<Problem>(`/api/groups/${group.id}/join-requests`, { message: 'B' });
		expect(again.body.reason).toBe('on-invitation');
		const { groups } = await outsider.must<{ groups: DirectoryGroup[] }>('GET', '/api/directory');
		expect(groups.find((one) => one.id === group.id)?.admission).toBe('on-invitation');
	});
});
