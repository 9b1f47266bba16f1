import { conflict } from '@entrepairs/server/platform/refusal';
import { transact } from '@entrepairs/server/platform/transact';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

test('a refusal undoes what was begun before it; an error does, and is not taken for one', async () => {
	const { db } = server.world;
	const found = (name: string) =>
		db.selectFrom('organisations').where('name', '=', name).select('name').executeTakeFirst();
	const begin = <T>(name: string, end: () => T) =>
		transact(db, async (trx) => {
			await trx
				.insertInto('organisations')
				.values({ id: crypto.randomUUID(), name, created_at: new Date() })
				.execute();
			return end();
		});
	const refusal = conflict('changed-meanwhile');
	expect(await begin('Refusée', () => refusal)).toBe(refusal);
	expect(await found('Refusée')).toBeUndefined();
	const failing = begin('En panne', () => {
		throw new Error('broken');
	});
	await expect(failing).rejects.toThrow('broken');
	expect(await found('En panne')).toBeUndefined();
	expect(await begin('Faite', () => 'done')).toBe('done');
	expect(await found('Faite')).toEqual({ name: 'Faite' });
});
