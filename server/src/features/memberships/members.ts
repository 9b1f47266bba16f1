/** Who is in groups: the one place that other features ask. */
import type { Db, Trx } from '../../platform/database.ts';

export interface Member {
	readonly groupId: string;
	readonly accountId: string;
	readonly name: string;
	readonly role: 'facilitator' | 'member';
	readonly colour: number;
	readonly joinedAt: Date;
	/** The last day of their own pause, also when it is over. */
	readonly pausedUntil: string | null;
}

/** Who is in these groups now, in the order in which a group names its people. */
export async function membersOf(db: Db | Trx, groupIds: readonly string[]): Promise<Member[]> {
	if (groupIds.length === 0) return [];
	return db
		.selectFrom('group_members')
		.innerJoin('accounts', 'accounts.id', 'group_members.account_id')
		.where('group_id', 'in', groupIds)
		.where('ended_at', 'is', null)
		.orderBy('role')
		.orderBy('joined_at')
		.orderBy('accounts.name')
		.select([
			'group_id as groupId',
			'accounts.id as accountId',
			'accounts.name',
			'role',
			'colour',
			'joined_at as joinedAt',
			'paused_until as pausedUntil',
		])
		.execute();
}

/** Whether someone is in a group now. */
export async function isMember(db: Db, groupId: string, accountId: string): Promise<boolean> {
	const row = await db
		.selectFrom('group_members')
		.where('group_id', '=', groupId)
		.where('account_id', '=', accountId)
		.where('ended_at', 'is', null)
		.select('id')
		.executeTakeFirst();
	return row !== undefined;
}
