/** A text with what the lists know of each of its words: what all name detectors look at. */
import type { Language } from './finding.ts';
import { authors, citing, common, fullNames } from './known/authors.ts';
import { institutions, peoples, regions, texts, things, times } from './known/capitals.ts';
import { jargon, neverNames } from './known/context.ts';
import { countries } from './known/countries.ts';
import { replacedIn } from './replaced.ts';
import { type Token, tokenise } from './tokens.ts';
import { foldName } from './words/fold.ts';
import type { Words } from './words/words.ts';

/** The longest name of several words that is looked up. */
const LONGEST = 8;

export class Reading {
	readonly text: string;
	readonly language: Language;
	readonly words: Words;
	/** Words that identify nobody here. */
	readonly allowed: ReadonlySet<string> | undefined;
	readonly tokens: readonly Token[];
	/** Tokens that belong to something known to identify nobody. */
	readonly #harmless: Uint8Array;
	/** Tokens in passages written in capitals throughout, where a capital says nothing. */
	readonly #shouted: Uint8Array;

	/** Tokens of what was replaced already. */
	readonly #replaced: Uint8Array;

	constructor(text: string, language: Language, words: Words, allowed?: ReadonlySet<string>) {
		this.text = text;
		this.language = language;
		this.words = words;
		this.allowed = allowed;
		this.tokens = tokenise(text);
		this.#shouted = findShouted(this.tokens);
		this.#harmless = new Uint8Array(this.tokens.length);
		this.#markHarmless(allowed);
		this.#replaced = new Uint8Array(this.tokens.length);
		this.#markReplaced();
	}

	/** In the dictionary of the text's language. */
	isWord(index: number): boolean {
		const word = this.tokens[index]?.folded ?? '';
		return (this.language === 'fr' ? this.words.wordsFr : this.words.wordsEn).has(word);
	}

	/** In any dictionary, or among the short cuts that people use. */
	isAnyWord(index: number): boolean {
		const word = this.tokens[index]?.folded ?? '';
		return (
			this.words.wordsFr.has(word) || this.words.wordsEn.has(word) || jargon.has(word) || neverNames.has(word)
		);
	}

	isFirstName(index: number): boolean {
		const word = this.tokens[index]?.folded ?? '';
		return word.length > 1 && (this.words.firstNamesMale.has(word) || this.words.firstNamesFemale.has(word));
	}

	/** A first name or any other name on a list. */
	isListed(index: number): boolean {
		return this.isFirstName(index) || this.words.names.has(this.tokens[index]?.folded ?? '');
	}

	isHarmless(index: number): boolean {
		return this.#harmless[index] === 1;
	}

	/** See replaced.ts. */
	isReplaced(index: number): boolean {
		return this.#replaced[index] === 1;
	}

	isShouted(index: number): boolean {
		return this.#shouted[index] === 1;
	}

	/** A capital that means something: not in a passage of capitals. */
	isCapital(index: number): boolean {
		const shape = this.tokens[index]?.shape;
		return (shape === 'capital' || shape === 'upper') && !this.isShouted(index);
	}

