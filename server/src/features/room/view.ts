/**
 * What goes to the windows of a room. Most of it is the same for everybody and is put into words once;
 * what differs (where one may write, one's own evaluation) is added to it, once for each that differs.
 */
import type { FromServer, RoomView } from '@entrepairs/contract/room';
import { sectionsOf } from '@entrepairs/domain/room/rights';
import { visibleTo } from '@entrepairs/domain/room/visible';
import { type Method, sectionKeys } from '@entrepairs/methods/method';
import { framed } from '../../sockets/framing.ts';
import type { HeldRoom } from './store.ts';

/** `isOver`: its time has passed, so that it says nothing any more of who may write. */
export function viewOf({ room, version }: HeldRoom, accountId: string, isOver: boolean): RoomView {
	const { deadline, ...shown } = visibleTo(room, accountId);
	return {
		...(shown as Omit<RoomView, 'version' | 'deadline' | 'mySections'>),
		version,
		deadline: deadline === null ? null : new Date(deadline).toISOString(),
		mySections: isOver ? null : asList(sectionsOf(room, accountId, sectionKeys)),
	};
}

const asList = (sections: readonly string[] | null) => (sections === null ? null : [...sections]);

export function textFrame(message: FromServer): Uint8Array {
	return framed(Buffer.from(JSON.stringify(message)), 'text');
}

/** Makes the frame with the room for each person, one for all whose view is the same. */
export function roomFrames(held: HeldRoom, isOver: boolean, now: number): (accountId: string) => Uint8Array {
	const made = new Map<string, Uint8Array>();
	let common: string | null = null;
	return (accountId) => {
		const { myEvaluation, mySections, ...rest } = viewOf(held, accountId, isOver);
		const own = JSON.stringify({ myEvaluation, mySections });
		const known = made.get(own);
		if (known !== undefined) return known;
		common ??= JSON.stringify({ type: 'room', now, room: rest });
		// `{…,"room":{…}}` without its last two brackets, and what is their own within them.
		const frame = framed(Buffer.from(`${common.slice(0, -2)},${own.slice(1)}}`), 'text');
		made.set(own, frame);
		return frame;
	};
}

export function methodOf({ room }: HeldRoom): Method | null {
	return room.method?.definition ?? null;
}

/** Whether the words of the method must be sent anew. */
export function hasOtherMethod(before: HeldRoom, after: HeldRoom): boolean {
	return (
		before.room.method?.id !== after.room.method?.id ||
		before.room.method?.version !== after.room.method?.version
	);
}
