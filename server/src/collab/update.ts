/**
 * What a change is made of, looked at without building a document. Only the first version of Yjs's
 * encoding is ever read: merging hostile bytes of the second can hang (yjs issue 687).
 */
import type { Decoder } from 'lib0/decoding';
import * as Y from 'yjs';

/** Clock ranges `[from, to)` of one client's insertions or deletions. */
interface Range {
	readonly client: number;
	readonly from: number;
	readonly to: number;
}

export interface Change {
	readonly insertions: readonly Range[];
	readonly deletions: readonly Range[];
}

/** Reads a change wholly. Throws when it is malformed in any way. */
export function readChange(update: Uint8Array): Change {
	const { structs, ds } = Y.decodeUpdate(update);
	const insertions: Range[] = [];
	for (const struct of structs) {
		if (struct.constructor.name === 'Skip') continue;
		if (!(struct.length > 0)) throw new Error('an insertion of nothing');
		if (struct instanceof Y.Item && struct.content instanceof Y.ContentDoc) throw new Error('a document in a document');
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
	/** How far each client's insertions are known without a hole. */
	readonly #known = new Map<number, number>();
	readonly #deleted = new Map<number, Range[]>();

	static of(state: Uint8Array): Contents {
		const contents = new Contents();
		contents.add(readChange(state));
		return contents;
	}

	add(change: Change): void {
		for (const { client, from, to } of change.insertions) {
			const known = this.#known.get(client) ?? 0;
			if (from <= known && to > known) this.#known.set(client, to);
		}
		for (const range of change.deletions) {
			if (this.#isDeleted(range)) continue;
			const ranges = this.#deleted.get(range.client);
			if (ranges === undefined) this.#deleted.set(range.client, [range]);
			else this.#deleted.set(range.client, joined([...ranges, range]));
		}
	}

	/** Whether the change would alter nothing. */
	has(change: Change): boolean {
		return (
			change.insertions.every(({ client, to }) => to <= (this.#known.get(client) ?? 0)) &&
			change.deletions.every((range) => this.#isDeleted(range))
		);
	}

	/** Whether something is missing between what is known and what the change inserts. */
	leavesGap(change: Change): boolean {
		const reach = new Map<number, number>();
		for (const { client, from, to } of change.insertions) {
			const known = reach.get(client) ?? this.#known.get(client) ?? 0;
			if (from > known) return true;
			reach.set(client, Math.max(known, to));
		}
		return false;
	}

	#isDeleted({ client, from, to }: Range): boolean {
		return this.#deleted.get(client)?.some((range) => range.from <= from && range.to >= to) ?? false;
	}
}

function joined(ranges: Range[]): Range[] {
	ranges.sort((a, b) => a.from - b.from);
	const result: Range[] = [];
	for (const range of ranges) {
		const last = result.at(-1);
		if (last !== undefined && range.from <= last.to) {
			result[result.length - 1] = { ...last, to: Math.max(last.to, range.to) };
		} else result.push(range);
	}
	return result;
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

