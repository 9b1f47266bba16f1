/**
 * The sessions of a series. 18:30 in Paris stays 18:30 across daylight saving; the instant moves. A
 * time that the clocks skip in spring becomes the moment after the gap; one that comes twice in
 * autumn is the first of both (RFC 5545, 3.3.5).
 */
import { daysOf, parseRecurrence, type Recurrence } from './recurrence.ts';
import type { Phase, Series, SessionChange } from './series.ts';

/** One session of a series, as it is held. */
export interface Occurrence {
	/** The day that the series gives it, also when it was moved to another. */
	readonly day: string;
	readonly phaseId: string;
	readonly startsAt: Date;
	readonly endsAt: Date;
	readonly timeZone: string;
	readonly state: 'planned' | 'cancelled';
	/** When it would have been, if it was moved to another time. */
	readonly movedFrom: Date | null;
	readonly reason: string | null;
	/** What cancelled it, where nobody did. */
	readonly cause: 'quorum' | null;
	readonly place: string | null;
	readonly link: string | null;
}

/** A time in which a group holds no sessions; null: until further notice. */
export interface Pause {
	readonly from: Date;
	readonly until: Date | null;
}

const MINUTE_MS = 60_000;

/**
 * The sessions that are under way or begin between two instants, the cancelled ones too, in order of
 * time. Those that would begin in a pause are left out.
 */
export function expand(series: Series, from: Date, to: Date, pauses: readonly Pause[] = []): Occurrence[] {
	const changes = new Map(series.changes.map((change) => [change.day, change]));
	const found: Occurrence[] = [];
	const take = (occurrence: Occurrence) => {
		const { startsAt, endsAt } = occurrence;
		if (endsAt > from && startsAt < to && !isPaused(pauses, startsAt)) found.push(occurrence);
	};
	for (const phase of series.phases) {
		// A session lasts at most eight hours: the day before the first instant may still be under way.
		const earliest = localDay(from, phase.timeZone).subtract({ days: 1 });
		const latest = localDay(to, phase.timeZone).toString();
		for (const date of daysOf(ruleOf(phase), Temporal.PlainDate.from(phase.startsOn), earliest)) {
			const day = date.toString();
			if (day > latest || (phase.lastOn !== null && day > phase.lastOn)) break;
			const change = changes.get(day);
			// What was moved may come from far away: it is looked at below.
			if (change === undefined || change.moved === null) take(asOccurrence(phase, date, day, change));
		}
	}
	for (const change of series.changes) {
		if (change.moved === null) continue;
		const phase = phaseOn(series, change.day);
		if (phase !== null) {
			take(asOccurrence(phase, Temporal.PlainDate.from(change.day), change.day, change));
		}
	}
	return found.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** The session that a series gives on a day, as it is held; null when there is none. */
export function sessionOn(series: Series, day: string): Occurrence | null {
	const phase = phaseOn(series, day);
	if (phase === null) return null;
	return asOccurrence(
		phase,
		Temporal.PlainDate.from(day),
		day,
		series.changes.find((change) => change.day === day),
	);
}

/** The phase whose rule gives a day. */
export function phaseOn(series: Pick<Series, 'phases'>, day: string): Phase | null {
	return series.phases.find((phase) => gives(phase, day)) ?? null;
}

/** Whether a phase's rule gives a session on a day. */
export function gives(phase: Phase, day: string): boolean {
	if (day < phase.startsOn || (phase.lastOn !== null && day > phase.lastOn)) return false;
	const date = Temporal.PlainDate.from(day);
	for (const next of daysOf(ruleOf(phase), Temporal.PlainDate.from(phase.startsOn), date)) {
		return next.equals(date);
	}
	return false;
}

/** The days that a phase gives from a day on, in order; without end where the phase has none. */
export function* daysGiven(phase: Phase, from: string): Generator<string> {
	const start = Temporal.PlainDate.from(phase.startsOn);
	for (const date of daysOf(ruleOf(phase), start, Temporal.PlainDate.from(from))) {
		const day = date.toString();
		if (phase.lastOn !== null && day > phase.lastOn) return;
		yield day;
	}
}

/** The rule that a phase is stored with. */
export function ruleOf(phase: Pick<Phase, 'recurrence'>): Recurrence | null {
	if (phase.recurrence === null) return null;
	const rule = parseRecurrence(phase.recurrence);
	if (rule === null) throw new Error('a series with a rule that is none of ours');
	return rule;
}

/** The instant of a time on the wall. */
export function instantOf(day: string, time: string, timeZone: string): Date {
	return onWall(Temporal.PlainDate.from(day), time, timeZone);
}

function onWall(date: Temporal.PlainDate, time: string, timeZone: string): Date {
	return new Date(date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds);
}

/** The day it is somewhere. */
export function localDay(instant: Date, timeZone: string): Temporal.PlainDate {
	return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** When the clocks of a zone change between two instants, and by how much. */
export function clockChanges(
	timeZone: string,
	from: Date,
	to: Date,
): { readonly at: Date; readonly byMinutes: number }[] {
	const changes: { at: Date; byMinutes: number }[] = [];
	let now = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(timeZone);
	for (;;) {
		const next = now.getTimeZoneTransition('next');
		if (next === null || next.epochMilliseconds >= to.getTime()) return changes;
		const byMinutes = (next.offsetNanoseconds - now.offsetNanoseconds) / 1e9 / 60;
		// Some entries of the database change a name and no clock.
		if (byMinutes !== 0) changes.push({ at: new Date(next.epochMilliseconds), byMinutes });
		now = next;
	}
}

function asOccurrence(
	phase: Phase,
	date: Temporal.PlainDate,
	day: string,
	change: SessionChange | undefined,
): Occurrence {
	const planned = onWall(date, phase.time, phase.timeZone);
	const moved = change?.moved ?? null;
	const startsAt = moved === null ? planned : instantOf(moved.date, moved.time, phase.timeZone);
	const { durationMinutes, place, link } = moved ?? phase;
	return {
		day,
		phaseId: phase.id,
		startsAt,
		endsAt: new Date(startsAt.getTime() + durationMinutes * MINUTE_MS),
		timeZone: phase.timeZone,
		state: change?.state ?? 'planned',
		movedFrom: startsAt.getTime() === planned.getTime() ? null : planned,
		reason: change?.reason ?? null,
		cause: change?.cause ?? null,
		place,
		link,
	};
}

/** Whether a group holds no session that begins at an instant. */
export function isPaused(pauses: readonly Pause[], instant: Date): boolean {
	return pauses.some(({ from, until }) => instant >= from && (until === null || instant < until));
}
