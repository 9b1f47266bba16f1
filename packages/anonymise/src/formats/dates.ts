/** Days, dates of birth and ages. Bare months, years, hours, durations and dates of laws are left alone. */
import { type Span, span } from '../span.ts';

const MONTHS =
	'janvier|janv\\.?|f[ée]vrier|f[ée]vr?\\.?|mars|avril|avr\\.?|mai|juin|juillet|juil\\.?|ao[ûu]t|septembre|sept?\\.?|octobre|oct\\.?|novembre|nov\\.?|d[ée]cembre|d[ée]c\\.?|' +
	'january|jan\\.?|february|feb\\.?|march|april|apr\\.?|may|june|july|jul\\.?|august|aug\\.?|september|october|november|december|dec\\.?';
const DAYS =
	'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun\\.?|mar\\.?|mer\\.?|jeu\\.?|ven\\.?|vend\\.?|sam\\.?|dim\\.?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thurs?|fri|sat|sun';
const SP = '[ \\u00a0\\u202f]';
const WEEKDAY = `(?:(?:${DAYS}),?${SP}(?:the${SP}|le${SP})?)?`;
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const YEAR = "(?:(?:19|20)\\d\\d|['’]\\d\\d)";

const WRITTEN = [
	new RegExp(
		`(?<![\\p{L}\\p{N}])${WEEKDAY}(?:${DAY}(?:er|e|st|nd|rd|th)?|premier|first|1°)${SP}?(?:of${SP})?(?:${MONTHS})(?![\\p{L}])(?:,?${SP}(?:de l['’]ann[ée]e${SP})?${YEAR}(?!\\d))?`,
		'giu',
	),
	new RegExp(
		`(?<![\\p{L}\\p{N}])${WEEKDAY}(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|apr|aug|sept?|oct|nov|dec)\\.?${SP}(?:the${SP})?${DAY}(?:st|nd|rd|th)?(?![\\d:.,]\\d|\\d|${SP}?(?:h|%|€|£|ans|years))(?:,?${SP}${YEAR}(?!\\d))?`,
		'giu',
	),
	// « mardi 14 » has a day and names its week.
	new RegExp(
		`(?<![\\p{L}\\p{N}])(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)${SP}${DAY}(?![\\d:.,]\\d|\\d|${SP}?(?:h|heures|%|€)(?![\\p{L}\\p{N}]))(?=\\s|[,.;)]|$)`,
		'giu',
	),
	new RegExp(
		`(?<![\\p{L}\\p{N}])(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)${SP}(?:the${SP})?${DAY}(?:st|nd|rd|th)(?!\\p{L})`,
		'giu',
	),
];
/** « 3 et 4 mai », « 12 au 15 avril »: one span, up to the month and its year. */
const RANGE = new RegExp(
	`(?<![\\p{L}\\p{N}/])${DAY}(?:er|st|nd|rd|th)?(?:(?:,${SP}?|${SP}?(?:et|au|à|ou|and|to|or|-|–)${SP}?)(?:le${SP}|the${SP})?${WEEKDAY}${DAY}(?:er|st|nd|rd|th)?){1,4}${SP}(?:of${SP})?(?:${MONTHS})(?!\\p{L})(?:,?${SP}${YEAR}(?!\\d))?`,
	'giu',
);
const NUMERIC = [
	/(?<![\p{L}\p{N}/.-])(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d\d|\d\d)(?![\p{N}/]|-\d)/giu,
	/(?<![\p{L}\p{N}/.-])(?:0?[1-9]|1[0-2])([/])(?:[12]\d|3[01])\1(?:(?:19|20)\d\d|\d\d)(?![\p{N}/]|-\d)/giu,
	/(?<![\p{L}\p{N}/.-])(?:19|20)\d\d([-/.])(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?![\p{N}/]|-\d)/giu,
	/(?<![\p{L}\p{N}/.-])(?:0[1-9]|[12]\d|3[01])\/(?:0[1-9]|1[0-2])(?![\p{N}/])/giu,
];
const SHORT =
	/(?<=(?<![\p{L}\p{N}])(?:le|du|au|depuis le|d[èe]s le|avant le|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|rdv|on|by|until|since|the|pmi|vad|rappel|retour|rappeler|revoir|visite|appt)\s)(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])(?![\p{N}/]|\.\d)/giu;

