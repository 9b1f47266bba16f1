/**
 * The waiting list of a full group.
 *
 * Whom moderators accept into a full group stands on its list, in order of acceptance (`rank`). When
 * a place comes free, the first is offered it for three days; an offer that lapses leaves the list,
 * and the next is offered the place. An offered place counts as taken. As many offers stand as there
 * are free places, so that nobody later on the list, or not on it, comes first.
 */

/** How long somebody has to take a place. */
export const OFFER_HOURS = 72;

export interface Listed {
	readonly id: string;
	readonly rank: number;
	/** Null while they wait; otherwise until when a place is theirs to take. */
	readonly offeredUntil: Date | null;
}

export interface Places {
	readonly capacity: number;
	readonly memberCount: number;
	/** Everybody on the list, in any order. */
	readonly listed: readonly Listed[];
}

/** What must be done so that the list is right now: who has let an offer go by, and who is offered a place. */
export function settled(
	{ capacity, memberCount, listed }: Places,
	now: Date,
): { readonly lapsed: readonly string[]; readonly offered: readonly string[] } {
	const hasLapsed = ({ offeredUntil }: Listed) => offeredUntil !== null && offeredUntil <= now;
	const standing = listed.filter(({ offeredUntil }) => offeredUntil !== null && offeredUntil > now);
	const free = Math.max(0, capacity - memberCount - standing.length);
	return {
		lapsed: inOrder(listed.filter(hasLapsed)).map(({ id }) => id),
		offered: inOrder(listed.filter(({ offeredUntil }) => offeredUntil === null))
			.slice(0, free)
			.map(({ id }) => id),
	};
}

/** Until when a place that is offered now can be taken. */
export function offerEnds(now: Date): Date {
	return new Date(now.getTime() + OFFER_HOURS * 3_600_000);
}

/** Places that are taken: by members, and by offers that stand. */
export function takenPlaces({ memberCount, listed }: Places): number {
	return memberCount + listed.filter(({ offeredUntil }) => offeredUntil !== null).length;
}

/** Where somebody who may come in now goes. Asked of a list that is settled. */
export function wayIn(places: Places): 'member' | 'waiting-list' {
	const somebodyWaits = places.listed.some(({ offeredUntil }) => offeredUntil === null);
	return somebodyWaits || takenPlaces(places) >= places.capacity ? 'waiting-list' : 'member';
}

/** The rank of whoever comes onto the list now. */
export function nextRank(listed: readonly Listed[]): number {
	return Math.max(0, ...listed.map(({ rank }) => rank)) + 1;
}

function inOrder(listed: readonly Listed[]): Listed[] {
	return [...listed].sort((a, b) => a.rank - b.rank);
}
