/** What people would bring, in two lines, and what sessions look back on. */
import type { Review } from '@entrepairs/contract/review';
import { formatSessionId, type SessionName } from '@entrepairs/domain/schedule/session-id';
import { sql } from 'kysely';
import type { Db, Trx } from '../../platform/database.ts';
import type { OfPitch } from '../../policy/policy.ts';
import { type CarriedSession, carriedRows } from '../sessions/carriers.ts';

export interface PitchRow extends OfPitch {
	readonly authorName: string;
	/** Null once it is done with. */
	readonly sealed: Uint8Array | null;
	readonly wrappedKey: Uint8Array | null;
	readonly urgency: 'calm' | 'soon' | 'urgent';
	readonly state: 'waiting' | 'chosen' | 'done';
	readonly broughtAt: Date;
	readonly chosenFor: string | null;
}

const rows = (db: Db | Trx) =>
	db
		.selectFrom('pitches')
		.innerJoin('accounts', 'accounts.id', 'pitches.account_id')
		.select([
			'pitches.id',
			'pitches.group_id as groupId',
			'pitches.account_id as authorId',
			'accounts.name as authorName',
			'pitches.sealed',
			'pitches.wrapped_key as wrappedKey',
			'pitches.urgency',
			'pitches.state',
			'pitches.brought_at as broughtAt',
			'pitches.chosen_series_id as seriesId',
			'pitches.chosen_day as day',
		]);

type Raw = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;
const asPitch = ({ seriesId, day, ...row }: Raw): PitchRow => ({
	...row,
	chosenFor: seriesId === null || day === null ? null : formatSessionId({ seriesId, day }),
});

export async function findPitch(db: Db | Trx, id: string): Promise<PitchRow | undefined> {
	const row = await rows(db).where('pitches.id', '=', id).executeTakeFirst();
	return row && asPitch(row);
}

/** The pitches of people who are in the group, without those that are done with. */
export async function pitchesOf(db: Db, groupId: string): Promise<PitchRow[]> {
	const found = await rows(db)
		.innerJoin('group_members', (join) =>
			join
				.onRef('group_members.group_id', '=', 'pitches.group_id')
				.onRef('group_members.account_id', '=', 'pitches.account_id')
				.on('group_members.ended_at', 'is', null),
		)
		.where('pitches.group_id', '=', groupId)
		.where('state', '!=', 'done')
		.execute();
	return found.map(asPitch);
}

export async function countPitches(trx: Trx, groupId: string, accountId: string): Promise<number> {
	const { n } = await trx
		.selectFrom('pitches')
		.where('group_id', '=', groupId)
		.where('account_id', '=', accountId)
		.where('state', '!=', 'done')
		.select((e) => e.fn.countAll<number>().as('n'))
		.executeTakeFirstOrThrow();
	return n;
}

/** How many cases of each person wait. */
export async function waitingBy(
	db: Db | Trx,
	groupIds: readonly string[],
): Promise<{ groupId: string; accountId: string; count: number }[]> {
	if (groupIds.length === 0) return [];
	return db
		.selectFrom('pitches')
		.where('group_id', 'in', groupIds)
		.where('state', '=', 'waiting')
		.groupBy(['group_id', 'account_id'])
		.select(['group_id as groupId', 'account_id as accountId'])
		.select((e) => e.fn.countAll<number>().as('count'))
		.execute();
}

export async function insertPitch(
	trx: Trx,
	pitch: {
		readonly id: string;
		readonly groupId: string;
		readonly authorId: string;
		readonly sealed: Uint8Array;
		readonly wrappedKey: Uint8Array;
		readonly urgency: PitchRow['urgency'];
		readonly review: Review;
	},
	at: Date,
): Promise<void> {
	await trx
		.insertInto('pitches')
		.values({
			id: pitch.id,
			group_id: pitch.groupId,
			account_id: pitch.authorId,
			sealed: pitch.sealed,
			wrapped_key: pitch.wrappedKey,
			urgency: pitch.urgency,
			state: 'waiting',
			brought_at: at,
			review: JSON.stringify(pitch.review),
			chosen_series_id: null,
			chosen_day: null,
		})
		.execute();
}

