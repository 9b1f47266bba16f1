/** When somebody is reminded of a session. */

export interface ReminderChoices {
	/** Minutes before the start. */
	readonly reminders: readonly number[];
	/** The evening before, at 19:00 where the person is. */
	readonly eveningBefore: boolean;
}

export interface Reminder {
	/** Names it among those of the same session: minutes, or `evening`. */
	readonly ahead: string;
	readonly at: Date;
}

/**
 * Whether anybody could be reminded now, wherever they are, when these are all the choices that people
 * have made: a quick look, before it is asked who comes.
 */
export function mayBeDue(
	startsAt: Date,
	choices: ReminderChoices,
	{ seen, now }: { readonly seen: Date; readonly now: Date },
): boolean {
	const start = startsAt.getTime();
	if (start <= now.getTime()) return false;
	const isDue = choices.reminders.some((minutes) => {
		const at = start - minutes * MINUTE_MS;
		return at > seen.getTime() && at <= now.getTime();
	});
	if (isDue || !choices.eveningBefore) return isDue;
	// Between five and twenty-nine hours before, and one more on either side where clocks change.
	return start - 30 * HOUR_MS <= now.getTime() && start - 4 * HOUR_MS > seen.getTime();
}

const EVENING = '19:00';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** All reminders of one session, the earliest first. Minutes are exact; the evening is on the person's wall. */
export function remindersOf(startsAt: Date, choices: ReminderChoices, timeZone: string): Reminder[] {
	const before = choices.reminders.map((minutes) => ({
		ahead: String(minutes),
		at: new Date(startsAt.getTime() - minutes * MINUTE_MS),
	}));
	const evening = choices.eveningBefore ? [{ ahead: 'evening', at: eveningBefore(startsAt, timeZone) }] : [];
	return [...before, ...evening].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function eveningBefore(startsAt: Date, timeZone: string): Date {
	const day = Temporal.Instant.fromEpochMilliseconds(startsAt.getTime())
		.toZonedDateTimeISO(timeZone)
		.toPlainDate()
		.subtract({ days: 1 });
	return new Date(day.toZonedDateTime({ timeZone, plainTime: EVENING }).epochMilliseconds);
}

/**
 * The reminders that came due after `seen`, up to `now`. None once the session has begun: what was
 * missed until then is missed.
 */
export function remindersDue(
	startsAt: Date,
	choices: ReminderChoices,
	timeZone: string,
	span: { readonly seen: Date; readonly now: Date },
): Reminder[] {
	if (startsAt <= span.now) return [];
	return remindersOf(startsAt, choices, timeZone).filter(({ at }) => at > span.seen && at <= span.now);
}
