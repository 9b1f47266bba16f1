import type { SessionName } from '@entrepairs/domain/schedule/session-id';
import { sql } from 'kysely';
import type { Db, Trx } from '../../platform/database.ts';
import { type CarriedSession, carriedRows } from '../sessions/carriers.ts';

export interface NoteRow extends SessionName {
	readonly id: string;
	readonly accountId: string;
	readonly sealed: Uint8Array;
	readonly updatedAt: Date;
}

const rows = (db: Db | Trx) =>
	db
		.selectFrom('session_notes')
		.select(['id', 'account_id as accountId', 'series_id as seriesId', 'day', 'sealed'])
		.select('updated_at as updatedAt');

/** Whoever asks gives the author: there is no way to somebody else's. */
export async function findNote(
	db: Db | Trx,
	accountId: string,
	{ seriesId, day }: SessionName,
): Promise<NoteRow | undefined> {
	return rows(db)
		.where('account_id', '=', accountId)
		.where('series_id', '=', seriesId)
		.where('day', '=', day)
		.executeTakeFirst();
}

export async function notesBy(db: Db, accountId: string): Promise<NoteRow[]> {
	return rows(db).where('account_id', '=', accountId).orderBy('day', 'desc').orderBy('id').execute();
}

/** False when there is one already. */
export async function insertNote(db: Db | Trx, note: NoteRow): Promise<boolean> {
	const { id, accountId, seriesId, day, sealed, updatedAt } = note;
	const result = await db
		.insertInto('session_notes')
		.values({ id, account_id: accountId, series_id: seriesId, day, sealed, updated_at: updatedAt })
		.onConflict((c) => c.constraint('session_notes_own').doNothing())
		.executeTakeFirst();
	return result.numInsertedOrUpdatedRows === 1n;
}

/** False when the note is no longer as it was at `basedOn`. */
export async function replaceNote(
	db: Db | Trx,
	id: string,
	change: { readonly sealed: Uint8Array; readonly updatedAt: Date; readonly basedOn: Date },
): Promise<boolean> {
	const result = await db
		.updateTable('session_notes')
		.set({ sealed: change.sealed, updated_at: change.updatedAt })
		.where('id', '=', id)
		.where('updated_at', '=', change.basedOn)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

/** False when the note is no longer as it was at `basedOn`. */
export async function deleteNote(db: Db | Trx, id: string, basedOn: Date): Promise<boolean> {
	const result = await db
		.deleteFrom('session_notes')
		.where('id', '=', id)
		.where('updated_at', '=', basedOn)
		.executeTakeFirst();
	return result.numDeletedRows === 1n;
}

/** The notes of sessions that are no more, each with the session that takes its place; held until the end. */
export async function holdCarried(
	trx: Trx,
	pairs: readonly CarriedSession[],
): Promise<(NoteRow & { readonly toSeries: string; readonly toDay: string })[]> {
	const { rows: found } = await sql<NoteRow & { toSeries: string; toDay: string }>`
		select id, account_id as "accountId", series_id as "seriesId", day::text, sealed,
			updated_at as "updatedAt", pair.to_series as "toSeries", pair.to_day::text as "toDay"
		from session_notes join ${carriedRows(pairs)}
			on session_notes.series_id = pair.from_series and session_notes.day = pair.from_day
		order by day, id for update of session_notes`.execute(trx);
	return found;
}

export async function moveNote(trx: Trx, id: string, to: SessionName): Promise<void> {
	await trx
		.updateTable('session_notes')
		.set({ series_id: to.seriesId, day: to.day })
		.where('id', '=', id)
		.execute();
}

/** Both at once, whatever they were: inside a transaction that holds them. */
export async function joinNotes(
	trx: Trx,
	kept: { readonly id: string; readonly sealed: Uint8Array; readonly updatedAt: Date },
	gone: string,
): Promise<void> {
	await trx.deleteFrom('session_notes').where('id', '=', gone).execute();
	await trx
		.updateTable('session_notes')
		.set({ sealed: kept.sealed, updated_at: kept.updatedAt })
		.where('id', '=', kept.id)
		.execute();
}
