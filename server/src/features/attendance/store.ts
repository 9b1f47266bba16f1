/** Who is asked and who answered, and how a group wants it. Sessions are named by series and day. */
import type { Answer, Practice } from '@entrepairs/contract/attendance';
import { formatSessionId } from '@entrepairs/domain/schedule/session-id';
import { sql } from 'kysely';
import type { Db, Trx } from '../../platform/database.ts';
import { type CarriedSession, carriedRows } from '../sessions/carriers.ts';

/** A session, as rows name it. */
export interface Named {
	readonly id: string;
	readonly seriesId: string;
	readonly day: string;
}

export interface PracticeRow extends Practice {
	readonly groupId: string;
	/** How many places it has. */
	readonly capacity: number;
	/** Since when its roles are written down. */
	readonly since: Date;
}

const practices = (db: Db | Trx) =>
	db
		.selectFrom('groups')
		.select([
			'id as groupId',
			'quorum',
			'without_quorum as withoutQuorum',
			'quorum_hours as quorumHours',
			'rotating_roles as roles',
			'facilitation',
			'capacity',
			'roles_since as since',
		]);

/** That a group facilitates itself means that the facilitator's role turns: it is stored once, as that. */
const asPractice = ({
	facilitation,
	roles,
	...row
}: Omit<PracticeRow, 'roles'> & {
	readonly roles: unknown;
	readonly facilitation: 'facilitated' | 'self-facilitated';
}): PracticeRow => {
	const turning = (roles as Practice['roles']).filter((role) => role !== 'facilitator');
	return { ...row, roles: facilitation === 'self-facilitated' ? ['facilitator', ...turning] : turning };
};

export async function practicesOf(db: Db | Trx, groupIds: readonly string[]): Promise<PracticeRow[]> {
	if (groupIds.length === 0) return [];
	return (await practices(db).where('id', 'in', groupIds).execute()).map(asPractice);
}

/** Of the groups that ask for a number. */
export async function practicesWithQuorum(db: Db): Promise<PracticeRow[]> {
	return (await practices(db).where('quorum', '>', 0).execute()).map(asPractice);
}

/** Those that have not ended. */
export async function allGroups(db: Db): Promise<string[]> {
	const rows = await db
		.selectFrom('groups')
		.where('ended_at', 'is', null)
		.orderBy('id')
		.select('id')
		.execute();
	return rows.map(({ id }) => id);
}

export async function setPractice(db: Db, groupId: string, practice: Practice): Promise<void> {
	await db
		.updateTable('groups')
		.set({
			quorum: practice.quorum,
			without_quorum: practice.withoutQuorum,
			quorum_hours: practice.quorumHours,
			// As text: a driver would take a list for an array of its own.
			rotating_roles: JSON.stringify(practice.roles.filter((role) => role !== 'facilitator')),
			facilitation: practice.roles.includes('facilitator') ? 'self-facilitated' : 'facilitated',
		})
		.where('id', '=', groupId)
		.execute();
}

export interface AnswerRow {
	readonly id: string;
	readonly sessionId: string;
	readonly accountId: string;
	readonly answer: Answer;
	readonly sealedWords: Uint8Array | null;
	readonly wrappedKey: Uint8Array | null;
}

export async function answersTo(db: Db | Trx, sessions: readonly Named[]): Promise<AnswerRow[]> {
	const days = sessions.map(({ day }) => day).sort();
	const [first, last] = [days[0], days.at(-1)];
	if (first === undefined || last === undefined) return [];
	const rows = await db
		.selectFrom('session_answers')
		.where('series_id', 'in', seriesIn(sessions))
		.where('day', '>=', first)
		.where('day', '<=', last)
		.select(['id', 'series_id', 'day', 'account_id', 'answer', 'sealed_words', 'wrapped_key'])
		.execute();
	const asked = new Set(sessions.map(({ id }) => id));
	return rows
		.map((row) => ({
			id: row.id,
			sessionId: formatSessionId({ seriesId: row.series_id, day: row.day }),
			accountId: row.account_id,
			answer: row.answer,
			sealedWords: row.sealed_words,
			wrappedKey: row.wrapped_key,
		}))
		.filter(({ sessionId }) => asked.has(sessionId));
}

