import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockChanges, expand, gives, sessionOn } from './expand.ts';
import type { Phase, Series, SessionChange } from './series.ts';

const phase: Phase = {
	id: 'phase',
	startsOn: '2026-01-06',
	lastOn: null,
	recurrence: 'FREQ=WEEKLY;BYDAY=TU',
	time: '18:30',
	durationMinutes: 90,
	timeZone: 'Europe/Paris',
	place: null,
	link: null,
	revision: 0,
};
const series = (own: Partial<Phase> = {}, changes: readonly SessionChange[] = []): Series => ({
	id: 'series',
	phases: [{ ...phase, ...own }],
	changes,
});
const at = (own: Partial<Phase>, day: string) => sessionOn(series(own), day)?.startsAt.toISOString();
const moved = (day: string, date: string, own: Partial<SessionChange> = {}): SessionChange => ({
	day,
	state: 'planned',
	moved: { date, time: '12:00', durationMinutes: 60, place: 'Salle B', link: null },
	reason: 'La salle est prise.',
	revision: 1,
	...own,
});
const days = (one: Series, from: string, to: string) =>
	expand(one, new Date(from), new Date(to)).map(({ day, startsAt }) => [day, startsAt.toISOString()]);

describe('the sessions of a series', () => {
	test('18:30 stays 18:30 when the clocks change, in spring and in autumn', () => {
		expect(at({}, '2026-03-24')).toBe('2026-03-24T17:30:00.000Z');
		expect(at({}, '2026-03-31')).toBe('2026-03-31T16:30:00.000Z');
		expect(at({}, '2026-10-20')).toBe('2026-10-20T16:30:00.000Z');
		expect(at({}, '2026-10-27')).toBe('2026-10-27T17:30:00.000Z');
	});

	test('a time that the clocks skip comes after the gap; one that comes twice is the first', () => {
		const sunday = { startsOn: '2026-03-01', recurrence: 'FREQ=WEEKLY;BYDAY=SU', time: '02:30' };
		expect(at(sunday, '2026-03-29')).toBe('2026-03-29T01:30:00.000Z');
		expect(at(sunday, '2026-10-25')).toBe('2026-10-25T00:30:00.000Z');
	});

	test('a session over the change lasts as long as it lasts', () => {
		const night = sessionOn(
			series({ startsOn: '2026-03-28', recurrence: null, time: '23:30', durationMinutes: 240 }),
			'2026-03-28',
		);
		expect(night && night.endsAt.getTime() - night.startsAt.getTime()).toBe(240 * 60_000);
	});

	test('overseas the clocks never change', () => {
		for (const timeZone of ['America/Cayenne', 'Indian/Reunion', 'Pacific/Noumea']) {
			expect(clockChanges(timeZone, new Date('2026-01-01'), new Date('2036-01-01'))).toEqual([]);
		}
		expect(clockChanges('Europe/Paris', new Date('2026-01-01'), new Date('2027-01-01'))).toEqual([
			{ at: new Date('2026-03-29T01:00:00Z'), byMinutes: 60 },
			{ at: new Date('2026-10-25T01:00:00Z'), byMinutes: -60 },
		]);
	});

	test('there is none on another weekday, nor before the first, nor after the last', () => {
		const one = { ...phase, lastOn: '2026-01-20' };
		for (const day of ['2026-01-07', '2025-12-30', '2026-01-27']) expect(gives(one, day)).toBe(false);
		for (const day of ['2026-01-06', '2026-01-20']) expect(gives(one, day)).toBe(true);
	});

	test('a moved session is where it was moved to, says from when, and keeps its name', () => {
		const one = series({}, [moved('2026-10-20', '2026-10-26')]);
		expect(days(one, '2026-10-19T00:00Z', '2026-10-25T00:00Z')).toEqual([]);
		expect(days(one, '2026-10-25T00:00Z', '2026-10-28T00:00Z')).toEqual([
			['2026-10-20', '2026-10-26T11:00:00.000Z'],
			['2026-10-27', '2026-10-27T17:30:00.000Z'],
		]);
		const session = sessionOn(one, '2026-10-20');
		expect(session?.movedFrom?.toISOString()).toBe('2026-10-20T16:30:00.000Z');
		expect(session?.place).toBe('Salle B');
	});

	test('a session that only changes its place was not moved', () => {
		const here = {
			date: '2026-10-20',
			time: '18:30:00',
			durationMinutes: 90,
			place: 'Salle B',
			link: null,
		};
		const session = sessionOn(series({}, [moved('2026-10-20', '', { moved: here })]), '2026-10-20');
		expect([session?.movedFrom, session?.place]).toEqual([null, 'Salle B']);
	});

	test('a cancelled one stays in sight, and a change of a day that is no more is not looked at', () => {
		const gone = moved('2026-10-21', '2026-10-22');
		const cancelled: SessionChange = { ...gone, day: '2026-10-27', state: 'cancelled', moved: null };
		const one = series({}, [gone, cancelled]);
		expect(expand(one, new Date('2026-10-21'), new Date('2026-10-28')).map(({ state }) => state)).toEqual([
			'cancelled',
		]);
	});

	test('a pause leaves out what would begin in it', () => {
		const pauses = [
			{ from: new Date('2026-01-10T00:00Z'), until: new Date('2026-01-20T17:30Z') },
			{ from: new Date('2026-02-01T00:00Z'), until: null },
		];
		const found = expand(series(), new Date('2026-01-01'), new Date('2027-01-01'), pauses);
		expect(found.map(({ day }) => day)).toEqual(['2026-01-06', '2026-01-20', '2026-01-27']);
	});

	test('the end of time is answered at once, by nothing', () => {
		for (const recurrence of ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU', 'FREQ=MONTHLY;BYMONTHDAY=31']) {
			const one = series({ recurrence });
			expect(days(one, '9999-12-01T00:00Z', '9999-12-31T20:00Z')).toEqual([]);
			expect(sessionOn(one, '9999-12-31')).toBeNull();
		}
	});

	test('any span holds exactly the sessions that touch it', () => {
		const zones = ['Europe/Paris', 'Indian/Reunion', 'Pacific/Auckland', 'America/St_Johns'];
		fc.assert(
			fc.property(
				fc.constantFrom(...zones),
				fc.integer({ min: 0, max: 23 }),
				fc.integer({ min: 15, max: 480 }),
				fc.integer({ min: -60, max: 500 }),
				fc.integer({ min: 1, max: 60 }),
				fc.array(fc.tuple(fc.nat(80), fc.integer({ min: -40, max: 40 })), { maxLength: 5 }),
				(timeZone, hour, durationMinutes, fromDay, length, moves) => {
					const weeks = Array.from({ length: 90 }, (_, week) =>
						Temporal.PlainDate.from('2026-01-06').add({ weeks: week }),
					);
					const changes = [...new Map(moves)].map(([week, by]) =>
						moved(weeks[week]?.toString() ?? '', weeks[week]?.add({ days: by }).toString() ?? ''),
					);
					const one = series(
						{ timeZone, time: `${String(hour).padStart(2, '0')}:15`, durationMinutes },
						changes,
					);
					const from = new Date(Date.UTC(2026, 0, 6 + fromDay, 5));
					const to = new Date(from.getTime() + length * 86_400_000);
					const expected = weeks
						.map((week) => sessionOn(one, week.toString()))
						.filter((session) => session !== null)
						.filter(({ startsAt, endsAt }) => endsAt > from && startsAt < to)
						.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.day < b.day ? -1 : 1));
					const found = expand(one, from, to);
					expect(
						found.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.day < b.day ? -1 : 1)),
					).toEqual(expected);
					expect(found.map(({ startsAt }) => startsAt)).toEqual(expected.map(({ startsAt }) => startsAt));
				},
			),
		);
	});
});
