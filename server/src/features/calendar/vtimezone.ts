/**
 * A zone as calendars carry it (RFC 5545, 3.6.5), from the zone data of the platform: the same that
 * sessions are worked out with. Each change of the clocks within the span stands for itself, with no
 * rule that would go on where a zone has changed its mind.
 */
import type { Component } from './content-lines.ts';

/** What a zone does from `from` (what is in force then included) until `to`. */
export function vtimezone(timeZone: string, from: Temporal.Instant, to: Temporal.Instant): Component {
	return {
		name: 'VTIMEZONE',
		properties: [`TZID:${timeZone}`],
		components: observances(from.toZonedDateTimeISO(timeZone), to),
	};
}

function observances(from: Temporal.ZonedDateTime, to: Temporal.Instant): Component[] {
	// The onset in force at first. `previous` looks strictly before, and `from` may be one itself.
	const inForce = from.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
	const found = [inForce === null ? beforeAllChanges(from) : observance(inForce)];
	for (
		let next = from.getTimeZoneTransition('next');
		next !== null;
		next = next.getTimeZoneTransition('next')
	) {
		if (Temporal.Instant.compare(next.toInstant(), to) > 0) break;
		found.push(observance(next));
	}
	return found;
}

/** The clocks change at this instant; its onset is said in the time on the wall before it. */
function observance(onset: Temporal.ZonedDateTime): Component {
	const before = onset.subtract({ nanoseconds: 1 }).offsetNanoseconds;
	const wall = onset.toInstant().toZonedDateTimeISO('UTC').add({ nanoseconds: before }).toPlainDateTime();
	return {
		// The platform does not say which is summer time: clocks that go forward begin it.
		name: onset.offsetNanoseconds > before ? 'DAYLIGHT' : 'STANDARD',
		properties: [
			`DTSTART:${formatWall(wall)}`,
			`TZOFFSETFROM:${formatOffset(before)}`,
			`TZOFFSETTO:${formatOffset(onset.offsetNanoseconds)}`,
		],
	};
}

function beforeAllChanges({ offsetNanoseconds }: Temporal.ZonedDateTime): Component {
	const offset = formatOffset(offsetNanoseconds);
	return {
		name: 'STANDARD',
		properties: ['DTSTART:19700101T000000', `TZOFFSETFROM:${offset}`, `TZOFFSETTO:${offset}`],
	};
}

/** `20261124T183000`, on the wall. */
export function formatWall(wall: Temporal.PlainDateTime): string {
	return wall.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}

/** `20261124T173000Z` */
export function formatUtc(instant: Temporal.Instant): string {
	return instant.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}

/** `+0200`; with seconds only where a zone had them. */
function formatOffset(nanoseconds: number): string {
	const seconds = Math.abs(nanoseconds) / 1e9;
	const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	if (parts[2] === 0) parts.pop();
	return (nanoseconds < 0 ? '-' : '+') + parts.map((part) => String(part).padStart(2, '0')).join('');
}
