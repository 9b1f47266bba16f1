/** A date becomes a month or a distance in time, an age a range, a date of birth a decade. */
import { fold } from '../words/fold.ts';
import { alone, type Place, type Replacement, together } from './replacement.ts';

const MONTHS_FR =
	'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
const MONTHS_EN =
	'January February March April May June July August September October November December'.split(' ');

interface Day {
	readonly year: number | null;
	/** 1 to 12; null where only a weekday and a day are said. */
	readonly month: number | null;
	readonly day: number;
}

export function replaceDate(place: Place): Replacement {
	const day = readDay(place.finding.text);
	if (day?.month == null) return weekday(place);
	const said =
		place.grain === 'fine'
			? monthOf(place, day)
			: place.grain === 'middle'
				? distance(place, day)
				: yearOf(place, day);
	if (place.language === 'en') return inEnglish(place, said);
	const isMonth = place.grain !== 'middle';
	const of = isMonth && !/^[aoeé]/.test(said) ? 'de ' : 'd’';
	return (
		together(place, /(?<!\p{L})(?:jusqu['’]au |jusqu['’])$/iu, () =>
			isMonth ? `jusqu’en ${said}` : `jusqu’à ${said.replace(/^il y a/, 'il y a')}`,
		) ??
		together(
			place,
			/(?<!\p{L})(depuis|d[èe]s|avant|apr[èe]s|vers|pour|à partir du?|courant) ?(?:le )?$/iu,
			([, word]) => `${fold(word ?? '').startsWith('a partir') ? 'à partir de' : word} ${said}`,
		) ??
		together(place, /(?<!\p{L})au $/iu, () => (isMonth ? `à ${said}` : said)) ??
		together(place, /(?<!\p{L})(?:du )$/iu, () => `${of}${said}`) ??
		together(place, /(?<!\p{L})(?:ce |le )$/iu, ([word]) =>
			capitalLike(word, isMonth ? `en ${said}` : said),
		) ??
		alone(place, said)
	);
}

function inEnglish(place: Place, said: string): Replacement {
	const isMonth = place.grain !== 'middle';
	return (
		together(place, /(?<!\p{L})on (?:the )?$/iu, ([word]) =>
			capitalLike(word, isMonth ? `in ${said}` : said),
		) ?? alone(place, said)
	);
}

function weekday(place: Place): Replacement {
	const words = place.finding.text.replace(/\s+(?:the\s+)?\d.*$/u, '').toLowerCase();
	if (!/^\p{L}{3,}/u.test(words)) return alone(place, place.language === 'fr' ? 'un jour' : 'one day');
	if (place.language === 'en') return alone(place, words.charAt(0).toUpperCase() + words.slice(1));
	return (
		together(place, /(?<!\p{L})(?:le |ce )$/iu, ([word]) => capitalLike(word, `un ${words}`)) ??
		alone(place, words)
	);
}

function capitalLike(model: string | undefined, words: string): string {
	return /^\p{Lu}/u.test(model ?? '') ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

function monthOf({ language }: Place, { month, year }: Day): string {
	const name = (language === 'fr' ? MONTHS_FR : MONTHS_EN)[(month ?? 1) - 1] ?? '';
	return year === null ? name : `${name} ${year}`;
}

function yearOf({ language, today }: Place, { year }: Day): string {
	return year === null
		? language === 'fr'
			? `l’année ${today.slice(0, 4)}`
			: today.slice(0, 4)
		: String(year);
}

/** « il y a environ huit mois ». A date without a year is the one nearest to today. */
function distance({ language, today }: Place, { day, month, year }: Day): string {
	const now = Date.parse(`${today}T00:00:00Z`);
	const of = (in_: number) => Date.UTC(in_, (month ?? 1) - 1, day);
	const thisYear = Number(today.slice(0, 4));
	const then =
		year === null
			? ([thisYear - 1, thisYear, thisYear + 1]
					.map(of)
					.sort((a, b) => Math.abs(a - now) - Math.abs(b - now))[0] ?? now)
			: of(year);
	const days = Math.round((then - now) / 86_400_000);
	const far = Math.abs(days);
	const fr = language === 'fr';
	const amount =
		far < 8
			? fr
				? 'quelques jours'
				: 'a few days'
			: far < 60
				? fr
					? 'quelques semaines'
					: 'a few weeks'
				: far < 548
					? fr
						? `environ ${Math.round(far / 30.4)} mois`
						: `about ${Math.round(far / 30.4)} months`
					: fr
						? `environ ${Math.round(far / 365)} années`
						: `about ${Math.round(far / 365)} years`;
	if (fr) return days > 0 ? `dans ${amount}` : `il y a ${amount}`;
	return days > 0 ? `in ${amount}` : `${amount} ago`;
}

export function readDay(words: string): Day | null {
	const iso = /^(\d{4})[-/.](\d\d)[-/.](\d\d)$/.exec(words);
	if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
	const numeric = /(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2,4}))?/.exec(words);
	if (numeric !== null) {
		const [first, second] = [Number(numeric[1]), Number(numeric[2])];
		const [day, month] = second > 12 ? [second, first] : [first, second];
		return { year: fullYear(numeric[3]), month, day };
	}
	const folded = fold(words);
	const month = MONTH_WORDS.findIndex((names) => names.test(folded));
	const day = /(?<![\p{L}\p{N}])(\d{1,2})/u.exec(folded)?.[1];
	const year = /(?<![\p{L}\p{N}])((?:19|20)\d\d)(?![\p{L}\p{N}])|['’](\d\d)(?![\p{L}\p{N}])/u.exec(words);
	if (day === undefined && month === -1) return null;
	return {
		year: fullYear(year?.[1] ?? year?.[2]),
		month: month === -1 ? null : month + 1,
		day: day === undefined ? 1 : Number(day),
	};
}

