/** What a session leaves behind: minutes for the group, a line in each one's record, and nothing else. */
import type { Case } from '@entrepairs/contract/cases';
import type { AdoptedText, AttendedSession, HeldSession, SessionMinutes } from '@entrepairs/contract/minutes';
import type { Problem } from '@entrepairs/contract/problem';
import { unseal } from '@entrepairs/server/platform/crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type CollabClient, connect, rawConnect } from '../support/collab-client.ts';
import { type EndedRoom, putRoom } from '../support/ended-room.ts';
import { admit, type Circle, createCircle, newCase, type Person, signUp } from '../support/people.ts';
import { enterRoom, type RoomClient } from '../support/room-client.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
let circle: Circle;
let sessionId: string;
let startsAt: Date;
/** The one after it. */
let nextId: string;
const open: (CollabClient | RoomClient)[] = [];

beforeAll(async () => {
	server = await startServer({ heartbeatMs: 100 }, undefined, undefined, {}, { heartbeatMs: 50 });
});
afterAll(() => server.close());
beforeEach(async () => {
	for (const client of open.splice(0)) client.leave();
	server.now = null;
	circle = await createCircle(server);
	const weekly = await circle.facilitator.must<{ sessions: { id: string; startsAt: string }[] }>(
		'POST',
		`/api/groups/${circle.group.id}/series`,
		{
			...{ startsOn: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10), time: '18:30' },
			...{ durationMinutes: 90, timeZone: 'Europe/Paris' },
			recurrence: { every: 'week', interval: 1, weekdays: [1] },
		},
	);
	const [first, second] = weekly.sessions;
	sessionId = first?.id ?? '';
	nextId = second?.id ?? '';
	startsAt = new Date(first?.startsAt ?? '');
});

/** A session with the facilitator and the member, in which the member presents; 90 minutes long. */
function hold(own: Partial<EndedRoom> & { readonly own?: EndedRoom['own'] } = {}): Promise<string> {
	const { facilitator, member } = circle;
	return putRoom(server.world, {
		...{ sessionId, openedAt: startsAt, minutes: 90 },
		...{ facilitatorId: facilitator.me.id, presenterId: member.me.id },
		visits: [
			{ accountId: facilitator.me.id, from: -5, until: 95 },
			{ accountId: member.me.id, from: 2, until: 40 },
			// A second window, and back after half an hour.
			{ accountId: member.me.id, from: 10, until: 30 },
			{ accountId: member.me.id, from: 60, until: 89.8, isOpen: true },
		],
		...own,
	});
}
const path = () => `/api/sessions/${sessionId}/minutes`;
const read = (person: Person) => person.must<SessionMinutes>('GET', path());
const attended = async (person: Person) =>
	(await person.must<{ sessions: AttendedSession[] }>('GET', '/api/attended-sessions')).sessions;
const history = async (person: Person) =>
	(await person.must<{ sessions: HeldSession[] }>('GET', `/api/groups/${circle.group.id}/history`)).sessions;
async function join(person: Person, id: string): Promise<CollabClient> {
	const client = await connect(person, id);
	open.push(client);
	return client;
}
/** What is left of the room's own state, out of its seal. */
async function stateOf(roomId: string): Promise<string> {
	const row = await server.world.db
		.selectFrom('rooms')
		.where('id', '=', roomId)
		.select(['sealed_state', 'wrapped_key', 'version'])
		.executeTakeFirstOrThrow();
	const key = server.world.keyring.unwrap(row.wrapped_key);
	return Buffer.from(unseal(key, row.sealed_state, `room:${roomId}:${row.version}`)).toString('utf8');
}

