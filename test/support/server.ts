/** The real application on a database of its own, in this process, with a clock that tests set. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '@entrepairs/server/app';
import { type CollabLimits, defaultLimits } from '@entrepairs/server/collab/limits';
import { defaultRoomLimits, type RoomLimits } from '@entrepairs/server/features/room/limits';
import { readConfig } from '@entrepairs/server/platform/config';
import { migrate } from '@entrepairs/server/platform/database';
import { openWorld, type World } from '@entrepairs/server/world';
import type { FastifyInstance } from 'fastify';
import { createMigratedDatabase } from './database.ts';
import { freePort } from './free-port.ts';

export interface TestServer {
	readonly url: string;
	readonly world: World;
	readonly databaseUrl: string;
	/** What the server's clock says; starts at the real time. */
	now: Date | null;
	/** What jobs do about sessions that come near. */
	readonly due: FastifyInstance['due'];
	/** How many rooms have somebody in them. */
	openRooms(): number;
	/** How many documents the server holds in memory. */
	openDocuments(): number;
	close(): Promise<void>;
}

export async function startServer(
	limits: Partial<CollabLimits> = {},
	databaseUrl?: string,
	masterKey = randomBytes(32).toString('base64'),
	settings: Readonly<Record<string, string>> = {},
	roomLimits: Partial<RoomLimits> = {},
): Promise<TestServer> {
	const dataDir = await mkdtemp(join(tmpdir(), 'entrepairs-data-'));
	const port = await freePort();
	const url = databaseUrl ?? (await createMigratedDatabase());
	const config = readConfig({
		PORT: String(port),
		DATA_DIR: dataDir,
		DATABASE_URL: url,
		MASTER_KEY: masterKey,
		LOG_LEVEL: 'silent',
		...settings,
	});
	const server: { now: Date | null } = { now: null };
	const world = await openWorld(config, { now: () => server.now ?? new Date() });
	await migrate(world.db);
	const app = await buildApp(world, { ...defaultLimits, ...limits }, { ...defaultRoomLimits, ...roomLimits });
	await app.listen({ host: config.host, port });
	return Object.assign(server, {
		url: `http://127.0.0.1:${port}`,
		world,
		databaseUrl: url,
		due: app.due,
		openRooms: () => app.rooms.openRooms,
		openDocuments: () => app.collab.openDocuments,
		async close() {
			await app.close();
			await world.close();
			await rm(dataDir, { recursive: true, force: true });
		},
	});
}
