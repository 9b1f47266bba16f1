import { expect, test } from 'vitest';
import { COLOURS, freeColour } from './colour.ts';
import { whyNotAdmitted, whyNotRemoved } from './rules.ts';

test('a place is given while there is one, and once', () => {
	expect(whyNotAdmitted({ memberCount: 3, capacity: 4 }, { isMember: false })).toBeNull();
	expect(whyNotAdmitted({ memberCount: 4, capacity: 4 }, { isMember: false })).toBe('group-full');
	expect(whyNotAdmitted({ memberCount: 3, capacity: 4 }, { isMember: true })).toBe('already-member');
});

test('a group keeps somebody to facilitate it, until only they are left', () => {
	const facilitator = { role: 'facilitator' } as const;
	expect(whyNotRemoved(facilitator, { facilitatorCount: 1, memberCount: 2 })).toBe('last-facilitator');
	expect(whyNotRemoved(facilitator, { facilitatorCount: 2, memberCount: 2 })).toBeNull();
	expect(whyNotRemoved(facilitator, { facilitatorCount: 1, memberCount: 1 })).toBeNull();
	expect(whyNotRemoved({ role: 'member' }, { facilitatorCount: 1, memberCount: 2 })).toBeNull();
});

test('twelve people have twelve colours', () => {
	const taken: number[] = [];
	for (let person = 0; person < COLOURS; person++) taken.push(freeColour(taken));
	expect(new Set(taken).size).toBe(COLOURS);
	expect(freeColour(taken)).toBeLessThanOrEqual(COLOURS);
	expect(freeColour([1, 3])).toBe(2);
});
