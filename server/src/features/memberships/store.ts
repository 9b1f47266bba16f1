import { sql } from 'kysely';
import type { Db, Trx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';

export interface LockedGroup {
	readonly organisationId: string;
	readonly capacity: number;
	readonly members: readonly {
		readonly accountId: string;
		readonly role: 'facilitator' | 'member';
		readonly colour: number;
	}[];
}

/** The group and who is in it, held still until the transaction ends. */
export async function lockGroup(trx: Trx, groupId: string): Promise<LockedGroup | undefined> {
	const group = await trx
		.selectFrom('groups')
		.where('id', '=', groupId)
		.select(['organisation_id as organisationId', 'capacity'])
		.forUpdate()
		.executeTakeFirst();
	if (group === undefined) return undefined;
	const members = await trx
		.selectFrom('group_members')
		.where('group_id', '=', groupId)
		.where('ended_at', 'is', null)
		.select(['account_id as accountId', 'role', 'colour'])
		.execute();
	return { ...group, members };
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
		readonly reason: string;
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

/** False when one waits already. */
export async function insertRequest(
	trx: Trx,
	request: {
		readonly id: string;
		readonly groupId: string;
		readonly accountId: string;
		readonly message: string;
		readonly at: Date;
	},
): Promise<boolean> {
	const row = await trx
		.insertInto('join_requests')
		.values({
			id: request.id,
			group_id: request.groupId,
			account_id: request.accountId,
			message: request.message,
			state: 'waiting',
			requested_at: request.at,
			decided_at: null,
			decided_by: null,
			reason: null,
		})
		.onConflict((c) =>
			c.columns(['group_id', 'account_id']).where('state', '=', sql.lit('waiting')).doNothing(),
		)
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}

/** The request, held still until the transaction ends. */
export async function lockRequest(trx: Trx, id: string) {
	return trx
		.selectFrom('join_requests')
		.where('id', '=', id)
		.select(['id', 'group_id as groupId', 'account_id as applicantId', 'state'])
		.forUpdate()
		.executeTakeFirst();
}

export async function settleRequest(
	trx: Trx,
	id: string,
	outcome: {
		readonly state: 'accepted' | 'refused' | 'withdrawn';
		readonly at: Date;
		readonly by: string | null;
		readonly reason: string | null;
	},
): Promise<void> {
	await trx
		.updateTable('join_requests')
		.set({ state: outcome.state, decided_at: outcome.at, decided_by: outcome.by, reason: outcome.reason })
		.where('id', '=', id)
		.execute();
}

const membersNow = sql<number>`(
	select count(*)::int from group_members
	where group_members.group_id = groups.id and group_members.ended_at is null
)`;

/** Requests to the groups of an organisation as a moderator reads them; the waiting ones first, oldest first. */
export function requests(db: Db | Trx) {
	return db
		.selectFrom('join_requests')
		.innerJoin('groups', 'groups.id', 'join_requests.group_id')
		.innerJoin('accounts', 'accounts.id', 'join_requests.account_id')
		.leftJoin('accounts as deciders', 'deciders.id', 'join_requests.decided_by')
		.select([
			'join_requests.id',
			'join_requests.message',
			'join_requests.state',
			'join_requests.requested_at as requestedAt',
			'join_requests.decided_at as decidedAt',
			'join_requests.reason',
			'groups.id as groupId',
			'groups.name as groupName',
			'groups.capacity',
			'accounts.id as applicantId',
			'accounts.name as applicantName',
			'accounts.email',
			'deciders.name as decidedBy',
			membersNow.as('memberCount'),
		])
		.orderBy((e) => e.case().when('join_requests.state', '=', 'waiting').then(0).else(1).end())
		.orderBy((e) => e.case().when('join_requests.state', '=', 'waiting').then(e.ref('requested_at')).end())
		.orderBy('join_requests.decided_at', 'desc');
}

export type RequestRow = Awaited<ReturnType<ReturnType<typeof requests>['execute']>>[number];

/** Someone's latest request to each group. */
export async function latestRequests(db: Db, accountId: string) {
	return db
		.selectFrom('join_requests')
		.distinctOn('group_id')
		.where('account_id', '=', accountId)
		.orderBy('group_id')
		.orderBy('requested_at', 'desc')
		.select([
			'id',
			'group_id as groupId',
			'state',
			'reason',
			'decided_at as decidedAt',
			'requested_at as requestedAt',
		])
		.execute();
}

/** How someone's latest stay in each group ended, where somebody else ended it. */
export async function latestRemovals(db: Db, accountId: string) {
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
