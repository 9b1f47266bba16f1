/**
 * Series as calendars carry them (RFC 5545). Each phase of a series is one event that repeats, with
 * what is different about single sessions: the cancelled ones, and those in a pause, are left out
 * (EXDATE, which every program understands), the moved ones are said anew (RECURRENCE-ID). Times are
 * on the wall in the group's zone.
 */
import { daysGiven, instantOf, type Pause, phaseOn } from '@entrepairs/domain/schedule/expand';
import type { Phase, Series, SessionChange } from '@entrepairs/domain/schedule/series';
import { formatSessionId } from '@entrepairs/domain/schedule/session-id';
import { type Component, type Property, text, uri } from './content-lines.ts';
import { formatUtc, formatWall } from './vtimezone.ts';
import { type Titles, title } from './words.ts';

/** A series and whose it is. */
export interface GroupSeries extends Series {
	readonly group: { readonly id: string; readonly name: string };
	/** In which the group holds no sessions. */
	readonly pauses?: readonly Pause[];
}

type Where = { readonly place: string | null; readonly link: string | null };

function elsewhere<S extends Series>(series: S, where: (of: Where) => Where): S {
	return {
		...series,
		phases: series.phases.map((phase) => ({ ...phase, ...where(phase) })),
		changes: series.changes.map((change) => ({
			...change,
			moved: change.moved && { ...change.moved, ...where(change.moved) },
		})),
	};
}

/** As those see it who may not enter the room: the address to meet at is a door of it. */
export function withoutDoor<S extends Series>(series: S): S {
	return elsewhere(series, ({ place }) => ({ place, link: null }));
}

/** When it is, and not where. */
export function withoutPlaces<S extends Series>(series: S): S {
	return elsewhere(series, () => ({ place: null, link: null }));
}

/** What all events of one calendar share. */
export interface Writing {
	readonly titles: Titles;
	/** Where the site is. */
	readonly publicUrl: string;
	/** When what is said became so (DTSTAMP, LAST-MODIFIED). */
	readonly stamp: Temporal.Instant;
	/** Zones are said from the first session until this year is over. */
	readonly lastYear: number;
}

/** Everything a calendar must be told of a phase; nothing when no session of it is left. */
export function phaseEvents(
	series: GroupSeries,
	phase: Phase,
	writing: Writing,
	more: readonly Property[] = [],
): Component[] {
	const until = lastInstant(series, phase);
	if (until !== null && until < instantOf(phase.startsOn, phase.time, phase.timeZone)) return [];
	const sequence = sequenceOf(series, phase);
	const one = (day: string) => eventOn(series, phase, { day, sequence, writing, more });
	if (phase.recurrence === null) return isOff(series, phase, phase.startsOn) ? [] : [one(phase.startsOn)];
	const left = daysOff(series, phase, until);
	const moved = changesIn(series, phase).filter((change) => change.moved !== null && !left.has(change.day));
	return [
		event([
			...properties(series, phase, { day: phase.startsOn, kind: 'all', sequence }, writing),
			`RRULE:${phase.recurrence}${until === null ? '' : `;UNTIL=${utc(until)}`}`,
			...[...left].sort().map((day) => zoned('EXDATE', day, phase.time, phase)),
			...more,
		]),
		...moved.map(({ day }) => one(day)),
	];
}

/** One session of a series, as it is held. */
export function occurrenceEvent(
	series: GroupSeries,
	phase: Phase,
	day: string,
	writing: Writing,
	more: readonly Property[] = [],
): Component {
	return eventOn(series, phase, { day, sequence: sequenceOf(series, phase), writing, more });
}

/** One session under a name of its own, apart from its series. */
export function singleEvent(
	series: GroupSeries,
	phase: Phase,
	day: string,
	writing: Writing,
	more: readonly Property[],
): Component {
	const sequence = sequenceOf(series, phase);
	return event([...properties(series, phase, { day, kind: 'single', sequence }, writing), ...more]);
}

/** What is different about a day, if anything is. */
export function changeOn(series: Series, day: string): SessionChange | undefined {
	return series.changes.find((change) => change.day === day);
}

/** Of everything with the UID of a phase: no session of it may seem older than the whole, nor the other way. */
export function sequenceOf(series: Series, phase: Phase): number {
	return Math.max(phase.revision, ...changesIn(series, phase).map(({ revision }) => revision));
}

