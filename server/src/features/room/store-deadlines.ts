/** Rooms over days whose stage ends soon or should have ended, and who is told of it. */
import { isAwayOn } from '@entrepairs/domain/membership/pause';
import { localDay } from '@entrepairs/domain/schedule/expand';
import { sql } from 'kysely';
import type { Db, Trx } from '../../platform/database.ts';

/** Later than so long after a deadline nobody is told any more: the marks are kept for a month. */
const TOLD_WITHIN_MS = 14 * 24 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** `over` is a stage that is past its deadline. */
export type Moment = 'due' | 'over';

export interface Nearing {
	readonly roomId: string;
	readonly moment: Moment;
}

/** A mark of what was told, among the reminders of sessions: once for each person, deadline and moment. */
const markOf = (moment: Moment) => `stage-${moment}`;

const underWay = (db: Db | Trx) =>
	db.selectFrom('rooms').where('phase', '=', 'stages').where('mode', '=', 'over-days');

/** What is to be looked at now. Of a stage that is over it is known that nobody was told. */
export async function nearing(db: Db, now: Date): Promise<Nearing[]> {
	const rows = await underWay(db)
		.where('deadline_at', '>', new Date(now.getTime() - TOLD_WITHIN_MS))
		.where('deadline_at', '<=', new Date(now.getTime() + DAY_MS))
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('reminders')
						.whereRef('session_id', '=', sql<string>`rooms.series_id || '.' || rooms.day`)
						.whereRef('starts_at', '=', 'deadline_at')
						.where('ahead', '=', markOf('over'))
						.select('reminders.account_id'),
				),
			),
		)
		.orderBy('deadline_at')
		.select(['id as roomId', 'deadline_at as deadline'])
		.execute();
	return rows.map(({ roomId, deadline }) => ({
		roomId,
		moment: deadline !== null && deadline <= now ? 'over' : 'due',
	}));
}

/** Holds a room whose stage is under way over days, and says since when it is. */
export async function holdStage(trx: Trx, roomId: string) {
	const room = await underWay(trx)
		.where('id', '=', roomId)
		.select(['group_id as groupId', 'case_id as caseId', 'deadline_at as deadline', 'version'])
		.forNoKeyUpdate()
		.executeTakeFirst();
	if (room === undefined || room.deadline === null) return null;
	const { at } = await trx
		.selectFrom('room_passages')
		.where('room_id', '=', roomId)
		.where('what', 'in', ['started', 'next', 'back'])
		.select((e) => e.fn.max('at').as('at'))
		.executeTakeFirstOrThrow();
	return at === null ? null : { ...room, deadline: room.deadline, beganAt: at };
}

/** Who came to a room since then, or is in it. */
export async function cameSince(trx: Trx, roomId: string, since: Date): Promise<ReadonlySet<string>> {
	const rows = await trx
		.selectFrom('room_visits')
		.where('room_id', '=', roomId)
		.where(sql<Date>`coalesce(left_at, seen_at)`, '>=', since)
		.select('account_id')
		.distinct()
		.execute();
	return new Set(rows.map(({ account_id }) => account_id));
}

/**
 * The members of a group who are told what happens in a session over days: those who are not away, and
 * have not left the situation that it is about.
 */
export async function peopleToTell(
	db: Db | Trx,
	{ groupId, caseId }: { readonly groupId: string; readonly caseId: string | null },
	now: Date,
): Promise<{ readonly accountId: string; readonly role: 'facilitator' | 'member' }[]> {
	const rows = await db
		.selectFrom('group_members')
		.innerJoin('groups', 'groups.id', 'group_members.group_id')
		.where('group_members.group_id', '=', groupId)
		.where('group_members.ended_at', 'is', null)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('case_recusals')
						.whereRef('case_recusals.account_id', '=', 'group_members.account_id')
						.where('case_recusals.case_id', '=', caseId)
						.select('case_recusals.case_id'),
				),
			),
		)
		.select(['account_id as accountId', 'role', 'paused_until as pausedUntil', 'time_zone as timeZone'])
		.execute();
	return rows.filter(
		({ pausedUntil, timeZone }) => !isAwayOn(pausedUntil, localDay(now, timeZone).toString()),
	);
}

/** Of these people, those who had not been told. */
export async function mark(
	trx: Trx,
	about: { readonly sessionId: string; readonly deadline: Date; readonly moment: Moment },
	people: readonly string[],
): Promise<string[]> {
	if (people.length === 0) return [];
	const added = await trx
		.insertInto('reminders')
		.values(
			people.map((accountId) => ({
				account_id: accountId,
				session_id: about.sessionId,
				starts_at: about.deadline,
				ahead: markOf(about.moment),
			})),
		)
		.onConflict((c) => c.doNothing())
		.returning('account_id')
		.execute();
	return added.map(({ account_id }) => account_id);
}
