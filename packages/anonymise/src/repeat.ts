/** A name that was found once is found everywhere: in any case, in the plural, with a slip of the pen. */
import { neverNames } from './known/context.ts';
import { endOfPerson } from './names/run.ts';
import type { Reading } from './reading.ts';
import { type Span, span } from './span.ts';

/** Shorter parts of a name (« De », « Li ») are looked for only with their capital. */
const SHORT = 4;
/** From this length on, one letter wrong is still the same name. */
const LONG = 5;
/** Whoever is less sure than this is not looked for elsewhere. */
const SURE = 0.5;

export interface Name {
	readonly type: 'PERSON' | 'PLACE';
	/** It is a word as well: only its capital tells. */
	readonly isWord: boolean;
}

/** They stand before a name, also where they were found as a part of one; « Maître » or “Major” may be a name. */
const TITLES = /^(?:m|mr|mme|mmes|mlle|mlles|mrs|ms|dr|pr|mgr|monsieur|madame|mademoiselle)$/;

function isNoName(word: string): boolean {
	return neverNames.has(word) || TITLES.test(word);
}

/** The names among these findings, each part of a person's by itself. */
export function namesIn(reading: Reading, found: readonly Span[]): ReadonlyMap<string, Name> {
	const names = new Map<string, Name>();
	const { tokens } = reading;
	let index = 0;
	for (const { type, start, end, confidence } of found) {
		if ((type !== 'PERSON' && type !== 'PLACE') || confidence < SURE) continue;
		while (index < tokens.length && (tokens[index]?.start ?? 0) < start) index++;
		const parts: number[] = [];
		for (let at = index; at < tokens.length && (tokens[at]?.end ?? 0) <= end; at++) parts.push(at);
		// Of a place of several words only the whole is its name: « Saint », « Pont ».
		if (type === 'PLACE' && parts.length > 1) continue;
		for (const at of parts) {
			const token = tokens[at];
			if (token === undefined || token.text.length < 2 || isNoName(token.folded)) continue;
			const isWord = reading.isAnyWord(at);
			if (token.text.length < SHORT && isWord) continue;
			if (names.get(token.folded)?.type !== 'PERSON') names.set(token.folded, { type, isWord });
		}
	}
	return names;
}

/** All names of a text, whatever block they were found in. */
export class Names {
	readonly #names = new Map<string, Name>();
	readonly #byLength = new Map<number, string[]>();
	/** The same for the same names. */
	readonly key: string;

	constructor(blocks: Iterable<ReadonlyMap<string, Name>>) {
		for (const names of blocks) {
			for (const [name, own] of names) {
				if (this.#names.get(name)?.type !== 'PERSON') this.#names.set(name, own);
			}
		}
		for (const [name, { type }] of this.#names) {
			if (type !== 'PERSON' || name.length < LONG) continue;
			const others = this.#byLength.get(name.length);
			if (others === undefined) this.#byLength.set(name.length, [name]);
			else others.push(name);
		}
		this.key = [...this.#names]
			.map(([name, { type, isWord }]) => `${name}${type === 'PERSON' ? '!' : '?'}${isWord ? '.' : ''}`)
			.join(' ');
	}

	/** The further places of these names in a block, outside what was found there. */
	repeatedIn(reading: Reading, found: readonly Span[]): Span[] {
		if (this.#names.size === 0) return [];
		const { tokens } = reading;
		const covered = new Uint8Array(reading.text.length + 1);
		for (const { start, end } of found) covered.fill(1, start, end);
		const repeated: Span[] = [];
		for (let index = 0; index < tokens.length; index++) {
			const token = tokens[index];
			if (token === undefined || token.shape === 'number' || covered[token.start] === 1) continue;
			const type = this.#typeAt(reading, index);
			if (type === null) continue;
			let last = type === 'PERSON' && reading.isCapital(index) ? endOfPerson(reading, index) : index;
			while (last > index && covered[tokens[last]?.start ?? 0] === 1) last--;
			repeated.push(span(type, token.start, tokens[last]?.end ?? token.end, 0.8, 'repeated'));
			index = last;
		}
		return repeated;
	}

	#typeAt(reading: Reading, index: number): 'PERSON' | 'PLACE' | null {
		const token = reading.tokens[index];
		if (token === undefined || reading.isHarmless(index) || isNoName(token.folded)) return null;
		const word = token.folded;
		const known =
			this.#names.get(word) ??
			(word.length > SHORT && /[sx]$/.test(word) ? this.#names.get(word.slice(0, -1)) : undefined);
		if (known !== undefined) {
			if (!known.isWord && (word.length >= SHORT || token.shape !== 'lower')) return known.type;
			// « Rose » inside a sentence is the person; at its beginning only if no article could be missing.
			if (token.shape === 'capital' && !token.begins) return known.type;
			return token.shape === 'capital' &&
				known.isWord &&
				reading.isFirstName(index) &&
				known.type === 'PERSON'
				? known.type
				: null;
		}
		// « Benalli », « Karimm »: close to a name, and no word.
		if (word.length < LONG || reading.isAnyWord(index)) return null;
		for (let length = word.length - 1; length <= word.length + 1; length++) {
			for (const name of this.#byLength.get(length) ?? []) if (isClose(word, name)) return 'PERSON';
		}
		return null;
	}
}

/** Whether one letter more, less, other, or two swapped make one of the other; the first stays. */
export function isClose(one: string, other: string): boolean {
	if (one[0] !== other[0] || Math.abs(one.length - other.length) > 1) return false;
	let begin = 0;
	while (begin < one.length && one[begin] === other[begin]) begin++;
	let end = 0;
	while (end < Math.min(one.length, other.length) - begin && one.at(-1 - end) === other.at(-1 - end)) end++;
	const [left, right] = [one.slice(begin, one.length - end), other.slice(begin, other.length - end)];
	if (left.length <= 1 && right.length <= 1) return true;
	return left.length === 2 && left[0] === right[1] && left[1] === right[0];
}
