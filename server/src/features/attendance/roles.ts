/** Who does what: taking, giving up, swapping and giving roles, and fixing those that were proposed. */

import type { Role, SessionAttendance } from '@entrepairs/contract/attendance';
import type { NoticeKind } from '@entrepairs/contract/notifications';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Trx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { conflict, invalid, notAllowed, notFound, type Refusal } from '../../platform/refusal.ts';
import { transact } from '../../platform/transact.ts';
import { can } from '../../policy/policy.ts';
import { type Standing, standingOf } from '../../policy/standing.ts';
import { holdGroup } from '../groups/frame.ts';
import type { Member } from '../memberships/members.ts';
import { type Notice, tell } from '../notifications/notices.ts';
import type { FoundSession, SessionsService } from '../sessions/service.ts';
import { type GroupRotation, type RotationSources, rotationsOf } from './rotation.ts';
import type { AttendanceService } from './service.ts';
import type { Named } from './store.ts';
import {
	addPass,
	closeOffer,
	dropPresenterByChoice,
	dropRole,
	findOffer,
	presenterWritten,
	putOffer,
	putRole,
} from './store-roles.ts';
import { sessionsFor } from './window.ts';

export interface RolesService {
	take(accountId: string, sessionId: string, role: Role): Promise<SessionAttendance | Refusal>;
	/** The turn stays: before the roles are fixed the next person is proposed, afterwards the role is free. */
	giveUp(accountId: string, sessionId: string, role: Role): Promise<SessionAttendance | Refusal>;
	set(
		accountId: string,
		sessionId: string,
		role: Role,
		holderId: string | null,
	): Promise<SessionAttendance | Refusal>;
	offer(
		accountId: string,
		sessionId: string,
		role: Role,
		to: { readonly accountId: string; readonly exchange: string | null },
	): Promise<SessionAttendance | Refusal>;
	answerOffer(accountId: string, offerId: string, accepted: boolean): Promise<SessionAttendance | Refusal>;
	/** The sessions of a group to come, and who has which role in them; asks no rights. */
	ahead(groupId: string, until?: Date): Promise<Ahead>;
	/**
	 * Makes somebody the presenter of a session because their case was chosen for it, inside that
	 * transaction. One of `keeping` who has been made the presenter before stays it.
	 */
	makePresenter(
		trx: Trx,
		session: FoundSession,
		accountId: string,
		keeping: readonly string[],
		act: { readonly by: string; readonly at: Date },
	): Promise<void>;
	/** Their case is not chosen any more: unless the roles are fixed, the rule goes on. */
	unmakePresenter(trx: Trx, session: Named, accountId: string): Promise<void>;
}

export interface Ahead {
	readonly sessions: readonly FoundSession[];
	holder(sessionId: string, role: Role): string | null;
	isAway(sessionId: string, accountId: string): boolean;
	/** When each last presented. */
	readonly lastPresented: ReadonlyMap<string, Date>;
}

/** A change of roles, under the lock of the group. */
interface Change {
	readonly trx: Trx;
	readonly who: Standing;
	readonly session: FoundSession;
	readonly sessions: readonly FoundSession[];
	readonly rotation: GroupRotation;
	readonly at: Date;
}

