/** Rooms and what was done in them. The state is sealed with a key of the room's own. */
import type { Passage, Room } from '@entrepairs/domain/room/state';
import { formatSessionId } from '@entrepairs/domain/schedule/session-id';
import { sql } from 'kysely';
import { type DataKey, type Keyring, seal, unseal } from '../../platform/crypto.ts';
import type { Db, Trx } from '../../platform/database.ts';
import { type CarriedSession, carriedRows } from '../sessions/carriers.ts';

/** A room as it stands at one version. Never changed: what comes after is another one. */
export interface HeldRoom {
	readonly id: string;
	readonly groupId: string;
	readonly sessionId: string;
	readonly version: number;
	readonly openedAt: Date;
	readonly key: DataKey;
	readonly room: Room;
}

interface SessionName {
	readonly seriesId: string;
	readonly day: string;
}

/** What a state is sealed as: it cannot be passed off as another room's, or as of another time. */
const stateContext = (id: string, version: number) => `room:${id}:${version}`;

const columns = [
	...(['id', 'group_id', 'series_id', 'day', 'version', 'opened_at'] as const),
	...(['wrapped_key', 'sealed_state'] as const),
] as const;

interface Row {
	readonly id: string;
	readonly group_id: string;
	readonly series_id: string;
	readonly day: string;
	readonly version: number;
	readonly opened_at: Date;
	readonly wrapped_key: Uint8Array;
	readonly sealed_state: Uint8Array;
}

function opened(row: Row, keyring: Keyring, known: HeldRoom | undefined): HeldRoom {
	const sessionId = formatSessionId({ seriesId: row.series_id, day: row.day });
	if (known?.version === row.version && known.sessionId === sessionId) return known;
	const key = known?.key ?? keyring.unwrap(row.wrapped_key);
	const state = unseal(key, row.sealed_state, stateContext(row.id, row.version));
	return {
		id: row.id,
		groupId: row.group_id,
		sessionId,
		version: row.version,
		openedAt: row.opened_at,
		key,
		room: JSON.parse(Buffer.from(state).toString('utf8')) as Room,
	};
}

export async function roomById(
	db: Db | Trx,
	keyring: Keyring,
	id: string,
	known?: HeldRoom,
): Promise<HeldRoom | null> {
	const row = await db.selectFrom('rooms').where('id', '=', id).select(columns).executeTakeFirst();
	return row === undefined ? null : opened(row, keyring, known);
}

export async function roomOfSession(
	db: Db | Trx,
	keyring: Keyring,
	{ seriesId, day }: SessionName,
): Promise<HeldRoom | null> {
	const row = await db
		.selectFrom('rooms')
		.where('series_id', '=', seriesId)
		.where('day', '=', day)
		.select(columns)
		.executeTakeFirst();
	return row === undefined ? null : opened(row, keyring, undefined);
}

/** Holds a room until the transaction ends. `known`: what may still be true, to be spared reading it. */
export async function lockRoom(
	trx: Trx,
	keyring: Keyring,
	id: string,
	known?: HeldRoom,
): Promise<HeldRoom | null> {
	const row = await trx
		.selectFrom('rooms')
		.where('id', '=', id)
		.select(columns)
		.forNoKeyUpdate()
		.executeTakeFirst();
	return row === undefined ? null : opened(row, keyring, known);
}

/** What the page of a session says of its room, without opening what is sealed. */
export async function outlineOf(db: Db, { seriesId, day }: SessionName) {
	return db
		.selectFrom('rooms')
		.where('series_id', '=', seriesId)
		.where('day', '=', day)
		.select(['id', 'phase', 'mode', 'deadline_at as deadlineAt'])
		.executeTakeFirst();
}

/** Which versions rooms are at. */
export async function versionsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
	if (ids.length === 0) return new Map();
	const rows = await db.selectFrom('rooms').where('id', 'in', ids).select(['id', 'version']).execute();
	return new Map(rows.map(({ id, version }) => [id, version]));
}

/** The room in whose stages a case is worked on now. */
export async function roomUnderWay(db: Db, caseId: string) {
	return db
		.selectFrom('rooms')
		.where('case_id', '=', caseId)
		.where('phase', '=', 'stages')
		.orderBy('opened_at', 'desc')
		.select(['id', 'version'])
		.executeTakeFirst();
}

function asColumns(room: Room) {
	return {
		phase: room.phase,
		mode: room.mode,
		case_id: room.caseId,
		deadline_at: room.deadline === null ? null : new Date(room.deadline),
	};
}

const sealedState = (key: DataKey, id: string, version: number, room: Room) =>
	seal(key, Buffer.from(JSON.stringify(room)), stateContext(id, version));

/** False where somebody opened it at the same moment. */
export async function insertRoom(
	trx: Trx,
	keyring: Keyring,
	own: SessionName & { readonly id: string; readonly groupId: string; readonly openedAt: Date },
	room: Room,
): Promise<boolean> {
	const { key, wrapped } = keyring.newDataKey();
	const inserted = await trx
		.insertInto('rooms')
		.values({
			id: own.id,
			group_id: own.groupId,
			series_id: own.seriesId,
			day: own.day,
			version: 1,
			...asColumns(room),
			opened_at: own.openedAt,
			ended_at: null,
			wrapped_key: wrapped,
			sealed_state: sealedState(key, own.id, 1, room),
		})
		.onConflict((c) => c.columns(['series_id', 'day']).doNothing())
		.returning('id')
		.executeTakeFirst();
	if (inserted === undefined) return false;
	await insertPassages(trx, own.id, 1, room.passages);
	return true;
}

/** The next version of a room that is held. */
export async function writeRoom(trx: Trx, before: HeldRoom, room: Room, at: Date): Promise<HeldRoom> {
	const version = before.version + 1;
	const { id, key } = before;
	await trx
		.updateTable('rooms')
		.set({
			version,
			...asColumns(room),
			...(room.phase === 'ended' && before.room.phase !== 'ended' ? { ended_at: at } : {}),
			sealed_state: sealedState(key, id, version, room),
		})
		.where('id', '=', id)
		.execute();
	const known = new Set(before.room.passages);
	await insertPassages(
		trx,
		id,
		version,
		room.passages.filter((passage) => !known.has(passage)),
	);
	return { ...before, version, room };
}

async function insertPassages(
	trx: Trx,
	roomId: string,
	version: number,
	passages: readonly Passage[],
): Promise<void> {
	if (passages.length === 0) return;
	await trx
		.insertInto('room_passages')
		.values(
			passages.map(({ at, by, what, stage }) => ({
				room_id: roomId,
				version,
				at: new Date(at),
				account_id: by,
				what,
				stage,
			})),
		)
		.execute();
}

/** A room goes with its session; where that one has a room already, that one stays. */
export async function carryRooms(trx: Trx, pairs: readonly CarriedSession[]): Promise<void> {
	await sql`update rooms set series_id = pair.to_series, day = pair.to_day
		from (select distinct on (to_series, to_day) * from ${carriedRows(pairs)}
			where exists (select from rooms as own where own.series_id = from_series and own.day = from_day)
			order by to_series, to_day, from_day) as pair
		where rooms.series_id = pair.from_series and rooms.day = pair.from_day
			and not exists (select from rooms as other
				where other.series_id = pair.to_series and other.day = pair.to_day)`.execute(trx);
}
