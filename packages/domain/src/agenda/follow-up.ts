/**
 * What a session looks back on. What was brought to a session comes by itself on the agenda of the next
 * one that is held, as a follow-up, and of each one after it, until somebody marks it done. « Later »
 * leaves it for the next session. A session that is cancelled passes on what was on its agenda.
 */

/** Something that was brought to a session: a case, or a pitch that was chosen for it. */
export interface Brought {
	readonly subjectId: string;
	readonly sessionId: string;
}

export interface Outcome {
	readonly subjectId: string;
	readonly sessionId: string;
	readonly state: 'done' | 'later';
}

export interface Gathered {
	readonly id: string;
	readonly startsAt: number;
	readonly isCancelled: boolean;
}

export interface FollowUp {
	readonly subjectId: string;
	/** The session it was brought to. */
	readonly broughtTo: string;
	/** What was said of it in this session; null: nothing yet. */
	readonly state: 'done' | 'later' | null;
}

/** The follow-ups on the agenda of a session, what was brought first coming first. */
export function followUps(
	sessionId: string,
	given: {
		readonly sessions: readonly Gathered[];
		readonly brought: readonly Brought[];
		readonly outcomes: readonly Outcome[];
		readonly now: number;
	},
): FollowUp[] {
	const held = given.sessions
		.filter(({ isCancelled }) => !isCancelled)
		.sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
	const places = new Map(held.map(({ id }, index) => [id, index]));
	const place = places.get(sessionId);
	if (place === undefined) return [];
	const stateIn = (subjectId: string, index: number) =>
		given.outcomes.find((one) => one.subjectId === subjectId && places.get(one.sessionId) === index)?.state ??
		null;

	return [...given.brought]
		.sort((a, b) => (places.get(a.sessionId) ?? -1) - (places.get(b.sessionId) ?? -1))
		.flatMap(({ subjectId, sessionId: broughtTo }) => {
			const from = places.get(broughtTo);
			if (from === undefined || from >= place) return [];
			for (let index = from + 1; index < place; index++) {
				// Until the session before has begun, it is expected there and not here.
				if (stateIn(subjectId, index) === 'done' || (held[index]?.startsAt ?? 0) > given.now) return [];
			}
			return [{ subjectId, broughtTo, state: stateIn(subjectId, place) }];
		});
}
