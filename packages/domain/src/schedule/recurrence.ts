/**
 * The rules that sessions repeat by, as people say them, and as RRULE text of RFC 5545. Only what
 * is offered is understood: a rule that some other program wrote is refused rather than misread.
 */

/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The first to the fifth of a month; -1 is the last. */
export type Nth = 1 | 2 | 3 | 4 | 5 | -1;

/** Every `interval` weeks, on weekdays. Weeks begin on Monday. */
export interface Weekly {
	readonly every: 'week';
	readonly interval: number;
	/** At least one, ascending. */
	readonly weekdays: readonly Weekday[];
}

/** Every `interval` months, such as on the second Tuesday. Months without a fifth one are left out. */
export interface MonthlyByWeekday {
	readonly every: 'month';
	readonly interval: number;
	readonly nth: Nth;
	readonly weekday: Weekday;
}

/** Every `interval` months, on a day of the month. Months without that day are left out. */
export interface MonthlyByDay {
	readonly every: 'month';
	readonly interval: number;
	readonly day: number;
}

export type Recurrence = Weekly | MonthlyByWeekday | MonthlyByDay;

export const MAX_INTERVAL = 12;
const DAYS_A_WEEK = 7;
/** No rule goes on beyond it, so that whoever asks about a far future is answered at once. */
const LAST_YEAR = 2199;
const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** `FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU`: the one way in which we write a rule. */
export function formatRecurrence(rule: Recurrence): string {
	const parts = [rule.every === 'week' ? 'FREQ=WEEKLY' : 'FREQ=MONTHLY'];
	if (rule.interval > 1) parts.push(`INTERVAL=${rule.interval}`);
	if (rule.every === 'week') parts.push(`BYDAY=${rule.weekdays.map((day) => codes[day - 1]).join(',')}`);
	else if ('day' in rule) parts.push(`BYMONTHDAY=${rule.day}`);
	else parts.push(`BYDAY=${rule.nth}${codes[rule.weekday - 1]}`);
	return parts.join(';');
}

const form = new RegExp(
	`^FREQ=(?:(WEEKLY)|MONTHLY)(?:;INTERVAL=([1-9]\\d?))?;(?:BYDAY=((?:${codes.join('|')})(?:,(?:${codes.join('|')}))*)|BYDAY=([1-5]|-1)(${codes.join('|')})|BYMONTHDAY=([1-9]|[12]\\d|3[01]))$`,
);

/** Null for everything that `formatRecurrence` does not write. */
export function parseRecurrence(text: string): Recurrence | null {
	const found = form.exec(text);
	if (found === null) return null;
	const [, weekly, times, days, nth, weekday, day] = found;
	const interval = Number(times ?? 1);
	let rule: Recurrence | null = null;
	if (weekly !== undefined && days !== undefined) {
		rule = { every: 'week', interval, weekdays: [...new Set(days.split(',').map(weekdayOf))].sort() };
	} else if (weekly === undefined && weekday !== undefined) {
		rule = { every: 'month', interval, nth: Number(nth) as Nth, weekday: weekdayOf(weekday) };
	} else if (weekly === undefined && day !== undefined) {
		rule = { every: 'month', interval, day: Number(day) };
	}
	// One text for one rule: no interval of one, no weekday twice, none out of order.
	return rule !== null && interval <= MAX_INTERVAL && formatRecurrence(rule) === text ? rule : null;
}

function weekdayOf(code: string): Weekday {
	return (codes.indexOf(code as (typeof codes)[number]) + 1) as Weekday;
}

/**
 * The days of a rule that begins on `startsOn`, which is one of them, from `from` on, in order and
 * until the last year there is: who asks stops. `null` is once.
 */
export function* daysOf(
	rule: Recurrence | null,
	startsOn: Temporal.PlainDate,
	from: Temporal.PlainDate,
): Generator<Temporal.PlainDate> {
	const earliest = Temporal.PlainDate.compare(from, startsOn) > 0 ? from : startsOn;
	const isOver = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(day, earliest) < 0;
	if (rule === null) {
		if (!isOver(startsOn)) yield startsOn;
	} else if (rule.every === 'week') {
		const first = startsOn.subtract({ days: startsOn.dayOfWeek - 1 });
		const step = rule.interval * DAYS_A_WEEK;
		const behind = Math.floor(first.until(earliest, { largestUnit: 'days' }).days / step);
		for (
			let monday = first.add({ days: behind * step });
			monday.year <= LAST_YEAR;
			monday = monday.add({ days: step })
		) {
			for (const weekday of rule.weekdays) {
				const day = monday.add({ days: weekday - 1 });
				if (!isOver(day)) yield day;
			}
		}
	} else {
		const first = startsOn.toPlainYearMonth();
		const behind = first.until(earliest.toPlainYearMonth(), { largestUnit: 'months' }).months;
		const start = first.add({ months: Math.floor(behind / rule.interval) * rule.interval });
		for (let month = start; month.year <= LAST_YEAR; month = month.add({ months: rule.interval })) {
			const day = dayInMonth(rule, month);
			if (day !== null && !isOver(day)) yield day;
		}
	}
}

function dayInMonth(
	rule: MonthlyByWeekday | MonthlyByDay,
	month: Temporal.PlainYearMonth,
): Temporal.PlainDate | null {
	if ('day' in rule) return rule.day > month.daysInMonth ? null : month.toPlainDate({ day: rule.day });
	const first = month.toPlainDate({ day: 1 });
	const offset = (rule.weekday - first.dayOfWeek + DAYS_A_WEEK) % DAYS_A_WEEK;
	const last = offset + DAYS_A_WEEK * Math.floor((month.daysInMonth - 1 - offset) / DAYS_A_WEEK);
	const days = rule.nth === -1 ? last : offset + DAYS_A_WEEK * (rule.nth - 1);
	return days >= month.daysInMonth ? null : first.add({ days });
}

/** The first day at or after a day that a rule can begin on, so that what begins it is one of its days. */
export function firstDayOf(rule: Recurrence | null, from: Temporal.PlainDate): Temporal.PlainDate {
	if (rule === null) return from;
	for (const day of daysOf({ ...rule, interval: 1 }, from, from)) return day;
	throw new Error('a rule without days');
}

/** The day of the nth session of a rule; that of the first is `startsOn`. */
export function nthDayOf(
	rule: Recurrence | null,
	startsOn: Temporal.PlainDate,
	nth: number,
): Temporal.PlainDate {
	let last = startsOn;
	let count = 0;
	for (const day of daysOf(rule, startsOn, startsOn)) {
		last = day;
		if (++count === nth) break;
	}
	return last;
}
