import { library } from '@entrepairs/methods/library';
import type { Method, Party, SectionKey, Stage } from '@entrepairs/methods/method';
import { parties, sectionKeys } from '@entrepairs/methods/method';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMethod, minutesOf, partiesOf } from './check.ts';
import {
	addStage,
	changeStage,
	copyStage,
	isOneLanguage,
	moveStage,
	placePresenter,
	removeStage,
	say,
	sayOrNot,
	setGuidance,
	setSpeaks,
	setWrites,
} from './edit.ts';

const method = library.codevelopment;
const [first, second] = method.stages as [Stage, Stage];
const changed = (change: (stage: Stage) => Stage, index = 0) => changeStage(method, index, change);
const both = (text: string) => ({ fr: text, en: text });

describe('what goes together in a method', () => {
	test.each(Object.entries(library))('%s is found right', (_, one) => {
		expect(checkMethod(one)).toEqual([]);
	});

	const wrong: [string, Method, string, string][] = [
		[
			'fewer people at most than at least',
			{ ...method, people: { least: 6, most: 4 } },
			'people.most',
			'too-small',
		],
		[
			'two stages of one name',
			changed((stage) => ({ ...stage, id: first.id }), 1),
			'stages.1.id',
			'given-twice',
		],
		[
			'a role that is there in every method',
			{ ...method, roles: [{ role: 'presenter', least: 1, most: 1, does: both('Parle.') }] },
			'roles.0.role',
			'not-offered',
		],
		[
			'a party that the method does not have',
			changed((stage) => ({ ...stage, speaks: ['presenter', 'reflector'] })),
			'stages.0.speaks',
			'not-in-method',
		],
		[
			'somebody who speaks while they listen',
			changed((stage) => ({ ...stage, presenter: 'listens', speaks: ['presenter', 'peer'] }), 1),
			'stages.1.speaks',
			'presenter-silent',
		],
		[
			'somebody who writes while they are turned away',
			changed((stage) => ({
				...stage,
				presenter: 'withdrawn',
				speaks: ['peer'],
				writes: [{ section: 'facts', by: ['presenter'] }],
			})),
			'stages.0.writes.0.by',
			'presenter-silent',
		],
		[
			'a section in which nobody writes',
			changed((stage) => ({ ...stage, writes: [{ section: 'facts', by: [] }] })),
			'stages.0.writes.0.by',
			'required',
		],
		[
			'a section twice',
			changed((stage) => ({
				...stage,
				writes: [
					{ section: 'facts', by: ['presenter'] },
					{ section: 'facts', by: ['peer'] },
				],
			})),
			'stages.0.writes.1.section',
			'given-twice',
		],
		[
			'a presenter who never speaks',
			method.stages.reduce(
				(all, _, index) =>
					changeStage(all, index, (stage) => ({ ...placePresenter(stage, 'listens'), choice: null })),
				method,
			),
			'stages',
			'presenter-never-speaks',
		],
		[
			'less time than stages that keep theirs',
			changed((stage) => ({ ...stage, isFixed: true, minutes: 180 })),
			'minutes',
			'too-small',
		],
		[
			'a text that turns another about',
			{ ...method, name: { fr: 'Un \u202Eeuqinu', en: 'One' } },
			'name.fr',
			'wrong-format',
		],
		[
			'a text that is none',
			changed((stage) => ({ ...stage, purpose: { fr: 'a\u0000', en: '\ud800' } })),
			'stages.0.purpose.en',
			'wrong-format',
		],
		[
			'something wrong inside of a way',
			changed((stage) => {
				const { choice: _, ...inner } = stage;
				const way = { id: 'one', name: both('Une'), purpose: both('Voir.') };
				return {
					...stage,
					choice: [
						{ ...way, stages: [inner, inner] },
						{ ...way, id: 'two', stages: [{ ...inner, speaks: ['scribe' as const] }] },
					],
				};
			}),
			'stages.0.choice.1.stages.0.speaks',
			'not-in-method',
		],
	];
	test.each(wrong)('%s', (_, one, field, code) => {
		expect(checkMethod(one)).toContainEqual(expect.objectContaining({ field, code }));
	});
});

