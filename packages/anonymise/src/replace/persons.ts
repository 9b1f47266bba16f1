/** The same person gets the same letter through the whole text. */
import type { Finding } from '../finding.ts';
import type { KeyEntry } from '../key-entry.ts';
import { civilities, nameParticles } from '../known/context.ts';
import { tokenise } from '../tokens.ts';
import { foldName } from '../words/fold.ts';
import type { Words } from '../words/words.ts';
import { alone, before, likeCase, type Place, type Replacement, together } from './replacement.ts';

type Gender = 'm' | 'f' | null;

interface Person {
	readonly letter: string;
	gender: Gender;
	first: string | null;
	last: string | null;
	readonly names: Set<string>;
}

const MALE =
	/(?:(?<![\p{L}\p{N}])(?:m|mr|monsieur|messieurs|fils|fr[èe]re|p[èe]re|mari|[ée]poux|oncle|tonton|neveu|cousin|papa|papi|papy|gar[çc]on|compagnon|conjoint|grand-p[èe]re|beau-p[èe]re|son|brother|father|dad|husband|uncle|nephew|grandson|grandad|boy|stepson|stepfather)\.?,?\s)$/iu;
const FEMALE =
	/(?:(?<![\p{L}\p{N}])(?:mme|mlle|melle|madame|mademoiselle|mesdames|fille|s[œoe]+ur|m[èe]re|femme|[ée]pouse|tante|tata|tatie|ni[èe]ce|cousine|maman|mamie|compagne|conjointe|grand-m[èe]re|belle-m[èe]re|mrs|ms|miss|daughter|sister|mother|mum|wife|aunt|auntie|niece|granddaughter|gran|nan|girl|stepdaughter|stepmother)\.?,?\s)$/iu;
const CIVIL =
	/(?:(?<!\p{L})(?:m|mr|mme|mmes|mlle|melle|monsieur|madame|mademoiselle|mrs|ms|miss|dr|pr|me|docteur|docteure|ma[îi]tre|professeure?)\.?[\s\u00a0\u202f])$/iu;

/** « Mme A. » */
const LETTER = /(?<![\p{L}\p{N}.])\p{Lu}\d?\.(?![\p{L}\p{N}])/gu;

/** Gives letters, and remembers to whom. */
export class Persons {
	readonly #people: Person[] = [];
	readonly #words: Words;
	readonly #taken = new Set<string>();
	readonly entries: KeyEntry[];

	/** Letters that stand for somebody in `text` already go to nobody else. */
	constructor(words: Words, key: readonly KeyEntry[], text: string) {
		this.#words = words;
		this.entries = [...key];
		for (const letter of text.match(LETTER) ?? []) this.#taken.add(letter);
		for (const { real, pseudonym, type } of key) {
			if (type !== 'PERSON') continue;
			const known = this.#people.find(({ letter }) => letter === pseudonym);
			const person = known ?? {
				letter: pseudonym,
				gender: null,
				first: null,
				last: null,
				names: new Set<string>(),
			};
			if (known === undefined) this.#people.push(person);
			this.#taken.add(pseudonym);
			this.#learn(person, real, null);
		}
	}

	/** The person of a finding: known already, or new. */
	of(
		text: string,
		finding: Finding,
	): { readonly letter: string; readonly gender: Gender; readonly isFirstName: boolean } {
		const before_ = before({ text, finding });
		const { first, last } = this.#parts(finding.text, CIVIL.test(before_));
		// « M. Benali », later « Karim Benali »: the first name tells as much as « M. ».
		const gender: Gender = MALE.test(before_) ? 'm' : FEMALE.test(before_) ? 'f' : this.#genderOf(first);
		const person = this.#find(finding.text, first, last, gender) ?? this.#newPerson(finding.text);
		this.#learn(person, finding.text, gender, { first, last });
		if (
			!this.entries.some(
				({ real, pseudonym }) => pseudonym === person.letter && foldName(real) === foldName(finding.text),
			)
		) {
			this.entries.push({ real: finding.text, pseudonym: person.letter, type: 'PERSON' });
		}
		return { letter: person.letter, gender: person.gender, isFirstName: last === null };
	}