export function seriesIn(sessions: readonly Named[]): string[] {
	return [...new Set(sessions.map(({ seriesId }) => seriesId))];
}

/** Puts an answer in the place of the one before, words and all. */
export async function putAnswer(
	trx: Trx,
	session: Named,
	answer: Omit<AnswerRow, 'sessionId'>,
	at: Date,
): Promise<void> {
	await trx
		.deleteFrom('session_answers')
		.where('series_id', '=', session.seriesId)
		.where('day', '=', session.day)
		.where('account_id', '=', answer.accountId)
		.execute();
	await trx
		.insertInto('session_answers')
		.values({
			id: answer.id,
			series_id: session.seriesId,
			day: session.day,
			account_id: answer.accountId,
			answer: answer.answer,
			sealed_words: answer.sealedWords,
			wrapped_key: answer.wrappedKey,
			answered_at: at,
		})
		.execute();
}

/** Destroys the words, and their keys, of people who have left the group of the session. */
export async function forgetWords(db: Db): Promise<void> {
	await db
		.updateTable('session_answers')
		.set({ sealed_words: null, wrapped_key: null })
		.where('sealed_words', 'is not', null)
		.where((e) =>
			e.not(
				e.exists(
					e
						.selectFrom('group_members')
						.innerJoin('series', 'series.group_id', 'group_members.group_id')
						.whereRef('series.id', '=', 'session_answers.series_id')
						.whereRef('group_members.account_id', '=', 'session_answers.account_id')
						.where('group_members.ended_at', 'is', null)
						.select('group_members.id'),
				),
			),
		)
		.execute();
}

export interface QuorumRow {
	readonly needed: number;
	readonly coming: number;
	readonly outcome: 'reached' | 'held' | 'warned' | 'cancelled';
}

/** Those of some sessions that have been looked at. */
export async function judgedAmong(db: Db, sessions: readonly Named[]): Promise<ReadonlySet<string>> {
	if (sessions.length === 0) return new Set();
	const rows = await db
		.selectFrom('session_quorums')
		.where('series_id', 'in', seriesIn(sessions))
		.select(['series_id', 'day'])
		.execute();
	return new Set(rows.map((row) => formatSessionId({ seriesId: row.series_id, day: row.day })));
}

/** What was seen when a session was looked at; undefined while it was not. */
export async function quorumSeen(db: Db, session: Named): Promise<QuorumRow | undefined> {
	return db
		.selectFrom('session_quorums')
		.where('series_id', '=', session.seriesId)
		.where('day', '=', session.day)
		.select(['needed', 'coming', 'outcome'])
		.executeTakeFirst();
}

/** False when the session has been looked at before: it is looked at once. */
export async function recordQuorum(trx: Trx, session: Named, seen: QuorumRow, at: Date): Promise<boolean> {
	const row = await trx
		.insertInto('session_quorums')
		.values({ series_id: session.seriesId, day: session.day, ...seen, at })
		.onConflict((c) => c.doNothing())
		.returning('day')
		.executeTakeFirst();
	return row !== undefined;
}

/**
 * Sessions that are no more: what was said of that day is not said of another, and roles are proposed
 * anew for the session that takes its place.
 */
export async function dropAnswers(trx: Trx, pairs: readonly CarriedSession[]): Promise<void> {
	for (const table of [
		'session_answers',
		'session_quorums',
		'session_roles',
		'session_role_passes',
		'session_roles_fixed',
		'role_offers',
	] as const) {
		await sql`delete from ${sql.table(table)} using ${carriedRows(pairs)}
			where series_id = pair.from_series and day = pair.from_day`.execute(trx);
	}
}
