import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { possibleConflicts, type Statement } from './possible-conflicts.ts';

const of = (accountId: string, own: Partial<Statement> = {}): Statement => ({
	accountId,
	name: `Personne ${accountId}`,
	employers: [],
	partners: [],
	territories: [],
	...own,
});
const meet = (one: Partial<Statement>, other: Partial<Statement>) =>
	possibleConflicts([of('a', one), of('b', other)]).length === 1;

describe('possible conflicts of interest', () => {
	it.each<[string, Partial<Statement>, Partial<Statement>]>([
		['one employer', { employers: ['CCAS de Rennes'] }, { employers: ['C.C.A.S. Rennes'] }],
		['a legal form', { employers: ['Association L’Étape'] }, { employers: ['l’etape (SARL)'] }],
		['one partner', { partners: ['Maison des ados'] }, { partners: ['MAISON DES ADOS'] }],
		['an employer who is a partner', { employers: ['La Passerelle'] }, { partners: ['Passerelle'] }],
		['Saint in short', { partners: ['Foyer St-Éloi'] }, { partners: ['foyer Saint Eloi'] }],
		['one commune', { territories: ['Commune de Vitré'] }, { territories: ['vitre'] }],
		['one commune with its code', { territories: ['35500 Vitré'] }, { territories: ['Vitré'] }],
		['one town, two districts', { territories: ['Lyon 3e'] }, { territories: ['Lyon, secteur 8'] }],
		['one postal code', { territories: ['35500'] }, { territories: ['35500'] }],
		['one canton', { territories: ['Canton de Fougères'] }, { territories: ['fougères'] }],
		['an organisation of legal words alone', { employers: ['Association'] }, { employers: ['association'] }],
	])('sees %s', (_name, one, other) => {
		expect(meet(one, other)).toBe(true);
		expect(meet(other, one)).toBe(true);
	});

	it('sees a colleague who is named as a partner, whichever name comes first', () => {
		const named = of('a', { partners: ['Mme HADDAD Léa'] });
		expect(possibleConflicts([of('b', { name: 'Léa Haddad' }), named])).toEqual([['a', 'b']]);
		expect(possibleConflicts([of('b', { name: 'Léa Haddad-Roy' }), named])).toEqual([]);
	});

	it.each<[string, Partial<Statement>, Partial<Statement>]>([
		['nothing stated', {}, {}],
		['two employers of one kind', { employers: ['CCAS de Rennes'] }, { employers: ['CCAS de Brest'] }],
		['a part of a name', { employers: ['Croix-Rouge'] }, { employers: ['Croix-Rouge insertion'] }],
		['a region', { territories: ['Bretagne'] }, { territories: ['Bretagne'] }],
		['a department', { territories: ['Département du Rhône'] }, { territories: ['Rhône'] }],
		['a department by number', { territories: ['69'] }, { territories: ['69'] }],
		['a district without its town', { territories: ['Secteur 3'] }, { territories: ['3'] }],
		['a territory like an employer', { territories: ['Vitré'] }, { employers: ['Vitré'] }],
		['one first name', { partners: ['Personne'] }, {}],
		['signs without a word', { partners: ['—', '…'] }, { partners: ['!', '—'] }],
	])('sees nothing in %s', (_name, one, other) => {
		expect(meet(one, other)).toBe(false);
		expect(meet(other, one)).toBe(false);
	});

	const name = fc.constantFrom('Ardoise', 'Boussole', 'Cèdre', 'Dune', 'Étape', 'Falaise', 'Grange');
	const names = fc.array(name, { maxLength: 3 });
	const stated = fc.record({ employers: names, partners: names, territories: names });
	const group = fc
		.array(stated, { minLength: 2, maxLength: 6 })
		.map((all) => all.map((own, index) => of(String(index), own)));

	it('does not depend on the order of people or of names, nor on how names are written', () => {
		const other = (text: string) => `  ASSOCIATION « ${text.toUpperCase().normalize('NFD')} » `;
		fc.assert(
			fc.property(group, (people) => {
				const written = people
					.map((one) => ({ ...one, employers: one.employers.map(other).reverse() }))
					.reverse();
				expect(possibleConflicts(written)).toEqual(possibleConflicts(people));
			}),
		);
	});

	it('says pairs of two different members, each once, and only of those who share a name', () => {
		fc.assert(
			fc.property(group, (people) => {
				const pairs = possibleConflicts(people);
				expect(new Set(pairs.map(String)).size).toBe(pairs.length);
				const find = (id: string) => people.find(({ accountId }) => accountId === id);
				const organisations = (one?: Statement) => [...(one?.employers ?? []), ...(one?.partners ?? [])];
				for (const one of people) {
					for (const next of people) {
						if (one.accountId >= next.accountId) continue;
						const shares =
							organisations(one).some((word) => organisations(next).includes(word)) ||
							one.territories.some((word) => next.territories.includes(word));
						expect(pairs.some(([a, b]) => a === one.accountId && b === next.accountId)).toBe(shares);
					}
				}
				for (const [a, b] of pairs) expect(find(a)).not.toBe(find(b));
			}),
		);
	});

	it('forgets nothing when somebody states more', () => {
		fc.assert(
			fc.property(group, name, (people, more) => {
				const [first, ...rest] = people;
				if (first === undefined) return;
				const after = possibleConflicts([{ ...first, partners: [...first.partners, more] }, ...rest]);
				for (const pair of possibleConflicts(people)) expect(after).toContainEqual(pair);
			}),
		);
	});

	it('takes any text at all', () => {
		const anything = fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 4 });
		fc.assert(
			fc.property(anything, anything, (one, other) => {
				possibleConflicts([
					of('a', { employers: one, territories: other }),
					of('b', { partners: other, territories: one }),
				]);
			}),
		);
	});
});
