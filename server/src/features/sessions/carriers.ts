import { parseSessionId } from '@entrepairs/domain/schedule/session-id';
import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../../platform/database.ts';

/** Two sessions by their ids: one that is no more, and the one that takes its place. */
export interface CarriedSession {
	readonly from: string;
	readonly to: string;
}

/**
 * A feature that hangs things on sessions to come. When a series changes so that some of them are no
 * more, each carrier takes its things along, in the transaction of the change. Several sessions may go
 * to one; a carrier that keeps one thing a session and person decides which stays.
 */
export interface SessionCarrier {
	carry(trx: Trx, pairs: readonly CarriedSession[]): Promise<void>;
}

/**
 * The pairs as rows for one `update … from`:
 * `pair(from_series uuid, from_day date, to_series uuid, to_day date)`.
 */
export function carriedRows(pairs: readonly CarriedSession[]): RawBuilder<unknown> {
	const rows = pairs.map(({ from, to }) => {
		const [gone, next] = [parseSessionId(from), parseSessionId(to)];
		return {
			from_series: gone?.seriesId,
			from_day: gone?.day,
			to_series: next?.seriesId,
			to_day: next?.day,
		};
	});
	return sql`json_to_recordset(${JSON.stringify(rows)}::text::json)
		as pair(from_series uuid, from_day date, to_series uuid, to_day date)`;
}
