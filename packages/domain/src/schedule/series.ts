/**
 * What a group's sessions come from, as it is stored: time on the wall in a zone and a rule, expanded
 * when read. A series goes through phases (from one day on, something about it is different) and has
 * changes of single sessions; its sessions keep their names through both.
 */

/** What a session is like when nothing about it was changed. */
export interface Frame {
	/** `18:30` or `18:30:00`, on the wall. */
	readonly time: string;
	readonly durationMinutes: number;
	/** IANA name, such as `Indian/Reunion`. */
	readonly timeZone: string;
	readonly place: string | null;
	/** An https address. */
	readonly link: string | null;
}

/** A stretch of a series that follows one rule. No day is given by two phases of a series. */
export interface Phase extends Frame {
	/** Names it in calendars (UID). */
	readonly id: string;
	/** `2026-11-24`: the first day of the rule, from which intervals are counted. */
	readonly startsOn: string;
	/** The last day that the rule may give; null without end. */
	readonly lastOn: string | null;
	/** RRULE of RFC 5545 without UNTIL and COUNT, read in the phase's own zone; null: once, on `startsOn`. */
	readonly recurrence: string | null;
	/** How often this phase, or a session of it, was changed: SEQUENCE of RFC 5545. */
	readonly revision: number;
}

/** What is different about one session. */
export interface SessionChange {
	/** The day that the series gives it, whatever day it was moved to (RECURRENCE-ID). */
	readonly day: string;
	readonly state: 'planned' | 'cancelled';
	/** Where it is held instead of what its phase says; null where nothing is different. */
	readonly moved: {
		readonly date: string;
		readonly time: string;
		readonly durationMinutes: number;
		readonly place: string | null;
		readonly link: string | null;
	} | null;
	/** Why, in words of the facilitator, about the frame and never about a case. */
	readonly reason: string | null;
	/** What cancelled it, where nobody did: too few were coming. */
	readonly cause?: 'quorum' | null;
	readonly revision: number;
}

export interface Series {
	readonly id: string;
	/** In order of time, at least one. */
	readonly phases: readonly Phase[];
	readonly changes: readonly SessionChange[];
}
