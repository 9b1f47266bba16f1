import type { Db, Trx } from '../platform/database.ts';

/** Where a person stands now: what the policy judges by. Read anew for each request. */
export interface Standing {
	readonly accountId: string;
	readonly organisations: ReadonlyMap<string, 'practitioner' | 'moderator'>;
	readonly groups: ReadonlyMap<string, 'facilitator' | 'member'>;
	/** The cases and pitches they have left because they recognised the situation. */
	readonly recusals: ReadonlySet<string>;
}

/** Reads where someone stands. Unknown people stand nowhere. */
export async function standingOf(db: Db | Trx, accountId: string): Promise<Standing> {
	const [organisations, groups, recusals, pitchRecusals] = await Promise.all([
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
		db.selectFrom('case_recusals').where('account_id', '=', accountId).select('case_id').execute(),
		db.selectFrom('pitch_recusals').where('account_id', '=', accountId).select('pitch_id').execute(),
	]);
	return {
		accountId,
		organisations: new Map(organisations.map((row) => [row.organisation_id, row.role])),
		groups: new Map(groups.map((row) => [row.group_id, row.role])),
		recusals: new Set([...recusals.map((row) => row.case_id), ...pitchRecusals.map((row) => row.pitch_id)]),
	};
}
