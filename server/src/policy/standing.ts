import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Db, Trx } from '../platform/database.ts';

/** Where a person stands now: what the policy judges by. Read anew for each request. */
export interface Standing {
	readonly accountId: string;
	readonly organisations: ReadonlyMap<string, 'practitioner' | 'moderator'>;
	readonly groups: ReadonlyMap<string, 'facilitator' | 'member'>;
	/** Those of their groups that have come to an end: they read there, and nothing new begins. */
	readonly ended: ReadonlySet<string>;
	/** Those of their groups whose charter in force they have not signed. */
	readonly unsigned: ReadonlySet<string>;
	/** The cases they have left because they recognised the situation, and those shared without them; and pitches they have left. */
	readonly recusals: ReadonlySet<string>;
}

/**
 * Reads where someone stands. Unknown people stand nowhere. Whoever asks about rooms and cases says at
 * which instant, by the server's clock: a charter comes into force at one. Otherwise it is the database's.
 */
export async function standingOf(db: Db | Trx, accountId: string, at?: Date): Promise<Standing> {
	// The charter in force is the one with the highest number of those whose day has come; whoever signed
	// that one or a later one in this stay is in (domain/charter/versions.ts says the same).
	const unsigned = sql<boolean>`(
		select coalesce(max(version.number), 0) > (
			select coalesce(max(signed.number), 0) from charter_signatures
			join charter_versions as signed on signed.id = charter_signatures.version_id
			where charter_signatures.member_id = group_members.id
		)
		from charter_versions as version
		where version.group_id = group_members.group_id
			and version.in_force_from <= ${at === undefined ? sql`now()` : sql`${at}::timestamptz`}
	)`;
	// One query: it is asked before everything else, each time.
	const { organisations, groups, recusals, pitchRecusals } = await db
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
					.innerJoin('groups', 'groups.id', 'group_members.group_id')
					.where('account_id', '=', accountId)
					.where('group_members.ended_at', 'is', null)
					.select(['group_id', 'role', 'groups.ended_at as groupEndedAt', unsigned.as('unsigned')]),
			).as('groups'),
			jsonArrayFrom(e.selectFrom('case_recusals').where('account_id', '=', accountId).select('case_id')).as(
				'recusals',
			),
			jsonArrayFrom(e.selectFrom('pitch_recusals').where('account_id', '=', accountId).select('pitch_id')).as(
				'pitchRecusals',
			),
		])
		.executeTakeFirstOrThrow();
	return {
		accountId,
		organisations: new Map(organisations.map((row) => [row.organisation_id, row.role])),
		groups: new Map(groups.map((row) => [row.group_id, row.role])),
		ended: new Set(
			groups.filter(({ groupEndedAt }) => groupEndedAt !== null).map(({ group_id }) => group_id),
		),
		unsigned: new Set(groups.filter((row) => row.unsigned).map((row) => row.group_id)),
		recusals: new Set([...recusals.map((row) => row.case_id), ...pitchRecusals.map((row) => row.pitch_id)]),
	};
}
