/** A text as words and numbers, each with what stands before it. */
import { fold } from './words/fold.ts';

export type Shape = 'lower' | 'capital' | 'upper' | 'number';

export interface Token {
	readonly start: number;
	readonly end: number;
	readonly text: string;
	/** See `fold`. */
	readonly folded: string;
	readonly shape: Shape;
	/** What stands between the token before and this one. */
	readonly gap: string;
	/** A capital here says nothing: something begins. */
	readonly begins: boolean;
}

/** A full stop after these ends no sentence. */
const ABBREVIATIONS = new Set(
	(
		'm mr mrs ms mme mmes mlle melle mm dr drs pr prof me mgr st ste sts av bd bld bvd pl imp rte rés res bat bât apt appt app esc tel tél ' +
		'cf ex env num no nos art p pp vol ed éd sr sir rev fr messrs vs etc'
	).split(' '),
);

const SENTENCE_END = /[.!?…]/;
const BEGINS = /[\n\r:•«“”"‹>|*#]|(?:^|\s)[-–—]\s|\t/;

/** All words and numbers of a text, in order. One pass, whatever the text. */
export function tokenise(text: string): Token[] {
	const tokens: Token[] = [];
	let end = 0;
	for (const match of text.matchAll(/\p{L}[\p{L}\p{M}]*|\p{N}+/gu)) {
		const [word] = match;
		const gap = text.slice(end, match.index);
		tokens.push({
			start: match.index,
			end: match.index + word.length,
			text: word,
			folded: fold(word),
			shape: shapeOf(word),
			gap,
			begins: begins(tokens.at(-1), gap),
		});
		end = match.index + word.length;
	}
	return tokens;
}

function shapeOf(word: string): Shape {
	if (/^\p{N}/u.test(word)) return 'number';
	if (!/^[\p{Lu}\p{Lt}]/u.test(word)) return 'lower';
	return word.length > 1 && word === word.toUpperCase() ? 'upper' : 'capital';
}

function begins(before: Token | undefined, gap: string): boolean {
	if (before === undefined || BEGINS.test(gap)) return true;
	if (!SENTENCE_END.test(gap)) return false;
	if (!gap.startsWith('.') || gap.startsWith('..')) return true;
	// « M. », « Dr. », an initial: the sentence goes on.
	return !(
		ABBREVIATIONS.has(before.text.toLowerCase()) ||
		(before.text.length === 1 && before.shape === 'capital' && before.folded !== 'a')
	);
}

const JOINS = /^(?:[ \u00a0\u202f]|[-‐‑]|['’ʼ]|\. ?)$/u;

/** Whether two tokens that follow one another can be parts of one name: « Le Goff », « Jean-Luc », « N'Diaye ». */
export function isJoined(after: Token): boolean {
	return JOINS.test(after.gap);
}

/** Whether the gap is an apostrophe: « d'Amiens ». */
export function isElided(after: Token | undefined): boolean {
	return after !== undefined && /^['’ʼ]$/.test(after.gap);
}
