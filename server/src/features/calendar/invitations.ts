/**
 * Invitations that land in any calendar program (iTIP, RFC 5546), as data: who sends them, and when,
 * is decided elsewhere.
 *
 * Each phase of a series is an event of its own, and a message is about one event: a change of a
 * series can need several. SEQUENCE is the phase's revision and never goes back; of two messages with
 * the same one, programs believe the later DTSTAMP. So any message can be sent again, in any order.
 *
 * Nobody answers by mail: whether one comes is said on the site, to which the event leads.
 */
import { localDay, phaseOn } from '@entrepairs/domain/schedule/expand';
import type { Phase } from '@entrepairs/domain/schedule/series';
import { type Component, type Property, parameter } from './content-lines.ts';
import { changeOn, type GroupSeries, occurrenceEvent, phaseEvents, type Writing } from './events.ts';
import { calendar, lastYearOf, zonesOf } from './icalendar.ts';
import type { Titles } from './words.ts';

export interface Invitation {
	readonly method: 'REQUEST' | 'CANCEL';
	readonly sequence: number;
	/** For a part `text/calendar; charset=utf-8; method=…`. */
	readonly content: string;
	readonly to: string;
}

export interface Occasion {
	readonly kind:
		| 'session-planned'
		| 'session-moved'
		| 'session-cancelled'
		| 'series-changed'
		| 'membership-ended';
	/** As it is now, the change included. */
	readonly series: GroupSeries;
	/** The day the series gives the session, where the occasion is about one. */
	readonly day?: string;
	readonly person: Titles & { readonly email: string };
	/** Where the site is, and the address that its mail comes from. */
	readonly site: { readonly publicUrl: string; readonly address: string };
	readonly now: Date;
}

/**
 * What to send to one person, a mail for each; nothing when there is nothing left to say.
 *
 * - `session-moved`, `session-cancelled` with a `day`: that session alone, as it is now.
 * - `session-planned`, `series-changed`: each phase that is not over, and the one that ended for it.
 * - `membership-ended`: all that is to come is taken out of that person's calendar. Asks no rights:
 *   they have lost them.
 */
export function invitationFor(occasion: Occasion): readonly Invitation[] {
	const { kind, series, day } = occasion;
	if (day !== undefined && (kind === 'session-moved' || kind === 'session-cancelled')) {
		const phase = phaseOn(series, day);
		return phase === null ? [] : [ofSession(occasion, phase, day)];
	}
	return phasesToTell(occasion).map((phase) =>
		kind === 'membership-ended' ? cancellation(occasion, phase) : ofPhase(occasion, phase),
	);
}

/** Those that are not over; for a change also the one before, which may end earlier than it did. */
function phasesToTell({ kind, series, now }: Occasion): readonly Phase[] {
	const { phases } = series;
	const living = phases.findIndex(
		({ lastOn, recurrence, startsOn, timeZone }) =>
			(recurrence === null ? startsOn : (lastOn ?? '9999')) >= localDay(now, timeZone).toString(),
	);
	const first = living === -1 ? phases.length : living;
	return phases.slice(Math.max(0, kind === 'series-changed' ? first - 1 : first));
}

function ofPhase(occasion: Occasion, phase: Phase): Invitation {
	const events = phaseEvents(occasion.series, phase, writing(occasion), people(occasion));
	// No session of it is left, or its only one is cancelled.
	return events.length === 0 ? cancellation(occasion, phase) : message(occasion, phase, 'REQUEST', events);
}

function ofSession(occasion: Occasion, phase: Phase, day: string): Invitation {
	const isCancelled = changeOn(occasion.series, day)?.state === 'cancelled';
	const event = occurrenceEvent(occasion.series, phase, day, writing(occasion), [
		...people(occasion),
		...(isCancelled ? ['STATUS:CANCELLED'] : []),
	]);
	return message(occasion, phase, isCancelled ? 'CANCEL' : 'REQUEST', [event]);
}

/** The whole of a phase is taken out of the calendar. */
function cancellation(occasion: Occasion, phase: Phase): Invitation {
	// As it would be without end and changes: programs want to know when what is cancelled began.
	const whole: Phase = { ...phase, lastOn: null };
	const series = { ...occasion.series, phases: [whole], changes: [], pauses: [] };
	const events = phaseEvents(series, whole, writing(occasion), [...people(occasion), 'STATUS:CANCELLED']);
	return message(occasion, phase, 'CANCEL', events);
}

function message(
	occasion: Occasion,
	phase: Phase,
	method: Invitation['method'],
	events: readonly Component[],
): Invitation {
	const zones = zonesOf([{ ...occasion.series, phases: [phase] }], writing(occasion));
	return {
		method,
		sequence: Math.max(...events.map(sequenceOf)),
		content: calendar({ properties: [`METHOD:${method}`], zones, events }),
		to: occasion.person.email,
	};
}

function sequenceOf({ properties }: Component): number {
	return Number(properties.find((line) => line.startsWith('SEQUENCE:'))?.slice('SEQUENCE:'.length) ?? 0);
}

function writing({ person, site, now }: Occasion): Writing {
	return {
		titles: person,
		publicUrl: site.publicUrl,
		stamp: Temporal.Instant.fromEpochMilliseconds(now.getTime()),
		lastYear: lastYearOf(now),
	};
}

/** The group invites from the site's address; who is invited besides is nobody's business. */
function people({ series, person, site }: Occasion): Property[] {
	const name = person.neutral ? 'Entrepairs' : series.group.name;
	return [
		`ORGANIZER;CN=${parameter(name)}:${mailto(site.address)}`,
		`ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:${mailto(person.email)}`,
	];
}

function mailto(address: string): string {
	return `mailto:${encodeURI(address)}`;
}
