/** Versions, going back to one, and erasing for good: through HTTP and websockets, on a real database. */
import type { CaseText, CaseVersion } from '@entrepairs/contract/cases';
import { closeCodes } from '@entrepairs/contract/collab';
import type { Problem } from '@entrepairs/contract/problem';
import { unseal } from '@entrepairs/server/platform/crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type CollabClient, connect, rawOpen, updateFrame } from '../support/collab-client.ts';
import { type Circle, createCircle, openCase, reviewed } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
let circle: Circle;
let id: string;
const opened: CollabClient[] = [];

beforeAll(async () => {
	server = await startServer({ versionsPerDocument: 4, heartbeatMs: 100 });
	circle = await createCircle(server);
});
afterAll(() => server.close());
beforeEach(async () => {
	for (const client of opened.splice(0)) client.leave();
	id = (await openCase(circle)).id;
});

async function join(who: 'member' | 'facilitator', options: { plain?: boolean } = {}): Promise<CollabClient> {
	const client = await connect(circle[who], id, options);
	opened.push(client);
	return client;
}

const erase = (sections: string[] = []) => circle.member.post(`/api/cases/${id}/erasures`, { sections });
const keep = (name: string) => circle.member.must<CaseVersion>('POST', `/api/cases/${id}/versions`, { name });

function wordsIn(state: string, section = 'facts'): string {
	const document = new Y.Doc();
	Y.applyUpdate(document, Buffer.from(state, 'base64'));
	return document
		.getXmlFragment(section)
		.toString()
		.replaceAll(/<[^>]*>/g, '');
}

describe('versions', () => {
	test('are kept by name with what was just written, and say who wrote what', async () => {
		const [one, two] = [await join('member'), await join('facilitator')];
		one.write('facts', 'de Samir');
		await until(() => two.text('facts') === 'de Samir');
		two.write('facts', ', de Claire');
		await until(() => one.text('facts') === 'de Samir, de Claire');
		const version = await keep('  Avant la pause ');
		expect(version).toMatchObject({ name: 'Avant la pause', keptBy: 'Samir Membre' });
		one.write('facts', ', plus tard');
		const read = await circle.facilitator.must<CaseVersion & CaseText>(
			'GET',
			`/api/cases/${id}/versions/${version.id}`,
		);
		expect(wordsIn(read.state)).toBe('de Samir, de Claire');
		expect(read.authors.map(({ clientId, name }) => [clientId, name])).toEqual(
			expect.arrayContaining([
				[one.document.clientID, 'Samir Membre'],
				[two.document.clientID, 'Claire Animatrice'],
			]),
		);
		await until(() => one.isSaved());
		const now = await circle.member.must<CaseText>('GET', `/api/cases/${id}/text`);
		expect(wordsIn(now.state)).toBe('de Samir, de Claire, plus tard');
	});

	test('one goes back to a version as a new change, and the text before is kept', async () => {
		const [one, two] = [await join('member'), await join('facilitator')];
		one.write('facts', 'premier');
		await until(() => two.text('facts') === 'premier');
		const first = await keep('Premier');
		two.write('facts', ' jet, gâché');
		two.write('context', 'de trop');
		await until(() => two.isSaved());
		const before = await circle.member.must<CaseVersion>(
			'POST',
			`/api/cases/${id}/versions/${first.id}/restoration`,
			{ keepAs: 'Avant le retour' },
		);
		await until(() => two.text('facts') === 'premier' && two.text('context') === '');
		two.write('facts', ', et on continue');
		await until(() => one.text('facts') === 'premier, et on continue');
		const { versions } = await circle.member.must<{ versions: CaseVersion[] }>(
			'GET',
			`/api/cases/${id}/versions`,
		);
		expect(versions.map(({ name }) => name)).toEqual(['Avant le retour', 'Premier']);
		await circle.member.must('POST', `/api/cases/${id}/versions/${before.id}/restoration`, {
			keepAs: 'Encore',
		});
		await until(() => one.text('facts') === 'premier jet, gâché' && one.text('context') === 'de trop');
	});

	test('cannot be reached from outside the group, nor through another case, nor without end', async () => {
		const version = await keep('Une');
		const other = (await openCase(circle)).id;
		for (const who of [circle.outsider, circle.moderator]) {
			for (const path of ['text', 'versions', `versions/${version.id}`])
				expect((await who.get(`/api/cases/${id}/${path}`)).status).toBe(404);
			expect((await who.post(`/api/cases/${id}/versions`, { name: 'x' })).status).toBe(404);
			expect((await who.post(`/api/cases/${id}/erasures`, { sections: [] })).status).toBe(404);
			expect(
				(await who.post(`/api/cases/${id}/versions/${version.id}/restoration`, { keepAs: 'x' })).status,
			).toBe(404);
		}
		expect((await circle.member.get(`/api/cases/${other}/versions/${version.id}`)).status).toBe(404);
		for (const name of ['Deux', 'Trois', 'Quatre']) await keep(name);
		const refused = await circle.member.post<Problem>(`/api/cases/${id}/versions`, { name: 'Cinq' });
		expect([refused.status, refused.body.reason]).toEqual([409, 'too-many-versions']);
	});
});

