/**
 * The text of a case twice, so that what somebody types can be looked at before it leaves.
 *
 *     editors, undo ──▶ written ──(held until released)──▶ shared ◀──▶ websocket
 *                          ▲                                  │
 *                          └────────── others' changes ───────┘
 *
 * `written` is what the screen shows: what others write reaches it at once. What is made here stays
 * in `written` alone, as *held* changes, until somebody releases them. `shared` is what the server
 * gets to know; nothing else is ever sent.
 *
 * What was typed and deleted again before its release never travels: a release is one transaction
 * of `shared`, where nothing keeps deleted text alive (no undo manager), and Yjs empties what a
 * transaction leaves deleted before it says what changed. In `written` the undo manager does keep it.
 */
import * as Y from 'yjs';

/** Origin of changes that were made here, in `shared`. */
const released = Symbol('released');
/** Origin of changes that came from others, in `written`. */
const fromOthers = Symbol('from others');

/** Changes up to some moment, to be released if they may leave. */
export interface Held {
	update: Uint8Array;
}

export class TwoCopies {
	readonly written = new Y.Doc();
	readonly shared = new Y.Doc();
	/** In order; the first may be many that were merged. */
	#held: Held[] = [];
	/** After each change made here, before it is released; whether it takes something away. */
	onHeld: (isDeletion: boolean) => void = () => {};
	/** With each change that may be sent, as it is sent. */
	onReleased: (update: Uint8Array) => void = () => {};

	constructor(provider: () => unknown) {
		// Awareness speaks for the client that the words are written under.
		this.shared.clientID = this.written.clientID;
		this.written.on('update', (update: Uint8Array, origin: unknown, _document, { deleteSet }) => {
			if (origin === fromOthers) return;
			this.#held.push({ update });
			this.onHeld(deleteSet.clients.size > 0);
		});
		this.shared.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== released) Y.applyUpdate(this.written, update, fromOthers);
			// Yjs also tidies marks by itself: that is a change made here, of nobody's words.
			if (origin !== provider()) this.onReleased(update);
		});
	}

	get isHolding(): boolean {
		return this.#held.length > 0;
	}

	/** Everything held so far; null when that is nothing. */
	held(): Held | null {
		if (this.#held.length > 1) {
			this.#held = [{ update: Y.mergeUpdates(this.#held.map(({ update }) => update)) }];
		}
		return this.#held[0] ?? null;
	}

	/** Lets go of what was held at some moment; what came after stays. */
	release(held: Held): void {
		if (this.#held[0] === held) this.#held.shift();
		this.shared.transact((transaction) => {
			Y.applyUpdate(this.shared, held.update, released);
			// Made here, whatever applying an update looks like: else Yjs takes it for a stranger under
			// the same client, and gives this copy another one.
			transaction.local = true;
		}, released);
		// It may have been merged with what came after, of which only the rest is held now.
		const [first] = this.#held;
		if (first !== undefined) first.update = Y.diffUpdate(first.update, Y.encodeStateVector(this.shared));
	}

	/** Whether the others may have this unit of text. */
	isShared(client: number, clock: number): boolean {
		return clock < Y.getState(this.shared.store, client);
	}

	/** Whether it is still in the text here. */
	isThere(client: number, clock: number): boolean {
		return (
			clock < Y.getState(this.written.store, client) &&
			!Y.getItem(this.written.store, Y.createID(client, clock)).deleted
		);
	}

	destroy(): void {
		this.written.destroy();
		this.shared.destroy();
	}
}
