/**
 * Finding a time. A poll is open until its deadline; then it is over, until somebody closes it, moves
 * the deadline, or makes a session of one of its slots. A session is made once, and ends the poll. All
 * changes of a poll, votes too, are made under a lock on its row: none is lost and none comes too late.
 */

import type { NewPoll, PollDetail, PollSummary, PollToAnswer, Vote } from '@entrepairs/contract/polls';
import { formatSessionId } from '@entrepairs/domain/schedule/session-id';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Trx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { conflict, invalid, notAllowed, notFound, Refusal } from '../../platform/refusal.ts';
import { transact } from '../../platform/transact.ts';
import { can } from '../../policy/policy.ts';
import { type Standing, standingOf } from '../../policy/standing.ts';
import { membersOf } from '../memberships/members.ts';
import { type Notice, tell } from '../notifications/notices.ts';
import type { SessionsService } from '../sessions/service.ts';
import { pollDetail, pollSummary, stateOf } from './detail.ts';
import { judgeDeadline, judgeSlots, planFrom } from './judge.ts';
import {
	findPoll,
	insertPoll,
	lockPoll,
	type PollRow,
	pollsOf,
	removePoll,
	saveVotes,
	setClosed,
	setDeadline,
	setPlanned,
	slotsOf,
	unansweredBy,
	votesOf,
	zoneOf,
} from './store.ts';

export interface PollsService {
	ofGroup(accountId: string, groupId: string): Promise<PollSummary[] | Refusal>;
	/** The polls that wait for somebody's answer, in all their groups. */
	waitingFor(accountId: string): Promise<PollToAnswer[]>;
	open(accountId: string, groupId: string, input: NewPoll): Promise<PollDetail | Refusal>;
	read(accountId: string, pollId: string): Promise<PollDetail | Refusal>;
	/** What somebody says about some slots; what they said about the others stays. */
	answer(
		accountId: string,
		pollId: string,
		votes: readonly { readonly slotId: string; readonly vote: Vote }[],
	): Promise<PollDetail | Refusal>;
	/** Ends a poll without a session. */
	close(accountId: string, pollId: string): Promise<PollDetail | Refusal>;
	/** Takes answers until another deadline, also after the end. */
	moveDeadline(
		accountId: string,
		pollId: string,
		deadline: NewPoll['deadline'],
	): Promise<PollDetail | Refusal>;
	/** Makes the session, or the weekly rhythm, of a slot; once, whoever asks. */
	plan(accountId: string, pollId: string, slotId: string): Promise<PollDetail | Refusal>;
	remove(accountId: string, pollId: string): Promise<undefined | Refusal>;
}

const LISTED = 50;

