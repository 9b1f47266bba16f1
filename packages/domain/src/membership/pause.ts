/** Pauses are days on the group's calendar, first and last included. */

export interface Pause {
	/** `2026-12-20` */
	readonly from: string;
	/** Null: until the group resumes. */
	readonly until: string | null;
}

/** Whether a group is in its pause on a day: no session is held then. */
export function isPausedOn(pause: Pause | null, day: string): boolean {
	return pause !== null && day >= pause.from && (pause.until === null || day <= pause.until);
}

/** Whether a member is away on a day; they keep their place, and no role or quorum counts on them. */
export function isAwayOn(pausedUntil: string | null, day: string): boolean {
	return pausedUntil !== null && day <= pausedUntil;
}

/**
 * What remains of a pause that ends today: the days before today, on which nothing was held, or
 * nothing when it had not begun.
 */
export function resumed(pause: Pause, today: string): Pause | null {
	const until = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
	if (pause.from > until) return null;
	return { from: pause.from, until: pause.until !== null && pause.until < until ? pause.until : until };
}
