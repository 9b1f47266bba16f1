/** What the detectors know, word lists and the tagger's weights, and the one file that it travels in. */
import type { Field } from '../tagger/field.ts';
import { readWeights } from '../tagger/weights.ts';
import { WordSet } from './automaton.ts';

/** In the order in which they stand in the file. */
export const listNames = [
	'wordsFr',
	'wordsEn',
	'firstNamesMale',
	'firstNamesFemale',
	'names',
	'communesSmall',
	'communesMiddle',
	'communesLarge',
	'townsBritish',
	'townsAbroad',
] as const;
export type ListName = (typeof listNames)[number];
export type Words = Readonly<Record<ListName, WordSet>> & { readonly weights: Field };

/** How a file of these lists begins. */
const MARK = 0x454e5431;

/**
 * One file: mark and number of edges of each list (32-bit, little-endian), then for each list the low
 * seven bits of its edges, one byte each, then how far each target is from where it would be if the
 * states followed one another, as variable-length numbers. Most of those are 0: it compresses to half
 * of what the edges themselves would. At the end stand the weights (`writeWeights`).
 */
export function writeWords(lists: Readonly<Record<ListName, Uint32Array>>, weights: Uint8Array): Uint8Array {
	const bytes: number[] = [];
	const number32 = (value: number) => {
		for (let shift = 0; shift < 32; shift += 8) bytes.push((value >>> shift) & 255);
	};
	number32(MARK);
	for (const name of listNames) number32(lists[name].length);
	for (const name of listNames) {
		const edges = lists[name];
		for (const edge of edges) bytes.push(edge & 127);
		eachState(edges, (edge, next) => {
			let far = edge === 0 ? 0 : distance(edge >>> 7, next);
			for (; far > 127; far = Math.floor(far / 128)) bytes.push((far & 127) | 128);
			bytes.push(far);
		});
	}
	for (const byte of weights) bytes.push(byte);
	return Uint8Array.from(bytes);
}

/** Reads what `writeWords` wrote. Throws on anything else. */
export function readWords(file: Uint8Array): Words {
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	if (view.byteLength < 4 * (listNames.length + 1) || view.getUint32(0, true) !== MARK) {
		throw new Error('not a file of word lists');
	}
	let at = 4 * (listNames.length + 1);
	const read = (index: number) => {
		const length = view.getUint32(4 * (index + 1), true);
		if (at + 2 * length > view.byteLength) throw new Error('a file of word lists that was cut off');
		const edges = Uint32Array.from(file.subarray(at, at + length));
		at += length;
		eachState(edges, (edge, next, place) => {
			let far = 0;
			let unit = 1;
			for (;;) {
				const byte = file[at++] ?? 0;
				far += (byte & 127) * unit;
				if (byte < 128) break;
				unit *= 128;
			}
			edges[place] = edge | (target(far, next) << 7);
		});
		return new WordSet(edges);
	};
	const lists = Object.fromEntries(listNames.map((name, index) => [name, read(index)])) as unknown as Record<ListName, WordSet>;
	return { ...lists, weights: readWeights(file.slice(at)) };
}

/** Calls with each edge, the place after the last edge of its state, and its own place. */
function eachState(edges: Uint32Array, call: (edge: number, next: number, place: number) => void): void {
	let begin = 0;
	for (let end = 0; end < edges.length; end++) {
		if (end !== 0 && ((edges[end] ?? 0) & 32) === 0) continue;
		for (let place = begin; place <= end; place++) call(edges[place] ?? 0, end + 1, place);
		begin = end + 1;
	}
}

/** 0: no next state. 1: the state that follows. Then by turns ahead and behind. */
function distance(target: number, next: number): number {
	if (target === 0) return 0;
	return target >= next ? 2 * (target - next) + 1 : 2 * (next - target);
}

function target(far: number, next: number): number {
	if (far === 0) return 0;
	return far % 2 === 1 ? next + (far - 1) / 2 : next - far / 2;
}
