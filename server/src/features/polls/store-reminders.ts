/** Which polls people are reminded of. */
import { sql } from 'kysely';
import type { Trx } from '../../platform/database.ts';

/**
 * The next poll that somebody should be reminded of, held still; other processes take other ones. Those
 * asked less than `hours` before the deadline have just been told.
 */
export async function lockPollToRemind(trx: Trx, now: Date, until: Date, hours: number) {
	return trx
		.selectFrom('polls')
		.where('closed_at', 'is', null)
		.where('reminded_at', 'is', null)
		.where('deadline', '>', now)
		.where('deadline', '<=', until)
		.where(sql<boolean>`asked_at <= deadline - make_interval(hours => ${hours})`)
		.orderBy('deadline')
		.limit(1)
		.select(['id', 'group_id as groupId', 'time_zone as timeZone'])
		.forUpdate()
		.skipLocked()
		.executeTakeFirst();
}

export async function setReminded(trx: Trx, pollId: string, at: Date): Promise<void> {
	await trx.updateTable('polls').set({ reminded_at: at }).where('id', '=', pollId).execute();
}
