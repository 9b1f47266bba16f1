/** Rooms, for the websockets of this feature and for the features that ask about a room. */
import type { RoomSummary } from '@entrepairs/contract/room';
import { openRoom } from '@entrepairs/domain/room/open';
import { sectionsOf } from '@entrepairs/domain/room/rights';
import type { RoleHeld } from '@entrepairs/domain/room/state';
import { parseSessionId } from '@entrepairs/domain/schedule/session-id';
import type { Db, Trx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { conflict, notFound, Refusal } from '../../platform/refusal.ts';
import { membersOf } from '../memberships/members.ts';
import type { SessionCarrier } from '../sessions/carriers.ts';
import type { FoundSession } from '../sessions/service.ts';
import { type ActingDeps, createActing } from './acting.ts';
import { atTheDoor, type DoorDeps, isOver, summaryFor } from './door.ts';
import {
	carryRooms,
	type HeldRoom,
	insertRoom,
	lockRoom,
	roomById,
	roomOfSession,
	roomUnderWay,
} from './store.ts';
import { type PastVisit, visitsOf } from './store-visits.ts';

export type RoomsDeps = ActingDeps &
	DoorDeps & {
		/** Who is to have which role in a session, as attendance has it. */
		rolesIn(session: FoundSession): Promise<readonly RoleHeld[]>;
	};

export interface RoomsService extends ReturnType<typeof createActing> {
	summary(accountId: string, sessionId: string): Promise<RoomSummary | Refusal>;
	/** Whether somebody may come into the room of a session now. */
	mayEnter(accountId: string, sessionId: string): Promise<Refusal | null>;
	/** The room of a session, for somebody who comes in: the first opens it. */
	enter(accountId: string, sessionId: string): Promise<HeldRoom | Refusal>;
	/** As it stands in the database; `known` spares opening what has not changed. Asks no rights. */
	read(roomId: string, known?: HeldRoom): Promise<HeldRoom | null>;
	/** As it stands, held until the transaction ends. Asks no rights. */
	hold(trx: Trx, roomId: string): Promise<HeldRoom | null>;
	/** Null where nobody has opened it. Asks no rights. */
	ofSession(sessionId: string): Promise<HeldRoom | null>;
	/** Who was in it, from when to when, each window for itself. Asks no rights. */
	visits(roomId: string): Promise<readonly PastVisit[]>;
	/**
	 * Of the sections of a case, those in which somebody may write while the room is in a stage with it;
	 * null where no room says anything. It narrows what the policy gives and never adds to it.
	 */
	sectionsIn(
		caseId: string,
		accountId: string,
		sections: readonly string[],
	): Promise<readonly string[] | null>;
	/** A room goes with its session. */
	carry: SessionCarrier['carry'];
}

/** Rooms whose state was opened lately: rights in documents are asked many times for each version. */
const REMEMBERED = 200;

export function createRoomsService(deps: RoomsDeps): RoomsService {
	const { db, clock, keyring, sessions } = deps;
	const underWay = new Map<string, HeldRoom>();

	async function ofSession(from: Db, sessionId: string): Promise<HeldRoom | null> {
		const name = parseSessionId(sessionId);
		return name === null ? null : roomOfSession(from, keyring, name);
	}

	async function open(session: FoundSession, by: string): Promise<HeldRoom | Refusal> {
		const at = clock.now();
		const roles = await deps.rolesIn(session);
		const cases = await deps.casesFor(by, session.id);
		const only = cases.length === 1 ? (cases[0] ?? null) : null;
		const facilitators = (await membersOf(db, [session.group.id])).filter(
			({ role }) => role === 'facilitator',
		);
		// Who is to hold the frame may not be here yet: somebody stands in for them until they come.
		const facilitatorId =
			roles.find(({ role }) => role === 'facilitator')?.accountId ??
			(facilitators.find(({ accountId }) => accountId === by) ?? facilitators[0])?.accountId ??
			null;
		const room = openRoom({ at: at.getTime(), by, roles, facilitatorId, caseId: only });
		const own = { id: newId(), groupId: session.group.id, seriesId: session.seriesId, day: session.day };
		const isHeld = await db.transaction().execute(async (trx) => {
			if ((await sessions.hold(trx, session.id)) === null) return false;
			await insertRoom(trx, keyring, { ...own, openedAt: at }, room);
			return true;
		});
		return (isHeld && (await ofSession(db, session.id))) || conflict('changed-meanwhile');
	}

	return {
		...createActing(deps),
		summary: (accountId, sessionId) => summaryFor(deps, accountId, sessionId),

		async mayEnter(accountId, sessionId) {
			const door = await atTheDoor(deps, accountId, sessionId);
			return door instanceof Refusal ? door : null;
		},

		async enter(accountId, sessionId) {
			const door = await atTheDoor(deps, accountId, sessionId);
			if (door instanceof Refusal) return door;
			if (door.outline === undefined) return open(door.session, accountId);
			return (await roomById(db, keyring, door.outline.id)) ?? notFound;
		},

		read: (roomId, known) => roomById(db, keyring, roomId, known),
		hold: (trx, roomId) => lockRoom(trx, keyring, roomId),
		ofSession: (sessionId) => ofSession(db, sessionId),
		visits: (roomId) => visitsOf(db, roomId),

		async sectionsIn(caseId, accountId, sections) {
			const current = await roomUnderWay(db, caseId);
			if (current === undefined) return null;
			const known = underWay.get(current.id);
			const held =
				known?.version === current.version ? known : await roomById(db, keyring, current.id, known);
			if (held === null) return null;
			underWay.delete(held.id);
			underWay.set(held.id, held);
			const [oldest] = underWay.keys();
			if (underWay.size > REMEMBERED && oldest !== undefined) underWay.delete(oldest);
			// A room that nobody ended does not hold the case for ever.
			if (isOver(held.room.mode, await sessions.find(held.sessionId), clock.now())) return null;
			return sectionsOf(held.room, accountId, sections);
		},

		carry: carryRooms,
	};
}
