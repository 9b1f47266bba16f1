import type { Listed } from '@entrepairs/domain/membership/waiting-list';
import type { Db, Trx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';

/** A group and who is in it or on its list, as its row lock holds them. */
export interface LockedGroup {
	readonly id: string;
	readonly name: string;
	readonly organisationId: string;
	readonly capacity: number;
	readonly timeZone: string;
	readonly admission: 'on-request' | 'on-invitation';
	readonly pause: { readonly from: string; readonly until: string | null } | null;
	readonly endedAt: Date | null;
	readonly members: readonly {
		readonly accountId: string;
		readonly role: 'facilitator' | 'member';
		readonly colour: number;
	}[];
	readonly listed: readonly (Listed & { readonly accountId: string })[];
}

/** The group and who is in it or on its list, held still until the transaction ends. */
export async function lockGroup(trx: Trx, groupId: string): Promise<LockedGroup | undefined> {
	const group = await trx
		.selectFrom('groups')
		.where('id', '=', groupId)
		.select([
			'id',
			'name',
			'organisation_id as organisationId',
			'capacity',
			'time_zone as timeZone',
			'admission',
			'paused_from as pausedFrom',
			'paused_until as pausedUntil',
			'ended_at as endedAt',
		])
		.forNoKeyUpdate()
		.executeTakeFirst();
	if (group === undefined) return undefined;
	const members = await trx
		.selectFrom('group_members')
		.where('group_id', '=', groupId)
		.where('ended_at', 'is', null)
		.select(['account_id as accountId', 'role', 'colour'])
		.execute();
	const listed = await trx
		.selectFrom('join_requests')
		.where('group_id', '=', groupId)
		.where('state', 'in', ['waiting-list', 'offered'])
		.select(['id', 'account_id as accountId', 'list_rank as rank', 'offered_until as offeredUntil'])
		.execute();
	const { pausedFrom, pausedUntil, ...rest } = group;
	return {
		...rest,
		pause: pausedFrom === null ? null : { from: pausedFrom, until: pausedUntil },
		members,
		listed: listed.map((one) => ({ ...one, rank: one.rank ?? 0 })),
	};
}

export async function insertMember(
	trx: Trx,
	member: {
		readonly groupId: string;
		readonly accountId: string;
		readonly role: 'facilitator' | 'member';
		readonly colour: number;
		readonly joinedAt: Date;
	},
): Promise<void> {
	await trx
		.insertInto('group_members')
		.values({
			id: newId(),
			group_id: member.groupId,
			account_id: member.accountId,
			role: member.role,
			colour: member.colour,
			joined_at: member.joinedAt,
			ended_at: null,
			ended_by: null,
			end_reason: null,
		})
		.execute();
}

export async function endMembership(
	trx: Trx,
	end: {
		readonly groupId: string;
		readonly accountId: string;
		readonly by: string;
		/** Null when they leave by themself. */
		readonly reason: string | null;
		readonly at: Date;
	},
): Promise<void> {
	await trx
		.updateTable('group_members')
		.set({ ended_at: end.at, ended_by: end.by, end_reason: end.reason })
		.where('group_id', '=', end.groupId)
		.where('account_id', '=', end.accountId)
		.where('ended_at', 'is', null)
		.execute();
}

export async function updateMember(
	trx: Trx,
	member: { readonly groupId: string; readonly accountId: string },
	change: { readonly role?: 'facilitator' | 'member'; readonly paused_until?: string | null },
): Promise<void> {
	await trx
		.updateTable('group_members')
		.set(change)
		.where('group_id', '=', member.groupId)
		.where('account_id', '=', member.accountId)
		.where('ended_at', 'is', null)
		.execute();
}

/** A member of a group of the organisation is a practitioner of it; a role they have stays. */
export async function ensureOrganisationMember(
	trx: Trx,
	organisationId: string,
	accountId: string,
	at: Date,
): Promise<void> {
	await trx
		.insertInto('organisation_members')
		.values({ organisation_id: organisationId, account_id: accountId, role: 'practitioner', joined_at: at })
		.onConflict((c) => c.columns(['organisation_id', 'account_id']).doNothing())
		.execute();
}

export async function belongsTo(db: Db | Trx, organisationId: string, accountId: string): Promise<boolean> {
	const row = await db
		.selectFrom('organisation_members')
		.where('organisation_id', '=', organisationId)
		.where('account_id', '=', accountId)
		.select('role')
		.executeTakeFirst();
	return row !== undefined;
}

export async function moderatorsOf(trx: Trx, organisationId: string): Promise<string[]> {
	const rows = await trx
		.selectFrom('organisation_members')
		.where('organisation_id', '=', organisationId)
		.where('role', '=', 'moderator')
		.select('account_id')
		.execute();
	return rows.map((row) => row.account_id);
}

/** How someone's latest stay in each group ended, where somebody else ended it. */
export async function latestRemovals(db: Db | Trx, accountId: string) {
	return db
		.selectFrom('group_members')
		.distinctOn('group_id')
		.where('account_id', '=', accountId)
		.where('ended_at', 'is not', null)
		.orderBy('group_id')
		.orderBy('ended_at', 'desc')
		.select(['group_id as groupId', 'end_reason as reason', 'ended_at as endedAt'])
		.execute();
}

export async function markEnded(
	trx: Trx,
	groupId: string,
	end: { readonly by: string; readonly reason: string | null; readonly at: Date },
): Promise<void> {
	await trx
		.updateTable('groups')
		.set({ ended_at: end.at, ended_by: end.by, end_reason: end.reason })
		.where('id', '=', groupId)
		.execute();
}

/** Members with the last day of their own pause, also when it is over. */
export async function pausedMembers(db: Db | Trx, groupIds: readonly string[]) {
	if (groupIds.length === 0) return [];
	return db
		.selectFrom('group_members')
		.innerJoin('groups', 'groups.id', 'group_members.group_id')
		.where('group_members.group_id', 'in', groupIds)
		.where('group_members.ended_at', 'is', null)
		.where('group_members.paused_until', 'is not', null)
		.select([
			'group_members.group_id as groupId',
			'group_members.account_id as accountId',
			'groups.time_zone as timeZone',
		])
		.select((e) => e.ref('group_members.paused_until').$notNull().as('pausedUntil'))
		.execute();
}
