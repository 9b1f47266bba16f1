import type { Case } from '@entrepairs/contract/cases';
import type { Charter, CharterToSign, CharterVersion } from '@entrepairs/contract/charters';
import { closeCodes } from '@entrepairs/contract/collab';
import type { GroupDetail } from '@entrepairs/contract/groups';
import type { Problem } from '@entrepairs/contract/problem';
import type { SessionDetail } from '@entrepairs/contract/sessions';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connect, rawConnect } from '../support/collab-client.ts';
import {
	admit,
	type Circle,
	createCircle,
	newCase,
	openCase,
	type Person,
	planSeries,
	sign,
} from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer({ heartbeatMs: 100 });
});
afterAll(() => server.close());
afterEach(() => {
	server.now = null;
});

const charterOf = (person: Person, { group }: Circle) =>
	person.must<Charter>('GET', `/api/groups/${group.id}/charter`);

const newVersion = (change = 'Une précision') => ({
	sections: [{ key: 'confidentiality', title: 'Confidentialité', text: `Rien ne sort d’ici. ${change}` }],
	change,
	basedOn: 1,
});
const publish = (circle: Circle, own: object = {}, by = circle.facilitator) =>
	by.post<CharterVersion & Problem>(`/api/groups/${circle.group.id}/charter/versions`, {
		...newVersion(),
		...own,
	});
const signature = (person: Person, { group }: Circle, versionId: string, body: unknown = { read: true }) =>
	person.post<Problem>(`/api/groups/${group.id}/charter/versions/${versionId}/signature`, body);
const minutesAfter = (instant: string, minutes: number) => new Date(Date.parse(instant) + minutes * 60_000);

