/** For whoever watches the server: alive, and ready to serve. */
import type { FastifyInstance } from 'fastify';
import { type Db, isMigrated } from './database.ts';

export function healthRoutes(app: FastifyInstance, db: Db): void {
	app.get('/healthz', { schema: { hide: true } }, async () => ({ alive: true }));
	app.get('/readyz', { schema: { hide: true }, logLevel: 'warn' }, async (_request, reply) => {
		const state = await databaseState(db);
		return reply.code(state === 'ready' ? 200 : 503).send({ ready: state === 'ready', database: state });
	});
}

async function databaseState(db: Db): Promise<'ready' | 'not-migrated' | 'unreachable'> {
	try {
		return (await isMigrated(db)) ? 'ready' : 'not-migrated';
	} catch {
		return 'unreachable';
	}
}
