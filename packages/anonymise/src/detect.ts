/** Finds what may tell who somebody is, in a text of any length, without sending it anywhere. */
import type { Finding, Language } from './finding.ts';
import type { Words } from './words/words.ts';

export interface DetectOptions {
	readonly language: Language;
	readonly words: Words;
	/** Words that an organisation knows to identify nobody, folded by `foldName`. */
	readonly allowed?: ReadonlySet<string>;
}

/** In the order of the text, not overlapping. */
export function detect(text: string, _options: DetectOptions): Finding[] {
	return [
		...text.matchAll(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|\b0[1-9](?:[ .]?\d\d){4}\b/g),
	].map((match) => ({
		start: match.index,
		end: match.index + match[0].length,
		type: match[0].includes('@') ? ('EMAIL' as const) : ('PHONE' as const),
		text: match[0],
		confidence: 1,
		why: 'form' as const,
	}));
}
