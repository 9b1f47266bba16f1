/** Finds what may tell who somebody is, in a text of any length, without sending it anywhere. */
import type { Finding, FindingType, Language } from './finding.ts';
import { findAddresses } from './formats/addresses.ts';
import { findAges } from './formats/ages.ts';
import { findDates } from './formats/dates.ts';
import { findLinks } from './formats/links.ts';
import { findNumbers } from './formats/numbers.ts';
import { findOrganisations } from './names/organisations.ts';
import { findPersons } from './names/persons.ts';
import { findPlaces } from './names/places.ts';
import { findRareProfessions } from './names/professions.ts';
import { Reading } from './reading.ts';
import { findRepeated } from './repeat.ts';
import type { Span } from './span.ts';
import type { Words } from './words/words.ts';

export interface DetectOptions {
	readonly language: Language;
	readonly words: Words;
	/** Words that an organisation knows to identify nobody, folded by `foldName`. */
	readonly allowed?: ReadonlySet<string>;
}

/** Below this it is a guess that would only teach people to look away. */
const SURE_ENOUGH = 0.5;

/** In the order of the text, not overlapping. */
export function detect(text: string, options: DetectOptions): Finding[] {
	const reading = new Reading(text, options.language, options.words, options.allowed);
	const first = disjoint([
		...findLinks(text),
		...findNumbers(text),
		...findDates(text),
		...findAges(text),
		...findAddresses(reading),
		...findRareProfessions(reading),
		...findOrganisations(reading),
		...findPlaces(reading),
		...findPersons(reading),
	]);
	const all = disjoint([...first, ...findRepeated(reading, first)]);
	return all
		.filter(({ confidence }) => confidence >= SURE_ENOUGH)
		.map(({ start, end, type, confidence, why }) => ({
			start,
			end,
			type,
			text: text.slice(start, end),
			confidence,
			why,
		}));
}

/** Whose word counts where two overlap: what is proved by its form, then what names more. */
const RANK: Readonly<Record<FindingType, number>> = {
	EMAIL: 15,
	URL: 14,
	NIR: 13,
	IBAN: 12,
	BIRTHDATE: 11,
	PHONE: 10,
	PLATE: 9,
	DATE: 8,
	AGE: 7,
	IDNUMBER: 6,
	ADDRESS: 5,
	ORG: 4,
	PLACE: 3,
	PERSON: 2,
	PROFESSION_RARE: 1,
};

/** A name after « Mme » is a person's, whatever else has the same name. */
function weight({ type, confidence, why }: Span): number {
	return type === 'PERSON' && why === 'context' && confidence > 0.9 ? 4.5 : RANK[type];
}

/** Spans that do not overlap, in the order of the text; what one covers more than a heavier one is kept. */
export function disjoint(spans: readonly Span[]): Span[] {
	const heaviest = [...spans].sort(
		(a, b) => weight(b) - weight(a) || b.end - b.start - (a.end - a.start) || a.start - b.start,
	);
	const kept: Span[] = [];
	for (const span of heaviest) {
		// The few that can overlap are near: a binary search would not be worth its lines.
		const others = kept.filter((other) => other.start < span.end && span.start < other.end);
		if (others.length === 0) kept.push(span);
		else if (span.confidence >= 0.6) kept.push(...remains(span, others));
	}
	return kept.sort((a, b) => a.start - b.start);
}

/** The parts of a span that the others leave, if there is anything to read in them. */
function remains(span: Span, others: readonly Span[]): Span[] {
	const parts: Span[] = [];
	let start = span.start;
	for (const other of [...others].sort((a, b) => a.start - b.start)) {
		if (other.start > start) parts.push({ ...span, start, end: other.start });
		start = Math.max(start, other.end);
	}
	if (start < span.end) parts.push({ ...span, start });
	return parts;
}
