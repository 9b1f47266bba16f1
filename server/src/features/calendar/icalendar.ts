/** Whole calendars: what is subscribed to, and what is put into a calendar by hand. */
import { phaseOn } from '@entrepairs/domain/schedule/expand';
import { type Component, format, type Property, text } from './content-lines.ts';
import { changeOn, type GroupSeries, phaseEvents, singleEvent, type Writing } from './events.ts';
import { vtimezone } from './vtimezone.ts';
import { calendarName } from './words.ts';

const YEARS_AHEAD = 10;
const HOURS_TO_REFRESH = 1;
const HOURS_A_YEAR = 366 * 24;

/** The year until which calendars written now know what the clocks do. */
export function lastYearOf(now: Date): number {
	return now.getUTCFullYear() + YEARS_AHEAD;
}

/** A calendar to subscribe to. `ownZone` is said where there is nothing else: no calendar may be empty. */
export function feed(
	series: readonly GroupSeries[],
	options: { readonly groupName: string | null; readonly ownZone: string } & Writing,
): string {
	const name = calendarName(options.titles, options.groupName);
	const zones = zonesOf(series, options);
	return calendar({
		properties: [
			text('NAME', name),
			text('X-WR-CALNAME', name),
			`REFRESH-INTERVAL;VALUE=DURATION:PT${HOURS_TO_REFRESH}H`,
			`X-PUBLISHED-TTL:PT${HOURS_TO_REFRESH}H`,
		],
		zones: zones.length > 0 ? zones : [zoneFrom(options.ownZone, options.stamp, options.lastYear)],
		events: series.flatMap((one) => one.phases.flatMap((phase) => phaseEvents(one, phase, options))),
	});
}

/** One session alone; null when the series holds none that day. */
export function sessionFile(series: GroupSeries, day: string, writing: Writing): string | null {
	const phase = phaseOn(series, day);
	if (phase === null) return null;
	const isCancelled = changeOn(series, day)?.state === 'cancelled';
	const more = isCancelled ? ['STATUS:CANCELLED'] : [];
	return calendar({
		properties: [],
		zones: zonesOf([{ ...series, phases: [{ ...phase, startsOn: day }] }], writing),
		events: [singleEvent(series, phase, day, writing, more)],
	});
}

/** The zones of series, each for as long as sessions are held in it. */
export function zonesOf(series: readonly GroupSeries[], { lastYear }: Writing): Component[] {
	const spans = new Map<string, { readonly first: string; readonly last: number }>();
	for (const { startsOn, lastOn, recurrence, timeZone } of series.flatMap(({ phases }) => phases)) {
		const { first = startsOn, last = 0 } = spans.get(timeZone) ?? {};
		const end = recurrence === null ? startsOn : lastOn;
		// A session may be moved to a day after the last one.
		const ends = end === null ? lastYear : Math.min(lastYear, Temporal.PlainDate.from(end).year + 1);
		spans.set(timeZone, { first: earlier(startsOn, first), last: Math.max(last, ends) });
	}
	return [...spans].map(([timeZone, { first, last }]) => {
		const start = Temporal.PlainDate.from(first).toZonedDateTime(timeZone).toInstant();
		// And the first one to a day before.
		return zoneFrom(timeZone, start.subtract({ hours: HOURS_A_YEAR }), last);
	});
}

export function calendar(parts: {
	readonly properties: readonly Property[];
	readonly zones: readonly Component[];
	readonly events: readonly Component[];
}): string {
	return format({
		name: 'VCALENDAR',
		properties: [
			'VERSION:2.0',
			'PRODID:-//Entrepairs//Entrepairs//FR',
			'CALSCALE:GREGORIAN',
			...parts.properties,
		],
		components: [...parts.zones, ...parts.events],
	});
}

function earlier(day: string, other: string): string {
	return Temporal.PlainDate.compare(day, other) < 0 ? day : other;
}

function zoneFrom(timeZone: string, from: Temporal.Instant, lastYear: number): Component {
	return vtimezone(timeZone, from, Temporal.Instant.from(`${lastYear + 1}-01-02T00:00Z`));
}
