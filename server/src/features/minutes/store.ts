/** Minutes and what hangs on them; the sessions that stand in each one's own record. */
import type { SessionFacts } from '@entrepairs/domain/minutes/draft';
import { sql } from 'kysely';
import { type DataKey, seal, unseal } from '../../platform/crypto.ts';
import type { Db, Trx } from '../../platform/database.ts';
import { type CarriedSession, carriedRows } from '../sessions/carriers.ts';
import { factsContext, heldBackContext } from './facts.ts';

export interface MinutesRow {
	readonly id: string;
	readonly groupId: string;
	readonly groupName: string;
	readonly language: 'fr' | 'en';
	readonly seriesId: string;
	readonly day: string;
	readonly caseId: string | null;
	readonly startedAt: Date;
	readonly sealedFacts: Uint8Array;
	readonly adoptedAt: Date | null;
	readonly adoptedBy: string | null;
	/** The key of the document, wrapped. */
	readonly wrappedKey: Uint8Array;
}

const rows = (db: Db | Trx) =>
	db
		.selectFrom('minutes')
		.innerJoin('groups', 'groups.id', 'minutes.group_id')
		.innerJoin('documents', 'documents.id', 'minutes.id')
		.leftJoin('accounts', 'accounts.id', 'minutes.adopted_by')
		.select([
			'minutes.id',
			'minutes.group_id as groupId',
			'groups.name as groupName',
			'groups.language',
			'minutes.series_id as seriesId',
			'minutes.day',
			'minutes.case_id as caseId',
			'minutes.started_at as startedAt',
			'minutes.sealed_facts as sealedFacts',
			'minutes.adopted_at as adoptedAt',
			'accounts.name as adoptedBy',
			'documents.wrapped_key as wrappedKey',
		]);

export async function minutesById(db: Db | Trx, id: string): Promise<MinutesRow | undefined> {
	return rows(db).where('minutes.id', '=', id).executeTakeFirst();
}

export async function minutesOfSession(
	db: Db | Trx,
	{ seriesId, day }: { readonly seriesId: string; readonly day: string },
): Promise<MinutesRow | undefined> {
	return rows(db).where('minutes.series_id', '=', seriesId).where('minutes.day', '=', day).executeTakeFirst();
}

/** Of a group, the newest first, those that began before an instant. */
export async function minutesOfGroup(
	db: Db,
	groupId: string,
	before: Date | null,
	most: number,
): Promise<MinutesRow[]> {
	let query = rows(db).where('minutes.group_id', '=', groupId);
	if (before !== null) query = query.where('minutes.started_at', '<', before);
	return query.orderBy('minutes.started_at', 'desc').orderBy('minutes.id').limit(most).execute();
}

/** Holds minutes until the transaction ends. Where their document is held too, that comes first. */
export async function holdMinutes(trx: Trx, id: string): Promise<{ adoptedAt: Date | null } | undefined> {
	return trx
		.selectFrom('minutes')
		.where('id', '=', id)
		.select('adopted_at as adoptedAt')
		.forNoKeyUpdate()
		.executeTakeFirst();
}

export interface NewMinutes {
	readonly id: string;
	readonly groupId: string;
	readonly seriesId: string;
	readonly day: string;
	readonly caseId: string | null;
	readonly facts: SessionFacts;
	readonly key: DataKey;
	readonly at: Date;
	readonly heldBack: readonly { readonly accountId: string; readonly words: string }[];
}

export async function insertMinutes(trx: Trx, one: NewMinutes): Promise<void> {
	await trx
		.insertInto('minutes')
		.values({
			id: one.id,
			group_id: one.groupId,
			series_id: one.seriesId,
			day: one.day,
			case_id: one.caseId,
			started_at: new Date(one.facts.startedAt),
			sealed_facts: seal(one.key, Buffer.from(JSON.stringify(one.facts)), factsContext(one.id)),
			made_at: one.at,
			adopted_at: null,
			adopted_by: null,
		})
		.execute();
	for (const { accountId, words } of one.heldBack)
		await trx
			.insertInto('minutes_held_back')
			.values({
				minutes_id: one.id,
				account_id: accountId,
				sealed: seal(one.key, Buffer.from(words), heldBackContext(one.id, accountId)),
			})
			.execute();
}

