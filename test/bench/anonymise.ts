/**
 * How well identifiers are found in the narratives of test/anonymise, strictly and by type, with 95%
 * intervals. `pnpm bench anonymise` reports on the set that rules were not written on; `--tune` shows
 * the other one, with every miss and false alarm.
 */
import { performance } from 'node:perf_hooks';
import { detect } from '@entrepairs/anonymise/detect';
import { directTypes, type FindingType, findingTypes } from '@entrepairs/anonymise/finding';
import { loadWords } from '@entrepairs/anonymise/node-words';
import { interval, type Measures, measure, type Share, sum } from '../anonymise/measure.ts';
import { readNarratives } from '../anonymise/narratives.ts';

const FORMATS: readonly FindingType[] = ['EMAIL', 'PHONE', 'NIR', 'IBAN', 'PLATE', 'URL'];

const isTuning = process.argv.includes('--tune');
const words = await loadWords();
for (const language of ['fr', 'en'] as const) {
	if (['fr', 'en'].some((other) => other !== language && process.argv.includes(other))) continue;
	const narratives = readNarratives(isTuning ? 'tune' : 'report', language);
	const begun = performance.now();
	const measures = measure(narratives, ({ text }) => detect(text, { language, words }));
	const took = performance.now() - begun;
	console.log(
		`\n${language}: ${narratives.length} narratives, ${measures.words} words, ${((took * 1000) / measures.words).toFixed(1)} µs a word`,
	);
	print(measures);
	if (isTuning) printFaults(measures);
}

function print(measures: Measures): void {
	const line = (name: string, share: Share) => {
		if (share.of === 0) return;
		const [low, high] = interval(share);
		console.log(
			`${name.padEnd(28)} ${(share.found / share.of).toFixed(3)}  [${low.toFixed(3)}, ${high.toFixed(3)}]  ${share.found}/${share.of}`,
		);
	};
	for (const type of findingTypes) line(type, sum(measures, [type]));
	line('formats together', sum(measures, FORMATS));
	line('direct together', sum(measures, directTypes));
	line('places and organisations', sum(measures, ['PLACE', 'ORG']));
	line('stories without direct leak', measures.tight);
	line('precision', measures.precision);
	const alarms = measures.precision.of - measures.precision.found;
	console.log(`false alarms in 100 words     ${((100 * alarms) / measures.words).toFixed(2)}`);
}

function printFaults({ missed, alarms }: Measures): void {
	for (const { id, mark, text } of missed) {
		const shown = `${text.slice(Math.max(0, mark.start - 30), mark.start)}[${text.slice(mark.start, mark.end)}]${text.slice(mark.end, mark.end + 15)}`;
		console.log(`missed ${mark.type} ${id}: ${shown.replaceAll('\n', '⏎')}`);
	}
	for (const { id, finding } of alarms)
		console.log(
			`alarm ${finding.type} ${finding.why} ${finding.confidence} ${id}: ${finding.text.replaceAll('\n', '⏎')}`,
		);
}
