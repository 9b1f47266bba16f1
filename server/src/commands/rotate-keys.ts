/**
 * `pnpm rotate-keys`: after a change of master key (docs/operations.md), wraps every data key with
 * the current one, while the server serves.
 */
import { ConfigError, readConfig } from '../platform/config.ts';
import { rewrapKeys } from '../platform/key-rotation.ts';
import { openWorld } from '../world.ts';

try {
	const world = await openWorld(readConfig(process.env));
	const count = await rewrapKeys(world.db, world.keyring);
	await world.close();
	console.log(`${count} keys were wrapped with the current master key.`);
} catch (error) {
	console.error(error instanceof ConfigError ? `${error.message}.` : error);
	process.exit(1);
}
