/** Who holds the frame when whoever did is not there. */
import { type Acting, passage, type RoomRefusal } from './action.ts';
import { presenterOf } from './rights.ts';
import type { Room } from './state.ts';

/** For so long the others wait for who dropped out. */
export const STAND_IN_AFTER_MS = 30_000;

export function handOver(room: Room, to: string, acting: Acting): Room | RoomRefusal {
	if (room.frame.heldBy !== acting.by) return 'not-yours';
	if (room.phase === 'ended') return 'not-now';
	if (to === acting.by) return room;
	const people = room.mode === 'live' ? acting.present : acting.members;
	if (!people.includes(to)) return 'not-here';
	// On purpose: it does not come back by itself.
	const handed: Room = { ...room, frame: { heldBy: to, backTo: null } };
	return passage(handed, 'handed-over', acting.by, acting.at);
}

/** Where nobody holds it, or nobody who is there; and a facilitator of the group from a stand-in. */
export function takeFrame(room: Room, acting: Acting): Room | RoomRefusal {
	const { heldBy, backTo } = room.frame;
	if (heldBy === acting.by) return room;
	if (room.phase === 'ended') return 'not-now';
	const isFree = heldBy === null || (room.mode === 'live' && !acting.present.includes(heldBy));
	const isStandIn = backTo !== null && acting.facilitators.includes(acting.by);
	const isOverDays = room.mode === 'over-days' && acting.facilitators.includes(acting.by);
	if (!isFree && !isStandIn && !isOverDays) return 'not-yours';
	const taken: Room = { ...room, frame: { heldBy: acting.by, backTo: isFree ? (backTo ?? heldBy) : null } };
	return passage(taken, 'handed-over', acting.by, acting.at);
}

/**
 * The frame after somebody came or went. It comes back at once to who lost it by dropping out. Who is away
 * for longer than `STAND_IN_AFTER_MS` is stood in for by: who keeps the time, a facilitator of the group,
 * who has been here longest and does not present, and at last the presenter. Over days nobody needs to be
 * there. The same room where nothing changes.
 */
export function frameAfter(
	room: Room,
	now: {
		readonly at: number;
		readonly present: readonly string[];
		readonly facilitators: readonly string[];
		/** For how long whoever holds the frame has not been there; null: they are. */
		readonly holderAwayMs: number | null;
	},
): Room {
	const { heldBy, backTo } = room.frame;
	if (room.mode !== 'live' || room.phase === 'ended') return room;
	if (backTo !== null && now.present.includes(backTo)) {
		return passage({ ...room, frame: { heldBy: backTo, backTo: null } }, 'came-back', null, now.at);
	}
	if (heldBy !== null && (now.holderAwayMs === null || now.holderAwayMs < STAND_IN_AFTER_MS)) return room;
	if (heldBy !== null && now.present.includes(heldBy)) return room;
	const timekeeper = room.roles.find(({ role }) => role === 'timekeeper')?.accountId;
	const presenter = presenterOf(room);
	const [standIn] = [
		...now.present.filter((one) => one === timekeeper),
		...now.present.filter((one) => now.facilitators.includes(one)),
		...now.present.filter((one) => one !== presenter),
		...now.present,
	];
	if (standIn === undefined) return room;
	const frame = { heldBy: standIn, backTo: backTo ?? heldBy };
	return passage({ ...room, frame }, 'stood-in', null, now.at);
}
