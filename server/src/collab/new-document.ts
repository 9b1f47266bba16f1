import type { DataKey, Keyring } from '../platform/crypto.ts';
import type { Db, Trx } from '../platform/database.ts';
import { claimClients, replaceSnapshot } from './store.ts';

/**
 * Creates a document with a data key of its own and returns the key, for what else belongs to the
 * document (its title). `initialState` is a Yjs update that it begins with; `author` wrote the words in it.
 */
export async function createDocument(
	trx: Trx,
	options: {
		readonly keyring: Keyring;
		readonly id: string;
		readonly now: Date;
		readonly initialState: Uint8Array;
		readonly author?: { readonly clientId: number; readonly accountId: string };
	},
): Promise<DataKey> {
	const { keyring, id, now, initialState, author } = options;
	const { key, wrapped } = keyring.newDataKey();
	const epoch = 1;
	await trx.insertInto('documents').values({ id, epoch, wrapped_key: wrapped, created_at: now }).execute();
	await replaceSnapshot(trx, { id, epoch, key }, 0, initialState);
	if (author !== undefined) await claimClients(trx, [{ documentId: id, ...author }]);
	return key;
}

/** The keys of documents that exist, by id. */
export async function documentKeys(
	db: Db | Trx,
	keyring: Keyring,
	ids: readonly string[],
): Promise<ReadonlyMap<string, DataKey>> {
	if (ids.length === 0) return new Map();
	const rows = await db
		.selectFrom('documents')
		.where('id', 'in', ids)
		.select(['id', 'wrapped_key'])
		.execute();
	return new Map(rows.map((row) => [row.id, keyring.unwrap(row.wrapped_key)]));
}
