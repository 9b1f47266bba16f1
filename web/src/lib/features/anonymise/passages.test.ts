import type { Hint } from '@entrepairs/anonymise/risk';
import { expect, test } from 'vitest';
import { hintGroups, passagesOf } from './passages.ts';

const text = 'La maire a six enfants. Son fils, 12 ans, voit la maire ; Zoé, 12 ans aussi.';
const hint = (kind: Hint['kind'], words: string, weight: Hint['weight'], nth = 0): Hint => {
	let start = -1;
	for (let index = 0; index <= nth; index++) start = text.toLowerCase().indexOf(words, start + 1);
	return { kind, start, end: start + words.length, weight, tests: ['linking'] };
};
const hints = [
	hint('public-role', 'la maire', 3),
	hint('public-role', 'la maire', 3, 1),
	hint('combination', 'la maire', 3),
	hint('large-family', 'six enfants', 2),
	hint('exact-age', '12 ans', 1),
	hint('exact-age', '12 ans', 1, 1),
];

test('people read the riskiest places first, the same words once, and what they kept among them', () => {
	const start = text.indexOf('Zoé');
	const passages = passagesOf(text, hints, [{ start, end: start + 3, type: 'PERSON' }]);
	expect(passages.map(({ words, places, kept }) => [words, places.length, kept])).toEqual([
		['La maire', 2, null],
		['Zoé', 1, 'PERSON'],
		['six enfants', 1, null],
		['12 ans', 2, null],
	]);
	expect(passages[0]?.hints).toEqual(['public-role', 'combination']);
});

test('hints of one kind are explained once', () => {
	expect(hintGroups(text, hints).map(({ kind, passages }) => [kind, passages.length])).toEqual([
		['public-role', 1],
		['combination', 1],
		['large-family', 1],
		['exact-age', 1],
	]);
});
