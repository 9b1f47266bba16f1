/**
 * What a group and a person can look back on: the sessions that a group held, and those that somebody was
 * at. The second is each one's own: sealed with their key, and still there when they have left the group.
 */
import type { AttendedSession, HeldSession } from '@entrepairs/contract/minutes';
import type { SessionFacts } from '@entrepairs/domain/minutes/draft';
import { minutesOf } from '@entrepairs/domain/minutes/time-there';
import { formatSessionId } from '@entrepairs/domain/schedule/session-id';
import type { Clock } from '../../platform/clock.ts';
import { type DataKey, type Keyring, seal, unseal } from '../../platform/crypto.ts';
import type { Db, Trx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { personKey } from '../../platform/person-keys.ts';
import { notFound, type Refusal } from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import { factsIn, subjectOf } from './facts.ts';
import { type MinutesRow, minutesOfGroup, peopleOf } from './store.ts';
import { type AttendedRow, accountsThatAre, attendedBy, insertAttended } from './store-record.ts';
import { asHeldSession, rolesOf } from './view.ts';

export interface RecordService {
	history(
		accountId: string,
		groupId: string,
		before: Date | null,
	): Promise<{ sessions: HeldSession[]; before: string | null } | Refusal>;
	attended(accountId: string): Promise<AttendedSession[]>;
}

const A_PAGE = 20;

type Content = Pick<AttendedSession, 'groupName' | 'mode' | 'method' | 'roles' | 'people'>;

const context = (id: string) => `attended-session:${id}`;

export function createRecordService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly keyring: Keyring;
}): RecordService {
	const { db, clock, keyring } = deps;

	return {
		async history(accountId, groupId, before) {
			const who = await standingOf(db, accountId, clock.now());
			if (!can(who, 'session.read', groupId)) return notFound;
			const found = await minutesOfGroup(db, groupId, before, A_PAGE + 1);
			const shown = found
				.slice(0, A_PAGE)
				.map((row) => ({ row, facts: factsIn(keyring.unwrap(row.wrappedKey), row) }));
			const ids = shown.flatMap(({ facts }) => rolesOf(facts).map((one) => one.accountId));
			const people = await peopleOf(db, groupId, [...new Set(ids)]);
			return {
				sessions: shown.map(({ row, facts }) =>
					asHeldSession(row, facts, people, can(who, 'minutes.read', subjectOf(row, facts))),
				),
				before: found.length > A_PAGE ? (shown.at(-1)?.row.startedAt.toISOString() ?? null) : null,
			};
		},

		async attended(accountId) {
			const found = await attendedBy(db, accountId);
			if (found.length === 0) return [];
			const key = await personKey(db, keyring, accountId);
			return found.map((row) => asAttended(row, key));
		},
	};
}

function asAttended(row: AttendedRow, key: DataKey): AttendedSession {
	const content = JSON.parse(
		Buffer.from(unseal(key, row.sealed, context(row.id))).toString('utf8'),
	) as Content;
	return {
		...content,
		sessionId: formatSessionId(row),
		from: row.from.toISOString(),
		until: row.until.toISOString(),
		minutes: row.minutes,
	};
}

/**
 * Writes into the record of each who was there for a minute or more that they were: it is a record of time.
 * Once, however often it is asked.
 */
export async function recordAttendance(
	trx: Trx,
	keyring: Keyring,
	session: Pick<MinutesRow, 'seriesId' | 'day' | 'groupName'>,
	facts: SessionFacts,
): Promise<void> {
	const there = facts.people;
	const ids = there.map(({ accountId }) => accountId);
	const known = await accountsThatAre(trx, ids);
	// In one order: two sessions that end at the same moment must not wait for one another's people.
	for (const { accountId, from, until, ms } of there.toSorted((a, b) =>
		a.accountId < b.accountId ? -1 : 1,
	)) {
		if (!known.has(accountId) || minutesOf(ms) === 0) continue;
		const id = newId();
		const content: Content = {
			groupName: session.groupName,
			mode: facts.mode,
			method: facts.method?.name ?? null,
			roles: rolesOf(facts)
				.filter((one) => one.accountId === accountId)
				.map(({ role }) => role),
			people: there.length,
		};
		const key = await personKey(trx, keyring, accountId);
		await insertAttended(trx, accountId, {
			id,
			seriesId: session.seriesId,
			day: session.day,
			from: new Date(from),
			until: new Date(until),
			minutes: minutesOf(ms),
			sealed: seal(key, Buffer.from(JSON.stringify(content)), context(id)),
		});
	}
}
