/**
 * What every feature stands on, opened once and handed down. `main.ts` opens the real one; tests
 * open one on their own database and with their own clock.
 */
import { type Carrier, createCarrier } from './platform/carrier.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { createKeyring, type Keyring, masterKeysFromFile } from './platform/crypto.ts';
import { type Db, openDatabase } from './platform/database.ts';
import { createEventBus, type EventBus } from './platform/events.ts';
import { createJobs, type Jobs } from './platform/jobs.ts';
import { createLog, type Log } from './platform/log.ts';
import { shareEvents } from './platform/shared-events.ts';

export interface World {
	readonly config: Config;
	readonly log: Log;
	readonly clock: Clock;
	readonly db: Db;
	readonly databaseKind: 'embedded' | 'server';
	readonly keyring: Keyring;
	readonly events: EventBus;
	/** To the other processes of this site; null when there are none. */
	readonly carrier: Carrier | null;
	/** Filled by `buildApp`; run by `main.ts`, or one by one by tests. */
	readonly jobs: Jobs;
	close(): Promise<void>;
}

/** Opens the database and the keys. Does not migrate. */
export async function openWorld(config: Config, clock: Clock = systemClock): Promise<World> {
	const log = createLog(config.logLevel);
	const database = await openDatabase({
		databaseUrl: config.databaseUrl,
		dataDir: config.dataDir,
		onLostConnection: (error) => log.warn({ err: error }, 'a database connection was lost'),
	});
	const carrier = config.redisUrl === null ? null : createCarrier(config.redisUrl, log);
	const events = createEventBus((error) => log.error({ err: error }, 'an event listener failed'));
	if (carrier !== null) await shareEvents(events, carrier);
	return {
		config,
		log,
		clock,
		db: database.db,
		databaseKind: database.kind,
		keyring: createKeyring(config.masterKeys ?? masterKeysFromFile(config.dataDir)),
		events,
		carrier,
		jobs: createJobs({ databaseUrl: config.databaseUrl, pglite: database.pglite, clock, log }),
		async close() {
			await carrier?.close();
			await database.close();
		},
	};
}
