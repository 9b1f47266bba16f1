import type { Db, Trx } from '../../platform/database.ts';

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
}

const rows = (db: Db) =>
	db
		.selectFrom('cases')
		.innerJoin('groups', 'groups.id', 'cases.group_id')
		.leftJoin('accounts', 'accounts.id', 'cases.opened_by')
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
		])
		.orderBy('cases.opened_at', 'desc');

export async function findCase(db: Db, id: string): Promise<CaseRow | undefined> {
	return rows(db).where('cases.id', '=', id).executeTakeFirst();
}

export async function casesOfGroups(db: Db, groupIds: readonly string[]): Promise<CaseRow[]> {
	return groupIds.length === 0 ? [] : rows(db).where('cases.group_id', 'in', groupIds).execute();
}

export async function casesOfSessions(
	db: Db,
	sessions: readonly { readonly seriesId: string; readonly day: string }[],
): Promise<CaseRow[]> {
	if (sessions.length === 0) return [];
	return rows(db)
		.where((e) =>
			e.or(
				sessions.map(({ seriesId, day }) =>
					e.and([e('cases.series_id', '=', seriesId), e('cases.occurrence_date', '=', day)]),
				),
			),
		)
		.execute();
}

export async function insertCase(
	trx: Trx,
	row: Omit<CaseRow, 'groupName' | 'openedBy'> & { readonly openedBy: string },
): Promise<void> {
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
		})
		.execute();
}

/** The group of a case, and as whom someone appears in it while they are a member. */
export async function placeInCase(db: Db, caseId: string, accountId: string) {
	return db
		.selectFrom('cases')
		.innerJoin('group_members', 'group_members.group_id', 'cases.group_id')
		.innerJoin('accounts', 'accounts.id', 'group_members.account_id')
		.where('cases.id', '=', caseId)
		.where('group_members.account_id', '=', accountId)
		.where('group_members.ended_at', 'is', null)
		.select(['cases.group_id as groupId', 'cases.template', 'accounts.name', 'group_members.colour'])
		.executeTakeFirst();
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

/** Who wrote as which Yjs client, as they appear in the group of the case, members or not any more. */
export async function authorsInCase(db: Db, caseId: string) {
	return db
		.selectFrom('document_authors')
		.innerJoin('cases', 'cases.id', 'document_authors.document_id')
		.innerJoin('accounts', 'accounts.id', 'document_authors.account_id')
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
			e.fn.coalesce('group_members.colour', e.val(1)).as('colour'),
		])
		.execute();
}