describe('minutes', () => {
	test('of a session that people hold in its room, from its opening to its end', async () => {
		const { facilitator, member, outsider } = circle;
		await admit(circle, outsider);
		/** So many minutes after the planned start; everybody who is there has been heard of since. */
		const at = async (minute: number) => {
			server.now = new Date(startsAt.getTime() + minute * 60_000);
			const since = server.now;
			await until(async () => {
				const { n } = await server.world.db
					.selectFrom('room_visits')
					.where('left_at', 'is', null)
					.where('seen_at', '<', since)
					.select((e) => e.fn.countAll<number>().as('n'))
					.executeTakeFirstOrThrow();
				return n === 0;
			});
		};
		await at(-1);
		const frame = await enterRoom(facilitator, sessionId);
		await at(0);
		const presenter = await enterRoom(member, sessionId);
		const peer = await enterRoom(outsider, sessionId);
		open.push(frame, presenter, peer);
		if (frame.room.frame.heldBy !== facilitator.me.id) await frame.must({ do: 'take-frame' });
		await presenter.must({ do: 'check-in', word: 'tempête' });
		await frame.must({ do: 'take-role', role: 'presenter', accountId: member.me.id });
		const how = { minutes: 60, hasClock: true, mode: 'live' } as const;
		await frame.must({ do: 'choose-method', method: 'codevelopment', ...how });
		await at(2);
		await frame.must({ do: 'start' });
		await at(14);
		await frame.must({ do: 'next', stage: '0.account' });
		await at(20);
		await frame.must({ do: 'pause' });
		await at(22);
		await frame.must({ do: 'resume' });
		await at(30);
		await frame.must({ do: 'next', stage: '0.clarification' });
		await at(35);
		for (const stage of ['contract', 'consultation', 'plan', 'learning'])
			await frame.must({ do: 'next', stage: `0.${stage}` });
		await presenter.sees(({ phase }) => phase === 'closing');
		await presenter.must({ do: 'take-away', words: 'Demander plus tôt un avis.' });
		await presenter.must({ do: 'evaluate', value: 4 });
		expect((await member.get(path())).status).toBe(404);
		await at(40);
		await frame.must({ do: 'end' });
		const draft = await read(member);
		expect(draft).toMatchObject({
			method: { minutes: 60, hasClock: true },
			startedAt: new Date(startsAt.getTime() + 2 * 60_000).toISOString(),
			endedAt: new Date(startsAt.getTime() + 40 * 60_000).toISOString(),
			evaluations: [{ value: 4, count: 1 }],
		});
		// Two of them came at the same moment.
		const presence = draft.people.map(({ name, minutes }) => `${name}: ${minutes}`);
		expect(presence.sort()).toEqual(['Claire Animatrice: 40', 'Nadia Dehors: 40', 'Samir Membre: 40']);
		expect(draft.stages.map(({ key, seconds, pausedSeconds }) => [key, seconds, pausedSeconds])).toEqual([
			...[['0.account', 720, 0] as const, ['0.clarification', 840, 120] as const],
			...[['0.contract', 300, 0] as const, ['0.consultation', 0, 0] as const],
			...[['0.plan', 0, 0] as const, ['0.learning', 0, 0] as const],
		]);
		expect(draft.stages[0]?.sections).toEqual(['context', 'facts', 'request']);
		expect(draft.roles.slice(0, 2)).toMatchObject([
			{ role: 'presenter', name: 'Samir Membre' },
			{ role: 'facilitator', name: 'Claire Animatrice' },
		]);
		expect((await join(facilitator, draft.id)).text('learning')).toBe('Demander plus tôt un avis.');
		expect(await attended(member)).toMatchObject([{ minutes: 40, people: 3 }]);
		const told = async (person: Person) =>
			(await person.must<{ notices: { kind: string; path: string }[] }>('GET', '/api/notices')).notices
				.filter(({ kind }) => kind === 'minutes-drafted')
				.map((notice) => notice.path);
		expect([await told(member), await told(facilitator)]).toEqual([
			[`/sessions/${sessionId}/minutes`],
			[`/sessions/${sessionId}/minutes`],
		]);
		// Who looks at the room again finds that it has ended, and nothing of what was said in it.
		const again = await enterRoom(member, sessionId);
		open.push(again);
		expect(again.room).toMatchObject({ phase: 'ended', takeAways: [], checkIns: [], evaluations: [] });
	});

	test('are drafted from what the room knows, and stand in the history', async () => {
		const { facilitator, member } = circle;
		await hold({
			own: {
				evaluations: [
					{ accountId: member.me.id, value: 4 },
					{ accountId: facilitator.me.id, value: 4 },
				],
			},
		});
		const draft = await read(member);
		expect(draft).toMatchObject({
			...{ state: 'draft', mode: 'live', case: null, spoken: null, heldBack: null, adopted: null },
			method: { name: { fr: 'Deux temps' }, version: 3, minutes: 20, hasClock: true },
			roles: [
				{ role: 'presenter', name: 'Samir Membre' },
				{ role: 'facilitator', name: 'Claire Animatrice' },
			],
			people: [
				{ name: 'Claire Animatrice', minutes: 90 },
				{ name: 'Samir Membre', minutes: 38 + 30 },
			],
			stages: [
				{ key: '0.facts', plannedSeconds: 600, seconds: 600, sections: ['facts'] },
				{ key: '0.advice', seconds: 70 * 60, sections: ['options'] },
			],
			evaluations: [{ value: 4, count: 2 }],
			next: { sessionId: nextId },
			may: { write: true, approve: true, adopt: false, reopen: false, erase: true },
		});
		expect((await read(facilitator)).may).toMatchObject({ adopt: true });
		expect(await history(member)).toMatchObject([
			{ sessionId, method: { fr: 'Deux temps' }, people: 2, minutes: 'draft' },
		]);
	});

	test('are written by several at once, adopted by who facilitates, and reopened', async () => {
		const { facilitator, member } = circle;
		await hold();
		const { id } = await read(member);
		const [one, two] = [await join(member, id), await join(facilitator, id)];
		one.write('decisions', 'Revoir la situation en mars.');
		two.write('follow-up', 'Demander un avis.');
		await until(() => one.text('follow-up') !== '' && two.text('decisions') !== '');
		await until(() => one.isSaved() && two.isSaved());

		const approve = (person: Person, approves = true) =>
			person.send<SessionMinutes & Problem>('PUT', `${path()}/approval`, { approves });
		await approve(member);
		await approve(facilitator);
		await approve(facilitator, false);
		expect((await approve(member)).body.approvals.map(({ name }) => name)).toEqual(['Samir Membre']);
		expect((await member.post(`${path()}/adoption`)).status).toBe(403);
		const adopted = await facilitator.must<SessionMinutes>('POST', `${path()}/adoption`);
		expect(adopted).toMatchObject({ state: 'adopted', adopted: { by: 'Claire Animatrice' } });
		expect((await facilitator.post<Problem>(`${path()}/adoption`)).body.reason).toBe('minutes-adopted');
		expect((await approve(member)).body.reason).toBe('minutes-adopted');
		// Who has them open can only read from now on.
		await until(() => {
			one.write('notes', 'trop tard');
			return one.refused !== null;
		});
		const { versions } = await read(member);
		expect(versions).toEqual([
			{ id: expect.any(String), adoptedAt: adopted.adopted?.at, adoptedBy: 'Claire Animatrice' },
		]);

		expect((await member.send('DELETE', `${path()}/adoption`)).status).toBe(403);
		const again = await facilitator.must<SessionMinutes>('DELETE', `${path()}/adoption`);
		expect(again).toMatchObject({ state: 'draft', approvals: [], adopted: null });
		expect((await facilitator.send<Problem>('DELETE', `${path()}/adoption`)).body.reason).toBe(
			'minutes-not-adopted',
		);
		const writer = await join(member, id);
		writer.write('notes', 'de nouveau');
		await until(() => writer.isSaved());
		// What was adopted can still be read, beside what became of it.
		expect((await read(member)).versions).toEqual(versions);
		const versionPath = `${path()}/versions/${versions[0]?.id}`;
		const version = await member.must<AdoptedText>('GET', versionPath);
		expect(version).toMatchObject(versions[0] ?? {});
		const textOf = (state: string) => {
			const document = new Y.Doc();
			Y.applyUpdate(document, Buffer.from(state, 'base64'));
			return ['decisions', 'notes'].map((key) => document.getXmlFragment(key).toString());
		};
		expect(textOf(version.state).join()).toContain('Revoir la situation en mars.');
		expect(textOf(version.state).join()).not.toContain('de nouveau');
		expect(textOf(version.now).join()).toContain('de nouveau');
		expect((await circle.moderator.get(versionPath)).status).toBe(404);
		expect((await member.get(`${path()}/versions/${crypto.randomUUID()}`)).status).toBe(404);

		// As if the process had died between adopting and keeping: reopening keeps it first.
		const { adopted: second } = await facilitator.must<SessionMinutes>('POST', `${path()}/adoption`);
		await server.world.db
			.deleteFrom('document_versions')
			.where('document_id', '=', id)
			.where('id', '!=', versions[0]?.id ?? '')
			.execute();
		await facilitator.must('DELETE', `${path()}/adoption`);
		const kept = (await read(member)).versions.map(({ adoptedAt }) => adoptedAt);
		expect(kept.sort()).toEqual([versions[0]?.adoptedAt, second?.at]);
	});

	test('are for who may enter the room and is not absent from its case; a moderator never reads them', async () => {
		const { facilitator, member, moderator, outsider } = circle;
		await admit(circle, outsider);
		const opened = await member.must<Case>(
			'POST',
			`/api/sessions/${sessionId}/cases`,
			newCase({ title: 'Une mère ne vient plus', excluded: [facilitator.me.id] }),
		);
		await hold({ own: { caseId: opened.id } });
		const { id, case: of } = await read(member);
		expect(of).toEqual({ id: opened.id, title: 'Une mère ne vient plus' });
		const reading = await join(outsider, id);
		const stranger = await signUp(server);
		for (const person of [facilitator, moderator, stranger]) {
			expect((await person.get(path())).status).toBe(404);
			for (const [method, end, body] of [
				['PUT', '/approval', { approves: true }],
				['POST', '/adoption', {}],
				['DELETE', '/adoption', undefined],
				['DELETE', '/held-back', undefined],
				['POST', '/erasures', { sections: [] }],
			] as const)
				expect((await person.send(method, path() + end, body)).status).toBe(404);
			const headers = { cookie: person.cookie ?? '', origin: server.url };
			expect(await rawConnect(`${server.url}/collab/${id}`, headers)).toBe(404);
		}
		// Who is absent sees in the history that there was a session, as they see its roles.
		expect(await history(facilitator)).toMatchObject([{ sessionId, minutes: null }]);
		expect((await moderator.get(`/api/groups/${circle.group.id}/history`)).status).toBe(404);
		// Leaving the case closes its minutes at once.
		await outsider.must('POST', `/api/cases/${opened.id}/recusal`);
		await until(() => reading.closeCode !== null);
		expect((await outsider.get(path())).status).toBe(404);
	});

	test('take over what people take away, unless it looks like an identifier: that is shown to its author only', async () => {
		const { facilitator, member } = circle;
		const roomId = await hold({
			own: {
				takeAways: [
					{ accountId: facilitator.me.id, words: 'Demander plus tôt un avis.' },
					{ accountId: member.me.id, words: 'Mme Odile Ferrand, 06 39 98 41 07.' },
				],
				checkIns: [{ accountId: member.me.id, word: 'tempête' }],
			},
		});
		const { id, heldBack } = await read(member);
		expect(heldBack).toContain('Ferrand');
		expect((await read(facilitator)).heldBack).toBeNull();
		const text = await join(member, id);
		expect(text.text('learning')).toBe('Demander plus tôt un avis.');
		expect(await stateOf(roomId)).not.toMatch(/Ferrand|avis|tempête/);

		await member.must('POST', `${path()}/erasures`, { sections: ['learning'] });
		expect((await read(member)).heldBack).toContain('Ferrand');
		const after = await join(facilitator, id);
		expect(after.text('learning')).toBe('');
		await facilitator.must('DELETE', `${path()}/held-back`);
		await member.must('DELETE', `${path()}/held-back`);
		expect((await read(member)).heldBack).toBeNull();
		const wrong = await member.post<Problem>(`${path()}/erasures`, { sections: ['facts'] });
		expect([wrong.status, wrong.body.errors]).toEqual([422, [{ field: 'sections.0', code: 'not-offered' }]]);
	});

	test('keep the times of speaking only if somebody wants it and nobody refuses', async () => {
		const { facilitator, member } = circle;
		const spoken = [{ accountId: member.me.id, stage: '0.facts', ms: 123_456 }];
		const agree = (agrees: boolean) => ({ accountId: facilitator.me.id, agrees });
		const refused = await hold({ own: { spoken, keepTimes: [agree(false)] } });
		expect((await read(member)).spoken).toBeNull();
		expect(await stateOf(refused)).not.toContain('123456');
		[sessionId, nextId] = [nextId, sessionId];
		const kept = await hold({ own: { spoken, keepTimes: [agree(true)] } });
		expect((await read(member)).spoken).toEqual(spoken);
		expect(await stateOf(kept)).not.toContain('123456');
	});

	test('are made once, whoever asks for them at the same moment; what was only looked into leaves none', async () => {
		const { facilitator, member } = circle;
		await hold();
		const all = await Promise.all([
			...[member, facilitator, member, facilitator].map((person) => read(person)),
			server.world.jobs.runDue(),
		]);
		expect(new Set(all.slice(0, 4).map((one) => (one as SessionMinutes).id)).size).toBe(1);
		expect(await attended(member)).toHaveLength(1);
		sessionId = nextId;
		await hold({ own: { passages: [] } });
		expect((await member.get(path())).status).toBe(404);
		expect(await attended(member)).toHaveLength(1);
	});
});

