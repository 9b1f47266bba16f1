import type { Db, Trx } from '../platform/database.ts';

/** Where a person stands now: the roles that the policy judges by. Read anew for each request. */
export interface Standing {
	readonly accountId: string;
	readonly organisations: ReadonlyMap<string, 'practitioner' | 'moderator'>;
	readonly groups: ReadonlyMap<string, 'facilitator' | 'member'>;
}

/** Reads someone's roles. Unknown people stand nowhere. */
export async function standingOf(db: Db | Trx, accountId: string): Promise<Standing> {
	const [organisations, groups] = await Promise.all([
		db
			.selectFrom('organisation_members')
			.where('account_id', '=', accountId)
			.select(['organisation_id', 'role'])
			.execute(),
		db
			.selectFrom('group_members')
			.where('account_id', '=', accountId)
			.where('ended_at', 'is', null)
			.select(['group_id', 'role'])
			.execute(),
	]);
	return {
		accountId,
		organisations: new Map(organisations.map((row) => [row.organisation_id, row.role])),
		groups: new Map(groups.map((row) => [row.group_id, row.role])),
	};
}
