import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryOrder } from './carry-order.ts';

const pair = (from: number, to: number) => ({ from: { id: `${from}` }, to: { id: `${to}` } });

test('no session takes a name that is still in use, forwards or backwards, and none is lost', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.nat(30), { maxLength: 12 }),
			fc.integer({ min: -5, max: 5 }),
			(days, shift) => {
				const pairs = days.map((day) => pair(day, day + shift));
				const order = carryOrder(pairs);
				expect(order).toHaveLength(shift === 0 ? 0 : pairs.length);
				for (const [index, { to }] of order.entries())
					expect(order.slice(index + 1).some(({ from }) => from.id === to.id)).toBe(false);
			},
		),
	);
});

test('two that change places are both carried', () => {
	expect(carryOrder([pair(1, 2), pair(2, 1)])).toHaveLength(2);
});
