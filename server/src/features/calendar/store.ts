import type { Db, Trx } from '../../platform/database.ts';

export interface FeedRow {
	readonly id: string;
	readonly accountId: string;
	/** Null: all groups. */
	readonly groupId: string | null;
	readonly groupName: string | null;
	readonly neutralTitles: boolean;
	readonly madeAt: Date;
	readonly lastReadAt: Date | null;
}

/** What somebody reads whose program asks for an address. */
export interface FeedReading extends FeedRow {
	readonly language: 'fr' | 'en';
	readonly timeZone: string;
	readonly contentHash: Uint8Array | null;
	readonly changedAt: Date;
}

/** Those of a stay in a group that is over are dead, and found nowhere. */
const living = (db: Db | Trx) =>
	db
		.selectFrom('calendar_feeds')
		.leftJoin('group_members', 'group_members.id', 'calendar_feeds.member_id')
		.leftJoin('groups', 'groups.id', 'group_members.group_id')
		.where((e) => e.or([e('calendar_feeds.member_id', 'is', null), e('group_members.ended_at', 'is', null)]))
		.select([
			'calendar_feeds.id',
			'calendar_feeds.account_id as accountId',
			'groups.id as groupId',
			'groups.name as groupName',
			'neutral_titles as neutralTitles',
			'made_at as madeAt',
			'last_read_at as lastReadAt',
		]);

export async function feedsOf(db: Db, accountId: string): Promise<FeedRow[]> {
	return living(db).where('calendar_feeds.account_id', '=', accountId).orderBy('groups.name').execute();
}

/** One of somebody's own. */
export async function findFeed(db: Db | Trx, id: string, accountId: string): Promise<FeedRow | undefined> {
	return living(db)
		.where('calendar_feeds.id', '=', id)
		.where('calendar_feeds.account_id', '=', accountId)
		.executeTakeFirst();
}

export async function findFeedBySecret(db: Db, secretHash: Uint8Array): Promise<FeedReading | undefined> {
	return living(db)
		.innerJoin('accounts', 'accounts.id', 'calendar_feeds.account_id')
		.where('secret_hash', '=', secretHash)
		.select(['accounts.language', 'accounts.time_zone as timeZone'])
		.select(['content_hash as contentHash', 'changed_at as changedAt'])
		.executeTakeFirst();
}

/** False when there is one already, of the same groups. */
export async function insertFeed(
	db: Db,
	feed: {
		readonly id: string;
		readonly accountId: string;
		readonly groupId: string | null;
		readonly secretHash: Uint8Array;
		readonly neutralTitles: boolean;
		readonly at: Date;
	},
): Promise<boolean> {
	const member =
		feed.groupId === null
			? null
			: await db
					.selectFrom('group_members')
					.where('group_id', '=', feed.groupId)
					.where('account_id', '=', feed.accountId)
					.where('ended_at', 'is', null)
					.select('id')
					.executeTakeFirst();
	if (member === undefined) return false;
	const inserted = await db
		.insertInto('calendar_feeds')
		.values({
			id: feed.id,
			account_id: feed.accountId,
			member_id: member?.id ?? null,
			secret_hash: feed.secretHash,
			neutral_titles: feed.neutralTitles,
			made_at: feed.at,
			changed_at: feed.at,
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning('id')
		.executeTakeFirst();
	return inserted !== undefined;
}

export async function replaceSecret(
	db: Db,
	feed: { readonly id: string; readonly accountId: string },
	secretHash: Uint8Array,
	at: Date,
): Promise<void> {
	await own(db, feed)
		.set({ secret_hash: secretHash, made_at: at, last_read_at: null, content_hash: null, changed_at: at })
		.execute();
}

export async function setNeutralTitles(
	db: Db,
	feed: { readonly id: string; readonly accountId: string },
	neutralTitles: boolean,
): Promise<void> {
	await own(db, feed).set({ neutral_titles: neutralTitles }).execute();
}

export async function deleteFeed(
	db: Db,
	feed: { readonly id: string; readonly accountId: string },
): Promise<void> {
	await db
		.deleteFrom('calendar_feeds')
		.where('id', '=', feed.id)
		.where('account_id', '=', feed.accountId)
		.execute();
}

/** That it was read, and what it said if that is new. An address that was replaced meanwhile stays as it is. */
export async function recordReading(
	db: Db,
	feed: { readonly id: string; readonly secretHash: Uint8Array },
	at: Date,
	said: { readonly contentHash: Uint8Array; readonly changedAt: Date } | null,
): Promise<void> {
	await db
		.updateTable('calendar_feeds')
		.set({
			last_read_at: at,
			...(said === null ? {} : { content_hash: said.contentHash, changed_at: said.changedAt }),
		})
		.where('id', '=', feed.id)
		.where('secret_hash', '=', feed.secretHash)
		.execute();
}

const own = (db: Db, feed: { readonly id: string; readonly accountId: string }) =>
	db.updateTable('calendar_feeds').where('id', '=', feed.id).where('account_id', '=', feed.accountId);

export async function readerOf(db: Db, accountId: string): Promise<{ readonly language: 'fr' | 'en' }> {
	return db.selectFrom('accounts').where('id', '=', accountId).select('language').executeTakeFirstOrThrow();
}
