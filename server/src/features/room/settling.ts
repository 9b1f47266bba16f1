/**
 * Rooms that have ended, for what they leave behind (features/minutes): each is settled once. Until then
 * nothing says that it is, and whoever settles it holds its row.
 */
import type { Room } from '@entrepairs/domain/room/state';
import type { SessionName } from '@entrepairs/domain/schedule/session-id';
import { sql } from 'kysely';
import type { Keyring } from '../../platform/crypto.ts';
import type { Db, Trx } from '../../platform/database.ts';
import { type HeldRoom, lockRoom, roomById, writeRoom } from './store.ts';
import { type PastVisit, visitsOf } from './store-visits.ts';

export interface ToSettle extends HeldRoom {
	readonly endedAt: Date | null;
	readonly group: { readonly id: string; readonly name: string; readonly language: 'fr' | 'en' };
	readonly visits: readonly PastVisit[];
}

/** Who was seen so shortly before the end was there until the end. */
const STILL_THERE_MS = 30_000;
const MOST_AT_ONCE = 100;

const isNotSettled = sql<boolean>`not exists (select from settled_rooms where room_id = rooms.id)`;

/** The room of a session that has ended and is not settled. */
export async function unsettledRoomOf(db: Db, { seriesId, day }: SessionName): Promise<string | null> {
	const row = await db
		.selectFrom('rooms')
		.where('series_id', '=', seriesId)
		.where('day', '=', day)
		.where('ended_at', 'is not', null)
		.where(isNotSettled)
		.select('id')
		.executeTakeFirst();
	return row?.id ?? null;
}

/** Rooms that have ended and are not settled, the oldest first. */
export async function unsettledRooms(db: Db): Promise<string[]> {
	const rows = await db
		.selectFrom('rooms')
		.where('ended_at', 'is not', null)
		.where(isNotSettled)
		.orderBy('ended_at')
		.limit(MOST_AT_ONCE)
		.select('id')
		.execute();
	return rows.map(({ id }) => id);
}

/** Live rooms that nobody has ended, opened before an instant. */
export async function openRoomsSince(db: Db, before: Date): Promise<string[]> {
	const rows = await db
		.selectFrom('rooms')
		.where('ended_at', 'is', null)
		.where('mode', '=', 'live')
		.where('opened_at', '<=', before)
		.orderBy('opened_at')
		.limit(MOST_AT_ONCE)
		.select('id')
		.execute();
	return rows.map(({ id }) => id);
}

/** A room that is not settled; null when there is none, or it is. */
export async function readRoomToSettle(db: Db, keyring: Keyring, id: string): Promise<ToSettle | null> {
	const held = await roomById(db, keyring, id);
	return held === null ? null : around(db, held);
}

/** The same, held until the transaction ends. */
export async function holdRoomToSettle(trx: Trx, keyring: Keyring, id: string): Promise<ToSettle | null> {
	const held = await lockRoom(trx, keyring, id);
	return held === null ? null : around(trx, held);
}

async function around(db: Db | Trx, held: HeldRoom): Promise<ToSettle | null> {
	const row = await db
		.selectFrom('rooms')
		.innerJoin('groups', 'groups.id', 'rooms.group_id')
		.where('rooms.id', '=', held.id)
		.where(isNotSettled)
		.select(['rooms.ended_at as endedAt', 'groups.id', 'groups.name', 'groups.language'])
		.executeTakeFirst();
	if (row === undefined) return null;
	const { endedAt, ...group } = row;
	const visits = await visitsOf(db, held.id);
	return { ...held, endedAt, group, visits: visits.map((visit) => untilTheEnd(visit, endedAt)) };
}

/** A visit that lasts is heard of every so often: its last word came shortly before the end. */
function untilTheEnd(visit: PastVisit, endedAt: Date | null): PastVisit {
	if (endedAt === null) return visit;
	const missing = endedAt.getTime() - visit.leftAt.getTime();
	return visit.isOpen && missing > 0 && missing <= STILL_THERE_MS ? { ...visit, leftAt: endedAt } : visit;
}

/** Its result is made: what is left of the room is what it says now. */
export async function settleRoom(trx: Trx, held: HeldRoom, room: Room, at: Date): Promise<void> {
	if (room !== held.room) await writeRoom(trx, held, room, at);
	await trx.insertInto('settled_rooms').values({ room_id: held.id, at }).execute();
}
