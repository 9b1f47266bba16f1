import type { Db } from '../../platform/database.ts';
import type { FoundSession, SessionsService } from '../sessions/service.ts';
import { type GroupRotation, type RotationSources, rotationsOf } from './rotation.ts';
import { practicesOf } from './store.ts';

/** How many sessions ahead roles are proposed for, at least. */
export const SESSIONS_AHEAD = 8;
const DAY_MS = 24 * 3_600_000;
/**
 * As far ahead as a session can be planned: a group may begin late. Of a session further away only its
 * answers are shown; every session until then would be worked out.
 */
const MOST_AHEAD_MS = 742 * DAY_MS;

/** The sessions of groups that roles depend on: since they are written down, and the next ones. */
export async function sessionsFor(
	deps: { readonly db: Db; readonly sessions: Pick<SessionsService, 'between'> },
	groupIds: readonly string[],
	now: Date,
	/** The last day that is asked for. */
	until: Date = now,
): Promise<FoundSession[]> {
	const practices = await practicesOf(deps.db, groupIds);
	if (practices.length === 0) return [];
	const since = new Date(Math.min(now.getTime(), ...practices.map((one) => one.since.getTime())));
	const last = Math.min(until.getTime(), now.getTime() + MOST_AHEAD_MS);
	const end = new Date(Math.max(last, now.getTime() + MOST_AHEAD_MS));
	const all = await deps.sessions.between(groupIds, since, end);
	return groupIds.flatMap((groupId) => {
		const own = all.filter((session) => session.group.id === groupId);
		const ahead = own.filter(({ state, endsAt }) => state === 'planned' && endsAt > now);
		const next = ahead[SESSIONS_AHEAD - 1] ?? ahead.at(-1);
		const limit = Math.max(last, next?.startsAt.getTime() ?? 0);
		return own.filter(({ startsAt }) => startsAt.getTime() <= limit);
	});
}

/** The same, with who has which role in them. */
export async function groupNow(
	deps: {
		readonly db: Db;
		readonly sessions: Pick<SessionsService, 'between'>;
		readonly sources: RotationSources;
	},
	groupId: string,
	now: Date,
	until?: Date,
): Promise<{ readonly sessions: readonly FoundSession[]; readonly rotation: GroupRotation } | null> {
	const sessions = await sessionsFor(deps, [groupId], now, until);
	const rotation = (await rotationsOf(deps.db, deps.sources, [groupId], sessions)).get(groupId);
	return rotation === undefined ? null : { sessions, rotation };
}
