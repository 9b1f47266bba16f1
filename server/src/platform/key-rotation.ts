/**
 * After a change of master key: wraps every data key again, while the server serves. The keys
 * themselves stay, so what they sealed needs no touch and open documents notice nothing.
 */
import { sql } from 'kysely';
import type { Keyring } from './crypto.ts';
import type { Db } from './database.ts';

const BATCH = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Returns how many were wrapped again. Throws when one was wrapped with a key that is not given. */
export async function rewrapKeys(db: Db, keyring: Keyring): Promise<number> {
	const documents = await rewrapAll(keyring, {
		after: (id) =>
			db
				.selectFrom('documents')
				.where('id', '>', id)
				.orderBy('id')
				.limit(BATCH)
				.select(['id', 'wrapped_key as wrapped'])
				.execute(),
		replace: (id, before, wrapped) =>
			db
				.updateTable('documents')
				.set({ wrapped_key: wrapped })
				.where('id', '=', id)
				.where('wrapped_key', '=', before)
				.execute(),
	});
	const people = await rewrapAll(keyring, {
		after: (id) =>
			db
				.selectFrom('person_keys')
				.where('account_id', '>', id)
				.orderBy('account_id')
				.limit(BATCH)
				.select(['account_id as id', 'wrapped_key as wrapped'])
				.execute(),
		replace: (id, before, wrapped) =>
			db
				.updateTable('person_keys')
				.set({ wrapped_key: wrapped })
				.where('account_id', '=', id)
				.where('wrapped_key', '=', before)
				.execute(),
	});
	const answers = await rewrapAll(keyring, keysOfRows(db, 'session_answers'));
	const pitches = await rewrapAll(keyring, keysOfRows(db, 'pitches'));
	const rooms = await rewrapAll(keyring, keysOfRows(db, 'rooms'));
	const gatherings = await rewrapAll(keyring, keysOfRows(db, 'room_gatherings'));
	return documents + people + answers + pitches + rooms + gatherings;
}

/** The keys in a table whose rows have one each, or none. */
function keysOfRows(db: Db, table: 'session_answers' | 'pitches' | 'rooms' | 'room_gatherings'): WrappedKeys {
	return {
		async after(id) {
			const { rows } = await sql<{ id: string; wrapped: Uint8Array }>`
				select id, wrapped_key as wrapped from ${sql.table(table)}
				where id > ${id} and wrapped_key is not null order by id limit ${BATCH}`.execute(db);
			return rows;
		},
		replace: (id, before, wrapped) =>
			sql`update ${sql.table(table)} set wrapped_key = ${wrapped}
				where id = ${id} and wrapped_key = ${before}`.execute(db),
	};
}

interface WrappedKeys {
	after(id: string): Promise<{ readonly id: string; readonly wrapped: Uint8Array }[]>;
	/** Only where the key is still as it was read: somebody else may rotate or erase at the same time. */
	replace(id: string, before: Uint8Array, wrapped: Uint8Array): Promise<unknown>;
}

async function rewrapAll(keyring: Keyring, keys: WrappedKeys): Promise<number> {
	let count = 0;
	let last = FIRST;
	for (;;) {
		const rows = await keys.after(last);
		for (const { id, wrapped } of rows) {
			last = id;
			const again = keyring.rewrap(wrapped);
			if (again === null) continue;
			await keys.replace(id, wrapped, again);
			count++;
		}
		if (rows.length < BATCH) return count;
	}
}