/** « 28/5 », « 3/11 »: no half and no third. */
const SHORT_MONTH = /(?<![\p{L}\p{N}/.,-])(?:0?[1-9]|[12]\d|3[01])\/(?:1[0-2]|[1-9])(?![\p{N}/.,]\d|\d|\/)/gu;
const FRACTION = /^(?:1\/[2-9]|[23]\/[3-5]|3\/4|\d\/10|[1-9]\/1)$/;
/** After what a fraction or a score stands, never a day. */
const NO_DAY = /(?:article|art\.?|n°|page|p\.|score|note|taille|tension|TA|glasgow|échelle|à|a)\s?:?\s?$/iu;
/** What a weekday before a date belongs to it. */
const WEEKDAY_BEFORE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${DAYS}),?${SP}(?:le${SP}|the${SP})?$`, 'iu');

/** What is dated or numbered is a text of law, not a life. */
export const LAW =
	/(?:(?<![\p{L}\p{N}])(?:lois?|d[ée]crets?|circulaires?|directive|d[ée]lib[ée]ration|recommandation|code|act|regulations?|guidance|bylaws?|(?:arr[êe]t[ée]s?|ordonnances?|r[èe]glement|instruction|convention|order) n°)(?![\p{L}\p{N}])(?:[^.;\n]|\.(?=\s?\d|[\p{L}])){0,40})$/iu;
/** « ordonnance du 2 février 1945 » is law, « ordonnance du 5 juillet » somebody's. */
const OLD_LAW = /(?<![\p{L}\p{N}])(?:arr[êe]t[ée]s?|ordonnances?|r[èe]glement|instruction|convention(?: internationale)?|d[ée]claration|charte|order)(?![\p{L}\p{N}])[^.;\n]{0,40}$/iu;

const BIRTH_CUE =
	/(?:(?<![\p{L}\p{N}])(?:n[ée]e?s?|naissance|ddn|naissances?|born|birth|birthdate|d\.?o\.?b\.?|naquit|accouch[ée]e?)(?![\p{L}\p{N}])(?:[^.;\n\d]{0,45}?))$/iu;
const BIRTH_YEAR =
	/(?<![\p{L}\p{N}])(?:n[ée]e?s?|born)\s(?:(?:[^.;,\n\d]{0,30}\s)?(?:en|in|vers|around|about|circa|« ?vers ?»)\s)((?:19|20)\d\d)(?!\d)/giu;
const BIRTH_YEAR_SHORT =
	/(?<![\p{L}\p{N}])(?:ddn|dob|d\.o\.b\.?|date de naissance|date of birth)\s?:?\s((?:19|20)\d\d)(?!\d)/giu;
const OF_CLASS = /(?<![\p{L}\p{N}])(?:classe|n[ée]e?)\s(?:de\s)?((?:19)\d\d)(?!\d)/giu;

export function findDates(text: string): Span[] {
	const found: Span[] = [];
	for (const form of [RANGE, ...WRITTEN, ...NUMERIC, SHORT]) {
		for (const { index, 0: words } of text.matchAll(form)) {
			const before = text.slice(Math.max(0, index - 60), index);
			if (LAW.test(before) || (OLD_LAW.test(before) && /(?:19\d\d|200\d|201[0-4])$/.test(words))) continue;
			const isBirth = BIRTH_CUE.test(before);
			const weekday = WEEKDAY_BEFORE.exec(before)?.[0].length ?? 0;
			const [start, end] = [index - weekday, index + words.trimEnd().length];
			found.push(span(isBirth ? 'BIRTHDATE' : 'DATE', start, end, 0.95, isBirth ? 'context' : 'form'));
		}
	}
	for (const { index, 0: words } of text.matchAll(SHORT_MONTH)) {
		const before = text.slice(Math.max(0, index - 20), index);
		if (FRACTION.test(words) || NO_DAY.test(before) || LAW.test(before)) continue;
		const weekday = WEEKDAY_BEFORE.exec(before)?.[0].length ?? 0;
		found.push(span('DATE', index - weekday, index + words.length, 0.7, 'form'));
	}
	for (const form of [BIRTH_YEAR, BIRTH_YEAR_SHORT, OF_CLASS]) {
		for (const match of text.matchAll(form)) {
			const end = match.index + match[0].length;
			found.push(span('BIRTHDATE', end - 4, end, 0.9, 'context'));
		}
	}
	return found;
}
