/**
 * Invitations that land in any calendar program (iTIP, RFC 5546), as data: who sends them, and when,
 * is decided elsewhere.
 *
 * Each phase of a series is an event of its own, and a message is about one event: a change of a
 * series can need several. What somebody was told before comes in as `told`: a phase that has gone
 * from the series meanwhile is taken back, one that ends earlier is said once more, and nobody is
 * uninvited from what they were never invited to.
 *
 * SEQUENCE is the highest revision of a phase and its sessions and never goes back; of two messages
 * with the same one, programs believe the later DTSTAMP. So any message can be sent again.
 *
 * Nobody answers by mail: whether one comes is said on the site, to which the event leads.
 */
import { localDay, phaseOn } from '@entrepairs/domain/schedule/expand';
import type { Phase } from '@entrepairs/domain/schedule/series';
import { type Component, type Property, parameter } from './content-lines.ts';
import {
	changeOn,
	type GroupSeries,
	occurrenceEvent,
	phaseEvents,
	sequenceOf,
	type Writing,
} from './events.ts';
import { calendar, lastYearOf, zonesOf } from './icalendar.ts';
import type { Titles } from './words.ts';

/** A phase as somebody's calendar has it. */
export interface Told {
	readonly phase: Phase;
	readonly sequence: number;
}

export interface Invitation {
	readonly method: 'REQUEST' | 'CANCEL';
	/** For a part `text/calendar; charset=utf-8; method=…`. */
	readonly content: string;
	readonly to: string;
	readonly sequence: number;
	/** The phase that it says, or takes back, as a whole; null when it is about one session. */
	readonly whole: Phase | null;
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
	readonly day?: string | null;
	/** The phases of this series that the person was invited to, as they were last told them. */
	readonly told: readonly Told[];
	readonly person: Titles & { readonly email: string };
	/** Where the site is, and the address that its mail comes from. */
	readonly site: { readonly publicUrl: string; readonly address: string };
	readonly now: Date;
}

/**
 * What to send to one person, a mail for each; nothing when there is nothing left to say.
 *
 * - `session-moved`, `session-cancelled` with a `day`: that session alone, as it is now.
 * - `session-planned`, `series-changed`: each phase that is not over, and what has become of those that
 *   the person was told.
 * - `membership-ended`: all that is to come is taken out of that person's calendar. Asks no rights:
 *   they have lost them.
 */
export function invitationFor(occasion: Occasion): readonly Invitation[] {
	const { kind, series, day, told } = occasion;
	if (day != null && (kind === 'session-moved' || kind === 'session-cancelled')) {
		const phase = phaseOn(series, day);
		return phase === null ? [] : [ofSession(occasion, phase, day)];
	}
	const stillKnown = told.filter(({ phase }) => !isOver(occasion, phase));
	if (kind === 'membership-ended') return stillKnown.map((one) => cancellation(occasion, one));
	const gone = stillKnown.filter(({ phase }) => series.phases.every(({ id }) => id !== phase.id));
	const now = series.phases.filter(
		(phase) => !isOver(occasion, phase) || stillKnown.some((one) => one.phase.id === phase.id),
	);
	return [
		...gone.map((one) => cancellation(occasion, one)),
		...now.flatMap((phase) => ofPhase(occasion, phase)),
	];
}

function isOver({ series, now }: Occasion, phase: Phase): boolean {
	const last = phase.recurrence === null ? phase.startsOn : phase.lastOn;
	const today = localDay(now, phase.timeZone).toString();
	const moved = series.changes.filter(({ day }) => phaseOn(series, day)?.id === phase.id);
	return last !== null && last < today && moved.every((one) => one.moved === null || one.moved.date < today);
}

function ofPhase(occasion: Occasion, phase: Phase): Invitation[] {
	const events = phaseEvents(occasion.series, phase, writing(occasion), people(occasion));
	if (events.length > 0) return [message(occasion, phase, 'REQUEST', events, phase)];
	// No session of it is left, or its only one is cancelled.
	const known = occasion.told.find((one) => one.phase.id === phase.id);
	return known === undefined ? [] : [cancellation(occasion, { ...known, phase })];
}

function ofSession(occasion: Occasion, phase: Phase, day: string): Invitation {
	const isCancelled = changeOn(occasion.series, day)?.state === 'cancelled';
	const event = occurrenceEvent(occasion.series, phase, day, writing(occasion), [
		...people(occasion),
		...(isCancelled ? ['STATUS:CANCELLED'] : []),
	]);
	return message(occasion, phase, isCancelled ? 'CANCEL' : 'REQUEST', [event], null);
}

/** The whole of a phase is taken out of the calendar. */
function cancellation(occasion: Occasion, { phase, sequence }: Told): Invitation {
	const revision = Math.max(sequence, sequenceOf(occasion.series, phase));
	// As it would be without end and changes: programs want to know when what is cancelled began.
	const whole: Phase = { ...phase, lastOn: null, revision };
	const series = { ...occasion.series, phases: [whole], changes: [], pauses: [] };
	const events = phaseEvents(series, whole, writing(occasion), [...people(occasion), 'STATUS:CANCELLED']);
	return message({ ...occasion, series }, whole, 'CANCEL', events, phase);
}

function message(
	occasion: Occasion,
	phase: Phase,
	method: Invitation['method'],
	events: readonly Component[],
	whole: Phase | null,
): Invitation {
	const zones = zonesOf([{ ...occasion.series, phases: [phase] }], writing(occasion));
	return {
		method,
		content: calendar({ properties: [`METHOD:${method}`], zones, events }),
		to: occasion.person.email,
		sequence: sequenceOf(occasion.series, phase),
		whole,
	};
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
