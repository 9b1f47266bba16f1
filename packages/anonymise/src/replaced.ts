/**
 * What stands in the place of identifiers already, by our own replacements or by hand as practitioners
 * do it: « Mme B. », « [adresse] », « 6-8 ans », « une petite commune ». It is never found again.
 */
import { fieldsOfWork } from './replace/professions.ts';

const any = (...forms: string[]) =>
	new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'giu');

const LABEL = /\[[\p{L}’' -]{3,30}\]|\[…\]/gu;
const WORDS = any(
	'\\d{1,2}-\\d{1,2}(?:[ -](?:ans|years?[ -]olds?|yrs?|yo))?',
	'(?:moins|plus) de \\d{1,2} ans',
	'(?:under|over) \\d{1,2}(?:[ -]years?[ -]olds?)?',
	'une? (?:grande ville|ville moyenne|petite commune|commune|ville à l’étranger|autre lieu|département|établissement|entreprise)',
	'an? (?:large town|medium-sized town|small town|town|town abroad|county|organisation)|another place',
	'(?:dans les )?années (?:19|20)\\d0|(?:in the )?(?:19|20)\\d0s',
	'un certain âge|a certain age|very young',
	'professionnel(?:le)?',
	'person (?:with an unusual job|working)',
	...fieldsOfWork,
);

/** Where they are in a text, in its order. */
export function replacedIn(text: string): { readonly start: number; readonly end: number }[] {
	return [LABEL, WORDS]
		.flatMap((form) =>
			[...text.matchAll(form)].map(({ index, 0: words }) => ({ start: index, end: index + words.length })),
		)
		.sort((a, b) => a.start - b.start);
}
