import { describe, expect, test } from 'vitest';
import {
	daysOf,
	firstDayOf,
	formatRecurrence,
	nthDayOf,
	parseRecurrence,
	type Recurrence,
} from './recurrence.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

function firstDays(rule: Recurrence | null, startsOn: string, from = startsOn, count = 4): string[] {
	return daysOf(rule, day(startsOn), day(from))
		.take(count)
		.map((one) => one.toString())
		.toArray();
}

describe('the rule of a series', () => {
	test('every week on the weekdays of the group', () => {
		expect(firstDays({ every: 'week', interval: 1, weekdays: [2, 4] }, '2026-11-24')).toEqual([
			'2026-11-24',
			'2026-11-26',
			'2026-12-01',
			'2026-12-03',
		]);
	});

	test('every second week is counted from the week of the first session, wherever one begins to look', () => {
		const rule: Recurrence = { every: 'week', interval: 2, weekdays: [2, 5] };
		expect(firstDays(rule, '2026-11-27')).toEqual(['2026-11-27', '2026-12-08', '2026-12-11', '2026-12-22']);
		expect(firstDays(rule, '2026-11-27', '2026-12-12', 1)).toEqual(['2026-12-22']);
	});

	test('the second Tuesday, the last Friday, and a fifth Monday where there is one', () => {
		const on = (nth: 2 | 5 | -1, weekday: 1 | 2 | 5): Recurrence => ({
			every: 'month',
			interval: 1,
			nth,
			weekday,
		});
		expect(firstDays(on(2, 2), '2026-12-08', '2026-12-08', 3)).toEqual([
			'2026-12-08',
			'2027-01-12',
			'2027-02-09',
		]);
		expect(firstDays(on(-1, 5), '2026-11-27', '2026-11-27', 3)).toEqual([
			'2026-11-27',
			'2026-12-25',
			'2027-01-29',
		]);
		expect(firstDays(on(5, 1), '2026-11-30', '2026-11-30', 2)).toEqual(['2026-11-30', '2027-03-29']);
	});

	test('a day of the month is left out of months that do not have it', () => {
		expect(firstDays({ every: 'month', interval: 1, day: 31 }, '2026-10-31', '2026-10-31', 3)).toEqual([
			'2026-10-31',
			'2026-12-31',
			'2027-01-31',
		]);
	});

	test('once is once', () => {
		expect(firstDays(null, '2026-11-24')).toEqual(['2026-11-24']);
		expect(firstDays(null, '2026-11-24', '2026-11-25')).toEqual([]);
	});

	test('begins on one of its days, and ends after so many', () => {
		const rule: Recurrence = { every: 'month', interval: 2, nth: 1, weekday: 3 };
		expect(firstDayOf(rule, day('2026-11-24')).toString()).toBe('2026-12-02');
		expect(nthDayOf(rule, day('2026-12-02'), 3).toString()).toBe('2027-04-07');
		expect(nthDayOf(rule, day('2026-12-02'), 1).toString()).toBe('2026-12-02');
		expect(nthDayOf(null, day('2026-12-02'), 9).toString()).toBe('2026-12-02');
	});

	test('is written as RRULE', () => {
		expect(formatRecurrence({ every: 'week', interval: 1, weekdays: [2] })).toBe('FREQ=WEEKLY;BYDAY=TU');
		expect(formatRecurrence({ every: 'month', interval: 3, nth: -1, weekday: 7 })).toBe(
			'FREQ=MONTHLY;INTERVAL=3;BYDAY=-1SU',
		);
		expect(formatRecurrence({ every: 'month', interval: 1, day: 15 })).toBe('FREQ=MONTHLY;BYMONTHDAY=15');
	});

	test.each([
		'',
		'FREQ=DAILY',
		'FREQ=WEEKLY',
		'FREQ=WEEKLY;BYDAY=2TU',
		'FREQ=MONTHLY;BYDAY=TU',
		'FREQ=WEEKLY;BYMONTHDAY=2',
		'FREQ=WEEKLY;BYDAY=TH,TU',
		'FREQ=WEEKLY;BYDAY=TU,TU',
		'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU',
		'FREQ=WEEKLY;INTERVAL=0;BYDAY=TU',
		'FREQ=WEEKLY;INTERVAL=13;BYDAY=TU',
		'FREQ=WEEKLY;BYDAY=TU;COUNT=3',
		'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270101',
		'FREQ=MONTHLY;BYMONTHDAY=32',
		'FREQ=MONTHLY;BYDAY=-2TU',
		'freq=weekly;byday=tu',
		'FREQ=WEEKLY;BYDAY=TU\n',
	])('nothing else is read: %s', (text) => {
		expect(parseRecurrence(text)).toBeNull();
	});
});
