import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codevelopment, people, samir, secondsOf, sum } from './example.ts';
import { planOf } from './plan.ts';
import { someMethod } from './some-method.ts';

describe('the plan', () => {
	test('takes exactly the time that the session lasts, in half minutes, and leaves fixed stages theirs', () => {
		fc.assert(
			fc.property(
				someMethod,
				fc.integer({ min: 5, max: 240 }),
				fc.array(fc.nat(2)),
				(method, minutes, ways) => {
					const chosen = method.stages.map(
						({ choice }, index) => choice?.[(ways[index] ?? 0) % choice.length]?.id,
					);
					const presenters = people.slice(0, 3);
					const choices = Object.fromEntries(
						[0, 1, 2].flatMap((round) => chosen.flatMap((id, nth) => (id ? [[`${round}.s${nth}`, id]] : []))),
					);
					const plan = planOf(method, { minutes, hasClock: true, presenters, choices });
					expect(new Set(plan.map(({ key }) => key)).size).toBe(plan.length);
					let least = 0;
					for (const { path, seconds } of plan) {
						const own = path.sub === null ? method.stages[path.stage] : undefined;
						expect((seconds ?? 0) % 30).toBe(0);
						expect(seconds).toBeGreaterThanOrEqual(30);
						if (own?.isFixed) expect(seconds).toBe(own.minutes * 60);
						least += own?.isFixed ? own.minutes * 60 : 30;
					}
					const canScale = plan.some(({ path }) => path.sub !== null || !method.stages[path.stage]?.isFixed);
					if (canScale) expect(sum(secondsOf(plan))).toBe(Math.max(minutes * 60, least));
					expect(secondsOf(planOf(method, { minutes, hasClock: false, presenters, choices }))).toEqual(
						plan.map(() => null),
					);
				},
			),
		);
	});

	test('shares what is left when a way is chosen, and leaves alone what has begun', () => {
		const frame = { minutes: 90, hasClock: true, presenters: [samir] };
		const before = planOf(codevelopment, { ...frame, choices: {} });
		const begun = before.slice(0, 5);
		for (const id of ['ideas', 'images']) {
			const after = planOf(codevelopment, { ...frame, choices: { '0.way': id }, begun });
			expect(after.slice(0, 5)).toEqual(begun);
			expect(sum(secondsOf(after))).toBe(90 * 60);
		}
	});
});
