/**
 * What somebody pressed last, by names that their page gives: whoever lost the line before the answer came
 * asks again by the same name, and it is done once. A press says nothing of what it was.
 */
import type { Room } from './state.ts';

/** So many of each person; their page waits for one before it sends the next. */
const KEPT = 4;

export function wasPressed(room: Pick<Room, 'presses'>, accountId: string, press: string): boolean {
	return room.presses?.[accountId]?.includes(press) ?? false;
}

/** The room, in which this was pressed and done. */
export function withPress(room: Room, accountId: string, press: string): Room {
	const own = [...(room.presses?.[accountId] ?? []), press].slice(-KEPT);
	return { ...room, presses: { ...room.presses, [accountId]: own } };
}
