/**
 * Changing more than one session of a series. What has begun never changes: a series is cut at the
 * first session that is still to come, the phase before it ends, another one goes on under the same
 * series. A session whose day the new rule gives as well keeps its name, and with it everything that
 * hangs on it. What hangs on a session that is no more is carried to the one that takes its place.
 */
import { daysGiven, gives, instantOf, localDay, phaseOn, sessionOn } from './expand.ts';
import type { Phase, Series, SessionChange } from './series.ts';

/** From one session of the series to another, by their days. */
export interface Carried {
	readonly from: string;
	readonly to: string;
}

export interface Changed {
	readonly phases: readonly Phase[];
	readonly changes: readonly SessionChange[];
	/** For each session to come that is no more, the one that takes what hangs on it. */
	readonly carried: readonly Carried[];
}

/** How far ahead something can hang on a session of a rule without end. */
const YEARS_AHEAD = 10;

/**
 * The first day, from a session of the series on, that a change of all that follow begins with: its
 * own, or the next one where its time has come already. Null when nothing is to come.
 */
export function firstDayToCome(series: Series, from: string, now: Date): string | null {
	for (const day of daysFrom(series, from)) {
		const phase = phaseOn(series, day);
		if (phase !== null && instantOf(day, phase.time, phase.timeZone) > now) return day;
	}
	return null;
}

/** The last day that a series gives before a day; null when it begins there. */
export function dayBefore(series: Series, day: string): string | null {
	let last: string | null = null;
	for (const phase of series.phases) {
		for (const given of daysGiven(phase, phase.startsOn)) {
			if (given >= day) break;
			if (last === null || given > last) last = given;
		}
	}
	return last;
}

/**
 * Begins another phase in place of all sessions from `day` on. `next` begins after the session before
 * (see `dayBefore`) and is given the revision of this act; `newId` names sessions that stand alone.
 */
export function replaceFrom(
	series: Series,
	day: string,
	next: Phase,
	context: { readonly now: Date; readonly newId: () => string },
): Changed {
	const { revision } = next;
	const cut = { day: next.startsOn < day ? next.startsOn : day, revision };
	const phases = [...phasesBefore(series, cut), next];
	const held = heldAhead(series, day, phases, { ...context, revision });
	const after: Series = { id: series.id, phases: inOrder([...phases, ...held]), changes: [] };
	const carried = pairsByOrder(
		daysGone(series, after, day),
		daysUpTo(daysGiven(next, next.startsOn), horizonOf(day)),
		Math.min(0, daysBetween(day, next.startsOn)),
	);
	return { phases: after.phases, changes: changesKept(series, after, revision), carried };
}

/**
 * Ends a series before `day`. A series never loses all its sessions: if it begins there, its first one
 * stays, cancelled. `carried` goes to the last session that stays.
 */
export function endFrom(
	series: Series,
	day: string,
	act: {
		readonly now: Date;
		readonly newId: () => string;
		readonly revision: number;
		readonly reason: string | null;
	},
): Changed {
	const { revision, reason } = act;
	const stays = dayBefore(series, day);
	if (stays !== null) {
		const phases = phasesBefore(series, { day, revision });
		const after: Series = {
			id: series.id,
			phases: inOrder([...phases, ...heldAhead(series, day, phases, act)]),
			changes: [],
		};
		const carried = daysGone(series, after, day).map((from) => ({ from, to: stays }));
		return { phases: after.phases, changes: changesKept(series, after, revision), carried };
	}
	const first = phaseOn(series, day);
	if (first === null) throw new Error('a series without a session on its first day');
	const phase = { ...first, lastOn: day, revision };
	const after: Series = {
		id: series.id,
		phases: inOrder([phase, ...heldAhead(series, day, [phase], act)]),
		changes: [],
	};
	const kept = changesKept(series, after, revision).filter((change) => change.day !== day);
	const cancelled: SessionChange = {
		day,
		state: 'cancelled',
		moved: series.changes.find((change) => change.day === day)?.moved ?? null,
		reason,
		revision,
	};
	return {
		phases: after.phases,
		changes: [...kept, cancelled],
		carried: daysGone(series, after, day).map((from) => ({ from, to: day })),
	};
}

