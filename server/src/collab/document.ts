/**
 * A document that somebody has open: its merged bytes, what they contain as clocks, and who is
 * connected. It holds no live Y.Doc; what a client misses is cut from the bytes.
 */
import * as Y from 'yjs';
import type { DataKey } from '../platform/crypto.ts';
import type { Outlet } from './fan-out.ts';
import type { Journalled, Unconfirmed } from './journal.ts';
import { Presence } from './presence.ts';
import type { StoredDocument } from './store.ts';
import { type Change, Contents } from './update.ts';

/** What a document needs of those connected to it. */
export interface Listener {
	send(frame: Uint8Array): void;
	/** The document was deleted. */
	documentGone(): void;
}

export class OpenDocument<L extends Listener = Listener> implements Journalled {
	readonly id: string;
	readonly epoch: number;
	readonly key: DataKey;
	lastSeq: number;
	readonly presence = new Presence<L>();
	/** To the other processes that have it open. */
	readonly outlet: Outlet;
	readonly #contents: Contents;
	readonly #listeners = new Set<L>();
	readonly #onRows: () => void;
	/** Merged bytes, then the changes that came since: merged only when somebody asks. */
	#parts: Uint8Array[];
	#rows: number;
	#unconfirmed: readonly Unconfirmed[] = [];

	constructor(id: string, stored: StoredDocument, outlet: Outlet, onRows: () => void) {
		this.outlet = outlet;
		outlet.knows(stored.lastSeq);
		this.id = id;
		this.epoch = stored.epoch;
		this.key = stored.key;
		this.lastSeq = stored.lastSeq;
		this.#parts = [stored.state];
		this.#contents = Contents.of(stored.state);
		this.#rows = stored.rows;
		this.#onRows = onRows;
	}

	/** Journal rows that are not in the snapshot. */
	get rows(): number {
		return this.#rows;
	}

	/** How much it holds in memory, but for its clocks. */
	get bytes(): number {
		return this.#parts.reduce((sum, part) => sum + part.length, 0);
	}

	get listeners(): ReadonlySet<L> {
		return this.#listeners;
	}

	join(listener: L): void {
		this.#listeners.add(listener);
	}

	leave(listener: L): void {
		this.#listeners.delete(listener);
	}

	has(change: Change): boolean {
		return this.#contents.has(change);
	}

	leavesGap(change: Change): boolean {
		return this.#contents.leavesGap(change);
	}

	/** Takes a change in memory. The journal writes it; the caller tells the others. */
	apply(update: Uint8Array, change: Change): void {
		this.#parts.push(update);
		this.#contents.add(change);
	}

	/** Takes a change of another process in memory, and remembers it until that one says it is saved. */
	applyFrom(processId: string, number: number, update: Uint8Array, change: Change, now: number): void {
		this.apply(update, change);
		this.#unconfirmed = [...this.#unconfirmed, { processId, number, update, at: now }];
	}

	/** The changes of a process up to this number are on disk. */
	confirmed(processId: string, number: number): void {
		if (this.#unconfirmed.length === 0) return;
		this.#unconfirmed = this.#unconfirmed.filter((one) => one.processId !== processId || one.number > number);
	}

	unconfirmed(): readonly Unconfirmed[] {
		return this.#unconfirmed;
	}

	written(unconfirmed: readonly Unconfirmed[]): void {
		if (unconfirmed.length === 0) return;
		this.#unconfirmed = this.#unconfirmed.filter((one) => !unconfirmed.includes(one));
	}

	/** Everything, as one Yjs update. */
	state(): Uint8Array {
		if (this.#parts.length > 1) this.#parts = [Y.mergeUpdates(this.#parts)];
		return this.#parts[0] as Uint8Array;
	}

	stateVector(): Uint8Array {
		return Y.encodeStateVectorFromUpdate(this.state());
	}

	/** What someone with this state vector misses, as a Yjs update. */
	missingFrom(stateVector: Uint8Array): Uint8Array {
		return Y.diffUpdate(this.state(), stateVector);
	}

	/** Sends a frame to everyone connected, but the one it came from. */
	broadcast(frame: Uint8Array, except: L | null): void {
		for (const listener of this.#listeners) if (listener !== except) listener.send(frame);
	}

	rowAdded(changes: number): void {
		this.#rows++;
		this.outlet.committed(this.lastSeq, changes);
		this.#onRows();
	}

	/** The journal was folded into the snapshot; the state without garbage takes less room here too. */
	compacted(withoutGarbage: (state: Uint8Array) => Uint8Array): void {
		this.#rows = 0;
		this.#parts = [withoutGarbage(this.state())];
	}

	gone(): void {
		for (const listener of [...this.#listeners]) listener.documentGone();
	}
}
