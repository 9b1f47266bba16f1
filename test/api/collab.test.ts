import { closeCodes, messageTypes, syncSteps } from '@entrepairs/contract/collab';
import { sql } from 'kysely';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { connect, rawConnect, rawOpen, typeOf, updateFrame } from '../support/collab-client.ts';
import { admit, type Circle, createCircle, openCase } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer({
		heartbeatMs: 200,
		frameBytes: 64 * 1024,
		changeBurst: 200,
		rowsBeforeCompaction: 20,
	});
});
afterAll(() => server.close());

describe('co-writing a case', () => {
	test('two people see one another’s words, and it is still there when both have left', async () => {
		const circle = await createCircle(server);
		const { id } = await openCase(circle);
		const one = await connect(circle.member, id);
		const two = await connect(circle.facilitator, id);
		one.write('context', 'le cadre');
		two.write('facts', 'les faits');
		await until(() => two.text('context') === 'le cadre' && one.text('facts') === 'les faits');
		await until(() => one.isSaved() && two.isSaved());
		one.leave();
		two.leave();
		const later = await connect(circle.member, id);
		expect([later.text('context'), later.text('facts')]).toEqual(['le cadre', 'les faits']);
		later.leave();
	});

	test('any y-websocket client works, without our subprotocol and without our messages', async () => {
		const circle = await createCircle(server);
		const { id } = await openCase(circle);
		const one = await connect(circle.member, id, { plain: true });
		const raw = await rawOpen(circle.facilitator, id);
		one.write('context', 'bonjour');
		raw.socket.send(updateFrame(Y.encodeStateVector(new Y.Doc()), syncSteps.step1));
		await until(() => raw.frames.some((frame) => Buffer.from(frame).includes('bonjour')));
		expect(raw.frames.map(typeOf)).not.toContain(messageTypes.saved);
		one.leave();
		raw.socket.close();
	});

	test('“saved” comes only for what is in the database', async () => {
		const circle = await createCircle(server);
		const { id } = await openCase(circle);
		const one = await connect(circle.member, id);
		await until(() => one.isSaved());
		const rows = async () => {
			const { rows } = await sql<{ n: number }>`
				select count(*)::int as n from document_updates where document_id = ${id}
			`.execute(server.world.db);
			return rows[0]?.n ?? 0;
		};
		expect(await rows()).toBe(0);
		// While the table is locked nothing can be written, so nothing may be called saved.
		await server.world.db.transaction().execute(async (trx) => {
			await sql`lock table document_updates in exclusive mode`.execute(trx);
			one.write('context', 'en attente');
			await new Promise((resolve) => setTimeout(resolve, 300));
			expect(one.isSaved()).toBe(false);
		});
		await until(() => one.isSaved());
		expect(await rows()).toBe(1);
		one.leave();
	});

	test('the text in the database is sealed, and the journal is folded into a snapshot', async () => {
		const circle = await createCircle(server);
		const { id } = await openCase(circle);
		const one = await connect(circle.member, id);
		for (let i = 0; i < 60; i++) {
			one.write('facts', `mot-reconnaissable-${i} `);
			await until(() => one.isSaved());
		}
		await until(async () => {
			const { rows } = await sql<{ n: number }>`
				select count(*)::int as n from document_updates where document_id = ${id}
			`.execute(server.world.db);
			return (rows[0]?.n ?? 99) < 40;
		});
		const { rows } = await sql<{ bytes: string }>`
			select encode(sealed, 'escape') as bytes from document_updates
			union all select encode(sealed, 'escape') from document_snapshots
		`.execute(server.world.db);
		expect(rows.map(({ bytes }) => bytes).join()).not.toContain('reconnaissable');
		one.leave();
		const later = await connect(circle.facilitator, id);
		expect(later.text('facts')).toContain('mot-reconnaissable-59');
		later.leave();
	});

	test('a person appears under their own name, whatever their client says', async () => {
		const circle = await createCircle(server);
		const { id } = await openCase(circle);
		const one = await connect(circle.member, id);
		const two = await connect(circle.facilitator, id);
		two.provider.awareness.setLocalStateField('user', {
			name: 'Samir Membre',
			id: circle.member.me.id,
			colour: 9,
		});
		await until(() => one.provider.awareness.getStates().has(two.document.clientID));
		expect(one.provider.awareness.getStates().get(two.document.clientID)?.['user']).toEqual({
			id: circle.facilitator.me.id,
			name: 'Claire Animatrice',
			colour: 1,
		});
		two.leave();
		await until(() => !one.provider.awareness.getStates().has(two.document.clientID));
		one.leave();
	});

	test('a document that nobody has open takes no memory', async () => {
		const circle = await createCircle(server);
		const { id } = await openCase(circle);
		await until(() => server.openDocuments() === 0);
		const one = await connect(circle.member, id);
		const two = await connect(circle.facilitator, id);
		expect(server.openDocuments()).toBe(1);
		one.write('context', 'A');
		one.leave();
		await until(() => two.text('context') === 'A');
		expect(server.openDocuments()).toBe(1);
		two.leave();
		await until(() => server.openDocuments() === 0);
	});

	test('a silent connection is kept alive', async () => {
		const circle = await createCircle(server);
		const { id } = await openCase(circle);
		const raw = await rawOpen(circle.member, id);
		await until(() => raw.frames.filter((frame) => typeOf(frame) === messageTypes.awareness).length >= 3);
		expect(raw.closeCode).toBeNull();
		raw.socket.close();
	});
});

