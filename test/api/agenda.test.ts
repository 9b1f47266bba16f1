/** Whose case next: the queue of a group, what is chosen from it, and what the next session looks back on. */

import { randomBytes } from 'node:crypto';
import type { Agenda, Pitch, Queue } from '@entrepairs/contract/agenda';
import type { SessionAttendance } from '@entrepairs/contract/attendance';
import type { Case } from '@entrepairs/contract/cases';
import type { Problem } from '@entrepairs/contract/problem';
import type { Session, SessionDetail } from '@entrepairs/contract/sessions';
import { createKeyring } from '@entrepairs/server/platform/crypto';
import { rewrapKeys } from '@entrepairs/server/platform/key-rotation';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
	admit,
	type Circle,
	createCircle,
	newCase,
	type Person,
	planSeries,
	reviewed,
	signUp,
} from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let circle: Circle;
let third: Person;
let sessions: Session[];
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
const endOf = (index: number) => new Date(sessions[index]?.endsAt ?? '');
const group = () => `/api/groups/${circle.group.id}/pitches`;
const bring = (person: Person, own: object = {}) =>
	person.send<Pitch & Problem>('POST', group(), {
		text: 'Une mère qui ne vient plus.',
		urgency: 'calm',
		review: reviewed(),
		...own,
	});
const queueOf = (person: Person) => person.must<Queue>('GET', group());
const textsFor = async (person: Person) => (await queueOf(person)).pitches.map(({ text }) => text);
const choose = (person: Person, pitchId: string, sessionId: string | null) =>
	person.send<Problem>('PUT', `/api/pitches/${pitchId}/choice`, { sessionId });
const say = (person: Person, pitchId: string, what: 'also-mine' | 'vote', on = true) =>
	person.send('PUT', `/api/pitches/${pitchId}/${what}`, { on });
const agendaOf = (person: Person, index: number) =>
	person.must<Agenda>('GET', `/api/sessions/${idOf(index)}/agenda`);
const mark = (person: Person, index: number, subjectId: string, state: 'done' | 'later' | null) =>
	person.send<Agenda & Problem>('PUT', `/api/sessions/${idOf(index)}/follow-ups/${subjectId}`, { state });
const presenterOf = async (index: number) =>
	(await third.must<SessionAttendance>('GET', `/api/sessions/${idOf(index)}/attendance`)).roles.find(
		({ role }) => role === 'presenter',
	);

