/** Measures in words, for the bench and for learning. */
import { directTypes, type FindingType, findingTypes } from '@entrepairs/anonymise/finding';
import { interval, type Measures, type Share, sum } from './measure.ts';

export const FORMATS: readonly FindingType[] = ['EMAIL', 'PHONE', 'NIR', 'IBAN', 'PLATE', 'URL'];

export function printMeasures(language: string, measures: Measures): void {
	console.log(`\n${language}: ${measures.tight.of} narratives, ${measures.words} words`);
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

export function printFaults({ missed, alarms }: Measures): void {
	for (const { id, mark, text } of missed) {
		const shown = `${text.slice(Math.max(0, mark.start - 30), mark.start)}[${text.slice(mark.start, mark.end)}]${text.slice(mark.end, mark.end + 15)}`;
		console.log(`missed ${mark.type} ${id}: ${shown.replaceAll('\n', '⏎')}`);
	}
	for (const { id, finding } of alarms)
		console.log(
			`alarm ${finding.type} ${finding.why} ${finding.confidence} ${id}: ${finding.text.replaceAll('\n', '⏎')}`,
		);
}
