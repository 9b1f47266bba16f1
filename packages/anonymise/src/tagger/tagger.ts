/** What the learnt weights make of a text. */
import type { Reading } from '../reading.ts';
import type { Span } from '../span.ts';
import { spansOf } from './decode.ts';
import { featuresOf } from './features.ts';
import { marginals } from './field.ts';
import { placeOf } from './weights.ts';

/** The names, places, institutions, addresses, ages and rare occupations of a text. `ruled` is what rules found, overlapping nowhere. */
export function tag(reading: Reading, ruled: readonly Span[]): Span[] {
	const features = featuresOf(reading, ruled).map((own) => own.map(placeOf));
	return spansOf(reading, marginals(reading.words.weights, features).labels);
}