describe('losing access', () => {
	test('who is removed is cut within a second, can come back by no path, and again once admitted', async () => {
		const circle = await createCircle(server);
		const { id } = await openCase(circle);
		const one = await connect(circle.member, id);
		const two = await connect(circle.facilitator, id);
		const start = performance.now();
		await circle.moderator.must(
			'POST',
			`/api/groups/${circle.group.id}/members/${circle.member.me.id}/removal`,
			{
				reason: 'Fin.',
			},
		);
		await until(() => one.closeCode !== null);
		// A promise of the product, and ten times what it takes.
		expect(performance.now() - start).toBeLessThan(1_000);
		expect(one.closeCode).toBe(closeCodes.noAccess);
		one.write('context', 'après coup');
		expect((await circle.member.get(`/api/cases/${id}`)).status).toBe(404);
		const door = { cookie: circle.member.cookie ?? '', origin: server.url };
		expect(await rawConnect(`${server.url}/collab/${id}`, door)).toBe(404);
		expect(two.text('context')).toBe('');
		await admit(circle, circle.member);
		expect(typeof (await rawConnect(`${server.url}/collab/${id}`, door))).toBe('object');
		one.leave();
		two.leave();
	});

	test('signing out closes what is open: here, and everywhere', async () => {
		const circle = await createCircle(server);
		const { id } = await openCase(circle);
		const one = await connect(circle.member, id);
		const two = await connect(circle.facilitator, id);
		await circle.member.send('DELETE', '/api/session');
		await until(() => one.closeCode !== null);
		expect(one.closeCode).toBe(closeCodes.signedOut);
		expect(two.closeCode).toBeNull();
		await circle.facilitator.send('DELETE', '/api/session?everywhere=true');
		await until(() => two.closeCode !== null);
		expect(two.closeCode).toBe(closeCodes.signedOut);
	});

	test('rights that vanish behind the server’s back are noticed at the next look', async () => {
		const circle = await createCircle(server);
		const { id } = await openCase(circle);
		const one = await connect(circle.member, id);
		await server.world.db
			.updateTable('group_members')
			.set({ ended_at: new Date() })
			.where('account_id', '=', circle.member.me.id)
			.execute();
		await until(() => one.closeCode !== null);
		expect(one.closeCode).toBe(closeCodes.noAccess);
	});
});

describe('frames that must not pass', () => {
	const encode = (...parts: (number | Uint8Array | string)[]) => {
		const encoder = createEncoder();
		for (const part of parts) {
			if (typeof part === 'number') writeVarUint(encoder, part);
			else if (typeof part === 'string') writeVarString(encoder, part);
			else writeVarUint8Array(encoder, part);
		}
		return toUint8Array(encoder);
	};
	const good = () => {
		const document = new Y.Doc();
		document.getXmlFragment('context').push([new Y.XmlText('intrus')]);
		return Y.encodeStateAsUpdate(document);
	};
	const nested = () => {
		const document = new Y.Doc();
		document.getMap('m').set('inner', new Y.Doc());
		return Y.encodeStateAsUpdate(document);
	};
	const awareness = (state: string) => encode(messageTypes.awareness, encode(1, 7, 1, state));

	const cases: [string, () => string | Uint8Array, number][] = [
		['text instead of bytes', () => 'bonjour', closeCodes.malformed],
		['nothing at all', () => new Uint8Array(0), closeCodes.malformed],
		['an unknown message', () => encode(42), closeCodes.malformed],
		['an unknown step', () => updateFrame(good(), 9), closeCodes.malformed],
		[
			'an update that is noise',
			() => updateFrame(Uint8Array.from({ length: 60 }, (_, i) => (i * 97) % 256)),
			closeCodes.malformed,
		],
		['an update cut short', () => updateFrame(good().slice(0, 12)), closeCodes.malformed],
		[
			'bytes after the end',
			() => Buffer.concat([updateFrame(good()), Uint8Array.of(1)]),
			closeCodes.malformed,
		],
		['a document in a document', () => updateFrame(nested()), closeCodes.malformed],
		[
			'a state vector that is noise',
			() => encode(messageTypes.sync, 0, Uint8Array.of(255, 255, 255)),
			closeCodes.malformed,
		],
		['awareness that is no JSON', () => awareness('{'), closeCodes.malformed],
		['awareness that is no object', () => awareness('[1]'), closeCodes.malformed],
		['awareness that is too large', () => awareness(JSON.stringify('x'.repeat(4_000))), closeCodes.malformed],
		['a change that is too large', () => updateFrame(new Uint8Array(100 * 1024)), closeCodes.tooLarge],
		// ws itself cuts what is past its bound and names that 1009.
		['a frame past every bound', () => new Uint8Array(512 * 1024), 1009],
	];

	let circle: Circle;
	beforeAll(async () => {
		circle = await createCircle(server);
	});

	test.each(cases)('%s', async (_name, frame, code) => {
		const { id } = await openCase(circle);
		const raw = await rawOpen(circle.member, id);
		raw.socket.send(frame());
		await until(() => raw.closeCode !== null);
		expect(raw.closeCode).toBe(code);
		const other = await connect(circle.facilitator, id);
		expect(other.text('context')).toBe('');
		other.leave();
	});

	test('a flood is cut', async () => {
		const { id } = await openCase(circle);
		const raw = await rawOpen(circle.member, id);
		const empty = updateFrame(Y.encodeStateAsUpdate(new Y.Doc()));
		for (let i = 0; i < 1_000; i++) raw.socket.send(empty);
		await until(() => raw.closeCode !== null);
		expect(raw.closeCode).toBe(closeCodes.tooFast);
	});
});

