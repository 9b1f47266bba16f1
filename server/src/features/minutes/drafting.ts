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
	lastSeen,
	wasHeld,
} from '@entrepairs/domain/minutes/draft';
import { formatSessionId, type SessionName } from '@entrepairs/domain/schedule/session-id';
import { createDocument } from '../../collab/new-document.ts';
import { claimClients } from '../../collab/store.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keyring } from '../../platform/crypto.ts';
import type { Db } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Detector } from '../cases/detector.ts';
import {
	endRoom,
	holdRoomToSettle,
	openRoomsSince,
	readRoomToSettle,
	settleRoom,
	type ToSettle,
	unsettledRoomOf,
	unsettledRooms,
} from '../room/settling.ts';
import type { SessionsService } from '../sessions/service.ts';
import { recordAttendance } from './record.ts';
import { insertMinutes } from './store.ts';
import { newMinutesText } from './text.ts';

export interface Drafting {
	/** Does it for the room of a session, if that has ended. */
	settleSession(session: SessionName): Promise<void>;
	/** Does it for all rooms that have ended, and ends those that were forgotten. */
	settleAll(signal: AbortSignal): Promise<void>;
}

const DAY_MS = 24 * 3_600_000;
/** How far ahead the next session is looked for. */
const NEXT_WITHIN_MS = 400 * DAY_MS;

export function createDrafting(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly keyring: Keyring;
	readonly detector: Pick<Detector, 'kindsIn'>;
	readonly sessions: Pick<SessionsService, 'find' | 'between'>;
}): Drafting {
	const { db, clock, keyring, detector, sessions } = deps;

	/** What people said they take away: what may stand before the group, and what its author must look at. */
	async function lookedAt({ room, language }: ToSettle) {
		const takenAway: { accountId: string; words: string }[] = [];
		const heldBack: { accountId: string; words: string }[] = [];
		for (const one of room.takeAways) {
			const kinds = await detector.kindsIn(one.words, language);
			(kinds?.length === 0 ? takenAway : heldBack).push(one);
		}
		return { takenAway, heldBack };
	}

	async function nextSession({ groupId, seriesId, day }: ToSettle, endedAt: Date) {
		const until = new Date(endedAt.getTime() + NEXT_WITHIN_MS);
		const own = formatSessionId({ seriesId, day });
		const ahead = await sessions.between([groupId], endedAt, until);
		const next = ahead.find(
			({ id, state, startsAt }) => id !== own && state === 'planned' && startsAt > endedAt,
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
		await db.transaction().execute(async (trx) => {
			const now = await holdRoomToSettle(trx, keyring, roomId);
			// Somebody else did it meanwhile.
			if (now === null) return;
			const at = clock.now();
			await settleRoom(trx, now, emptied(now.room), at);
			if (!isHeld) return;
			const facts = factsOf({
				room: now.room,
				visits: now.visits,
				openedAt: now.openedAt.getTime(),
				endedAt: endedAt.getTime(),
				next,
			});
			const id = newId();
			const text = newMinutesText(words.takenAway);
			const key = await createDocument(trx, { keyring, id, now: at, initialState: text.state });
			await claimClients(
				trx,
				text.authors.map((author) => ({ documentId: id, ...author })),
			);
			const { groupId, seriesId, day } = now;
			const { caseId } = now.room;
			await insertMinutes(trx, {
				id,
				groupId,
				seriesId,
				day,
				caseId,
				facts,
				key,
				at,
				heldBack: words.heldBack,
			});
			await recordAttendance(trx, keyring, now, facts);
		});
	}

	/** A room that nobody ended, once its session is over for so long. */
	async function endForgotten(roomId: string, now: Date): Promise<void> {
		const found = await readRoomToSettle(db, keyring, roomId);
		if (found === null || found.endedAt !== null || found.room.mode !== 'live') return;
		const session = await sessions.find(formatSessionId(found));
		const plannedEnd = Math.max((session?.endsAt ?? found.openedAt).getTime(), found.openedAt.getTime());
		if (plannedEnd + FORGOTTEN_AFTER_MS > now.getTime()) return;
		await db.transaction().execute(async (trx) => {
			const held = await holdRoomToSettle(trx, keyring, roomId);
			if (held === null || held.endedAt !== null) return;
			const at = lastSeen(held.visits, held.openedAt.getTime());
			await endRoom(trx, held, endedByItself(held.room, at), new Date(at));
		});
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
			for (const id of await unsettledRooms(db)) {
				if (signal.aborted) return;
				await settle(id);
			}
		},
	};
}
