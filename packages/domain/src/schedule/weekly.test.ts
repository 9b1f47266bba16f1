import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSessionId, parseSessionId } from './session-id.ts';
import { meetingOn, meetingsBetween, type WeeklySeries, weeklyRule } from './weekly.ts';

const paris: WeeklySeries = {
	startsOn: '2026-01-06',
	time: '18:30',
	durationMinutes: 90,
	timeZone: 'Europe/Paris',
};
const at = (series: WeeklySeries, day: string) => meetingOn(series, day)?.startsAt.toISOString();

describe('weekly meetings', () => {
	test('18:30 stays 18:30 when the clocks change, in spring and in autumn', () => {
		expect(at(paris, '2026-03-24')).toBe('2026-03-24T17:30:00.000Z');
		expect(at(paris, '2026-03-31')).toBe('2026-03-31T16:30:00.000Z');
		expect(at(paris, '2026-10-20')).toBe('2026-10-20T16:30:00.000Z');
		expect(at(paris, '2026-10-27')).toBe('2026-10-27T17:30:00.000Z');
	});

	test('a time that the clocks skip comes after the gap; one that comes twice is the first', () => {
		const sunday = { ...paris, startsOn: '2026-03-01', time: '02:30' };
		expect(at(sunday, '2026-03-29')).toBe('2026-03-29T01:30:00.000Z');
		expect(at(sunday, '2026-10-25')).toBe('2026-10-25T00:30:00.000Z');
	});

	test('a meeting over the change lasts as long as it lasts', () => {
		const night = meetingOn(
			{ ...paris, startsOn: '2026-03-28', time: '23:30', durationMinutes: 240 },
			'2026-03-28',
		);
		expect(night && night.endsAt.getTime() - night.startsAt.getTime()).toBe(240 * 60_000);
	});

	test('there is none on another weekday, nor before the first', () => {
		expect(meetingOn(paris, '2026-01-07')).toBeNull();
		expect(meetingOn(paris, '2025-12-30')).toBeNull();
		expect(weeklyRule(paris.startsOn)).toBe('FREQ=WEEKLY;BYDAY=TU');
	});

	test('any span holds exactly the meetings that touch it', () => {
		const zones = [
			'Europe/Paris',
			'Indian/Reunion',
			'America/Martinique',
			'Pacific/Auckland',
			'America/St_Johns',
		];
		fc.assert(
			fc.property(
				fc.constantFrom(...zones),
				fc.integer({ min: 0, max: 23 }),
				fc.integer({ min: 15, max: 480 }),
				fc.integer({ min: -60, max: 500 }),
				fc.integer({ min: 1, max: 60 }),
				(timeZone, hour, durationMinutes, fromDay, days) => {
					const series = { ...paris, timeZone, time: `${String(hour).padStart(2, '0')}:15`, durationMinutes };
					const from = new Date(Date.UTC(2026, 0, 6 + fromDay, 5));
					const to = new Date(from.getTime() + days * 86_400_000);
					const expected = Array.from({ length: 90 }, (_, week) =>
						meetingOn(series, Temporal.PlainDate.from(series.startsOn).add({ weeks: week }).toString()),
					).filter((meeting) => meeting !== null && meeting.endsAt > from && meeting.startsAt < to);
					expect(meetingsBetween(series, from, to)).toEqual(expected);
				},
			),
		);
	});
});

describe('the name of a session', () => {
	test('is read back, and refused when no such day exists', () => {
		const name = { seriesId: 'f4b7c8a2-0000-4000-8000-000000000000', day: '2026-11-24' };
		expect(parseSessionId(formatSessionId(name))).toEqual(name);
		for (const id of ['', 'a', 'a.2026-02-30', 'a.2026-1-1', 'a.2026-01-01.x'])
			expect(parseSessionId(id)).toBeNull();
	});
});
