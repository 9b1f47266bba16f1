import type { Writable } from 'node:stream';
import type { WebSocket } from 'ws';

/**
 * What goes out over one websocket. Frames are written to the socket beneath it, ready made: without
 * compression `ws` keeps nothing back, so the order stays.
 */
export class Wire {
	readonly #socket: WebSocket;
	readonly #beneath: Writable;
	readonly #backlogBytes: number;
	readonly #onSlow: () => void;
	#answered = true;

	constructor(
		socket: WebSocket,
		beneath: Writable,
		options: { readonly backlogBytes: number; readonly onSlow: () => void },
	) {
		this.#socket = socket;
		this.#beneath = beneath;
		this.#backlogBytes = options.backlogBytes;
		this.#onSlow = options.onSlow;
		socket.on('pong', () => {
			this.#answered = true;
		});
	}

	write(frame: Uint8Array): void {
		if (this.#socket.readyState !== this.#socket.OPEN) return;
		// A reader that cannot keep up must not make the others wait, nor fill the memory.
		if (this.#beneath.writableLength > this.#backlogBytes) {
			this.#onSlow();
			this.#socket.terminate();
		} else this.#beneath.write(frame);
	}

	/** Asks whether somebody is there. Cuts who did not answer the last time, and returns false. */
	beat(): boolean {
		if (!this.#answered) {
			this.#socket.terminate();
			return false;
		}
		this.#answered = false;
		this.#socket.ping();
		return true;
	}

	close(code: number): void {
		this.#socket.close(code);
	}
}
