import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Db, Trx } from '../platform/database.ts';

/** Where a person stands now: what the policy judges by. Read anew for each request. */
export interface Standing {
	readonly accountId: string;
	readonly organisations: ReadonlyMap<string, 'practitioner' | 'moderator'>;
	readonly groups: ReadonlyMap<string, 'facilitator' | 'member'>;
	/** The cases they have left because they recognised the situation. */
	readonly recusals: ReadonlySet<string>;
}

/** Reads where someone stands. Unknown people stand nowhere. */
export async function standingOf(db: Db | Trx, accountId: string): Promise<Standing> {
	// One query: it is asked before everything else, each time.
	const { organisations, groups, recusals } = await db
		.selectNoFrom((e) => [
			jsonArrayFrom(
				e
					.selectFrom('organisation_members')
					.where('account_id', '=', accountId)
					.select(['organisation_id', 'role']),
			).as('organisations'),
			jsonArrayFrom(
				e
					.selectFrom('group_members')
					.where('account_id', '=', accountId)
					.where('ended_at', 'is', null)
					.select(['group_id', 'role']),
			).as('groups'),
			jsonArrayFrom(e.selectFrom('case_recusals').where('account_id', '=', accountId).select('case_id')).as(
				'recusals',
			),
		])
		.executeTakeFirstOrThrow();
	return {
		accountId,
		organisations: new Map(organisations.map((row) => [row.organisation_id, row.role])),
		groups: new Map(groups.map((row) => [row.group_id, row.role])),
		recusals: new Set(recusals.map((row) => row.case_id)),
	};
}