export async function setUrgency(db: Db | Trx, id: string, urgency: PitchRow['urgency']): Promise<void> {
	await db.updateTable('pitches').set({ urgency }).where('id', '=', id).execute();
}

/** Gone, with everything that was said of it. */
export async function deletePitch(trx: Trx, id: string): Promise<void> {
	await trx.deleteFrom('follow_ups').where('subject_id', '=', id).execute();
	await trx.deleteFrom('pitches').where('id', '=', id).execute();
}

/** For a session, or back in the queue. False when it is done with. */
export async function setChoice(trx: Trx, id: string, session: SessionName | null): Promise<boolean> {
	const row = await trx
		.updateTable('pitches')
		.set({
			state: session === null ? 'waiting' : 'chosen',
			chosen_series_id: session?.seriesId ?? null,
			chosen_day: session?.day ?? null,
		})
		.where('id', '=', id)
		.where('state', '!=', 'done')
		.returning('id')
		.executeTakeFirst();
	await trx.deleteFrom('pitch_votes').where('pitch_id', '=', id).execute();
	return row !== undefined;
}

/** Whose pitches are chosen for a session. */
export async function authorsChosen(trx: Trx, session: SessionName): Promise<string[]> {
	const found = await trx
		.selectFrom('pitches')
		.where('chosen_series_id', '=', session.seriesId)
		.where('chosen_day', '=', session.day)
		.where('state', '=', 'chosen')
		.select('account_id')
		.execute();
	return found.map((row) => row.account_id);
}

/**
 * What its author brought becomes a case: the words and their key are destroyed. False when it is not
 * theirs, or done with already.
 */
export async function settlePitch(
	trx: Trx,
	pitch: { readonly id: string; readonly authorId: string; readonly groupId: string },
): Promise<boolean> {
	const row = await trx
		.updateTable('pitches')
		.set({ state: 'done', sealed: null, wrapped_key: null })
		.where('id', '=', pitch.id)
		.where('account_id', '=', pitch.authorId)
		.where('group_id', '=', pitch.groupId)
		.where('state', '!=', 'done')
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}

/**
 * Destroys the words that nobody has a use for: of pitches that were followed up and marked done before a
 * moment, and of people who have left the group.
 */
export async function forgetPitches(db: Db, before: Date): Promise<void> {
	await db
		.deleteFrom('pitches')
		.where('state', '!=', 'done')
		.where((e) =>
			e.not(
				e.exists(
					e
						.selectFrom('group_members')
						.whereRef('group_members.group_id', '=', 'pitches.group_id')
						.whereRef('group_members.account_id', '=', 'pitches.account_id')
						.where('ended_at', 'is', null)
						.select('id'),
				),
			),
		)
		.execute();
	await db
		.updateTable('pitches')
		.set({ state: 'done', sealed: null, wrapped_key: null })
		.where('state', '=', 'chosen')
		.where('id', 'in', (e) =>
			e.selectFrom('follow_ups').where('state', '=', 'done').where('at', '<', before).select('subject_id'),
		)
		.execute();
}

export interface SaidOf {
	readonly pitchId: string;
	readonly accountId: string;
	readonly name: string;
}

