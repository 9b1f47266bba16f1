/** How long people were in a room, from their visits: a window each, several of which may be open at once. */

export interface RoomVisit {
	readonly accountId: string;
	readonly arrivedAt: number;
	/** Where a visit was cut off: when it was last seen. */
	readonly leftAt: number;
}

export interface TimeThere {
	readonly accountId: string;
	/** The first that was seen of them in the time that counts, and the last. */
	readonly from: number;
	readonly until: number;
	/** What they were there for: less than `until - from` where they went away and came back. */
	readonly ms: number;
}

/** Each person who was there at all in the time that counts, in the order in which they came. */
export function timesThere(
	visits: readonly RoomVisit[],
	{ since, endedAt }: { readonly since: number; readonly endedAt: number },
): TimeThere[] {
	const byPerson = Map.groupBy(visits, ({ accountId }) => accountId);
	const times: TimeThere[] = [];
	for (const [accountId, own] of byPerson) {
		const spans = own
			.map(({ arrivedAt, leftAt }) => ({
				from: Math.max(arrivedAt, since),
				until: Math.min(leftAt, endedAt),
			}))
			.filter(({ from, until }) => until > from)
			.sort((a, b) => a.from - b.from);
		const [first] = spans;
		if (first === undefined) continue;
		let { until } = first;
		let ms = until - first.from;
		for (const span of spans.slice(1)) {
			ms += Math.max(0, span.until - Math.max(span.from, until));
			until = Math.max(until, span.until);
		}
		times.push({ accountId, from: first.from, until, ms });
	}
	return times.sort((a, b) => a.from - b.from || (a.accountId < b.accountId ? -1 : 1));
}

/** Whole minutes that are over: nobody is given time in which they were not there. */
export function minutesOf(ms: number): number {
	return Math.max(0, Math.floor(ms / 60_000));
}
