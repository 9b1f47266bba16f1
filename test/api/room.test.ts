/** The room of a session: who may come in, what everybody sees of it, and what it lets them do. */
import type { CaseVersion } from '@entrepairs/contract/cases';
import { closeCodes } from '@entrepairs/contract/collab';
import type { Problem } from '@entrepairs/contract/problem';
import type { RoomSummary } from '@entrepairs/contract/room';
import type { Series } from '@entrepairs/contract/sessions';
import { unseal } from '@entrepairs/server/platform/crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../support/collab-client.ts';
import {
	admit,
	type Circle,
	createCircle,
	newCase,
	type Person,
	planSeries,
	reviewed,
	Person as Somebody,
	sign,
	signUp,
} from '../support/people.ts';
import { enterRoom, type RoomClient, tryRoom } from '../support/room-client.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const MINUTE = 60_000;
const DAY = 24 * 3_600_000;

let server: TestServer;
let circle: Circle;
/** A third one, who only takes part. */
let peer: Person;
let sessionId: string;
let startsAt: number;
let caseId: string;
const clients: RoomClient[] = [];

beforeAll(async () => {
	server = await startServer({}, undefined, undefined, {}, { heartbeatMs: 100 });
	circle = await createCircle(server);
	peer = await signUp(server, 'Awa Paire');
	await admit(circle, peer);
});
afterAll(() => server.close());

/** A session of its own for each test, a minute before it begins. */
beforeEach(async () => {
	for (const client of clients.splice(0)) client.leave();
	await until(() => server.openRooms() === 0);
	server.now = null;
	const { sessions } = await planSeries(circle);
	sessionId = sessions[0]?.id ?? '';
	startsAt = Date.parse(sessions[0]?.startsAt ?? '');
	const opened = await circle.member.must<{ id: string }>(
		'POST',
		`/api/sessions/${sessionId}/cases`,
		newCase(),
	);
	caseId = opened.id;
	at(startsAt - MINUTE);
});

function at(ms: number): void {
	server.now = new Date(ms);
}

async function enter(person: Person): Promise<RoomClient> {
	const client = await enterRoom(person, sessionId);
	clients.push(client);
	return client;
}

const idOf = ({ me }: Person) => me.id;

/** The facilitator holds the frame, the member presents their case, and the method is chosen. */
async function lobby() {
	const facilitator = await enter(circle.facilitator);
	const member = await enter(circle.member);
	const other = await enter(peer);
	await facilitator.must({ do: 'take-role', role: 'presenter', accountId: idOf(circle.member) });
	await facilitator.must({
		...{ do: 'choose-method', method: 'codevelopment', minutes: 60, hasClock: true, mode: 'live' },
	});
	return { facilitator, member, other };
}

async function started() {
	const windows = await lobby();
	await windows.facilitator.must({ do: 'start' });
	for (const client of Object.values(windows)) await client.sees(({ phase }) => phase === 'stages');
	return windows;
}

async function goTo(facilitator: RoomClient, stage: string): Promise<void> {
	for (let n = 0; facilitator.stage !== stage && n < 16; n++) {
		await facilitator.must({ do: 'next', stage: facilitator.stage ?? '' });
	}
	expect(facilitator.stage).toBe(stage);
}

const summary = (person: Person) => person.must<RoomSummary>('GET', `/api/sessions/${sessionId}/room`);
const reasonOf = (answer: number | Problem) =>
	typeof answer === 'number' ? 'done' : (answer.reason ?? answer.code);

