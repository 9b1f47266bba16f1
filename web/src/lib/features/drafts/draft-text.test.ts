import { decisionKey } from '@entrepairs/anonymise/decision';
import { textOfCase } from '@entrepairs/anonymise/review';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carriedSpots as carried, partAt, type Spot, wholeText } from './draft-text.ts';

test('a draft is read as the server reads what is shared: title trimmed, empty sections left out', () => {
	const draft = {
		title: '  Une demande ',
		template: 'situation' as const,
		sections: { facts: 'Karim est venu.\nSeul.', context: 'À Amiens.', request: ' \n ' },
	};
	const { text, parts } = wholeText(draft);
	expect(text).toBe(textOfCase('Une demande', ['À Amiens.', 'Karim est venu.\nSeul.']));
	const at = (words: string) => partAt(parts, text.indexOf(words));
	expect(at('demande')).toMatchObject({ key: 'title', lead: 2 });
	expect(at('Amiens')?.key).toBe('context');
	const facts = at('Karim');
	expect(text.slice(facts?.start, facts?.end)).toBe(draft.sections.facts);
});

function spot(text: string, start: number, end: number): Spot {
	const finding = { start, end, type: 'PERSON', text: text.slice(start, end), confidence: 1, why: 'list' };
	return { finding, edit: { start: Math.max(0, start - 2), end, words: 'A.' } } as Spot;
}

test('what is known of a text is known of it after a change elsewhere, and never in the wrong place', () => {
	const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 30 });
	fc.assert(
		fc.property(words, words, words, words, (head, old, fresh, tail) => {
			const before = `${head}${old}${tail}`;
			const after = `${head}${fresh}${tail}`;
			const spots = [...before].flatMap((_, index) =>
				index % 3 === 0 ? [spot(before, index, index + 1)] : [],
			);
			for (const { finding, edit } of carried(spots, before, after)) {
				expect(after.slice(finding.start, finding.end)).toBe(finding.text);
				expect(edit?.end).toBe(finding.end);
			}
		}),
	);
	const before = 'Vu Karim hier.';
	const karim = spot(before, 3, 8);
	expect(carried([karim], before, 'Vu Karim hier matin.')).toEqual([karim]);
	expect(carried([karim], before, 'Bien vu Karim hier.')).toEqual([]);
	expect(carried([karim], before, 'Oui. Vu Karim hier.')[0]?.finding.start).toBe(8);
	expect(carried([karim], before, 'Vu Karima hier.')).toEqual([]);
	expect(decisionKey(karim.finding)).toBe('PERSON karim');
});
