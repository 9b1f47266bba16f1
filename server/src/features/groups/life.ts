/** A group's pauses and its end. */
import type { GroupEnd } from '@entrepairs/contract/group-life';
import type { GroupDetail, GroupPause } from '@entrepairs/contract/groups';
import { resumed } from '@entrepairs/domain/membership/pause';
import { localDay } from '@entrepairs/domain/schedule/expand';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Trx } from '../../platform/database.ts';
import type { EventBus } from '../../platform/events.ts';
import { conflict, invalid, notFound, Refusal } from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import { whyNotIn } from '../../policy/why-not.ts';
import type { LockedGroup, MembershipsService } from '../memberships/service.ts';
import { tell } from '../notifications/notices.ts';
import type { GroupsService } from './service.ts';
import { setPause } from './store.ts';

export interface GroupLife {
	/** Holds no sessions from a day on; members keep their places and everything they read. */
	pause(accountId: string, groupId: string, pause: GroupPause): Promise<GroupDetail | Refusal>;
	/** From today sessions are held again. */
	resume(accountId: string, groupId: string): Promise<GroupDetail | Refusal>;
	/** Ends the group for good. Its name, typed, says that it is meant. */
	end(accountId: string, groupId: string, input: GroupEnd): Promise<GroupDetail | Refusal>;
}

export function createGroupLife(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly events: EventBus;
	readonly memberships: MembershipsService;
	readonly groups: Pick<GroupsService, 'read'>;
}): GroupLife {
	const { db, clock, events, memberships, groups } = deps;

	async function change(
		accountId: string,
		groupId: string,
		action: 'group.pause' | 'group.end',
		doIt: (trx: Trx, group: LockedGroup, now: Date) => Promise<Refusal | null>,
	): Promise<GroupDetail | Refusal> {
		const standing = await standingOf(db, accountId);
		const refusal = await db.transaction().execute(async (trx) => {
			const now = clock.now();
			const group = await memberships.settleOffers(trx, groupId, now);
			if (group === undefined) return notFound;
			const subject = { groupId, organisationId: group.organisationId };
			if (!can(standing, action, subject)) return whyNotIn(standing, subject);
			return group.endedAt === null ? doIt(trx, group, now) : conflict('group-ended');
		});
		if (refusal instanceof Refusal) return refusal;
		events.emit('access-changed', { groupId });
		return groups.read(accountId, groupId);
	}

	const tellMembers = (trx: Trx, group: LockedGroup, kind: 'group-paused' | 'group-resumed', by: string) =>
		tell(
			trx,
			group.members.map(({ accountId }) => ({
				kind,
				to: accountId,
				groupId: group.id,
				isOwn: accountId === by,
			})),
			clock.now(),
		);

	return {
		pause(accountId, groupId, pause) {
			return change(accountId, groupId, 'group.pause', async (trx, group, now) => {
				const today = localDay(now, group.timeZone);
				const latest = today.add({ years: 2 });
				const { compare } = Temporal.PlainDate;
				// A pause that has begun may be given another last day.
				const isOwn = pause.from === group.pause?.from;
				if (!isOwn && compare(pause.from, today) < 0) return invalid('from', 'in-the-past');
				if (compare(pause.from, latest) > 0) return invalid('from', 'too-large');
				if (pause.until !== null) {
					if (pause.until < pause.from) return invalid('until', 'before-start');
					if (compare(pause.until, today) < 0) return invalid('until', 'in-the-past');
					if (compare(pause.until, latest) > 0) return invalid('until', 'too-large');
				}
				await setPause(trx, groupId, pause);
				await tellMembers(trx, group, 'group-paused', accountId);
				return null;
			});
		},

		resume(accountId, groupId) {
			return change(accountId, groupId, 'group.pause', async (trx, group, now) => {
				const today = localDay(now, group.timeZone).toString();
				const { pause } = group;
				if (pause === null || (pause.until !== null && pause.until < today)) return null;
				await setPause(trx, groupId, resumed(pause, today));
				await tellMembers(trx, group, 'group-resumed', accountId);
				return null;
			});
		},

		end(accountId, groupId, { confirmation, reason }) {
			return change(accountId, groupId, 'group.end', async (trx, group, at) => {
				if (typed(confirmation) !== typed(group.name)) return invalid('confirmation', 'does-not-match');
				await memberships.endGroup(trx, group, { by: accountId, reason: reason.trim(), at });
				return null;
			});
		},
	};
}

/** As typed on any keyboard: capitals and spaces do not matter, letters do. */
function typed(words: string): string {
	return words.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').replaceAll('’', "'").toLocaleLowerCase();
}
