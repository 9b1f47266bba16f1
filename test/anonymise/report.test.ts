/** That a change makes nothing worse: what docs/anonymisation.md says, with some room for a story or two. */
import { detect } from '@entrepairs/anonymise/detect';
import { directTypes } from '@entrepairs/anonymise/finding';
import { loadWords } from '@entrepairs/anonymise/node-words';
import { expect, it } from 'vitest';
import { measure, type Share, sum } from './measure.ts';
import { readNarratives } from './narratives.ts';
import { FORMATS } from './report.ts';

const share = ({ found, of }: Share) => found / of;

it.each([
	{ language: 'fr', direct: 0.965, tight: 0.86, places: 0.9 },
	{ language: 'en', direct: 0.94, tight: 0.76, places: 0.9 },
] as const)(
	'identifiers are found in stories that nothing was learnt from: $language',
	async (least) => {
		const words = await loadWords();
		const { language } = least;
		const measures = measure(readNarratives('report', language), ({ text }) =>
			detect(text, { language, words }),
		);
		expect(share(sum(measures, FORMATS))).toBeGreaterThanOrEqual(0.96);
		expect(share(sum(measures, directTypes))).toBeGreaterThanOrEqual(least.direct);
		expect(share(measures.tight)).toBeGreaterThanOrEqual(least.tight);
		expect(share(sum(measures, ['PLACE', 'ORG']))).toBeGreaterThanOrEqual(least.places);
		expect(share(measures.precision)).toBeGreaterThanOrEqual(0.83);
	},
	60_000,
);
