/** The key of each person: made when something of theirs is first sealed, and opened for them only. */
import type { DataKey, Keyring } from './crypto.ts';
import type { Db, Trx } from './database.ts';

/** Somebody's key. In a transaction, a key that is made stands or falls with it. */
export async function personKey(db: Db | Trx, keyring: Keyring, accountId: string): Promise<DataKey> {
	let key = (await personKeys(db, keyring, [accountId])).get(accountId);
	if (key === undefined) {
		await db
			.insertInto('person_keys')
			.values({ account_id: accountId, wrapped_key: keyring.newDataKey().wrapped })
			.onConflict((c) => c.column('account_id').doNothing())
			.execute();
		// Somebody else may have made it at the same moment: what is stored counts.
		key = (await personKeys(db, keyring, [accountId])).get(accountId);
	}
	if (key === undefined) throw new Error('a person without a key');
	return key;
}

/** The keys of those who have one. */
export async function personKeys(
	db: Db | Trx,
	keyring: Keyring,
	accountIds: readonly string[],
): Promise<ReadonlyMap<string, DataKey>> {
	if (accountIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('person_keys')
		.where('account_id', 'in', accountIds)
		.select(['account_id', 'wrapped_key'])
		.execute();
	return new Map(rows.map((row) => [row.account_id, keyring.unwrap(row.wrapped_key)]));
}