describe('erasure', () => {
	test('a section that the case does not have is refused by name, and nothing changes', async () => {
		const refused = await erase(['facts', 'nulle-part']);
		expect([refused.status, (refused.body as Problem).errors?.[0]]).toEqual([
			422,
			{ field: 'sections.1', code: 'not-offered' },
		]);
		expect((await join('member')).epochs).toEqual([1]);
	});

	test('what was deleted, versions, and the old key are gone; the text and the title stay', async () => {
		const one = await join('member');
		one.write('facts', 'Marqueur');
		await until(() => one.isSaved());
		await keep('Avec Marqueur');
		const fragment = one.document.getXmlFragment('facts');
		fragment.delete(0, fragment.length);
		one.write('facts', 'une personne');
		await until(() => one.isSaved());

		const sealed = await sql<{ sealed: Buffer; wrapped: Buffer; seq: number }>`
			select sealed, wrapped_key as wrapped, seq from document_updates
			join documents on documents.id = document_id where document_id = ${id}`.execute(server.world.db);
		const old = server.world.keyring.unwrap(sealed.rows[0]?.wrapped as Buffer);
		const readOld = (bytes: Uint8Array, context: string) => unseal(old, bytes, context);
		const [row] = sealed.rows;
		expect(
			Buffer.from(readOld(row?.sealed as Buffer, `document-update:${id}:1:${row?.seq}`)).includes('Marqueur'),
		).toBe(true);

		expect((await erase()).status).toBe(204);
		await until(() => one.epochs.at(-1) === 2);
		const left = await sql<{ wrapped_key: Buffer; sealed: Buffer; rows: number; versions: number }>`
			select wrapped_key, sealed,
				(select count(*)::int from document_updates u where u.document_id = documents.id) as rows,
				(select count(*)::int from document_versions v where v.document_id = documents.id) as versions
			from documents join document_snapshots on document_id = documents.id where documents.id = ${id}
		`.execute(server.world.db);
		const now = left.rows[0];
		expect(now).toMatchObject({ rows: 0, versions: 0 });
		const key = server.world.keyring.unwrap(now?.wrapped_key as Buffer);
		expect(Buffer.from(key).equals(Buffer.from(old))).toBe(false);
		const state = unseal(key, now?.sealed as Buffer, `document-snapshot:${id}:2`);
		expect(Buffer.from(state).includes('Marqueur')).toBe(false);
		expect(() => readOld(now?.sealed as Buffer, `document-snapshot:${id}:2`)).toThrow();

		const fresh = await join('facilitator');
		expect(fresh.text('facts')).toBe('une personne');
		expect(Buffer.from(Y.encodeStateAsUpdate(fresh.document)).includes('Marqueur')).toBe(false);
		expect(await circle.member.must('GET', `/api/cases/${id}`)).toMatchObject({ title: 'Une demande' });
	});

	test('a title that named somebody is changed, and its old seal opens with no key that is left', async () => {
		const titleOf = async () => {
			const { rows } = await sql<{ sealed_title: Buffer; wrapped_key: Buffer }>`
				select sealed_title, wrapped_key from cases join documents using (id) where id = ${id}
			`.execute(server.world.db);
			return rows[0] as { sealed_title: Buffer; wrapped_key: Buffer };
		};
		const before = await titleOf();
		await circle.facilitator.must('PATCH', `/api/cases/${id}`, {
			title: ' Un autre titre ',
			review: reviewed(),
		});
		expect((await erase()).status).toBe(204);
		const after = await titleOf();
		const key = server.world.keyring.unwrap(after.wrapped_key);
		expect(() => unseal(key, before.sealed_title, `case-title:${id}`)).toThrow();
		expect(await circle.member.must('GET', `/api/cases/${id}`)).toMatchObject({ title: 'Un autre titre' });
		expect(
			(await circle.moderator.send('PATCH', `/api/cases/${id}`, { title: 'x', review: reviewed() })).status,
		).toBe(404);
	});

	test('a section is emptied for everybody, and can be written again', async () => {
		const one = await join('member');
		one.write('facts', 'Marqueur');
		one.write('context', 'le cadre');
		await until(() => one.isSaved());
		expect((await erase(['facts'])).status).toBe(204);
		const fresh = await join('facilitator');
		expect([fresh.text('facts'), fresh.text('context')]).toEqual(['', 'le cadre']);
		expect(fresh.document.getXmlFragment('facts').length).toBe(1);
		fresh.write('facts', 'à nouveau');
		await until(() => fresh.isSaved());
	});

	test('letter by letter, undone and redone: nothing of it is left in any struct', async () => {
		const one = await join('member');
		const text = new Y.XmlText();
		one.document.getXmlFragment('facts').push([text]);
		const undo = new Y.UndoManager(text, { captureTimeout: 0 });
		for (const letter of 'Marqueur') text.insert(text.length, letter);
		for (let i = 0; i < 8; i++) undo.undo();
		for (let i = 0; i < 8; i++) undo.redo();
		expect(text.toString()).toBe('Marqueur');
		text.delete(0, text.length);
		await until(() => one.isSaved());
		await erase();
		const fresh = await join('facilitator');
		const { structs } = Y.decodeUpdate(Y.encodeStateAsUpdate(fresh.document));
		const left = structs
			.map((struct) => (struct instanceof Y.Item ? struct.content : null))
			.filter((content) => content instanceof Y.ContentString);
		expect(left.map(({ str }) => str).join('')).toBe('');
	});

	test('a client of the old epoch brings nothing back: not by going on, not by coming back', async () => {
		const one = await join('member');
		const away = await join('facilitator');
		const plain = await join('facilitator', { plain: true });
		one.write('facts', 'Marqueur');
		await until(() => away.text('facts') === 'Marqueur' && plain.text('facts') === 'Marqueur');
		away.provider.disconnect();
		plain.provider.disconnect();
		away.write('context', 'écrit loin d’ici');
		plain.write('context', 'écrit loin d’ici');
		await erase(['facts']);
		// Somebody who was there, and writes before having understood.
		await until(() => one.epochs.length === 2);
		one.write('facts', 'trop tard');
		away.provider.connect();
		plain.provider.connect();
		await until(() => away.epochs.at(-1) === 2 && plain.closeCode === closeCodes.erased);
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect([one.isSaved(), away.isSaved()]).toEqual([false, false]);
		// By hand, everything at once, to a connection that says nothing of its epoch.
		const raw = await rawOpen(circle.facilitator, id);
		raw.socket.send(updateFrame(Y.encodeStateAsUpdate(away.document)));
		await new Promise((resolve) => setTimeout(resolve, 100));
		raw.socket.close();
		const fresh = await join('member');
		expect(fresh.text('facts')).toBe('');
		expect(Buffer.from(Y.encodeStateAsUpdate(fresh.document)).includes('Marqueur')).toBe(false);
	});

	test('while several write: what was called saved in either epoch is there', async () => {
		const writers = [await join('member'), await join('facilitator')];
		const saved: string[] = [];
		let stop = false;
		const write = async (client: CollabClient, name: string) => {
			for (let n = 0; !stop && client.epochs.length === 1; n++) {
				client.write('facts', `[${name}${n}]`);
				await until(() => client.isSaved() || client.epochs.length > 1);
				if (client.isSaved()) saved.push(`[${name}${n}]`);
			}
		};
		const writing = writers.map((client, index) => write(client, 'ab'[index] as string));
		await until(() => saved.length > 10);
		expect((await erase()).status).toBe(204);
		await Promise.all(writing);
		stop = true;
		const fresh = await join('member');
		for (const word of saved) expect(fresh.text('facts')).toContain(word);
		expect(fresh.epochs).toEqual([2]);
	});

	test('while an erasure waits for the database, what is written is asked for later, not refused', async () => {
		const one = await join('member');
		one.write('facts', 'avant');
		await until(() => one.isSaved());
		let erasing: ReturnType<typeof erase> | null = null;
		await server.world.db.transaction().execute(async (trx) => {
			await sql`select from documents where id = ${id} for update`.execute(trx);
			erasing = erase();
			await new Promise((resolve) => setTimeout(resolve, 100));
			one.write('facts', ' pendant');
			// More heartbeats than a change is asked for before it is refused.
			await new Promise((resolve) => setTimeout(resolve, 800));
			expect([one.refused, one.isSaved()]).toEqual([null, false]);
		});
		expect((await (erasing as unknown as ReturnType<typeof erase>)).status).toBe(204);
		await until(() => one.epochs.at(-1) === 2);
		expect(one.refused).toBeNull();
	});

	test('two erasures at once are two epochs, and nothing is lost between them', async () => {
		const one = await join('member');
		one.write('facts', 'gardé');
		await until(() => one.isSaved());
		expect((await Promise.all([erase(), erase(['context']), erase()])).map(({ status }) => status)).toEqual([
			204, 204, 204,
		]);
		const fresh = await join('facilitator');
		expect(fresh.epochs).toEqual([4]);
		expect(fresh.text('facts')).toBe('gardé');
	});
});
