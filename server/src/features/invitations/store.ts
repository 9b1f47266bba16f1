import type { Db, Trx } from '../../platform/database.ts';

/**
 * Those that may be used: not answered, not revoked, not over, of a group that goes on, and made by
 * somebody who still facilitates it.
 */
const usable = (db: Db | Trx, now: Date) =>
	db
		.selectFrom('invitations')
		.innerJoin('groups', 'groups.id', 'invitations.group_id')
		.innerJoin('organisations', 'organisations.id', 'groups.organisation_id')
		.innerJoin('accounts', 'accounts.id', 'invitations.created_by')
		.innerJoin('group_members', (join) =>
			join
				.onRef('group_members.group_id', '=', 'invitations.group_id')
				.onRef('group_members.account_id', '=', 'invitations.created_by')
				.on('group_members.ended_at', 'is', null)
				.on('group_members.role', '=', 'facilitator'),
		)
		.where('invitations.outcome', 'is', null)
		.where('invitations.expires_at', '>', now)
		.where('groups.ended_at', 'is', null);

/** Everything that its reader is shown. */
export async function findByHash(db: Db | Trx, hash: Uint8Array, now: Date) {
	return usable(db, now)
		.where('invitations.token_hash', '=', hash)
		.select([
			'invitations.id',
			'invitations.expires_at as expiresAt',
			'invitations.created_by as createdBy',
			'accounts.name as invitedBy',
			'groups.id as groupId',
			'groups.name',
			'groups.purpose',
			'groups.language',
			'groups.capacity',
			'organisations.name as organisationName',
		])
		.select((e) =>
			e
				.selectFrom('group_members as members')
				.whereRef('members.group_id', '=', 'groups.id')
				.where('members.ended_at', 'is', null)
				.select((count) => count.cast<number>(count.fn.countAll(), 'integer').as('count'))
				.as('memberCount'),
		)
		.executeTakeFirst();
}

export async function usableOf(db: Db | Trx, groupId: string, now: Date) {
	return usable(db, now)
		.where('invitations.group_id', '=', groupId)
		.orderBy('invitations.created_at')
		.select([
			'invitations.id',
			'invitations.created_at as createdAt',
			'invitations.expires_at as expiresAt',
			'accounts.name as invitedBy',
		])
		.execute();
}

export async function insertInvitation(
	trx: Trx,
	invitation: {
		readonly id: string;
		readonly groupId: string;
		readonly hash: Uint8Array;
		readonly by: string;
		readonly at: Date;
		readonly expiresAt: Date;
	},
): Promise<void> {
	await trx
		.insertInto('invitations')
		.values({
			id: invitation.id,
			group_id: invitation.groupId,
			token_hash: invitation.hash,
			created_by: invitation.by,
			created_at: invitation.at,
			expires_at: invitation.expiresAt,
			outcome: null,
			closed_at: null,
			closed_by: null,
		})
		.execute();
}

/** Once: false when it was closed already. */
export async function closeInvitation(
	db: Db | Trx,
	invitation: { readonly id: string; readonly groupId: string },
	outcome: { readonly outcome: 'accepted' | 'declined' | 'revoked'; readonly by: string; readonly at: Date },
): Promise<boolean> {
	const row = await db
		.updateTable('invitations')
		.set({ outcome: outcome.outcome, closed_at: outcome.at, closed_by: outcome.by })
		.where('id', '=', invitation.id)
		.where('group_id', '=', invitation.groupId)
		.where('outcome', 'is', null)
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}
