/** Finds what may tell who somebody is, in a text of any length, without sending it anywhere. */
import { blockEnds } from './blocks.ts';
import { withoutControls } from './controls.ts';
import type { Finding, FindingType, Language } from './finding.ts';
import { findAddresses } from './formats/addresses.ts';
import { findAges } from './formats/ages.ts';
import { findDates } from './formats/dates.ts';
import { findLinks } from './formats/links.ts';
import { findNumbers } from './formats/numbers.ts';
import { times } from './known/capitals.ts';
import {
	civilities,
	genericHeads,
	jargon,
	naming,
	neverNames,
	orgHeads,
	particles,
} from './known/context.ts';
import { findOrganisations } from './names/organisations.ts';
import { findPersons } from './names/persons.ts';
import { findPlaces } from './names/places.ts';
import { findRareProfessions } from './names/professions.ts';
import { pseudonymise } from './pseudonymise.ts';
import { Reading } from './reading.ts';
import { type Name, Names, namesIn } from './repeat.ts';
import { replacedIn } from './replaced.ts';
import { overlap, type Span, span } from './span.ts';
import { type TaggedType, taggedTypes } from './tagger/labels.ts';
import { tag } from './tagger/tagger.ts';
import type { Words } from './words/words.ts';

export interface DetectOptions {
	readonly language: Language;
	readonly words: Words;
	/** Words that an organisation knows to identify nobody, folded by `foldName`. */
	readonly allowed?: ReadonlySet<string>;
}

export interface Detector {
	/**
	 * In the order of the text, not overlapping. What has not changed since the last text that this
	 * detector was given is not read again.
	 */
	detect(text: string): Finding[];
}

/** In the order of the text, not overlapping. */
export function detect(text: string, options: DetectOptions): Finding[] {
	return createDetector(options).detect(text);
}

/** What is known of a block, in its own offsets. */
interface Block {
	readonly reading: Reading;
	readonly found: readonly Span[];
	readonly names: ReadonlyMap<string, Name>;
	/** For the names of the whole text as they were last. */
	all: { readonly key: string; readonly spans: readonly Span[] } | null;
}

export function createDetector({ language, words, allowed }: DetectOptions): Detector {
	let before = new Map<string, Block>();

	function read(text: string): Block {
		const reading = new Reading(text, language, words, allowed);
		const found = findIn(reading);
		return { reading, found, names: namesIn(reading, found), all: null };
	}

	return {
		detect(text) {
			const now = new Map<string, Block>();
			const blocks: { readonly begin: number; readonly block: Block }[] = [];
			const legible = withoutControls(text);
			let begin = 0;
			for (const end of blockEnds(legible)) {
				const own = legible.slice(begin, end);
				const block = now.get(own) ?? before.get(own) ?? read(own);
				now.set(own, block);
				blocks.push({ begin, block });
				begin = end;
			}
			before = now;
			const names = new Names(blocks.map(({ block }) => block.names));
			const findings: Finding[] = [];
			for (const { begin, block } of blocks) {
				if (block.all?.key !== names.key) {
					const repeated = names.repeatedIn(block.reading, block.found);
					const spans =
						repeated.length === 0 ? block.found : settled(block.reading, [...block.found, ...repeated]);
					block.all = { key: names.key, spans: spans.filter(({ start, end }) => end > start) };
				}
				for (const { start, end, type, confidence, why } of block.all.spans)
					findings.push({
						start: begin + start,
						end: begin + end,
						type,
						text: text.slice(begin + start, begin + end),
						confidence,
						why,
					});
			}
			return findings;
		},
	};
}

/** Postal addresses have a form of their own; the other names are the tagger's to judge. */
const RULED: ReadonlySet<FindingType> = new Set(taggedTypes.filter((type: TaggedType) => type !== 'ADDRESS'));

/** What is found in one block. */
function findIn(reading: Reading): Span[] {
	return settled(reading, look(reading));
}

/** With what comes to light when all that is replaced, until nothing more does. */
function settled(reading: Reading, first: readonly Span[]): Span[] {
	let found = disjoint(first).map((one) => trimmed(reading.text, one));
	for (let round = 0; round < ROUNDS && found.length > 0; round++) {
		const more = behind(reading, found);
		if (more.length === 0) break;
		found = disjoint([...found, ...more]).map((one) => trimmed(reading.text, one));
	}
	return found;
}

/** What rules and the tagger find. */
function look(reading: Reading): Span[] {
	const ruled = findByRules(reading);
	const tagged = tag(reading, ruled);
	const first = [...ruled.filter((one) => !RULED.has(one.type) || isSure(one)), ...tagged];
	const found = disjoint([...first, ...unknownCapitals(reading, first)])
		.map((one) => trimmed(reading.text, one))
		.filter((one) => saysSomething(reading, one));
	return fused(reading.text, found);
}