/** What members say of pitches now: whom they concern too, or who wants them next. */
export async function saidOf(
	db: Db,
	table: 'pitch_echoes' | 'pitch_votes',
	pitchIds: readonly string[],
): Promise<SaidOf[]> {
	if (pitchIds.length === 0) return [];
	return db
		.selectFrom(table)
		.innerJoin('pitches', 'pitches.id', `${table}.pitch_id`)
		.innerJoin('group_members', (join) =>
			join
				.onRef('group_members.group_id', '=', 'pitches.group_id')
				.onRef('group_members.account_id', '=', `${table}.account_id`)
				.on('group_members.ended_at', 'is', null),
		)
		.innerJoin('accounts', 'accounts.id', `${table}.account_id`)
		.where('pitches.id', 'in', pitchIds)
		.orderBy('accounts.name')
		.select(['pitches.id as pitchId', 'accounts.id as accountId', 'accounts.name'])
		.execute();
}

export async function setSaid(
	trx: Trx,
	table: 'pitch_echoes' | 'pitch_votes',
	pitchId: string,
	accountId: string,
	on: boolean,
): Promise<void> {
	if (on)
		await trx
			.insertInto(table)
			.values({ pitch_id: pitchId, account_id: accountId })
			.onConflict((c) => c.doNothing())
			.execute();
	else
		await trx.deleteFrom(table).where('pitch_id', '=', pitchId).where('account_id', '=', accountId).execute();
}

/** Somebody leaves a pitch for good; what they said of it goes. */
export async function insertPitchRecusal(
	trx: Trx,
	pitchId: string,
	accountId: string,
	at: Date,
): Promise<void> {
	await trx
		.insertInto('pitch_recusals')
		.values({ pitch_id: pitchId, account_id: accountId, at })
		.onConflict((c) => c.doNothing())
		.execute();
	for (const table of ['pitch_echoes', 'pitch_votes'] as const)
		await setSaid(trx, table, pitchId, accountId, false);
}

export async function absentFrom(trx: Trx, pitchId: string): Promise<string[]> {
	const found = await trx
		.selectFrom('pitch_recusals')
		.where('pitch_id', '=', pitchId)
		.select('account_id')
		.execute();
	return found.map((row) => row.account_id);
}

export interface OutcomeRow {
	readonly subjectId: string;
	readonly sessionId: string;
	readonly state: 'done' | 'later';
}

export async function outcomesIn(db: Db, seriesIds: readonly string[]): Promise<OutcomeRow[]> {
	if (seriesIds.length === 0) return [];
	const found = await db
		.selectFrom('follow_ups')
		.where('series_id', 'in', seriesIds)
		.select(['series_id', 'day', 'subject_id', 'state'])
		.execute();
	return found.map((row) => ({
		subjectId: row.subject_id,
		sessionId: formatSessionId({ seriesId: row.series_id, day: row.day }),
		state: row.state,
	}));
}

/** Null takes back what was said. */
export async function putOutcome(
	db: Db,
	session: SessionName,
	outcome: { readonly subjectId: string; readonly state: OutcomeRow['state'] | null; readonly by: string },
	at: Date,
): Promise<void> {
	const { subjectId, state, by } = outcome;
	if (state === null) {
		await db
			.deleteFrom('follow_ups')
			.where('series_id', '=', session.seriesId)
			.where('day', '=', session.day)
			.where('subject_id', '=', subjectId)
			.execute();
		return;
	}
	await db
		.insertInto('follow_ups')
		.values({ series_id: session.seriesId, day: session.day, subject_id: subjectId, state, said_by: by, at })
		.onConflict((c) => c.columns(['series_id', 'day', 'subject_id']).doUpdateSet({ state, said_by: by, at }))
		.execute();
}

/** What was chosen for a session that is no more is chosen for the one that takes its place. */
export async function carryChoices(trx: Trx, pairs: readonly CarriedSession[]): Promise<void> {
	await sql`update pitches set chosen_series_id = pair.to_series, chosen_day = pair.to_day
		from ${carriedRows(pairs)}
		where chosen_series_id = pair.from_series and chosen_day = pair.from_day`.execute(trx);
	// What was said of a follow-up at a session that is not held was not said: it comes again.
	await sql`delete from follow_ups using ${carriedRows(pairs)}
		where series_id = pair.from_series and day = pair.from_day`.execute(trx);
}