/** A change of a day that the rule gives no longer would be one session too many: it is not among them. */
function changesIn(series: Series, phase: Phase): SessionChange[] {
	return series.changes.filter(({ day }) => phaseOn(series, day)?.id === phase.id);
}

/** The days that the rule gives until then, and on which nothing is held. */
function daysOff(series: GroupSeries, phase: Phase, last: Date | null): Set<string> {
	const off = new Set<string>();
	for (const { day } of changesIn(series, phase)) if (isOff(series, phase, day)) off.add(day);
	for (const { from, until } of series.pauses ?? []) {
		const earliest = Temporal.PlainDate.from(from.toISOString().slice(0, 10)).subtract({ days: 1 });
		for (const day of daysGiven(phase, earliest.toString())) {
			const start = instantOf(day, phase.time, phase.timeZone);
			if ((until !== null && start >= until) || (last !== null && start > last)) break;
			if (isOff(series, phase, day)) off.add(day);
		}
	}
	return off;
}

function isOff(series: GroupSeries, phase: Phase, day: string): boolean {
	const change = changeOn(series, day);
	if (change?.state === 'cancelled') return true;
	const held = change?.moved ?? { date: day, time: phase.time };
	const start = instantOf(held.date, held.time, phase.timeZone);
	return (series.pauses ?? []).some(({ from, until }) => start >= from && (until === null || start < until));
}

/** Until when a rule goes on: its last day, that day included, or a pause that has no end yet. */
function lastInstant(series: GroupSeries, phase: Phase): Date | null {
	const last = phase.lastOn === null ? null : instantOf(phase.lastOn, '23:59:59', phase.timeZone);
	const openPause = series.pauses?.find(({ until }) => until === null);
	if (openPause === undefined) return last;
	// What was moved from the pause to before it is still one of the rule's.
	const held = changesIn(series, phase)
		.filter(({ day }) => !isOff(series, phase, day))
		.map(({ day }) => instantOf(day, phase.time, phase.timeZone));
	const end = new Date(Math.max(openPause.from.getTime() - 1_000, ...held.map(Number)));
	return last === null || end < last ? end : last;
}

function eventOn(
	series: GroupSeries,
	phase: Phase,
	of: {
		readonly day: string;
		readonly sequence: number;
		readonly writing: Writing;
		readonly more: readonly Property[];
	},
): Component {
	const { day, sequence, writing, more } = of;
	return event([
		...properties(series, phase, { day, kind: 'one', sequence }, writing),
		...(phase.recurrence === null ? [] : [zoned('RECURRENCE-ID', day, phase.time, phase)]),
		...more,
	]);
}

function event(lines: readonly Property[]): Component {
	return { name: 'VEVENT', properties: lines };
}

function properties(
	series: GroupSeries,
	phase: Phase,
	{
		day,
		kind,
		sequence,
	}: { readonly day: string; readonly kind: 'all' | 'one' | 'single'; readonly sequence: number },
	{ titles, publicUrl, stamp }: Writing,
): Property[] {
	const sessionId = formatSessionId({ seriesId: series.id, day });
	const change = kind === 'all' ? undefined : changeOn(series, day);
	const held = change?.moved ?? { ...phase, date: day };
	const where = held.place ?? held.link;
	return [
		`UID:${kind === 'single' ? sessionId : phase.id}@entrepairs`,
		`DTSTAMP:${formatUtc(stamp)}`,
		`LAST-MODIFIED:${formatUtc(stamp)}`,
		`SEQUENCE:${sequence}`,
		zoned('DTSTART', held.date, held.time, phase),
		// Minutes that pass, not an hour on the wall: a change of the clocks makes no session longer.
		`DURATION:PT${held.durationMinutes}M`,
		text('SUMMARY', title(titles, series.group.name)),
		...(where === null ? [] : [text('LOCATION', where)]),
		...(held.link === null ? [] : [`URL:${uri(held.link)}`]),
		text(
			'DESCRIPTION',
			`${publicUrl}/${kind === 'all' ? `groups/${series.group.id}` : `sessions/${sessionId}`}`,
		),
		'CLASS:PRIVATE',
	];
}

/** A time on the wall of the phase, be it one that the clocks skip: programs read it as we do (3.3.5). */
function zoned(name: string, day: string, time: string, { timeZone }: Phase): Property {
	return `${name};TZID=${timeZone}:${formatWall(Temporal.PlainDate.from(day).toPlainDateTime(time))}`;
}

function utc(instant: Date): string {
	return formatUtc(Temporal.Instant.fromEpochMilliseconds(instant.getTime()));
}
