/**
 * Names as they are compared: two people rarely write the name of one employer in the same way. What
 * carries no meaning is left out (accents, case, punctuation, articles, legal forms), and nothing is
 * guessed: a part of a name is not the name.
 */
import { wideAreas } from './wide-areas.ts';

const ARTICLES = 'le la les l un une des du de d et au aux a the of and an'.split(' ');
const LEGAL_FORMS =
	'association asso assoc sarl sas sasu eurl sa sci scop scic snc ei eirl ltd limited llp plc inc cic'.split(
		' ',
	);
/** What says which kind of place it is. */
const KINDS_OF_PLACE =
	'commune ville canton secteur quartier arrondissement arrt territoire agglomeration city town district area'.split(
		' ',
	);
const SHORT_FORMS: Readonly<Record<string, string>> = {
	st: 'saint',
	ste: 'sainte',
	dept: 'departement',
	dpt: 'departement',
	agglo: 'agglomeration',
};

/** The words of a name, without accents, case and punctuation; `C.C.A.S.` is one word. */
function wordsOf(name: string): string[] {
	return name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll('œ', 'oe')
		.replaceAll('æ', 'ae')
		.replace(/\b(?:\p{L}\.){2,}/gu, (initials) => `${initials.replaceAll('.', '')} `)
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '')
		.map((word) => SHORT_FORMS[word] ?? word);
}

/** Without these words, unless nothing would be left. */
function without(words: readonly string[], empty: readonly string[]): readonly string[] {
	const rest = words.filter((word) => !empty.includes(word));
	return rest.length > 0 ? rest : words;
}

/** An organisation by name; null when there is no word in it. */
export function organisationKey(name: string): string | null {
	const words = without(without(wordsOf(name), ARTICLES), LEGAL_FORMS);
	return words.length === 0 ? null : words.join(' ');
}

/** A person by name, whichever of their names comes first; null for what is not a whole name. */
export function personKey(name: string): string | null {
	const words = without(wordsOf(name), ['m', 'mme', 'mlle', 'mr', 'mrs', 'ms', 'dr']);
	return words.length < 2 ? null : [...words].sort().join(' ');
}

/**
 * A commune, a canton or a part of one. Null for what is too wide to meet in: a country, a region, a
 * department. A town and its districts are the same place; its postal code says nothing more.
 */
export function placeKey(name: string): string | null {
	const all = without(wordsOf(name), ARTICLES);
	if (wideAreas.has(without(all, ['departement', 'region', 'county']).join(' '))) return null;
	const named = all.filter((word) => !/^\d/.test(word) && !KINDS_OF_PLACE.includes(word));
	if (named.length > 0) return named.join(' ');
	// Only numbers: a postal code, or a district that no town is named with.
	const text = all.join(' ');
	return /^\d{1,3}$/.test(text) || text === '' ? null : text;
}
