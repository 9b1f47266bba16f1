/** Who holds the frame when whoever did is not there. */
import { type Acting, passage, type RoomRefusal } from './action.ts';
import { presenterOf } from './rights.ts';
import type { Room } from './state.ts';
import { amongSpeakers, passedOn, settled } from './word.ts';

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
	return amongSpeakers(passage(handed, 'handed-over', acting.by, acting.at), acting.at);
}

/** Where nobody holds it, or nobody who is there; and a facilitator of the group from a stand-in. */
export function takeFrame(room: Room, acting: Acting): Room | RoomRefusal {
	const { heldBy, backTo } = room.frame;
	if (heldBy === acting.by) return room;
	if (room.phase === 'ended') return 'not-now';
	const people = room.mode === 'live' ? acting.present : acting.members;
	const isFree = heldBy === null || !people.includes(heldBy);
	const isStandIn = backTo !== null && acting.facilitators.includes(acting.by);
	const isOverDays = room.mode === 'over-days' && acting.facilitators.includes(acting.by);
	if (!isFree && !isStandIn && !isOverDays) return 'not-yours';
	const owner = isFree && room.mode === 'live' ? (backTo ?? heldBy) : null;
	const frame = { heldBy: acting.by, backTo: owner === acting.by ? null : owner };
	return amongSpeakers(passage({ ...room, frame }, 'handed-over', acting.by, acting.at), acting.at);
}

/** Who is there, and for how long those who matter have not been. */
export interface Presence {
	readonly at: number;
	/** In order of arrival. */
	readonly present: readonly string[];
	readonly facilitators: readonly string[];
	/** For how long whoever holds the frame has not been there; null: they are. */
	readonly holderAwayMs: number | null;
	/** The same of whoever has the word. */
	readonly speakerAwayMs?: number | null;
}

/**
 * The frame, and the word, after somebody came or went. The frame comes back at once to who lost it by
 * dropping out. Who is away for longer than `STAND_IN_AFTER_MS` is stood in for by: who keeps the time, a
 * facilitator of the group, who has been here longest, and only at last the presenter, who has something
 * else to do. A word that nobody has any more goes on. Over days nobody needs to be there. The same room
 * where nothing changes.
 */
export function frameAfter(room: Room, now: Presence): Room {
	if (room.mode !== 'live' || room.phase === 'ended') return room;
	return wordAfter(withHolder(room, now), now);
}

function withHolder(room: Room, now: Presence): Room {
	const { heldBy, backTo } = room.frame;
	if (backTo !== null && now.present.includes(backTo)) {
		const back: Room = { ...room, frame: { heldBy: backTo, backTo: null } };
		return amongSpeakers(passage(back, 'came-back', null, now.at), now.at);
	}
	// Nobody was to hold it: whoever takes it has it.
	if (heldBy === null || now.present.includes(heldBy)) return room;
	if (now.holderAwayMs === null || now.holderAwayMs < STAND_IN_AFTER_MS) return room;
	const timekeeper = room.roles.find(({ role }) => role === 'timekeeper')?.accountId;
	const presenter = presenterOf(room);
	const others = now.present.filter((one) => one !== presenter);
	const [standIn] = [
		...others.filter((one) => one === timekeeper),
		...others.filter((one) => now.facilitators.includes(one)),
		...others,
		...now.present,
	];
	if (standIn === undefined) return room;
	const frame = { heldBy: standIn, backTo: backTo ?? heldBy };
	return amongSpeakers(passage({ ...room, frame }, 'stood-in', null, now.at), now.at);
}

function wordAfter(room: Room, { at, present, speakerAwayMs }: Presence): Room {
	const { by } = room.speaking;
	if (by === null || present.includes(by)) return room;
	if (speakerAwayMs === undefined || speakerAwayMs === null || speakerAwayMs < STAND_IN_AFTER_MS) return room;
	// They had it until they left.
	return passedOn(settled(room, at - speakerAwayMs), present, at);
}
