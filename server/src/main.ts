/** The composition root: reads the configuration, opens the world, starts, stops. */
import { buildApp } from './app.ts';
import { announce, openDemo } from './demo/first-start.ts';
import { ConfigError, readConfig } from './platform/config.ts';
import { migrate } from './platform/database.ts';
import { rewrapKeys } from './platform/key-rotation.ts';
import { openWorld, type World } from './world.ts';

/** Past this, a stop that hangs is cut: everything acknowledged is on disk in any case. */
const STOP_WITHIN_MS = 9_000;

async function main(): Promise<void> {
	const config = readConfig(process.env);
	const world = await openWorld(config);
	await migrate(world.db);
	const demo = await openDemo(world);
	const app = await buildApp(world);

	let stopping = false;
	const stop = async () => {
		if (stopping) return;
		stopping = true;
		setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
		await app.close();
		await world.close();
		process.exit(0);
	};
	process.on('SIGTERM', stop);
	process.on('SIGINT', stop);

	await app.listen({ host: config.host, port: config.port });
	await world.jobs.start();
	announce(world, config.publicUrl, demo);
	if (world.databaseKind === 'embedded') finishRotation(world);
}

/** Nobody else can open an embedded database: a change of master key is finished here, while serving. */
function finishRotation(world: World): void {
	rewrapKeys(world.db, world.keyring)
		.then((count) => {
			if (count > 0) world.log.warn({ count }, 'every key is wrapped with the current master key');
		})
		.catch((error) => world.log.error({ err: error }, 'keys could not be wrapped again'));
}

try {
	await main();
} catch (error) {
	console.error(reasonOf(error as NodeJS.ErrnoException) ?? error);
	process.exit(1);
}

/** One clear line for what whoever starts the server can mend; null for a bug. */
function reasonOf(error: NodeJS.ErrnoException): string | null {
	if (error instanceof ConfigError) return `Entrepairs cannot start: ${error.message}.`;
	if (error.code === 'EADDRINUSE') return 'Entrepairs cannot start: PORT is in use by another program.';
	if (error.code === 'EACCES')
		return 'Entrepairs cannot start: PORT or DATA_DIR is not permitted to this user.';
	if (/^(ECONNREFUSED|ENOTFOUND|28P01|3D000|28000)$/.test(error.code ?? '')) {
		return `Entrepairs cannot start: the server that DATABASE_URL names does not let it in (${error.code}).`;
	}
	return null;
}
