/** Before the stages: what the session will be. */
import type { Method, RoomRole } from '@entrepairs/methods/method';
import { type Acting, type Of, passage, type RoomRefusal } from './action.ts';
import { entered } from './frame.ts';
import { planOf } from './plan.ts';
import { presentersOf } from './presenters.ts';
import { presenterOf } from './rights.ts';
import type { Room } from './state.ts';
import { whoIsMissing } from './who-is-missing.ts';
import { amongSpeakers } from './word.ts';

/** Roles that are one person's; the others are as many people's as the method says. */
const forOne: readonly RoomRole[] = ['presenter', 'co-facilitator', 'interviewer', 'timekeeper', 'scribe'];
/** Who presents cannot at once look on, ask or reflect. */
const besideThePresenter: readonly RoomRole[] = ['observer', 'interviewer', 'reflector', 'co-facilitator'];

export function chooseMethod(room: Room, action: Of<'choose-method'>, acting: Acting): Room | RoomRefusal {
	if (room.frame.heldBy !== acting.by) return 'not-yours';
	if (room.phase !== 'lobby' || room.inDanger) return 'not-now';
	const { definition, method: id, version, minutes, mode } = action;
	if (mode === 'over-days' && !definition.overDays) return 'not-offered';
	const hasClock =
		mode === 'live' && (definition.clock === 'kept' || (definition.clock === 'optional' && action.hasClock));
	const hasOwnLength = minutes !== null;
	const length =
		minutes ?? lengthFor(definition, presentersOf(room, definition, peopleOf(acting, mode)).length);
	const before = room.method;
	if (
		before?.id === id &&
		before.version === version &&
		before.minutes === length &&
		before.hasOwnLength === hasOwnLength &&
		before.hasClock === hasClock &&
		room.mode === mode
	) {
		return room;
	}
	const chosen = {
		...room,
		mode,
		method: { id, version, minutes: length, hasOwnLength, hasClock, definition },
	};
	return passage(chosen, 'method-chosen', acting.by, acting.at);
}

/** Who may be counted on: over days nobody needs to be there. */
function peopleOf({ present, members }: Acting, mode: Room['mode']): readonly string[] {
	return mode === 'live' ? present : members;
}

/** Where everybody presents, the time of the method is that of one of them. */
function lengthFor(definition: Method, presenters: number): number {
	return definition.rounds === 'everyone' ? definition.minutes * Math.max(1, presenters) : definition.minutes;
}

export function chooseCase(room: Room, caseId: string | null, { by, at }: Acting): Room | RoomRefusal {
	if (room.frame.heldBy !== by && presenterOf(room) !== by) return 'not-yours';
	if (room.phase !== 'lobby' && room.phase !== 'stages') return 'not-now';
	return room.caseId === caseId ? room : passage({ ...room, caseId }, 'case-chosen', by, at);
}

export function takeRole(room: Room, action: Of<'take-role'>, acting: Acting): Room | RoomRefusal {
	const { role, accountId } = action;
	const isGiven = room.frame.heldBy === acting.by;
	if (!isGiven && accountId !== acting.by) return 'not-yours';
	if (!acting.members.includes(accountId)) return 'not-here';
	if (room.phase === 'closing' || room.phase === 'ended') return 'not-now';
	if (room.phase === 'stages' && role === 'presenter') return 'not-now';
	// The frame is handed over or taken; it is not one of the roles that are given out.
	if (role === 'facilitator') return 'not-offered';
	const held = room.roles.filter((one) => one.role === role);
	if (held.some((one) => one.accountId === accountId)) return room;
	if (besideThePresenter.includes(role) && presenterOf(room) === accountId) return 'not-offered';
	const most = forOne.includes(role)
		? 1
		: (room.method?.definition.roles.find((one) => one.role === role)?.most ?? acting.members.length);
	if (held.length >= most && !(isGiven && most === 1)) return 'role-taken';
	const others = room.roles.filter(
		(one) =>
			!(most === 1 && one.role === role) &&
			!(role === 'presenter' && one.accountId === accountId && besideThePresenter.includes(one.role)),
	);
	const taken: Room = {
		...room,
		roles: [...others, { role, accountId }],
		presenters: role === 'presenter' ? [accountId] : room.presenters,
	};
	return amongSpeakers(passage(taken, 'role-taken', acting.by, acting.at), acting.at);
}

export function leaveRole(room: Room, action: Of<'leave-role'>, { by, at }: Acting): Room | RoomRefusal {
	const { role, accountId } = action;
	if (room.frame.heldBy !== by && accountId !== by) return 'not-yours';
	if (room.phase === 'closing' || room.phase === 'ended') return 'not-now';
	if (room.phase === 'stages' && role === 'presenter') return 'not-now';
	const roles = room.roles.filter((one) => one.role !== role || one.accountId !== accountId);
	if (roles.length === room.roles.length) return room;
	const left = { ...room, roles, presenters: role === 'presenter' ? [] : room.presenters };
	return amongSpeakers(passage(left, 'role-left', by, at), at);
}

export function start(room: Room, acting: Acting): Room | RoomRefusal {
	if (room.frame.heldBy !== acting.by) return 'not-yours';
	if (room.phase !== 'lobby' || room.inDanger) return 'not-now';
	if (room.method === null) return 'no-method';
	const { definition, hasClock, hasOwnLength } = room.method;
	const people = peopleOf(acting, room.mode);
	if (people.length < 2) return 'too-few-people';
	const presenters = presentersOf(room, definition, people);
	const [first] = presenters;
	if (first === undefined) return 'no-presenter';
	if (!people.includes(first)) return 'not-here';
	const { why } = whoIsMissing(room, people);
	if (why !== null) return why;
	// More may have come since the method was chosen.
	const minutes = hasOwnLength === false ? lengthFor(definition, presenters.length) : room.method.minutes;
	const plan = planOf(definition, { minutes, hasClock, presenters, choices: {} });
	const method = { ...room.method, minutes };
	const begun: Room = { ...room, phase: 'stages', method, presenters, choices: {}, plan, at: 0 };
	return passage(entered(begun, acting), 'started', acting.by, acting.at);
}