/** What stands between the parts of one name: « Saint-Jean-d’Angély ». No blank, and nothing that ends a sentence. */
const FUSES = /^[^\s.,;:!?()/«»"“”[\]]{0,3}$/u;

/** Two names in one word are one. */
function fused(text: string, spans: readonly Span[]): Span[] {
	const result: Span[] = [];
	for (const span of spans) {
		const last = result.at(-1);
		const isOne =
			last !== undefined &&
			RULED.has(last.type) &&
			RULED.has(span.type) &&
			FUSES.test(text.slice(last.end, span.start));
		if (isOne) result[result.length - 1] = { ...last, end: span.end };
		else result.push(span);
	}
	return result;
}

/** A capital inside a sentence that no dictionary explains is at least a question. */
function unknownCapitals(reading: Reading, found: readonly Span[]): Span[] {
	const questions: Span[] = [];
	for (const [index, { start, end, shape, begins, text }] of reading.tokens.entries()) {
		if (shape !== 'capital' || begins || text.length < 3 || !reading.isCapital(index)) continue;
		if (reading.isAnyWord(index) || reading.isHarmless(index) || reading.isReplaced(index)) continue;
		if (found.some((one) => one.start < end && start < one.end)) continue;
		questions.push(span('PERSON', start, end, QUESTION, 'unknown-capital'));
	}
	return questions;
}

/** How sure a question is: not sure at all. */
const QUESTION = 0.2;

/** Without blanks and commas at its ends, which a cut may leave. */
function trimmed(text: string, span: Span): Span {
	let { start, end } = span;
	while (start < end && /[\s,;:\p{Cc}]/u.test(text.charAt(start))) start++;
	while (end > start && /[\s,;:\p{Cc}]/u.test(text.charAt(end - 1))) end--;
	return { ...span, start, end };
}

/** Not « Mme B. », which is a pseudonym already, nor « de », « IME » or « école » alone. */
function saysSomething(reading: Reading, { type, start, end }: Span): boolean {
	if (end <= start) return false;
	if (!RULED.has(type) && type !== 'ADDRESS') return true;
	return reading.tokens.some((token, index) => {
		if (token.start < start || token.end > end || reading.isReplaced(index)) return false;
		if (civilities.has(token.folded)) return false;
		if (token.shape === 'number') return type !== 'PERSON' && type !== 'PLACE';
		if (token.text.length === 1) return false;
		if (token.shape === 'capital' && !token.begins && reading.isFirstName(index)) return true;
		if (neverNames.has(token.folded) || particles.has(token.folded)) return false;
		if (token.shape === 'upper' && jargon.has(token.folded)) return false;
		if (isDated(reading, index) || (INTO.test(token.folded) && isDated(reading, index + 1))) return false;
		// « née le », whatever it is taken for.
		if (naming.has(token.folded) && (type === 'PERSON' || token.shape === 'lower')) return false;
		if (type === 'PERSON') return true;
		if (type === 'ORG' || type === 'PLACE')
			return !orgHeads.has(token.folded) && !genericHeads.has(token.folded);
		return true;
	});
}

const INTO = /^(?:en|in)$/;

/** « en mars », « mars 2024 »: a time, however much it looks like a town. */
function isDated({ tokens }: Reading, index: number): boolean {
	const word = tokens[index]?.folded ?? '';
	// Not among those that English writes with capitals: Mars is more than a month.
	if (!times.has(word) && word !== 'mars') return false;
	return tokens[index + 1]?.shape === 'number' || INTO.test(tokens[index - 1]?.folded ?? '');
}

/** « Mme Benali », « rue des Lilas »: what the tagger may doubt and is not left to it. */
function isSure({ type, why, confidence }: Span): boolean {
	return type === 'PERSON' && why === 'context' && confidence >= 0.95;
}

/** How often a block is looked at again without what was found. */
const ROUNDS = 3;

/** What is found in the text as it will be, and was not seen beside what is replaced there. */
function behind(reading: Reading, found: readonly Span[]): Span[] {
	const { text, language, words } = reading;
	const findings = found.map((span) => ({ ...span, text: text.slice(span.start, span.end) }));
	const { text: clean, edits } = pseudonymise(text, findings, {
		language,
		words,
		today: '2000-01-01',
		grains: {},
		decisions: new Map(),
		key: [],
	});
	const more: Span[] = [];
	const seen = look(new Reading(clean, language, words, reading.allowed));
	/** Where the text between two edits begins in the new text, and what it was shifted by. */
	let [begin, shift] = [0, 0];
	for (const edit of [...edits, null]) {
		const end = edit === null ? clean.length : edit.start + shift;
		// What stands in for something is no finding; a name beside it is.
		for (const one of seen) {
			if (one.start >= end || one.end <= begin) continue;
			const own = { ...one, start: Math.max(one.start, begin) - shift, end: Math.min(one.end, end) - shift };
			const part = trimmed(text, own);
			if (saysSomething(reading, part)) more.push(part);
		}
		if (edit === null) break;
		begin = end + edit.words.length;
		shift += edit.words.length - (edit.end - edit.start);
	}
	return more;
}

/** What rules find; of names they are the tagger's advisers. */
export function findByRules(reading: Reading): Span[] {
	const { text } = reading;
	const replaced = replacedIn(text);
	const found = disjoint([
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
	return found.filter((span) => !replaced.some((one) => overlap(one, span)));
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

/** Spans that do not overlap, in the order of the text. Those of one type that do become one; else the heavier keeps what it has. */
export function disjoint(spans: readonly Span[]): Span[] {
	const heaviest = joined(spans).sort(
		(a, b) => weight(b) - weight(a) || b.end - b.start - (a.end - a.start) || a.start - b.start,
	);
	const kept: Span[] = [];
	for (const span of heaviest) {
		// A block has few: a search tree would not be worth its lines.
		const others = kept.filter((other) => other.start < span.end && span.start < other.end);
		if (others.length === 0) kept.push(span);
		else kept.push(...remains(span, others));
	}
	return kept.sort((a, b) => a.start - b.start);
}

/** Overlapping spans of the same type as one. */
function joined(spans: readonly Span[]): Span[] {
	const result: Span[] = [];
	const last = new Map<FindingType, number>();
	for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
		const at = last.get(span.type);
		const other = at === undefined ? undefined : result[at];
		if (at !== undefined && other !== undefined && span.start < other.end) {
			const surer = span.confidence > other.confidence ? span : other;
			result[at] = { ...surer, start: other.start, end: Math.max(other.end, span.end) };
			continue;
		}
		last.set(span.type, result.length);
		result.push(span);
	}
	return result;
}

/** The parts of a span that the others leave. */
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