describe('the door', () => {
	test('is shut for those who are not in the group, have not signed, or come from elsewhere', async () => {
		const unsigned = await signUp(server);
		const { id } = await unsigned.must<{ id: string }>(
			'POST',
			`/api/groups/${circle.group.id}/join-requests`,
			{ message: 'Bonjour.' },
		);
		await circle.moderator.must('POST', `/api/join-requests/${id}/decision`, {
			...{ outcome: 'accepted', reason: 'Oui.' },
		});
		expect(await tryRoom(circle.outsider, sessionId)).toBe(404);
		expect(await tryRoom(circle.moderator, sessionId)).toBe(404);
		expect(await tryRoom(new Somebody(server), sessionId)).toBe(401);
		expect(await tryRoom(unsigned, sessionId)).toBe(403);
		expect((await summary(unsigned)).mayEnter).toBe(false);
		expect(await tryRoom(circle.member, sessionId, { origin: 'https://elsewhere.example' })).toBe(403);
		expect(await tryRoom(circle.member, sessionId, {}, [])).toBe(400);
		expect(await tryRoom(circle.member, `${sessionId.slice(0, -2)}99`)).toBe(404);
		expect(await tryRoom(circle.member, sessionId.replace(/\.(\d{4})-\d\d-/, '.$1-13-'))).toBe(404);
		expect(await tryRoom(circle.member, 'nothing')).toBe(404);
		await sign(unsigned, circle.group.id);
		expect(typeof (await tryRoom(unsigned, sessionId))).toBe('object');
		await unsigned.must('POST', `/api/groups/${circle.group.id}/departure`);
	});

	test('opens half an hour before; a facilitator may open it earlier, and everybody follows', async () => {
		at(startsAt - 3 * DAY);
		expect(await tryRoom(circle.member, sessionId)).toBe(409);
		expect(await summary(circle.member)).toMatchObject({ phase: null, mayEnter: false, present: 0 });
		const facilitator = await enter(circle.facilitator);
		const member = await enter(circle.member);
		await facilitator.must({ do: 'take-role', role: 'presenter', accountId: idOf(circle.member) });
		const method = { do: 'choose-method', method: 'codevelopment', minutes: null, hasClock: false } as const;
		await facilitator.must({ ...method, mode: 'over-days' });
		await facilitator.must({ do: 'start' });
		await member.sees(({ phase, deadline }) => phase === 'stages' && deadline !== null);
		expect(await summary(circle.member)).toMatchObject({
			...{ phase: 'stages', mode: 'over-days', mayEnter: true, present: 2 },
			deadline: member.room.deadline,
			opensAt: new Date(startsAt - 30 * MINUTE).toISOString(),
		});
	});

	test('stays open to read what was; a day after the end nothing goes on, and nothing is opened any more', async () => {
		const { facilitator } = await started();
		const { sessions } = await planSeries(circle);
		at(startsAt + 3 * DAY);
		const [room, late] = [await enter(circle.member), sessions[0]?.id ?? ''];
		expect(room.room.phase).toBe('stages');
		expect(room.room.mySections).toBeNull();
		const next = await facilitator.act({ do: 'next', stage: facilitator.stage ?? '' });
		expect(reasonOf(next)).toBe('session-over');
		expect(await tryRoom(circle.member, late)).toBe(409);
		// The case is free again: a room that nobody ended does not hold it for ever.
		const writer = await connect(peer, caseId);
		writer.write('feelings', 'après');
		await until(() => writer.isSaved());
		writer.leave();
	});
});