export function createPollsService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly sessions: Pick<SessionsService, 'planWithin'>;
}): PollsService {
	const { db, clock, sessions } = deps;

	async function detailOf(standing: Standing, poll: PollRow): Promise<PollDetail> {
		const [slots, members, votes] = await Promise.all([
			slotsOf(db, poll.id),
			membersOf(db, [poll.groupId]),
			votesOf(db, poll.id),
		]);
		return pollDetail(standing, { poll, slots, members, votes }, clock.now());
	}

	async function read(accountId: string, pollId: string): Promise<PollDetail | Refusal> {
		const [standing, poll] = await Promise.all([standingOf(db, accountId), findPoll(db, pollId)]);
		if (poll === undefined || !can(standing, 'poll.read', poll)) return notFound;
		return detailOf(standing, poll);
	}

	/** A change of a poll, under its lock, by somebody who may make it. */
	async function change(
		accountId: string,
		pollId: string,
		action: 'poll.answer' | 'poll.close' | 'poll.plan' | 'poll.delete',
		make: (trx: Trx, poll: PollRow) => Promise<Refusal | undefined>,
	): Promise<Refusal | undefined> {
		const standing = await standingOf(db, accountId);
		return transact(db, async (trx) => {
			const poll = await lockPoll(trx, pollId);
			if (poll === undefined || !can(standing, 'poll.read', poll)) return notFound;
			return can(standing, action, poll) ? make(trx, poll) : notAllowed;
		});
	}

	/** Tells the members, but for who did it. */
	async function tellMembers(
		trx: Trx,
		groupId: string,
		by: string,
		notice: Omit<Notice, 'to' | 'groupId'>,
		isMeant: (accountId: string) => boolean = () => true,
	): Promise<void> {
		const members = await membersOf(trx, [groupId]);
		const notices = members
			.filter(({ accountId }) => accountId !== by && isMeant(accountId))
			.map(({ accountId }) => ({ ...notice, to: accountId, groupId }));
		await tell(trx, notices, clock.now());
	}

	return {
		read,

		async ofGroup(accountId, groupId) {
			const standing = await standingOf(db, accountId);
			if (!can(standing, 'poll.open', groupId)) return notFound;
			const [{ polls, slotCounts, voters }, members] = await Promise.all([
				pollsOf(db, groupId, LISTED),
				membersOf(db, [groupId]),
			]);
			const memberIds = members.map((member) => member.accountId);
			const now = clock.now();
			const summaries = polls.map((poll) =>
				pollSummary(
					poll,
					{
						slotCount: slotCounts.get(poll.id) ?? 0,
						voters: voters.get(poll.id) ?? new Set(),
						memberIds,
						readerId: accountId,
					},
					now,
				),
			);
			const isOpen = ({ state }: PollSummary) => state === 'open';
			return [
				...summaries.filter(isOpen).sort((a, b) => a.deadline.localeCompare(b.deadline)),
				...summaries.filter((one) => !isOpen(one)),
			];
		},

		async waitingFor(accountId) {
			const standing = await standingOf(db, accountId);
			const groupIds = [...standing.groups.keys()];
			const found = await unansweredBy(db, accountId, groupIds, clock.now());
			return found
				.filter((poll) => can(standing, 'poll.answer', poll))
				.map(({ id, title, groupId, groupName, deadline }) => ({
					id,
					title,
					group: { id: groupId, name: groupName },
					deadline: deadline.toISOString(),
				}));
		},

		async open(accountId, groupId, input) {
			const [standing, timeZone] = await Promise.all([standingOf(db, accountId), zoneOf(db, groupId)]);
			if (timeZone === undefined || !can(standing, 'poll.open', groupId)) return notFound;
			const openedAt = clock.now();
			const deadline = judgeDeadline(input.deadline, timeZone, openedAt);
			if (deadline instanceof Refusal) return deadline;
			const wrong = judgeSlots(input, timeZone, openedAt);
			if (wrong !== null) return wrong;
			const { purpose, durationMinutes, showsAtOnce } = input;
			const id = newId();
			const poll = {
				...{ id, groupId, purpose, durationMinutes, showsAtOnce, timeZone, deadline, openedAt },
				title: input.title.trim(),
				openedBy: accountId,
			};
			await db.transaction().execute(async (trx) => {
				await insertPoll(
					trx,
					poll,
					input.slots.map((slot) => ({ id: newId(), ...slot })),
				);
				await tellMembers(trx, groupId, accountId, { kind: 'poll-opened', subjectId: id });
			});
			return read(accountId, id);
		},

		async answer(accountId, pollId, votes) {
			const refused = await change(accountId, pollId, 'poll.answer', async (trx, poll) => {
				if (stateOf(poll, clock.now()) !== 'open') return conflict('poll-over');
				const offered = new Set((await slotsOf(trx, pollId)).map(({ id }) => id));
				const named = new Set<string>();
				for (const [index, { slotId }] of votes.entries()) {
					if (!offered.has(slotId)) return invalid(`votes.${index}.slotId`, 'not-offered');
					if (named.has(slotId)) return invalid(`votes.${index}.slotId`, 'given-twice');
					named.add(slotId);
				}
				await saveVotes(trx, accountId, votes, clock.now());
				return undefined;
			});
			return refused ?? read(accountId, pollId);
		},

		async close(accountId, pollId) {
			const refused = await change(accountId, pollId, 'poll.close', async (trx, poll) => {
				if (poll.sessionId !== null) return conflict('poll-planned');
				// Two who close it have closed it.
				if (poll.closedAt !== null) return undefined;
				await setClosed(trx, pollId, { at: clock.now(), by: accountId });
				await tellMembers(trx, poll.groupId, accountId, { kind: 'poll-closed', subjectId: pollId });
				return undefined;
			});
			return refused ?? read(accountId, pollId);
		},

		async moveDeadline(accountId, pollId, input) {
			const refused = await change(accountId, pollId, 'poll.close', async (trx, poll) => {
				if (poll.sessionId !== null) return conflict('poll-planned');
				const now = clock.now();
				const deadline = judgeDeadline(input, poll.timeZone, now);
				if (deadline instanceof Refusal) return deadline;
				await setDeadline(trx, pollId, deadline, now);
				if (stateOf(poll, now) === 'open') return undefined;
				const answered = new Set((await votesOf(trx, pollId)).map((vote) => vote.accountId));
				const isMeant = (memberId: string) => !answered.has(memberId);
				const notice = { kind: 'poll-opened', subjectId: pollId } as const;
				await tellMembers(trx, poll.groupId, accountId, notice, isMeant);
				return undefined;
			});
			return refused ?? read(accountId, pollId);
		},

		async plan(accountId, pollId, slotId) {
			const refused = await change(accountId, pollId, 'poll.plan', async (trx, poll) => {
				const slot = (await slotsOf(trx, pollId)).find(({ id }) => id === slotId);
				if (slot === undefined) return invalid('slotId', 'not-offered');
				// A second click, or a second person with the same wish, finds it done.
				if (poll.sessionId !== null) return slot.isChosen ? undefined : conflict('poll-planned');
				const at = clock.now();
				const series = planFrom(poll, slot, at);
				if (series instanceof Refusal) return series;
				const planned = await sessions.planWithin(trx, { groupId: poll.groupId, by: accountId, series });
				// What the sessions say is about fields that nobody filled in here.
				if (planned instanceof Refusal) return invalid('slotId', planned.errors?.[0]?.code ?? 'not-offered');
				const sessionId = formatSessionId({ seriesId: planned.id, day: planned.startsOn });
				await setPlanned(trx, pollId, { slotId, sessionId, at, by: accountId });
				return undefined;
			});
			return refused ?? read(accountId, pollId);
		},

		async remove(accountId, pollId) {
			return change(accountId, pollId, 'poll.delete', async (trx) => {
				const votes = await votesOf(trx, pollId);
				if (votes.some((vote) => vote.accountId !== accountId)) return conflict('poll-answered');
				await removePoll(trx, pollId);
				return undefined;
			});
		},
	};
}
