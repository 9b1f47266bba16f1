import { Check, Errors } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { caseTemplates } from './case-templates.ts';
import { library } from './library.ts';
import { Method, type Party, type Stage } from './method.ts';
import { methodIds } from './methods.ts';

type Inner = Omit<Stage, 'choice'>;
const stagesOf = (method: Method): Inner[] =>
	method.stages.flatMap((one) => [one, ...(one.choice ?? []).flatMap(({ stages }) => stages)]);
const sections = new Set(caseTemplates.flatMap((one) => one.sections.map(({ key }) => key)));

/** Every French word of a method. */
function french(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	if ('fr' in value && typeof value.fr === 'string') return [value.fr];
	return Object.values(value).flatMap(french);
}

test('GEASE refuses a clock, and what a critical incident gathers has its place in that template', () => {
	expect(library.gease.clock).toBe('refused');
	const own = caseTemplates.find(({ id }) => id === 'critical-incident')?.sections.map(({ key }) => key);
	for (const { gathers } of library['critical-incident'].stages)
		if (gathers !== null) expect(own).toContain(gathers);
});

test('every method that a group may name is there', () => {
	expect(Object.keys(library).sort()).toEqual([...methodIds].sort());
});

describe.each(Object.entries(library))('%s', (_id, method) => {
	test('is a method', () => {
		expect([...Errors(Method, method)]).toEqual([]);
		expect(Check(Method, method)).toBe(true);
	});

	test('its stages last as long as it says, with the longest way where there is a choice', () => {
		const minutes = method.stages.reduce((sum, one) => {
			const ways = (one.choice ?? []).map(({ stages }) => stages.reduce((all, { minutes: m }) => all + m, 0));
			return sum + one.minutes + Math.max(0, ...ways);
		}, 0);
		expect(minutes).toBe(method.minutes);
	});

	test('names only stages, parties and sections that there are, each once', () => {
		const ids = method.stages.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		const parties = new Set<Party>([
			'presenter',
			'facilitator',
			'peer',
			...method.roles.map(({ role }) => role),
		]);
		for (const one of stagesOf(method)) {
			for (const party of [...one.speaks, ...one.writes.flatMap(({ by }) => by)])
				expect(parties).toContain(party);
			for (const { party } of one.guidance) expect(parties).toContain(party);
			for (const { section } of one.writes) expect(sections).toContain(section);
			if (one.gathers !== null) expect(one.writes.map(({ section }) => section)).toContain(one.gathers);
		}
	});

	test('tells everybody what to do in each stage, and whoever holds the frame what to say and when to go on', () => {
		for (const one of stagesOf(method)) {
			const guided = one.guidance.map(({ party }) => party);
			const helpers: Party[] = ['timekeeper', 'scribe'];
			for (const party of ['facilitator', 'presenter', 'peer', ...one.speaks] as const)
				if (!helpers.includes(party)) expect(guided, one.id).toContain(party);
			for (const { party, prompts, ready, slip } of one.guidance) {
				const holdsFrame = party === 'facilitator';
				expect([ready !== undefined, slip !== undefined], `${one.id} ${party}`).toEqual([
					holdsFrame,
					holdsFrame,
				]);
				if (holdsFrame) expect(prompts, one.id).not.toEqual([]);
				if (party === 'presenter' && one.presenter !== 'in') expect(prompts, one.id).toEqual([]);
			}
		}
	});

	test('what it tells is read at a glance: short, and few', () => {
		for (const one of stagesOf(method))
			for (const { party, does, avoids, prompts, ready, slip } of one.guidance) {
				const texts = [does, avoids, ready, slip, ...prompts].filter((text) => text != null);
				expect(texts.length, `${one.id} ${party}`).toBeLessThanOrEqual(party === 'facilitator' ? 6 : 5);
				for (const { fr, en } of texts) {
					expect(Math.max(fr.length, en.length), fr).toBeLessThanOrEqual(120);
					expect(fr).not.toBe(en);
					expect(fr + en).not.toContain('!');
				}
			}
	});

	test('a presenter who listens is given nothing to say or write; where nobody advises, peers write no options', () => {
		for (const one of stagesOf(method)) {
			if (one.presenter !== 'in') {
				expect(one.speaks).not.toContain('presenter');
				for (const { by } of one.writes) expect(by).not.toContain('presenter');
			}
			if (method.advice === 'none') {
				for (const { section, by } of one.writes)
					if (section === 'options') expect(by).toEqual(['presenter']);
			}
		}
		expect(stagesOf(method).some(({ speaks }) => speaks.includes('presenter'))).toBe(true);
	});

	test('whoever has a part in it may speak at least once; who keeps time or writes does so as a peer', () => {
		const speak = new Set(stagesOf(method).flatMap(({ speaks }) => speaks));
		for (const { role } of method.roles)
			if (role !== 'timekeeper' && role !== 'scribe') expect(speak).toContain(role);
	});

	test('its French has French spaces, and its marks are even', () => {
		for (const words of french(method)) {
			expect(words).not.toMatch(/[^\u00a0\u202f][;:!?»]|«[^\u00a0\u202f]/);
			expect(words).not.toMatch(/'/);
		}
	});
});
