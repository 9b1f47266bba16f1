/**
 * Whether enough people come. Only those who said yes are counted on; those who said maybe, and those
 * who have not answered, can still make it up.
 */

export interface Quorum {
	/** How many must come; 0: the group asks for no number. */
	readonly needed: number;
	/** How many hours before the start it is looked at. */
	readonly hoursBefore: number;
}

export interface Attendance {
	readonly yes: number;
	readonly maybe: number;
	readonly unanswered: number;
}

export interface QuorumState {
	readonly needed: number;
	readonly coming: number;
	/** `possible`: those who have not settled it can still make it up. */
	readonly state: 'not-asked' | 'reached' | 'possible' | 'missing';
	/** When it is looked at. */
	readonly judgedAt: Date;
}

const HOUR_MS = 3_600_000;

export function quorumState(quorum: Quorum, attendance: Attendance, startsAt: Date): QuorumState {
	const { yes, maybe, unanswered } = attendance;
	const { needed } = quorum;
	return {
		needed,
		coming: yes,
		state:
			needed === 0
				? 'not-asked'
				: yes >= needed
					? 'reached'
					: yes + maybe + unanswered >= needed
						? 'possible'
						: 'missing',
		judgedAt: new Date(startsAt.getTime() - quorum.hoursBefore * HOUR_MS),
	};
}

/** Whether it is time to look: from the hour that the group chose, until the session begins. */
export function isDue(quorum: Quorum, startsAt: Date, now: Date): boolean {
	const { judgedAt } = quorumState(quorum, { yes: 0, maybe: 0, unanswered: 0 }, startsAt);
	return quorum.needed > 0 && judgedAt <= now && now < startsAt;
}