export function createRolesService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly sessions: Pick<SessionsService, 'find' | 'between'>;
	readonly sources: RotationSources;
	readonly attendance: Pick<AttendanceService, 'read'>;
}): RolesService {
	const { db, clock, sessions, sources, attendance } = deps;

	async function change(
		accountId: string,
		sessionId: string,
		act: (change: Change) => Promise<Refusal | null>,
	): Promise<SessionAttendance | Refusal> {
		const [who, session] = await Promise.all([standingOf(db, accountId), sessions.find(sessionId)]);
		if (session === null || !can(who, 'session.read', session.group.id)) return notFound;
		if (!can(who, 'role.take', session.group.id)) return conflict('group-ended');
		const at = clock.now();
		if (session.state === 'cancelled') return conflict('session-not-held');
		if (session.endsAt <= at) return conflict('session-over');
		const groupId = session.group.id;
		// Before the transaction: a connection of its own would wait for ours on the embedded database.
		const around = await sessionsFor(deps, [groupId], at, session.startsAt);
		const refusal = await transact(db, async (trx) => {
			await holdGroup(trx, groupId);
			const rotation = (await rotationsOf(trx, sources, [groupId], around)).get(groupId);
			if (rotation === undefined) return notFound;
			return act({ trx, who, session, sessions: around, rotation, at });
		});
		return refusal ?? attendance.read(accountId, sessionId);
	}

	const holderOf = ({ rotation }: Pick<Change, 'rotation'>, sessionId: string, role: Role) =>
		rotation.roles.get(sessionId)?.find((held) => held.role === role);
	const memberOf = ({ rotation }: Change, accountId: string): Member | undefined =>
		rotation.members.find((member) => member.accountId === accountId);
	const notice = (session: FoundSession, kind: NoticeKind, to: string): Notice => ({
		kind,
		to,
		groupId: session.group.id,
		sessionId: session.id,
	});
	/** Those who arrange things when a role has become free. */
	const arrangers = ({ rotation, session, who }: Change): Notice[] =>
		rotation.members
			.filter(({ role, accountId }) => role === 'facilitator' && accountId !== who.accountId)
			.map(({ accountId }) => notice(session, 'role-changed', accountId));

	async function write(
		{ trx, at }: Pick<Change, 'trx' | 'at'>,
		session: FoundSession,
		role: Role,
		accountId: string | null,
		source: 'taken' | 'swapped' | 'given',
	): Promise<void> {
		await putRole(trx, session, { role, accountId, source, reason: null }, at);
	}

	return {
		take: (accountId, sessionId, role) =>
			change(accountId, sessionId, async (now) => {
				const held = holderOf(now, sessionId, role);
				if (held === undefined) return notFound;
				if (held.accountId === accountId) return null;
				if (held.accountId !== null) return conflict('role-not-free');
				if (now.rotation.isAway(sessionId, accountId)) return conflict('role-not-free');
				await write(now, now.session, role, accountId, 'taken');
				return null;
			}),

		giveUp: (accountId, sessionId, role) =>
			change(accountId, sessionId, async (now) => {
				const { trx, session, rotation, at } = now;
				const held = holderOf(now, sessionId, role);
				if (held === undefined) return notFound;
				if (held.accountId !== accountId) return conflict('role-not-yours');
				if (rotation.isFixed(sessionId)) {
					await write(now, session, role, null, 'given');
					await tell(trx, arrangers(now), at);
				} else {
					await dropRole(trx, session, role);
					await addPass(trx, session, role, accountId);
				}
				return null;
			}),

		set: (accountId, sessionId, role, holderId) =>
			change(accountId, sessionId, async (now) => {
				const { trx, who, session, at } = now;
				if (!can(who, 'role.set', session.group.id)) return notAllowed;
				const held = holderOf(now, sessionId, role);
				if (held === undefined) return notFound;
				if (holderId !== null) {
					const isOffered =
						memberOf(now, holderId) !== undefined && !now.rotation.isAway(sessionId, holderId);
					if (!isOffered) return invalid('accountId', 'not-offered');
				}
				await write(now, session, role, holderId, 'given');
				const told = [
					...(holderId !== null && holderId !== held.accountId
						? [notice(session, 'role-given', holderId)]
						: []),
					...(held.accountId !== null && held.accountId !== holderId
						? [notice(session, 'role-changed', held.accountId)]
						: []),
				];
				await tell(
					trx,
					told.filter(({ to }) => to !== accountId),
					at,
				);
				return null;
			}),

		offer: (accountId, sessionId, role, { accountId: toId, exchange }) =>
			change(accountId, sessionId, async (now) => {
				const { trx, session, rotation, at } = now;
				if (holderOf(now, sessionId, role)?.accountId !== accountId) return conflict('role-not-yours');
				const isOffered =
					toId !== accountId && memberOf(now, toId) !== undefined && !rotation.isAway(sessionId, toId);
				if (!isOffered) return invalid('accountId', 'not-offered');
				const other = exchange === null ? null : now.sessions.find(({ id }) => id === exchange);
				const isSwap =
					other === null ||
					(other !== undefined &&
						other.id !== sessionId &&
						other.startsAt > at &&
						holderOf(now, other.id, role)?.accountId === toId);
				if (other === undefined || !isSwap) return invalid('exchange', 'not-offered');
				const id = newId();
				await putOffer(trx, { id, session, role, fromId: accountId, toId, other }, at);
				await tell(trx, [{ ...notice(session, 'role-offered', toId), subjectId: id }], at);
				return null;
			}),

		async answerOffer(accountId, offerId, accepted) {
			const offer = await findOffer(db, offerId);
			if (offer === undefined || (offer.toId !== accountId && offer.fromId !== accountId)) return notFound;
			// Who offered can only take it back.
			if (accepted && offer.toId !== accountId) return notAllowed;
			return change(accountId, offer.sessionId, async (now) => {
				const { trx, session, rotation, at } = now;
				const { role, fromId, toId } = offer;
				if (!accepted) {
					const state = toId === accountId ? 'refused' : 'withdrawn';
					if (!(await closeOffer(trx, offerId, state))) return conflict('offer-closed');
					if (state === 'refused')
						await tell(trx, [{ ...notice(session, 'role-offer-answered', fromId), subjectId: offerId }], at);
					return null;
				}
				const other = now.sessions.find(({ id }) => id === offer.otherSessionId) ?? null;
				const stands =
					holderOf(now, session.id, role)?.accountId === fromId &&
					!rotation.isAway(session.id, toId) &&
					(offer.otherSessionId === null ||
						(other !== null &&
							other.startsAt > at &&
							holderOf(now, other.id, role)?.accountId === toId &&
							!rotation.isAway(other.id, fromId)));
				if (!stands || !(await closeOffer(trx, offerId, 'accepted'))) return conflict('offer-closed');
				await write(now, session, role, toId, 'swapped');
				if (other !== null) await write(now, other, role, fromId, 'swapped');
				await tell(trx, [{ ...notice(session, 'role-offer-answered', fromId), subjectId: offerId }], at);
				return null;
			});
		},

		async ahead(groupId, until) {
			const now = clock.now();
			const all = await sessionsFor(deps, [groupId], now, until);
			const rotation = (await rotationsOf(db, sources, [groupId], all)).get(groupId);
			const holder = (sessionId: string, role: Role) =>
				rotation?.roles.get(sessionId)?.find((held) => held.role === role)?.accountId ?? null;
			return {
				sessions: all.filter(({ state, endsAt }) => state === 'planned' && endsAt > now),
				holder,
				isAway: (sessionId, accountId) => rotation?.isAway(sessionId, accountId) ?? false,
				lastPresented: new Map(
					all.flatMap(({ id, startsAt }) => {
						const presenter = startsAt <= now ? holder(id, 'presenter') : null;
						return presenter === null ? [] : [[presenter, startsAt] as const];
					}),
				),
			};
		},

		async makePresenter(trx, session, accountId, keeping, { by, at }) {
			const before = await presenterWritten(trx, session);
			if (before !== null && keeping.includes(before)) return;
			await putRole(
				trx,
				session,
				{ role: 'presenter', accountId, source: 'given', reason: 'has-a-case' },
				at,
			);
			if (before !== null && before !== accountId && before !== by)
				await tell(trx, [notice(session, 'role-changed', before)], at);
		},

		unmakePresenter: (trx, session, accountId) => dropPresenterByChoice(trx, session, accountId),
	};
}
