/**
 * The websocket that y-websocket uses, counting what it sends: only so can `saved` from the server
 * be compared with what went out. It also keeps back what y-websocket would send about others:
 * the server knows where they are. And what it receives finds the cursor where it is.
 */
import { carriesChanges, messageTypes } from '@entrepairs/contract/collab';
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { readCursor } from './cursor.ts';

/**
 * A line that does not open is given up, and y-websocket tries again: sooner heard than what the network sends
 * again ever more slowly. A browser opens one websocket to a server at a time, so that others wait for it too.
 */
const OPENS_WITHIN_MS = 8_000;

/** How many changes the connection of the moment sent, and how many of them are on disk. */
export class SavedCount {
	sent = 0;
	saved = 0;

	reset(): void {
		this.sent = 0;
		this.saved = 0;
	}

	/** Everything sent is on disk, and at least the first exchange took place. */
	get isComplete(): boolean {
		return this.sent > 0 && this.saved === this.sent;
	}
}

/** A WebSocket class for one case. */
export function caseSocket(count: SavedCount, clientId: number): typeof WebSocket {
	return class CaseSocket extends WebSocket {
		constructor(url: string | URL, protocols?: string | string[]) {
			super(url, protocols);
			count.reset();
			// Heard before y-websocket's own listener: what others did must not meet an old cursor.
			this.addEventListener('message', readCursor);
			setTimeout(() => {
				if (this.readyState === WebSocket.CONNECTING) this.close();
			}, OPENS_WITHIN_MS);
		}

		override send(data: Uint8Array<ArrayBuffer>): void {
			if (isAboutOthers(data, clientId)) return;
			if (carriesChanges(data)) count.sent++;
			super.send(data);
		}
	};
}

function isAboutOthers(frame: Uint8Array, clientId: number): boolean {
	const decoder = createDecoder(frame);
	if (readVarUint(decoder) !== messageTypes.awareness) return false;
	const update = createDecoder(readVarUint8Array(decoder));
	for (let left = readVarUint(update); left > 0; left--) {
		if (readVarUint(update) === clientId) return false;
		readVarUint(update);
		readVarString(update);
	}
	return true;
}
