import type { CharterSection } from '@entrepairs/contract/charters';
import type { Db, Trx } from '../../platform/database.ts';

export interface VersionRow {
	readonly id: string;
	readonly groupId: string;
	readonly number: number;
	readonly sections: readonly CharterSection[];
	readonly change: string | null;
	readonly digest: string;
	/** Null when that account is gone. */
	readonly publishedBy: string | null;
	readonly publishedAt: Date;
	readonly inForceFrom: Date;
}

/** Holds the charter of a group still until the transaction ends. Undefined: there is no such group. */
export async function lockCharter(trx: Trx, groupId: string) {
	return trx.selectFrom('groups').where('id', '=', groupId).select('id').forNoKeyUpdate().executeTakeFirst();
}

/** All versions of the charters of groups, newest first. */
export async function versionsOf(db: Db | Trx, groupIds: readonly string[]): Promise<VersionRow[]> {
	if (groupIds.length === 0) return [];
	const rows = await db
		.selectFrom('charter_versions')
		.leftJoin('accounts', 'accounts.id', 'charter_versions.published_by')
		.where('group_id', 'in', groupIds)
		.orderBy('number', 'desc')
		.select([
			'charter_versions.id',
			'group_id as groupId',
			'number',
			'sections',
			'change',
			'digest',
			'accounts.name as publishedBy',
			'published_at as publishedAt',
			'in_force_from as inForceFrom',
		])
		.execute();
	return rows.map((row) => ({ ...row, sections: row.sections as CharterSection[] }));
}

export async function insertVersion(
	trx: Trx,
	version: Omit<VersionRow, 'publishedBy'> & { readonly publishedBy: string },
): Promise<void> {
	await trx
		.insertInto('charter_versions')
		.values({
			id: version.id,
			group_id: version.groupId,
			number: version.number,
			// As text: a driver would take a list for an array of its own.
			sections: JSON.stringify(version.sections),
			change: version.change,
			digest: version.digest,
			published_by: version.publishedBy,
			published_at: version.publishedAt,
			in_force_from: version.inForceFrom,
		})
		.execute();
}

export interface MemberRow {
	readonly groupId: string;
	/** Their stay in the group: signatures belong to it. */
	readonly memberId: string;
	readonly accountId: string;
	readonly name: string;
	/** The latest version they signed in this stay. */
	readonly versionId: string | null;
	readonly number: number | null;
	readonly signedAt: Date | null;
}

/** Everyone in a group, with what they signed last; or one person in all of their groups. */
export async function signersOf(
	db: Db | Trx,
	of: { readonly groupId?: string; readonly accountId?: string },
): Promise<MemberRow[]> {
	const { groupId, accountId } = of;
	return db
		.selectFrom('group_members')
		.innerJoin('accounts', 'accounts.id', 'group_members.account_id')
		.leftJoin('charter_signatures', 'charter_signatures.member_id', 'group_members.id')
		.leftJoin('charter_versions', 'charter_versions.id', 'charter_signatures.version_id')
		.where('group_members.ended_at', 'is', null)
		.$if(groupId !== undefined, (query) => query.where('group_members.group_id', '=', groupId ?? ''))
		.$if(accountId !== undefined, (query) => query.where('group_members.account_id', '=', accountId ?? ''))
		.distinctOn('group_members.id')
		.orderBy('group_members.id')
		.orderBy('charter_versions.number', (order) => order.desc().nullsLast())
		.select([
			'group_members.group_id as groupId',
			'group_members.id as memberId',
			'accounts.id as accountId',
			'accounts.name',
			'charter_versions.id as versionId',
			'charter_versions.number',
			'charter_signatures.signed_at as signedAt',
		])
		.execute();
}

/** Keeps the first signature when the same one comes twice. */
export async function insertSignature(
	trx: Trx,
	signature: {
		readonly versionId: string;
		readonly memberId: string;
		readonly digest: string;
		readonly at: Date;
	},
): Promise<void> {
	await trx
		.insertInto('charter_signatures')
		.values({
			version_id: signature.versionId,
			member_id: signature.memberId,
			digest: signature.digest,
			signed_at: signature.at,
		})
		.onConflict((c) => c.columns(['version_id', 'member_id']).doNothing())
		.execute();
}
