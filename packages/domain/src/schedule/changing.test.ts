import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayBefore, endFrom, firstDayToCome, replaceFrom } from './changing.ts';
import { expand, gives, phaseOn, sessionOn } from './expand.ts';
import { firstDayOf, formatRecurrence, type Recurrence, type Weekday } from './recurrence.ts';
import type { Phase, Series, SessionChange } from './series.ts';

const phase: Phase = {
	id: 'first',
	startsOn: '2026-09-01',
	lastOn: null,
	recurrence: 'FREQ=WEEKLY;BYDAY=TU',
	time: '18:30',
	durationMinutes: 90,
	timeZone: 'Europe/Paris',
	place: null,
	link: null,
	revision: 0,
};
const weekly = (changes: readonly SessionChange[] = [], own: Partial<Phase> = {}): Series => ({
	id: 'series',
	phases: [{ ...phase, ...own }],
	changes,
});
const change = (day: string, own: Partial<SessionChange> = {}): SessionChange => ({
	day,
	state: 'cancelled',
	moved: null,
	reason: null,
	revision: 1,
	...own,
});
const to = (date: string, time = '12:00') => ({
	date,
	time,
	durationMinutes: 60,
	place: null,
	link: null,
});
const now = new Date('2026-10-07T08:00Z');
let count = 0;
const context = { now, newId: () => `new-${++count}` };
const next = (own: Partial<Phase>): Phase => ({ ...phase, id: 'second', revision: 2, ...own });
const after = (series: Series, changed: Pick<Series, 'phases' | 'changes'>): Series => ({
	...series,
	...changed,
});

