import { sql } from 'kysely';
import type { Db, Trx } from '../../platform/database.ts';

export interface PollRow {
	readonly id: string;
	readonly groupId: string;
	readonly groupName: string;
	/** What the group asks for; 0: no number. */
	readonly quorum: number;
	readonly title: string;
	readonly purpose: 'session' | 'weekly';
	readonly durationMinutes: number;
	readonly timeZone: string;
	readonly showsAtOnce: boolean;
	readonly deadline: Date;
	readonly openedBy: string | null;
	readonly openedByName: string | null;
	readonly openedAt: Date;
	readonly closedAt: Date | null;
	readonly sessionId: string | null;
}

export interface SlotRow {
	readonly id: string;
	readonly day: string;
	/** `18:30` */
	readonly time: string;
	readonly isChosen: boolean;
}

export interface VoteRow {
	readonly slotId: string;
	readonly accountId: string;
	readonly vote: 'yes' | 'if-need-be' | 'no';
}

const rows = (db: Db | Trx) =>
	db
		.selectFrom('polls')
		.innerJoin('groups', 'groups.id', 'polls.group_id')
		.leftJoin('accounts as openers', 'openers.id', 'polls.opened_by')
		.select([
			'polls.id',
			'polls.group_id as groupId',
			'groups.name as groupName',
			'groups.quorum',
			'polls.title',
			'polls.purpose',
			'polls.duration_minutes as durationMinutes',
			'polls.time_zone as timeZone',
			'polls.shows_at_once as showsAtOnce',
			'polls.deadline',
			'polls.opened_by as openedBy',
			'openers.name as openedByName',
			'polls.opened_at as openedAt',
			'polls.closed_at as closedAt',
			'polls.session_id as sessionId',
		]);

export async function findPoll(db: Db | Trx, id: string): Promise<PollRow | undefined> {
	return rows(db).where('polls.id', '=', id).executeTakeFirst();
}

/** The poll, held still until the transaction ends. */
export async function lockPoll(trx: Trx, id: string): Promise<PollRow | undefined> {
	return rows(trx).where('polls.id', '=', id).forUpdate('polls').executeTakeFirst();
}

/** The polls of groups that take answers and have none of somebody. */
export async function unansweredBy(
	db: Db,
	accountId: string,
	groupIds: readonly string[],
	now: Date,
): Promise<PollRow[]> {
	if (groupIds.length === 0) return [];
	return rows(db)
		.where('polls.group_id', 'in', groupIds)
		.where('polls.closed_at', 'is', null)
		.where('polls.deadline', '>', now)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('poll_votes')
						.innerJoin('poll_slots', 'poll_slots.id', 'poll_votes.slot_id')
						.whereRef('poll_slots.poll_id', '=', 'polls.id')
						.where('poll_votes.account_id', '=', accountId)
						.select('poll_slots.id'),
				),
			),
		)
		.orderBy('polls.deadline')
		.execute();
}

/** Who of a group have answered, by poll; people who have left do not count. */
export async function pollsOf(
	db: Db,
	groupId: string,
	limit: number,
): Promise<{ polls: PollRow[]; slotCounts: Map<string, number>; voters: Map<string, Set<string>> }> {
	const polls = await rows(db)
		.where('polls.group_id', '=', groupId)
		.orderBy('polls.opened_at', 'desc')
		.limit(limit)
		.execute();
	const ids = polls.map(({ id }) => id);
	if (ids.length === 0) return { polls, slotCounts: new Map(), voters: new Map() };
	const [counts, votes] = await Promise.all([
		db
			.selectFrom('poll_slots')
			.where('poll_id', 'in', ids)
			.groupBy('poll_id')
			.select(['poll_id as pollId', sql<number>`count(*)::int`.as('count')])
			.execute(),
		db
			.selectFrom('poll_votes')
			.innerJoin('poll_slots', 'poll_slots.id', 'poll_votes.slot_id')
			.where('poll_slots.poll_id', 'in', ids)
			.select(['poll_slots.poll_id as pollId', 'poll_votes.account_id as accountId'])
			.distinct()
			.execute(),
	]);
	const voters = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]));
	for (const { pollId, accountId } of votes) voters.get(pollId)?.add(accountId);
	return { polls, slotCounts: new Map(counts.map(({ pollId, count }) => [pollId, count])), voters };
}

