/**
 * Rooms that have ended, for what they leave behind (features/minutes): each is settled once. Until then
 * its row says that it is not, and whoever settles it holds the row.
 */
import type { RoomVisit } from '@entrepairs/domain/minutes/time-there';
import type { Room } from '@entrepairs/domain/room/state';
import type { SessionName } from '@entrepairs/domain/schedule/session-id';
import { sql } from 'kysely';
import { type DataKey, type Keyring, seal, unseal } from '../../platform/crypto.ts';
import type { Db, Trx } from '../../platform/database.ts';

export interface ToSettle {
	readonly id: string;
	readonly version: number;
	readonly groupId: string;
	readonly groupName: string;
	readonly language: 'fr' | 'en';
	readonly seriesId: string;
	readonly day: string;
	readonly openedAt: Date;
	readonly endedAt: Date | null;
	readonly room: Room;
	readonly key: DataKey;
	readonly visits: readonly RoomVisit[];
}

/** Who was seen so shortly before the end was there until the end. */
const STILL_THERE_MS = 30_000;
const MOST_AT_ONCE = 100;

const stateContext = (id: string, version: number) => `room:${id}:${version}`;

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
export async function readRoomToSettle(db: Db | Trx, keyring: Keyring, id: string): Promise<ToSettle | null> {
	const row = await db
		.selectFrom('rooms')
		.innerJoin('groups', 'groups.id', 'rooms.group_id')
		.where('rooms.id', '=', id)
		.where(isNotSettled)
		.select([
			'rooms.id',
			'rooms.version',
			'rooms.series_id as seriesId',
			'rooms.day',
			'rooms.opened_at as openedAt',
			'rooms.ended_at as endedAt',
			'rooms.sealed_state as sealed',
			'rooms.wrapped_key as wrappedKey',
			'groups.id as groupId',
			'groups.name as groupName',
			'groups.language',
		])
		.executeTakeFirst();
	if (row === undefined) return null;
	const { sealed, wrappedKey, ...rest } = row;
	const key = keyring.unwrap(wrappedKey);
	const room = JSON.parse(
		Buffer.from(unseal(key, sealed, stateContext(id, row.version))).toString('utf8'),
	) as Room;
	return { ...rest, key, room, visits: await visitsOf(db, id, row.endedAt) };
}

async function visitsOf(db: Db | Trx, id: string, endedAt: Date | null): Promise<RoomVisit[]> {
	const rows = await db
		.selectFrom('room_visits')
		.where('room_id', '=', id)
		.select(['account_id as accountId', 'arrived_at as arrivedAt', 'seen_at as seenAt', 'left_at as leftAt'])
		.execute();
	return rows.map(({ accountId, arrivedAt, seenAt, leftAt }) => {
		const seen = (leftAt ?? seenAt).getTime();
		const end = endedAt?.getTime() ?? seen;
		const wasStillThere = leftAt === null && seen < end && seen + STILL_THERE_MS >= end;
		return { accountId, arrivedAt: arrivedAt.getTime(), leftAt: wasStillThere ? end : seen };
	});
}

/** The same, held until the transaction ends. */
export async function holdRoomToSettle(trx: Trx, keyring: Keyring, id: string): Promise<ToSettle | null> {
	await trx.selectFrom('rooms').where('id', '=', id).select('id').forUpdate().execute();
	return readRoomToSettle(trx, keyring, id);
}

/** Its result is made: what is left of the room is what it says now. */
export async function settleRoom(trx: Trx, held: ToSettle, room: Room, at: Date): Promise<void> {
	if (room !== held.room) await writeState(trx, held, room, {});
	await trx.insertInto('settled_rooms').values({ room_id: held.id, at }).execute();
}

/** Ends a room that nobody ended. */
export async function endRoom(trx: Trx, held: ToSettle, room: Room, at: Date): Promise<void> {
	await writeState(trx, held, room, { phase: room.phase, deadline_at: null, ended_at: at });
	const passages = room.passages.slice(held.room.passages.length);
	await trx
		.insertInto('room_passages')
		.values(
			passages.map(({ at: when, by, what, stage }) => ({
				...{ room_id: held.id, version: held.version + 1, at: new Date(when) },
				...{ account_id: by, what, stage },
			})),
		)
		.execute();
}

async function writeState(
	trx: Trx,
	{ id, key, version }: ToSettle,
	room: Room,
	columns: { readonly phase?: Room['phase']; readonly deadline_at?: null; readonly ended_at?: Date },
): Promise<void> {
	const next = version + 1;
	const sealed = seal(key, Buffer.from(JSON.stringify(room)), stateContext(id, next));
	await trx
		.updateTable('rooms')
		.set({ ...columns, version: next, sealed_state: sealed })
		.where('id', '=', id)
		.execute();
}
