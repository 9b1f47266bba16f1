/** What stands in the place of an identifier, so that the text still reads. */
import { withoutControls } from './controls.ts';
import { decisionKey } from './decision.ts';
import type { Finding, FindingType, Language } from './finding.ts';
import type { KeyEntry } from './key-entry.ts';
import { replaceOrganisation } from './replace/organisations.ts';
import { Persons, replacePerson } from './replace/persons.ts';
import { replacePlace } from './replace/places.ts';
import { replaceProfession } from './replace/professions.ts';
import { alone, type Grain, type Place, type Replacement } from './replace/replacement.ts';
import { replaceAge, replaceBirthDate, replaceDate } from './replace/times.ts';
import type { Words } from './words/words.ts';

/** What the person decided about one finding. */
export type Decision = { readonly keep: true } | { readonly words: string };

export interface Choices {
	readonly language: Language;
	readonly words: Words;
	/** The day that relative dates count from, YYYY-MM-DD. */
	readonly today: string;
	/** `fine` where a type is not named. */
	readonly grains: Partial<Record<FindingType, Grain>>;
	/** By `decisionKey`; what is not here is replaced as proposed. */
	readonly decisions: ReadonlyMap<string, Decision>;
	/** Pseudonyms given before, which stay. */
	readonly key: readonly KeyEntry[];
}

/** A change to the text. It may reach further than the finding: « d’ » goes with « Amiens ». */
export interface Edit {
	readonly start: number;
	readonly end: number;
	readonly words: string;
	readonly finding: Finding;
}

export interface Pseudonymised {
	readonly text: string;
	/** In the order of the text, in its offsets before the change; kept findings have none. */
	readonly edits: readonly Edit[];
	readonly key: readonly KeyEntry[];
}

/** Replaces what was found. Nothing but the edits changes. */
export function pseudonymise(text: string, findings: readonly Finding[], choices: Choices): Pseudonymised {
	const legible = withoutControls(text);
	const persons = new Persons(choices.words, choices.key, legible);
	const edits: Edit[] = [];
	let free = 0;
	for (const finding of findings) {
		const decision = choices.decisions.get(decisionKey(finding));
		if (decision !== undefined && 'keep' in decision) continue;
		const { language, words, today } = choices;
		const place: Place = {
			text: legible,
			finding,
			language,
			words,
			today,
			grain: choices.grains[finding.type] ?? 'fine',
		};
		let replaced = decision === undefined ? propose(place, persons) : alone(place, decision.words);
		// What was taken along belongs to the finding before: « Karim d'Amiens ».
		if (replaced.start < free) replaced = { ...replaced, start: Math.max(free, finding.start) };
		replaced = apart(legible, edits.at(-1), replaced);
		free = replaced.end;
		edits.push({ ...replaced, finding });
	}
	return { text: applied(text, edits), edits, key: persons.entries };
}

/** With a blank where it would be one word with what stands beside it: « école » and « une entreprise ». */
function apart(text: string, last: Edit | undefined, replaced: Replacement): Replacement {
	const { start, end, words } = replaced;
	const before = last?.end === start ? last.words : text.slice(Math.max(0, start - 2), start);
	const left = ENDS_IN_WORD.test(before) && BEGINS_WITH_WORD.test(words) ? ' ' : '';
	const right = ENDS_IN_WORD.test(words) && BEGINS_WITH_WORD.test(text.slice(end, end + 2)) ? ' ' : '';
	return { ...replaced, words: left + words + right };
}

const ENDS_IN_WORD = /[\p{L}\p{M}\p{N}]$/u;
const BEGINS_WITH_WORD = /^[\p{L}\p{N}]/u;

function applied(text: string, edits: readonly Replacement[]): string {
	let result = '';
	let from = 0;
	for (const { start, end, words } of edits) {
		result += text.slice(from, start) + words;
		from = end;
	}
	return result + text.slice(from);
}

const LABELS: Partial<Record<FindingType, Readonly<Record<Language, string>>>> = {
	EMAIL: { fr: '[adresse électronique]', en: '[e-mail address]' },
	PHONE: { fr: '[téléphone]', en: '[telephone]' },
	NIR: { fr: '[sécurité sociale]', en: '[social security]' },
	IBAN: { fr: '[compte bancaire]', en: '[bank account]' },
	PLATE: { fr: '[immatriculation]', en: '[registration]' },
	URL: { fr: '[lien]', en: '[link]' },
	IDNUMBER: { fr: '[référence]', en: '[reference]' },
	ADDRESS: { fr: '[adresse]', en: '[address]' },
};

function propose(place: Place, persons: Persons): Replacement {
	switch (place.finding.type) {
		case 'PERSON':
			return replacePerson(place, persons);
		case 'PLACE':
			return replacePlace(place);
		case 'ORG':
			return replaceOrganisation(place);
		case 'DATE':
			return replaceDate(place);
		case 'BIRTHDATE':
			return replaceBirthDate(place);
		case 'AGE':
			return replaceAge(place);
		case 'PROFESSION_RARE':
			return replaceProfession(place);
		default:
			return alone(place, LABELS[place.finding.type]?.[place.language] ?? '[…]');
	}
}