describe('charters', () => {
	test('a group begins with a charter in its language, and nobody is in the room before signing it', async () => {
		const circle = await createCircle(server);
		const english = await circle.facilitator.must<GroupDetail>('POST', '/api/groups', {
			organisationId: circle.organisationId,
			name: 'Wednesdays',
			purpose: 'Practice',
			language: 'en',
			timeZone: 'Europe/Paris',
			capacity: 6,
		});
		const charter = await circle.facilitator.must<Charter>('GET', `/api/groups/${english.id}/charter`);
		expect(charter.latest?.sections.map(({ title }) => title)).toContain('Confidentiality');
		expect(charter.latest).toMatchObject({ number: 1, change: null });
		expect(charter.mine).toMatchObject({ signed: null, toSign: true, mayEnter: false });
		expect(charter.waiting.map(({ name }) => name)).toEqual(['Claire Animatrice']);
		const { charters } = await circle.facilitator.must<{ charters: CharterToSign[] }>(
			'GET',
			'/api/charters-to-sign',
		);
		expect(charters).toMatchObject([{ group: { id: english.id, name: 'Wednesdays' }, closed: true }]);
	});

	test('unsigned, one sees when the session is, and reaches no case by any path', async () => {
		const circle = await createCircle(server);
		const opened = await openCase(circle);
		const { outsider, moderator, group } = circle;
		const { id } = await outsider.must<{ id: string }>('POST', `/api/groups/${group.id}/join-requests`, {
			message: 'Bonjour.',
		});
		await moderator.must('POST', `/api/join-requests/${id}/decision`, {
			outcome: 'accepted',
			reason: 'Oui.',
		});
		const seen = await outsider.must<SessionDetail>('GET', `/api/sessions/${opened.sessionId}`);
		expect(seen).toMatchObject({ mayEnter: false, mayOpenCase: false, cases: [], caseCount: 0 });
		expect((await outsider.must<{ cases: Case[] }>('GET', '/api/cases')).cases).toEqual([]);
		const shared = await outsider.post<Problem>(`/api/sessions/${opened.sessionId}/cases`, newCase());
		expect([shared.status, shared.body.reason]).toEqual([403, 'charter-unsigned']);
		const read = await outsider.get<Problem>(`/api/cases/${opened.id}`);
		expect([read.status, read.body.reason]).toEqual([403, 'charter-unsigned']);
		for (const path of ['text', 'versions', 'authors']) {
			expect((await outsider.get(`/api/cases/${opened.id}/${path}`)).status).toBe(404);
		}
		expect((await outsider.post(`/api/cases/${opened.id}/recusal`)).status).toBe(404);
		const door = { cookie: outsider.cookie ?? '', origin: server.url };
		expect(await rawConnect(`${server.url}/collab/${opened.id}`, door)).toBe(404);
		const notices = await server.world.db
			.selectFrom('notices')
			.where('account_id', '=', outsider.me.id)
			.select(['kind', 'group_id'])
			.execute();
		expect(notices).toContainEqual({ kind: 'charter-to-sign', group_id: group.id });

		await sign(outsider, group.id);
		expect(await outsider.must<SessionDetail>('GET', `/api/sessions/${opened.sessionId}`)).toMatchObject({
			mayEnter: true,
			caseCount: 1,
		});
		expect((await outsider.get(`/api/cases/${opened.id}`)).status).toBe(200);
	});

	test('who comes back to a group signs again', async () => {
		const circle = await createCircle(server);
		const { moderator, member, group } = circle;
		await moderator.must('POST', `/api/groups/${group.id}/members/${member.me.id}/removal`, { reason: 'A' });
		const { id } = await member.must<{ id: string }>('POST', `/api/groups/${group.id}/join-requests`, {
			message: 'Me revoilà.',
		});
		await moderator.must('POST', `/api/join-requests/${id}/decision`, {
			outcome: 'accepted',
			reason: 'Oui.',
		});
		expect((await charterOf(member, circle)).mine).toMatchObject({ signed: null, mayEnter: false });
	});

	test('a new version is in force from the next session: until then the last signature counts', async () => {
		const circle = await createCircle(server);
		const opened = await openCase(circle);
		const { member, facilitator } = circle;
		const session = await member.must<SessionDetail>('GET', `/api/sessions/${opened.sessionId}`);
		const version = await publish(circle);
		expect(version.status).toBe(201);
		expect(version.body).toMatchObject({ number: 2, inForceFrom: session.startsAt, change: 'Une précision' });
		const told = await server.world.db
			.selectFrom('notices')
			.where('subject_id', '=', version.body.id)
			.select(['kind', 'account_id'])
			.execute();
		expect(told.map(({ account_id }) => account_id).sort()).toEqual([facilitator.me.id, member.me.id].sort());
		expect(await charterOf(member, circle)).toMatchObject({
			latest: { number: 2 },
			inForce: { number: 1 },
			mine: { signed: { number: 1 }, toSign: true, mayEnter: true },
		});
		server.now = minutesAfter(session.startsAt, -1);
		expect((await member.get(`/api/cases/${opened.id}`)).status).toBe(200);

		const client = await connect(member, opened.id);
		expect(client.closeCode).toBeNull();
		server.now = minutesAfter(session.startsAt, 0);
		// Nobody tells that an hour has come: open connections are looked at again.
		await until(() => client.closeCode === closeCodes.noAccess, { what: 'the case to close' });
		client.leave();
		const read = await member.get<Problem>(`/api/cases/${opened.id}`);
		expect([read.status, read.body.reason]).toEqual([403, 'charter-unsigned']);
		await sign(member, circle.group.id);
		expect((await member.get(`/api/cases/${opened.id}`)).status).toBe(200);
		const again = await connect(member, opened.id);
		expect(again.provider.synced).toBe(true);
		again.leave();
	});

	test('without a session ahead a new version is in force at once, and open cases close', async () => {
		const circle = await createCircle(server);
		const opened = await openCase(circle);
		const session = await circle.member.must<SessionDetail>('GET', `/api/sessions/${opened.sessionId}`);
		await server.world.db
			.updateTable('series_phases')
			.set({ starts_on: '2100-01-05' })
			.where('series_id', '=', session.seriesId)
			.execute();
		const client = await connect(circle.member, opened.id);
		const version = await publish(circle);
		expect(Date.parse(version.body.inForceFrom)).toBeLessThanOrEqual(Date.now());
		await until(() => client.closeCode === closeCodes.noAccess, {
			withinMs: 1_000,
			what: 'the case to close',
		});
		client.leave();
		expect((await circle.member.get<Problem>(`/api/cases/${opened.id}`)).body.reason).toBe(
			'charter-unsigned',
		);
	});

	test('only the latest version is signed, once, and the digest of what was signed is kept', async () => {
		const circle = await createCircle(server);
		const before = await charterOf(circle.member, circle);
		const version = (await publish(circle)).body;
		const old = await signature(circle.member, circle, before.latest?.id ?? '');
		expect([old.status, old.body.reason]).toEqual([409, 'charter-replaced']);
		expect((await signature(circle.member, circle, version.id, {})).status).toBe(422);
		expect((await signature(circle.member, circle, version.id, { read: false })).status).toBe(422);
		const answers = await Promise.all([1, 2, 3].map(() => signature(circle.member, circle, version.id)));
		expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
		expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
		const kept = await server.world.db
			.selectFrom('charter_signatures')
			.where('version_id', '=', version.id)
			.select(['digest'])
			.execute();
		expect(kept).toEqual([{ digest: version.digest }]);
		expect((await charterOf(circle.facilitator, circle)).signatures).toContainEqual(
			expect.objectContaining({ name: 'Samir Membre', number: 2 }),
		);
	});

	test('facilitators publish, members and moderators read, others know nothing of it', async () => {
		const circle = await createCircle(server);
		const { moderator, member, outsider } = circle;
		expect((await publish(circle, {}, member)).status).toBe(403);
		expect((await publish(circle, {}, moderator)).status).toBe(403);
		expect((await publish(circle, {}, outsider)).status).toBe(404);
		const path = `/api/groups/${circle.group.id}/charter`;
		expect((await outsider.get(path)).status).toBe(404);
		const frame = await charterOf(moderator, circle);
		expect(frame).toMatchObject({ mine: null, mayEdit: false, latest: { number: 1 } });
		expect(frame.signatures.map(({ name }) => name).sort()).toEqual(['Claire Animatrice', 'Samir Membre']);
		const id = frame.latest?.id ?? '';
		expect((await signature(moderator, circle, id)).status).toBe(403);
		expect((await signature(outsider, circle, id)).status).toBe(404);
		for (const reader of [member, moderator]) {
			expect((await reader.get(`${path}/versions/${id}`)).status).toBe(200);
		}
		const another = await createCircle(server);
		expect((await member.get(`/api/groups/${another.group.id}/charter/versions/${id}`)).status).toBe(404);
		expect((await another.member.get(`/api/groups/${another.group.id}/charter/versions/${id}`)).status).toBe(
			404,
		);
	});

	test('two facilitators who change it at once: one version, and the other is told', async () => {
		const circle = await createCircle(server);
		await planSeries(circle);
		const answers = await Promise.all([publish(circle), publish(circle), publish(circle)]);
		expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
		expect(answers.find(({ status }) => status === 409)?.body.reason).toBe('changed-meanwhile');
		const twice = [...newVersion().sections, ...newVersion().sections];
		expect((await publish(circle, { sections: twice, basedOn: 2 })).body.errors).toEqual([
			{ field: 'sections.1.key', code: 'not-offered' },
		]);
		expect((await publish(circle, { change: undefined, basedOn: 2 })).body.errors).toEqual([
			{ field: 'change', code: 'required' },
		]);
	});

	test('a group from before there were charters is open until its facilitator makes one', async () => {
		const circle = await createCircle(server);
		await server.world.db.deleteFrom('charter_versions').where('group_id', '=', circle.group.id).execute();
		const opened = await openCase(circle);
		expect(await charterOf(circle.member, circle)).toMatchObject({
			latest: null,
			mine: { mayEnter: true, toSign: false },
		});
		await planSeries(circle);
		const first = await publish(circle, { basedOn: 0, change: undefined });
		expect(first.body).toMatchObject({ number: 1, change: null });
		expect((await circle.member.get(`/api/cases/${opened.id}`)).status).toBe(403);
		await sign(circle.member, circle.group.id);
		expect((await circle.member.get(`/api/cases/${opened.id}`)).status).toBe(200);
		await admit(circle, circle.outsider);
	});
});
