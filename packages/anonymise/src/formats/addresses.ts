/** Postal addresses, whole; streets without a number; postcodes. */
import type { Reading } from '../reading.ts';
import { type Span, span } from '../span.ts';

const SP = '[ \\u00a0\\u202f]';
const NUMBER = `\\d{1,4}(?:${SP}?(?:bis|ter|quater|[a-dA-D])(?![\\p{L}]))?(?:${SP}?(?:-|et|/)${SP}?\\d{1,4})?`;
/** As it is written, with a capital, and in capitals: a flag for all cases would make every word a capital one. */
function anyCase(words: string): string {
	const forms = words.split('|').flatMap((word) => [
		word,
		word.charAt(0) === '[' ? word : word.charAt(0).toUpperCase() + word.slice(1),
		word.toUpperCase(),
	]);
	return [...new Set(forms)].join('|');
}

const STREETS = anyCase(
		'rue|r\\.|avenue|av\\.?|ave|boulevard|boul\\.?|bd\\.?|bld|blvd|place|pl\\.?|chemin|che?m?\\.|impasse|imp\\.?|all[ée]es?|route|rte|quai|square|sq\\.?|cours|passage|sentier|sente|ruelle|faubourg|fbg|lotissement|lot\\.?|r[ée]sidence|r[ée]s\\.?|mont[ée]e|c[ôo]te|traverse|villa|esplanade|mail|cit[ée]|hameau|venelle|promenade|rond-point|lieu-?dit|clos|parvis|voie|domaine|b[âa]timent|b[âa]t\\.?|chauss[ée]e|servitude|ravine|morne|quartier|stra[tß]e',
);
/** Streets that are nothing else, so that they need no number. */
const ONLY_STREETS = anyCase(
	'rue|avenue|av\\.|boulevard|bd|impasse|all[ée]es?|chemin|square|ruelle|venelle|faubourg|quai|rte|route|place|esplanade|cours|mont[ée]e|sente|sentier|passage|traverse|chauss[ée]e|mail',
);
/** What a street is called: capitals and small words between them, figures of a date. */
const CAPITALS = `(?:(?:de|du|des|d|la|le|les|l|et|à|aux|au|en|sur|sous|lès|von|van)(?:${SP}|['’])){0,3}(?:\\d{1,2}${SP})?[\\p{Lu}\\d][\\p{L}\\p{M}\\d]*(?:[.]?(?:${SP}|['’-]|${SP}?['’])(?:(?:de|du|des|d|la|le|les|l|et|à|aux|au|en|sur|sous)(?:${SP}|['’-])){0,3}[\\p{Lu}\\d][\\p{L}\\p{M}\\d]*){0,5}(?:-[\\p{L}]+)*`;
/** After a number, in small letters: up to four words, until one that goes on with the sentence. */
const STOP =
	'(?:et|mais|avec|où|ou|qui|que|dans|depuis|pour|car|chez|est|a|elle|il|je|on|sans|jusqu|quand|puis|donc)';
const SMALL = `(?:(?!${STOP}${SP})[\\p{L}\\p{M}'’.-]+)(?:${SP}(?!${STOP}(?![\\p{L}]))[\\p{L}\\p{M}'’-]+){0,3}`;
const TOWN = `[\\p{Lu}][\\p{L}\\p{M}]*(?:(?:${SP}|[-'’])(?:(?:de|du|des|d|la|le|les|l|en|sur|sous|lès|lez|aux|à|et|saint)(?:${SP}|[-'’])){0,3}\\p{Lu}[\\p{L}\\p{M}]*|-[\\p{L}]+){0,5}(?:${SP}(?:cedex|CEDEX|Cedex)(?:${SP}\\d{1,2})?)?`;
const SMALL_TOWN = `\\p{Ll}[\\p{L}\\p{M}]+(?:[-'’ ](?:sur|sous|en|le|la|les|de|du|des|d|saint|st|l)[-'’ ]?[\\p{L}\\p{M}]+|-[\\p{L}]+){0,4}`;
const POSTCODE = '(?:F-)?(?:0[1-9]|[1-8]\\d|9[0-58]|2[abAB])[ ]?\\d{3}';
const FLATS = anyCase(
	'b[âa]t\\.?|b[âa]timent|appt?\\.?|appartement|apt\\.?|esc\\.?|escalier|[ée]tage|porte|entr[ée]e|hall|tour|bloc|lot|chambre|logement|studio|log\\.?|r[ée]sidence|r[ée]s\\.?|BP|CS|TSA|n°',
);
const FLAT = `(?:,?${SP}?(?:(?:${FLATS})${SP}?(?:n°${SP}?)?[\\p{L}\\d]{1,12}(?:${SP}\\p{Lu}[\\p{L}]+)?|\\d{1,2}(?:e|er|ère|ème|eme)${SP}?[ée]tage(?:${SP}(?:gauche|droite))?))`;
const WITH_TOWN = `(?:(?:,|${SP}?[-–]|${SP}à)?${SP}?\\n?${SP}?${POSTCODE}${SP}(?:${TOWN}|${SMALL_TOWN}))`;
const ONLY_TOWN = `(?:(?:,|${SP}[-–])${SP}(?:à${SP})?${TOWN}|${SP}à${SP}${TOWN})`;

