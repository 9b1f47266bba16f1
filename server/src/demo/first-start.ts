/** Decides whether this start opens a demonstration, and says who can sign in to it. */
import type { World } from '../world.ts';
import { readDemo, writeDemo } from './demo-file.ts';
import { type Demo, seedDemo } from './seed.ts';

/**
 * Seeds the demonstration into an embedded database that has no accounts yet; returns the one that
 * is there otherwise. A PostgreSQL server is never touched.
 */
export async function openDemo(world: World): Promise<Demo | null> {
	if (world.databaseKind !== 'embedded') return null;
	const anyone = await world.db.selectFrom('accounts').select('id').limit(1).executeTakeFirst();
	return anyone === undefined ? seedDemo(world) : readDemo(world.config.dataDir);
}

/** Once the server listens: the file for scripts, and the lines for people. */
export function announce(world: World, url: string, demo: Demo | null): void {
	console.log(`\nEntrepairs is running: ${url}\n`);
	if (demo === null) return;
	writeDemo(world.config.dataDir, url, demo);
	console.log(`Demonstration accounts (also in ${world.config.dataDir}/demo.json):`);
	for (const { role, email, password } of demo.accounts) {
		console.log(`  ${role.padEnd(12)} ${email.padEnd(22)} ${password}`);
	}
	console.log('');
}