describe('the queue', () => {
	test('takes two lines that pass the gate, and keeps no word in the open', async () => {
		const telling = { text: 'Avec Mme Kerouanton, au 06 12 34 56 78.' };
		expect((await bring(circle.member, telling)).body.reason).toBe('findings-untreated');
		expect(await textsFor(circle.member)).toEqual([]);
		const kept = [
			{ type: 'PERSON', reason: 'invented', count: 1 },
			{ type: 'PHONE', reason: 'invented', count: 1 },
		] as const;
		expect((await bring(circle.member, { ...telling, review: reviewed({ kept: [...kept] }) })).status).toBe(
			201,
		);
		expect(await textsFor(circle.facilitator)).toEqual([telling.text]);
		const { rows } = await sql<{ all: string }>`select pitches::text as all from pitches`.execute(
			server.world.db,
		);
		expect(JSON.stringify(rows)).not.toContain('Kerouanton');
		const long = await bring(circle.member, { text: 'a'.repeat(281) });
		expect(long.body.errors).toEqual([{ field: 'text', code: 'too-long', limit: 280 }]);
	});

	test('is ordered, and says why', async () => {
		await bring(circle.member, { text: 'Calme' });
		const { body: shared } = await bring(circle.facilitator, { text: 'Partagée' });
		await bring(third, { text: 'Urgente', urgency: 'urgent' });
		await say(circle.member, shared.id, 'also-mine');
		const { pitches } = await queueOf(circle.member);
		expect(pitches.map(({ text, reasons }) => [text, reasons[0]])).toEqual([
			['Urgente', 'urgent'],
			['Partagée', 'also-mine'],
			['Calme', 'never-presented'],
		]);
		expect(pitches[1]?.alsoMine.map(({ name }) => name)).toEqual(['Samir Membre']);
		expect((await say(circle.facilitator, shared.id, 'also-mine')).status).toBe(403);
		await say(circle.member, shared.id, 'also-mine', false);
		await say(circle.member, shared.id, 'vote');
		await say(third, shared.id, 'vote');
		const [, second] = (await queueOf(third)).pitches.filter(({ text }) => text !== 'Calme');
		expect(second).toMatchObject({ text: 'Partagée', votes: 2, isMyVote: true, alsoMine: [] });
	});

	test('is for members: no moderator, no stranger, nobody who has left; and what is withdrawn is gone', async () => {
		const { body: pitch } = await bring(circle.member);
		const stranger = await signUp(server);
		for (const person of [circle.moderator, stranger]) {
			expect((await person.get(group())).status).toBe(404);
			expect((await bring(person)).status).toBe(404);
			expect((await say(person, pitch.id, 'vote')).status).toBe(404);
			expect((await choose(person, pitch.id, idOf(0))).status).toBe(404);
			expect((await person.get(`/api/sessions/${idOf(0)}/agenda`)).status).toBe(404);
		}
		expect((await third.send('DELETE', `/api/pitches/${pitch.id}`)).status).toBe(403);
		expect((await circle.member.send('DELETE', `/api/pitches/${pitch.id}`)).status).toBe(204);
		expect(
			await server.world.db.selectFrom('pitches').where('id', '=', pitch.id).selectAll().execute(),
		).toEqual([]);
		await bring(third);
		await circle.moderator.must('POST', `/api/groups/${circle.group.id}/members/${third.me.id}/removal`, {
			reason: 'Fin.',
		});
		expect((await third.get(group())).status).toBe(404);
		expect(await textsFor(circle.member)).toEqual([]);
		await server.due.forget(new Date());
		const theirs = server.world.db.selectFrom('pitches').where('account_id', '=', third.me.id);
		expect(await theirs.selectAll().execute()).toEqual([]);
	});

	test('is closed to whoever knows the situation, and so is the case that becomes of it', async () => {
		const { body: pitch } = await bring(circle.member);
		await say(third, pitch.id, 'also-mine');
		expect((await circle.member.post(`/api/pitches/${pitch.id}/recusal`)).status).toBe(403);
		expect((await third.post(`/api/pitches/${pitch.id}/recusal`)).status).toBe(204);
		expect(await textsFor(third)).toEqual([]);
		expect((await say(third, pitch.id, 'vote')).status).toBe(404);
		expect((await queueOf(circle.facilitator)).pitches[0]?.alsoMine).toEqual([]);
		await choose(circle.facilitator, pitch.id, idOf(0));
		expect((await agendaOf(third, 0)).chosen).toEqual([]);
		const opened = await circle.member.must<Case>(
			'POST',
			`/api/sessions/${idOf(0)}/cases`,
			newCase({ pitchId: pitch.id }),
		);
		expect((await third.get(`/api/cases/${opened.id}`)).status).toBe(404);
		expect((await circle.facilitator.get(`/api/cases/${opened.id}`)).status).toBe(200);
	});

	test('each has a few', async () => {
		for (let count = 0; count < 10; count++) await bring(circle.member);
		expect((await bring(circle.member)).body.reason).toBe('too-many-pitches');
		expect((await bring(third)).status).toBe(201);
	});

	test('its keys are wrapped again with those of documents', async () => {
		await bring(circle.member);
		const { db, config } = server.world;
		const current = randomBytes(32);
		await rewrapKeys(db, createKeyring([current, ...(config.masterKeys ?? [])]));
		const rows = await db
			.selectFrom('pitches')
			.where('wrapped_key', 'is not', null)
			.select('wrapped_key')
			.execute();
		for (const { wrapped_key } of rows) createKeyring([current]).unwrap(wrapped_key as Uint8Array);
		await rewrapKeys(db, createKeyring([...(config.masterKeys ?? []), current]));
		expect(await textsFor(circle.member)).toHaveLength(1);
	});
});

describe('choosing', () => {
	test('makes its author the presenter, and tells them', async () => {
		const { body: pitch } = await bring(third);
		expect((await presenterOf(0))?.holder?.name).toBe('Nadia Dehors');
		expect((await presenterOf(0))?.reason).toBe('has-a-case');
		await choose(circle.facilitator, pitch.id, idOf(1));
		expect(await presenterOf(1)).toMatchObject({ holder: { name: 'Nadia Dehors' }, source: 'given' });
		expect((await presenterOf(0))?.holder?.name).toBe('Claire Animatrice');
		expect((await queueOf(circle.member)).pitches[0]?.chosenFor?.sessionId).toBe(idOf(1));
		expect((await agendaOf(circle.member, 1)).chosen.map(({ id }) => id)).toEqual([pitch.id]);
		const notices = await server.world.db
			.selectFrom('notices')
			.where('account_id', '=', third.me.id)
			.select('kind')
			.execute();
		expect(notices.map(({ kind }) => kind)).toContain('case-chosen');
		expect((await choose(circle.member, pitch.id, null)).status).toBe(403);
		expect((await choose(third, pitch.id, null)).status).toBe(204);
		expect((await queueOf(circle.member)).pitches[0]?.chosenFor).toBeNull();
		expect((await presenterOf(1))?.source).toBe('proposed');
		// Also where the rule had proposed them anyway: their case waits no more.
		await choose(circle.facilitator, pitch.id, idOf(0));
		await bring(circle.member);
		expect(await presenterOf(0)).toMatchObject({ holder: { name: 'Nadia Dehors' }, source: 'given' });
		expect((await third.send('DELETE', `/api/pitches/${pitch.id}`)).status).toBe(204);
		expect(await presenterOf(0)).toMatchObject({ holder: { name: 'Samir Membre' }, source: 'proposed' });
	});

	test('several for one session: whoever was chosen first presents', async () => {
		const [{ body: first }, { body: second }] = [await bring(third), await bring(circle.member)];
		await choose(circle.facilitator, first.id, idOf(0));
		await choose(circle.facilitator, second.id, idOf(0));
		expect((await presenterOf(0))?.holder?.name).toBe('Nadia Dehors');
		expect((await agendaOf(third, 0)).chosen).toHaveLength(2);
	});

	test('is for facilitators, and for the presenter among their own', async () => {
		const [{ body: own }, { body: other }] = [await bring(circle.member), await bring(third)];
		// Samir is the presenter of the first session: he has a case, and joined before.
		expect((await presenterOf(0))?.holder?.name).toBe('Samir Membre');
		expect((await choose(circle.member, other.id, idOf(0))).status).toBe(403);
		expect((await queueOf(circle.member)).choices).toMatchObject([{ sessionId: idOf(0), any: false }]);
		expect((await choose(circle.member, own.id, idOf(0))).status).toBe(204);
		expect((await queueOf(circle.facilitator)).choices.map(({ any }) => any)).toEqual([true, true, true]);
		const elsewhere = await createCircle(server);
		const [there] = (await planSeries(elsewhere)).sessions;
		expect((await choose(circle.facilitator, other.id, there?.id ?? '')).body.errors).toEqual([
			{ field: 'sessionId', code: 'not-offered' },
		]);
		server.now = endOf(0);
		expect((await choose(circle.facilitator, other.id, idOf(0))).body.reason).toBe('session-over');
	});
});

