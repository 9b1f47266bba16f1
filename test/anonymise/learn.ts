/**
 * `pnpm learn` makes packages/anonymise/model/tagger.bin from the narratives in `tune`. `pnpm learn --try`
 * learns from three quarters of them at a time, looks for identifiers in the rest, and shows the misses.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { detect } from '@entrepairs/anonymise/detect';
import { newField } from '@entrepairs/anonymise/tagger/field';
import { labelCount } from '@entrepairs/anonymise/tagger/labels';
import { FEATURE_BITS, readWeights, writeWeights } from '@entrepairs/anonymise/tagger/weights';
import { compileWords } from '@entrepairs/anonymise/words/compile';
import { readWords } from '@entrepairs/anonymise/words/words';
import { learn, usualPlan } from './learning/learn.ts';
import { measure } from './measure.ts';
import { readNarratives } from './narratives.ts';
import { printFaults, printMeasures } from './report.ts';

const PARTS = 4;
const words = readWords(compileWords(writeWeights(newField(1 << FEATURE_BITS, labelCount))));
const narratives = [...readNarratives('tune', 'fr'), ...readNarratives('tune', 'en')];

if (process.argv.includes('--try')) {
	const learnt = Array.from({ length: PARTS }, (_, part) =>
		// As they will be read: rounded to a byte.
		readWeights(writeWeights(learn(narratives.filter((_, at) => at % PARTS !== part), words, usualPlan))),
	);
	const partOf = new Map(narratives.map(({ id }, at) => [id, at % PARTS]));
	for (const language of ['fr', 'en'] as const) {
		const measures = measure(
			narratives.filter((narrative) => narrative.language === language),
			({ id, text }) => detect(text, { language, words: { ...words, weights: learnt[partOf.get(id) ?? 0]! } }),
		);
		printMeasures(language, measures);
		if (process.argv.includes('--faults')) printFaults(measures);
	}
} else {
	const file = writeWeights(learn(narratives, words, usualPlan));
	const folder = join(import.meta.dirname, '../../packages/anonymise/model');
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'tagger.bin'), file);
	console.log(`${narratives.length} narratives, ${file.length} bytes`);
}
