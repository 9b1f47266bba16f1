/** Reminding people of a poll, for a job that runs every few minutes in any number of processes. */

import { isAwayOn } from '@entrepairs/domain/membership/pause';
import { localDay } from '@entrepairs/domain/schedule/expand';
import type { Db, Trx } from '../../platform/database.ts';
import { membersOf } from '../memberships/members.ts';
import { tell } from '../notifications/notices.ts';
import { votesOf } from './store.ts';
import { lockPollToRemind, setReminded } from './store-reminders.ts';

/** How long before the deadline people are reminded. */
const HOURS_BEFORE = 24;

/**
 * Reminds those who have not answered, once, a day before the deadline of each poll; again only if it is
 * asked anew. What has been told stays told when the job is cut off. Returns how many people were told.
 */
export async function remindOfPolls(db: Db, now: Date): Promise<number> {
	let told = 0;
	for (;;) {
		const count = await db.transaction().execute((trx) => remindOfNext(trx, now));
		if (count === null) return told;
		told += count;
	}
}

async function remindOfNext(trx: Trx, now: Date): Promise<number | null> {
	const until = new Date(now.getTime() + HOURS_BEFORE * 3_600_000);
	const poll = await lockPollToRemind(trx, now, until, HOURS_BEFORE);
	if (poll === undefined) return null;
	const answered = new Set((await votesOf(trx, poll.id)).map(({ accountId }) => accountId));
	const today = localDay(now, poll.timeZone).toString();
	// Who pauses is left in peace: they were told of the poll when it opened.
	const silent = (await membersOf(trx, [poll.groupId])).filter(
		({ accountId, pausedUntil }) => !answered.has(accountId) && !isAwayOn(pausedUntil, today),
	);
	const about = { kind: 'poll-reminder', groupId: poll.groupId, subjectId: poll.id } as const;
	await tell(
		trx,
		silent.map(({ accountId }) => ({ ...about, to: accountId })),
		now,
	);
	await setReminded(trx, poll.id, now);
	return silent.length;
}
