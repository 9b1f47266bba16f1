/** Learns the tagger's weights from narratives: the same narratives give the same weights. */
import { at, type Field, newField } from '@entrepairs/anonymise/tagger/field';
import { labelCount } from '@entrepairs/anonymise/tagger/labels';
import { FEATURE_BITS } from '@entrepairs/anonymise/tagger/weights';
import type { Words } from '@entrepairs/anonymise/words/words';
import type { Narrative } from '../narratives.ts';
import { examplesOf } from './examples.ts';
import { Learner } from './learner.ts';
import { randomFrom, varied } from './vary.ts';

/** How often each narrative is seen as it is, and each time once more in a variation. */
const ROUNDS = 12;
/** How many variations of each are made. */
const VARIATIONS = 6;
/** Each run sees other variations in another order; their mean is steadier than any of them. */
const SEEDS = [20_261_124, 20_261_125, 20_261_126];

export function learn(narratives: readonly Narrative[], words: Words): Field {
	const mean = newField(1 << FEATURE_BITS, labelCount);
	for (const seed of SEEDS) {
		const one = learnOnce(narratives, words, seed);
		for (let place = 0; place < mean.weights.length; place++)
			mean.weights[place] = at(mean.weights, place) + at(one.weights, place) / SEEDS.length;
		for (let place = 0; place < mean.moves.length; place++)
			mean.moves[place] = at(mean.moves, place) + at(one.moves, place) / SEEDS.length;
	}
	return mean;
}

function learnOnce(narratives: readonly Narrative[], words: Words, seed: number): Field {
	const random = randomFrom(seed);
	const all = narratives.map((narrative) => ({
		own: examplesOf(narrative, words),
		others: Array.from({ length: VARIATIONS }, () => examplesOf(varied(narrative, random), words)),
	}));
	const learner = new Learner(1 << FEATURE_BITS, labelCount);
	for (let round = 0; round < ROUNDS; round++) {
		for (let last = all.length - 1; last > 0; last--) {
			const other = Math.floor(random() * (last + 1));
			const [one, two] = [all[last], all[other]];
			if (one !== undefined && two !== undefined) [all[last], all[other]] = [two, one];
		}
		for (const { own, others } of all) {
			for (const example of own) learner.learn(example);
			for (const example of others[round % VARIATIONS] ?? []) learner.learn(example);
		}
	}
	return learner.finish();
}
