/** Asking to join, being answered, waiting for a place and taking it. */
import type { JoinRequestState } from '@entrepairs/contract/join-request-state';
import type { Decision, JoinRequest, OwnRequest } from '@entrepairs/contract/memberships';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Trx } from '../../platform/database.ts';
import type { EventBus } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import { conflict, notAllowed, notFound, Refusal } from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import { tell } from '../notifications/notices.ts';
import { accept, isMember, settleOffers, takeIn } from './places.ts';
import { type LockedGroup, moderatorsOf } from './store.ts';
import {
	findRequest,
	groupOfRequest,
	insertRequest,
	latestRequests,
	moveRequests,
	type RequestRow,
	recordDecision,
	requests,
} from './store-requests.ts';

export interface JoinRequests {
	/** Asks to join. Refused for a member, while an earlier request is open, and where one is invited only. */
	ask(
		accountId: string,
		groupId: string,
		message: string,
	): Promise<{ id: string; state: JoinRequestState } | Refusal>;
	/** Takes back a request, or leaves the waiting list; a place that was offered goes to the next. */
	withdraw(accountId: string, requestId: string): Promise<undefined | Refusal>;
	/** One's own requests that are open. */
	own(accountId: string): Promise<OwnRequest[]>;
	ofOrganisation(accountId: string, organisationId: string): Promise<JoinRequest[] | Refusal>;
	/** Accepts or refuses, once. Accepted into a full group, somebody stands on its waiting list. */
	decide(accountId: string, requestId: string, decision: Decision): Promise<JoinRequest | Refusal>;
	/** Takes or declines the place that is offered. */
	answerOffer(
		accountId: string,
		requestId: string,
		outcome: 'taken' | 'declined',
	): Promise<{ state: JoinRequestState } | Refusal>;
}

export function createJoinRequests(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly events: EventBus;
}): JoinRequests {
	const { db, clock, events } = deps;

	/** The request with its group held and settled. */
	async function hold(trx: Trx, requestId: string) {
		const groupId = await groupOfRequest(trx, requestId);
		const group = groupId === undefined ? undefined : await settleOffers(trx, groupId, clock.now());
		const request = group === undefined ? undefined : await findRequest(trx, requestId);
		return group === undefined || request === undefined ? null : { group, request };
	}

	return {
		async ask(accountId, groupId, message) {
			return db.transaction().execute(async (trx) => {
				const now = clock.now();
				const group = await settleOffers(trx, groupId, now);
				if (group === undefined) return notFound;
				// A full group may be asked: places come free.
				if (isMember(group, accountId)) return conflict('already-member');
				if (group.endedAt !== null) return conflict('group-ended');
				if (group.admission === 'on-invitation') return conflict('on-invitation');
				const request = { id: newId(), groupId, accountId, message: message.trim(), invited: false, at: now };
				if (!(await insertRequest(trx, request))) return conflict('already-requested');
				await tellModerators(trx, group, request, now);
				return { id: request.id, state: 'waiting' as const };
			});
		},

		async withdraw(accountId, requestId) {
			const standing = await standingOf(db, accountId);
			return db.transaction().execute(async (trx) => {
				const held = await hold(trx, requestId);
				if (held === null || !can(standing, 'request.withdraw', held.request)) return notFound;
				if (!['waiting', 'waiting-list', 'offered'].includes(held.request.state))
					return conflict('already-decided');
				await moveRequests(trx, [requestId], { state: 'withdrawn' });
				await settleOffers(trx, held.group.id, clock.now());
				return undefined;
			});
		},

		async own(accountId) {
			const now = clock.now();
			return (await latestRequests(db, accountId)).flatMap(
				({ id, groupId, groupName, state, position, offeredUntil }) => {
					if (state !== 'waiting' && state !== 'waiting-list' && state !== 'offered') return [];
					if (offeredUntil !== null && offeredUntil <= now) return [];
					return {
						id,
						group: { id: groupId, name: groupName },
						state,
						position,
						offeredUntil: offeredUntil?.toISOString() ?? null,
					};
				},
			);
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
				const held = await hold(trx, requestId);
				if (held === null) return notFound;
				const { group, request } = held;
				const subject = { ...request, organisationId: group.organisationId };
				if (!can(standing, 'request.decide', subject)) {
					return can(standing, 'organisation.moderate', group.organisationId) ? notAllowed : notFound;
				}
				if (request.state !== 'waiting') return conflict('already-decided');
				const answer = { by: accountId, reason: reason.trim(), at: clock.now() };
				if (outcome === 'accepted') {
					if (isMember(group, request.applicantId)) return conflict('already-member');
					await accept(trx, group, request, answer);
				} else {
					await recordDecision(trx, requestId, { ...answer, state: 'refused', rank: null });
					await tell(
						trx,
						[{ kind: 'request-refused', to: request.applicantId, groupId: group.id, subjectId: requestId }],
						answer.at,
					);
				}
				return requests(trx).where('join_requests.id', '=', requestId).executeTakeFirstOrThrow();
			});
			if (decided instanceof Refusal) return decided;
			events.emit('access-changed', { groupId: decided.groupId, accountId: decided.applicantId });
			return asJoinRequest(decided);
		},

		async answerOffer(accountId, requestId, outcome) {
			const standing = await standingOf(db, accountId);
			const answered = await db.transaction().execute(async (trx) => {
				const held = await hold(trx, requestId);
				if (held === null || !can(standing, 'request.answer-offer', held.request)) return notFound;
				const { group, request } = held;
				if (request.state !== 'offered') return conflict('no-offer');
				const now = clock.now();
				const state = outcome === 'taken' ? ('accepted' as const) : ('declined' as const);
				if (outcome === 'taken') {
					if (isMember(group, accountId)) return conflict('already-member');
					await takeIn(trx, group, accountId, now);
					const about = { groupId: group.id, subjectId: requestId, isOwn: true };
					await tell(trx, [{ kind: 'request-accepted', to: accountId, ...about }], now);
				}
				await moveRequests(trx, [requestId], { state });
				await settleOffers(trx, group.id, now);
				return { state, groupId: group.id };
			});
			if (answered instanceof Refusal) return answered;
			events.emit('access-changed', { groupId: answered.groupId, accountId });
			return { state: answered.state };
		},
	};
}

/** Tells the moderators that somebody asks; nobody of their own request. */
export async function tellModerators(
	trx: Trx,
	group: LockedGroup,
	request: { readonly id: string; readonly accountId: string },
	at: Date,
): Promise<void> {
	const moderators = await moderatorsOf(trx, group.organisationId);
	await tell(
		trx,
		moderators
			.filter((moderator) => moderator !== request.accountId)
			.map((to) => ({ kind: 'request-to-decide' as const, to, groupId: group.id, subjectId: request.id })),
		at,
	);
}

function asJoinRequest(row: RequestRow): JoinRequest {
	return {
		id: row.id,
		group: {
			id: row.groupId,
			name: row.groupName,
			memberCount: row.memberCount,
			capacity: row.capacity,
			freePlaces: Math.max(0, row.capacity - row.memberCount - row.offeredCount),
		},
		applicant: { id: row.applicantId, name: row.applicantName, email: row.email },
		message: row.message,
		invited: row.invited,
		state: row.state,
		position: row.position,
		offeredUntil: row.offeredUntil?.toISOString() ?? null,
		requestedAt: row.requestedAt.toISOString(),
		decidedAt: row.decidedAt?.toISOString() ?? null,
		decidedBy: row.decidedBy,
		reason: row.reason,
	};
}
