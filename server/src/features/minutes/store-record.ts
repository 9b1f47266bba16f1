/** The sessions that stand in each one's own record. */
import type { Db, Trx } from '../../platform/database.ts';

/** Of these, the accounts that there still are. */
export async function accountsThatAre(trx: Trx, ids: readonly string[]): Promise<ReadonlySet<string>> {
	if (ids.length === 0) return new Set();
	const found = await trx.selectFrom('accounts').where('id', 'in', ids).select('id').execute();
	return new Set(found.map(({ id }) => id));
}

export interface AttendedRow {
	readonly id: string;
	readonly seriesId: string;
	readonly day: string;
	readonly from: Date;
	readonly until: Date;
	readonly minutes: number;
	readonly sealed: Uint8Array;
}

/** Once a person and session: a second time changes nothing. */
export async function insertAttended(trx: Trx, accountId: string, row: AttendedRow): Promise<void> {
	await trx
		.insertInto('attended_sessions')
		.values({
			id: row.id,
			account_id: accountId,
			series_id: row.seriesId,
			day: row.day,
			from_at: row.from,
			until_at: row.until,
			minutes: row.minutes,
			sealed: row.sealed,
		})
		.onConflict((c) => c.columns(['account_id', 'series_id', 'day']).doNothing())
		.execute();
}

export async function attendedBy(db: Db, accountId: string): Promise<AttendedRow[]> {
	return db
		.selectFrom('attended_sessions')
		.where('account_id', '=', accountId)
		.orderBy('from_at', 'desc')
		.select([
			'id',
			'series_id as seriesId',
			'day',
			'from_at as from',
			'until_at as until',
			'minutes',
			'sealed',
		])
		.execute();
}