/** Seals everything of minutes anew: their key has changed. */
export async function resealMinutes(trx: Trx, id: string, before: DataKey, after: DataKey): Promise<void> {
	const again = (sealed: Uint8Array, context: string) =>
		seal(after, unseal(before, sealed, context), context);
	const row = await trx
		.selectFrom('minutes')
		.where('id', '=', id)
		.select('sealed_facts')
		.executeTakeFirstOrThrow();
	await trx
		.updateTable('minutes')
		.set({ sealed_facts: again(row.sealed_facts, factsContext(id)) })
		.where('id', '=', id)
		.execute();
	const heldBack = await trx
		.selectFrom('minutes_held_back')
		.where('minutes_id', '=', id)
		.select(['account_id', 'sealed'])
		.execute();
	for (const { account_id: accountId, sealed } of heldBack)
		await trx
			.updateTable('minutes_held_back')
			.set({ sealed: again(sealed, heldBackContext(id, accountId)) })
			.where('minutes_id', '=', id)
			.where('account_id', '=', accountId)
			.execute();
}

export async function heldBackOf(db: Db, id: string, accountId: string): Promise<Uint8Array | undefined> {
	const row = await db
		.selectFrom('minutes_held_back')
		.where('minutes_id', '=', id)
		.where('account_id', '=', accountId)
		.select('sealed')
		.executeTakeFirst();
	return row?.sealed;
}

export async function deleteHeldBack(db: Db, id: string, accountId: string): Promise<void> {
	await db
		.deleteFrom('minutes_held_back')
		.where('minutes_id', '=', id)
		.where('account_id', '=', accountId)
		.execute();
}

/** Who said that minutes are right, the first first. */
export async function approvalsOf(db: Db, id: string): Promise<{ accountId: string; at: Date }[]> {
	return db
		.selectFrom('minutes_approvals')
		.where('minutes_id', '=', id)
		.orderBy('at')
		.select(['account_id as accountId', 'at'])
		.execute();
}

export async function setApproval(
	trx: Trx,
	id: string,
	accountId: string,
	approves: boolean,
	at: Date,
): Promise<void> {
	if (approves)
		await trx
			.insertInto('minutes_approvals')
			.values({ minutes_id: id, account_id: accountId, at })
			.onConflict((c) => c.doNothing())
			.execute();
	else
		await trx
			.deleteFrom('minutes_approvals')
			.where('minutes_id', '=', id)
			.where('account_id', '=', accountId)
			.execute();
}

/** Adopted by somebody, or written again: then nobody has said yet that they are right. */
export async function setAdoption(
	trx: Trx,
	id: string,
	adoption: { readonly at: Date; readonly by: string } | null,
): Promise<void> {
	await trx
		.updateTable('minutes')
		.set({ adopted_at: adoption?.at ?? null, adopted_by: adoption?.by ?? null })
		.where('id', '=', id)
		.execute();
	if (adoption === null) await trx.deleteFrom('minutes_approvals').where('minutes_id', '=', id).execute();
}

/** Names and colours of people in a group, members or not any more. */
export async function peopleOf(
	db: Db,
	groupId: string,
	accountIds: readonly string[],
): Promise<ReadonlyMap<string, { name: string; colour: number }>> {
	if (accountIds.length === 0) return new Map();
	const found = await db
		.selectFrom('accounts')
		.leftJoin('group_members', (join) =>
			join.onRef('group_members.account_id', '=', 'accounts.id').on('group_members.group_id', '=', groupId),
		)
		.where('accounts.id', 'in', accountIds)
		.distinctOn('accounts.id')
		.orderBy('accounts.id')
		.orderBy('group_members.joined_at', 'desc')
		.select((e) => [
			'accounts.id',
			'accounts.name',
			e.fn.coalesce('group_members.colour', e.val(1)).as('colour'),
		])
		.execute();
	return new Map(found.map(({ id, name, colour }) => [id, { name, colour }]));
}

/** As whom somebody appears in the text of minutes, while they are in the group. */
export async function placeIn(db: Db, groupId: string, accountId: string) {
	return db
		.selectFrom('group_members')
		.innerJoin('accounts', 'accounts.id', 'group_members.account_id')
		.where('group_members.group_id', '=', groupId)
		.where('group_members.account_id', '=', accountId)
		.where('group_members.ended_at', 'is', null)
		.select(['accounts.name', 'group_members.colour'])
		.executeTakeFirst();
}

/** A session over days may have ended before its day: what it left goes where the session goes. */
export async function carryMinutes(trx: Trx, pairs: readonly CarriedSession[]): Promise<void> {
	await sql`update minutes set series_id = pair.to_series, day = pair.to_day
		from ${carriedRows(pairs)}
		where minutes.series_id = pair.from_series and minutes.day = pair.from_day
			and not exists (select from minutes as other
				where other.series_id = pair.to_series and other.day = pair.to_day)`.execute(trx);
}
