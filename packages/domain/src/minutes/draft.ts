/**
 * What a room leaves behind when it has ended: the facts of the session, for the minutes, and what people
 * said they take away. Everything else that people said in the room goes (`emptied`).
 */
import type { RoleHeld, Room, Spoken } from '../room/state.ts';
import { timesToKeep } from './spoken-times.ts';
import { type StageTime, stageTimes } from './stage-times.ts';
import { type RoomVisit, type TimeThere, timesThere } from './time-there.ts';

export interface SessionFacts {
	readonly mode: Room['mode'];
	readonly method: {
		readonly id: string;
		readonly version: number;
		readonly minutes: number;
		readonly hasClock: boolean;
		readonly name: { readonly fr: string; readonly en: string };
	} | null;
	readonly openedAt: number;
	/** When the first stage began. */
	readonly startedAt: number;
	readonly endedAt: number;
	/** Nobody ended it: the end is what the room knows of it. Not said of rooms of earlier versions. */
	readonly endedByItself?: boolean;
	readonly roles: readonly RoleHeld[];
	readonly presenters: readonly string[];
	readonly people: readonly TimeThere[];
	readonly stages: readonly StageTime[];
	/** The ways that were chosen, by stage. */
	readonly choices: readonly { readonly stage: string; readonly name: { fr: string; en: string } }[];
	/** How it was, as counts: nobody's own. */
	readonly evaluations: readonly { readonly value: number; readonly count: number }[];
	/** Null: they were not to be kept. */
	readonly spoken: readonly Spoken[] | null;
	/** The group's next session, as it was planned when this one ended. */
	readonly next: { readonly sessionId: string; readonly startsAt: number } | null;
}

export interface EndedRoom {
	readonly room: Room;
	readonly visits: readonly RoomVisit[];
	readonly openedAt: number;
	readonly endedAt: number;
	/** When the session was to begin. */
	readonly plannedAt: number;
	readonly next: SessionFacts['next'];
}

/** Whether a session took place in the room: one that was only looked into leaves nothing. */
export function wasHeld({ passages }: Pick<Room, 'passages'>): boolean {
	return passages.some(({ what }) => what === 'started');
}

/** The facts of a session that was held. */
export function factsOf({ room, visits, openedAt, endedAt, plannedAt, next }: EndedRoom): SessionFacts {
	const { method } = room;
	const startedAt = room.passages.find(({ what }) => what === 'started')?.at ?? openedAt;
	return {
		mode: room.mode,
		method: method && {
			id: method.id,
			version: method.version,
			minutes: method.minutes,
			hasClock: method.hasClock,
			name: method.definition.name,
		},
		openedAt,
		startedAt,
		endedAt,
		endedByItself: room.passages.findLast(({ what }) => what === 'ended')?.by === null,
		roles: rolesOf(room),
		presenters: [...new Set(room.presenters)],
		people: peopleAt(visits, {
			startedAt,
			endedAt,
			since: Math.max(openedAt, Math.min(plannedAt, startedAt)),
		}),
		stages: stageTimes(room, endedAt),
		choices: choicesOf(room),
		evaluations: ([1, 2, 3, 4] as const)
			.map((value) => ({
				value,
				count: room.evaluations.filter((one) => one.value === value).length,
			}))
			.filter(({ count }) => count > 0),
		spoken: timesToKeep(room),
		next,
	};
}

/**
 * Who was at a session: whoever was in its room at any moment between its first stage and its end, however
 * short. Their time counts from the planned hour, or from the first stage where that came earlier: who opens
 * the room the day before to prepare it, or waits in it, is not at the session yet.
 */
function peopleAt(
	visits: readonly RoomVisit[],
	{ since, startedAt, endedAt }: { since: number; startedAt: number; endedAt: number },
): TimeThere[] {
	return timesThere(visits, { since, endedAt }).filter(({ until }) => until > startedAt);
}

/** Whoever held the frame is the facilitator: at the end, or, where nobody did any more, when it began. */
function rolesOf({ roles, frame, passages }: Room): RoleHeld[] {
	const began = passages.find(({ what }) => what === 'started')?.by ?? null;
	const accountId = frame.backTo ?? frame.heldBy ?? began;
	const others = roles.filter(({ role }) => role !== 'facilitator');
	return accountId === null ? others : [{ role: 'facilitator', accountId }, ...others];
}

function choicesOf({ choices, method }: Room): SessionFacts['choices'] {
	return Object.entries(choices).flatMap(([stage, wayId]) => {
		const stageId = stage.split('.')[1];
		const way = method?.definition.stages
			.find(({ id }) => id === stageId)
			?.choice?.find(({ id }) => id === wayId);
		return way === undefined ? [] : [{ stage, name: way.name }];
	});
}

/**
 * An ended room without what people said and how they were: what is kept of it is in the minutes, where it
 * can be erased. Who spoke how long, who rated what and who refused what is nowhere after that.
 */
export function emptied(room: Room): Room {
	const isEmpty = [room.spoken, room.checkIns, room.takeAways, room.evaluations, room.keepTimes].every(
		({ length }) => length === 0,
	);
	if (isEmpty) return room;
	return { ...room, spoken: [], checkIns: [], takeAways: [], evaluations: [], keepTimes: [] };
}

/** A live room that everybody left without ending it is over so long after the session's planned end. */
export const FORGOTTEN_AFTER_MS = 12 * 3_600_000;

/** For so long a group is believed to have gone on after its planned end without anything being done. */
const OVERRUN_MS = 3_600_000;

/**
 * When a room that nobody ended came to its end: when two people were last there together, or when somebody
 * last did something in it, if that came later. A window that stays open over night is nobody's session.
 */
export function whenItEnded(of: {
	readonly visits: readonly RoomVisit[];
	readonly passages: Room['passages'];
	readonly openedAt: number;
	readonly plannedEnd: number;
}): number {
	const { visits, passages, openedAt, plannedEnd } = of;
	let together = openedAt;
	for (const [index, one] of visits.entries()) {
		for (const other of visits.slice(index + 1)) {
			if (one.accountId === other.accountId) continue;
			const until = Math.min(one.leftAt, other.leftAt);
			if (until > Math.max(one.arrivedAt, other.arrivedAt)) together = Math.max(together, until);
		}
	}
	const done = passages.findLast(({ by }) => by !== null)?.at ?? openedAt;
	return Math.max(done, Math.min(together, plannedEnd + OVERRUN_MS));
}

/** The room, ended by nobody. */
export function endedByItself(room: Room, at: number): Room {
	if (room.phase === 'ended') return room;
	return {
		...room,
		phase: 'ended',
		clock: null,
		deadline: null,
		inDanger: false,
		speaking: { by: null, since: null, hands: [], round: null },
		passages: [...room.passages, { at, by: null, what: 'ended', stage: null }],
	};
}
