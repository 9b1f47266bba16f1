/** Exact ages, and not durations: « 9 ans » of a child, not « 9 ans de mariage ». */
import { type Span, span } from '../span.ts';

const SP = '[ \\u00a0\\u202f-]?';
const UNITS_FR = 'un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize';
const NUMBER_FR = `(?:\\d{1,3}|(?:${UNITS_FR}|vingt|trente|quarante|cinquante|soixante|quatre-vingts?)(?:[ -](?:et[ -])?(?:${UNITS_FR}|dix|vingts?)){0,3})`;
const NUMBER_EN =
	'(?:\\d{1,3}|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)';

const YEARS_FR = new RegExp(
	`(?<![\\p{L}\\p{N},.\\-/])${NUMBER_FR}${SP}ans?(?:${SP}(?:et demie?|1/2|½))?(?![\\p{L}])`,
	'giu',
);
const MONTHS_FR = new RegExp(
	`(?<![\\p{L}\\p{N},.\\-/])${NUMBER_FR}${SP}(?:mois|semaines|jours)(?:${SP}et demi)?(?![\\p{L}])`,
	'giu',
);
const EN = [
	new RegExp(`(?<![\\p{L}\\p{N}])${NUMBER_EN}[ -](?:years?|months?|weeks?|yrs?)[ -]olds?(?!\\p{L})`, 'giu'),
	new RegExp(`(?<![\\p{L}\\p{N}])${NUMBER_EN}(?: ?y\\/?o|yo|yrs?)(?!\\p{L})`, 'giu'),
	new RegExp(
		`(?<=(?<![\\p{L}\\p{N}])(?:aged?|age of|turned|turning|turns)\\s(?:of\\s|about\\s)?)${NUMBER_EN}(?![\\p{L}\\p{N}]|[.,:/]\\d|[ -]?(?:times|days|hours|weeks|into))`,
		'giu',
	),
	/(?<=\p{Lu}[\p{L}'’-]{1,20},\s)(?:[1-9]\d?)(?=,)/gu,
	/(?<=\p{L}\s)\((?:[1-9]\d?)\)(?=[\s,.;])/gu,
	new RegExp(
		`(?<=(?<![\\p{L}\\p{N}])(?:he|she|they|who|${'\\p{Lu}\\p{L}+'})(?: is|['’]s|['’]re| are| was) (?:now |only |just |almost |nearly )?)${NUMBER_EN}(?=[.,;)]| and | (?:now|today)(?![\\p{L}\\p{N}]))`,
		'gu',
	),
	new RegExp(
		`(?<=(?<![\\p{L}\\p{N}])(?:son|daughter|boy|girl|man|woman|child|baby|brother|sister|grandson|granddaughter|mother|father|lad|teenager)\\s\\(|(?<![\\p{L}\\p{N}])who (?:is|was) (?:now )?)${NUMBER_EN}(?=[.,;)]| and )`,
		'giu',
	),
];

/** What stands before a duration. */
const LASTING =
	/(?:(?<![\p{L}\p{N}])(?:depuis|pendant|durant|il y a(?: eu)?|y a|en|apr[èe]s|dans|sous|d['’]ici|toutes? les|tous les|chaque|plus de|moins de|environ|pr[èe]s de|pour|sur|ça fait|cela fait|fait|encore|au bout de|les|ces|derniers|premiers|quelques?|voici|voil[àa]|prison|peine|ferme|sursis|bail|contrat|cdd|cdi|mariage|carri[èe]re|anciennet[ée]|exp[ée]rience|suivi|délai|mesure|placement|absence|dur[ée]e|formation|période|retard|loyers?|dette|prescription|engagement|stage|recul|pr[ée]avis)\s(?:de\s|d['’]|à\s|a\s)?(?:presque\s|environ\s|plus de\s|bient[ôo]t\s|quasi\s|quasiment\s|bien\s)?)$/iu;
/** What says that it is an age. */
const OF_AGE =
	/(?:(?<![\p{L}\p{N}])(?:[âa]g[ée]e?s?(?: de| d['’])?|aura|avait|ayant|f[êe]t[ée]e?|f[êe]ter|anniversaire|majorit[ée]|vient d['’]avoir|a eu|a|ont|j['’]ai|de ses|ses|mes)\s(?:maintenant\s|aujourd['’]hui\s|bient[ôo]t\s|presque\s|d[ée]j[àa]\s|tout juste\s|seulement\s|à peine\s)?|(?<![\p{L}\p{N}])(?:fils|fille|filles|gar[çc]ons?|enfants?|b[ée]b[ée]s?|jumeaux|jumelles|homme|femme|dame|monsieur|madame|m[èe]re|p[èe]re|s[œoe]+ur|fr[èe]re|ado(?:lescente?)?s?|jeunes?|mineure?s?|patiente?|r[ée]sidente?|personne|[ée]l[èe]ve|petit|petite|a[îi]n[ée]e?|cadette?|benjamine?|veuf|veuve|neveu|ni[èe]ce|cousine?|ouvrier|[ée]tudiante?|nourrisson|salari[ée]e?|agent|retrait[ée]e?|collègue|voisine?|compagne|compagnon|mari|[ée]pouse|[ée]poux|conjointe?)\s(?:de\s|d['’]|a\s|\()|[,(]\s?|\n\s?[-–•]?\s?|\p{Lu}[\p{L}'’-]+\s(?:de\s|\()?)$/iu;
/** What makes a duration of the same words: « de mariage », « plus tard ». */
const THEN =
	/^\s?(?:(?:de\s|d['’])(?!sursis(?![\p{L}\p{N}]))(?:mariage|vie|prison|r[ée]clusion|carri[èe]re|m[ée]tier|maison|loyers?|retard|suivi|placement|travail|bo[îi]te|silence|cotisations?|service|anciennet[ée]|pratique|relation|couple|galère|rue|procédure|sobri[ée]t[ée]|abstinence|stage|formation|contrat|arr[êe]t|d[ée]lai|thérapie|sursis|ferme|vente|droits?|pr[ée]sence|r[ée]sidence|moins|plus|diff[ée]rence|congés?|chantier|accompagnement|bail)|plus t[ôo]t|plus tard|apr[èe]s|avant|auparavant|ferme|dont|d['’]affil[ée]e|durant|que(?![\p{L}\p{N}])|qu['’])/iu;

export function findAges(text: string): Span[] {
	const found: Span[] = [];
	for (const { index, 0: words } of text.matchAll(YEARS_FR)) {
		const before = text.slice(Math.max(0, index - 50), index);
		const after = text.slice(index + words.length, index + words.length + 30);
		if (LASTING.test(before) || THEN.test(after)) continue;
		const sure = OF_AGE.test(before);
		const number = Number.parseInt(words, 10);
		if (number > 115) continue;
		if (!sure && !/(?:(?<![\p{L}\p{N}])à|(?<![\p{L}\p{N}])et|(?<![\p{L}\p{N}])ou|,|\()\s?$/iu.test(before))
			continue;
		found.push(span('AGE', index, index + words.length, sure ? 0.9 : 0.6, 'context'));
	}
	for (const { index, 0: words } of text.matchAll(MONTHS_FR)) {
		const before = text.slice(Math.max(0, index - 50), index);
		const after = text.slice(index + words.length, index + words.length + 30);
		if (LASTING.test(before) || THEN.test(after)) continue;
		if (
			!/(?<![\p{L}\p{N}])(?:[âa]g[ée]e?s? de|b[ée]b[ée] de|fille de|fils de|nourrisson de|enfant de|petite? derni[èe]re? de|petite? de|jumeaux de|jumelles de)\s$|\p{Lu}\p{L}+\s?[,(]\s?$/u.test(
				before,
			)
		)
			continue;
		found.push(span('AGE', index, index + words.length, 0.8, 'context'));
	}
	for (const form of EN) {
		for (const { index, 0: words } of text.matchAll(form)) {
			const inner = words.startsWith('(') ? 1 : 0;
			found.push(span('AGE', index + inner, index + words.length - inner, 0.85, 'form'));
		}
	}
	return found;
}
