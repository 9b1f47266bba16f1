import type { RoomSummary } from '@entrepairs/contract/room';
import type { Session } from '@entrepairs/contract/sessions';

/**
 * Where a session is. Its room knows better than its hours: a session over days goes on long after them, and
 * one that was closed early is over.
 */
export function whenIs(
	session: Pick<Session, 'state' | 'startsAt' | 'endsAt'>,
	room: Pick<RoomSummary, 'phase'>,
	now: number,
): 'before' | 'now' | 'over' | 'cancelled' {
	if (session.state === 'cancelled') return 'cancelled';
	if (room.phase === 'ended') return 'over';
	if (room.phase === 'stages' || room.phase === 'closing') return 'now';
	if (Date.parse(session.endsAt) <= now) return 'over';
	return Date.parse(session.startsAt) <= now ? 'now' : 'before';
}
