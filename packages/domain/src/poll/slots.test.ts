import { expect, test } from 'vitest';
import { firstDay, isInReferenceWeek, REFERENCE_MONDAY, slotStart } from './slots.ts';

const ZONE = 'Europe/Paris';

test('the reference week begins on a Monday and has seven days', () => {
	expect(Temporal.PlainDate.from(REFERENCE_MONDAY).dayOfWeek).toBe(1);
	expect(['2023-12-31', '2024-01-01', '2024-01-07', '2024-01-08'].map(isInReferenceWeek)).toEqual([
		false,
		true,
		true,
		false,
	]);
});

test('a weekday is first held on the next such day whose time is still to come', () => {
	const tuesday = { day: '2024-01-02', time: '18:30' };
	const first = (now: string) => firstDay('weekly', tuesday, ZONE, new Date(now));
	expect(first('2026-11-23T12:00:00Z')).toBe('2026-11-24');
	expect(first('2026-11-24T17:29:00Z')).toBe('2026-11-24');
	expect(first('2026-11-24T17:30:00Z')).toBe('2026-12-01');
	// Late on Monday evening in London it is Tuesday already for the group.
	expect(first('2026-11-23T23:30:00Z')).toBe('2026-11-24');
});

test('a day of its own stays its own', () => {
	const slot = { day: '2026-11-26', time: '08:00' };
	expect(firstDay('session', slot, ZONE, new Date('2027-01-01T00:00:00Z'))).toBe('2026-11-26');
});

test('a time on the wall, also when the clocks change', () => {
	expect(slotStart('2026-10-24', '18:30', ZONE).toISOString()).toBe('2026-10-24T16:30:00.000Z');
	expect(slotStart('2026-10-25', '18:30', ZONE).toISOString()).toBe('2026-10-25T17:30:00.000Z');
	expect(slotStart('2026-03-29', '02:30', ZONE).toISOString()).toBe('2026-03-29T01:30:00.000Z');
});