describe('the follow-up', () => {
	const share = async (index: number, pitchId?: string) =>
		circle.member.must<Case>(
			'POST',
			`/api/sessions/${idOf(index)}/cases`,
			newCase(pitchId === undefined ? {} : { pitchId }),
		);

	test('of a case is on the next session by itself, until it is done', async () => {
		const opened = await share(0);
		const on = async (index: number) =>
			(await agendaOf(third, index)).followUps.map(({ title, state }) => [title, state]);
		expect([await on(0), await on(1), await on(2)]).toEqual([[], [['Une demande', null]], []]);
		server.now = endOf(1);
		await mark(third, 1, opened.id, 'later');
		expect([await on(1), await on(2)]).toEqual([[['Une demande', 'later']], [['Une demande', null]]]);
		await mark(circle.facilitator, 1, opened.id, 'done');
		expect([await on(1), await on(2)]).toEqual([[['Une demande', 'done']], []]);
		await mark(circle.facilitator, 1, opened.id, null);
		expect(await on(2)).toEqual([['Une demande', null]]);
		expect((await mark(third, 3, opened.id, 'done')).status).toBe(404);
		expect((await mark(circle.moderator, 1, opened.id, 'done')).status).toBe(404);
		await circle.facilitator.post(`/api/cases/${opened.id}/recusal`);
		expect((await agendaOf(circle.facilitator, 1)).followUps).toEqual([]);
	});

	test('of what was chosen and never written is its two lines, which go once it is done', async () => {
		const { body: pitch } = await bring(circle.member);
		await choose(circle.facilitator, pitch.id, idOf(0));
		server.now = endOf(0);
		expect(await textsFor(third)).toEqual([]);
		expect((await agendaOf(third, 1)).followUps).toMatchObject([
			{ kind: 'pitch', title: 'Une mère qui ne vient plus.', broughtTo: { sessionId: idOf(0) } },
		]);
		await mark(third, 1, pitch.id, 'done');
		const sealed = async () =>
			(await server.world.db.selectFrom('pitches').where('id', '=', pitch.id).select('sealed').execute()).map(
				(row) => row.sealed !== null,
			);
		await server.due.forget(endOf(0));
		expect(await sealed()).toEqual([true]);
		await server.due.forget(new Date(endOf(0).getTime() + 25 * HOUR_MS));
		expect(await sealed()).toEqual([false]);
	});

	test('a pitch that becomes a case is done with: its words and key are gone, and it becomes one once', async () => {
		const { body: pitch } = await bring(circle.member);
		const { body: other } = await bring(third);
		const theirs = await circle.member.send<Problem>(
			'POST',
			`/api/sessions/${idOf(0)}/cases`,
			newCase({ pitchId: other.id }),
		);
		expect(theirs.body.errors).toEqual([{ field: 'pitchId', code: 'not-offered' }]);
		const both = await Promise.all(
			[0, 1].map(() => circle.member.post(`/api/sessions/${idOf(0)}/cases`, newCase({ pitchId: pitch.id }))),
		);
		expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
		expect((await circle.member.must<SessionDetail>('GET', `/api/sessions/${idOf(0)}`)).cases).toHaveLength(
			1,
		);
		const row = await server.world.db
			.selectFrom('pitches')
			.where('id', '=', pitch.id)
			.select(['state', 'sealed', 'wrapped_key'])
			.executeTakeFirstOrThrow();
		expect(row).toEqual({ state: 'done', sealed: null, wrapped_key: null });
		expect((await circle.member.send('DELETE', `/api/pitches/${pitch.id}`)).status).toBe(404);
	});
});
