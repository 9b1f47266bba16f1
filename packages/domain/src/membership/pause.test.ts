import { expect, test } from 'vitest';
import { isAwayOn, isPausedOn, resumed } from './pause.ts';

test('a pause holds from its first day to its last, both included', () => {
	const pause = { from: '2026-12-20', until: '2027-01-03' };
	expect(
		['2026-12-19', '2026-12-20', '2027-01-03', '2027-01-04'].map((day) => isPausedOn(pause, day)),
	).toEqual([false, true, true, false]);
	expect(isPausedOn({ from: '2026-12-20', until: null }, '2040-01-01')).toBe(true);
	expect(isPausedOn(null, '2026-12-20')).toBe(false);
});

test('who is away until a day is back on the next', () => {
	expect(isAwayOn('2026-12-31', '2026-12-31')).toBe(true);
	expect(isAwayOn('2026-12-31', '2027-01-01')).toBe(false);
	expect(isAwayOn(null, '2026-12-31')).toBe(false);
});

test('resuming ends a pause with yesterday; one that had not begun never was', () => {
	const open = { from: '2026-12-20', until: null };
	expect(resumed(open, '2027-01-05')).toEqual({ from: '2026-12-20', until: '2027-01-04' });
	expect(resumed(open, '2026-12-20')).toBeNull();
	expect(resumed(open, '2026-12-01')).toBeNull();
	const over = { from: '2026-12-20', until: '2027-01-03' };
	expect(resumed(over, '2027-02-01')).toEqual(over);
});
