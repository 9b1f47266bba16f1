/**
 * What the schema of a method cannot say alone: that its parts go together. Each fault names the field that
 * it is about, as a form shows it (`stages.2.writes.0.by`).
 */
import {
	type Method,
	type Party,
	type RoomRole,
	roomRoles,
	type Stage,
	type SubMethod,
} from '@entrepairs/methods/method';

export interface MethodFault {
	readonly field: string;
	readonly code:
		| 'given-twice'
		| 'required'
		| 'too-small'
		| 'too-long'
		| 'wrong-format'
		| 'not-offered'
		| 'not-in-method'
		| 'presenter-silent'
		| 'presenter-never-speaks';
	readonly limit?: number;
}

/** The whole of a method as JSON, in characters: a room holds it, and a session keeps it. */
export const MOST_CHARACTERS = 250_000;

type InnerStage = SubMethod['stages'][number];

/** Everything that is wrong with a method whose schema is right; empty: it can be run. */
export function checkMethod(method: Method): MethodFault[] {
	const faults = [
		...illegibleTexts(method),
		...checkFrame(method),
		...twice(method.stages, ({ id }) => id, 'stages', '.id'),
		...method.stages.flatMap((stage, index) => checkStage(method, stage, `stages.${index}`)),
		...checkMinutes(method),
	];
	if (!method.stages.some(presenterSpeaks)) faults.push({ field: 'stages', code: 'presenter-never-speaks' });
	if (JSON.stringify(method).length > MOST_CHARACTERS)
		faults.push({ field: 'stages', code: 'too-long', limit: MOST_CHARACTERS });
	return faults;
}

/** Who can be named in a stage of this method, in the order in which roles are always told. */
export function partiesOf(method: Pick<Method, 'roles'>): Party[] {
	const asked = new Set<RoomRole>(method.roles.map(({ role }) => role));
	return [
		...roomRoles.filter((role) => role === 'presenter' || role === 'facilitator' || asked.has(role)),
		'peer',
	];
}

/** What the stages last together, in minutes: with the longest way where one is chosen. */
export function minutesOf(method: Pick<Method, 'stages'>): number {
	return method.stages.reduce((sum, stage) => sum + stage.minutes + longestWay(stage, () => true), 0);
}

function checkFrame({ people, roles }: Method): MethodFault[] {
	return [
		...(people.most < people.least
			? [{ field: 'people.most', code: 'too-small', limit: people.least } as const]
			: []),
		...twice(roles, ({ role }) => role, 'roles', '.role'),
		...roles.flatMap(({ role, least, most }, index): MethodFault[] => [
			// They are there in every method.
			...(role === 'presenter' || role === 'facilitator'
				? [{ field: `roles.${index}.role`, code: 'not-offered' } as const]
				: []),
			...(most < least ? [{ field: `roles.${index}.most`, code: 'too-small', limit: least } as const] : []),
		]),
	];
}

function checkStage(method: Method, stage: Stage | InnerStage, at: string): MethodFault[] {
	const known = new Set<Party>(partiesOf(method));
	const strangers = (parties: readonly Party[], field: string): MethodFault[] =>
		parties.some((party) => !known.has(party)) ? [{ field, code: 'not-in-method' }] : [];
	const silenced = (parties: readonly Party[], field: string): MethodFault[] =>
		stage.presenter !== 'in' && parties.includes('presenter') ? [{ field, code: 'presenter-silent' }] : [];
	return [
		...strangers(stage.speaks, `${at}.speaks`),
		...silenced(stage.speaks, `${at}.speaks`),
		...twice(stage.writes, ({ section }) => section, `${at}.writes`, '.section'),
		...stage.writes.flatMap(({ by }, index): MethodFault[] => [
			...(by.length === 0 ? [{ field: `${at}.writes.${index}.by`, code: 'required' } as const] : []),
			...strangers(by, `${at}.writes.${index}.by`),
			...silenced(by, `${at}.writes.${index}.by`),
		]),
		...twice(stage.guidance, ({ party }) => party, `${at}.guidance`, '.party'),
		...stage.guidance.flatMap(({ party }, index) => strangers([party], `${at}.guidance.${index}.party`)),
		...('choice' in stage && stage.choice !== null ? checkChoice(method, stage.choice, `${at}.choice`) : []),
	];
}

function checkChoice(method: Method, choice: readonly SubMethod[], at: string): MethodFault[] {
	return [
		...twice(choice, ({ id }) => id, at, '.id'),
		...choice.flatMap(({ stages }, way) => [
			...twice(stages, ({ id }) => id, `${at}.${way}.stages`, '.id'),
			...stages.flatMap((stage, index) => checkStage(method, stage, `${at}.${way}.stages.${index}`)),
		]),
	];
}

/** Stages that keep their time must leave something, half a minute each, to those that share the rest. */
function checkMinutes(method: Method): MethodFault[] {
	const least = method.stages.reduce(
		(sum, stage) => sum + (stage.isFixed ? stage.minutes : 0.5) + longestWay(stage, ({ isFixed }) => isFixed),
		0,
	);
	return method.minutes < least ? [{ field: 'minutes', code: 'too-small', limit: Math.ceil(least) }] : [];
}

function longestWay(stage: Stage, counts: (stage: InnerStage) => boolean): number {
	const ways = stage.choice ?? [];
	return Math.max(
		0,
		...ways.map(({ stages }) => stages.filter(counts).reduce((sum, { minutes }) => sum + minutes, 0)),
	);
}

function presenterSpeaks(stage: Stage): boolean {
	const ways = (stage.choice ?? []).flatMap(({ stages }) => stages);
	return [stage, ...ways].some(({ presenter, speaks }) => presenter === 'in' && speaks.includes('presenter'));
}

function twice<T>(list: readonly T[], name: (one: T) => string, at: string, field: string): MethodFault[] {
	const seen = new Set<string>();
	return list.flatMap((one, index): MethodFault[] => {
		if (!seen.has(name(one))) {
			seen.add(name(one));
			return [];
		}
		return [{ field: `${at}.${index}${field}`, code: 'given-twice' }];
	});
}

/** Control characters, overrides of the direction of writing, halves of characters: no text, and not stored. */
const ILLEGIBLE = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

function illegibleTexts(value: unknown, at: readonly string[] = []): MethodFault[] {
	if (typeof value === 'string')
		return ILLEGIBLE.test(value) ? [{ field: at.join('.'), code: 'wrong-format' }] : [];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => illegibleTexts(inner, [...at, key]));
}