const ESTATES = anyCase('lieu-dit|cit[ée]|parc|immeuble|domaine|hameau|villa|ferme|lotissement|clos|quartier');

const FRENCH = [
	// 12 bis, rue des Lilas, bât. B, 80000 Amiens
	new RegExp(
		`(?<![\\p{L}\\p{N}.,/])(?:(?:${FLATS}|${ESTATES})\\.?${SP}(?:${CAPITALS}|[\\p{L}\\d][\\p{L}\\d-]{0,20})(?:${FLAT}){0,2},${SP})?${NUMBER},?${SP}(?:${STREETS})${SP}(?:${CAPITALS}|${SMALL})(?:${FLAT}){0,4}(?:${WITH_TOWN})?(?:${FLAT})?`,
		'gu',
	),
	// rue des Lilas, 80000 Amiens
	new RegExp(`(?<![\\p{L}\\p{N}])(?:${STREETS})${SP}${CAPITALS}(?:${FLAT}){0,3}${WITH_TOWN}`, 'gu'),
	new RegExp(
		`(?<![\\p{L}\\p{N}])(?:${ONLY_STREETS})${SP}${CAPITALS}(?:${FLAT}){0,3}`,
		'gu',
	),
	// appt 14, bât C
	new RegExp(
		`(?<![\\p{L}\\p{N}])(?:appt?|appartement|b[âa]t(?:iment)?|esc(?:alier)?)\\.?${SP}(?:n°${SP}?)?[A-Z]?\\d{1,4}[A-Z]?(?![\\p{L}\\p{N}])(?:${FLAT}){0,3}`,
		'giu',
	),
	// 80000 Amiens
	new RegExp(`(?<![\\p{L}\\p{N}.,/-])${POSTCODE}${SP}${TOWN}`, 'gu'),
	new RegExp(`(?<![\\p{L}\\p{N}.,/-])(?:BP|CS|TSA)${SP}\\d{2,6}(?:,?${SP}${POSTCODE}${SP}${TOWN})?`, 'gu'),
];

const UK_POSTCODE = '(?:[A-Z]{1,2}\\d[A-Z\\d]?[ ]?\\d[A-Z]{2})';
const UK_STREETS =
	'Road|Rd|Street|St|Lane|Ln|Avenue|Ave|Close|Drive|Dr|Way|Court|Ct|Gardens|Gdns|Terrace|Place|Pl|Crescent|Cres|Grove|Hill|Row|Square|Sq|Walk|Park|View|Rise|Mews|Parade|Green|Villas|Mount|Vale|Broadway|Wharf|Quay|Yard|Bank|Brae|Wynd|Loan|Gate|Croft|Fields?|Meadows?|Cottages?|House|Mansions|Buildings|Estate|Heights|Tower|Towers';
