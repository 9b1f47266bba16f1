/**
 * When the slots of a poll are. A poll for one session names days. A poll for a weekly rhythm names
 * weekdays, written as days of one reference week: it means no week in particular, and daylight saving
 * does not matter until a slot is chosen.
 */

/** Monday of the reference week. */
export const REFERENCE_MONDAY = '2024-01-01';

export type PollPurpose = 'session' | 'weekly';

export interface PollSlot {
	/** `2026-11-24`; for a weekly rhythm, a day of the reference week. */
	readonly day: string;
	/** `18:30`, on the wall. */
	readonly time: string;
}

/** Whether a day is one of the reference week. */
export function isInReferenceWeek(day: string): boolean {
	const { days } = Temporal.PlainDate.from(REFERENCE_MONDAY).until(day, { largestUnit: 'days' });
	return days >= 0 && days < 7;
}

/**
 * The day on which a slot would first be held: its own, or for a weekly rhythm the first such weekday
 * whose time is still to come.
 */
export function firstDay(purpose: PollPurpose, slot: PollSlot, timeZone: string, now: Date): string {
	if (purpose === 'session') return slot.day;
	const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
	const { dayOfWeek } = Temporal.PlainDate.from(slot.day);
	const day = here.toPlainDate().add({ days: (dayOfWeek - here.dayOfWeek + 7) % 7 });
	return (slotStart(day.toString(), slot.time, timeZone) > now ? day : day.add({ weeks: 1 })).toString();
}

/** The instant of a time on the wall. One that the clocks skip is after the gap, one that comes twice the first. */
export function slotStart(day: string, time: string, timeZone: string): Date {
	const start = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: time });
	return new Date(start.epochMilliseconds);
}
