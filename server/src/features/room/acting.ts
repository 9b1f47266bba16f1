/**
 * What changes a room: an action of somebody, or the frame that passes because somebody dropped out. Each
 * is one transaction under the lock of the room's row: read, judged by the rules in
 * packages/domain/src/room, written as the next version, committed. Only then it is told.
 */
import type { RoomAction } from '@entrepairs/contract/room';
import { act } from '@entrepairs/domain/room/act';
import type { Acting, Action } from '@entrepairs/domain/room/action';
import { wasPressed, withPress } from '@entrepairs/domain/room/presses';
import { frameAfter } from '@entrepairs/domain/room/stand-in';
import type { Room } from '@entrepairs/domain/room/state';
import type { Method } from '@entrepairs/methods/method';
import type { Clock } from '../../platform/clock.ts';
import type { Keyring } from '../../platform/crypto.ts';
import type { Db, Trx } from '../../platform/database.ts';
import type { EventBus } from '../../platform/events.ts';
import { conflict, invalid, notAllowed, notFound, Refusal } from '../../platform/refusal.ts';
import { transact } from '../../platform/transact.ts';
import type { Detector } from '../cases/detector.ts';
import { whyNotShared } from '../cases/gate.ts';
import { membersOf } from '../memberships/members.ts';
import type { FoundSession } from '../sessions/service.ts';
import { isOver } from './door.ts';
import type { RoomLimits } from './limits.ts';
import { asRefusal } from './refusals.ts';
import { type HeldRoom, lockRoom, writeRoom } from './store.ts';
import { lastSeen, visitsNow } from './store-visits.ts';

/** A change of a room, for features that do something of their own in the same transaction. */
export interface RoomChange {
	readonly before: HeldRoom;
	readonly after: HeldRoom;
	/** Null: the room itself. */
	readonly by: string | null;
	readonly at: Date;
}

/** What somebody asks for. */
interface Asked {
	readonly by: string;
	readonly action: RoomAction;
	/** The name of the press, where it may be asked for again. */
	readonly press?: string | undefined;
}

export interface ActingDeps {
	readonly db: Db;
	readonly clock: Clock;
	readonly keyring: Keyring;
	readonly events: EventBus;
	readonly limits: RoomLimits;
	/** A method of the library, or one of a group's own. */
	methodFor(
		groupId: string,
		ref: string,
	): Promise<{ readonly definition: Method; readonly version: number } | null>;
	/** The cases of a session that the group may work on, of those that this person may know of. */
	casesFor(accountId: string, sessionId: string): Promise<readonly string[]>;
	/** Each is called inside the transaction of every change. */
	readonly followers: readonly ((trx: Trx, change: RoomChange) => Promise<void>)[];
	/** Each is called once a change is committed; nobody waits for it. */
	readonly afterwards: readonly ((change: RoomChange) => void)[];
	readonly detector: Pick<Detector, 'kindsIn'>;
}

