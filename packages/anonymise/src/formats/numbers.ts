/** Numbers that belong to one person, one household or one employer. */
import type { FindingType } from '../finding.ts';
import { type Span, span } from '../span.ts';
import { isIban, isLuhn, isNhsNumber, isNirKey } from './checksums.ts';
import { LAW } from './dates.ts';

const S = '[ \\u00a0\\u202f.\\-/]?';

/** 13 or 15 figures: sex, year, month, département, commune, order, key. Provisional ones begin with 3, 4, 7 or 8. */
const NIR = new RegExp(
	`(?<![\\d])[1-478]${S}\\d\\d${S}(?:0[1-9]|[1-9]\\d)${S}(?:\\d\\d|2[abAB])${S}\\d\\d\\d${S}\\d\\d\\d(?:${S}(?:cl[ée] ?:? ?)?\\d\\d)?(?![\\d])`,
	'giu',
);
const IBAN =
	/(?<![\p{L}\p{N}])[a-z]{2}\d\d(?:[ \u00a0\u202f-]?[a-z0-9]{4}){2,7}(?:[ \u00a0\u202f-]?[a-z0-9]{1,4})?(?![\p{L}\p{N}])/giu;

const SPOKEN_FR =
	'z[ée]ro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|et';
const SPOKEN_EN =
	'oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|treble|triple|hundred|thousand';

const PHONES = [
	// France and overseas, at home and from abroad.
	/(?<![\d.,-])(?:(?:\+|00)\s?(?:33|262|590|594|596|508|687|689|681)[ .-]?(?:\(0\)[ .-]?)?\d|0[1-9])(?:[ \u00a0\u202f.\-/]?\d\d){4}(?!\d|[A-Z](?![\p{L}]))/gu,
	/(?<![\d.,-])0[1-9]\d\d(?:[ \u00a0\u202f.\-/]\d\d){3}(?!\d)/giu,
	/(?<![\d.,-])0[1-9]\d(?:[ .]\d{2,3}){3}(?!\d)/giu,
	// Six figures of New Caledonia, Wallis; eight of Polynesia.
	/(?<![\d.,-])(?:\+|00)\s?(?:687|681|689|508)(?:[ .-]?\d\d){3,4}(?!\d)/giu,
	// United Kingdom and Ireland.
	/(?<![\d.,-])(?:(?:\+|00)\s?(?:44|353)[ -]?(?:\(0\)[ -]?)?|\(?0)(?:\d[ -]?){0,3}\d\)?[ -]?\d{3,4}[ -]?\d{3,4}(?!\d)/giu,
	/(?<![\d.,-])\(?0\d{2,4}\)?[ -]\d{3,4}[ -]?\d{3,4}(?!\d)/giu,
	// Any other country.
	/(?<![\d.,-])\+\d{1,3}(?:[ .()-]{0,2}\d{1,4}){2,6}(?!\d)/giu,
	// As one says them: « zéro six douze trente-quatre… », “oh seven seven double oh…”.
	new RegExp(
		`(?<![\\p{L}])z[ée]ro[ -](?:${SPOKEN_FR})(?:[ ,-]{1,2}(?:${SPOKEN_FR})){3,12}(?![\\p{L}])`,
		'giu',
	),
	new RegExp(`(?<![\\p{L}])(?:oh|zero|nought)(?:[ ,-]{1,2}(?:${SPOKEN_EN})){6,14}(?![\\p{L}])`, 'giu'),
	// Whatever is called a telephone number.
	/(?<=(?<![\p{L}\p{N}])(?:t[ée]l(?:[ée]phone)?|port(?:able)?|fixe|mob(?:ile)?|phone|joignable au|num[ée]ro de t[ée]l[ée]phone|gsm)\s?\.?\s?[:=]?\s?)\d(?:[ .-]?\d){5,13}(?!\d)/giu,
];

