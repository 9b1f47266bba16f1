/** The composition root: reads the configuration, opens the world, starts, stops. */
import { buildApp } from './app.ts';
import { ConfigError, readConfig } from './platform/config.ts';
import { migrate } from './platform/database.ts';
import { openWorld } from './world.ts';

/** Past this, a stop that hangs is cut: everything acknowledged is on disk in any case. */
const STOP_WITHIN_MS = 9_000;

async function main(): Promise<void> {
	const config = readConfig(process.env);
	const world = await openWorld(config);
	await migrate(world.db);
	const app = await buildApp(world);
	await app.listen({ host: config.host, port: config.port });

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
}

try {
	await main();
} catch (error) {
	const known = error instanceof ConfigError || (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
	console.error(known ? describe(error as Error) : error);
	process.exit(1);
}

function describe(error: Error): string {
	return error instanceof ConfigError
		? `Entrepairs cannot start: ${error.message}.`
		: 'Entrepairs cannot start: PORT is in use by another program.';
}
