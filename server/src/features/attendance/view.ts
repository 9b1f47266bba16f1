/** What the pages are given: rows and rules put into the words of the contract. */

import type {
	GroupRoles,
	MyNext,
	RoleInSession,
	RoleOffer,
	SessionAttendance,
} from '@entrepairs/contract/attendance';
import { quorumState } from '@entrepairs/domain/attendance/quorum';
import { type Keyring, unseal } from '../../platform/crypto.ts';
import { can } from '../../policy/policy.ts';
import type { Standing } from '../../policy/standing.ts';
import type { Member } from '../memberships/members.ts';
import type { FoundSession } from '../sessions/service.ts';
import { FIXED_BEFORE_MS, type GroupRotation, type Held } from './rotation.ts';
import type { AnswerRow, QuorumRow } from './store.ts';
import type { OfferRow } from './store-roles.ts';
import { SESSIONS_AHEAD } from './window.ts';

/** What a word of apology is sealed as. */
export const wordsContext = (id: string) => `session-answer:${id}`;

const person = ({ accountId, name, colour }: Member) => ({ accountId, name, colour });

export interface SessionFacts {
	readonly session: FoundSession;
	readonly sessions: readonly FoundSession[];
	readonly rotation: GroupRotation;
	readonly answers: readonly AnswerRow[];
	readonly seen: QuorumRow | undefined;
	readonly offers: readonly OfferRow[];
}

export function asAttendance(
	who: Standing,
	facts: SessionFacts,
	{ keyring, now }: { readonly keyring: Keyring; readonly now: Date },
): SessionAttendance {
	const { session, rotation, answers, seen } = facts;
	const { practice } = rotation;
	const groupId = session.group.id;
	const isHeld = session.state === 'planned';
	const isOver = session.endsAt <= now;
	const asked = rotation.members.filter(({ accountId }) => !rotation.isPaused(accountId, session.startsAt));
	const answerOf = new Map(answers.map((row) => [row.accountId, row]));
	const count = (wanted: AnswerRow['answer'] | undefined) =>
		asked.filter(({ accountId }) => answerOf.get(accountId)?.answer === wanted).length;
	const { judgedAt, ...quorum } = quorumState(
		{ needed: practice.quorum, hoursBefore: practice.quorumHours },
		{ yes: count('yes'), maybe: count('maybe'), unanswered: count(undefined) },
		session.startsAt,
	);
	return {
		isOpen: isHeld && session.startsAt > now && can(who, 'session.answer', groupId),
		mayTakeRoles: isHeld && !isOver && can(who, 'role.take', groupId),
		maySetRoles: isHeld && !isOver && can(who, 'role.set', groupId),
		people: asked.map((member) => {
			const row = answerOf.get(member.accountId);
			// What somebody says of themself is for those who have promised to keep it.
			const mayRead = member.accountId === who.accountId || can(who, 'room.enter', groupId);
			return {
				...person(member),
				answer: row?.answer ?? null,
				words: row && mayRead ? wordsOf(row, keyring) : null,
			};
		}),
		quorum: {
			...quorum,
			withoutQuorum: practice.withoutQuorum,
			judgedAt: judgedAt.toISOString(),
			outcome: seen?.outcome ?? null,
		},
		roles: rolesIn(rotation, session.id),
		facilitators: practice.roles.includes('facilitator')
			? []
			: rotation.members.filter(({ role }) => role === 'facilitator').map(person),
		rolesFixedAt: new Date(session.startsAt.getTime() - FIXED_BEFORE_MS).toISOString(),
		offers: isHeld && !isOver ? offersIn(facts) : [],
		swaps: isHeld && !isOver ? swapsFor(who.accountId, facts, now) : [],
	};
}

function wordsOf(row: AnswerRow, keyring: Keyring): string | null {
	if (row.sealedWords === null || row.wrappedKey === null) return null;
	const key = keyring.unwrap(row.wrappedKey);
	return Buffer.from(unseal(key, row.sealedWords, wordsContext(row.id))).toString('utf8');
}

function rolesIn(rotation: GroupRotation, sessionId: string): RoleInSession[] {
	return (rotation.roles.get(sessionId) ?? []).map(({ role, accountId, source, reason }: Held) => {
		const holder = rotation.members.find((member) => member.accountId === accountId);
		return { role, holder: holder ? person(holder) : null, source, reason: holder ? reason : null };
	});
}

