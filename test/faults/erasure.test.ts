/**
 * What was erased is nowhere: not in any file of the database, not in a dump of it, not in Redis,
 * not in what the servers printed, not in a client that comes afterwards; on two processes.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createKeyring, unseal } from '@entrepairs/server/platform/crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type CollabClient, connect } from '../support/collab-client.ts';
import { findRedis } from '../support/find-program.ts';
import { type Circle, createCircle, openCase, Person } from '../support/people.ts';
import { PostgresProcess } from '../support/postgres-process.ts';
import { RedisProcess } from '../support/redis-process.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

const MARKER = 'Kerguelenmarqueur';

describe.skipIf(findRedis() === null)('after an erasure', () => {
	const masterKey = randomBytes(32);
	let postgres: PostgresProcess;
	let redis: RedisProcess;
	let office: TestServer;
	let servers: [ServerProcess, ServerProcess];
	let circle: Circle;
	let database: pg.Client;

	beforeAll(async () => {
		[postgres, redis] = await Promise.all([PostgresProcess.start(), RedisProcess.start()]);
		const key = masterKey.toString('base64');
		office = await startServer({}, postgres.url, key);
		const env = { DATABASE_URL: postgres.url, MASTER_KEY: key, REDIS_URL: redis.url, LOG_LEVEL: 'trace' };
		servers = await Promise.all([ServerProcess.start(env), ServerProcess.start(env)]);
		circle = await createCircle(office);
		database = new pg.Client({ connectionString: postgres.url });
		await database.connect();
	});
	afterAll(async () => {
		await database.end();
		await Promise.all(servers.map((server) => server.destroy()));
		await office.close();
		await redis.kill();
		await postgres.destroy();
	});

	const at = (server: ServerProcess, person: Person): Person =>
		Object.assign(new Person(server), { cookie: person.cookie, me: person.me });

	/** Types a word letter by letter, as people do: no single change holds it. */
	async function type(client: CollabClient, word: string): Promise<void> {
		const text = new Y.XmlText();
		client.document.getXmlFragment('facts').push([text]);
		for (const letter of word) text.insert(text.length, letter);
		await until(() => client.isSaved());
	}

	/** Everything that strings in a state say, joined: a word in pieces is found as well. */
	function saidIn(state: Uint8Array): string {
		return Y.decodeUpdate(state)
			.structs.map((struct) =>
				struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : '',
			)
			.join('');
	}

	test('the word is in no byte that is left', async () => {
		const { id } = await openCase(circle);
		const one = await connect(at(servers[0], circle.member), id);
		const two = await connect(at(servers[1], circle.facilitator), id);
		await type(one, MARKER);
		two.write('facts', `${MARKER}, d’un coup.`);
		await until(() => two.isSaved() && one.text('facts').includes('coup'));
		await one.provider.awareness.setLocalStateField('cursor', null);
		const path = `/api/cases/${id}`;
		await at(servers[0], circle.member).must('POST', `${path}/versions`, { name: `Avec ${MARKER}` });

		const before = await database.query<{ sealed: Buffer; wrapped_key: Buffer; seq: number }>(
			`select sealed, wrapped_key, seq from document_updates join documents on documents.id = document_id
			where document_id = $1 order by seq`,
			[id],
		);
		const wrapped = before.rows[0]?.wrapped_key as Buffer;
		const oldKey = createKeyring([masterKey]).unwrap(wrapped);
		// The search below must be able to find something: it does, while it is there.
		await database.query('checkpoint');
		expect(filesWith(join(postgres.folder, 'base'), wrapped)).not.toEqual([]);
		const rows = before.rows.map(({ sealed, seq }) =>
			unseal(oldKey, sealed, `document-update:${id}:1:${seq}`),
		);
		expect(rows.some((row) => Buffer.from(row).includes(MARKER))).toBe(true);
		expect(saidIn(Y.mergeUpdates(rows))).toContain(MARKER);

		await at(servers[0], circle.member).must('POST', `${path}/erasures`, { sections: ['facts'] });
		// Told on the other process as well, without waiting for a look at the database.
		await until(() => two.epochs.at(-1) === 2 && one.epochs.at(-1) === 2);
		two.write('facts', 'trop tard, ancienne époque');
		await database.query('vacuum full');
		await database.query('checkpoint');

		expect(filesWith(postgres.folder, MARKER)).toEqual([]);
		for (const bytes of [wrapped, ...before.rows.map(({ sealed }) => sealed)])
			expect(filesWith(join(postgres.folder, 'base'), bytes)).toEqual([]);
		expect(await dump()).not.toContain(MARKER);
		expect(await redis.ask('KEYS *')).toBe('*0\r\n');
		for (const server of servers) expect(server.output).not.toContain(MARKER);

		one.leave();
		two.leave();
		for (const server of servers) {
			const fresh = await connect(at(server, circle.facilitator), id);
			expect(fresh.text('facts')).toBe('');
			const state = Y.encodeStateAsUpdate(fresh.document);
			expect(Buffer.from(state).includes(MARKER)).toBe(false);
			expect(saidIn(state)).not.toMatch(/Kerg|marqueur|coup/);
			fresh.leave();
		}
	});

	test('a process that hears nothing of it writes nothing into the new epoch', async () => {
		const { id } = await openCase(circle);
		const one = await connect(at(servers[0], circle.member), id);
		const two = await connect(at(servers[1], circle.facilitator), id);
		two.write('facts', MARKER);
		await until(() => one.text('facts') === MARKER && two.isSaved());
		await redis.kill();
		await at(servers[0], circle.member).must('POST', `/api/cases/${id}/erasures`, { sections: ['facts'] });
		two.write('facts', `${MARKER} encore`);
		// What it tries to write shows it that there is a new epoch.
		await until(() => two.epochs.at(-1) === 2);
		expect(two.isSaved()).toBe(false);
		const fresh = await connect(at(servers[1], circle.facilitator), id);
		expect(fresh.text('facts')).toBe('');
		fresh.write('facts', 'propre');
		await until(() => fresh.isSaved());
		for (const client of [one, two, fresh]) client.leave();
		await redis.start();
	});

	/** Files below a folder that contain the bytes. */
	function filesWith(folder: string, bytes: string | Buffer): string[] {
		return readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map(({ parentPath, name }) => join(parentPath, name))
			.filter((file) => readFileSync(file).includes(bytes));
	}

	/** Every row of every table, as text. */
	async function dump(): Promise<string> {
		const tables = await database.query<{ name: string }>(
			`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
		);
		const parts: string[] = [];
		for (const { name } of tables.rows) {
			const { rows } = await database.query<{ row: string }>(`select t::text as row from ${name} t`);
			parts.push(...rows.map(({ row }) => row));
		}
		return parts.join('\n');
	}
});
