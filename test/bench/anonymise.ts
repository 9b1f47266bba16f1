/**
 * How well identifiers are found in the narratives of test/anonymise/report, which nothing was learnt from
 * and no rule was written on: strictly, by type, with 95% intervals.
 */
import { performance } from 'node:perf_hooks';
import { createDetector, detect } from '@entrepairs/anonymise/detect';
import { loadWords } from '@entrepairs/anonymise/node-words';
import { measure } from '../anonymise/measure.ts';
import { readNarratives } from '../anonymise/narratives.ts';
import { printMeasures } from '../anonymise/report.ts';

const words = await loadWords();
for (const language of ['fr', 'en'] as const) {
	const narratives = readNarratives('report', language);
	printMeasures(language, measure(narratives, ({ text }) => detect(text, { language, words })));
}

/** A text of 2,000 words, in which one goes on writing. */
const TEXT_WORDS = 2_000;
const texts: string[] = [];
for (const { text } of readNarratives('report', 'fr')) {
	texts.push(text);
	if ((texts.join(' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= TEXT_WORDS) break;
}
const text = texts.join('\n\n');
const detector = createDetector({ language: 'fr', words });
const times = { whole: [] as number[], keystroke: [] as number[] };
for (let round = 0; round < 30; round++) {
	times.whole.push(timed(() => detect(text, { language: 'fr', words })));
	detector.detect(text);
	const at = Math.floor((text.length * (round + 1)) / 31);
	times.keystroke.push(timed(() => detector.detect(`${text.slice(0, at)}x${text.slice(at)}`)));
}
console.log(
	`\n2,000 words: ${middle(times.whole).toFixed(1)} ms read whole, ${middle(times.keystroke).toFixed(1)} ms after a keystroke (a frame is 16.7 ms)`,
);

function timed(run: () => unknown): number {
	const begun = performance.now();
	run();
	return performance.now() - begun;
}

function middle(times: readonly number[]): number {
	return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
