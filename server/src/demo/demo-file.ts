/**
 * `demo.json` in the data folder: where the server is and who can sign in to the demonstration, for
 * people and for scripts. Written after the server listens; read back at later starts.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Demo } from './seed.ts';

const fileIn = (dataDir: string) => join(dataDir, 'demo.json');

/** The demonstration that an earlier start seeded, if any. */
export function readDemo(dataDir: string): Demo | null {
	const file = fileIn(dataDir);
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Demo) : null;
}

export function writeDemo(dataDir: string, url: string, demo: Demo): void {
	const { accounts, organisationId, groupId, sessionId, caseId } = demo;
	const content = { url, accounts, organisationId, groupId, sessionId, caseId };
	// Whoever waits for the file must never read half of it.
	const partial = `${fileIn(dataDir)}.partial`;
	writeFileSync(partial, `${JSON.stringify(content, null, '\t')}\n`, { mode: 0o600 });
	renameSync(partial, fileIn(dataDir));
}