describe('this session and the following', () => {
	test('another hour keeps every name, every change, and carries nothing', () => {
		const series = weekly([
			change('2026-10-20'),
			change('2026-11-03', { state: 'planned', moved: to('2026-11-04') }),
		]);
		const changed = replaceFrom(
			series,
			'2026-10-13',
			next({ startsOn: '2026-10-13', time: '19:00' }),
			context,
		);
		expect(changed.carried).toEqual([]);
		expect(changed.changes).toEqual(series.changes);
		expect(changed.phases.map(({ id, lastOn, revision }) => [id, lastOn, revision])).toEqual([
			['first', '2026-10-12', 2],
			['second', null, 2],
		]);
		const whole = after(series, changed);
		expect(sessionOn(whole, '2026-10-06')?.startsAt.toISOString()).toBe('2026-10-06T16:30:00.000Z');
		expect(sessionOn(whole, '2026-10-13')?.startsAt.toISOString()).toBe('2026-10-13T17:00:00.000Z');
	});

	test('another weekday drops the changes of days that are gone and carries each session to its own week', () => {
		const series = weekly([change('2026-10-20'), change('2026-09-08')]);
		const later = replaceFrom(
			series,
			'2026-10-13',
			next({ startsOn: '2026-10-15', recurrence: 'FREQ=WEEKLY;BYDAY=TH' }),
			context,
		);
		expect(later.changes.map(({ day }) => day)).toEqual(['2026-09-08']);
		expect(later.carried.slice(0, 2)).toEqual([
			{ from: '2026-10-13', to: '2026-10-15' },
			{ from: '2026-10-20', to: '2026-10-22' },
		]);
		const earlier = replaceFrom(
			series,
			'2026-10-13',
			next({ startsOn: '2026-10-12', recurrence: 'FREQ=WEEKLY;BYDAY=MO' }),
			context,
		);
		expect(earlier.phases[0]?.lastOn).toBe('2026-10-11');
		expect(earlier.carried[0]).toEqual({ from: '2026-10-13', to: '2026-10-12' });
	});

	test('rarer sessions take what the ones between them held', () => {
		const changed = replaceFrom(
			weekly(),
			'2026-10-13',
			next({ startsOn: '2026-10-13', recurrence: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU' }),
			context,
		);
		expect(changed.carried[0]).toEqual({ from: '2026-10-20', to: '2026-10-27' });
	});

	test('what was to come after the new end goes to the last session', () => {
		const changed = replaceFrom(
			weekly(),
			'2026-10-13',
			next({ startsOn: '2026-10-13', lastOn: '2026-10-27' }),
			context,
		);
		expect(changed.carried.slice(0, 2)).toEqual([
			{ from: '2026-11-03', to: '2026-10-27' },
			{ from: '2026-11-10', to: '2026-10-27' },
		]);
	});

	test('a session that was moved ahead and held stays as it was', () => {
		const series = weekly([change('2026-10-20', { state: 'planned', moved: to('2026-10-05') })]);
		const changed = replaceFrom(
			series,
			'2026-10-13',
			next({ startsOn: '2026-10-15', recurrence: 'FREQ=WEEKLY;BYDAY=TH' }),
			context,
		);
		expect(sessionOn(after(series, changed), '2026-10-20')).toMatchObject({
			startsAt: new Date('2026-10-05T10:00Z'),
			endsAt: new Date('2026-10-05T11:00Z'),
		});
		expect(changed.carried.map(({ from }) => from)).not.toContain('2026-10-20');
	});

	test('a moved session stays at its instant when the group goes to another zone', () => {
		const series = weekly([change('2026-10-20', { state: 'planned', moved: to('2026-10-21') })]);
		const changed = replaceFrom(
			series,
			'2026-10-13',
			next({ startsOn: '2026-10-13', timeZone: 'Indian/Reunion' }),
			context,
		);
		expect(changed.changes[0]?.moved).toEqual(to('2026-10-21', '14:00'));
	});

	test('begins with the next one when the time of the session has come', () => {
		expect(firstDayToCome(weekly(), '2026-10-13', now)).toBe('2026-10-13');
		expect(firstDayToCome(weekly(), '2026-09-01', now)).toBe('2026-10-13');
		expect(firstDayToCome(weekly(), '2026-10-06', new Date('2026-10-06T16:30Z'))).toBe('2026-10-13');
		expect(firstDayToCome(weekly([], { lastOn: '2026-10-06' }), '2026-09-01', now)).toBeNull();
		expect(dayBefore(weekly(), '2026-10-13')).toBe('2026-10-06');
		expect(dayBefore(weekly(), '2026-09-01')).toBeNull();
	});
});

describe('the end of a series', () => {
	const act = { ...context, revision: 2, reason: 'Le groupe s’arrête.' };

	test('leaves what was before, and the last session takes what was to come', () => {
		const changed = endFrom(weekly([change('2026-10-20')]), '2026-10-13', act);
		expect(changed.phases.map(({ lastOn }) => lastOn)).toEqual(['2026-10-12']);
		expect(changed.changes).toEqual([]);
		expect(changed.carried[0]).toEqual({ from: '2026-10-13', to: '2026-10-06' });
	});

	test('at its first session leaves that one, cancelled', () => {
		const series = weekly([], { startsOn: '2026-10-13' });
		const whole = after(series, endFrom(series, '2026-10-13', act));
		const sessions = expand(whole, new Date('2026-01-01'), new Date('2028-01-01'));
		expect(sessions.map(({ day, state, reason }) => [day, state, reason])).toEqual([
			['2026-10-13', 'cancelled', 'Le groupe s’arrête.'],
		]);
	});
});

test('whatever is changed: the past stays, no day is given twice, nothing that is attached is lost', {
	timeout: 60_000,
}, () => {
	const weekday = fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>;
	const rule: fc.Arbitrary<Recurrence> = fc.oneof(
		fc.record({
			every: fc.constant('week' as const),
			interval: fc.integer({ min: 1, max: 3 }),
			weekdays: fc.uniqueArray(weekday, { minLength: 1, maxLength: 3 }).map((days) => days.sort()),
		}),
		fc.record({
			every: fc.constant('month' as const),
			interval: fc.integer({ min: 1, max: 2 }),
			nth: fc.constantFrom(1 as const, 4 as const, -1 as const),
			weekday,
		}),
	);
	const act = fc.record({
		rule,
		afterWeeks: fc.nat(40),
		shift: fc.integer({ min: 0, max: 10 }),
		length: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
		ends: fc.boolean(),
		moves: fc.array(fc.tuple(fc.nat(30), fc.integer({ min: -30, max: 30 })), { maxLength: 4 }),
	});
	fc.assert(
		fc.property(fc.array(act, { minLength: 1, maxLength: 4 }), (acts) => {
			let series = weekly();
			let revision = 0;
			for (const { rule, afterWeeks, shift, length, ends, moves } of acts) {
				revision++;
				const asked = Temporal.PlainDate.from('2026-08-25').add({ weeks: afterWeeks }).toString();
				const changes = new Map(series.changes.map((one) => [one.day, one]));
				for (const [week, by] of moves) {
					const day = Temporal.PlainDate.from('2026-09-01').add({ weeks: week });
					if (phaseOn(series, day.toString()) === null) continue;
					const moved = to(day.add({ days: by }).toString());
					changes.set(day.toString(), change(day.toString(), { state: 'planned', moved, revision }));
				}
				series = { ...series, changes: [...changes.values()] };
				const day = firstDayToCome(series, asked, now);
				if (day === null) continue;
				const startsOn = firstDayOf(rule, Temporal.PlainDate.from(day).add({ days: shift }));
				const changed = ends
					? endFrom(series, day, { ...context, revision, reason: null })
					: replaceFrom(
							series,
							day,
							next({
								id: `phase-${revision}`,
								startsOn: startsOn.toString(),
								lastOn: length === null ? null : startsOn.add({ days: length }).toString(),
								recurrence: formatRecurrence(rule),
								revision,
							}),
							context,
						);
				const whole = after(series, changed);
				const begun = (one: Series) =>
					expand(one, new Date('2026-01-01'), new Date('2029-01-01')).filter(
						({ startsAt }) => startsAt <= now,
					);
				const seen = (one: Series) =>
					begun(one).map(({ day, startsAt, endsAt, state }) => ({ day, startsAt, endsAt, state }));
				expect(seen(whole)).toEqual(seen(series));
				const future = expand(whole, now, new Date('2029-01-01'));
				for (const { day } of future) {
					expect(whole.phases.filter((one) => gives(one, day))).toHaveLength(1);
				}
				for (const { day } of expand(series, now, new Date('2029-01-01'))) {
					const kept = sessionOn(whole, day) !== null;
					const carried = changed.carried.find(({ from }) => from === day);
					expect(kept).toBe(carried === undefined);
					if (carried !== undefined) expect(sessionOn(whole, carried.to)).not.toBeNull();
				}
				for (const { day } of whole.changes) expect(phaseOn(whole, day)).not.toBeNull();
				expect(whole.phases.length).toBeGreaterThan(0);
				series = whole;
			}
		}),
		{ numRuns: 200 },
	);
});
