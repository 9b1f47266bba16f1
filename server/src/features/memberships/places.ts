/**
 * Places in a group. Whoever changes what depends on them holds the group's row, and finds its waiting
 * list settled (see domain/membership/waiting-list.ts). The changes themselves are told here.
 */
import { freeColour } from '@entrepairs/domain/membership/colour';
import { nextRank, offerEnds, settled, wayIn } from '@entrepairs/domain/membership/waiting-list';
import type { Trx } from '../../platform/database.ts';
import { welcome } from '../charters/welcome.ts';
import { tell } from '../notifications/notices.ts';
import { ensureOrganisationMember, insertMember, type LockedGroup, lockGroup, markEnded } from './store.ts';
import { closeRequests, moveRequests, recordDecision } from './store-requests.ts';

/**
 * Brings the waiting list of a group up to date, under its row lock: offers that have lapsed are over,
 * and free places are offered to the first. Returns the group as it is then; undefined when there is none.
 */
export async function settleOffers(trx: Trx, groupId: string, now: Date): Promise<LockedGroup | undefined> {
	const group = await lockGroup(trx, groupId);
	if (group === undefined || group.endedAt !== null) return group;
	const { lapsed, offered } = settled(
		{ capacity: group.capacity, memberCount: group.members.length, listed: group.listed },
		now,
	);
	if (lapsed.length === 0 && offered.length === 0) return group;
	const offeredUntil = offerEnds(now);
	await moveRequests(trx, lapsed, { state: 'lapsed' });
	await moveRequests(trx, offered, { state: 'offered', offeredUntil });
	await tell(
		trx,
		group.listed
			.filter(({ id }) => lapsed.includes(id) || offered.includes(id))
			.map(({ id, accountId }) => ({
				kind: lapsed.includes(id) ? ('place-lapsed' as const) : ('place-offered' as const),
				to: accountId,
				groupId,
				subjectId: id,
			})),
		now,
	);
	return {
		...group,
		listed: group.listed
			.filter(({ id }) => !lapsed.includes(id))
			.map((one) => (offered.includes(one.id) ? { ...one, offeredUntil } : one)),
	};
}

/** Makes somebody a member, on a place that is theirs. */
export async function takeIn(trx: Trx, group: LockedGroup, accountId: string, at: Date): Promise<void> {
	const colour = freeColour(group.members.map((member) => member.colour));
	await insertMember(trx, { groupId: group.id, accountId, role: 'member', colour, joinedAt: at });
	await ensureOrganisationMember(trx, group.organisationId, accountId, at);
	await welcome(trx, { groupId: group.id, accountId, at });
}

/** Accepts a request: a member while there is a place, on the waiting list otherwise. The group is settled. */
export async function accept(
	trx: Trx,
	group: LockedGroup,
	request: { readonly id: string; readonly applicantId: string },
	answer: {
		readonly by: string;
		readonly reason: string | null;
		readonly at: Date;
		/** They follow an invitation: they know. */
		readonly isOwn?: boolean;
	},
): Promise<'member' | 'waiting-list'> {
	const way = wayIn({
		capacity: group.capacity,
		memberCount: group.members.length,
		listed: group.listed,
	});
	if (way === 'member') await takeIn(trx, group, request.applicantId, answer.at);
	const { by, reason, at } = answer;
	await recordDecision(trx, request.id, {
		...{ by, reason, at },
		state: way === 'member' ? 'accepted' : 'waiting-list',
		rank: way === 'member' ? null : nextRank(group.listed),
	});
	await tell(
		trx,
		[
			{
				kind: way === 'member' ? 'request-accepted' : 'request-listed',
				to: request.applicantId,
				groupId: group.id,
				subjectId: request.id,
				isOwn: answer.isOwn === true,
			},
		],
		answer.at,
	);
	return way;
}

/** Ends a group for its members and for whoever waits; who must be told is told. */
export async function endGroup(
	trx: Trx,
	group: LockedGroup,
	end: { readonly by: string; readonly reason: string | null; readonly at: Date },
): Promise<void> {
	await markEnded(trx, group.id, end);
	const applicants = await closeRequests(trx, group.id);
	const concerned = new Set([...group.members.map(({ accountId }) => accountId), ...applicants]);
	await tell(
		trx,
		[...concerned].map((to) => ({
			kind: 'group-ended' as const,
			to,
			groupId: group.id,
			isOwn: to === end.by,
		})),
		end.at,
	);
}

export function isMember(group: LockedGroup, accountId: string): boolean {
	return group.members.some((member) => member.accountId === accountId);
}
