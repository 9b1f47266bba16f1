/**
 * Who has which role in the sessions of a group, as it stands: what is written down, and what the rule
 * proposes for the rest (packages/domain/src/rotation). Reading writes nothing.
 *
 * A session goes through two states. Until 48 hours before its start its roles are proposed anew each
 * time somebody looks, around what people arranged. Then they are fixed (`fixRoles`, in a job): what was
 * proposed is written down, and a role that somebody gives up is free for whoever takes it.
 */

import type { Role, TurnReason } from '@entrepairs/contract/attendance';
import { type ComingSession, type PastSession, propose } from '@entrepairs/domain/rotation/propose';
import type { Db, Trx } from '../../platform/database.ts';
import { awayFrom, isAwayAt } from '../memberships/away.ts';
import { type Member, membersOf } from '../memberships/members.ts';
import type { FoundSession } from '../sessions/service.ts';
import { answersTo, type PracticeRow, practicesOf } from './store.ts';
import { type RoleRow, rolesWritten } from './store-roles.ts';

export const FIXED_BEFORE_MS = 48 * 3_600_000;

/** What the roles of groups depend on beside what is written down about them. */
export interface RotationSources {
	/** How many cases of each person wait in the queue of each group. */
	waitingCases(
		db: Db | Trx,
		groupIds: readonly string[],
	): Promise<readonly { readonly groupId: string; readonly accountId: string; readonly count: number }[]>;
}

export interface Held {
	readonly role: Role;
	readonly accountId: string | null;
	readonly source: 'proposed' | 'fixed' | 'taken' | 'swapped' | 'given';
	readonly reason: TurnReason | null;
}

export interface GroupRotation {
	readonly practice: PracticeRow;
	readonly members: readonly Member[];
	/** By session, of those that are held. */
	readonly roles: ReadonlyMap<string, readonly Held[]>;
	readonly isFixed: (sessionId: string) => boolean;
	readonly isAway: (sessionId: string, accountId: string) => boolean;
	readonly isPaused: (accountId: string, at: Date) => boolean;
}

/** `sessions`: all of these groups from when they write roles down up to the last that is asked for. */
export async function rotationsOf(
	db: Db | Trx,
	sources: RotationSources,
	groupIds: readonly string[],
	sessions: readonly FoundSession[],
): Promise<ReadonlyMap<string, GroupRotation>> {
	const practices = await practicesOf(db, groupIds);
	const members = await membersOf(db, groupIds);
	const answers = await answersTo(db, sessions);
	const written = await rolesWritten(db, sessions);
	const cases = await sources.waitingCases(db, groupIds);
	const pauses = await awayFrom(db, groupIds);
	const away = new Set(
		answers.filter(({ answer }) => answer === 'no').map((one) => `${one.sessionId} ${one.accountId}`),
	);
	const isAway = (sessionId: string, accountId: string) => away.has(`${sessionId} ${accountId}`);

	return new Map(
		practices.map((practice) => {
			const { groupId } = practice;
			const own = members.filter((member) => member.groupId === groupId);
			const ownPauses = pauses.filter((pause) => pause.groupId === groupId);
			const held = sessions.filter(
				({ group, state, startsAt }) =>
					group.id === groupId && state === 'planned' && startsAt >= practice.since,
			);
			const rows = new Map<string, RoleRow>(
				written.roles.map((row) => [`${row.sessionId} ${row.role}`, row] as const),
			);
			const isHere = new Set(own.map(({ accountId }) => accountId));

			/** What is settled about a role; undefined where it is still proposed. */
			const settled = (sessionId: string, role: Role): string | null | undefined => {
				const row = rows.get(`${sessionId} ${role}`);
				if (row === undefined) return undefined;
				const { accountId } = row;
				if (accountId !== null && isHere.has(accountId) && !isAway(sessionId, accountId)) return accountId;
				// Who left or does not come has it no longer: the rule goes on, or the role is free.
				return accountId === null || written.fixed.has(sessionId) ? null : undefined;
			};

			const firstOpen = held.findIndex(({ id }) => !written.fixed.has(id));
			const past = firstOpen === -1 ? held : held.slice(0, firstOpen);
			const history = past.map(
				({ id, startsAt }): PastSession => ({
					id,
					startsAt: startsAt.getTime(),
					held: Object.fromEntries(
						practice.roles.flatMap((role) => {
							const holder = settled(id, role);
							return holder ? [[role, holder]] : [];
						}),
					),
				}),
			);
			const upcoming = held.slice(past.length).map(
				({ id, startsAt }): ComingSession => ({
					id,
					startsAt: startsAt.getTime(),
					settled: Object.fromEntries(
						practice.roles.flatMap((role) => {
							const holder = settled(id, role);
							return holder === undefined ? [] : [[role, holder]];
						}),
					),
				}),
			);
			const proposals = propose({
				members: own.map(({ accountId, joinedAt }) => ({ id: accountId, joinedAt: joinedAt.getTime() })),
				history,
				upcoming,
				roles: practice.roles,
				answers: answers
					.filter(({ answer }) => answer === 'no')
					.map(({ sessionId, accountId }) => ({ sessionId, memberId: accountId })),
				pauses: ownPauses.map(({ accountId, until }) => ({
					memberId: accountId,
					from: 0,
					until: until.getTime(),
				})),
				wishes: {
					cases: new Map(
						cases.filter((one) => one.groupId === groupId).map(({ accountId, count }) => [accountId, count]),
					),
					passed: written.passes,
				},
			});
			const proposed = new Map(proposals.map((one) => [`${one.sessionId} ${one.role}`, one]));
			const roles = new Map(
				held.map(({ id }) => [
					id,
					orderOf(practice.roles).flatMap((role): Held[] => {
						const holder = settled(id, role);
						const row = rows.get(`${id} ${role}`);
						if (holder !== undefined && row !== undefined) {
							const source = row.source === 'proposed' ? 'fixed' : row.source;
							const reason = holder === null ? null : (row.reason as TurnReason | null);
							return [{ role, accountId: holder, source, reason }];
						}
						const one = proposed.get(`${id} ${role}`);
						if (one === undefined) return [];
						return [{ role, accountId: one.memberId, source: 'proposed', reason: one.reason }];
					}),
				]),
			);
			return [
				groupId,
				{
					practice,
					members: own,
					roles,
					isFixed: (sessionId: string) => written.fixed.has(sessionId),
					isAway,
					isPaused: (accountId: string, at: Date) => isAwayAt(ownPauses, { groupId, accountId }, at),
				},
			];
		}),
	);
}

const order: readonly Role[] = ['presenter', 'facilitator', 'timekeeper', 'scribe', 'observer'];

function orderOf(roles: readonly Role[]): Role[] {
	return order.filter((role) => roles.includes(role));
}