describe('what everybody sees', () => {
	test('is the same for who comes late and who comes back', async () => {
		const { facilitator, member } = await started();
		at(startsAt + 4 * MINUTE);
		await facilitator.must({ do: 'pause' });
		await member.must({ do: 'check-in', word: 'Disponible' });
		await facilitator.sees(({ checkIns }) => checkIns.length === 1);
		member.leave();
		const again = await enter(circle.member);
		const second = await enter(circle.facilitator);
		expect(second.room).toEqual(facilitator.room);
		expect(again.room).toEqual({ ...facilitator.room, mySections: again.room.mySections });
		expect(again.room.clock).toMatchObject({ startedAt: startsAt - MINUTE, pausedAt: startsAt + 4 * MINUTE });
		expect(again.method?.name.fr).toBe(facilitator.method?.name.fr);
		await until(() => facilitator.visits.length === 4);
		expect(new Set(facilitator.visits.map(({ name }) => name)).size).toBe(3);
	});

	test('moves one stage when several press at once, from several windows', async () => {
		const { facilitator } = await started();
		const second = await enter(circle.facilitator);
		const stage = facilitator.stage ?? '';
		const versions = await Promise.all(
			[facilitator, second, facilitator, second].map((client) => client.must({ do: 'next', stage })),
		);
		expect(new Set(versions).size).toBe(1);
		await second.sees(({ at: index }) => index === 1);
		expect(facilitator.room.at).toBe(1);
	});

	test('is done once, however often a page asks for it whose line was lost before the answer', async () => {
		const { facilitator, member } = await started();
		const more = { do: 'extend', stage: '0.account', seconds: 60 } as const;
		const extra = () => member.room.clock?.extraSeconds;
		// The line breaks with the action on its way: it may have arrived or not.
		facilitator.send({ type: 'act', id: 7, press: 'first-press', action: more });
		facilitator.socket.terminate();
		const [one, other] = [await enter(circle.facilitator), await enter(circle.facilitator)];
		const answers = await Promise.all([one, other].map((window) => window.act(more, 'first-press')));
		for (const answer of answers) expect(answer).toEqual(expect.any(Number));
		await member.sees(({ clock }) => clock?.extraSeconds === 60);
		// Another press is another minute; nobody's press stands for somebody else's.
		await one.act(more, 'second-press');
		expect(reasonOf(await member.act(more, 'second-press'))).toBe('not-allowed');
		await one.act(more, 'first-press');
		await until(() => extra() === 120);
		expect(JSON.stringify([member.room, one.room])).not.toContain('press');
		expect(reasonOf(await one.act({ do: 'danger' }, 'danger-press'))).toBe('done');
		const row = await server.world.db
			.selectFrom('rooms')
			.where('series_id', '=', sessionId.split('.')[0] ?? '')
			.select(['id', 'version', 'sealed_state', 'wrapped_key'])
			.executeTakeFirstOrThrow();
		const key = server.world.keyring.unwrap(row.wrapped_key);
		const state = Buffer.from(unseal(key, row.sealed_state, `room:${row.id}:${row.version}`)).toString(
			'utf8',
		);
		expect(state).toContain('second-press');
		expect(state).not.toContain('danger-press');
	});

	test('says who did what, but not who said that somebody is in danger; the database holds no word of it', async () => {
		const { facilitator, member, other } = await started();
		await other.must({ do: 'check-in', word: 'carambolage' });
		await other.must({ do: 'danger' });
		await member.sees(({ inDanger }) => inDanger);
		expect(reasonOf(await facilitator.act({ do: 'next', stage: facilitator.stage ?? '' }))).toBe(
			'room-not-now',
		);
		await member.must({ do: 'return' });
		await facilitator.must({ do: 'next', stage: facilitator.stage ?? '' });
		const { rows } = await roomRows();
		const done = rows.map(({ what }) => what);
		expect([done[0], ...done.slice(-2)]).toEqual(['opened', 'started', 'next']);
		expect(done.join()).not.toContain('danger');
		expect(rows.at(-1)).toMatchObject({ account_id: idOf(circle.facilitator), stage: facilitator.stage });
		expect(JSON.stringify(facilitator.room.passages)).not.toContain(idOf(peer));
		const { sealed_state: sealed } = await server.world.db
			.selectFrom('rooms')
			.where('series_id', '=', sessionId.split('.')[0] ?? '')
			.select('sealed_state')
			.executeTakeFirstOrThrow();
		expect(Buffer.from(sealed).toString('latin1')).not.toContain('carambolage');
		const metrics = (await new Somebody(server).get<string>('/metrics')).body;
		expect(metrics).toContain('entrepairs_room_actions_total{action="next"');
		expect(metrics).not.toContain('danger');
	});

	test('hides how the time was shared until the closing, and whose evaluation is whose', async () => {
		const { facilitator, member } = await started();
		await facilitator.must({ do: 'give-word', to: idOf(circle.member) });
		at(startsAt + 5 * MINUTE);
		await goTo(facilitator, '0.learning');
		expect(facilitator.room.spoken).toEqual([]);
		await facilitator.must({ do: 'next', stage: '0.learning' });
		await member.sees(({ phase }) => phase === 'closing');
		expect(member.room.spoken).toMatchObject([{ accountId: idOf(circle.member), ms: 6 * MINUTE }]);
		await member.must({ do: 'evaluate', value: 4 });
		await facilitator.sees(({ evaluations }) => evaluations.length === 1);
		expect(facilitator.room).toMatchObject({ evaluations: [{ value: 4, count: 1 }], myEvaluation: null });
		expect(member.room.myEvaluation).toBe(4);
		// What is about the situation passes the gate, as every text does.
		const words = 'Appeler Mme Fournier au 06 12 34 56 78.';
		expect(reasonOf(await member.act({ do: 'take-away', words }))).toBe('findings-untreated');
		// So does a word on arriving, which may still be said.
		expect(reasonOf(await member.act({ do: 'check-in', word: 'Je pense à Karim Belkacem' }))).toBe(
			'findings-untreated',
		);
		const kept = (['PERSON', 'PHONE'] as const).map(
			(type) => ({ type, reason: 'invented', count: 1 }) as const,
		);
		await member.must({ do: 'take-away', words, review: reviewed({ kept }) });
		await member.must({ do: 'take-away', words: 'Écouter avant de répondre.' });
		await facilitator.sees(({ takeAways }) => takeAways[0]?.words === 'Écouter avant de répondre.');
		await facilitator.must({ do: 'end' });
		expect(reasonOf(await member.act({ do: 'evaluate', value: 1 }))).toBe('room-not-now');
		// The text as it was at the end of each stage.
		await until(async () => (await versionNames()).length === 6);
		expect(await versionNames()).toContain('Consultation');
		expect(await summary(circle.member)).toMatchObject({ phase: 'ended', mayEnter: true });
	});
});

