/** Who may come into the room of a session, and when. */
import type { RoomSummary } from '@entrepairs/contract/room';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import { charterUnsigned, conflict, notFound, type Refusal } from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { type Standing, standingOf } from '../../policy/standing.ts';
import type { FoundSession, SessionsService } from '../sessions/service.ts';
import { LIVE_AFTER_MS, OPENS_BEFORE_MS, type RoomLimits } from './limits.ts';
import { outlineOf } from './store.ts';
import { visitsNow } from './store-visits.ts';

export interface DoorDeps {
	readonly db: Db;
	readonly clock: Clock;
	readonly sessions: Pick<SessionsService, 'find' | 'hold'>;
	readonly limits: RoomLimits;
}

export const opensAt = ({ startsAt }: FoundSession) => new Date(startsAt.getTime() - OPENS_BEFORE_MS);

/** Whether a room that was held live is only read by now. Over days its own deadlines count. */
export function isOver(mode: 'live' | 'over-days', session: FoundSession | null, now: Date): boolean {
	if (session === null || session.state === 'cancelled') return true;
	return mode === 'live' && now.getTime() > session.endsAt.getTime() + LIVE_AFTER_MS;
}

type Outline = Awaited<ReturnType<typeof outlineOf>>;

/**
 * Why somebody who stands so cannot come in now. A facilitator may open the room before its time, to begin
 * earlier or over days; the others follow. A room that was opened stays to be read.
 */
function whyShut(who: Standing, session: FoundSession, outline: Outline, now: Date): Refusal | null {
	const groupId = session.group.id;
	if (!can(who, 'session.read', groupId)) return notFound;
	if (!can(who, 'room.enter', groupId)) return charterUnsigned;
	if (outline !== undefined) return null;
	if (session.state === 'cancelled') return conflict('session-not-held');
	if (isOver('live', session, now)) return conflict('session-over');
	const isEarly = now < opensAt(session);
	return isEarly && !can(who, 'room.open-early', groupId) ? conflict('room-not-open') : null;
}

/** The session, and what its room is by now, for somebody who may come in. */
export async function atTheDoor(
	{ db, clock, sessions }: DoorDeps,
	accountId: string,
	sessionId: string,
): Promise<{ readonly session: FoundSession; readonly outline: Outline } | Refusal> {
	const now = clock.now();
	const [who, session] = await Promise.all([standingOf(db, accountId, now), sessions.find(sessionId)]);
	if (session === null) return notFound;
	const outline = await outlineOf(db, session);
	return whyShut(who, session, outline, now) ?? { session, outline };
}

/** What the session's page says of the room, to the members of the group. */
export async function summaryFor(
	{ db, clock, sessions, limits }: DoorDeps,
	accountId: string,
	sessionId: string,
): Promise<RoomSummary | Refusal> {
	const now = clock.now();
	const [who, session] = await Promise.all([standingOf(db, accountId, now), sessions.find(sessionId)]);
	if (session === null || !can(who, 'session.read', session.group.id)) return notFound;
	const outline = await outlineOf(db, session);
	const present =
		outline === undefined
			? []
			: await visitsNow(db, [outline.id], new Date(now.getTime() - limits.presentMs));
	return {
		phase: outline?.phase ?? null,
		mode: outline?.mode ?? null,
		present: new Set(present.map((visit) => visit.accountId)).size,
		opensAt: opensAt(session).toISOString(),
		mayEnter: whyShut(who, session, outline, now) === null,
		deadline: outline?.deadlineAt?.toISOString() ?? null,
	};
}