	/** The number of tokens from here that make up an entry of the set: the longest; 0 if none. */
	match(from: number, set: { has(name: string): boolean }): number {
		let name = '';
		let length = 0;
		for (let index = from; index < this.tokens.length && index < from + LONGEST; index++) {
			const token = this.tokens[index];
			if (token === undefined || (index > from && !/^(?:[ \u00a0\u202f]|[-‐‑/]|['’ʼ])$/u.test(token.gap)))
				break;
			const part = ALIASES[token.folded] ?? token.folded;
			name = index === from ? part : `${name} ${part}`;
			if (set.has(name)) length = index - from + 1;
		}
		return length;
	}

	#markHarmless(allowed: ReadonlySet<string> | undefined): void {
		const lists = [institutions, texts, things, peoples, regions, times, countries(), fullNames];
		if (allowed !== undefined) lists.push(allowed);
		for (let index = 0; index < this.tokens.length; index++) {
			const token = this.tokens[index];
			if (token === undefined || token.shape === 'number') continue;
			for (const list of lists) {
				const length = this.match(index, list);
				if (length === 0 || (length === 1 && token.shape === 'lower')) continue;
				this.#harmless.fill(1, index, index + length);
			}
			if (token.shape !== 'lower' && authors.has(token.folded) && this.#isCited(index, token)) {
				this.#harmless[index] = 1;
				// « Winnicott », and the initial before.
				if (/^[A-Z]$/.test(this.tokens[index - 1]?.text ?? '') && /^\. ?$/.test(token.gap))
					this.#harmless[index - 1] = 1;
			}
			if (this.#isDated(index)) this.#harmless[index] = 1;
			if (this.#namesAnIllness(index)) this.#harmless[index] = 1;
		}
	}

	#markReplaced(): void {
		let at = 0;
		for (const { start, end } of replacedIn(this.text)) {
			while (at < this.tokens.length && (this.tokens[at]?.end ?? 0) <= start) at++;
			for (let inside = at; inside < this.tokens.length && (this.tokens[inside]?.start ?? 0) < end; inside++)
				this.#replaced[inside] = 1;
		}
		for (let index = 0; index < this.tokens.length; index++) if (this.#isPseudonym(index)) this.#replaced[index] = 1;
	}

	/** « Mme A. », « A. refuse », « le petit K »: an initial with no name behind it. */
	#isPseudonym(index: number): boolean {
		const token = this.tokens[index];
		if (token === undefined || token.text.length !== 1 || token.shape !== 'capital') return false;
		const next = this.tokens[index + 1];
		// « l’A », « D’Angelo », « E-mail »: part of something else.
		if (next !== undefined && /^['’ʼ‐‑-]$/.test(next.gap)) return false;
		if (next === undefined || !/^(?:\.|\. ?|[ \u00a0])$/.test(next.gap) || next.shape === 'number') return true;
		if (next.text.length === 1) return this.#isPseudonym(index + 1);
		return next.shape !== 'capital' || this.isAnyWord(index + 1) ? !this.isFirstName(index + 1) || next.shape === 'lower' : false;
	}

	#isCited(index: number, token: Token): boolean {
		if (!common.has(token.folded)) return true;
		for (let before = index - 1; before >= Math.max(0, index - 3); before--) {
			if (citing.has(this.tokens[before]?.folded ?? '')) return true;
		}
		return false;
	}

	/** « Clot (2008) », « (Fustier, 1993) ». */
	#isDated(index: number): boolean {
		const token = this.tokens[index];
		const next = this.tokens[index + 1];
		if (token?.shape !== 'capital' || next?.shape !== 'number' || !/^(?:19|20)\d\d$/.test(next.text))
			return false;
		if (next.gap === ' (') return this.text[next.end] === ')';
		return next.gap === ', ' && /[();]/.test(this.text[next.end] ?? '');
	}

	/** « syndrome de Turner », « Rett syndrome », « Martha's Rule ». */
	#namesAnIllness(index: number): boolean {
		if (!this.isCapital(index)) return false;
		const after = this.tokens[index + 1]?.folded === 's' ? this.tokens[index + 2] : this.tokens[index + 1];
		if (this.language === 'en' && ILLNESS_AFTER.has(after?.folded ?? '') && /^['’ ]*$/.test(after?.gap ?? ''))
			return true;
		const before = this.tokens[index - 1];
		if (before === undefined || !/^(?:de|d|du|of)$/.test(before.folded)) return false;
		return ILLNESS_BEFORE.has(this.tokens[index - 2]?.folded ?? '');
	}
}

const ALIASES: Readonly<Record<string, string>> = {
	st: 'saint',
	ste: 'sainte',
	sts: 'saints',
	stes: 'saintes',
	s: 'sur',
};

const ILLNESS_BEFORE = new Set(
	'syndrome maladie demence choree ataxie pyramide triangle echelle loi effet test fenetre roue complexe corps cycle disease'.split(
		' ',
	),
);
const ILLNESS_AFTER = new Set(
	'syndrome disease dementia scale law rule act theory cycle model hierarchy triangle test bodies method review report inquiry'.split(
		' ',
	),
);

/** A line in which nearly all letters are capitals. */
function findShouted(tokens: readonly Token[]): Uint8Array {
	const shouted = new Uint8Array(tokens.length);
	let begin = 0;
	for (let index = 0; index <= tokens.length; index++) {
		const token = tokens[index];
		if (token !== undefined && (index === begin || !/[\n.!?:]/.test(token.gap))) continue;
		let upper = 0;
		let all = 0;
		let many = 0;
		for (let at = begin; at < index; at++) {
			const one = tokens[at];
			if (one === undefined || one.shape === 'number') continue;
			all += one.text.length;
			if (one.shape === 'upper' || one.text.length === 1) upper += one.text.length;
			if (one.shape === 'upper') many++;
		}
		if (many >= 4 && upper > 0.75 * all) shouted.fill(1, begin, index);
		begin = index;
	}
	return shouted;
}

/** Whether a name on a list could stand for this one. */
export function foldedRun(reading: Reading, from: number, to: number): string {
	return foldName(reading.text.slice(reading.tokens[from]?.start ?? 0, reading.tokens[to]?.end ?? 0));
}
