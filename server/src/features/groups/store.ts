import { sql } from 'kysely';
import type { Db, Trx } from '../../platform/database.ts';

export interface GroupRow {
	readonly id: string;
	readonly name: string;
	readonly purpose: string;
	readonly language: 'fr' | 'en';
	readonly timeZone: string;
	readonly capacity: number;
	readonly organisationId: string;
	readonly organisationName: string;
	readonly memberCount: number;
	readonly secondReader: boolean;
}

const membersNow = sql<number>`(
	select count(*)::int from group_members
	where group_members.group_id = groups.id and group_members.ended_at is null
)`;

const rows = (db: Db | Trx) =>
	db
		.selectFrom('groups')
		.innerJoin('organisations', 'organisations.id', 'groups.organisation_id')
		.select([
			'groups.id',
			'groups.name',
			'groups.purpose',
			'groups.language',
			'groups.time_zone as timeZone',
			'groups.capacity',
			'organisations.id as organisationId',
			'organisations.name as organisationName',
			membersNow.as('memberCount'),
			'groups.second_reader as secondReader',
		])
		.orderBy('groups.name')
		.orderBy('groups.id');

export async function findGroup(db: Db | Trx, id: string): Promise<GroupRow | undefined> {
	return rows(db).where('groups.id', '=', id).executeTakeFirst();
}

export async function groupsByIds(db: Db, ids: readonly string[]): Promise<GroupRow[]> {
	return ids.length === 0 ? [] : rows(db).where('groups.id', 'in', ids).execute();
}

export async function groupsOfOrganisation(db: Db, organisationId: string): Promise<GroupRow[]> {
	return rows(db).where('groups.organisation_id', '=', organisationId).execute();
}

export async function groupsWithout(db: Db, accountId: string): Promise<GroupRow[]> {
	return rows(db)
		.where((e) =>
			e.not(
				e.exists(
					e
						.selectFrom('group_members')
						.whereRef('group_members.group_id', '=', 'groups.id')
						.where('account_id', '=', accountId)
						.where('ended_at', 'is', null)
						.select('id'),
				),
			),
		)
		.execute();
}

export interface MemberRow {
	readonly accountId: string;
	readonly name: string;
	readonly role: 'facilitator' | 'member';
	readonly colour: number;
	readonly joinedAt: Date;
}

export async function membersOf(db: Db, groupId: string): Promise<MemberRow[]> {
	return db
		.selectFrom('group_members')
		.innerJoin('accounts', 'accounts.id', 'group_members.account_id')
		.where('group_id', '=', groupId)
		.where('ended_at', 'is', null)
		.orderBy('role')
		.orderBy('joined_at')
		.orderBy('accounts.name')
		.select(['accounts.id as accountId', 'accounts.name', 'role', 'colour', 'joined_at as joinedAt'])
		.execute();
}

export async function insertGroup(
	trx: Trx,
	group: Omit<GroupRow, 'organisationName' | 'memberCount' | 'secondReader'>,
	createdAt: Date,
): Promise<void> {
	await trx
		.insertInto('groups')
		.values({
			id: group.id,
			organisation_id: group.organisationId,
			name: group.name,
			purpose: group.purpose,
			language: group.language,
			time_zone: group.timeZone,
			capacity: group.capacity,
			created_at: createdAt,
		})
		.execute();
}

export async function setSecondReader(db: Db, groupId: string, isWanted: boolean): Promise<void> {
	await db.updateTable('groups').set({ second_reader: isWanted }).where('id', '=', groupId).execute();
}
