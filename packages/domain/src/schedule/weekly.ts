/**
 * Weekly meetings as people mean them: a day, a time on the wall, a zone. 18:30 in Paris stays
 * 18:30 across daylight saving; the instant moves.
 */

/** A series that repeats every week on the weekday of `startsOn`, without end. */
export interface WeeklySeries {
	/** `2026-11-24`, the first meeting. */
	readonly startsOn: string;
	/** `18:30` or `18:30:00`, on the wall. */
	readonly time: string;
	readonly durationMinutes: number;
	/** IANA name, such as `Indian/Reunion`. */
	readonly timeZone: string;
}

export interface Meeting {
	/** The day the series gives it, in its own zone. */
	readonly day: string;
	readonly startsAt: Date;
	readonly endsAt: Date;
}

const DAYS_A_WEEK = 7;
const byWeekday = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** The rule of RFC 5545 that a weekly series is stored with. */
export function weeklyRule(startsOn: string): string {
	const { dayOfWeek } = Temporal.PlainDate.from(startsOn);
	return `FREQ=WEEKLY;BYDAY=${byWeekday[dayOfWeek - 1]}`;
}

/**
 * The meeting that the series holds on a day, or null when it holds none then. A time that the
 * clocks skip in spring becomes the moment after the gap; one that comes twice in autumn is the
 * first of both (RFC 5545, 3.3.5).
 */
export function meetingOn(series: WeeklySeries, day: string): Meeting | null {
	const date = Temporal.PlainDate.from(day);
	const since = Temporal.PlainDate.from(series.startsOn).until(date, { largestUnit: 'days' }).days;
	if (since < 0 || since % DAYS_A_WEEK !== 0) return null;
	const start = date.toZonedDateTime({ timeZone: series.timeZone, plainTime: series.time });
	return {
		day,
		startsAt: new Date(start.epochMilliseconds),
		endsAt: new Date(start.add({ minutes: series.durationMinutes }).epochMilliseconds),
	};
}

/** Meetings that are under way or begin between two instants, in order of time. */
export function meetingsBetween(series: WeeklySeries, from: Date, to: Date): Meeting[] {
	const first = Temporal.PlainDate.from(series.startsOn);
	// A meeting lasts at most eight hours: the day before the first instant may still be under way.
	const earliest = localDay(from, series.timeZone).subtract({ days: 1 });
	const behind = first.until(earliest, { largestUnit: 'days' }).days;
	const weeks = Math.max(0, Math.ceil(behind / DAYS_A_WEEK));
	const meetings: Meeting[] = [];
	for (let date = first.add({ weeks }); ; date = date.add({ weeks: 1 })) {
		const meeting = meetingOn(series, date.toString());
		if (meeting === null || meeting.startsAt >= to) return meetings;
		if (meeting.endsAt > from) meetings.push(meeting);
	}
}

/** The day it is somewhere. */
export function localDay(instant: Date, timeZone: string): Temporal.PlainDate {
	return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}
