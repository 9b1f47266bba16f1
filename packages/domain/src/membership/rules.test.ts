import { expect, test } from 'vitest';
import { COLOURS, freeColour } from './colour.ts';
import { whyNotWithout } from './rules.ts';

test('a group keeps somebody to facilitate it, until only they are left', () => {
	const facilitator = { role: 'facilitator' } as const;
	expect(whyNotWithout(facilitator, { facilitatorCount: 1, memberCount: 2 })).toBe('last-facilitator');
	expect(whyNotWithout(facilitator, { facilitatorCount: 2, memberCount: 2 })).toBeNull();
	expect(whyNotWithout(facilitator, { facilitatorCount: 1, memberCount: 1 })).toBeNull();
	expect(whyNotWithout({ role: 'member' }, { facilitatorCount: 1, memberCount: 2 })).toBeNull();
});

test('twelve people have twelve colours', () => {
	const taken: number[] = [];
	for (let person = 0; person < COLOURS; person++) taken.push(freeColour(taken));
	expect(new Set(taken).size).toBe(COLOURS);
	expect(freeColour(taken)).toBeLessThanOrEqual(COLOURS);
	expect(freeColour([1, 3])).toBe(2);
});
