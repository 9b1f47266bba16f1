import { sql } from 'kysely';
import type { Db, Trx } from '../../platform/database.ts';
import type { OfCase } from '../../policy/policy.ts';
import { type CarriedSession, carriedRows } from '../sessions/carriers.ts';

export interface CaseRow {
	readonly id: string;
	readonly groupId: string;
	readonly groupName: string;
	readonly seriesId: string;
	readonly day: string;
	readonly template: 'situation' | 'critical-incident';
	readonly sealedTitle: Uint8Array;
	readonly openedBy: string | null;
	readonly openedAt: Date;
	/** Who reads it before the others, if they are still in the group. */
	readonly secondReader: string | null;
	/** What the policy judges by. */
	readonly subject: OfCase;
}

/** Where a case is, as the policy asks. */
const asSubject = (row: {
	readonly id: string;
	readonly groupId: string;
	readonly authorId: string | null;
	readonly secondReaderId: string | null;
	readonly state: 'open' | 'in-second-reading';
}): OfCase => ({
	id: row.id,
	groupId: row.groupId,
	authorId: row.authorId,
	secondReaderId: row.secondReaderId,
	isOpen: row.state === 'open',
});

const rows = (db: Db | Trx) =>
	db
		.selectFrom('cases')
		.innerJoin('groups', 'groups.id', 'cases.group_id')
		.leftJoin('accounts', 'accounts.id', 'cases.opened_by')
		.leftJoin('group_members as reading', (join) =>
			join
				.onRef('reading.group_id', '=', 'cases.group_id')
				.onRef('reading.account_id', '=', 'cases.second_reader_id')
				.on('reading.ended_at', 'is', null),
		)
		.leftJoin('accounts as readers', 'readers.id', 'reading.account_id')
		.select([
			'cases.id',
			'cases.group_id as groupId',
			'groups.name as groupName',
			'cases.series_id as seriesId',
			'cases.occurrence_date as day',
			'cases.template',
			'cases.sealed_title as sealedTitle',
			'accounts.name as openedBy',
			'cases.opened_at as openedAt',
			'cases.opened_by as authorId',
			'cases.state',
			'readers.id as secondReaderId',
			'readers.name as secondReader',
		])
		.orderBy('cases.opened_at', 'desc');

type Found = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

function asRow({ authorId, state, secondReaderId, ...row }: Found): CaseRow {
	return {
		...row,
		subject: asSubject({ id: row.id, groupId: row.groupId, authorId, state, secondReaderId }),
	};
}

export async function findCase(db: Db | Trx, id: string): Promise<CaseRow | undefined> {
	const row = await rows(db).where('cases.id', '=', id).executeTakeFirst();
	return row && asRow(row);
}

export async function casesOfGroups(db: Db, groupIds: readonly string[]): Promise<CaseRow[]> {
	if (groupIds.length === 0) return [];
	return (await rows(db).where('cases.group_id', 'in', groupIds).execute()).map(asRow);
}

export async function casesOfSessions(
	db: Db,
	sessions: readonly { readonly seriesId: string; readonly day: string }[],
): Promise<CaseRow[]> {
	if (sessions.length === 0) return [];
	const found = await rows(db)
		.where((e) =>
			e.or(
				sessions.map(({ seriesId, day }) =>
					e.and([e('cases.series_id', '=', seriesId), e('cases.occurrence_date', '=', day)]),
				),
			),
		)
		.execute();
	return found.map(asRow);
}

export interface NewCaseRow {
	readonly id: string;
	readonly groupId: string;
	readonly seriesId: string;
	readonly day: string;
	readonly template: CaseRow['template'];
	readonly sealedTitle: Uint8Array;
	readonly openedBy: string;
	readonly openedAt: Date;
	/** Who reads it before the group sees it; null when it is open at once. */
	readonly secondReaderId: string | null;
}

export async function insertCase(trx: Trx, row: NewCaseRow): Promise<void> {
	await trx
		.insertInto('cases')
		.values({
			id: row.id,
			group_id: row.groupId,
			series_id: row.seriesId,
			occurrence_date: row.day,
			template: row.template,
			sealed_title: row.sealedTitle,
			opened_by: row.openedBy,
			opened_at: row.openedAt,
			state: row.secondReaderId === null ? 'open' : 'in-second-reading',
			second_reader_id: row.secondReaderId,
		})
		.execute();
}

/** The group of a case, and as whom someone appears in it while they are a member. */
export async function placeInCase(db: Db, caseId: string, accountId: string) {
	const row = await db
		.selectFrom('cases')
		.innerJoin('group_members', 'group_members.group_id', 'cases.group_id')
		.innerJoin('accounts', 'accounts.id', 'group_members.account_id')
		.where('cases.id', '=', caseId)
		.where('group_members.account_id', '=', accountId)
		.where('group_members.ended_at', 'is', null)
		.select([
			'cases.id',
			'cases.group_id as groupId',
			'cases.template',
			'cases.opened_by as authorId',
			'cases.second_reader_id as secondReaderId',
			'cases.state',
			'accounts.name',
			'group_members.colour',
		])
		.executeTakeFirst();
	if (row === undefined) return undefined;
	const { template, name, colour } = row;
	return { template, name, colour, subject: asSubject(row) };
}

/** Gives the cases of sessions to other sessions. */
export async function carryCases(trx: Trx, pairs: readonly CarriedSession[]): Promise<void> {
	await sql`update cases set series_id = pair.to_series, occurrence_date = pair.to_day
		from ${carriedRows(pairs)}
		where cases.series_id = pair.from_series and cases.occurrence_date = pair.from_day`.execute(trx);
}

/** Seals the title of a case anew: its key has changed. */
export async function replaceTitle(
	trx: Trx,
	id: string,
	reseal: (sealed: Uint8Array) => Uint8Array,
): Promise<void> {
	const row = await trx
		.selectFrom('cases')
		.where('id', '=', id)
		.select('sealed_title')
		.executeTakeFirstOrThrow();
	await trx
		.updateTable('cases')
		.set({ sealed_title: reseal(row.sealed_title) })
		.where('id', '=', id)
		.execute();
}

/** Who wrote as which Yjs client, as they appear in the group of the case, members or not any more; without an account: the whole group. */
export async function authorsInCase(db: Db, caseId: string) {
	return db
		.selectFrom('document_authors')
		.innerJoin('cases', 'cases.id', 'document_authors.document_id')
		.leftJoin('accounts', 'accounts.id', 'document_authors.account_id')
		.leftJoin('group_members', (join) =>
			join
				.onRef('group_members.group_id', '=', 'cases.group_id')
				.onRef('group_members.account_id', '=', 'document_authors.account_id'),
		)
		.where('document_authors.document_id', '=', caseId)
		.distinctOn('document_authors.client_id')
		.orderBy('document_authors.client_id')
		.orderBy('group_members.joined_at', 'desc')
		.select((e) => [
			'document_authors.client_id as clientId',
			'document_authors.account_id as accountId',
			'accounts.name',
			e.fn
				.coalesce('group_members.colour', e.case().when('accounts.id', 'is', null).then(0).else(1).end())
				.as('colour'),
		])
		.execute();
}