const MONTH_WORDS = [
	'jan',
	'fe[bv]',
	'mars|march|mar',
	'avr|apr',
	'mai|may',
	'juin|june?',
	'juil|jul',
	'aou|aug',
	'sep',
	'oct',
	'nov',
	'dec',
].map((start) => new RegExp(`(?:^|[^a-z])(?:${start})`));

function fullYear(digits: string | undefined): number | null {
	if (digits === undefined) return null;
	const year = Number(digits);
	return digits.length > 2 ? year : year > 40 ? 1900 + year : 2000 + year;
}

export function replaceBirthDate(place: Place): Replacement {
	const { finding, language, grain } = place;
	const year = /^\d{4}$/.test(finding.text) ? Number(finding.text) : readDay(finding.text)?.year;
	const fr = language === 'fr';
	const decade = year == null || grain === 'coarse' ? null : Math.floor(year / 10) * 10;
	const said =
		decade === null
			? fr
				? '[date de naissance]'
				: '[date of birth]'
			: fr
				? `dans les années ${decade}`
				: `in the ${decade}s`;
	return (
		together(
			place,
			/(?<=(?<![\p{L}\p{N}])(?:n[ée]e?s?|born)[^.;\n]{0,30})(?<!\p{L})(?:le |en |on (?:the )?|in )$/iu,
			() => (decade === null ? said : said),
		) ?? alone(place, decade === null ? said : fr ? `années ${decade}` : `${decade}s`)
	);
}

export function replaceAge(place: Place): Replacement {
	const { finding, language, grain } = place;
	const fr = language === 'fr';
	const isMonths = /mois|semaine|jour|month|week/iu.test(finding.text);
	const age = isMonths ? 0 : numberOf(finding.text);
	if (age === null) return alone(place, fr ? 'un certain âge' : 'a certain age');
	const [low, high] = band(age, grain);
	const range =
		high === null
			? fr
				? `plus de ${low - 1}`
				: `over ${low - 1}`
			: low === 0
				? fr
					? `moins de ${high + 1}`
					: `under ${high + 1}`
				: `${low}-${high}`;
	if (!fr) {
		const tail =
			/[ -]?(?:years?[ -]olds?|months?[ -]olds?|weeks?[ -]olds?|y\/?o|yo|yrs?)$/iu.exec(finding.text)?.[0] ??
			'';
		return alone(place, /month|week/i.test(tail) ? 'very young' : `${range}${tail}`);
	}
	return alone(place, `${range} ans`);
}

/** Narrow while somebody grows, wide later: three years of a child tell as much as ten of an adult. */
function band(age: number, grain: 'fine' | 'middle' | 'coarse'): [number, number | null] {
	const edges = {
		fine: [0, 3, 6, 9, 12, 15, 18, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90],
		middle: [0, 6, 12, 18, 30, 40, 50, 60, 70, 80],
		coarse: [0, 18, 65],
	}[grain];
	const at = edges.findLastIndex((edge) => edge <= age);
	const next = edges[at + 1];
	return [edges[at] ?? 0, next === undefined ? null : next - 1];
}

const NUMBERS: Readonly<Record<string, number>> = {
	un: 1,
	deux: 2,
	trois: 3,
	quatre: 4,
	cinq: 5,
	six: 6,
	sept: 7,
	huit: 8,
	neuf: 9,
	dix: 10,
	onze: 11,
	douze: 12,
	treize: 13,
	quatorze: 14,
	quinze: 15,
	seize: 16,
	vingt: 20,
	vingts: 20,
	trente: 30,
	quarante: 40,
	cinquante: 50,
	soixante: 60,
	one: 1,
	two: 2,
	three: 3,
	four: 4,
	five: 5,
	seven: 7,
	eight: 8,
	nine: 9,
	ten: 10,
	eleven: 11,
	twelve: 12,
	thirteen: 13,
	fourteen: 14,
	fifteen: 15,
	sixteen: 16,
	seventeen: 17,
	eighteen: 18,
	nineteen: 19,
	twenty: 20,
	thirty: 30,
	forty: 40,
	fifty: 50,
	sixty: 60,
	seventy: 70,
	eighty: 80,
	ninety: 90,
};

/** « quarante-sept ans » → 47; null when no number is in it. */
function numberOf(words: string): number | null {
	const digits = /\d+/.exec(words)?.[0];
	if (digits !== undefined) return Number(digits);
	let total = 0;
	let found = false;
	for (const part of fold(words).split(/[^a-z]+/)) {
		const value = NUMBERS[part];
		if (value === undefined) continue;
		found = true;
		total = (part === 'vingt' || part === 'vingts') && total === 4 ? 80 : total + value;
	}
	return found ? total : null;
}
