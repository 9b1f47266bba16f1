import pg from 'pg';
import { inject } from 'vitest';

/** An empty database of one's own, on the PostgreSQL of the run if no other is named; returns its address. */
export function createDatabase(postgresUrl = inject('postgresUrl')): Promise<string> {
	return create(postgresUrl, 'template1');
}

/** The same with all tables, as migrations made them once for the run. */
export function createMigratedDatabase(): Promise<string> {
	return create(inject('postgresUrl'), inject('migratedDatabase'));
}

async function create(postgresUrl: string, template: string): Promise<string> {
	const url = new URL(postgresUrl);
	const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
	const client = new pg.Client({ connectionString: url.href });
	await client.connect();
	await client.query(`create database ${name} template ${template}`);
	await client.end();
	url.pathname = `/${name}`;
	return url.href;
}
