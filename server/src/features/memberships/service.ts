import type { DirectoryGroup } from '@entrepairs/contract/groups';
import { freeColour } from '@entrepairs/domain/membership/colour';
import { wayIn } from '@entrepairs/domain/membership/waiting-list';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Trx } from '../../platform/database.ts';
import type { EventBus } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import { conflict, type Refusal } from '../../platform/refusal.ts';
import { accept, endGroup, isMember, settleOffers } from './places.ts';
import { createJoinRequests, type JoinRequests, tellModerators } from './requests.ts';
import { createStays, type Stays } from './stays.ts';
import { belongsTo, insertMember, type LockedGroup, latestRemovals, lockGroup } from './store.ts';
import {
	groupsWithStaleOffers,
	insertRequest,
	latestRequests,
	markInvited,
	openRequestOf,
} from './store-requests.ts';

type Request = NonNullable<DirectoryGroup['request']>;
type Removed = NonNullable<DirectoryGroup['removal']>;
/** What accepting an invitation leads to. */
type InvitedWay = 'member' | 'waiting-list' | 'request';

export type { LockedGroup } from './store.ts';

export interface MembershipsService extends JoinRequests, Stays {
	/** A person's latest request to each group, and how their stays ended, by group. */
	whereIStand(accountId: string): Promise<{
		requests: ReadonlyMap<string, Request>;
		removals: ReadonlyMap<string, Removed>;
	}>;
	/** Who starts a group facilitates it. */
	addFounder(trx: Trx, founder: { groupId: string; accountId: string }): Promise<void>;
	/** The group held still, its waiting list settled; asks no rights. */
	settleOffers(trx: Trx, groupId: string, now: Date): Promise<LockedGroup | undefined>;
	/** Ends offers that have lapsed, in every group, and makes those that follow. For a periodic job. */
	settleAllOffers(): Promise<void>;
	/** Ends a held group for all; asks no rights. */
	endGroup(trx: Trx, group: LockedGroup, end: { by: string; reason: string; at: Date }): Promise<void>;
	/** What an invitation would lead to now. */
	wayOfInvited(accountId: string, groupId: string): Promise<InvitedWay | 'already-member'>;
	/** Somebody accepts an invitation to a held group. Whom the organisation does not know yet, its moderators decide. */
	acceptInvited(
		trx: Trx,
		group: LockedGroup,
		invited: { accountId: string; invitedBy: string; at: Date },
	): Promise<InvitedWay | Refusal>;
}

export function createMembershipsService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly events: EventBus;
}): MembershipsService {
	const { db, clock } = deps;

	/** Of the organisation, and not somebody whom its moderators have taken out of this very group. */
	async function isKnown(
		on: Db | Trx,
		group: Pick<LockedGroup, 'id' | 'organisationId'>,
		accountId: string,
	): Promise<boolean> {
		if (!(await belongsTo(on, group.organisationId, accountId))) return false;
		const removals = await latestRemovals(on, accountId);
		return !removals.some(({ groupId, reason }) => groupId === group.id && reason !== null);
	}

	return {
		...createJoinRequests(deps),
		...createStays(deps),
		settleOffers,
		endGroup,

		async settleAllOffers() {
			for (const groupId of await groupsWithStaleOffers(db, clock.now())) {
				await db.transaction().execute((trx) => settleOffers(trx, groupId, clock.now()));
			}
		},

		async whereIStand(accountId) {
			const now = clock.now();
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
			const requests = new Map<string, Request>();
			for (const { id, groupId, state, reason, decidedAt, position, offeredUntil } of asked) {
				if (removals.has(groupId)) continue;
				const isOver = offeredUntil !== null && offeredUntil <= now;
				requests.set(groupId, {
					id,
					state: isOver ? 'lapsed' : state,
					reason,
					decidedAt: decidedAt?.toISOString() ?? null,
					position,
					offeredUntil: isOver ? null : (offeredUntil?.toISOString() ?? null),
				});
			}
			return { removals, requests };
		},

		addFounder: (trx, { groupId, accountId }) =>
			insertMember(trx, {
				groupId,
				accountId,
				role: 'facilitator',
				colour: freeColour([]),
				joinedAt: clock.now(),
			}),

		async wayOfInvited(accountId, groupId) {
			return db.transaction().execute(async (trx) => {
				const group = await lockGroup(trx, groupId);
				if (group === undefined) throw new Error('an invitation to no group');
				if (isMember(group, accountId)) return 'already-member' as const;
				if (!(await isKnown(trx, group, accountId))) return 'request' as const;
				return wayIn({ ...group, memberCount: group.members.length });
			});
		},

		async acceptInvited(trx, group, { accountId, invitedBy, at }) {
			if (isMember(group, accountId)) return conflict('already-member');
			const open = await openRequestOf(trx, group.id, accountId);
			if (open !== undefined && open.state !== 'waiting') return conflict('already-requested');
			const id = open?.id ?? newId();
			if (open === undefined) {
				await insertRequest(trx, { id, groupId: group.id, accountId, message: '', invited: true, at });
			} else {
				await markInvited(trx, id);
			}
			if (await isKnown(trx, group, accountId)) {
				return accept(
					trx,
					group,
					{ id, applicantId: accountId },
					{ by: invitedBy, reason: null, at, isOwn: true },
				);
			}
			if (open === undefined) await tellModerators(trx, group, { id, accountId }, at);
			return 'request';
		},
	};
}
