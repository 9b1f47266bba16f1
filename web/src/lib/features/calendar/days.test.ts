import { describe, expect, test } from 'vitest';
import { addDays, addMonths, dayOf, daysFromTo, isDay, lastOfMonth, mondayOf, sundayOf } from './days.ts';
import { addressOf, readView, spanOf } from './view.ts';

describe('days', () => {
	test('of weeks and months', () => {
		expect([mondayOf('2026-11-24'), sundayOf('2026-11-24')]).toEqual(['2026-11-23', '2026-11-29']);
		expect([mondayOf('2026-11-29'), mondayOf('2026-11-23')]).toEqual(['2026-11-23', '2026-11-23']);
		expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
		expect([addMonths('2027-01-31', 1), addMonths('2028-03-31', -1), addMonths('2026-12-15', 1)]).toEqual([
			'2027-02-28',
			'2028-02-29',
			'2027-01-15',
		]);
		expect(lastOfMonth('2028-02-10')).toBe('2028-02-29');
		expect(daysFromTo('2026-10-24', '2026-10-26')).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']);
	});

	test('that exist', () => {
		expect(['2026-11-24', '2028-02-29'].every(isDay)).toBe(true);
		expect(
			[null, '', '2026-02-29', '2026-11-24T00:00', '24/11/2026', '0000-01-01', '9999-12-31'].some(isDay),
		).toBe(false);
	});

	test('are those of the reader', () => {
		expect(dayOf('2026-11-24T21:30:00Z', 'Europe/Paris')).toBe('2026-11-24');
		expect(dayOf('2026-11-24T21:30:00Z', 'Indian/Reunion')).toBe('2026-11-25');
		expect(dayOf('2026-11-24T00:30:00Z', 'America/Cayenne')).toBe('2026-11-23');
	});
});

describe('what is looked at', () => {
	const read = (search: string) => readView(new URLSearchParams(search), '2026-11-24');

	test('is in the address, and a wrong address is today in the month', () => {
		expect(read('')).toEqual({ view: 'month', day: '2026-11-24', group: null });
		expect(read('view=year&day=2026-02-30')).toEqual({ view: 'month', day: '2026-11-24', group: null });
		const wanted = { view: 'week', day: '2027-01-05', group: 'a' } as const;
		expect(read(addressOf(wanted).split('?')[1] ?? '')).toEqual(wanted);
	});

	test('is whole weeks in the month, and never more than the server gives', () => {
		expect(spanOf({ view: 'month', day: '2026-11-24' })).toEqual({ first: '2026-10-26', last: '2026-12-06' });
		expect(spanOf({ view: 'week', day: '2026-11-24' })).toEqual({ first: '2026-11-23', last: '2026-11-29' });
		expect(spanOf({ view: 'list', day: '2026-11-24' })).toEqual({ first: '2026-11-01', last: '2026-11-30' });
	});
});