const versionNames = async () => {
	const { versions } = await circle.member.must<{ versions: CaseVersion[] }>(
		'GET',
		`/api/cases/${caseId}/versions`,
	);
	return versions.map(({ name }) => name);
};

const roomRows = async () => ({
	rows: await server.world.db
		.selectFrom('room_passages')
		.innerJoin('rooms', 'rooms.id', 'room_passages.room_id')
		.where('series_id', '=', sessionId.split('.')[0] ?? '')
		.orderBy('room_passages.id')
		.select(['what', 'account_id', 'stage'])
		.execute(),
});

test('who drops out is stood in for, and has the frame again on return', async () => {
	const { facilitator, member, other } = await started();
	facilitator.leave();
	await until(() => member.visits.length === 2);
	at(startsAt + 20_000 - MINUTE);
	await member.must({ do: 'check-in', word: 'On attend' });
	expect(member.room.frame.heldBy).toBe(idOf(circle.facilitator));
	at(startsAt + 40_000 - MINUTE);
	// Whoever presents is not the first to be asked.
	await member.sees(({ frame }) => frame.heldBy === idOf(peer));
	await other.must({ do: 'next', stage: other.stage ?? '' });
	const back = await enter(circle.facilitator);
	await back.sees(({ frame }) => frame.heldBy === idOf(circle.facilitator));
	expect(back.stage).toBe(other.stage);
	await back.must({ do: 'next', stage: back.stage ?? '' });
	expect(reasonOf(await other.act({ do: 'next', stage: back.stage ?? '' }))).toBe('not-allowed');
});

test('a room goes with its session when the series changes, and nobody in it notices', async () => {
	const path = `/api/groups/${circle.group.id}/series`;
	const { series } = await circle.facilitator.must<{ series: Series }>('POST', path, {
		...{ startsOn: '2028-02-01', time: '18:30', durationMinutes: 90, timeZone: 'Europe/Paris' },
		recurrence: { every: 'week', interval: 1, weekdays: [2] },
	});
	sessionId = `${series.id}.2028-02-01`;
	const facilitator = await enter(circle.facilitator);
	await facilitator.must({ do: 'check-in', word: 'Je prépare' });
	const { revision } = await circle.facilitator.must<{ revision: number }>(
		'GET',
		`/api/sessions/${sessionId}/plan`,
	);
	await circle.facilitator.must('POST', `/api/sessions/${sessionId}/following`, {
		...{ revision, scope: 'following', startsOn: '2028-02-03', time: '18:30' },
		...{ durationMinutes: 90, timeZone: 'Europe/Paris' },
		recurrence: { every: 'week', interval: 1, weekdays: [4] },
		...{ ends: null, place: null, link: null },
	});
	expect(await tryRoom(circle.facilitator, sessionId)).toBe(404);
	// Everything is looked at again meanwhile: rights at once, the session within six heartbeats.
	server.world.events.emit('access-changed', { groupId: circle.group.id });
	const since = performance.now();
	await until(() => performance.now() - since > 800);
	await facilitator.must({ do: 'check-in', word: 'Toujours là' });
	sessionId = `${series.id}.2028-02-03`;
	const second = await enter(circle.facilitator);
	expect(second.room.checkIns).toMatchObject([{ word: 'Toujours là' }]);
	await until(() => facilitator.visits.length === 2);
});