const PLATES = [
	/(?<![\p{L}\p{N}])(?!SS|WW)[A-HJ-NP-TV-Z]{2}[ -]?(?!000)\d{3}[ -]?(?!SS)[A-HJ-NP-TV-Z]{2}(?![\p{L}\p{N}])/gu,
	/(?<![\p{L}\p{N}])[a-hj-np-tv-z]{2}-\d{3}-[a-hj-np-tv-z]{2}(?![\p{L}\p{N}])/giu,
	/(?<![\p{L}\p{N}])[a-hj-np-tv-z]{2} \d{3} [a-hj-np-tv-z]{2}(?![\p{L}\p{N}])(?<=(?<![\p{L}\p{N}])(?:plaque|immatricul\p{L}*|voiture|v[ée]hicule|camion(?:nette)?|scooter|plate|registration|car|van)(?![\p{L}\p{N}]).{0,40})/giu,
	/(?<![\p{L}\p{N}-])\d{1,4} ?[A-Z]{2,3} ?(?:\d{2}|2[AB]|97[1-6])(?![\p{L}\p{N}-])/gu,
	/(?<![\p{L}\p{N}])[A-Z]{2}(?:0[1-9]|[1-7]\d) ?[A-Z]{3}(?![\p{L}\p{N}])/gu,
	/(?<![\p{L}\p{N}])(?:[a-z]{2}\d\d ?[a-z]{3}|[a-z]{3} ?\d{1,3}[a-z])(?![\p{L}\p{N}])(?<=(?<![\p{L}\p{N}])(?:plates?|registration|reg|car|van|taxi|cab|lorry|truck|minibus|moped|scooter|motorbike|bike|vehicle|plaque|immatricul[ée]e?)(?![\p{L}\p{N}]).{0,40})/giu,
	/(?<![\p{L}\p{N}])[A-Z]\d{1,3} ?[A-Z]{3}(?![\p{L}\p{N}])(?<=(?<![\p{L}\p{N}])(?:plates?|registration|reg|car|van|taxi|cab|lorry|truck|minibus|bus|moped|scooter|motorbike|bike|vehicle|tractor|jeep|caravan|index)(?![\p{L}\p{N}]).{0,30})/giu,
	/(?<![\p{L}\p{N}-])\d{2,3}-[A-Z]{1,2}-\d{1,6}(?![\p{L}\p{N}-])/gu,
	// Northern Ireland.
	/(?<![\p{L}\p{N}])(?:[A-Z]I[A-Z]|[A-Z]{2}Z) ?\d{1,4}(?![\p{L}\p{N}-])(?<=(?<![\p{L}\p{N}])(?:plate|registration|reg|car|van|jeep|lorry|vehicle|tractor|bike)(?![\p{L}\p{N}]).{0,30})/gu,
];

