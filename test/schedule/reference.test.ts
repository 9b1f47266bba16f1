/**
 * Our sessions are those of a library that knows all of RFC 5545, on rules that nobody chose.
 *
 * One difference is meant. On the night when the clocks skip the time of a session, the library holds
 * none (3.3.10: an instance at a local time that does not exist is ignored); we hold it after the gap
 * (3.3.5: such a time is read with the offset before it), because nobody would expect it to be gone.
 */
import { expand } from '@entrepairs/domain/schedule/expand';
import {
	firstDayOf,
	formatRecurrence,
	type Nth,
	parseRecurrence,
	type Recurrence,
	type Weekday,
} from '@entrepairs/domain/schedule/recurrence';
import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { expect, test } from 'vitest';

const RULES = 10_000;

const zones = [
	'Europe/Paris',
	'America/Cayenne',
	'Indian/Reunion',
	'Pacific/Noumea',
	'America/Miquelon',
	'America/St_Johns',
	'Africa/Casablanca',
	'Pacific/Auckland',
	'Europe/Lisbon',
	'Australia/Lord_Howe',
] as const;

const weekday = fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>;
const interval = fc.integer({ min: 1, max: 12 });
const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
	fc.record({
		every: fc.constant('week' as const),
		interval,
		weekdays: fc.uniqueArray(weekday, { minLength: 1, maxLength: 7 }).map((days) => days.sort()),
	}),
	fc.record({
		every: fc.constant('month' as const),
		interval,
		nth: fc.constantFrom<Nth[]>(1, 2, 3, 4, 5, -1),
		weekday,
	}),
	fc.record({ every: fc.constant('month' as const), interval, day: fc.integer({ min: 1, max: 31 }) }),
);
const rules = fc.record({
	recurrence,
	timeZone: fc.constantFrom(...zones),
	// 2016 to 2035: zones whose rules have changed, and those that will.
	date: fc.integer({ min: 0, max: 7_300 }).map((days) => Temporal.PlainDate.from('2016-01-01').add({ days })),
	// The night of the change as often as everything else.
	minuteOfDay: fc.oneof(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 0, max: 240 })),
	fromDays: fc.integer({ min: -30, max: 700 }),
	spanDays: fc.integer({ min: 1, max: 500 }),
	lastDays: fc.option(fc.integer({ min: 0, max: 900 }), { nil: null }),
});

test(`${RULES} random rules give what the reference gives`, { timeout: 180_000 }, () => {
	let sessions = 0;
	let skipped = 0;
	fc.assert(
		fc.property(rules, ({ recurrence, timeZone, date, minuteOfDay, fromDays, spanDays, lastDays }) => {
			const text = formatRecurrence(recurrence);
			expect(parseRecurrence(text)).toEqual(recurrence);
			const start = firstDayOf(recurrence, date);
			const time = Temporal.PlainTime.from({ hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 });
			const last = lastDays === null ? null : start.add({ days: lastDays });
			const from = start.add({ days: fromDays }).toZonedDateTime('UTC');
			const to = from.add({ days: spanDays });
			const series = {
				id: 'series',
				changes: [],
				phases: [
					{
						id: 'phase',
						startsOn: start.toString(),
						lastOn: last?.toString() ?? null,
						recurrence: text,
						time: time.toString({ smallestUnit: 'minute' }),
						durationMinutes: 90,
						timeZone,
						place: null,
						link: null,
						revision: 0,
					},
				],
			};
			const ours = expand(series, new Date(from.epochMilliseconds), new Date(to.epochMilliseconds));
			const first = start.toZonedDateTime({ timeZone, plainTime: time });
			// The library knows the time on the wall by its first day alone.
			fc.pre(first.toPlainTime().equals(time));
			const reference = new RRuleTemporal({
				rruleString: text,
				dtstart: first,
				tzid: timeZone,
			});
			const theirs = reference
				.between(from.subtract({ minutes: 90 }), to, true)
				.map((occurrence) => occurrence.epochMilliseconds)
				.filter((at) => at > from.epochMilliseconds - 90 * 60_000 && at < to.epochMilliseconds)
				.filter((at) => {
					const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
					return last === null || Temporal.PlainDate.compare(day, last) <= 0;
				});
			const onTheWall = ours.filter(({ startsAt }) => {
				const wall = Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).toZonedDateTimeISO(timeZone);
				return wall.toPlainTime().equals(time);
			});
			sessions += ours.length;
			skipped += ours.length - onTheWall.length;
			expect(onTheWall.map(({ startsAt }) => startsAt.getTime())).toEqual(theirs);
		}),
		{ numRuns: RULES },
	);
	// Not all of them empty.
	expect(sessions).toBeGreaterThan(RULES);
	expect(skipped).toBeLessThan(sessions / 100);
});
