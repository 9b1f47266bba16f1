/** Reads texts for identifiers beside the page, so that typing never waits. Nothing leaves it but answers. */
import { createDetector, type Detector } from '@entrepairs/anonymise/detect';
import type { Language } from '@entrepairs/anonymise/finding';
import { pseudonymise } from '@entrepairs/anonymise/pseudonymise';
import { assessRisk } from '@entrepairs/anonymise/risk';
import { readWords, type Words } from '@entrepairs/anonymise/words/words';
import type { Answer, Question } from './anonymiser.ts';

let words: Promise<Words> | undefined;
/** Each remembers the text before, so that after a keystroke only what changed is read. */
const detectors = new Map<Language, Detector>();

async function loadWords(url: string): Promise<Words> {
	const response = await fetch(url);
	if (!response.ok || response.body === null) throw new Error('the word lists did not come');
	const unpacked = response.body.pipeThrough(new DecompressionStream('gzip'));
	return readWords(new Uint8Array(await new Response(unpacked).arrayBuffer()));
}

self.addEventListener('message', async ({ data }: MessageEvent<Question>) => {
	const { id, wordsUrl, text, language, choices } = data;
	try {
		words ??= loadWords(wordsUrl);
		const lists = await words;
		const detector = detectors.get(language) ?? createDetector({ language, words: lists });
		detectors.set(language, detector);
		const findings = detector.detect(text);
		const answer: Answer = {
			id,
			scan: { findings, risk: assessRisk(text, findings, { language }), clean: null },
		};
		if (choices !== null) {
			answer.scan.clean = pseudonymise(text, findings, { ...choices, language, words: lists });
		}
		self.postMessage(answer);
	} catch {
		// The next question tries again: the network may be back.
		words = undefined;
		self.postMessage({ id, scan: null } satisfies Answer | { id: number; scan: null });
	}
});