export async function slotsOf(db: Db | Trx, pollId: string): Promise<SlotRow[]> {
	const found = await db
		.selectFrom('poll_slots')
		.where('poll_id', '=', pollId)
		.orderBy('day')
		.orderBy('time')
		.select(['id', 'day', 'time', 'is_chosen as isChosen'])
		.execute();
	return found.map((slot) => ({ ...slot, time: slot.time.slice(0, 5) }));
}

export async function votesOf(db: Db | Trx, pollId: string): Promise<VoteRow[]> {
	return db
		.selectFrom('poll_votes')
		.innerJoin('poll_slots', 'poll_slots.id', 'poll_votes.slot_id')
		.where('poll_slots.poll_id', '=', pollId)
		.select(['poll_votes.slot_id as slotId', 'poll_votes.account_id as accountId', 'poll_votes.vote'])
		.execute();
}

/** The zone of a group; undefined when there is no such group. */
export async function zoneOf(db: Db, groupId: string): Promise<string | undefined> {
	const row = await db.selectFrom('groups').where('id', '=', groupId).select('time_zone').executeTakeFirst();
	return row?.time_zone;
}

export async function insertPoll(
	trx: Trx,
	poll: Omit<PollRow, 'groupName' | 'quorum' | 'openedByName' | 'closedAt' | 'sessionId'>,
	slots: readonly Omit<SlotRow, 'isChosen'>[],
): Promise<void> {
	await trx
		.insertInto('polls')
		.values({
			id: poll.id,
			group_id: poll.groupId,
			title: poll.title,
			purpose: poll.purpose,
			duration_minutes: poll.durationMinutes,
			time_zone: poll.timeZone,
			shows_at_once: poll.showsAtOnce,
			deadline: poll.deadline,
			opened_by: poll.openedBy,
			opened_at: poll.openedAt,
			asked_at: poll.openedAt,
			reminded_at: null,
			closed_at: null,
			closed_by: null,
			session_id: null,
		})
		.execute();
	await trx
		.insertInto('poll_slots')
		.values(slots.map(({ id, day, time }) => ({ id, poll_id: poll.id, day, time })))
		.execute();
}

/** What somebody says now; what they said about other slots stays. */
export async function saveVotes(
	trx: Trx,
	accountId: string,
	votes: readonly Omit<VoteRow, 'accountId'>[],
	at: Date,
): Promise<void> {
	await trx
		.insertInto('poll_votes')
		.values(votes.map(({ slotId, vote }) => ({ slot_id: slotId, account_id: accountId, vote, at })))
		.onConflict((c) =>
			c.columns(['slot_id', 'account_id']).doUpdateSet((e) => ({
				vote: e.ref('excluded.vote'),
				at: e.ref('excluded.at'),
			})),
		)
		.execute();
}

export async function setClosed(
	trx: Trx,
	pollId: string,
	closed: { readonly at: Date; readonly by: string },
): Promise<void> {
	await trx
		.updateTable('polls')
		.set({ closed_at: closed.at, closed_by: closed.by })
		.where('id', '=', pollId)
		.execute();
}

export async function setPlanned(
	trx: Trx,
	pollId: string,
	planned: { readonly slotId: string; readonly sessionId: string; readonly at: Date; readonly by: string },
): Promise<void> {
	await trx
		.updateTable('polls')
		.set((e) => ({
			session_id: planned.sessionId,
			// Who closed it before remains the one who did.
			closed_at: e.fn.coalesce('closed_at', e.val(planned.at)),
			closed_by: e.fn.coalesce('closed_by', e.val(planned.by)),
		}))
		.where('id', '=', pollId)
		.execute();
	await trx.updateTable('poll_slots').set({ is_chosen: true }).where('id', '=', planned.slotId).execute();
}

export async function setDeadline(trx: Trx, pollId: string, deadline: Date, askedAt: Date): Promise<void> {
	await trx
		.updateTable('polls')
		.set({ deadline, asked_at: askedAt, reminded_at: null, closed_at: null, closed_by: null })
		.where('id', '=', pollId)
		.execute();
}

export async function removePoll(trx: Trx, pollId: string): Promise<void> {
	await trx.deleteFrom('polls').where('id', '=', pollId).execute();
}