describe('rights', () => {
	test('in the document follow the stage: the presenter is silenced while the others consult', async () => {
		const { facilitator, member } = await started();
		const [presenter, writer] = [await connect(circle.member, caseId), await connect(peer, caseId)];
		expect(member.room.mySections).toEqual(expect.arrayContaining(['facts']));
		presenter.write('facts', 'Elle ne vient plus.');
		await until(() => presenter.isSaved() && writer.text('facts') === 'Elle ne vient plus.');
		await goTo(facilitator, '0.consultation');
		await member.sees(({ mySections }) => mySections?.length === 0);
		presenter.write('hypotheses', 'Je réponds.');
		await until(() => presenter.refused !== null);
		expect(presenter.refused).toBe('readOnly');
		writer.write('feelings', 'Et si elle attendait ?');
		await until(() => writer.isSaved());
		expect(writer.text('feelings')).toBe('Et si elle attendait ?');
		presenter.leave();
		await goTo(facilitator, '0.plan');
		const again = await connect(circle.member, caseId);
		again.write('options', 'Je lui écris.');
		await until(() => again.isSaved() && writer.text('options') === 'Je lui écris.');
		writer.write('options', 'Non.');
		await until(() => writer.refused !== null);
		expect(again.text('options')).toBe('Je lui écris.');
		again.leave();
		writer.leave();
	});

	test('end at once with the membership, and with the sign-in', async () => {
		const { facilitator, member, other } = await started();
		await circle.moderator.must(
			'POST',
			`/api/groups/${circle.group.id}/members/${idOf(circle.member)}/removal`,
			{ reason: 'Fin.' },
		);
		await until(() => member.closeCode !== null, { withinMs: 1_000 });
		expect(member.closeCode).toBe(closeCodes.noAccess);
		expect(await tryRoom(circle.member, sessionId)).toBe(404);
		await until(() => facilitator.visits.length === 2);
		await admit(circle, circle.member);
		const [elsewhere] = [new Somebody(server)];
		elsewhere.cookie = peer.cookie;
		await elsewhere.send('DELETE', '/api/session?everywhere=true');
		await until(() => other.closeCode !== null, { withinMs: 1_000 });
		expect(other.closeCode).toBe(closeCodes.signedOut);
		peer.cookie = null;
		await peer.must('POST', '/api/session', {
			...{ email: peer.me.email, password: 'une phrase de passe assez longue' },
		});
	});

	test('are asked for each action: the frame is held by one, and a case is one that everybody may read', async () => {
		const { facilitator, member } = await lobby();
		expect(reasonOf(await member.act({ do: 'start' }))).toBe('not-allowed');
		const before = facilitator.room;
		const foreign = await facilitator.act({ do: 'choose-case', caseId: crypto.randomUUID() });
		expect(foreign).toMatchObject({
			...{ code: 'invalid-input', errors: [{ field: 'caseId', code: 'not-offered' }] },
		});
		const unknown = await facilitator.act({
			...{ do: 'choose-method', method: 'unknown', minutes: null, hasClock: true, mode: 'live' },
		});
		expect(unknown).toMatchObject({ errors: [{ field: 'method', code: 'not-offered' }] });
		const tooLong = await facilitator.act({ do: 'check-in', word: 'x'.repeat(81) });
		expect(tooLong).toMatchObject({ errors: [{ field: 'word', code: 'too-long', limit: 80 }] });
		const missing = await facilitator.act({ do: 'hand-over' } as never);
		expect(missing).toMatchObject({ errors: [{ field: 'to', code: 'required' }] });
		expect(facilitator.room).toEqual(before);
		expect(facilitator.closeCode).toBeNull();
	});
});

test('reactions, signals and the call reach the windows of the room, and no others', async () => {
	const { facilitator, member, other } = await started();
	const first = sessionId;
	const { sessions } = await planSeries(circle);
	sessionId = sessions[0]?.id ?? '';
	const elsewhere = await enter(peer);
	sessionId = first;
	member.send({ type: 'react', reaction: 'echo' });
	member.send({ type: 'signal', to: other.visitId, data: 'offer' });
	member.send({ type: 'signal', to: elsewhere.visitId, data: 'offer' });
	member.send({ type: 'media', media: { audio: true, video: false } });
	await until(() => facilitator.visits.some(({ media }) => media?.audio === true));
	const types = (client: RoomClient) => client.heard.map(({ type }) => type);
	expect(types(facilitator)).toContain('reaction');
	expect(other.heard).toContainEqual({ type: 'signal', from: member.visitId, data: 'offer' });
	expect(types(facilitator)).not.toContain('signal');
	for (const type of ['signal', 'reaction']) expect(types(elsewhere)).not.toContain(type);
	member.leave();
	await until(() => facilitator.visits.every(({ media }) => media === null));
	facilitator.send({ type: 'ping', at: 5 });
	await until(() => types(facilitator).includes('pong'));
});

