/** The PostgreSQL that the tests share, given to vitest as a global set-up. */
import type { TestProject } from 'vitest/node';
import { PostgresProcess } from './postgres-process.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Of a database that exists; tests create their own beside it. */
		postgresUrl: string;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const postgres = await PostgresProcess.start();
	project.provide('postgresUrl', postgres.url);
	return () => postgres.destroy();
}
