import type { Db, Trx } from '../platform/database.ts';

/** Where a person stands now: what the policy judges by. Read anew for each request. */
export interface Standing {
	readonly accountId: string;
	readonly organisations: ReadonlyMap<string, 'practitioner' | 'moderator'>;
	readonly groups: ReadonlyMap<string, 'facilitator' | 'member'>;
	/** Those of their groups that have come to an end: they read there, and nothing new begins. */
	readonly ended: ReadonlySet<string>;
	/** The cases they have left because they recognised the situation. */
	readonly recusals: ReadonlySet<string>;
}

/** Reads where someone stands. Unknown people stand nowhere. */
export async function standingOf(db: Db | Trx, accountId: string): Promise<Standing> {
	const [organisations, groups, recusals] = await Promise.all([
		db
			.selectFrom('organisation_members')
			.where('account_id', '=', accountId)
			.select(['organisation_id', 'role'])
			.execute(),
		db
			.selectFrom('group_members')
			.innerJoin('groups', 'groups.id', 'group_members.group_id')
			.where('account_id', '=', accountId)
			.where('group_members.ended_at', 'is', null)
			.select(['group_id', 'role', 'groups.ended_at as groupEndedAt'])
			.execute(),
		db.selectFrom('case_recusals').where('account_id', '=', accountId).select('case_id').execute(),
	]);
	return {
		accountId,
		organisations: new Map(organisations.map((row) => [row.organisation_id, row.role])),
		groups: new Map(groups.map((row) => [row.group_id, row.role])),
		ended: new Set(
			groups.filter(({ groupEndedAt }) => groupEndedAt !== null).map(({ group_id }) => group_id),
		),
		recusals: new Set(recusals.map((row) => row.case_id)),
	};
}
