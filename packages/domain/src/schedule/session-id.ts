/** The name of one meeting: its series and the day the series gives it. */

export interface SessionName {
	readonly seriesId: string;
	/** `2026-11-24`, in the series' own zone. */
	readonly day: string;
}

export function formatSessionId({ seriesId, day }: SessionName): string {
	return `${seriesId}.${day}`;
}

/** Null when it names no possible meeting (`….2026-02-30`). */
export function parseSessionId(id: string): SessionName | null {
	const [seriesId, day, ...rest] = id.split('.');
	if (seriesId === undefined || day === undefined || rest.length > 0) return null;
	try {
		if (Temporal.PlainDate.from(day).toString() !== day) return null;
	} catch {
		return null;
	}
	return { seriesId, day };
}
