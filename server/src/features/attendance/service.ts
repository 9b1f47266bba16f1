/**
 * Who comes. An answer is about one session, never a series; it can be changed until the session begins.
 * Not to have answered is a state of its own. Answers and roles of a group change one after the other,
 * under the lock of its row: who says no gives back the roles that were settled for them.
 */

import type {
	Answer,
	GroupRoles,
	MyNext,
	Practice,
	SessionAttendance,
} from '@entrepairs/contract/attendance';
import { localDay } from '@entrepairs/domain/schedule/expand';
import type { Clock } from '../../platform/clock.ts';
import { type Keyring, seal } from '../../platform/crypto.ts';
import type { Db, Trx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { conflict, invalid, notAllowed, notFound, type Refusal } from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import { holdGroup } from '../groups/frame.ts';
import { membersOf } from '../memberships/members.ts';
import { tell } from '../notifications/notices.ts';
import type { SessionCarrier } from '../sessions/carriers.ts';
import type { FoundSession, SessionsService } from '../sessions/service.ts';
import { type RotationSources, rotationsOf } from './rotation.ts';
import {
	answersTo,
	dropAnswers,
	forgetWords,
	practicesOf,
	putAnswer,
	quorumSeen,
	setPractice,
} from './store.ts';
import { dropRole, offersAbout, putRole, rolesWritten } from './store-roles.ts';
import { asAttendance, asGroupRoles, asMyNext, wordsContext } from './view.ts';
import { groupNow, sessionsFor } from './window.ts';

interface Given {
	readonly answer: Answer;
	readonly words: string | null;
}

export interface AttendanceService {
	read(accountId: string, sessionId: string): Promise<SessionAttendance | Refusal>;
	mine(accountId: string): Promise<MyNext[]>;
	/** For one session, until it begins. */
	answer(accountId: string, sessionId: string, given: Given): Promise<SessionAttendance | Refusal>;
	/** For all sessions to come from one day to another, both included. */
	answerSpan(
		accountId: string,
		groupId: string,
		given: Given & { readonly from: string; readonly to: string },
	): Promise<{ sessions: number } | Refusal>;
	ofGroup(accountId: string, groupId: string): Promise<GroupRoles | Refusal>;
	configure(accountId: string, groupId: string, practice: Practice): Promise<GroupRoles | Refusal>;
	/** For a job: what somebody said of themself does not outlive their stay. */
	forget(): Promise<void>;
	/** Sessions that are no more take what was said of them along into nothing. */
	carry: SessionCarrier['carry'];
}

const WEEKS_AHEAD_MS = 8 * 7 * 24 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
/** An absence is said for a year at most. */
const LONGEST_SPAN = { days: 366 };

export function createAttendanceService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly keyring: Keyring;
	readonly sessions: Pick<SessionsService, 'find' | 'hold' | 'between'>;
	readonly sources: RotationSources;
}): AttendanceService {
	const { db, clock, keyring, sessions } = deps;

	async function read(accountId: string, sessionId: string): Promise<SessionAttendance | Refusal> {
		const [who, session] = await Promise.all([
			standingOf(db, accountId, clock.now()),
			sessions.find(sessionId),
		]);
		if (session === null || !can(who, 'session.read', session.group.id)) return notFound;
		const now = clock.now();
		const group = await groupNow(deps, session.group.id, now, session.startsAt);
		if (group === null) return notFound;
		const answers = await answersTo(db, [session]);
		const seen = await quorumSeen(db, session);
		const offers = await offersAbout(db, session, accountId);
		return asAttendance(who, { session, ...group, answers, seen, offers }, { keyring, now });
	}

	async function ofGroup(accountId: string, groupId: string): Promise<GroupRoles | Refusal> {
		const who = await standingOf(db, accountId);
		if (!can(who, 'session.read', groupId)) return notFound;
		const now = clock.now();
		const group = await groupNow(deps, groupId, now);
		return group === null ? notFound : asGroupRoles(who, group.rotation, group.sessions, now);
	}

	async function put(trx: Trx, session: FoundSession, accountId: string, given: Given, at: Date) {
		const words = given.words?.trim() ?? '';
		const id = newId();
		const sealed = words === '' ? null : keyring.newDataKey();
		await putAnswer(
			trx,
			session,
			{
				id,
				accountId,
				answer: given.answer,
				sealedWords: sealed && seal(sealed.key, Buffer.from(words), wordsContext(id)),
				wrappedKey: sealed?.wrapped ?? null,
			},
			at,
		);
	}

	/** What somebody was to do in sessions they do not come to: free, or proposed again. */
	async function giveBack(trx: Trx, of: readonly FoundSession[], accountId: string, at: Date): Promise<void> {
		const written = await rolesWritten(trx, of);
		const members = await membersOf(trx, [...new Set(of.map(({ group }) => group.id))]);
		for (const session of of) {
			const held = written.roles.filter((row) => row.sessionId === session.id && row.accountId === accountId);
			for (const { role } of held) {
				if (written.fixed.has(session.id))
					await putRole(trx, session, { role, accountId: null, source: 'given', reason: null }, at);
				else await dropRole(trx, session, role);
			}
			if (held.length === 0 || !written.fixed.has(session.id)) continue;
			const notices = members
				.filter(({ role, accountId: id }) => role === 'facilitator' && id !== accountId)
				.map(({ accountId: to }) => ({
					kind: 'role-changed' as const,
					to,
					groupId: session.group.id,
					sessionId: session.id,
				}));
			await tell(trx, notices, at);
		}
	}

	/** How many sessions were answered: those that are no more by now, or no more theirs, are left out. */
	async function answerAll(of: readonly FoundSession[], accountId: string, given: Given): Promise<number> {
		const [first] = of;
		if (first === undefined) return 0;
		const at = clock.now();
		return db.transaction().execute(async (trx) => {
			await holdGroup(trx, first.group.id);
			const who = await standingOf(trx, accountId, at);
			if (!can(who, 'session.answer', first.group.id)) return 0;
			const held: FoundSession[] = [];
			for (const { id } of of) {
				const session = await sessions.hold(trx, id);
				if (session?.state === 'planned' && session.startsAt > at) held.push(session);
			}
			for (const session of held) await put(trx, session, accountId, given, at);
			if (given.answer === 'no' && held.length > 0) await giveBack(trx, held, accountId, at);
			return held.length;
		});
	}

	return {
		read,
		ofGroup,

		async mine(accountId) {
			const who = await standingOf(db, accountId);
			const groupIds = [...who.groups.keys()];
			const now = clock.now();
			const all = await sessionsFor(deps, groupIds, now);
			const rotations = await rotationsOf(db, deps.sources, groupIds, all);
			const ahead = all.filter(
				({ startsAt, endsAt }) => endsAt > now && startsAt.getTime() < now.getTime() + WEEKS_AHEAD_MS,
			);
			return asMyNext(accountId, ahead, await answersTo(db, ahead), { rotations, keyring });
		},

		async answer(accountId, sessionId, given) {
			const [who, session] = await Promise.all([standingOf(db, accountId), sessions.find(sessionId)]);
			if (session === null || !can(who, 'session.read', session.group.id)) return notFound;
			if (!can(who, 'session.answer', session.group.id)) return conflict('group-ended');
			if (session.state === 'cancelled') return conflict('session-not-held');
			if (session.startsAt <= clock.now()) return conflict('session-begun');
			if ((await answerAll([session], accountId, given)) === 0) return conflict('changed-meanwhile');
			return read(accountId, sessionId);
		},

		async answerSpan(accountId, groupId, { from, to, ...given }) {
			const who = await standingOf(db, accountId);
			if (!can(who, 'session.read', groupId)) return notFound;
			if (!can(who, 'session.answer', groupId)) return conflict('group-ended');
			const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
			if (Temporal.PlainDate.compare(last, first) < 0) return invalid('to', 'before-start');
			if (Temporal.PlainDate.compare(last, first.add(LONGEST_SPAN)) > 0) return invalid('to', 'too-large');
			const now = clock.now();
			const startOf = (day: Temporal.PlainDate) => Date.parse(`${day}T00:00:00Z`);
			// A day on either side: it is another day elsewhere.
			const begins = new Date(Math.max(now.getTime(), startOf(first) - DAY_MS));
			const found = await sessions.between([groupId], begins, new Date(startOf(last) + 2 * DAY_MS));
			const asked = found.filter(({ state, startsAt, timeZone }) => {
				const day = localDay(startsAt, timeZone);
				return (
					state === 'planned' &&
					startsAt > now &&
					Temporal.PlainDate.compare(day, first) >= 0 &&
					Temporal.PlainDate.compare(day, last) <= 0
				);
			});
			return { sessions: await answerAll(asked, accountId, given) };
		},

		async configure(accountId, groupId, practice) {
			const who = await standingOf(db, accountId);
			if (!can(who, 'practice.configure', groupId)) {
				return can(who, 'session.read', groupId) ? notAllowed : notFound;
			}
			if (new Set(practice.roles).size < practice.roles.length) return invalid('roles', 'not-offered');
			const capacity = (await practicesOf(db, [groupId]))[0]?.capacity ?? 0;
			if (practice.quorum > capacity) return invalid('quorum', 'too-large', capacity);
			await setPractice(db, groupId, practice);
			return ofGroup(accountId, groupId);
		},

		forget: () => forgetWords(db),
		carry: dropAnswers,
	};
}
