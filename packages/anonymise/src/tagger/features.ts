/**
 * What the tagger sees of each token: the word, its form, what the lists know of it, and the same of its
 * neighbours, alone and together. A feature is a 32-bit number; what it stood for is not needed again.
 */
import { citing } from '../known/authors.ts';
import { departments, institutions, things, times } from '../known/capitals.ts';
import {
	civilities,
	jargon,
	kin,
	naming,
	neverNames,
	orgHeads,
	orgTails,
	particles,
	placePrepositions,
	placeWords,
} from '../known/context.ts';
import type { Reading } from '../reading.ts';
import type { Span } from '../span.ts';
import type { Token } from '../tokens.ts';

/** What is known of one token, as numbers. */
interface Known {
	/** Hash of the folded word; numbers by their length. */
	readonly word: number;
	readonly prefix: number;
	readonly suffix: number;
	readonly suffixShort: number;
	/** Shape, length, whether it begins something. */
	readonly form: number;
	/** Which lists have it. */
	readonly lists: number;
	/** The few lists that matter most, with the shape. */
	readonly kind: number;
	/** What stands before it. */
	readonly gap: number;
	/** What the rules found here. */
	readonly rules: number;
}

const EDGE: Known = { word: 1, prefix: 1, suffix: 1, suffixShort: 1, form: 1, lists: 1, kind: 1, gap: 1, rules: 1 };

/** FNV-1a. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
	return value >>> 0;
}

/** Two numbers as one (the finaliser of MurmurHash3). */
function mix(one: number, other: number): number {
	let value = Math.imul(one, 0x9e3779b1) ^ other;
	value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
	value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
	return (value ^ (value >>> 16)) >>> 0;
}

