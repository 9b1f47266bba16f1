/**
 * What is done once a room has ended, once: its minutes are drafted, who was there has it in their record,
 * and what people said in the room is destroyed there. It may be asked for at any time, by several
 * processes: the room's row is held meanwhile, and says whether it was done.
 *
 * A live room that everybody left without ending it is ended when its session is long over.
 */
import {
	emptied,
	endedByItself,
	FORGOTTEN_AFTER_MS,
	factsOf,
	type SessionFacts,
	wasHeld,
	whenItEnded,
} from '@entrepairs/domain/minutes/draft';
import type { RoomVisit } from '@entrepairs/domain/minutes/time-there';
import { parseSessionId, type SessionName } from '@entrepairs/domain/schedule/session-id';
import { createDocument } from '../../collab/new-document.ts';
import { claimClients } from '../../collab/store.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keyring } from '../../platform/crypto.ts';
import type { Db, Trx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { wake } from '../../platform/jobs.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import type { Detector } from '../cases/detector.ts';
import { tell } from '../notifications/notices.ts';
import type { RoomChange } from '../room/acting.ts';
import type { RoomsService } from '../room/service.ts';
import {
	holdRoomToSettle,
	openRoomsSince,
	readRoomToSettle,
	settleRoom,
	type ToSettle,
	unsettledRoomOf,
	unsettledRooms,
} from '../room/settling.ts';
import type { SessionsService } from '../sessions/service.ts';
import { subjectOf } from './facts.ts';
import { recordAttendance } from './record.ts';
import { insertMinutes } from './store.ts';
import { newMinutesText } from './text.ts';

export interface Drafting {
	/** Does it for the room of a session, if that has ended. */
	settleSession(session: SessionName): Promise<void>;
	/** Does it for all rooms that have ended, and ends those that were forgotten. */
	settleAll(signal: AbortSignal): Promise<void>;
}

/** When a room ends, its minutes are made soon: a follower of rooms. */
export async function draftAtTheEnd(trx: Trx, { before, after }: RoomChange): Promise<void> {
	if (after.room.phase === 'ended' && before.room.phase !== 'ended') await wake(trx, MINUTES_JOB);
}

/** The name of the job that makes them. */
export const MINUTES_JOB = 'minutes';

const DAY_MS = 24 * 3_600_000;
/** How far ahead the next session is looked for. */
const NEXT_WITHIN_MS = 400 * DAY_MS;

export function createDrafting(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly keyring: Keyring;
	readonly detector: Pick<Detector, 'kindsIn'>;
	readonly sessions: Pick<SessionsService, 'find' | 'between'>;
	readonly rooms: Pick<RoomsService, 'changeByItself'>;
}): Drafting {
	const { db, clock, keyring, detector, sessions, rooms } = deps;

	/** What people said they take away: what may stand before the group, and what its author must look at. */
	async function lookedAt({ room, group }: ToSettle) {
		const takenAway: { accountId: string; words: string }[] = [];
		const heldBack: { accountId: string; words: string }[] = [];
		for (const one of room.takeAways) {
			const kinds = await detector.kindsIn(one.words, group.language);
			(kinds?.length === 0 ? takenAway : heldBack).push(one);
		}
		return { takenAway, heldBack };
	}

	async function nextSession({ groupId, sessionId }: ToSettle, endedAt: Date) {
		const until = new Date(endedAt.getTime() + NEXT_WITHIN_MS);
		const ahead = await sessions.between([groupId], endedAt, until);
		const next = ahead.find(
			({ id, state, startsAt }) => id !== sessionId && state === 'planned' && startsAt > endedAt,
		);
		return next === undefined ? null : { sessionId: next.id, startsAt: next.startsAt.getTime() };
	}

	async function settle(roomId: string): Promise<void> {
		const found = await readRoomToSettle(db, keyring, roomId);
		if (found === null || found.endedAt === null) return;
		const { endedAt } = found;
		// A room that has ended does not change any more: this may be looked at before it is held.
		const isHeld = wasHeld(found.room);
		const words = isHeld ? await lookedAt(found) : { takenAway: [], heldBack: [] };
		const next = isHeld ? await nextSession(found, endedAt) : null;
		const session = isHeld ? await sessions.find(found.sessionId) : null;
		await db.transaction().execute(async (trx) => {
			const now = await holdRoomToSettle(trx, keyring, roomId);
			// Somebody else did it meanwhile.
			if (now === null) return;
			const at = clock.now();
			const name = parseSessionId(now.sessionId);
			if (name === null) throw new Error('a room without a session');
			await settleRoom(trx, now, emptied(now.room), at);
			if (!isHeld) return;
			const facts = factsOf({
				room: now.room,
				visits: asVisits(now),
				openedAt: now.openedAt.getTime(),
				endedAt: endedAt.getTime(),
				plannedAt: (session?.startsAt ?? now.openedAt).getTime(),
				next,
			});
			const id = newId();
			const text = newMinutesText(words.takenAway);
			const key = await createDocument(trx, { keyring, id, now: at, initialState: text.state });
			await claimClients(
				trx,
				text.authors.map((author) => ({ documentId: id, ...author })),
			);
			const { groupId, group } = now;
			const { caseId } = now.room;
			const { heldBack } = words;
			await insertMinutes(trx, { id, groupId, ...name, caseId, facts, key, at, heldBack });
			await recordAttendance(trx, keyring, { ...name, groupName: group.name }, facts);
			await tell(
				trx,
				(await readersOf(trx, now, facts, at)).map((to) => ({
					...{ kind: 'minutes-drafted' as const, to, groupId, sessionId: now.sessionId },
				})),
				at,
			);
		});
	}

	/** A room that nobody ended, once its session is over for so long. */
	async function endForgotten(roomId: string, now: Date): Promise<void> {
		const found = await readRoomToSettle(db, keyring, roomId);
		if (found === null || found.endedAt !== null || found.room.mode !== 'live') return;
		const session = await sessions.find(found.sessionId);
		const plannedEnd = Math.max((session?.endsAt ?? found.openedAt).getTime(), found.openedAt.getTime());
		if (plannedEnd + FORGOTTEN_AFTER_MS > now.getTime()) return;
		const at = whenItEnded({
			visits: asVisits(found),
			passages: found.room.passages,
			openedAt: found.openedAt.getTime(),
			plannedEnd,
		});
		await rooms.changeByItself(roomId, (room) => endedByItself(room, at), new Date(at));
	}

	return {
		async settleSession(session) {
			const id = await unsettledRoomOf(db, session);
			if (id !== null) await settle(id);
		},

		async settleAll(signal) {
			const now = clock.now();
			for (const id of await openRoomsSince(db, new Date(now.getTime() - FORGOTTEN_AFTER_MS))) {
				if (signal.aborted) return;
				await endForgotten(id, now);
			}
			// One that cannot be done does not keep the others waiting; the job fails once they are.
			const failures: unknown[] = [];
			for (const id of await unsettledRooms(db)) {
				if (signal.aborted) return;
				await settle(id).catch((error: unknown) => failures.push(error));
			}
			if (failures.length > 0) throw new AggregateError(failures, 'minutes could not be made');
		},
	};
}

function asVisits({ visits }: Pick<ToSettle, 'visits'>): RoomVisit[] {
	return visits.map(({ accountId, arrivedAt, leftAt }) => ({
		...{ accountId, arrivedAt: arrivedAt.getTime(), leftAt: leftAt.getTime() },
	}));
}

/** Of those who were there, who may read the minutes. */
async function readersOf(trx: Trx, held: ToSettle, facts: SessionFacts, at: Date): Promise<string[]> {
	const { groupId, room } = held;
	const subject = subjectOf({ groupId, caseId: room.caseId, adoptedAt: null }, facts);
	const readers: string[] = [];
	for (const { accountId } of facts.people) {
		if (can(await standingOf(trx, accountId, at), 'minutes.read', subject)) readers.push(accountId);
	}
	return readers;
}
