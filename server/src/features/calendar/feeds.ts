/**
 * Private addresses of calendars. Who has the address reads the calendar, so it is random (256 bits),
 * shown once, and stored only as its hash. It can be replaced or ended at once; what it shows is
 * judged anew at each reading by where its person stands, and the one of a group ends with their stay
 * in that group.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { CalendarFeed, MadeFeed, NewFeed } from '@entrepairs/contract/calendar';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { conflict, notFound, type Refusal } from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import type { SessionsService } from '../sessions/service.ts';
import { withoutDoor } from './events.ts';
import { feed, lastYearOf } from './icalendar.ts';
import {
	deleteFeed,
	type FeedReading,
	type FeedRow,
	feedsOf,
	findFeed,
	findFeedBySecret,
	insertFeed,
	recordReading,
	replaceSecret,
	setNeutralTitles,
} from './store.ts';

export interface ReadFeed {
	readonly content: string;
	/** Names exactly this content. */
	readonly tag: string;
	readonly changedAt: Date;
}

export interface CalendarFeeds {
	list(accountId: string): Promise<CalendarFeed[]>;
	make(accountId: string, input: NewFeed): Promise<MadeFeed | Refusal>;
	renew(accountId: string, feedId: string): Promise<MadeFeed | Refusal>;
	change(accountId: string, feedId: string, neutralTitles: boolean): Promise<CalendarFeed | Refusal>;
	end(accountId: string, feedId: string): Promise<undefined | Refusal>;
	/** What an address shows now; null when it is none, or none any more. */
	read(secret: string): Promise<ReadFeed | null>;
}

const SECRET_BYTES = 32;
const SECRET = /^[A-Za-z0-9_-]{43}$/;
/** A program that asks again and again writes to the database once a minute at most. */
const READING_NOTED_EVERY_MS = 60_000;

export function createCalendarFeeds(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly publicUrl: string;
	readonly sessions: Pick<SessionsService, 'seriesOf'>;
}): CalendarFeeds {
	const { db, clock, publicUrl, sessions } = deps;

	function newSecret(): { readonly address: string; readonly secretHash: Uint8Array } {
		const secret = randomBytes(SECRET_BYTES).toString('base64url');
		return { address: `${publicUrl}/calendar/${secret}.ics`, secretHash: hashOf(secret) };
	}

	async function found(accountId: string, feedId: string): Promise<CalendarFeed | Refusal> {
		const row = await findFeed(db, feedId, accountId);
		return row === undefined ? notFound : asFeed(row);
	}

	return {
		async list(accountId) {
			return (await feedsOf(db, accountId)).map(asFeed);
		},

		async make(accountId, { groupId, neutralTitles }) {
			if (groupId !== null && !can(await standingOf(db, accountId), 'session.read', groupId)) return notFound;
			const { address, secretHash } = newSecret();
			const id = newId();
			const made = { id, accountId, groupId, secretHash, neutralTitles, at: clock.now() };
			if (!(await insertFeed(db, made))) return conflict('feed-exists');
			const row = await findFeed(db, id, accountId);
			return row === undefined ? notFound : { feed: asFeed(row), address };
		},

		async renew(accountId, feedId) {
			const { address, secretHash } = newSecret();
			await replaceSecret(db, { id: feedId, accountId }, secretHash, clock.now());
			const row = await findFeed(db, feedId, accountId);
			return row === undefined ? notFound : { feed: asFeed(row), address };
		},

		async change(accountId, feedId, neutralTitles) {
			await setNeutralTitles(db, { id: feedId, accountId }, neutralTitles);
			return found(accountId, feedId);
		},

		async end(accountId, feedId) {
			if ((await findFeed(db, feedId, accountId)) === undefined) return notFound;
			await deleteFeed(db, { id: feedId, accountId });
			return undefined;
		},

		async read(secret) {
			if (!SECRET.test(secret)) return null;
			const secretHash = hashOf(secret);
			const row = await findFeedBySecret(db, secretHash);
			if (row === undefined) return null;
			const now = clock.now();
			const standing = await standingOf(db, row.accountId, now);
			const groups = row.groupId === null ? [...standing.groups.keys()] : [row.groupId];
			const allowed = groups.filter((groupId) => can(standing, 'session.read', groupId));
			if (row.groupId !== null && allowed.length === 0) return null;
			const series = (await sessions.seriesOf(allowed)).map((one) =>
				can(standing, 'room.enter', one.group.id) ? one : withoutDoor(one),
			);
			const write = (stamp: Date) =>
				feed(series, {
					titles: { language: row.language, neutral: row.neutralTitles },
					groupName: row.groupName,
					ownZone: row.timeZone,
					publicUrl,
					stamp: Temporal.Instant.fromEpochMilliseconds(stamp.getTime()),
					lastYear: lastYearOf(now),
				});
			const said = whenItChanged(row, write, now);
			if (said.isNew || now.getTime() - (row.lastReadAt?.getTime() ?? 0) >= READING_NOTED_EVERY_MS) {
				await recordReading(db, { id: row.id, secretHash }, now, said.isNew ? said : null);
			}
			const content = write(said.changedAt);
			return { content, tag: `"${hashOf(content).toString('base64url')}"`, changedAt: said.changedAt };
		},
	};
}

/** Since when it says what it says: what is written with no time of its own is compared with last time. */
function whenItChanged(
	row: FeedReading,
	write: (stamp: Date) => string,
	now: Date,
): { readonly contentHash: Uint8Array; readonly changedAt: Date; readonly isNew: boolean } {
	const contentHash = hashOf(write(new Date(0)));
	const isNew = row.contentHash === null || !contentHash.equals(row.contentHash);
	return { contentHash, changedAt: isNew ? now : row.changedAt, isNew };
}

function asFeed(row: FeedRow): CalendarFeed {
	const { id, groupId, groupName, neutralTitles, madeAt, lastReadAt } = row;
	return {
		id,
		group: groupId === null ? null : { id: groupId, name: groupName ?? '' },
		neutralTitles,
		madeAt: madeAt.toISOString(),
		lastReadAt: lastReadAt?.toISOString() ?? null,
	};
}

function hashOf(words: string): Buffer {
	return createHash('sha256').update(words).digest();
}
