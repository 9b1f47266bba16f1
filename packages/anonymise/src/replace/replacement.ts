/** What one identifier becomes, and how much of the text around it has to change with it. */
import type { Finding, Language } from '../finding.ts';
import type { Words } from '../words/words.ts';

/** How much is left of what an identifier told: `fine` keeps most. */
export const grains = ['fine', 'middle', 'coarse'] as const;
export type Grain = (typeof grains)[number];

export interface Replacement {
	readonly start: number;
	readonly end: number;
	readonly words: string;
}

export interface Place {
	readonly text: string;
	readonly finding: Finding;
	readonly language: Language;
	readonly grain: Grain;
	readonly words: Words;
	/** YYYY-MM-DD. */
	readonly today: string;
}

/** What stands before the finding, up to forty characters. */
export function before({ text, finding }: Pick<Place, 'text' | 'finding'>): string {
	return text.slice(Math.max(0, finding.start - 40), finding.start);
}

/** The replacement, with so much of what stands before as the pattern takes; null if it does not stand there. */
export function together(
	place: Place,
	pattern: RegExp,
	words: (match: RegExpExecArray) => string,
): Replacement | null {
	const match = pattern.exec(before(place));
	if (match === null) return null;
	return { start: place.finding.start - match[0].length, end: place.finding.end, words: words(match) };
}

/** Only the finding itself. */
export function alone({ finding }: Pick<Place, 'finding'>, words: string): Replacement {
	return { start: finding.start, end: finding.end, words };
}

/** « D' » of « D'Amiens » at the beginning of a sentence keeps its capital. */
export function likeCase(model: string, words: string): string {
	return /^\p{Lu}/u.test(model) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
