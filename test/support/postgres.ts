/** The PostgreSQL that the tests share, given to vitest as a global set-up. */
import { migrate, openDatabase } from '@entrepairs/server/platform/database';
import type { TestProject } from 'vitest/node';
import { createDatabase } from './database.ts';
import { PostgresProcess } from './postgres-process.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Of a database that exists; tests create their own beside it. */
		postgresUrl: string;
		/** Name of a database with all tables and nothing in them. */
		migratedDatabase: string;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const postgres = await PostgresProcess.start();
	project.provide('postgresUrl', postgres.url);
	project.provide('migratedDatabase', await migratedDatabase(postgres.url));
	return () => postgres.destroy();
}

async function migratedDatabase(postgresUrl: string): Promise<string> {
	const databaseUrl = await createDatabase(postgresUrl);
	const database = await openDatabase({ databaseUrl, dataDir: '', onLostConnection: () => {} });
	await migrate(database.db);
	await database.close();
	return new URL(databaseUrl).pathname.slice(1);
}
