/** A member's stay in a group: its roles and pauses, and how it ends. */
import type { GroupRole } from '@entrepairs/contract/groups';
import { whyNotWithout } from '@entrepairs/domain/membership/rules';
import { localDay } from '@entrepairs/domain/schedule/expand';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Trx } from '../../platform/database.ts';
import type { EventBus } from '../../platform/events.ts';
import { conflict, invalid, notAllowed, notFound, type Refusal } from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import { whyNotIn } from '../../policy/why-not.ts';
import { tell } from '../notifications/notices.ts';
import { endGroup, settleOffers } from './places.ts';
import { endMembership, type LockedGroup, lockGroup, updateMember } from './store.ts';

export interface Stays {
	/** Ends someone's membership; their open connections end with it. */
	remove(accountId: string, groupId: string, memberId: string, reason: string): Promise<undefined | Refusal>;
	/** Leaves. A group whose last member leaves has come to its end. */
	leave(accountId: string, groupId: string): Promise<undefined | Refusal>;
	/** Is away until a day (included), keeping one's place; null: is back. */
	pause(accountId: string, groupId: string, until: string | null): Promise<undefined | Refusal>;
	/** Makes somebody facilitator too, or steps down oneself while somebody else is left to hold the group. */
	changeRole(
		accountId: string,
		groupId: string,
		memberId: string,
		role: GroupRole,
	): Promise<undefined | Refusal>;
}

export function createStays(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly events: EventBus;
}): Stays {
	const { db, clock, events } = deps;

	/** Does something with the group held, then has open connections judged anew. */
	async function change(
		groupId: string,
		concerned: string,
		doIt: (trx: Trx, group: LockedGroup) => Promise<undefined | Refusal>,
	): Promise<undefined | Refusal> {
		const result = await db.transaction().execute(async (trx) => {
			const group = await lockGroup(trx, groupId);
			return group === undefined ? notFound : doIt(trx, group);
		});
		if (result === undefined) events.emit('access-changed', { groupId, accountId: concerned });
		return result;
	}

	async function end(
		trx: Trx,
		group: LockedGroup,
		memberId: string,
		how: { readonly by: string; readonly reason: string | null },
	): Promise<undefined | Refusal> {
		const member = group.members.find(({ accountId }) => accountId === memberId);
		if (member === undefined) return notFound;
		const why = whyNotWithout(member, {
			facilitatorCount: facilitatorsOf(group),
			memberCount: group.members.length,
		});
		// In a group that has ended nobody has to hold it any more.
		if (why !== null && group.endedAt === null) return conflict(why);
		const at = clock.now();
		await endMembership(trx, { groupId: group.id, accountId: memberId, ...how, at });
		if (group.endedAt !== null) return undefined;
		if (group.members.length === 1) await endGroup(trx, { ...group, members: [] }, { ...how, at });
		else await settleOffers(trx, group.id, at);
		return undefined;
	}

	return {
		async remove(accountId, groupId, memberId, reason) {
			const standing = await standingOf(db, accountId);
			return change(groupId, memberId, async (trx, group) => {
				const subject = { groupId, organisationId: group.organisationId };
				if (!can(standing, 'member.remove', subject)) return whyNotIn(standing, subject);
				const refusal = await end(trx, group, memberId, { by: accountId, reason: reason.trim() });
				if (refusal !== undefined) return refusal;
				await tell(trx, [{ kind: 'membership-ended', to: memberId, groupId }], clock.now());
				return undefined;
			});
		},

		async leave(accountId, groupId) {
			const standing = await standingOf(db, accountId);
			return change(groupId, accountId, async (trx, group) => {
				const subject = { groupId, organisationId: group.organisationId };
				if (!can(standing, 'group.leave', subject)) return whyNotIn(standing, subject);
				const refusal = await end(trx, group, accountId, { by: accountId, reason: null });
				if (refusal !== undefined) return refusal;
				const ended = { kind: 'membership-ended', to: accountId, groupId, isOwn: true } as const;
				await tell(trx, [ended], clock.now());
				return undefined;
			});
		},

		async pause(accountId, groupId, until) {
			const standing = await standingOf(db, accountId);
			return change(groupId, accountId, async (trx, group) => {
				const subject = { groupId, organisationId: group.organisationId };
				if (!can(standing, 'group.pause-own-part', subject)) return whyNotIn(standing, subject);
				const today = localDay(clock.now(), group.timeZone);
				if (until !== null) {
					if (Temporal.PlainDate.compare(until, today) < 0) return invalid('until', 'in-the-past');
					if (Temporal.PlainDate.compare(until, today.add({ years: 1 })) > 0)
						return invalid('until', 'too-large');
				}
				await updateMember(trx, { groupId, accountId }, { paused_until: until });
				return undefined;
			});
		},

		async changeRole(accountId, groupId, memberId, role) {
			const standing = await standingOf(db, accountId);
			return change(groupId, memberId, async (trx, group) => {
				const subject = { groupId, organisationId: group.organisationId };
				if (!can(standing, 'group.give-roles', subject)) return whyNotIn(standing, subject);
				const member = group.members.find((one) => one.accountId === memberId);
				if (member === undefined) return notFound;
				if (member.role === role) return undefined;
				if (role === 'member') {
					// Nobody takes the role from somebody else.
					if (memberId !== accountId) return notAllowed;
					if (facilitatorsOf(group) === 1) return conflict('last-facilitator');
				}
				await updateMember(trx, { groupId, accountId: memberId }, { role });
				return undefined;
			});
		},
	};
}

function facilitatorsOf(group: LockedGroup): number {
	return group.members.filter(({ role }) => role === 'facilitator').length;
}
