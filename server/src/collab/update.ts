/**
 * What a change is made of, looked at without building a document. Only the first version of Yjs's
 * encoding is ever read: merging hostile bytes of the second can hang (yjs issue 687).
 */
import { caseText } from '@entrepairs/contract/case-text';
import type { Decoder } from 'lib0/decoding';
import { writeVarUint } from 'lib0/encoding';
import * as Y from 'yjs';
import type { Range } from './ranges.ts';

/** Something inserted (an item), or the place of something that is gone (GC). */
export type Struct = Y.Item | Y.GC;

export interface Change {
	readonly structs: readonly Struct[];
	readonly deletions: readonly Range[];
}

/** Reads a change wholly. Throws when it is malformed in any way. */
export function readChange(update: Uint8Array): Change {
	const { structs, ds } = Y.decodeUpdate(update);
	const kept: Struct[] = [];
	for (const struct of structs) {
		if (struct instanceof Y.Skip) continue;
		if (!(struct.length > 0)) throw new Error('an insertion of nothing');
		expectClock(struct.id.clock + struct.length);
		kept.push(struct as Struct);
	}
	const deletions: Range[] = [];
	for (const [client, items] of ds.clients as Map<number, { clock: number; len: number }[]>) {
		for (const { clock, len } of items) {
			expectClock(clock + len);
			if (len > 0) deletions.push({ client, from: clock, to: clock + len });
		}
	}
	return { structs: kept, deletions };
}

export function isEmpty({ structs, deletions }: Change): boolean {
	return structs.length === 0 && deletions.length === 0;
}

/** Throws when a change holds anything that the text of a case cannot consist of. */
export function expectCaseText({ structs }: Change): void {
	for (const struct of structs)
		if (struct instanceof Y.Item && !isCaseText(struct)) throw new Error('no text');
}

/** A piece of a change: a struct without its first `offset` clocks, which are known already. */
export interface Part {
	readonly struct: Struct;
	readonly offset: number;
}

/**
 * Writes a change as Yjs does. What strangers send is never passed on as it came: only what was
 * read and judged, in the order that merging relies on (clients from the highest to the lowest).
 */
export function writeChange(parts: readonly Part[], deletions: readonly Range[]): Uint8Array {
	const encoder = new Y.UpdateEncoderV1();
	const { restEncoder } = encoder;
	const byClient = descending(parts, ({ struct }) => struct.id.client);
	writeVarUint(restEncoder, byClient.length);
	for (const [client, own] of byClient) {
		const [first] = own;
		writeVarUint(restEncoder, own.length);
		encoder.writeClient(client);
		writeVarUint(restEncoder, first.struct.id.clock + first.offset);
		for (const { struct, offset } of own) struct.write(encoder, offset);
	}
	const deleted = descending(deletions, ({ client }) => client);
	writeVarUint(restEncoder, deleted.length);
	for (const [client, ranges] of deleted) {
		encoder.resetDsCurVal();
		writeVarUint(restEncoder, client);
		writeVarUint(restEncoder, ranges.length);
		for (const { from, to } of ranges.sort((a, b) => a.from - b.from)) {
			encoder.writeDsClock(from);
			encoder.writeDsLen(to - from);
		}
	}
	return encoder.toUint8Array();
}

/** Whether a client's state vector can be read; hostile ones are refused before they are used. */
export function readStateVector(bytes: Uint8Array): Uint8Array {
	Y.decodeStateVector(bytes);
	return bytes;
}

/** Whether somebody with this state vector has nothing of the document. */
export function isVectorOfNothing(stateVector: Uint8Array): boolean {
	return stateVector.length === 1;
}

/** Every frame must end where its message ends. */
export function expectEnd(decoder: Decoder): void {
	if (decoder.pos !== decoder.arr.length) throw new Error('bytes after the end of the message');
}

function expectClock(clock: number): void {
	if (!Number.isSafeInteger(clock)) throw new Error('a clock out of range');
}

const elements: ReadonlySet<string> = new Set(caseText.elements);
const marks: ReadonlySet<string> = new Set(caseText.marks);

function isCaseText({ parentSub, content }: Y.Item): boolean {
	// Keyed content would be attributes, which no element of ours has.
	if (parentSub !== null) return false;
	if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return true;
	if (content instanceof Y.ContentFormat) return marks.has(content.key) && isPlainMark(content.value);
	if (!(content instanceof Y.ContentType)) return false;
	const { type } = content;
	return type instanceof Y.XmlElement ? elements.has(type.nodeName) : type instanceof Y.XmlText;
}

/** On (with no details) or off. */
function isPlainMark(value: unknown): boolean {
	if (value === null || value === true) return true;
	return typeof value === 'object' && Object.keys(value).length === 0;
}

function descending<T>(all: readonly T[], clientOf: (one: T) => number): [number, [T, ...T[]]][] {
	const grouped = new Map<number, [T, ...T[]]>();
	for (const one of all) {
		const client = clientOf(one);
		const own = grouped.get(client);
		if (own === undefined) grouped.set(client, [one]);
		else own.push(one);
	}
	return [...grouped].sort(([a], [b]) => b - a);
}