/** What is left of the phases before a day. */
function phasesBefore(series: Series, cut: { readonly day: string; readonly revision: number }): Phase[] {
	const last = plusDays(cut.day, -1);
	return series.phases
		.filter(({ startsOn }) => startsOn <= last)
		.map((phase) => {
			const isCut = phase.lastOn === null || phase.lastOn > last;
			return isCut ? { ...phase, lastOn: last, revision: cut.revision } : phase;
		});
}

/** Sessions from a day on that were moved ahead and have begun: each stands alone where no rule gives it. */
function heldAhead(
	series: Series,
	day: string,
	phases: readonly Phase[],
	context: { readonly now: Date; readonly newId: () => string; readonly revision: number },
): Phase[] {
	return series.changes.flatMap((change) => {
		if (change.day < day || phases.some((phase) => gives(phase, change.day))) return [];
		const session = sessionOn(series, change.day);
		const phase = phaseOn(series, change.day);
		if (session === null || phase === null || session.startsAt > context.now) return [];
		const { newId, revision } = context;
		return [{ ...phase, id: newId(), startsOn: change.day, lastOn: change.day, recurrence: null, revision }];
	});
}

/** Changes of sessions that are still there. A moved one stays at its instant, whatever the zone is now. */
function changesKept(before: Series, after: Series, revision: number): SessionChange[] {
	return before.changes.flatMap((change) => {
		const phase = phaseOn(after, change.day);
		const previous = phaseOn(before, change.day);
		if (phase === null || previous === null) return [];
		const { moved } = change;
		if (moved === null || phase.timeZone === previous.timeZone) return [change];
		const instant = instantOf(moved.date, moved.time, previous.timeZone);
		const date = localDay(instant, phase.timeZone).toString();
		const time = timeOn(instant, phase.timeZone);
		return [{ ...change, moved: { ...moved, date, time }, revision }];
	});
}

/** Days from a day on that a series gave, and gives no more. */
function daysGone(before: Series, after: Series, day: string): string[] {
	const horizon = horizonOf(day);
	const still = new Set(daysUpTo(daysFrom(after, day), horizon));
	return daysUpTo(daysFrom(before, day), horizon).filter((given) => !still.has(given));
}

/**
 * For each day that is gone, the first new one at or after it (or after where it would be, had it moved
 * ahead like the first of them), or the last of all. Both lists are in order.
 */
function pairsByOrder(gone: readonly string[], given: readonly string[], shift: number): Carried[] {
	let index = 0;
	return gone.map((from) => {
		const earliest = shift === 0 ? from : plusDays(from, shift);
		while (index < given.length - 1 && (given[index] ?? '') < earliest) index++;
		return { from, to: given[index] ?? from };
	});
}

function horizonOf(day: string): string {
	return Temporal.PlainDate.from(day).add({ years: YEARS_AHEAD }).toString();
}

function daysUpTo(days: Iterable<string>, horizon: string): string[] {
	const found: string[] = [];
	for (const day of days) {
		if (day > horizon) break;
		found.push(day);
	}
	return found;
}

/** The days that a series gives from a day on, in order. */
function* daysFrom(series: Series, from: string): Generator<string> {
	const waiting = series.phases.map((phase) => daysGiven(phase, from));
	const heads = waiting.map((days) => days.next());
	for (;;) {
		let earliest: string | null = null;
		for (const { value, done } of heads) {
			if (!done && (earliest === null || value < earliest)) earliest = value;
		}
		if (earliest === null) return;
		yield earliest;
		heads.forEach((head, index) => {
			const days = waiting[index];
			if (!head.done && head.value === earliest && days !== undefined) heads[index] = days.next();
		});
	}
}

function inOrder(phases: readonly Phase[]): Phase[] {
	return phases.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
}

function plusDays(day: string, days: number): string {
	return Temporal.PlainDate.from(day).add({ days }).toString();
}

function daysBetween(from: string, to: string): number {
	return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

function timeOn(instant: Date, timeZone: string): string {
	return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
		.toZonedDateTimeISO(timeZone)
		.toPlainTime()
		.toString({ smallestUnit: 'minute' });
}