test('a call takes eight windows; the ninth is told, until one leaves or its owner comes back', async () => {
	const { facilitator, member, other } = await started();
	const windows = [facilitator, member, other];
	for (const person of [circle.facilitator, circle.member, circle.facilitator, circle.member, peer])
		windows.push(await enter(person));
	const media = { audio: false, video: false };
	for (const client of windows) client.send({ type: 'media', media });
	const inCall = (client: RoomClient) => client.visits.filter((visit) => visit.media !== null).length;
	await until(() => inCall(facilitator) === 8);
	const newcomer = await signUp(server, 'Neuvième');
	await admit(circle, newcomer);
	const ninth = await enter(newcomer);
	ninth.send({ type: 'media', media });
	await until(() => ninth.heard.some(({ type }) => type === 'call-full'));
	expect(inCall(ninth)).toBe(8);
	// Who is in it goes on saying what they send, and may come back under another visit.
	other.send({ type: 'media', media: { audio: true, video: false } });
	const back = await enter(peer);
	back.send({ type: 'media', media });
	await until(() => inCall(ninth) === 9);
	for (const client of [back, other]) client.leave();
	await until(() => inCall(ninth) === 7);
	ninth.send({ type: 'media', media });
	await until(() => inCall(ninth) === 8);
});

describe('whatever a window sends', () => {
	test('the server lives and the room stays as it is', async () => {
		const { facilitator, other } = await started();
		const before = facilitator.room;
		const wild = fc.oneof(
			fc.json(),
			fc.string(),
			fc.anything().map((value) => JSON.stringify(value) ?? 'undefined'),
			fc
				.tuple(fc.constantFrom('act', 'react', 'signal', 'media', 'ping', 'unheard-of'), fc.anything())
				.map(([type, action]) => JSON.stringify({ type, id: 1, action })),
			fc.constantFrom(
				'{"type":"act","id":1,"action":{"do":"start","__proto__":{"do":"end"}}}',
				'{"__proto__":{"type":"act"},"type":"act","id":1,"action":{"do":"__proto__"}}',
				'{"type":"act","id":1,"action":{"do":"constructor"}}',
				'{"type":"act","id":1e999,"action":{"do":"start"}}',
				`{"type":"act","id":1,"action":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
				`{"type":"signal","to":"${'0'.repeat(60_000)}","data":""}`,
			),
		);
		const texts = fc.sample(wild, 60);
		const codes = new Set<number | null>();
		for (const text of texts) {
			const client = await tryRoom(circle.member, sessionId);
			if (typeof client === 'number') throw new Error(`the door: ${client}`);
			client.socket.send(text);
			client.send({ type: 'ping', at: 1 });
			await until(() => client.closeCode !== null || client.heard.some(({ type }) => type === 'pong'));
			codes.add(client.closeCode);
			client.leave();
		}
		expect([...codes].every((code) => code === null || code === closeCodes.malformed)).toBe(true);
		expect(codes).toContain(closeCodes.malformed);
		await facilitator.must({ do: 'pause' });
		await other.sees(({ clock }) => clock?.pausedAt != null);
		expect({ ...facilitator.room, clock: null, passages: [] }).toEqual({
			...{ ...before, version: before.version + 1, clock: null, passages: [] },
		});
	});

	test('bytes, what is too large and what comes too fast are cut', async () => {
		const cut = async (send: (client: RoomClient) => void) => {
			const client = await enterRoom(circle.member, sessionId);
			send(client);
			await until(() => client.closeCode !== null);
			return client.closeCode;
		};
		expect(await cut(({ socket }) => socket.send(Buffer.from([1, 2])))).toBe(closeCodes.malformed);
		expect(await cut(({ socket }) => socket.send('x'.repeat(70_000)))).toBe(closeCodes.tooLarge);
		expect(
			await cut((client) => {
				for (let n = 0; n < 60; n++) client.send({ type: 'react', reaction: 'echo' });
			}),
		).toBe(closeCodes.tooFast);
		const windows = await Promise.all(Array.from({ length: 7 }, () => tryRoom(circle.member, sessionId)));
		const codes = windows.map((one) => (typeof one === 'number' ? one : one.closeCode));
		expect(codes.filter((code) => code === closeCodes.tooMany)).toHaveLength(1);
		for (const one of windows) if (typeof one !== 'number') one.leave();
	});
});
