/** From probabilities of labels to spans. */
import type { Language } from '../finding.ts';
import type { Reading } from '../reading.ts';
import { type Span, span } from '../span.ts';
import { labelCount, labelOf, OUTSIDE, type TaggedType, taggedTypes } from './labels.ts';

/**
 * What is left uncovered is worse than one question too many: so much doubt is enough. Chosen on the
 * narratives that were learnt from, a quarter at a time left out (`pnpm learn --try`).
 */
export const thresholds: Readonly<Record<Language, Readonly<Record<TaggedType, number>>>> = {
	fr: { PERSON: 0.065, PLACE: 0.08, ORG: 0.07, ADDRESS: 0.2, AGE: 0.4, PROFESSION_RARE: 0.12 },
	en: { PERSON: 0.05, PLACE: 0.1, ORG: 0.2, ADDRESS: 0.3, AGE: 0.4, PROFESSION_RARE: 0.12 },
};

/** Spans from the probabilities (`labelCount` for each token). */
export function spansOf(reading: Reading, probabilities: Float64Array): Span[] {
	const { tokens } = reading;
	const least = thresholds[reading.language];
	const found: Span[] = [];
	let open: { type: TaggedType; from: number; to: number; sure: number } | null = null;
	const close = () => {
		if (open === null) return;
		const { type, sure } = open;
		const [inner, to] = whole(reading, open.from, open.to);
		const from = type === 'PERSON' ? withInitials(reading, inner) : inner;
		found.push(span(type, tokens[from]?.start ?? 0, tokens[to]?.end ?? 0, sure, 'context'));
		open = null;
	};
	for (let index = 0; index < tokens.length; index++) {
		const at = index * labelCount;
		const inside = 1 - (probabilities[at + OUTSIDE] ?? 1);
		let best: TaggedType = 'PERSON';
		let most = 0;
		let first = 0;
		for (const type of taggedTypes) {
			const begins = probabilities[at + labelOf(type, true)] ?? 0;
			const own = begins + (probabilities[at + labelOf(type, false)] ?? 0);
			if (own > most) [best, most, first] = [type, own, begins];
		}
		const isName = best === 'PERSON' || best === 'PLACE';
		const enough = least[best] * (isName ? plainness(reading, index) : 1);
		if (inside < enough || reading.isReplaced(index)) {
			close();
			continue;
		}
		const isFurther = open !== null && open.type === best && first < most / 2;
		const isParted = isFurther && parts(reading, index, best);
		if (isParted && isName && isPlainWord(reading, index)) {
			close();
			continue;
		}
		const goesOn = isFurther && !isParted;
		if (goesOn && open !== null) {
			open.to = index;
			open.sure = Math.max(open.sure, inside);
		} else {
			close();
			open = { type: best, from: index, to: index, sure: inside };
		}
	}
	close();
	return found;
}

/** Whether what stands before a token parts it from the one before: only addresses go over commas and lines. */
function parts({ tokens }: Reading, index: number, type: TaggedType): boolean {
	const gap = tokens[index]?.gap ?? '';
	if (type === 'ADDRESS' || !/[.,;:!?()\n]/.test(gap)) return false;
	// « K. Benali », “St. Mary’s”.
	const before = tokens[index - 1];
	return !(
		/^\. ?$/.test(gap) &&
		(before?.text.length === 1 || /^(?:st|ste|mt|dr)$/.test(before?.folded ?? ''))
	);
}

/** How much more it takes to believe that a word of the dictionary is a name. */
function plainness(reading: Reading, index: number): number {
	if (isPlainWord(reading, index)) return 3.5;
	// At a beginning a capital says less.
	const token = reading.tokens[index];
	return token?.begins === true && token.shape === 'capital' && reading.isWord(index) ? 2 : 1;
}

function isPlainWord(reading: Reading, index: number): boolean {
	return reading.tokens[index]?.shape === 'lower' && reading.isWord(index) && !reading.isFirstName(index);
}

/** « K. Benali », « J.-P. Le Goff »: initials before a name belong to it; « M. » does not. */
function withInitials({ tokens, language }: Reading, from: number): number {
	while (from > 0) {
		const before = tokens[from - 1];
		if (
			before === undefined ||
			before.text.length !== 1 ||
			before.shape === 'number' ||
			before.shape === 'lower'
		)
			break;
		if (!/^(?:\. ?|\.?-)$/.test(tokens[from]?.gap ?? '') || (language === 'fr' && before.folded === 'm'))
			break;
		from--;
	}
	return from;
}

/** « Saint-Jean » is never half found, nor « Le Floc’h ». */
function whole(reading: Reading, from: number, to: number): [number, number] {
	const { tokens } = reading;
	while (from > 0 && isHyphen(tokens[from]?.gap) && tokens[from - 1]?.shape !== 'number') from--;
	for (;;) {
		const next = tokens[to + 1];
		const last = tokens[to];
		if (next === undefined || last === undefined || next.shape === 'number') break;
		const isInside =
			/^['’ʼ]$/.test(next.gap) &&
			!(next.folded === 's' && last.text.length > 1) &&
			(isHyphen(last.gap) || !ELISIONS.has(last.folded));
		if (!isHyphen(next.gap) && !isInside) break;
		to++;
	}
	return [from, to];
}

function isHyphen(gap: string | undefined): boolean {
	return gap !== undefined && /^[-‐‑]$/.test(gap);
}

const ELISIONS = new Set('l d j m t s n c qu lorsqu puisqu jusqu quoiqu quelqu'.split(' '));