describe('the door', () => {
	let circle: Circle;
	beforeAll(async () => {
		circle = await createCircle(server);
	});

	test.each([
		['another site', { origin: 'https://evil.example' }, 403],
		['a name that ends like ours', { origin: 'http://127.0.0.1.evil.example' }, 403],
		['no origin', {}, 403],
		['the origin “null”', { origin: 'null' }, 403],
	])('%s is refused before the upgrade', async (_name, headers, status) => {
		const { id } = await openCase(circle);
		const cookie = circle.member.cookie ?? '';
		expect(
			await rawConnect(`${server.url}/collab/${id}`, { cookie, ...headers } as Record<string, string>),
		).toBe(status);
	});

	test('nobody, strangers, moderators and unknown documents are refused before the upgrade', async () => {
		const { id } = await openCase(circle);
		const origin = server.url;
		const knock = (cookie: string | null, name = id) =>
			rawConnect(`${server.url}/collab/${name}`, { origin, ...(cookie === null ? {} : { cookie }) });
		expect(await knock(null)).toBe(401);
		expect(await knock('entrepairs=forged')).toBe(401);
		expect(await knock(circle.outsider.cookie)).toBe(404);
		expect(await knock(circle.moderator.cookie)).toBe(404);
		expect(await knock(circle.member.cookie, crypto.randomUUID())).toBe(404);
		expect(await knock(circle.member.cookie, 'not-an-id')).toBe(404);
	});
});

describe('bounds', () => {
	test('connections of one person and to one document are bounded; others still come in', async () => {
		const few = await startServer({ connectionsPerPerson: 3, connectionsPerDocument: 4 });
		const circle = await createCircle(few);
		const { id } = await openCase(circle);
		const own = await Promise.all(Array.from({ length: 4 }, () => rawOpen(circle.member, id)));
		await until(() => own.some(({ closeCode }) => closeCode !== null));
		expect(own.map(({ closeCode }) => closeCode).filter((code) => code !== null)).toEqual([
			closeCodes.tooMany,
		]);
		const other = await rawOpen(circle.facilitator, id);
		const late = await rawOpen(circle.facilitator, id);
		await until(() => late.closeCode !== null);
		expect([other.closeCode, late.closeCode]).toEqual([null, closeCodes.tooMany]);
		for (const { socket } of [...own, other]) socket.terminate();
		await few.close();
	});

	test('who does not read is cut, and the others do not wait for them', async () => {
		const narrow = await startServer({
			readerBacklogBytes: 256 * 1024,
			changeBurst: 5_000,
			frameBurst: 9_000,
		});
		const circle = await createCircle(narrow);
		const { id } = await openCase(circle);
		const writer = await connect(circle.member, id);
		const reader = await connect(circle.facilitator, id);
		const stuck = await rawOpen(circle.facilitator, id);
		stuck.socket.pause();
		// Enough to fill what the systems on both ends buffer, and the bound after it.
		const page = 'mot '.repeat(8_000);
		const cuts = async () => {
			const text = await (await fetch(`${narrow.url}/metrics`)).text();
			return Number(text.match(/^entrepairs_collab_slow_readers_cut_total (\d+)$/m)?.[1]);
		};
		for (let n = 0; n < 600 && (await cuts()) === 0; n++) {
			writer.write('facts', `${page}[${n}]`);
			await until(() => writer.isSaved());
		}
		expect(await cuts()).toBe(1);
		writer.write('context', 'fin');
		await until(() => reader.text('context') === 'fin');
		stuck.socket.terminate();
		writer.leave();
		reader.leave();
		await narrow.close();
	});
});
