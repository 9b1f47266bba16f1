/** The demonstration as a first start seeds it, made once for the run and given to vitest as a global set-up. */
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { ServerProcess } from './server-process.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** A data folder of a server that was stopped after its first start. */
		seededFolder: string;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const server = await ServerProcess.start({ LOG_LEVEL: 'warn' });
	if ((await server.end('SIGTERM')) !== 0) throw new Error(server.output);
	project.provide('seededFolder', server.dataDir);
	return () => server.destroy();
}

/** A server with the demonstration, a copy of that of the run. */
export const startDemonstration = (env: Record<string, string> = {}): Promise<ServerProcess> =>
	ServerProcess.start(env, inject('seededFolder'));
