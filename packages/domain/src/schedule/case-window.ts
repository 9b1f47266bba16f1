const HOURS_AFTER = 24;

/** A case may be opened in a session until a day after its end: some write it up the morning after. */
export function mayOpenCase(session: { readonly endsAt: Date }, now: Date): boolean {
	return now.getTime() <= session.endsAt.getTime() + HOURS_AFTER * 3_600_000;
}
