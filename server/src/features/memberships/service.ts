import type { DirectoryGroup } from '@entrepairs/contract/groups';
import type { Decision, JoinRequest, JoinRequestState } from '@entrepairs/contract/memberships';
import { freeColour } from '@entrepairs/domain/membership/colour';
import { whyNotAdmitted, whyNotRemoved } from '@entrepairs/domain/membership/rules';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Trx } from '../../platform/database.ts';
import type { EventBus } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import { conflict, notAllowed, notFound, Refusal } from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import type { ChartersService } from '../charters/service.ts';
import {
	endMembership,
	ensureOrganisationMember,
	insertMember,
	insertRequest,
	type LockedGroup,
	latestRemovals,
	latestRequests,
	lockGroup,
	lockRequest,
	type RequestRow,
	requests,
	settleRequest,
} from './store.ts';

type Request = NonNullable<DirectoryGroup['request']>;
type Removed = NonNullable<DirectoryGroup['removal']>;

export interface MembershipsService {
	/** Asks to join. Refused for a member and while an earlier request waits. */
	ask(
		accountId: string,
		groupId: string,
		message: string,
	): Promise<{ id: string; state: JoinRequestState } | Refusal>;
	withdraw(accountId: string, requestId: string): Promise<undefined | Refusal>;
	ofOrganisation(accountId: string, organisationId: string): Promise<JoinRequest[] | Refusal>;
	/** Accepts or refuses, once. Accepting takes the person in at the same moment. */
	decide(accountId: string, requestId: string, decision: Decision): Promise<JoinRequest | Refusal>;
	/** Ends someone's membership; their open connections end with it. */
	remove(accountId: string, groupId: string, memberId: string, reason: string): Promise<undefined | Refusal>;
	/** A person's latest request to each group, and how their stays ended, by group. */
	whereIStand(accountId: string): Promise<{
		requests: ReadonlyMap<string, Request>;
		removals: ReadonlyMap<string, Removed>;
	}>;
	/** Who starts a group facilitates it. */
	addFounder(trx: Trx, founder: { groupId: string; accountId: string }): Promise<void>;
}

