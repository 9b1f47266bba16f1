/**
 * Who was in which room, from when to when: presence now, and attendance later. A visit is one window. It
 * lasts until it is left, or until its process has not been heard of for a while.
 */
import { sql } from 'kysely';
import type { Db, Trx } from '../../platform/database.ts';

export interface VisitRow {
	readonly id: string;
	readonly roomId: string;
	readonly accountId: string;
	readonly name: string;
	readonly colour: number;
}

export async function insertVisit(
	db: Db,
	visit: { readonly id: string; readonly roomId: string; readonly accountId: string },
	at: Date,
): Promise<void> {
	await db
		.insertInto('room_visits')
		.values({
			id: visit.id,
			room_id: visit.roomId,
			account_id: visit.accountId,
			arrived_at: at,
			seen_at: at,
			left_at: null,
		})
		.execute();
}

export async function endVisits(db: Db, ids: readonly string[], at: Date): Promise<void> {
	if (ids.length === 0) return;
	await db.updateTable('room_visits').set({ left_at: at, seen_at: at }).where('id', 'in', ids).execute();
}

/** These last. One that was taken for lost while the database could not be reached goes on. */
export async function keepVisits(db: Db, ids: readonly string[], at: Date): Promise<void> {
	if (ids.length === 0) return;
	await db.updateTable('room_visits').set({ seen_at: at, left_at: null }).where('id', 'in', ids).execute();
}

/** Visits of processes that are no more ended when they were last heard of. */
export async function endLostVisits(db: Db, seenBefore: Date): Promise<void> {
	await db
		.updateTable('room_visits')
		.set({ left_at: sql<Date>`seen_at` })
		.where('left_at', 'is', null)
		.where('seen_at', '<', seenBefore)
		.execute();
}

/** Who is in these rooms now, in order of arrival, as they appear in the group. */
export async function visitsNow(
	db: Db | Trx,
	roomIds: readonly string[],
	seenSince: Date,
): Promise<VisitRow[]> {
	if (roomIds.length === 0) return [];
	return db
		.selectFrom('room_visits')
		.innerJoin('rooms', 'rooms.id', 'room_visits.room_id')
		.innerJoin('accounts', 'accounts.id', 'room_visits.account_id')
		.innerJoin('group_members', (join) =>
			join
				.onRef('group_members.group_id', '=', 'rooms.group_id')
				.onRef('group_members.account_id', '=', 'room_visits.account_id')
				.on('group_members.ended_at', 'is', null),
		)
		.where('room_visits.room_id', 'in', roomIds)
		.where('room_visits.left_at', 'is', null)
		.where('room_visits.seen_at', '>=', seenSince)
		.orderBy('room_visits.arrived_at')
		.orderBy('room_visits.id')
		.select([
			'room_visits.id',
			'room_visits.room_id as roomId',
			'room_visits.account_id as accountId',
			'accounts.name',
			'group_members.colour',
		])
		.execute();
}

/** When somebody was last in a room; null when never. */
export async function lastSeen(db: Db | Trx, roomId: string, accountId: string): Promise<Date | null> {
	const row = await db
		.selectFrom('room_visits')
		.where('room_id', '=', roomId)
		.where('account_id', '=', accountId)
		.select((e) => e.fn.max('seen_at').as('at'))
		.executeTakeFirst();
	return row?.at ?? null;
}

export interface PastVisit {
	readonly accountId: string;
	readonly arrivedAt: Date;
	/** When they left; of one that lasts, when it was last heard of. */
	readonly leftAt: Date;
	/** Nobody has left it, as far as is known. */
	readonly isOpen: boolean;
}

/** Everybody who was ever in a room, in order of arrival. */
export async function visitsOf(db: Db | Trx, roomId: string): Promise<PastVisit[]> {
	return db
		.selectFrom('room_visits')
		.where('room_id', '=', roomId)
		.orderBy('arrived_at')
		.select((e) => [
			'account_id as accountId',
			'arrived_at as arrivedAt',
			e.fn.coalesce('left_at', 'seen_at').as('leftAt'),
			e('left_at', 'is', null).$castTo<boolean>().as('isOpen'),
		])
		.execute();
}
