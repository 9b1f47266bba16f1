/**
 * The slots somebody is putting together: days, the times that all of them have, and what is different
 * on single days. Each change gives a new value.
 */
export interface SlotChoice {
	/** The times that a new day begins with. */
	readonly times: readonly string[];
	/** The times of each day, in order; a day without any is not there. */
	readonly days: Readonly<Record<string, readonly string[]>>;
}

export interface ChosenSlot {
	readonly day: string;
	readonly time: string;
}

const withTime = (times: readonly string[], time: string): readonly string[] =>
	times.includes(time) ? times : [...times, time].sort();

const without = (times: readonly string[], time: string): readonly string[] =>
	times.filter((one) => one !== time);

/** Takes a day in with the times of all days, or out with everything on it. */
export function toggleDay(choice: SlotChoice, day: string): SlotChoice {
	const { [day]: there, ...others } = choice.days;
	if (there !== undefined) return { ...choice, days: others };
	return choice.times.length === 0 ? choice : { ...choice, days: { ...others, [day]: choice.times } };
}

/** A time for all days, those that are there and those to come. */
export function addTime(choice: SlotChoice, time: string): SlotChoice {
	const days = Object.entries(choice.days).map(([day, times]) => [day, withTime(times, time)] as const);
	return { times: withTime(choice.times, time), days: Object.fromEntries(days) };
}

/** Takes a time out of all days. */
export function removeTime(choice: SlotChoice, time: string): SlotChoice {
	const days = Object.entries(choice.days).map(([day, times]) => [day, without(times, time)] as const);
	return {
		times: without(choice.times, time),
		days: Object.fromEntries(days.filter(([, times]) => times.length > 0)),
	};
}

/** A time on one day only. */
export function addSlot(choice: SlotChoice, { day, time }: ChosenSlot): SlotChoice {
	return { ...choice, days: { ...choice.days, [day]: withTime(choice.days[day] ?? [], time) } };
}

export function removeSlot(choice: SlotChoice, { day, time }: ChosenSlot): SlotChoice {
	const { [day]: times = [], ...others } = choice.days;
	const left = without(times, time);
	return { ...choice, days: left.length === 0 ? others : { ...others, [day]: left } };
}

/** All slots, in order of time. */
export function slotsOf(choice: SlotChoice): ChosenSlot[] {
	return Object.keys(choice.days)
		.sort()
		.flatMap((day) => (choice.days[day] ?? []).map((time) => ({ day, time })));
}
