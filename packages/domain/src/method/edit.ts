/**
 * What an editor does to a method, one step a function: a method in, a new one out, so that going back is
 * keeping the one before. Steps that cannot be done (a last stage that is removed) leave it as it is.
 *
 * A text stands in both languages. A group writes in its own: what it changes takes the place of both, so
 * that nobody reads in another language what the group no longer says. Where both are meant to be written,
 * each is changed alone.
 */
import type { Method, Party, SectionKey, Stage } from '@entrepairs/methods/method';

export interface Words {
	readonly fr: string;
	readonly en: string;
}

export const MOST_STAGES = 16;

/** The words after somebody wrote in one language. */
export function say(words: Words | null, language: keyof Words, text: string, both: boolean): Words {
	return both ? { fr: words?.fr ?? '', en: words?.en ?? '', [language]: text } : { fr: text, en: text };
}

/** As `say`, for words that may be left out: nothing in any language is none. */
export function sayOrNot(
	words: Words | null,
	language: keyof Words,
	text: string,
	both: boolean,
): Words | null {
	const said = say(words, language, text, both);
	return said.fr === '' && said.en === '' ? null : said;
}

/** Words that a group wrote in its language only are the same in both: no text of the other language. */
export function isOneLanguage(words: Words): boolean {
	return words.fr === words.en;
}

export function changeStage(method: Method, index: number, change: (stage: Stage) => Stage): Method {
	return { ...method, stages: method.stages.map((stage, at) => (at === index ? change(stage) : stage)) };
}

/** A new stage after another one (-1: at the beginning), in which everybody takes part. */
export function addStage(method: Method, after: number, words: Pick<Stage, 'name' | 'purpose'>): Method {
	if (method.stages.length >= MOST_STAGES) return method;
	const stage: Stage = {
		...words,
		id: freeId(method),
		minutes: 10,
		isFixed: false,
		days: 2,
		speaks: ['presenter', 'facilitator', 'peer'],
		turns: 'free',
		presenter: 'in',
		writes: [],
		gathers: null,
		guidance: [],
		choice: null,
	};
	return { ...method, stages: method.stages.toSpliced(after + 1, 0, stage) };
}

/** The same stage once more, right after it. */
export function copyStage(method: Method, index: number): Method {
	const stage = method.stages[index];
	if (stage === undefined || method.stages.length >= MOST_STAGES) return method;
	return { ...method, stages: method.stages.toSpliced(index + 1, 0, { ...stage, id: freeId(method) }) };
}

/** A method has one stage at least. */
export function removeStage(method: Method, index: number): Method {
	if (method.stages.length <= 1 || method.stages[index] === undefined) return method;
	return { ...method, stages: method.stages.toSpliced(index, 1) };
}

/** One place up (-1) or down (1); at the end of the list it stays. */
export function moveStage(method: Method, index: number, by: -1 | 1): Method {
	const stage = method.stages[index];
	if (stage === undefined || method.stages[index + by] === undefined) return method;
	return { ...method, stages: method.stages.toSpliced(index, 1).toSpliced(index + by, 0, stage) };
}

/** Who listens or turns away neither speaks nor writes. */
export function placePresenter(stage: Stage, presenter: Stage['presenter']): Stage {
	if (presenter === 'in') return { ...stage, presenter };
	const others = (parties: readonly Party[]) => parties.filter((party) => party !== 'presenter');
	return {
		...stage,
		presenter,
		speaks: others(stage.speaks),
		writes: stage.writes.map((one) => ({ ...one, by: others(one.by) })).filter(({ by }) => by.length > 0),
	};
}

export function setSpeaks(stage: Stage, party: Party, speaks: boolean): Stage {
	return { ...stage, speaks: withParty(stage.speaks, party, speaks) };
}

/** Whether a party writes in a section; where nobody does, the section is not named. */
export function setWrites(stage: Stage, section: SectionKey, party: Party, writes: boolean): Stage {
	const known = stage.writes.some((one) => one.section === section);
	const all = known ? stage.writes : [...stage.writes, { section, by: [] }];
	return {
		...stage,
		writes: all
			.map((one) => (one.section === section ? { ...one, by: withParty(one.by, party, writes) } : one))
			.filter(({ by }) => by.length > 0),
	};
}

type Guidance = Stage['guidance'][number];

/** What is said to a party; null: nothing more. */
export function setGuidance(stage: Stage, party: Party, guidance: Omit<Guidance, 'party'> | null): Stage {
	const index = stage.guidance.findIndex((one) => one.party === party);
	const rest = stage.guidance.filter((one) => one.party !== party);
	if (guidance === null) return { ...stage, guidance: rest };
	return {
		...stage,
		guidance: rest.toSpliced(index === -1 ? rest.length : index, 0, { party, ...guidance }),
	};
}

function withParty(parties: readonly Party[], party: Party, isIn: boolean): Party[] {
	const others = parties.filter((one) => one !== party);
	return isIn ? [...others, party] : others;
}

/** A name of a stage that no other one has, and that tells nothing. */
function freeId(method: Method): string {
	const taken = new Set(method.stages.map(({ id }) => id));
	for (let number = 1; ; number += 1) if (!taken.has(`own-${number}`)) return `own-${number}`;
}
