const DAY_MS = 24 * 3_600_000;

/**
 * When those who have not come to a stage over days are reminded of it: a day before it ends, or half way
 * where it is open for less than two days.
 */
export function reminderAt(beganAt: number, deadline: number): number {
	return Math.max(deadline - DAY_MS, (beganAt + deadline) / 2);
}
