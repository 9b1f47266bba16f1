/**
 * One row a room and stage that gathers, written anew at each beat: sealed, of one length until a step is
 * full. There is nothing in it, around it or in its order that says who wrote, or when.
 */
import { randomInt } from 'node:crypto';
import { type Item, pack, unpack } from '@entrepairs/domain/contributions/gathering';
import { type Keyring, seal, unseal } from '../../platform/crypto.ts';
import type { Db, Trx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';

export interface Gathering {
	readonly id: string;
	readonly section: string;
	readonly caseId: string | null;
	readonly yjsClient: number;
	readonly wrappedKey: Uint8Array;
	readonly items: readonly Item[];
}

const context = (id: string) => `room-gathering:${id}`;
const columns = ['id', 'section', 'case_id', 'yjs_client', 'wrapped_key', 'sealed'] as const;

function opened(
	keyring: Keyring,
	row: {
		readonly id: string;
		readonly section: string;
		readonly case_id: string | null;
		readonly yjs_client: number;
		readonly wrapped_key: Uint8Array;
		readonly sealed: Uint8Array;
	},
): Gathering {
	return {
		id: row.id,
		section: row.section,
		caseId: row.case_id,
		yjsClient: Number(row.yjs_client),
		wrappedKey: row.wrapped_key,
		items: unpack(unseal(keyring.unwrap(row.wrapped_key), row.sealed, context(row.id))),
	};
}

/** What a stage has gathered until now, begun where it was not: held until the transaction ends. */
export async function holdGathering(
	trx: Trx,
	keyring: Keyring,
	at: { readonly roomId: string; readonly stage: string; readonly section: string },
): Promise<Gathering> {
	const id = newId();
	const { key, wrapped } = keyring.newDataKey();
	await trx
		.insertInto('room_gatherings')
		.values({
			...{ id, room_id: at.roomId, stage: at.stage, section: at.section, wrapped_key: wrapped },
			sealed: seal(key, pack([]), context(id)),
			yjs_client: randomInt(1, 2 ** 32),
		})
		.onConflict((c) => c.constraint('room_gatherings_stage').doNothing())
		.execute();
	const row = await trx
		.selectFrom('room_gatherings')
		.where('room_id', '=', at.roomId)
		.where('stage', '=', at.stage)
		.select(columns)
		.forUpdate()
		.executeTakeFirstOrThrow();
	return opened(keyring, row);
}

/** Seals anew, also where nothing has changed: each beat looks like any other. */
export async function writeGathering(
	trx: Trx,
	keyring: Keyring,
	{ id, wrappedKey }: Gathering,
	items: readonly Item[],
): Promise<void> {
	const sealed = seal(keyring.unwrap(wrappedKey), pack(items), context(id));
	await trx.updateTable('room_gatherings').set({ sealed }).where('id', '=', id).execute();
}

/** From now on nothing is added: it is to be shown in this situation. Of these stages, or of all. */
export async function markRevealed(
	trx: Trx,
	roomId: string,
	stages: readonly string[] | 'all',
	caseId: string | null,
): Promise<void> {
	let rows = trx
		.updateTable('room_gatherings')
		.set({ is_revealed: true, case_id: caseId })
		.where('room_id', '=', roomId)
		.where('is_revealed', '=', false);
	if (stages !== 'all') rows = rows.where('stage', 'in', [...stages]);
	await rows.execute();
}

/** Those that wait to be shown, in any room, and that nobody is writing. */
export async function toBeShown(db: Db, before: Date): Promise<readonly string[]> {
	const rows = await db
		.selectFrom('room_gatherings')
		.where('is_revealed', '=', true)
		.where((e) => e.or([e('claimed_at', 'is', null), e('claimed_at', '<', before)]))
		.select('id')
		.execute();
	return rows.map(({ id }) => id);
}

/** One that waits to be shown, now this process's to write; null where somebody else was quicker. */
export async function claim(
	db: Db,
	keyring: Keyring,
	id: string,
	at: { readonly now: Date; readonly before: Date },
): Promise<Gathering | null> {
	const row = await db
		.updateTable('room_gatherings')
		.set({ claimed_at: at.now })
		.where('id', '=', id)
		.where('is_revealed', '=', true)
		.where((e) => e.or([e('claimed_at', 'is', null), e('claimed_at', '<', at.before)]))
		.returning(columns)
		.executeTakeFirst();
	return row === undefined ? null : opened(keyring, row);
}

/** It could not be shown: whoever looks next tries again. */
export async function unclaim(db: Db, id: string): Promise<void> {
	await db.updateTable('room_gatherings').set({ claimed_at: null }).where('id', '=', id).execute();
}

/** With its key. */
export async function destroyGathering(db: Db, id: string): Promise<void> {
	await db.deleteFrom('room_gatherings').where('id', '=', id).execute();
}
