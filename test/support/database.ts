import pg from 'pg';
import { inject } from 'vitest';

/** An empty database of one's own on the PostgreSQL of the run; returns its address. */
export async function createDatabase(): Promise<string> {
	const url = new URL(inject('postgresUrl'));
	const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
	const client = new pg.Client({ connectionString: url.href });
	await client.connect();
	await client.query(`create database ${name}`);
	await client.end();
	url.pathname = `/${name}`;
	return url.href;
}
