import type { GroupProfile } from '@entrepairs/contract/group-profile';
import { sql } from 'kysely';
import type { Db, Trx } from '../../platform/database.ts';

export interface GroupRow extends GroupProfile {
	readonly id: string;
	readonly name: string;
	readonly purpose: string;
	readonly language: 'fr' | 'en';
	readonly timeZone: string;
	readonly capacity: number;
	readonly organisationId: string;
	readonly organisationName: string;
	readonly memberCount: number;
	/** Places that are offered to somebody and not taken yet. */
	readonly offeredCount: number;
	readonly secondReader: boolean;
	readonly pausedFrom: string | null;
	readonly pausedUntil: string | null;
	readonly endedAt: Date | null;
	readonly endReason: string | null;
}

const membersNow = sql<number>`(
	select count(*)::int from group_members
	where group_members.group_id = groups.id and group_members.ended_at is null
)`;

/** An offer that has lapsed holds no place, even before it is noticed. */
export const offersNow = (now: Date) => sql<number>`(
	select count(*)::int from join_requests
	where join_requests.group_id = groups.id and join_requests.state = 'offered'
		and join_requests.offered_until > ${now}
)`;

export const takenNow = (now: Date) => sql<number>`(${membersNow} + ${offersNow(now)})`;

export const groupRows = (db: Db | Trx, now: Date) =>
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
			offersNow(now).as('offeredCount'),
			'groups.second_reader as secondReader',
			// What the contract lets in is all that is ever stored.
			sql<GroupProfile['methods']>`groups.methods`.as('methods'),
			sql<GroupProfile['fields']>`groups.fields`.as('fields'),
			sql<GroupProfile['region']>`groups.region`.as('region'),
			'groups.rhythm',
			'groups.admission',
			'groups.facilitation',
			'groups.paused_from as pausedFrom',
			'groups.paused_until as pausedUntil',
			'groups.ended_at as endedAt',
			'groups.end_reason as endReason',
		])
		.orderBy('groups.name')
		.orderBy('groups.id');

export async function findGroup(db: Db | Trx, id: string, now: Date): Promise<GroupRow | undefined> {
	return groupRows(db, now).where('groups.id', '=', id).executeTakeFirst();
}

export async function groupsByIds(db: Db, ids: readonly string[], now: Date): Promise<GroupRow[]> {
	return ids.length === 0 ? [] : groupRows(db, now).where('groups.id', 'in', ids).execute();
}

export async function groupsOfOrganisation(db: Db, organisationId: string, now: Date): Promise<GroupRow[]> {
	return groupRows(db, now).where('groups.organisation_id', '=', organisationId).execute();
}

/** The columns that founders and facilitators fill. */
export type GroupValues = Pick<
	GroupRow,
	'name' | 'purpose' | 'language' | 'timeZone' | 'capacity' | 'secondReader'
> &
	GroupProfile;

export async function insertGroup(
	trx: Trx,
	group: Omit<GroupValues, 'secondReader'> & { readonly id: string; readonly organisationId: string },
	createdAt: Date,
): Promise<void> {
	const { organisationId, timeZone, ...rest } = group;
	await trx
		.insertInto('groups')
		.values({
			...rest,
			organisation_id: organisationId,
			time_zone: timeZone,
			created_at: createdAt,
		})
		.execute();
}

export async function updateGroup(
	trx: Trx,
	groupId: string,
	{ timeZone, secondReader, ...rest }: Partial<GroupValues>,
): Promise<void> {
	await trx
		.updateTable('groups')
		.set({
			...rest,
			...(timeZone === undefined ? {} : { time_zone: timeZone }),
			...(secondReader === undefined ? {} : { second_reader: secondReader }),
		})
		.where('id', '=', groupId)
		.execute();
}

export async function setPause(
	trx: Trx,
	groupId: string,
	pause: { readonly from: string; readonly until: string | null } | null,
): Promise<void> {
	await trx
		.updateTable('groups')
		.set({ paused_from: pause?.from ?? null, paused_until: pause?.until ?? null })
		.where('id', '=', groupId)
		.execute();
}
