/** Who holds the frame moves the session on: one stage at a time, and back. */
import { type Acting, type Of, passage, type RoomRefusal } from './action.ts';
import { clockFrom, extended, paused, resumed } from './clock.ts';
import { planOf, stageAt, stageUnderWay, whereIs } from './plan.ts';
import { presenterOf } from './rights.ts';
import type { Room } from './state.ts';
import { amongSpeakers, counting, settled, withFreeWord } from './word.ts';

/** The stage that `at` names begins: its clock or its deadline, and a free word. */
export function entered(room: Room, { at, deadlineAfter }: Acting): Room {
	const planned = room.plan[room.at];
	if (planned === undefined || room.method === null) return room;
	const stage = stageAt(room.method.definition, planned.path);
	const begun: Room = {
		...withFreeWord(room, at),
		clock: room.mode === 'live' && planned.seconds !== null ? clockFrom(planned.seconds, at) : null,
		deadline: room.mode === 'over-days' ? deadlineAfter(stage.days) : null,
	};
	return amongSpeakers(begun, at);
}

/** Refused unless it is this person's to do now. */
function whyNot(room: Room, { by }: Acting): RoomRefusal | null {
	if (room.frame.heldBy !== by) return 'not-yours';
	return room.phase !== 'stages' || room.inDanger ? 'not-now' : null;
}

export function next(room: Room, { stage }: Of<'next'>, acting: Acting): Room | RoomRefusal {
	// Somebody was quicker: the room is where this one wanted it.
	if (whereIs(room) !== stage) return room.plan.length > 0 ? room : 'not-now';
	const why = whyNot(room, acting);
	if (why !== null) return why;
	const under = stageUnderWay(room);
	if (under?.choice && room.choices[stage] === undefined) return 'nothing-chosen';
	// What was gathered is shown before the group goes on.
	const shown =
		under?.gathers && !room.revealed.includes(stage)
			? { ...room, revealed: [...room.revealed, stage] }
			: room;
	const counted = settled(shown, acting.at);
	if (room.at + 1 < room.plan.length) {
		return passage(entered({ ...counted, at: room.at + 1 }, acting), 'next', acting.by, acting.at);
	}
	const closing: Room = {
		...withFreeWord(counted, acting.at),
		phase: 'closing',
		clock: null,
		deadline: null,
	};
	return passage(closing, 'closing', acting.by, acting.at);
}

/** The stage before begins anew, with its whole time: whoever needs less goes on earlier. */
export function back(room: Room, { stage }: Of<'back'>, acting: Acting): Room | RoomRefusal {
	const isFromLast = room.phase === 'closing' && room.plan[room.at]?.key === stage;
	if (whereIs(room) !== stage && !isFromLast) return room.plan.length > 0 ? room : 'not-now';
	if (room.frame.heldBy !== acting.by) return 'not-yours';
	if (room.inDanger) return 'not-now';
	if (room.phase === 'closing') {
		return passage(entered({ ...room, phase: 'stages' }, acting), 'back', acting.by, acting.at);
	}
	if (room.phase !== 'stages' || room.at === 0) return 'not-now';
	const counted = settled(room, acting.at);
	return passage(entered({ ...counted, at: room.at - 1 }, acting), 'back', acting.by, acting.at);
}

export function pause(room: Room, acting: Acting): Room | RoomRefusal {
	const why = whyNot(room, acting);
	if (why !== null) return why;
	if (room.clock === null) return 'not-now';
	if (room.clock.pausedAt !== null) return room;
	const resting = { ...settled(room, acting.at), clock: paused(room.clock, acting.at) };
	return passage(resting, 'paused', acting.by, acting.at);
}

export function resume(room: Room, acting: Acting): Room | RoomRefusal {
	const why = whyNot(room, acting);
	if (why !== null) return why;
	if (room.clock === null) return 'not-now';
	if (room.clock.pausedAt === null) return room;
	const running = counting({ ...room, clock: resumed(room.clock, acting.at) }, acting.at);
	return passage(running, 'resumed', acting.by, acting.at);
}

/** More time for the stage: seconds live, or until a later deadline over days. */
export function extend(room: Room, { stage, seconds }: Of<'extend'>, acting: Acting): Room | RoomRefusal {
	if (whereIs(room) !== stage) return room.plan.length > 0 ? room : 'not-now';
	const why = whyNot(room, acting);
	if (why !== null) return why;
	if (room.clock !== null) {
		const longer = { ...room, clock: extended(room.clock, seconds, acting.at) };
		return passage(longer, 'extended', acting.by, acting.at);
	}
	if (room.deadline === null) return 'not-now';
	const deadline = Math.max(room.deadline, acting.at) + seconds * 1_000;
	return passage({ ...room, deadline }, 'extended', acting.by, acting.at);
}

/** Who presents, or holds the frame, says how the group goes on from here. */
export function chooseWay(room: Room, { stage, way }: Of<'choose-way'>, acting: Acting): Room | RoomRefusal {
	if (room.frame.heldBy !== acting.by && presenterOf(room) !== acting.by) return 'not-yours';
	if (room.phase !== 'stages' || room.inDanger || room.plan[room.at]?.key !== stage) return 'not-now';
	const under = stageUnderWay(room);
	if (room.method === null || !under?.choice?.some(({ id }) => id === way)) return 'not-offered';
	if (room.choices[stage] === way) return room;
	const choices = { ...room.choices, [stage]: way };
	const { definition, minutes, hasClock } = room.method;
	const begun = room.plan.slice(0, room.at + 1);
	const plan = planOf(definition, { minutes, hasClock, presenters: room.presenters, choices, begun });
	return passage({ ...room, choices, plan }, 'chose', acting.by, acting.at);
}

/** What was gathered is shown, from nobody in particular. */
export function reveal(room: Room, { stage }: Of<'reveal'>, acting: Acting): Room | RoomRefusal {
	if (room.revealed.includes(stage)) return room;
	const why = whyNot(room, acting);
	if (why !== null) return why;
	if (room.plan[room.at]?.key !== stage || !stageUnderWay(room)?.gathers) return 'not-now';
	return passage({ ...room, revealed: [...room.revealed, stage] }, 'revealed', acting.by, acting.at);
}
