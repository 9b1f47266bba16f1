import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const ask = async (path: string) => {
	const response = await fetch(server.url + path);
	return [response.status, await response.json()];
};

test('alive and ready; not ready while a migration is missing; alive all the same', async () => {
	expect(await ask('/healthz')).toEqual([200, { alive: true }]);
	expect(await ask('/readyz')).toEqual([200, { ready: true, database: 'ready' }]);
	const client = new pg.Client({ connectionString: server.databaseUrl });
	await client.connect();
	const { rows } = await client.query(
		'delete from kysely_migration where name = (select max(name) from kysely_migration) returning *',
	);
	expect(await ask('/readyz')).toEqual([503, { ready: false, database: 'not-migrated' }]);
	await client.query('insert into kysely_migration (name, timestamp) values ($1, $2)', [
		rows[0].name,
		rows[0].timestamp,
	]);
	await client.end();
	expect(await ask('/readyz')).toEqual([200, { ready: true, database: 'ready' }]);
	expect(await ask('/healthz')).toEqual([200, { alive: true }]);
});

test('not ready while the database is away, and no crash', async () => {
	const lost = await startServer();
	const admin = new pg.Client({ connectionString: inject('postgresUrl') });
	await admin.connect();
	await admin.query(`drop database ${new URL(lost.databaseUrl).pathname.slice(1)} with (force)`);
	await admin.end();
	const response = await fetch(`${lost.url}/readyz`);
	expect([response.status, await response.json()]).toEqual([503, { ready: false, database: 'unreachable' }]);
	const refused = await fetch(`${lost.url}/api/me`, { headers: { cookie: 'entrepairs=anything' } });
	expect(refused.status).toBe(503);
	expect((await fetch(`${lost.url}/healthz`)).status).toBe(200);
	await lost.close();
});