describe('editing', () => {
	test('a text of a group takes the place of both languages, unless both are written', () => {
		const before = { fr: 'Écouter', en: 'Listen' };
		expect(say(before, 'fr', 'Se taire', false)).toEqual(both('Se taire'));
		expect(say(before, 'en', 'Be silent', true)).toEqual({ fr: 'Écouter', en: 'Be silent' });
		expect(isOneLanguage(say(before, 'fr', 'Se taire', false))).toBe(true);
		expect(sayOrNot(before, 'fr', '', false)).toBeNull();
		expect(sayOrNot(null, 'fr', 'Interrompre', true)).toEqual({ fr: 'Interrompre', en: '' });
	});

	test('stages are moved, copied and removed; one stays', () => {
		expect(
			moveStage(method, 0, 1)
				.stages.slice(0, 2)
				.map(({ id }) => id),
		).toEqual([second.id, first.id]);
		expect(moveStage(method, 0, -1)).toBe(method);
		expect(copyStage(method, 0).stages[1]).toEqual({ ...first, id: 'own-1' });
		const one = method.stages.slice(1).reduce((left) => removeStage(left, 0), method);
		expect(one.stages).toHaveLength(1);
		expect(removeStage(one, 0)).toBe(one);
	});

	test('the whole is as long as its stages, with the longest way where one is chosen', () => {
		const sum = method.stages.reduce((all, { minutes }) => all + minutes, 0);
		expect(minutesOf(changed((stage) => ({ ...stage, minutes: stage.minutes + 5 })))).toBe(sum + 5);
	});

	/** One step of somebody who presses and types anything. */
	const party = fc.constantFrom<Party>(...parties);
	const index = fc.integer({ min: -1, max: 17 });
	const words = fc.string({ minLength: 1, maxLength: 20 }).map(both);
	const inStage = <T>(value: fc.Arbitrary<T>, change: (stage: Stage, value: T) => Stage) =>
		fc.tuple(index, value).map(
			([at, one]) =>
				(before: Method) =>
					changeStage(before, at, (stage) => change(stage, one)),
		);
	const step = fc.oneof(
		fc.tuple(index, words).map(
			([at, name]) =>
				(before: Method) =>
					addStage(before, at, { name, purpose: name }),
		),
		index.map((at) => (before: Method) => copyStage(before, at)),
		index.map((at) => (before: Method) => removeStage(before, at)),
		fc.tuple(index, fc.constantFrom(-1 as const, 1 as const)).map(
			([at, by]) =>
				(before: Method) =>
					moveStage(before, at, by),
		),
		inStage(fc.constantFrom<Stage['presenter']>('in', 'listens', 'withdrawn'), placePresenter),
		inStage(fc.tuple(party, fc.boolean()), (stage, [who, on]) => setSpeaks(stage, who, on)),
		inStage(
			fc.tuple(fc.constantFrom<SectionKey>(...sectionKeys), party, fc.boolean()),
			(stage, [where, who, on]) => setWrites(stage, where, who, on),
		),
		inStage(fc.tuple(party, fc.option(words)), (stage, [who, does]) =>
			setGuidance(stage, who, does && { does, avoids: null, prompts: [] }),
		),
		inStage(
			fc.tuple(fc.double({ min: 0.5, max: 180, noNaN: true }), fc.boolean()),
			(stage, [minutes, isFixed]) => ({
				...stage,
				minutes,
				isFixed,
			}),
		),
		words.map((name) => (before: Method) => ({ ...before, name })),
	);

	test('whatever is done to a method that is right, it stays right or what is wrong is there to be seen', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...Object.values(library)),
				fc.array(step, { minLength: 1, maxLength: 30 }),
				(start, steps) => {
					const before = JSON.stringify(start);
					const after = steps.reduce((one, take) => take(one), start);
					expect(JSON.stringify(start)).toBe(before);
					expect(after.stages.length).toBeGreaterThanOrEqual(1);
					expect(after.stages.length).toBeLessThanOrEqual(16);
					expect(new Set(after.stages.map(({ id }) => id)).size).toBe(after.stages.length);
					const known = partiesOf(after);
					for (const fault of checkMethod(after)) {
						// Each fault is at something that is there, and is one that the steps can make.
						const value = fault.field
							.split('.')
							.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], after);
						expect(value, fault.field).toBeDefined();
						if (fault.code === 'not-in-method')
							expect([value].flat().some((one) => !known.includes(one as Party))).toBe(true);
						expect(['given-twice', 'required', 'not-offered']).not.toContain(fault.code);
					}
				},
			),
		);
	});
});
