import { sql } from 'kysely';
import type { Db, Trx } from '../../platform/database.ts';
import { type CarriedSession, carriedRows } from '../sessions/carriers.ts';

export interface EntryRow {
	readonly id: string;
	readonly authorId: string;
	readonly sealed: Uint8Array;
	readonly seriesId: string | null;
	readonly day: string | null;
	readonly sessionStartsAt: Date | null;
	readonly createdAt: Date;
	readonly updatedAt: Date;
}

const columns = [
	'id',
	'account_id as authorId',
	'sealed',
	'series_id as seriesId',
	'occurrence_date as day',
	'session_starts_at as sessionStartsAt',
	'created_at as createdAt',
	'updated_at as updatedAt',
] as const;

export async function entriesOf(db: Db, authorId: string): Promise<EntryRow[]> {
	return db
		.selectFrom('journal_entries')
		.where('account_id', '=', authorId)
		.orderBy('created_at', 'desc')
		.select(columns)
		.execute();
}

export async function findEntry(db: Db, id: string): Promise<EntryRow | undefined> {
	return db.selectFrom('journal_entries').where('id', '=', id).select(columns).executeTakeFirst();
}

export async function insertEntry(db: Db | Trx, entry: EntryRow): Promise<void> {
	await db
		.insertInto('journal_entries')
		.values({
			id: entry.id,
			account_id: entry.authorId,
			sealed: entry.sealed,
			series_id: entry.seriesId,
			occurrence_date: entry.day,
			session_starts_at: entry.sessionStartsAt,
			created_at: entry.createdAt,
			updated_at: entry.updatedAt,
		})
		.execute();
}

/** False when the entry is no longer as it was at `basedOn`. */
export async function replaceEntry(
	db: Db,
	id: string,
	change: { readonly sealed: Uint8Array; readonly updatedAt: Date; readonly basedOn: Date },
): Promise<boolean> {
	const result = await db
		.updateTable('journal_entries')
		.set({ sealed: change.sealed, updated_at: change.updatedAt })
		.where('id', '=', id)
		.where('updated_at', '=', change.basedOn)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

export async function deleteEntry(db: Db, id: string): Promise<void> {
	await db.deleteFrom('journal_entries').where('id', '=', id).execute();
}

/** Notes about sessions that are no more lead to the sessions that take their place. */
export async function carryEntries(trx: Trx, pairs: readonly CarriedSession[]): Promise<void> {
	await sql`update journal_entries set series_id = pair.to_series, occurrence_date = pair.to_day
		from ${carriedRows(pairs)}
		where journal_entries.series_id = pair.from_series and journal_entries.occurrence_date = pair.from_day`.execute(
		trx,
	);
}
