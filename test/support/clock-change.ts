/** A weekly series around the change of the clocks in October, worked out from now so that it never rots. */

const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
	' ',
);

/** `mardi 26 octobre 2027`, without the formatter that the product uses. */
export function dayInWords(day: Temporal.PlainDate): string {
	const number = day.day === 1 ? '1er' : day.day;
	return `${weekdays[day.dayOfWeek - 1]} ${number} ${months[day.month - 1]} ${day.year}`;
}

/** `octobre 2027` */
export function monthInWords(day: Temporal.PlainDate): string {
	return `${months[day.month - 1]} ${day.year}`;
}

/** The days that the story needs. */
export function octoberChange(now: Temporal.ZonedDateTime) {
	const today = now.toPlainDate();
	const lastSunday = (year: number) => {
		const last = Temporal.PlainDate.from({ year, month: 10, day: 31 });
		return last.subtract({ days: last.dayOfWeek % 7 });
	};
	const soonest = today.add({ weeks: 3 });
	const thisYear = lastSunday(today.year);
	const change = Temporal.PlainDate.compare(thisYear, soonest) < 0 ? lastSunday(today.year + 1) : thisYear;
	// A weekday whose next day is not so near that roles are settled already.
	const { dayOfWeek } = today.add({ days: 4 });
	const before = change.subtract({ days: dayOfWeek === 7 ? 7 : 7 - dayOfWeek });
	return {
		change,
		weekday: weekdays[dayOfWeek - 1] ?? '',
		otherWeekday: weekdays[dayOfWeek % 7] ?? '',
		/** Sessions of the series, a week apart: two before the change, two after it. */
		first: before.subtract({ weeks: 1 }),
		before,
		after: before.add({ weeks: 1 }),
		last: before.add({ weeks: 2 }),
		/** Where the one before the change is moved to: on the other side, beside the one of that week. */
		moved: before.add({ weeks: 1, days: 1 }),
	};
}
