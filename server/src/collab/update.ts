/**
 * What a change is made of, looked at without building a document. Only the first version of Yjs's
 * encoding is ever read: merging hostile bytes of the second can hang (yjs issue 687).
 */
import type { Decoder } from 'lib0/decoding';
import * as Y from 'yjs';
import { type Range, Ranges } from './ranges.ts';

export interface Change {
	readonly insertions: readonly Range[];
	readonly deletions: readonly Range[];
}

/** Reads a change wholly. Throws when it is malformed in any way. */
export function readChange(update: Uint8Array): Change {
	const { structs, ds } = Y.decodeUpdate(update);
	const insertions: Range[] = [];
	for (const struct of structs) {
		if (struct instanceof Y.Skip) continue;
		if (!(struct.length > 0)) throw new Error('an insertion of nothing');
		if (struct instanceof Y.Item && struct.content instanceof Y.ContentDoc)
			throw new Error('a document in a document');
		insertions.push({ client: struct.id.client, from: struct.id.clock, to: struct.id.clock + struct.length });
	}
	const deletions: Range[] = [];
	for (const [client, items] of ds.clients as Map<number, { clock: number; len: number }[]>) {
		for (const { clock, len } of items) deletions.push({ client, from: clock, to: clock + len });
	}
	for (const { from, to } of [...insertions, ...deletions]) {
		if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to)) throw new Error('a clock out of range');
	}
	return { insertions, deletions };
}

export function isEmpty(change: Change): boolean {
	return change.insertions.length === 0 && change.deletions.length === 0;
}

/**
 * What a document contains, as clocks: enough to tell whether a change is news and whether it
 * hangs in the air.
 */
export class Contents {
	readonly #inserted = new Ranges();
	readonly #deleted = new Ranges();

	static of(state: Uint8Array): Contents {
		const contents = new Contents();
		contents.add(readChange(state));
		return contents;
	}

	add(change: Change): void {
		for (const range of change.insertions) this.#inserted.add(range);
		for (const range of change.deletions) this.#deleted.add(range);
	}

	/** Whether the change would alter nothing. */
	has(change: Change): boolean {
		return (
			change.insertions.every((range) => this.#inserted.covers(range)) &&
			change.deletions.every((range) => this.#deleted.covers(range))
		);
	}

	/** Whether something is missing between what is known and what the change inserts. */
	leavesGap(change: Change): boolean {
		const reached = new Map<number, number>();
		for (const { client, from, to } of change.insertions) {
			const known = reached.get(client) ?? this.#inserted.reach(client);
			if (from > known) return true;
			reached.set(client, Math.max(known, to));
		}
		return false;
	}
}

/** Whether a client's state vector can be read; hostile ones are refused before they are used. */
export function readStateVector(bytes: Uint8Array): Uint8Array {
	Y.decodeStateVector(bytes);
	return bytes;
}

/** Every frame must end where its message ends. */
export function expectEnd(decoder: Decoder): void {
	if (decoder.pos !== decoder.arr.length) throw new Error('bytes after the end of the message');
}
