/**
 * Where everybody stands in the round of one role. A round is over when everybody who is there has had
 * the role in it; the next one begins with the next session.
 *
 * For each person one number is kept: the round up to which they are served. It never falls more than
 * it has to be caught up: taking the role once makes up for however many rounds somebody missed.
 */
export interface Turns {
	/** The round under way, from 1. */
	readonly round: number;
	/** The round up to which someone is served. Who is not in it has just joined. */
	readonly served: ReadonlyMap<string, number>;
	/** When someone last had the role. */
	readonly last: ReadonlyMap<string, number>;
}

export const noTurns: Turns = { round: 1, served: new Map(), last: new Map() };

/** Newcomers start in the round under way, with nothing to make up for. */
export function servedUpTo(turns: Turns, id: string): number {
	return turns.served.get(id) ?? turns.round - 1;
}

/** Missed a whole round in which others had the role: comes first when back. */
export function missedATurn(turns: Turns, id: string): boolean {
	return servedUpTo(turns, id) < turns.round - 1;
}

/** The round in which a session is held: the next one, once everybody there is served. */
export function beginSession(turns: Turns, present: readonly string[]): Turns {
	// A newcomer does not make a round longer that is over for the others.
	const known = present.filter((id) => turns.served.has(id));
	const isOver = known.length > 0 && known.every((id) => servedUpTo(turns, id) >= turns.round);
	const round = isOver ? turns.round + 1 : turns.round;
	const served = new Map(turns.served);
	// Those who are there for the first time are in this round, whatever becomes of it later.
	for (const id of present) if (!served.has(id)) served.set(id, round - 1);
	return { ...turns, served, round };
}

/**
 * Somebody has the role in a session. Out of their turn, it counts for the round to come, and never for
 * more than that one: who helped out often while few were there must not wait for it many rounds long.
 */
export function takeTurn(turns: Turns, id: string, at: number): Turns {
	const served = Math.min(Math.max(servedUpTo(turns, id) + 1, turns.round), turns.round + 1);
	return {
		round: turns.round,
		served: new Map(turns.served).set(id, served),
		last: new Map(turns.last).set(id, at),
	};
}
