import type { Session } from '@entrepairs/contract/sessions';
import { isPaused, type Occurrence } from '@entrepairs/domain/schedule/expand';
import { formatSessionId } from '@entrepairs/domain/schedule/session-id';
import { can } from '../../policy/policy.ts';
import type { Standing } from '../../policy/standing.ts';
import type { StoredSeries } from './store.ts';

/** A session with nothing attached yet, its instants as dates. */
export interface FoundSession {
	readonly id: string;
	readonly seriesId: string;
	readonly day: string;
	readonly group: { readonly id: string; readonly name: string };
	readonly startsAt: Date;
	readonly endsAt: Date;
	readonly timeZone: string;
	readonly state: 'planned' | 'cancelled';
	/** When it would have been, if it was moved. */
	readonly movedFrom: Date | null;
	readonly reason: string | null;
	/** Why it is not held, where nobody cancelled it. */
	readonly cause: Session['cause'];
	readonly place: string | null;
	readonly link: string | null;
}

/** In a pause of its group, or after its end, a session is not held: whatever its series says. */
export function foundSession(series: StoredSeries, occurrence: Occurrence): FoundSession {
	const { phaseId: _, ...rest } = occurrence;
	const { id, name } = series.group;
	const isDropped = rest.state === 'planned' && isPaused(series.pauses, rest.startsAt);
	const hasEnded = series.endedAt !== null && series.endedAt <= rest.startsAt;
	return {
		...rest,
		...(isDropped
			? { state: 'cancelled' as const, cause: hasEnded ? ('group-ended' as const) : ('pause' as const) }
			: {}),
		id: formatSessionId({ seriesId: series.id, day: occurrence.day }),
		seriesId: series.id,
		group: { id, name },
	};
}

/** As the contract says it, to somebody. */
export function asSession(session: FoundSession, who: Standing, caseCount: number): Session {
	const { day: _, startsAt, endsAt, movedFrom, link, ...rest } = session;
	return {
		...rest,
		startsAt: startsAt.toISOString(),
		endsAt: endsAt.toISOString(),
		movedFrom: movedFrom?.toISOString() ?? null,
		// The address to meet at is a door of the room as well.
		link: can(who, 'room.enter', session.group.id) ? link : null,
		caseCount,
	};
}
