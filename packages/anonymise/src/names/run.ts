/** Where a name that begins at a token ends. */
import { nameParticles, neverNames, particles } from '../known/context.ts';
import type { Reading } from '../reading.ts';
import { isJoined } from '../tokens.ts';

const CLOSE = /^(?:[ \u00a0\u202f]|[-‐‑]|['’ʼ]|\. ?)$/u;

/**
 * The last token of a person's name that begins at `from`: further capitals, particles between them,
 * initials. In small letters, what no dictionary knows.
 */
export function endOfPerson(reading: Reading, from: number): number {
	const { tokens } = reading;
	let last = from;
	const isSmall = !reading.isCapital(from);
	for (let next = from + 1; next < tokens.length && next < from + 7; next++) {
		const token = tokens[next];
		if (token === undefined || token.shape === 'number' || !CLOSE.test(token.gap)) break;
		const isHyphen = /^[-‐‑]$/.test(token.gap);
		if (token.gap.startsWith('.') && !isInitial(reading, next - 1)) break;
		if (token.begins && !isInitial(reading, next - 1)) break;
		if (reading.isHarmless(next) && !isHyphen) break;
		if (isParticle(reading, next)) continue;
		if (reading.isCapital(next) && !(isSmall && !isHyphen)) {
			last = next;
			continue;
		}
		if (!isUnknown(reading, next) || (!isSmall && !reading.isShouted(next) && !isHyphen)) break;
		last = next;
	}
	return last;
}

/** A letter that stands for a name: « K. ». */
export function isInitial(reading: Reading, index: number): boolean {
	const token = reading.tokens[index];
	return token !== undefined && token.text.length === 1 && token.shape === 'capital';
}

function isParticle(reading: Reading, index: number): boolean {
	const token = reading.tokens[index];
	const after = reading.tokens[index + 1];
	if (token === undefined || after === undefined || !nameParticles.has(token.folded)) return false;
	if (!isJoined(after) || after.gap.startsWith('.')) return false;
	return token.shape === 'lower' ? reading.isCapital(index + 1) || isUnknown(reading, index + 1) : false;
}

/** No word of any dictionary, and not too short to be anything. */
export function isUnknown(reading: Reading, index: number): boolean {
	const token = reading.tokens[index];
	if (token === undefined || token.shape === 'number' || token.text.length < 3) return false;
	return !reading.isAnyWord(index) && !neverNames.has(token.folded);
}

/** The last token of an institution's or place's own name: capitals with small words between them. */
export function endOfTitle(reading: Reading, from: number, isSentenceStartAllowed = false): number {
	const { tokens } = reading;
	let last = from;
	for (let next = from + 1; next < tokens.length && next < from + 9; next++) {
		const token = tokens[next];
		if (token === undefined || !/^(?:[ \u00a0\u202f]|[-‐‑]|['’ʼ]| & |\. )$/u.test(token.gap)) break;
		if (token.gap === '. ' && !/^(?:st|ste|dr)$/.test(tokens[next - 1]?.folded ?? '')) break;
		if (token.begins && !isSentenceStartAllowed) break;
		if (reading.isCapital(next)) {
			last = next;
			continue;
		}
		const isHyphen = /^[-‐‑]$/.test(token.gap);
		if (isHyphen && token.shape === 'lower' && last === next - 1) last = next;
		else if (!particles.has(token.folded) && !(token.folded === 's' && /['’]/.test(token.gap))) break;
		else if (token.folded === 's') last = next;
	}
	return last;
}
