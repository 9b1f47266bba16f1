/** Occupations that few people in a region have. */
import { doers, rareMatters, rareProfessions } from '../known/professions.ts';
import type { Reading } from '../reading.ts';
import { type Span, span } from '../span.ts';
import { foldName } from '../words/fold.ts';

const rare: ReadonlySet<string> = new Set(
	rareProfessions.flatMap((name) => [foldName(name), `${foldName(name)}s`]),
);
const matters: ReadonlySet<string> = new Set([...rareMatters].map(foldName));

export function findRareProfessions(reading: Reading): Span[] {
	const { tokens } = reading;
	const found: Span[] = [];
	for (let index = 0; index < tokens.length; index++) {
		const token = tokens[index];
		if (token === undefined || token.shape === 'number') continue;
		// A capital inside a sentence makes it a name: « Mme Berger ».
		if (token.shape === 'capital' && !token.begins) continue;
		const length = reading.match(index, rare);
		if (length > 0) {
			const last = complement(reading, index + length - 1);
			found.push(span('PROFESSION_RARE', token.start, tokens[last]?.end ?? 0, 0.75, 'list'));
			index = last;
			continue;
		}
		if (!doers.has(token.folded)) continue;
		const of = tokens[index + 1];
		const matter = tokens[index + 2];
		if (
			of === undefined ||
			matter === undefined ||
			!/^(?:de|d|des|en|sur|a)$/.test(of.folded) ||
			of.gap !== ' '
		)
			continue;
		if (!/^[ '’]$/.test(matter.gap) || !matters.has(matter.folded)) continue;
		found.push(
			span('PROFESSION_RARE', token.start, tokens[complement(reading, index + 2)]?.end ?? 0, 0.7, 'list'),
		);
	}
	return found;
}

/** « facteur d'orgues baroques », « berger d'estive »: one complement more. */
function complement(reading: Reading, last: number): number {
	const { tokens } = reading;
	const of = tokens[last + 1];
	const matter = tokens[last + 2];
	if (of?.gap !== ' ' || matter === undefined || !/^(?:de|d|en|sur)$/.test(of.folded)) return last;
	return /^[ '’]$/.test(matter.gap) && matter.shape === 'lower' && matters.has(matter.folded)
		? last + 2
		: last;
}
