/** Narratives as sequences to learn from, block by block as the detector reads them. */
import { blockEnds } from '@entrepairs/anonymise/blocks';
import { findByRules } from '@entrepairs/anonymise/detect';
import { Reading } from '@entrepairs/anonymise/reading';
import { featuresOf } from '@entrepairs/anonymise/tagger/features';
import { labelOf, type TaggedType, taggedTypes } from '@entrepairs/anonymise/tagger/labels';
import { placeOf } from '@entrepairs/anonymise/tagger/weights';
import type { Words } from '@entrepairs/anonymise/words/words';
import type { Narrative } from '../narratives.ts';
import type { Example } from './learner.ts';

export function examplesOf({ text, language, marks }: Narrative, words: Words): Example[] {
	const examples: Example[] = [];
	let begin = 0;
	for (const blockEnd of blockEnds(text)) {
		const reading = new Reading(text.slice(begin, blockEnd), language, words);
		const features = featuresOf(reading, findByRules(reading)).map((own) => own.map(placeOf));
		const labels = new Uint8Array(reading.tokens.length);
		for (const { type, start, end } of marks) {
			if (!isTagged(type)) continue;
			let isFirst = true;
			for (const [index, token] of reading.tokens.entries()) {
				if (begin + token.end <= start || begin + token.start >= end) continue;
				labels[index] = labelOf(type, isFirst);
				isFirst = false;
			}
		}
		examples.push({ features, labels });
		begin = blockEnd;
	}
	return examples;
}

function isTagged(type: string): type is TaggedType {
	return (taggedTypes as readonly string[]).includes(type);
}
