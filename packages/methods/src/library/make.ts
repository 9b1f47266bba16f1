/** What most stages have in common, so that each says only what is its own. */
import type { Party, Stage, SubMethod } from '../method.ts';

export const say = (fr: string, en: string) => ({ fr, en });

type Given = Pick<Stage, 'id' | 'name' | 'purpose' | 'minutes' | 'speaks' | 'guidance'> & Partial<Stage>;

export function stage(given: Given): Stage {
	return {
		isFixed: false,
		days: 2,
		turns: 'free',
		presenter: 'in',
		writes: [],
		gathers: null,
		choice: null,
		...given,
	};
}

/** A stage of a way to go on. */
export function inner(given: Given): SubMethod['stages'][number] {
	const { choice: _, ...rest } = stage(given);
	return rest;
}

/** Everybody but the observers. */
export const all: Party[] = ['presenter', 'facilitator', 'peer'];

const timekeeper = {
	role: 'timekeeper' as const,
	least: 0,
	most: 1,
	does: say(
		'Veille sur le temps de chaque étape, à voix douce.',
		'Watches over the time of each stage, in a soft voice.',
	),
};
const scribe = {
	role: 'scribe' as const,
	least: 0,
	most: 1,
	does: say(
		'Écrit pour le groupe, sans rien qui permette de reconnaître quelqu’un.',
		'Writes for the group, with nothing that lets anyone be recognised.',
	),
};
const observer = {
	role: 'observer' as const,
	least: 0,
	most: 2,
	does: say(
		'Regarde comment le groupe travaille, et le dit à la fin.',
		'Watches how the group works, and says so at the end.',
	),
};
export const helpers = { timekeeper, scribe, observer };
