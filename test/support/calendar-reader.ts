/** Reads calendars with a library that knows nothing of ours. */
import ICAL from 'ical.js';

export interface ReadSession {
	readonly uid: string;
	readonly startsAt: string;
	readonly minutes: number;
	readonly summary: string;
	readonly location: string | null;
}

/** Every session that begins in a span, in order of time, as a calendar program works it out. */
export function readSessions(ics: string, from: Date, to: Date): ReadSession[] {
	const root = new ICAL.Component(ICAL.parse(ics));
	const events = root
		.getAllSubcomponents('vevent')
		.map((one) => new ICAL.Event(one, { strictExceptions: true, exceptions: [] }));
	const found: ReadSession[] = [];
	const take = (item: ICAL.Event, start: ICAL.Time) => {
		const startsAt = start.toUnixTime() * 1_000;
		if (startsAt < from.getTime() || startsAt >= to.getTime()) return startsAt < to.getTime();
		found.push({
			uid: item.uid,
			startsAt: new Date(startsAt).toISOString(),
			minutes: item.duration.toSeconds() / 60,
			summary: item.summary,
			location: item.location,
		});
		return true;
	};
	for (const event of events) {
		if (event.isRecurrenceException()) continue;
		for (const other of events) {
			if (other.uid === event.uid && other.isRecurrenceException()) event.relateException(other);
		}
		if (!event.isRecurring()) {
			take(event, event.startDate);
			continue;
		}
		const iterator = event.iterator();
		// What was moved may begin long before or after its place in the rule.
		const end = to.getTime() + 400 * 86_400_000;
		for (let next = iterator.next(); next != null; next = iterator.next()) {
			if (next.toUnixTime() * 1_000 > end) break;
			const { item, startDate } = event.getOccurrenceDetails(next);
			take(item, startDate);
		}
	}
	return found.sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0));
}

/** What a message to calendar programs (iTIP, RFC 5546) says, event by event. */
export function readInvitation(ics: string) {
	const root = new ICAL.Component(ICAL.parse(ics));
	return {
		method: root.getFirstPropertyValue('method'),
		events: root.getAllSubcomponents('vevent').map((event) => {
			const value = (name: string) => event.getFirstPropertyValue(name)?.toString() ?? null;
			const instant = (name: string) => {
				const time = event.getFirstPropertyValue(name);
				return time instanceof ICAL.Time ? new Date(time.toUnixTime() * 1_000).toISOString() : null;
			};
			return {
				uid: value('uid'),
				sequence: value('sequence'),
				status: value('status'),
				/** On the wall. */
				start: value('dtstart'),
				of: value('recurrence-id'),
				/** The same as instants, by the zones that the message brings along. */
				startsAt: instant('dtstart'),
				ofInstant: instant('recurrence-id'),
				rule: value('rrule'),
				without: event.getAllProperties('exdate').map((one) => String(one.getFirstValue())),
				organizer: event.getFirstPropertyValue('organizer'),
				attendees: event.getAllProperties('attendee').map((one) => one.getFirstValue()),
				summary: value('summary'),
				description: value('description'),
			};
		}),
	};
}

/** What RFC 5545 asks of the bytes, as sentences about what is wrong. */
export function wrongBytes(ics: string): string[] {
	const wrong: string[] = [];
	if (/(?<!\r)\n|\r(?!\n)/.test(ics)) wrong.push('a line break that is not CRLF');
	if (!ics.endsWith('END:VCALENDAR\r\n')) wrong.push('no end');
	for (const line of ics.split('\r\n')) {
		if (Buffer.byteLength(line) > 75) wrong.push(`a line of ${Buffer.byteLength(line)} octets`);
	}
	const unfolded = ics.replaceAll('\r\n ', '');
	for (const line of unfolded.split('\r\n').slice(0, -1)) {
		if (!/^[A-Z-]+(;[A-Z-]+=("[^"]*"|[^":;,]+))*:/.test(line)) wrong.push(`no property: ${line}`);
		// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
		if (/[\x00-\x08\x0a-\x1f\x7f]/.test(line)) wrong.push('a control character');
		const until = /UNTIL=([^;]+)/.exec(line)?.[1];
		if (until !== undefined && !/^\d{8}T\d{6}Z$/.test(until))
			wrong.push(`UNTIL that is not in UTC: ${until}`);
	}
	const used = new Set([...unfolded.matchAll(/;TZID=([^:;]+)/g)].map(([, zone]) => zone));
	const said = new Set([...unfolded.matchAll(/^TZID:(.+)$/gm)].map(([, zone]) => zone?.trim()));
	for (const zone of used) if (!said.has(zone)) wrong.push(`a zone that is not there: ${zone}`);
	return wrong;
}