export function createMembershipsService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly events: EventBus;
	readonly charters: Pick<ChartersService, 'welcome'>;
}): MembershipsService {
	const { db, clock, events, charters } = deps;

	async function admit(
		trx: Trx,
		groupId: string,
		group: LockedGroup,
		accountId: string,
	): Promise<Refusal | null> {
		const why = whyNotAdmitted(
			{ memberCount: group.members.length, capacity: group.capacity },
			{ isMember: isMember(group, accountId) },
		);
		if (why !== null) return conflict(why);
		const joinedAt = clock.now();
		const colour = freeColour(group.members.map((member) => member.colour));
		await insertMember(trx, { groupId, accountId, role: 'member', colour, joinedAt });
		await ensureOrganisationMember(trx, group.organisationId, accountId, joinedAt);
		await charters.welcome(trx, { groupId, accountId });
		return null;
	}

	return {
		async ask(accountId, groupId, message) {
			return db.transaction().execute(async (trx) => {
				const group = await lockGroup(trx, groupId);
				if (group === undefined) return notFound;
				const id = newId();
				// A full group may be asked: places come free.
				if (isMember(group, accountId)) return conflict('already-member');
				const added = await insertRequest(trx, {
					id,
					groupId,
					accountId,
					message: message.trim(),
					at: clock.now(),
				});
				return added ? { id, state: 'waiting' as const } : conflict('already-requested');
			});
		},

		async withdraw(accountId, requestId) {
			const standing = await standingOf(db, accountId);
			return db.transaction().execute(async (trx) => {
				const request = await lockRequest(trx, requestId);
				if (request === undefined || !can(standing, 'request.withdraw', request)) return notFound;
				if (request.state !== 'waiting') return conflict('already-decided');
				await settleRequest(trx, requestId, { state: 'withdrawn', at: clock.now(), by: null, reason: null });
				return undefined;
			});
		},

		async ofOrganisation(accountId, organisationId) {
			if (!can(await standingOf(db, accountId), 'organisation.moderate', organisationId)) return notFound;
			const rows = await requests(db)
				.where('groups.organisation_id', '=', organisationId)
				.where('join_requests.state', '!=', 'withdrawn')
				.limit(200)
				.execute();
			return rows.map(asJoinRequest);
		},

		async decide(accountId, requestId, { outcome, reason }) {
			const standing = await standingOf(db, accountId);
			const decided = await db.transaction().execute(async (trx) => {
				const request = await lockRequest(trx, requestId);
				if (request === undefined) return notFound;
				const group = await lockGroup(trx, request.groupId);
				if (group === undefined) return notFound;
				const subject = { ...request, organisationId: group.organisationId };
				if (!can(standing, 'request.decide', subject)) {
					return can(standing, 'organisation.moderate', group.organisationId) ? notAllowed : notFound;
				}
				if (request.state !== 'waiting') return conflict('already-decided');
				if (outcome === 'accepted') {
					const refusal = await admit(trx, request.groupId, group, request.applicantId);
					if (refusal !== null) return refusal;
				}
				await settleRequest(trx, requestId, {
					state: outcome,
					at: clock.now(),
					by: accountId,
					reason: reason.trim(),
				});
				return requests(trx).where('join_requests.id', '=', requestId).executeTakeFirstOrThrow();
			});
			if (decided instanceof Refusal) return decided;
			events.emit('access-changed', { groupId: decided.groupId, accountId: decided.applicantId });
			return asJoinRequest(decided);
		},

		async remove(accountId, groupId, memberId, reason) {
			const standing = await standingOf(db, accountId);
			const result = await db.transaction().execute(async (trx) => {
				const group = await lockGroup(trx, groupId);
				if (group === undefined) return notFound;
				const subject = { groupId, organisationId: group.organisationId };
				if (!can(standing, 'member.remove', subject)) {
					return can(standing, 'group.read', subject) ? notAllowed : notFound;
				}
				const member = group.members.find((candidate) => candidate.accountId === memberId);
				if (member === undefined) return notFound;
				const why = whyNotRemoved(member, {
					facilitatorCount: group.members.filter(({ role }) => role === 'facilitator').length,
					memberCount: group.members.length,
				});
				if (why !== null) return conflict(why);
				await endMembership(trx, {
					groupId,
					accountId: memberId,
					by: accountId,
					reason: reason.trim(),
					at: clock.now(),
				});
				return undefined;
			});
			if (result === undefined) events.emit('access-changed', { groupId, accountId: memberId });
			return result;
		},

		async whereIStand(accountId) {
			const [asked, ended] = await Promise.all([
				latestRequests(db, accountId),
				latestRemovals(db, accountId),
			]);
			const removals = new Map<string, Removed>();
			const askedAt = new Map(asked.map(({ groupId, requestedAt }) => [groupId, requestedAt]));
			for (const { groupId, reason, endedAt } of ended) {
				if (reason === null || endedAt === null) continue;
				// A request made since then is the newer word on it.
				if ((askedAt.get(groupId)?.getTime() ?? 0) > endedAt.getTime()) continue;
				removals.set(groupId, { reason, at: endedAt.toISOString() });
			}
			return {
				removals,
				requests: new Map(
					asked
						.filter(({ groupId }) => !removals.has(groupId))
						.map(({ id, groupId, state, reason, decidedAt }) => [
							groupId,
							{ id, state, reason, decidedAt: decidedAt?.toISOString() ?? null },
						]),
				),
			};
		},

		addFounder: (trx, { groupId, accountId }) =>
			insertMember(trx, {
				groupId,
				accountId,
				role: 'facilitator',
				colour: freeColour([]),
				joinedAt: clock.now(),
			}),
	};
}

function isMember(group: LockedGroup, accountId: string): boolean {
	return group.members.some((member) => member.accountId === accountId);
}

function asJoinRequest(row: RequestRow): JoinRequest {
	return {
		id: row.id,
		group: { id: row.groupId, name: row.groupName, memberCount: row.memberCount, capacity: row.capacity },
		applicant: { id: row.applicantId, name: row.applicantName, email: row.email },
		message: row.message,
		state: row.state,
		requestedAt: row.requestedAt.toISOString(),
		decidedAt: row.decidedAt?.toISOString() ?? null,
		decidedBy: row.decidedBy,
		reason: row.reason,
	};
}
