import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
