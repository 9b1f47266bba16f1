import type { JoinRequestState } from '@entrepairs/contract/join-request-state';
import { sql } from 'kysely';
import type { Db, Trx } from '../../platform/database.ts';

/** Requests that are not over: one a person and group. */
const open = ['waiting', 'waiting-list', 'offered'] as const;

/** False when one is open already. */
export async function insertRequest(
	trx: Trx,
	request: {
		readonly id: string;
		readonly groupId: string;
		readonly accountId: string;
		readonly message: string;
		readonly invited: boolean;
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
			invited: request.invited,
		})
		.onConflict((c) =>
			c
				.columns(['group_id', 'account_id'])
				.where(sql<boolean>`state in ('waiting', 'waiting-list', 'offered')`)
				.doNothing(),
		)
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}

export async function groupOfRequest(trx: Trx, id: string): Promise<string | undefined> {
	const row = await trx
		.selectFrom('join_requests')
		.where('id', '=', id)
		.select('group_id')
		.executeTakeFirst();
	return row?.group_id;
}

/** Read under the lock of its group, which every change of it takes. */
export async function findRequest(trx: Trx, id: string) {
	return trx
		.selectFrom('join_requests')
		.where('id', '=', id)
		.select(['id', 'group_id as groupId', 'account_id as applicantId', 'state'])
		.executeTakeFirst();
}

export async function openRequestOf(db: Db | Trx, groupId: string, accountId: string) {
	return db
		.selectFrom('join_requests')
		.where('group_id', '=', groupId)
		.where('account_id', '=', accountId)
		.where('state', 'in', open)
		.select(['id', 'state'])
		.executeTakeFirst();
}

export async function markInvited(trx: Trx, id: string): Promise<void> {
	await trx.updateTable('join_requests').set({ invited: true }).where('id', '=', id).execute();
}

/** A moderator's answer, or the group's own for whom it has invited. */
export async function recordDecision(
	trx: Trx,
	id: string,
	decision: {
		readonly state: 'accepted' | 'waiting-list' | 'refused';
		readonly rank: number | null;
		readonly at: Date;
		readonly by: string;
		readonly reason: string | null;
	},
): Promise<void> {
	await trx
		.updateTable('join_requests')
		.set({
			state: decision.state,
			list_rank: decision.rank,
			decided_at: decision.at,
			decided_by: decision.by,
			reason: decision.reason,
		})
		.where('id', '=', id)
		.execute();
}

/** What comes after an answer, or in place of one; the answer stays with it. */
export async function moveRequests(
	trx: Trx,
	ids: readonly string[],
	to: { readonly state: JoinRequestState; readonly offeredUntil?: Date },
): Promise<void> {
	if (ids.length === 0) return;
	await trx
		.updateTable('join_requests')
		.set({ state: to.state, offered_until: to.offeredUntil ?? null })
		.where('id', 'in', ids)
		.execute();
}

/** Closes what is open when a group ends; whose requests they were. */
export async function closeRequests(trx: Trx, groupId: string): Promise<string[]> {
	const rows = await trx
		.updateTable('join_requests')
		.set({ state: 'closed', offered_until: null })
		.where('group_id', '=', groupId)
		.where('state', 'in', open)
		.returning('account_id')
		.execute();
	return rows.map((row) => row.account_id);
}

export async function groupsWithStaleOffers(db: Db, now: Date): Promise<string[]> {
	const rows = await db
		.selectFrom('join_requests')
		.where('state', '=', 'offered')
		.where('offered_until', '<=', now)
		.select('group_id')
		.distinct()
		.execute();
	return rows.map((row) => row.group_id);
}

const membersNow = sql<number>`(
	select count(*)::int from group_members
	where group_members.group_id = groups.id and group_members.ended_at is null
)`;

const offeredNow = sql<number>`(
	select count(*)::int from join_requests offers
	where offers.group_id = groups.id and offers.state = 'offered'
)`;

/** On the waiting list: how many come before, with oneself. */
const position = sql<number | null>`(
	case when join_requests.state = 'waiting-list' then (
		select count(*)::int from join_requests before
		where before.group_id = join_requests.group_id and before.state = 'waiting-list'
			and before.list_rank <= join_requests.list_rank
	) end
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
			'join_requests.invited',
			'join_requests.offered_until as offeredUntil',
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
			offeredNow.as('offeredCount'),
			position.as('position'),
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
		.innerJoin('groups', 'groups.id', 'join_requests.group_id')
		.distinctOn('group_id')
		.where('account_id', '=', accountId)
		.orderBy('group_id')
		.orderBy('requested_at', 'desc')
		.select([
			'join_requests.id',
			'group_id as groupId',
			'groups.name as groupName',
			'state',
			'reason',
			'decided_at as decidedAt',
			'requested_at as requestedAt',
			'offered_until as offeredUntil',
			position.as('position'),
		])
		.execute();
}