	#parts(name: string, isCivil: boolean): { first: string | null; last: string | null } {
		const tokens = tokenise(name).filter(({ folded }) => !civilities.has(folded));
		const parts = tokens.map(({ folded }) => folded);
		const own = parts.filter((part) => !nameParticles.has(part));
		const [head] = own;
		if (head === undefined) return { first: null, last: parts.join(' ') };
		const isFirst = this.#words.firstNamesMale.has(head) || this.#words.firstNamesFemale.has(head);
		const isCompound = tokens.length === 2 && /^[-‐‑]$/.test(tokens[1]?.gap ?? '');
		if (own.length === 1 || isCompound)
			return isCivil || !isFirst
				? { first: null, last: own.join(' ') }
				: { first: own.join(' '), last: null };
		// « BENALI Karim » as forms have it.
		const tail = own.at(-1) ?? '';
		if (!isFirst && (this.#words.firstNamesMale.has(tail) || this.#words.firstNamesFemale.has(tail)))
			return { first: tail, last: own.slice(0, -1).join(' ') };
		return { first: head, last: own.slice(1).join(' ') };
	}

	#find(name: string, first: string | null, last: string | null, gender: Gender): Person | undefined {
		const folded = foldName(name);
		const agrees = (person: Person) => person.gender === null || gender === null || person.gender === gender;
		const latest = [...this.#people].reverse();
		return (
			latest.find((person) => person.names.has(folded) && agrees(person)) ??
			(first !== null && last !== null
				? latest.find(
						(person) =>
							agrees(person) &&
							(person.first === first
								? person.last === null || person.last === last
								: person.first === null && person.last === last && gender !== null),
					)
				: latest.find(
						(person) => agrees(person) && (first !== null ? person.first === first : person.last === last),
					))
		);
	}

	#learn(
		person: Person,
		name: string,
		gender: Gender,
		known?: { first: string | null; last: string | null },
	): void {
		const { first, last } = known ?? this.#parts(name, false);
		person.names.add(foldName(name));
		person.first ??= first;
		person.last ??= last;
		person.gender ??= gender ?? this.#genderOf(person.first);
	}

	#genderOf(first: string | null): Gender {
		if (first === null) return null;
		const [male, female] = [this.#words.firstNamesMale.has(first), this.#words.firstNamesFemale.has(first)];
		return male === female ? null : male ? 'm' : 'f';
	}

	/** A letter nobody has, and none that the name begins with. */
	#newPerson(name: string): Person {
		const own = new Set(tokenise(name).map(({ folded }) => folded.charAt(0)));
		for (let round = 0; ; round++) {
			for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
				const pseudonym = round === 0 ? `${letter}.` : `${letter}${round + 1}.`;
				if (this.#taken.has(pseudonym) || own.has(letter.toLowerCase())) continue;
				this.#taken.add(pseudonym);
				const person: Person = { letter: pseudonym, gender: null, first: null, last: null, names: new Set() };
				this.#people.push(person);
				return person;
			}
		}
	}
}

export function replacePerson(place: Place, persons: Persons): Replacement {
	const { text, finding, language, grain } = place;
	const { letter, gender, isFirstName } = persons.of(text, finding);
	const before_ = before(place);
	const isIntroduced = CIVIL.test(before_) || MALE.test(before_) || FEMALE.test(before_);
	const civility = language === 'fr' ? { m: 'M. ', f: 'Mme ' } : { m: 'Mr ', f: 'Ms ' };
	const needsCivility = grain === 'fine' && !isIntroduced && !isFirstName && gender !== null;
	const name = `${needsCivility ? civility[gender] : ''}${letter}`;
	// The full stop of the letter is also that of the sentence.
	const end = text.slice(finding.end).startsWith('.') ? name.replace(/\.$/, '') : name;
	if (language === 'en') return alone(place, end);
	return (
		together(place, /(?<!\p{L})(d|qu|lorsqu|puisqu|jusqu|quoiqu|presqu|s)['’]$/iu, ([words, short]) =>
			likeCase(
				words ?? '',
				`${(short ?? '').toLowerCase()}${short?.toLowerCase() === 's' ? 'i' : short?.toLowerCase().startsWith('d') ? 'e' : 'e'} ${end}`,
			),
		) ?? alone(place, end)
	);
}