function offersIn({ offers, rotation, sessions }: SessionFacts): RoleOffer[] {
	return offers.flatMap((offer) => {
		const [from, to] = [offer.fromId, offer.toId].map((id) =>
			rotation.members.find(({ accountId }) => accountId === id),
		);
		const about = sessions.find(({ id }) => id === offer.sessionId);
		const other = sessions.find(({ id }) => id === offer.otherSessionId);
		if (from === undefined || to === undefined || about === undefined) return [];
		if (offer.otherSessionId !== null && other === undefined) return [];
		const holder = (sessionId: string) =>
			rotation.roles.get(sessionId)?.find((held) => held.role === offer.role)?.accountId;
		// What it was about may have changed since.
		if (holder(about.id) !== offer.fromId || (other && holder(other.id) !== offer.toId)) return [];
		return [
			{
				id: offer.id,
				role: offer.role,
				from: person(from),
				to: person(to),
				exchange: other ? { sessionId: other.id, startsAt: other.startsAt.toISOString() } : null,
				startsAt: about.startsAt.toISOString(),
			},
		];
	});
}

/** Where a colleague has a role that I have here, and both could come to both. */
function swapsFor(accountId: string, facts: SessionFacts, now: Date): SessionAttendance['swaps'] {
	const { session, sessions, rotation } = facts;
	const mine = (rotation.roles.get(session.id) ?? []).filter((held) => held.accountId === accountId);
	return mine.flatMap(({ role }) =>
		sessions
			.filter(({ id, startsAt }) => id !== session.id && startsAt > now && !rotation.isAway(id, accountId))
			.flatMap(({ id, startsAt }) => {
				const holder = rotation.roles.get(id)?.find((held) => held.role === role)?.accountId;
				const member = rotation.members.find((one) => one.accountId === holder);
				if (member === undefined || holder === accountId) return [];
				if (rotation.isAway(session.id, member.accountId)) return [];
				return [{ role, with: person(member), sessionId: id, startsAt: startsAt.toISOString() }];
			}),
	);
}

export function asGroupRoles(
	who: Standing,
	rotation: GroupRotation,
	sessions: readonly FoundSession[],
	now: Date,
): GroupRoles {
	const { practice } = rotation;
	const { quorum, withoutQuorum, quorumHours, roles, since, groupId } = practice;
	const ahead = sessions.filter(({ id, endsAt }) => endsAt > now && rotation.roles.has(id));
	const held = sessions.filter(({ id, startsAt }) => startsAt <= now && rotation.roles.has(id));
	return {
		practice: { quorum, withoutQuorum, quorumHours, roles },
		mayConfigure: can(who, 'practice.configure', groupId),
		sessions: ahead.slice(0, SESSIONS_AHEAD).map(({ id, startsAt }) => ({
			sessionId: id,
			startsAt: startsAt.toISOString(),
			roles: rolesIn(rotation, id),
		})),
		shares: rotation.members.map((member) => ({
			...person(member),
			sessions: held.filter(
				({ id, startsAt }) =>
					member.joinedAt <= startsAt &&
					!rotation.isAway(id, member.accountId) &&
					!rotation.isPaused(member.accountId, startsAt),
			).length,
			had: roles.map((role) => ({
				role,
				count: held.filter(({ id, startsAt }) =>
					rotation.roles
						.get(id)
						?.some(
							(one) => one.role === role && one.accountId === member.accountId && member.joinedAt <= startsAt,
						),
				).length,
			})),
		})),
		since: since.toISOString(),
	};
}

/** Somebody's part in the sessions of the next weeks. */
export function asMyNext(
	accountId: string,
	sessions: readonly FoundSession[],
	answers: readonly AnswerRow[],
	{
		rotations,
		keyring,
	}: { readonly rotations: ReadonlyMap<string, GroupRotation>; readonly keyring: Keyring },
): MyNext[] {
	return sessions.map(({ id, group }) => {
		const own = answers.find((one) => one.sessionId === id && one.accountId === accountId);
		return {
			sessionId: id,
			answer: own?.answer ?? null,
			words: own === undefined ? null : wordsOf(own, keyring),
			roles: (rotations.get(group.id)?.roles.get(id) ?? [])
				.filter((held) => held.accountId === accountId)
				.map(({ role, source }) => ({ role, isProposed: source === 'proposed' })),
		};
	});
}
