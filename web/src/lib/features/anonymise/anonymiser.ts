/** The detector of this page, in a worker with the word lists; one for all that is open in the tab. */

import wordsUrl from 'virtual:word-lists';
import type { Finding, Language } from '@entrepairs/anonymise/finding';
import type { Choices, Pseudonymised } from '@entrepairs/anonymise/pseudonymise';
import type { Risk } from '@entrepairs/anonymise/risk';

export type ScanChoices = Omit<Choices, 'language' | 'words'>;

export interface Question {
	readonly id: number;
	readonly wordsUrl: string;
	readonly text: string;
	readonly language: Language;
	readonly choices: ScanChoices | null;
}

export interface Scan {
	findings: readonly Finding[];
	risk: Risk;
	/** What pseudonymising makes of the text; null when no choices were given. */
	clean: Pseudonymised | null;
}

export interface Answer {
	readonly id: number;
	readonly scan: Scan;
}

let worker: Worker | undefined;
let asked = 0;
const waiting = new Map<number, (scan: Scan | null) => void>();

function open(): Worker {
	if (worker !== undefined) return worker;
	worker = new Worker(new URL('./anonymiser.worker.ts', import.meta.url), { type: 'module' });
	worker.addEventListener('message', ({ data }: MessageEvent<{ id: number; scan: Scan | null }>) => {
		waiting.get(data.id)?.(data.scan);
		waiting.delete(data.id);
	});
	worker.addEventListener('error', () => {
		// It did not load: whoever asks next gets another try.
		worker = undefined;
		for (const answer of waiting.values()) answer(null);
		waiting.clear();
	});
	return worker;
}

/**
 * Looks for identifiers and risks in a text, and for what could stand in their place. Null when the
 * detector could not be loaded: nothing is known then, which is not the same as nothing found.
 */
export function scan(text: string, language: Language, choices: ScanChoices | null): Promise<Scan | null> {
	const id = ++asked;
	return new Promise((resolve) => {
		waiting.set(id, resolve);
		open().postMessage({
			id,
			wordsUrl: new URL(wordsUrl, location.href).href,
			text,
			language,
			choices,
		} satisfies Question);
	});
}
