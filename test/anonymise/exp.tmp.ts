import { readFileSync, writeFileSync } from 'node:fs';
import { detect, findByRules } from '@entrepairs/anonymise/detect';
import { newField } from '@entrepairs/anonymise/tagger/field';
import { labelCount } from '@entrepairs/anonymise/tagger/labels';
import { thresholds } from '@entrepairs/anonymise/tagger/decode';
import { FEATURE_BITS, readWeights, writeWeights } from '@entrepairs/anonymise/tagger/weights';
import { compileWords } from '@entrepairs/anonymise/words/compile';
import { readWords } from '@entrepairs/anonymise/words/words';
import { directTypes } from '@entrepairs/anonymise/finding';
import { learn, usualPlan } from './learning/learn.ts';
import { measure, sum } from './measure.ts';
import { readNarratives } from './narratives.ts';
const words = readWords(compileWords(writeWeights(newField(1 << FEATURE_BITS, labelCount))));
const list = (process.env.FILES ?? '').split(',').filter(Boolean);
let narratives = [...readNarratives('tune', 'fr'), ...readNarratives('tune', 'en')];
const PARTS = 4, only = (process.env.ONLY ?? '0,1,2,3').split(',').map(Number);
const plan = { ...usualPlan, rounds: Number(process.env.ROUNDS ?? usualPlan.rounds), variations: Number(process.env.VAR ?? usualPlan.variations), sparse: Number(process.env.SPARSE ?? 1e-4), rate: Number(process.env.RATE ?? 0.1) };
const cache = process.env.CACHE;
const learnt: any[] = []; let size = 0;
for (let part = 0; part < PARTS; part++) {
	if (!only.includes(part)) continue;
	let file: Uint8Array;
	if (cache && process.env.LOAD) file = readFileSync(`${cache}.${part}`);
	else { file = writeWeights(learn(narratives.filter((_, at) => at % PARTS !== part), words, plan as any)); if (cache) writeFileSync(`${cache}.${part}`, file); }
	size = file.length; learnt[part] = readWeights(file);
}
const partOf = new Map(narratives.map(({ id }, at) => [id, at % PARTS]));
narratives = narratives.filter((_, at) => only.includes(at % PARTS));
const pc = (s: any) => (s.found / s.of).toFixed(3);
console.log(JSON.stringify(plan), 'size', size, 'n', narratives.length);
for (const language of ['fr', 'en'] as const) for (const th of (process.env.THS ?? '0.25,0.15,0.1').split(',').map(Number)) {
	for (const k of Object.keys(thresholds)) (thresholds as any)[k] = th;
	const m = measure(narratives.filter((n) => n.language === language), ({ id, text }) => detect(text, { language, words: { ...words, weights: learnt[partOf.get(id) ?? 0] } }));
	console.log(language, th, 'dir', pc(sum(m, directTypes)), 'PERSON', pc(sum(m, ['PERSON'])), 'ADDR', pc(sum(m, ['ADDRESS'])), 'PL', pc(sum(m, ['PLACE'])), 'ORG', pc(sum(m, ['ORG'])), 'PL+ORG', pc(sum(m, ['PLACE', 'ORG'])), 'AGE', pc(sum(m, ['AGE'])), 'DATE', pc(sum(m, ['DATE'])), 'RARE', pc(sum(m, ['PROFESSION_RARE'])), 'tight', pc(m.tight), 'prec', pc(m.precision), 'FA/100', ((100 * (m.precision.of - m.precision.found)) / m.words).toFixed(2));
}
if (process.env.FAULTS) { const { printFaults } = await import('./report.ts'); for (const k of Object.keys(thresholds)) (thresholds as any)[k] = Number(process.env.FAULTS);
 for (const language of (process.env.LANGS ?? 'fr,en').split(',')) printFaults(measure(narratives.filter((n) => n.language === language), ({ id, text }) => detect(text, { language: language as any, words: { ...words, weights: learnt[partOf.get(id) ?? 0] } }))); }
