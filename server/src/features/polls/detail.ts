/** A poll as one member reads it: what they may see of the others, and what speaks for which slot. */

import type { PollDetail, PollState, PollSummary } from '@entrepairs/contract/polls';
import { isAwayOn } from '@entrepairs/domain/membership/pause';
import { bestSlot, rankSlots } from '@entrepairs/domain/poll/ranking';
import { firstDay, slotStart } from '@entrepairs/domain/poll/slots';
import { localDay } from '@entrepairs/domain/schedule/expand';
import { can } from '../../policy/policy.ts';
import type { Standing } from '../../policy/standing.ts';
import type { Member } from '../memberships/members.ts';
import { quorumOf } from './quorum.ts';
import type { PollRow, SlotRow, VoteRow } from './store.ts';

export function stateOf(poll: Pick<PollRow, 'sessionId' | 'closedAt' | 'deadline'>, now: Date): PollState {
	if (poll.sessionId !== null) return 'planned';
	if (poll.closedAt !== null) return 'closed';
	return poll.deadline <= now ? 'over' : 'open';
}

export function pollSummary(
	poll: PollRow,
	counted: {
		readonly slotCount: number;
		/** Everybody who has answered, also people who have left. */
		readonly voters: ReadonlySet<string>;
		readonly memberIds: readonly string[];
		readonly readerId: string;
	},
	now: Date,
): PollSummary {
	return {
		id: poll.id,
		title: poll.title,
		purpose: poll.purpose,
		durationMinutes: poll.durationMinutes,
		timeZone: poll.timeZone,
		deadline: poll.deadline.toISOString(),
		state: stateOf(poll, now),
		openedBy: poll.openedByName,
		slotCount: counted.slotCount,
		memberCount: counted.memberIds.length,
		answerCount: counted.memberIds.filter((id) => counted.voters.has(id)).length,
		iHaveAnswered: counted.voters.has(counted.readerId),
		sessionId: poll.sessionId,
	};
}

export function pollDetail(
	who: Standing,
	found: {
		readonly poll: PollRow;
		readonly slots: readonly SlotRow[];
		readonly members: readonly Member[];
		readonly votes: readonly VoteRow[];
	},
	now: Date,
): PollDetail {
	const { poll, members, votes } = found;
	const voters = new Set(votes.map(({ accountId }) => accountId));
	const memberIds = members.map(({ accountId }) => accountId);
	const counted = { slotCount: found.slots.length, voters, memberIds, readerId: who.accountId };
	const summary = pollSummary(poll, counted, now);
	const slots = found.slots
		.map((slot) => placed(poll, slot, now))
		.sort((a, b) => a.day.localeCompare(b.day) || a.time.localeCompare(b.time));
	const chosen = found.slots.find(({ isChosen }) => isChosen);
	const maySee = poll.showsAtOnce || summary.iHaveAnswered || summary.state !== 'open';
	return {
		...summary,
		group: { id: poll.groupId, name: poll.groupName },
		showsAtOnce: poll.showsAtOnce,
		quorum: quorumOf(poll),
		slots: slots.map(({ starts, ends, ...slot }) => ({
			...slot,
			startsAt: starts.toISOString(),
			endsAt: ends.toISOString(),
			isPast: starts <= now,
		})),
		people: members.map(({ accountId, name, colour, role }) => ({
			accountId,
			name,
			colour,
			facilitates: role === 'facilitator',
			hasAnswered: voters.has(accountId),
		})),
		mine: votes
			.filter(({ accountId }) => accountId === who.accountId)
			.map(({ slotId, vote }) => ({ slotId, vote })),
		results: maySee ? resultsOf(poll, slots, members, votes, now) : null,
		outcome:
			poll.sessionId === null || chosen === undefined
				? null
				: { slotId: chosen.id, sessionId: poll.sessionId },
		mayClose: summary.state !== 'planned' && can(who, 'poll.close', poll),
		mayPlan: summary.state !== 'planned' && can(who, 'poll.plan', poll),
		mayDelete: can(who, 'poll.delete', poll) && votes.every(({ accountId }) => accountId === who.accountId),
	};
}

interface PlacedSlot {
	readonly id: string;
	readonly day: string;
	readonly time: string;
	readonly starts: Date;
	readonly ends: Date;
}

function placed(poll: PollRow, slot: SlotRow, now: Date): PlacedSlot {
	const day = firstDay(poll.purpose, slot, poll.timeZone, now);
	const starts = slotStart(day, slot.time, poll.timeZone);
	const ends = new Date(starts.getTime() + poll.durationMinutes * 60_000);
	return { id: slot.id, day: slot.day, time: slot.time, starts, ends };
}

function resultsOf(
	poll: PollRow,
	slots: readonly PlacedSlot[],
	members: readonly Member[],
	votes: readonly VoteRow[],
	now: Date,
): PollDetail['results'] {
	const ahead = slots.filter(({ starts }) => starts > now);
	const last = new Date(Math.max(now.getTime(), ...ahead.map(({ starts }) => starts.getTime())));
	const lastDay = localDay(last, poll.timeZone).toString();
	const ids = new Set(members.map(({ accountId }) => accountId));
	const counted = votes.filter(({ accountId }) => ids.has(accountId));
	const ranking = rankSlots(
		ahead.map(({ id, starts }) => ({ id, startsAt: starts })),
		members.map(({ accountId, role, pausedUntil }) => ({
			id: accountId,
			facilitates: role === 'facilitator',
			// Who pauses beyond the last slot may come, and is not waited for.
			isOptional: isAwayOn(pausedUntil, lastDay),
		})),
		counted.map(({ slotId, accountId, vote }) => ({ slotId, personId: accountId, vote })),
		quorumOf(poll),
	);
	return {
		ranking: ranking.map(({ yes, ifNeedBe, cannot, silent, ...rest }) => ({
			...rest,
			yes: [...yes],
			ifNeedBe: [...ifNeedBe],
			cannot: [...cannot],
			silent: [...silent],
		})),
		bestSlotId: bestSlot(ranking)?.slotId ?? null,
		votes: counted.map((vote) => ({ ...vote })),
	};
}