export function createActing(deps: ActingDeps) {
	const { db, clock, keyring, events, limits } = deps;

	/** Who is there, seen from inside a transaction. */
	async function people(trx: Trx, { id, groupId }: HeldRoom, now: Date) {
		const members = await membersOf(trx, [groupId]);
		const present = await visitsNow(trx, [id], new Date(now.getTime() - limits.presentMs));
		return {
			present: [...new Set(present.map(({ accountId }) => accountId))],
			members: members.map(({ accountId }) => accountId),
			facilitators: members.filter(({ role }) => role === 'facilitator').map(({ accountId }) => accountId),
		};
	}

	async function write(
		trx: Trx,
		before: HeldRoom,
		room: Room,
		by: string | null,
		at: Date,
	): Promise<RoomChange> {
		const after = await writeRoom(trx, before, room, at);
		for (const follow of deps.followers) await follow(trx, { before, after, by, at });
		return { before, after, by, at };
	}

	/** After the commit: open documents are judged again, and who waits for a change has it. */
	function told(change: RoomChange): HeldRoom {
		const { before, after } = change;
		if (before === after) return after;
		if (mayChangeRights(before.room, after.room)) {
			for (const caseId of new Set([before.room.caseId, after.room.caseId])) {
				if (caseId !== null) events.emit('stage-changed', { groupId: after.groupId, caseId });
			}
		}
		for (const then of deps.afterwards) then(change);
		return after;
	}

	/** The action with what the rules need to know of it. */
	async function resolved(held: HeldRoom, action: RoomAction, by: string): Promise<Action | Refusal> {
		if (action.do === 'choose-method') {
			const found = await deps.methodFor(held.groupId, action.method);
			return found === null ? invalid('method', 'not-offered') : { ...action, ...found };
		}
		if (action.do === 'choose-case' && action.caseId !== null) {
			const known = await deps.casesFor(by, held.sessionId);
			if (!known.includes(action.caseId)) return invalid('caseId', 'not-offered');
		}
		const said = saidIn(action);
		if (said !== null && said.words !== null) {
			const { language } = await db
				.selectFrom('groups')
				.where('id', '=', held.groupId)
				.select('language')
				.executeTakeFirstOrThrow();
			const review = said.review ?? { language, kept: [] };
			const why = await whyNotShared(deps.detector, said.words, review);
			if (why !== null) return why;
		}
		return action;
	}

	return {
		/**
		 * Does what somebody asks for. The room as it is afterwards, whether that changed anything or not.
		 * `known` is the room as this process knows it, and its session.
		 */
		async act(
			known: HeldRoom,
			session: FoundSession | null,
			{ by, action: asked, press }: Asked,
		): Promise<HeldRoom | Refusal> {
			const now = clock.now();
			const isDone = (room: Room) => press !== undefined && wasPressed(room, by, press);
			if (isDone(known.room)) return known;
			if (isOver(known.room.mode, session, now)) return conflict('session-over');
			const action = await resolved(known, asked, by);
			if (action instanceof Refusal) return action;
			const outcome = await transact(db, async (trx) => {
				const held = await lockRoom(trx, keyring, known.id, known);
				if (held === null || session === null) return notFound;
				if (isDone(held.room)) return { before: held, after: held, by, at: now };
				// They may have left while this was on its way.
				const around = await people(trx, held, now);
				if (!around.members.includes(by)) return notAllowed;
				const acting: Acting = {
					by,
					at: now.getTime(),
					...around,
					deadlineAfter: (days) => deadlineAfter(now, days, session.timeZone),
				};
				const next = act(held.room, action, acting);
				if (typeof next === 'string') return asRefusal(next, asked);
				if (next === held.room) return { before: held, after: held, by, at: now };
				// Whoever says that somebody is in danger stands nowhere; saying it twice changes nothing.
				if (asked.do === 'danger' || asked.do === 'return') return write(trx, held, next, null, now);
				return write(trx, held, press === undefined ? next : withPress(next, by, press), by, now);
			});
			return outcome instanceof Refusal ? outcome : told(outcome);
		},

		/** What becomes of a room by itself, such as an end that nobody made; null where nothing changes. */
		async changeByItself(roomId: string, change: (room: Room) => Room, at: Date): Promise<HeldRoom | null> {
			const outcome = await db.transaction().execute(async (trx) => {
				const held = await lockRoom(trx, keyring, roomId);
				const next = held === null ? null : change(held.room);
				return held === null || next === null || next === held.room ? null : write(trx, held, next, null, at);
			});
			return outcome === null ? null : told(outcome);
		},

		/** Passes the frame on where whoever held it dropped out, and back; null where nothing changes. */
		async lookAtFrame(known: HeldRoom): Promise<HeldRoom | null> {
			if (known.room.mode !== 'live' || known.room.phase === 'ended') return null;
			const now = clock.now();
			const outcome = await db.transaction().execute(async (trx) => {
				const held = await lockRoom(trx, keyring, known.id, known);
				if (held === null) return null;
				const { present, facilitators } = await people(trx, held, now);
				const awayMs = async (accountId: string | null) => {
					if (accountId === null || present.includes(accountId)) return null;
					const since = (await lastSeen(trx, held.id, accountId)) ?? held.openedAt;
					return now.getTime() - since.getTime();
				};
				const next = frameAfter(held.room, {
					at: now.getTime(),
					present,
					facilitators,
					holderAwayMs: await awayMs(held.room.frame.heldBy),
					speakerAwayMs: await awayMs(held.room.speaking.by),
				});
				return next === held.room ? null : write(trx, held, next, null, now);
			});
			return outcome === null ? null : told(outcome);
		},
	};
}

/** What the others will read of an action, with what was decided about it; null: nothing. */
function saidIn(action: RoomAction) {
	if (action.do === 'take-away') return { words: action.words, review: action.review };
	return action.do === 'check-in' ? { words: action.word, review: action.review } : null;
}

function mayChangeRights(before: Room, after: Room): boolean {
	return (
		before.phase !== after.phase ||
		before.caseId !== after.caseId ||
		before.at !== after.at ||
		before.plan !== after.plan ||
		before.roles !== after.roles ||
		before.presenters !== after.presenters ||
		before.frame !== after.frame ||
		before.inDanger !== after.inDanger
	);
}

/** So many days later on the group's own calendar, at the same time of day. */
function deadlineAfter(now: Date, days: number, timeZone: string): number {
	return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).add({ days })
		.epochMilliseconds;
}