const GAPS: readonly [RegExp, number][] = [
	[/^$/, 1],
	[/^[ \u00a0\u202f]$/, 2],
	[/^[-‐‑]$/, 3],
	[/^['’ʼ]$/, 4],
	[/^\. ?$/, 5],
	[/^, ?$/, 6],
	[/^ ?: ?$/, 7],
	[/\n/, 8],
	[/[«"“]/, 9],
	[/[»"”]/, 10],
	[/\(/, 11],
	[/\)/, 12],
	[/[.!?…]/, 13],
	[/ [-–—] /, 14],
	[/[@/_]/, 15],
];

function gapOf(gap: string): number {
	return GAPS.find(([form]) => form.test(gap))?.[1] ?? 16;
}

function shapeNumber({ shape, text }: Token): number {
	switch (shape) {
		case 'lower':
			return 1;
		case 'capital':
			return /\p{Lu}/u.test(text.slice(1)) ? 2 : 3;
		case 'upper':
			return 4;
		default:
			return 5;
	}
}

/** The tokens' features, for `language`. Spans of rules tell where numbers, dates and more were found already. */
export function featuresOf(reading: Reading, ruled: readonly Span[]): Uint32Array[] {
	const rules = ruleNumbers(reading, ruled);
	const places = placeNumbers(reading);
	const known = reading.tokens.map((token, index) => know(reading, token, index, rules[index] ?? 0, places[index] ?? 0));
	const own = reading.language === 'fr' ? 0x5bd1e995 : 0x27d4eb2f;
	const style = styleOf(reading);
	return known.map((_, index) => tokenFeatures(known, index, own, style));
}

/** Whether sentences begin with capitals here: where they do not, names have none either. */
function styleOf({ tokens }: Reading): number {
	let [begins, capitals] = [0, 0];
	for (const { begins: isBegin, shape } of tokens) {
		if (!isBegin || shape === 'number') continue;
		begins++;
		if (shape !== 'lower') capitals++;
	}
	return begins === 0 ? 1 : capitals / begins > 0.7 ? 2 : capitals / begins > 0.3 ? 3 : 4;
}

function tokenFeatures(known: readonly Known[], index: number, language: number, style: number): Uint32Array {
	const at = (offset: number) => known[index + offset] ?? EDGE;
	const [b3, b2, b1, me, a1, a2] = [at(-3), at(-2), at(-1), at(0), at(1), at(2)];
	let template = 0;
	const features: number[] = [];
	/** In both languages alike. */
	const add = (...parts: number[]) => {
		let value = ++template;
		for (const part of parts) value = mix(value, part);
		features.push(value >>> 0);
	};
	/** In each language for itself too. */
	const addBoth = (...parts: number[]) => {
		add(...parts);
		add(language, ...parts);
	};
	add(language);
	addBoth(me.kind);
	addBoth(me.kind, style);
	addBoth(me.lists, style);
	addBoth(me.rules, style);
	add(b1.word, me.kind, style);
	addBoth(me.lists);
	addBoth(me.form, me.kind);
	addBoth(me.rules);
	addBoth(me.rules, b1.rules);
	addBoth(me.rules, a1.rules);
	addBoth(me.rules, me.kind);
	add(me.word);
	add(me.word, me.form);
	addBoth(me.prefix, me.form);
	addBoth(me.suffix, me.form);
	addBoth(me.suffixShort, me.form);
	addBoth(b1.word, me.gap);
	add(b1.word, me.kind);
	add(b1.word, b2.word, me.gap);
	add(b1.word, b2.word, me.kind);
	add(b2.word, me.kind);
	add(b3.word, me.kind);
	addBoth(a1.word, a1.gap);
	add(a1.word, a1.gap, me.kind);
	add(a1.word, a2.word, a1.gap);
	add(a2.word, me.kind);
	addBoth(b1.lists);
	addBoth(b2.lists);
	addBoth(a1.lists);
	addBoth(b1.kind, me.kind, me.gap);
	addBoth(me.kind, a1.kind, a1.gap);
	addBoth(b1.kind, me.kind, a1.kind);
	addBoth(b2.kind, b1.kind, me.kind);
	addBoth(me.kind, a1.kind, a2.kind);
	addBoth(me.gap, me.kind);
	addBoth(a1.gap, me.kind);
	addBoth(me.gap, a1.gap, me.form);
	add(b1.word, me.kind, a1.word);
	add(b1.form, me.form, a1.form, me.gap, a1.gap);
	add(b2.word, b1.kind, me.kind);
	add(b1.rules, me.kind, b1.kind);
	return Uint32Array.from(features);
}

function know(reading: Reading, token: Token, index: number, rules: number, place: number): Known {
	const { words } = reading;
	const word = token.folded;
	const has = (list: { has(word: string): boolean }) => (list.has(word) ? 1 : 0);
	const isNumber = token.shape === 'number';
	// Known, also without their capital: « nov », « sunday », « iban », « whatsapp ».
	const common = has(jargon) || has(times) || has(institutions) || has(things) ? 1 : 0;
	const never = has(neverNames);
	const bits = isNumber
		? []
		: [
				has(words.wordsFr),
				has(words.wordsEn),
				has(words.firstNamesMale),
				has(words.firstNamesFemale),
				has(words.names),
				reading.isHarmless(index) ? 1 : 0,
				has(civilities),
				has(kin),
				has(naming),
				has(orgHeads),
				has(orgTails),
				has(particles),
				has(departments),
				has(placePrepositions),
				has(placeWords),
				has(citing),
				common,
			];
	let lists = place;
	for (const bit of bits) lists = (lists << 1) | bit;
	const shape = shapeNumber(token);
	const length = Math.min(token.text.length, 6);
	const begins = token.begins ? 1 : 0;
	const shouted = reading.isShouted(index) ? 1 : 0;
	const isWord = reading.isWord(index) ? 1 : 0;
	const isName = reading.isFirstName(index) ? 2 : has(words.names) === 1 ? 1 : 0;
	const head = has(civilities) ? 1 : has(kin) ? 2 : has(orgHeads) ? 3 : has(particles) ? 4 : has(placeWords) || has(placePrepositions) ? 5 : has(orgTails) && reading.language === 'en' ? 6 : 0;
	return {
		// One initial is like another: « Mme A. » must stay what it is as « Mme B. ».
		word: isNumber ? mix(7, numberKind(token.text)) : isInitial(token) ? 5 : hash(word),
		prefix: isInitial(token) ? 5 : hash(word.slice(0, 3)),
		suffix: isInitial(token) ? 5 : hash(word.slice(-4)),
		suffixShort: isInitial(token) ? 5 : hash(word.slice(-2)),
		form: (((shape * 7 + length) * 2 + begins) * 2 + shouted) * 2 + isWord,
		lists: lists >>> 0,
		kind: (((((((shape * 2 + begins) * 2 + shouted) * 2 + isWord) * 3 + isName) * 7 + head) * 2 + (reading.isHarmless(index) ? 1 : 0)) * 8 + (place & 7)) * 3 + (common === 1 ? 1 : never === 1 ? 2 : 0),
		gap: gapOf(token.gap),
		rules,
	};
}

/** What a number can be: an age, a day, a house, a year. */
function numberKind(text: string): number {
	const value = Number(text);
	if (text.length > 4 || Number.isNaN(value)) return 20 + Math.min(text.length, 12);
	if (text.startsWith('0')) return 1;
	if (text.length === 4) return value >= 1900 && value <= 2040 ? 2 : 3;
	return value < 18 ? 4 : value < 32 ? 5 : value < 60 ? 6 : value < 110 ? 7 : 8;
}

function isInitial({ text, shape }: Token): boolean {
	return text.length === 1 && shape === 'capital';
}

/** For each token, whether a place of the lists begins or goes on here, and of which size. */
function placeNumbers(reading: Reading): Uint8Array {
	const { words, tokens } = reading;
	const result = new Uint8Array(tokens.length);
	const lists: readonly { has(name: string): boolean }[] = [
		words.communesSmall,
		words.communesMiddle,
		words.communesLarge,
		words.townsBritish,
		words.townsAbroad,
	];
	for (const [rank, list] of lists.entries()) {
		for (let index = 0; index < tokens.length; index++) {
			if (tokens[index]?.shape === 'number') continue;
			const length = reading.match(index, list);
			if (length === 0) continue;
			// Longer names tell more than a single word.
			const value = length > 1 ? 6 : rank + 1;
			for (let at = index; at < index + length; at++) if ((result[at] ?? 0) < 6) result[at] = value;
		}
	}
	return result;
}

const RULED = ['EMAIL', 'URL', 'NIR', 'IBAN', 'BIRTHDATE', 'PHONE', 'PLATE', 'DATE', 'IDNUMBER', 'AGE', 'ADDRESS', 'ORG', 'PLACE', 'PERSON', 'PROFESSION_RARE'];

function ruleNumbers(reading: Reading, ruled: readonly Span[]): Uint16Array {
	const result = new Uint16Array(reading.tokens.length);
	let first = 0;
	for (const { type, start, end, why } of [...ruled].sort((a, b) => a.start - b.start)) {
		while (first < reading.tokens.length && (reading.tokens[first]?.end ?? 0) <= start) first++;
		for (let at = first; at < reading.tokens.length && (reading.tokens[at]?.start ?? 0) < end; at++) {
			result[at] = (RULED.indexOf(type) + 1) * 4 + (at === first ? 0 : 1) + (why === 'context' ? 2 : 0);
		}
	}
	return result;
}
