import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDue, quorumState } from './quorum.ts';

const start = new Date('2026-11-24T17:30:00Z');
const stateOf = (needed: number, yes: number, maybe: number, unanswered: number) =>
	quorumState({ needed, hoursBefore: 24 }, { yes, maybe, unanswered }, start).state;

test.each([
	[0, 0, 0, 0, 'not-asked'],
	[3, 3, 0, 0, 'reached'],
	[3, 2, 1, 0, 'possible'],
	[3, 2, 0, 1, 'possible'],
	[3, 2, 0, 0, 'missing'],
	[3, 0, 1, 1, 'missing'],
] as const)('of %i needed, %i come, %i maybe, %i unanswered: %s', (needed, yes, maybe, unanswered, state) => {
	expect(stateOf(needed, yes, maybe, unanswered)).toBe(state);
});

test('one more yes never makes it worse', () => {
	const order = ['missing', 'possible', 'reached'];
	const few = fc.nat(12);
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 12 }), few, few, few, (needed, yes, maybe, unanswered) => {
			const before = order.indexOf(stateOf(needed, yes, maybe, unanswered));
			expect(order.indexOf(stateOf(needed, yes + 1, maybe, unanswered))).toBeGreaterThanOrEqual(before);
			if (maybe > 0)
				expect(order.indexOf(stateOf(needed, yes + 1, maybe - 1, unanswered))).toBeGreaterThanOrEqual(before);
		}),
	);
});

test('it is looked at from the hour that was chosen until the session begins', () => {
	const due = (at: string, needed = 3) => isDue({ needed, hoursBefore: 24 }, start, new Date(at));
	expect(due('2026-11-23T17:29:59Z')).toBe(false);
	expect(due('2026-11-23T17:30:00Z')).toBe(true);
	expect(due('2026-11-24T17:29:59Z')).toBe(true);
	expect(due('2026-11-24T17:30:00Z')).toBe(false);
	expect(due('2026-11-24T10:00:00Z', 0)).toBe(false);
});
