/** Methods of all sorts, as random as they come, for the properties of the rules. */
import type { Method, Party, SectionKey } from '@entrepairs/methods/method';
import fc from 'fast-check';
import { codevelopment, stage, way } from './example.ts';

/** Methods of all sorts, whose sum of minutes is whatever it is. */
const someStage = fc.record({
	minutes: fc.integer({ min: 1, max: 60 }).map((halves) => halves / 2),
	isFixed: fc.boolean(),
	presenter: fc.constantFrom('in' as const, 'listens' as const, 'withdrawn' as const),
	speaks: fc.uniqueArray(fc.constantFrom<Party>('presenter', 'facilitator', 'peer', 'scribe', 'observer')),
	writes: fc.array(
		fc.record({
			section: fc.constantFrom<SectionKey>('facts', 'options', 'learning'),
			by: fc.uniqueArray(fc.constantFrom<Party>('presenter', 'facilitator', 'peer', 'scribe')),
		}),
		{ maxLength: 3 },
	),
	gathers: fc.constantFrom<SectionKey | null>(null, 'options'),
	ways: fc.option(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 3 }), { freq: 4 }),
});
export const someMethod = fc
	.record({
		stages: fc.array(someStage, { minLength: 1, maxLength: 6 }),
		rounds: fc.constantFrom('one' as const, 'one' as const, 'everyone' as const),
		clock: fc.constantFrom('kept' as const, 'optional' as const, 'refused' as const),
		facilitatorIsPeer: fc.boolean(),
	})
	.map(
		({ stages, ...own }): Method => ({
			...codevelopment,
			...own,
			stages: stages.map(({ ways, ...one }, index) =>
				stage(`s${index}`, { ...one, choice: ways?.map((minutes, nth) => way(`w${nth}`, minutes)) ?? null }),
			),
		}),
	);
