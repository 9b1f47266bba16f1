/** What stands in the place of an identifier, so that the text still reads. */
import type { Finding, FindingType, Language } from './finding.ts';
import type { Words } from './words/words.ts';

/** How much is left of what an identifier told: `fine` keeps most. */
export const grains = ['fine', 'middle', 'coarse'] as const;
export type Grain = (typeof grains)[number];

/** Who or what a pseudonym stands for. It is as secret as the text. */
export interface KeyEntry {
	readonly real: string;
	readonly pseudonym: string;
	readonly type: FindingType;
}

/** What the person decided about one finding. */
export type Decision = { readonly keep: true } | { readonly words: string };

export interface Choices {
	readonly language: Language;
	readonly words: Words;
	/** The day that relative dates count from, YYYY-MM-DD. */
	readonly today: string;
	/** `fine` where a type is not named. */
	readonly grains: Partial<Record<FindingType, Grain>>;
	/** By `decisionKey`; what is not here is replaced as proposed. */
	readonly decisions: ReadonlyMap<string, Decision>;
	/** Pseudonyms given before, which stay. */
	readonly key: readonly KeyEntry[];
}

/** A change to the text. It may reach further than the finding: « d’ » goes with « Amiens ». */
export interface Edit {
	readonly start: number;
	readonly end: number;
	readonly words: string;
	readonly finding: Finding;
}

export interface Pseudonymised {
	readonly text: string;
	/** In the order of the text, in its offsets before the change; kept findings have none. */
	readonly edits: readonly Edit[];
	readonly key: readonly KeyEntry[];
}

/** Findings that are the same words of the same type are decided together. */
export function decisionKey({ type, text }: Pick<Finding, 'type' | 'text'>): string {
	return `${type} ${text.normalize('NFC').toLowerCase()}`;
}

/** Replaces what was found. Nothing but the edits changes. */
export function pseudonymise(text: string, findings: readonly Finding[], choices: Choices): Pseudonymised {
	const key = [...choices.key];
	const edits: Edit[] = [];
	for (const finding of findings) {
		const decision = choices.decisions.get(decisionKey(finding));
		if (decision !== undefined && 'keep' in decision) continue;
		edits.push({ start: finding.start, end: finding.end, words: decision?.words ?? '[…]', finding });
	}
	let result = '';
	let from = 0;
	for (const edit of edits) {
		result += text.slice(from, edit.start) + edit.words;
		from = edit.end;
	}
	return { text: result + text.slice(from), edits, key };
}