/** What follows one of these is somebody's number, whatever its form. */
const CUE =
	/(?:(?<![\p{L}\p{N}])(?:allocataire|alloc|locataire|fiscal|compteur|linky|pdl|badge|matricule|dossier|sinistre|adh[ée]rente?|contrat|bail|parquet|[ée]crou|agdref|siret|siren|rpps|adeli|finess|passeport|passport|r[ée]c[ée]piss[ée]|titre de s[ée]jour|carte de s[ée]jour|carte d['’]identit[ée]|cni|permis(?: de conduire)?|ine|b[ée]n[ée]ficiaire|assur[ée]e?|mutuelle|pupille|patiente?|usag[èe]re?|r[ée]f(?:[ée]rence)?s?|proc[ée]dure|affaire|requ[êe]te|pv|plainte|main courante|rg|identifiant|client[e]?|compte|demandeur(?: d['’]emploi)?|ofpra|cnda|mdph|caf|cpam|msa|france travail|p[ôo]le emploi|nhs(?: no| number)?|ni(?:no)?(?: number)?|national insurance(?: number)?|case|claim|claimant|reference|ref|file|prison(?: number)?|prisoner|crn|passport(?: number)?|licen[cs]e|policy|account|tenancy|court|uprn|home office|arc|hospital|patient|student|upn|urn|crime(?: reference)?|incident|registration|membership|sort code|dbs|social work england)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])n[°ºo]\.?|(?<![\p{L}\p{N}])num[ée]ro(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])number(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])no\.)(?:[ \u00a0\u202f]?(?:n[°ºo]\.?|num[ée]ro|number|no\.?|ref(?:erence)?|r[ée]f\.?|alloc(?:ataire)?|abonn[ée]e?|abonnement|demande|client(?:e)?|usager|linky|fiscal|logement|mgen|axa|maif|macif|matmut|harmonie|carsat|urssaf|edf|engie|bdf|ased?|caf|msa|cpam|mdph|ofpra|cnda|agdref|[ée]tranger|d['’][ée]trang[eè]re?|d['’]allocataire|allocataire|de dossier|de s[ée]jour|de|du|d['’]|est|is|le|:|=|#|\()){0,4}[ \u00a0\u202f]?/giu;

/** Where a cue ends: figures, and capitals that belong to them. Case counts here, so that words are none. */
const NUMBER =
	/(?=[\p{L}\p{N}\-_/. \u00a0\u202f]{0,24}\d)(?:\p{Lu}{0,6}\p{N}|(?:\p{Lu}{1,6}[-_/.]){0,2}\p{Lu}{1,6}[-_/. \u00a0\u202f]\p{Lu}{0,6}\p{N}|[a-z]{1,3}\p{N})[\p{L}\p{N}]*(?:[-_/.][\p{L}\p{N}]+|[ \u00a0\u202f]\p{N}[\p{Lu}\p{N}]*|[ \u00a0\u202f]\p{Lu}{1,3}(?![\p{L}\p{N}])|[ \u00a0\u202f]\p{Lu}{1,3}(?=[ \u00a0\u202f]?\p{N}))*/uy;

/** Forms that are enough by themselves. */
const NINO =
	/(?<![\p{L}\p{N}])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D](?![\p{L}\p{N}])/giu;
const SIRET = /(?<!\d)\d{3}[ \u00a0\u202f]?\d{3}[ \u00a0\u202f]?\d{3}(?:[ \u00a0\u202f]?\d{5})?(?!\d)/gu;
const NHS = /(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/gu;
/** Figures in one row that no amount, year or postcode needs. */
const LONG =
	/(?<![\p{L}\p{N}.,+-])(?=[A-Z]{0,4}[-/]?\d)[A-Z]{0,4}[-/]?\d[\dA-Z]{6,19}(?![\p{L}\p{N}€%]|[.,]\d)/gu;
/** Ten figures and more in groups: no amount has them. */
const GROUPED = /(?<![\d.,])\d{2,4}(?:[ \u00a0\u202f]\d{2,4}){3,7}(?![\d,]|[ \u00a0\u202f]?(?:€|euros?))/giu;
/** File numbers: « 2023/1245-B », « 24/00871 », « F23/00412 ». */
const FILE =
	/(?<![\p{L}\p{N}./-])(?:[A-Z]{1,5}[-/ ]?)?(?:(?:19|20)?\d\d)[/-](?:[A-Z]{1,4}[/-])?\d{3,8}(?:[/-][A-Z\d]{1,5})?(?![\p{L}\p{N}/-]|[.,]\d)/gu;
/** Letters and figures mixed: « AZ48-7719 ». */
const MIXED =
	/(?<![\p{L}\p{N}./-])(?=[A-Z0-9/-]{0,20}\d{3})[A-Z]{1,5}[-/][A-Z0-9]*\d[A-Z0-9]*(?:[-/][A-Z0-9]+){0,3}(?![\p{L}\p{N}/-])/gu;

export function findNumbers(text: string): Span[] {
	const found: Span[] = [];
	const add = (type: FindingType, start: number, words: string, confidence: number) => {
		const kept = words.trimEnd().replace(/[.,;:/-]+$/, '');
		if (kept !== '') found.push(span(type, start, start + kept.length, confidence, 'form'));
	};
	for (const { index, 0: words } of text.matchAll(NIR)) {
		const plain = words.replace(/[^\dab]/gi, '');
		// A wrong key is a slip of the pen: it still leads to the person.
		add('NIR', index, words, plain.length === 15 && isNirKey(plain) ? 1 : 0.9);
	}
	for (const { index, 0: words } of text.matchAll(IBAN)) {
		const longest = ibanIn(words);
		if (longest !== null)
			add('IBAN', index, longest, isIban(longest.replace(/[ \u00a0\u202f-]/g, '')) ? 1 : 0.9);
	}
	for (const form of PHONES) {
		for (const { index, 0: words } of text.matchAll(form)) {
			const digits = words.replace(/\D/g, '').length;
			if ((digits === 0 || (digits >= 6 && digits <= 15)) && !words.startsWith('000'))
				add('PHONE', index, words, 1);
		}
	}
	for (const form of PLATES)
		for (const { index, 0: words } of text.matchAll(form)) add('PLATE', index, words, 0.95);
	for (const { index, 0: words } of text.matchAll(NINO)) add('IDNUMBER', index, words, 0.95);
	for (const { index, 0: cue } of text.matchAll(CUE)) {
		NUMBER.lastIndex = index + cue.length;
		const number = NUMBER.exec(text)?.[0] ?? '';
		const end = index + cue.length + number.length;
		const digits = number.replace(/\D/g, '').length;
		if (
			digits < 3 ||
			isYear(number) ||
			isOfLaw(text, index + cue.length) ||
			isAmount(number, text.slice(end, end + 12))
		)
			continue;
		// A short number after « dossier » alone may be a count: « 140 dossiers » has none after it.
		add('IDNUMBER', index + cue.length, number, digits >= 4 ? 0.95 : 0.7);
	}
	for (const { index, 0: words } of text.matchAll(SIRET)) {
		const digits = words.replace(/\D/g, '');
		if (isLuhn(digits)) add('IDNUMBER', index, words, digits.length === 14 ? 0.95 : 0.8);
	}
	for (const { index, 0: words } of text.matchAll(NHS)) {
		if (isNhsNumber(words.replace(/\D/g, ''))) add('IDNUMBER', index, words, 0.85);
	}
	for (const { index, 0: words } of text.matchAll(LONG)) {
		if ((words.match(/\d/g)?.length ?? 0) >= 6) add('IDNUMBER', index, words, 0.75);
	}
	for (const { index, 0: words } of text.matchAll(GROUPED)) {
		if (words.replace(/\D/g, '').length >= 10) add('IDNUMBER', index, words, 0.7);
	}
	for (const form of [FILE, MIXED]) {
		for (const { index, 0: words } of text.matchAll(form))
			if (!isDateLike(words) && !isOfLaw(text, index)) add('IDNUMBER', index, words, 0.7);
	}
	return found;
}

/** « 17 200 € », « 450 euros », « 1 200 habitants ». */
function isAmount(number: string, after: string): boolean {
	return (
		/^\d{1,3}(?:[ \u00a0\u202f.]?\d{3})*(?:,\d+)?$/.test(number) &&
		/^[ \u00a0\u202f]?(?:€|£|\$|%|euros?|eur(?![\p{L}])|pounds?|e(?![\p{L}])|habitants|km|kg|m²|mois|jours|ans|heures|h(?![\p{L}]))/iu.test(
			after,
		)
	);
}

/** « loi n° 2005-102 ». */
function isOfLaw(text: string, at: number): boolean {
	return LAW.test(text.slice(Math.max(0, at - 60), at));
}

function isYear(number: string): boolean {
	return /^(?:19|20)\d\d(?:[ \u00a0\u202f]\p{Lu})?$/u.test(number);
}

function isDateLike(words: string): boolean {
	return /^\d{1,4}[/-]\d{1,2}[/-]\d{1,4}$|^(?:19|20)\d\d[-/](?:19|20)?\d\d$/.test(words);
}

/** The IBAN at the beginning: the longest that its sum proves, or for France the 27 characters whatever their sum. */
function ibanIn(words: string): string | null {
	const plainAt: number[] = [];
	for (let at = 0; at < words.length; at++) if (/[a-z0-9]/i.test(words[at] ?? '')) plainAt.push(at);
	const plain = plainAt.map((at) => words[at]).join('');
	const upTo = (length: number) => words.slice(0, (plainAt[length - 1] ?? 0) + 1);
	for (let length = Math.min(34, plain.length); length >= 15; length--) {
		if (isIban(plain.slice(0, length))) return upTo(length);
	}
	if (/^(?:FR|MC)/i.test(plain) && plain.length >= 20) return upTo(Math.min(27, plain.length));
	return /^(?:GB|IE|BE|DE|ES|IT|PT|CH|LU|NL|PL|RO|BG)\d\d/i.test(plain) &&
		plain.length >= 15 &&
		/\d{8}/.test(plain)
		? words
		: null;
}
