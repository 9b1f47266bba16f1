/** When somebody's digest is made. */

export interface DigestChoices {
	readonly digest: 'off' | 'daily' | 'weekly';
	/** Of a weekly one: 1 is Monday. */
	readonly digestDay: number;
	/** On the wall, where the person is. */
	readonly digestHour: number;
}

/** The first moment after `after` at which a digest is made; null when there is none. */
export function nextDigest(choices: DigestChoices, timeZone: string, after: Date): Date | null {
	if (choices.digest === 'off') return null;
	const local = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(timeZone);
	let day = local.toPlainDate();
	// An hour that a change of clock leaves out comes an hour later, so that no day is without.
	for (;;) {
		const at = day.toZonedDateTime({ timeZone, plainTime: { hour: choices.digestHour } });
		const isDay = choices.digest === 'daily' || day.dayOfWeek === choices.digestDay;
		if (isDay && at.epochMilliseconds > after.getTime()) return new Date(at.epochMilliseconds);
		day = day.add({ days: 1 });
	}
}
