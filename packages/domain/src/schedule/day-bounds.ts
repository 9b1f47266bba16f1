/** The instant at which a day begins somewhere. */
export function startOfDay(day: string, timeZone: string): Date {
	return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}

/** The instant at which the day after begins: a pause with that last day is over. */
export function endOfDay(day: string, timeZone: string): Date {
	return startOfDay(Temporal.PlainDate.from(day).add({ days: 1 }).toString(), timeZone);
}