describe('each one’s record', () => {
	test('says what they were at, and stays when they leave the group; nobody else sees it', async () => {
		const { facilitator, member, outsider } = circle;
		await hold();
		await server.world.jobs.runDue();
		const expected = {
			...{ sessionId, groupName: 'Le mardi soir', minutes: 68, mode: 'live', people: 2 },
			...{ method: { fr: 'Deux temps', en: 'Deux temps' }, roles: ['presenter'] },
			from: new Date(startsAt.getTime() + 2 * 60_000).toISOString(),
			until: new Date(startsAt.getTime() + 90 * 60_000).toISOString(),
		};
		expect(await attended(member)).toEqual([expected]);
		expect(await attended(facilitator)).toMatchObject([{ minutes: 90, roles: ['facilitator'] }]);
		expect(await attended(outsider)).toEqual([]);
		await member.must('POST', `/api/groups/${circle.group.id}/departure`);
		expect((await member.get(path())).status).toBe(404);
		expect(await attended(member)).toEqual([expected]);
		const { rows } = await sql<{
			row: string;
		}>`select encode(sealed, 'escape') || encode(sealed_facts, 'escape') as row
			from attended_sessions, minutes`.execute(server.world.db);
		expect(rows.map(({ row }) => row).join()).not.toMatch(/mardi|Deux temps/);
	});

	test('a live room that nobody ended is over when two were last there, twelve hours after the session', async () => {
		const { facilitator, member } = circle;
		const roomId = await hold({
			minutes: null,
			visits: [
				// A window that stays open over night.
				{ accountId: facilitator.me.id, from: -5, until: 800, isOpen: true },
				{ accountId: member.me.id, from: 2, until: 69.5 },
			],
		});
		const run = async (hours: number) => {
			server.now = new Date(startsAt.getTime() + 90 * 60_000 + hours * 3_600_000);
			await server.world.jobs.runDue();
		};
		await run(11.9);
		expect(await attended(member)).toEqual([]);
		await run(12.1);
		// The job that ends it makes what it leaves, at the same run.
		expect(await attended(member)).toMatchObject([{ minutes: 67 }]);
		expect(await attended(facilitator)).toMatchObject([{ minutes: 69 }]);
		expect(await read(member)).toMatchObject({
			endedAt: new Date(startsAt.getTime() + 69.5 * 60_000).toISOString(),
			endedByItself: true,
		});
		const { notices } = await member.must<{ notices: { kind: string; path: string }[] }>(
			'GET',
			'/api/notices',
		);
		expect(notices.filter(({ kind }) => kind === 'minutes-drafted')).toMatchObject([
			{ path: `/sessions/${sessionId}/minutes` },
		]);
		expect(await stateOf(roomId)).toContain('"what":"ended"');
		await run(13);
		expect(await attended(member)).toHaveLength(1);
	});
});