const UK_NAME = `(?:The${SP})?\\p{Lu}[\\p{L}'’]+(?:[ -](?:\\p{Lu}[\\p{L}'’]+|of|the|and|on|le|upon)){0,4}?`;
const UK_TAIL = `(?:,?${SP}?\\n?${SP}?\\p{Lu}[\\p{L}'’]+(?:[ -](?:\\p{Lu}[\\p{L}'’]+|upon|on|in|under|le|by|the)){0,4}){0,3}`;
const ENGLISH = [
	new RegExp(
		`(?<![\\p{L}\\p{N}.,£$€/-])(?:(?:[Ff]lat|[Aa]partment|[Aa]pt|[Uu]nit|[Rr]oom|[Cc]aravan|[Pp]itch|[Pp]lot)\\.?${SP}\\d{0,3}[A-Za-z]?\\d{0,3},?${SP})?(?:\\d{1,4}[a-zA-Z]?(?:[-/]\\d{1,4})?),?${SP}${UK_NAME}[ ](?:${UK_STREETS})(?!\\p{L})(?:${UK_TAIL},?${SP}?\\n?${SP}?${UK_POSTCODE})?`,
		'gu',
	),
	new RegExp(
		`(?<![\\p{L}\\p{N}.,£$€/-])\\d{1,4}[a-z]?${SP}[\\p{L}'’]+(?:${SP}[\\p{L}'’]+){0,2}${SP}(?:road|rd|street|lane|avenue|ave|close|drive|way|gardens|terrace|crescent|cres|grove|row|walk|mews|gate|gardens|gdns|bldgs|hse|terr)(?!\\p{L})(?:,${SP}[\\p{L}]+)?(?:,?${SP}${UK_POSTCODE})?`,
		'giu',
	),
	// Abbreviated, without a number: “hale rd”.
	new RegExp(
		`(?<![\\p{L}\\p{N}])(?:\\d{1,4}[a-z]?${SP})?[\\p{L}'’]{3,}${SP}(?:rd|ln|cres|gdns|bldgs|hse|terr)(?![\\p{L}])(?:,?${SP}${UK_POSTCODE})?`,
		'giu',
	),
	new RegExp(
		`(?<![\\p{L}\\p{N}])(?:[Ff]lat|[Aa]partment|[Rr]oom|[Uu]nit|[Pp]itch)${SP}\\d{1,4}[A-Za-z]?,?${SP}${UK_NAME}(?:[ ](?:${UK_STREETS}))?(?!\\p{L})(?:${UK_TAIL},?${SP}${UK_POSTCODE})?`,
		'gu',
	),
	new RegExp(
		`(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}'’]+(?:[ -]\\p{Lu}[\\p{L}'’]+){0,3}${SP}(?:Road|Rd|Street|Lane|Avenue|Close|Drive|Way|Gardens|Terrace|Crescent|Grove|Row|Walk|Mews|Rise|Square)(?!\\p{L})(?:${UK_TAIL},?${SP}${UK_POSTCODE})?`,
		'gu',
	),
	new RegExp(
		`(?<![\\p{L}\\p{N}])(?:\\p{Lu}[\\p{L}'’]+(?:[ -]\\p{Lu}[\\p{L}'’]+){0,3},?${SP})?${UK_POSTCODE}(?![\\p{L}\\p{N}])`,
		'gu',
	),
];

export function findAddresses(reading: Reading): Span[] {
	const found: Span[] = [];
	const forms = reading.language === 'fr' ? FRENCH : ENGLISH;
	for (const [rank, form] of forms.entries()) {
		for (const { index, 0: words } of reading.text.matchAll(form)) {
			const kept = words.replace(/[\s,.'’-]+$/u, '');
			found.push(span('ADDRESS', index, index + kept.length, rank === 0 ? 0.95 : 0.85, 'form'));
			const town = townAfter(reading.text, index + kept.length);
			if (town > 0 && rank === 0 && reading.language === 'fr')
				found.push(span('ADDRESS', index, index + kept.length + town, 0.95, 'form'));
		}
	}
	return found;
}

const TOWN_AFTER = new RegExp(`^${ONLY_TOWN}`, 'u');

/** How far a town after the street reaches: « 12 rue des Lilas à Amiens ». */
function townAfter(text: string, at: number): number {
	return TOWN_AFTER.exec(text.slice(at, at + 80))?.[0].length ?? 0;
}
