/** Learns the tagger's weights from narratives: the same narratives and seed give the same weights. */
import type { Field } from '@entrepairs/anonymise/tagger/field';
import { labelCount } from '@entrepairs/anonymise/tagger/labels';
import { FEATURE_BITS } from '@entrepairs/anonymise/tagger/weights';
import type { Words } from '@entrepairs/anonymise/words/words';
import type { Narrative } from '../narratives.ts';
import { examplesOf } from './examples.ts';
import { Learner } from './learner.ts';
import { randomFrom, varied } from './vary.ts';

export interface Plan {
	/** How often each narrative is seen as it is, and once more in a variation. */
	readonly rounds: number;
	/** How many variations of each are made. */
	readonly variations: number;
	readonly seed: number;
}

export const usualPlan: Plan = { rounds: 20, variations: 10, seed: 20_261_124 };

export function learn(narratives: readonly Narrative[], words: Words, { rounds, variations, seed, ...rest }: Plan): Field {
	const random = randomFrom(seed);
	const all = narratives.map((narrative) => ({
		own: examplesOf(narrative, words),
		others: Array.from({ length: variations }, () => examplesOf(varied(narrative, random), words)),
	}));
	const learner = new Learner(1 << FEATURE_BITS, labelCount, rest as object);
	for (let round = 0; round < rounds; round++) {
		for (let last = all.length - 1; last > 0; last--) {
			const other = Math.floor(random() * (last + 1));
			[all[last], all[other]] = [all[other]!, all[last]!];
		}
		for (const { own, others } of all) {
			for (const example of own) learner.learn(example);
			for (const example of others[round % variations] ?? []) learner.learn(example);
		}
	}
	return learner.finish();
}
