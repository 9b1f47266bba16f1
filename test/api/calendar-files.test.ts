/** What calendar programs make of our files: the same sessions as ours, at the same instants. */
import { expand, type Occurrence, type Pause } from '@entrepairs/domain/schedule/expand';
import { daysOf, formatRecurrence, type Recurrence } from '@entrepairs/domain/schedule/recurrence';
import type { Phase, SessionChange } from '@entrepairs/domain/schedule/series';
import type { GroupSeries, Writing } from '@entrepairs/server/features/calendar/events';
import { feed } from '@entrepairs/server/features/calendar/icalendar';
import { invitationFor } from '@entrepairs/server/features/calendar/invitations';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSessions, wrongBytes } from '../support/calendar-reader.ts';

const zones = [
	'Europe/Paris',
	'America/Cayenne',
	'Indian/Reunion',
	'Pacific/Noumea',
	'America/Miquelon',
	'Africa/Casablanca',
	'America/Sao_Paulo',
	'Australia/Lord_Howe',
] as const;

const writing: Writing = {
	titles: { language: 'fr', neutral: false },
	publicUrl: 'https://entrepairs.example',
	stamp: Temporal.Instant.from('2026-11-24T09:00:00Z'),
	lastYear: 2050,
};
const options = { ...writing, groupName: null, ownZone: 'Europe/Paris' };

const time = fc.oneof(
	fc.constantFrom('00:00', '00:30', '01:30', '02:00', '02:30', '03:00', '23:45'),
	fc
		.tuple(fc.nat(23), fc.nat(59))
		.map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`),
);
const duration = fc.constantFrom(15, 45, 90, 120, 480);
const weekday = fc.constantFrom(1, 2, 3, 4, 5, 6, 7) as fc.Arbitrary<1 | 2 | 3 | 4 | 5 | 6 | 7>;
const rule: fc.Arbitrary<Recurrence | null> = fc.oneof(
	{ weight: 3, arbitrary: weekly() },
	{
		weight: 3,
		arbitrary: fc.record({
			every: fc.constant('month' as const),
			interval: fc.integer({ min: 1, max: 3 }),
			nth: fc.constantFrom(1, 2, 3, 4, 5, -1) as fc.Arbitrary<1 | 2 | 3 | 4 | 5 | -1>,
			weekday,
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			every: fc.constant('month' as const),
			interval: fc.integer({ min: 1, max: 3 }),
			day: fc.integer({ min: 1, max: 31 }),
		}),
	},
	{ weight: 1, arbitrary: fc.constant(null) },
);

function weekly(): fc.Arbitrary<Recurrence> {
	return fc.record({
		every: fc.constant('week' as const),
		interval: fc.integer({ min: 1, max: 4 }),
		weekdays: fc.uniqueArray(weekday, { minLength: 1, maxLength: 3 }).map((days) => days.sort()),
	});
}

/** A series of one to three phases, a year or more each, with sessions moved and cancelled, and pauses. */
const anySeries: fc.Arbitrary<GroupSeries> = fc
	.record({
		start: fc.integer({ min: 0, max: 365 * 14 }),
		phases: fc.array(
			fc.record({
				rule,
				time,
				duration,
				timeZone: fc.constantFrom(...zones),
				days: fc.integer({ min: 120, max: 1500 }),
				place: fc.option(fc.string({ unit: 'binary', maxLength: 40 })),
				link: fc.option(fc.constantFrom('https://visio.example/salle?a=1&b=é', 'https://x.example')),
			}),
			{ minLength: 1, maxLength: 3 },
		),
		endless: fc.boolean(),
		changes: fc.array(
			fc.record({
				phase: fc.nat(2),
				nth: fc.nat(40),
				cancelled: fc.boolean(),
				shift: fc.integer({ min: -30, max: 30 }),
				time,
				duration,
			}),
			{ maxLength: 12 },
		),
		pauses: fc.array(fc.record({ from: fc.nat(2000), days: fc.integer({ min: 1, max: 90 }) }), {
			maxLength: 2,
		}),
		openPause: fc.option(fc.integer({ min: 0, max: 3000 }), { freq: 4 }),
	})
	.map(({ start, phases, endless, changes, pauses, openPause }) => {
		let begin = Temporal.PlainDate.from('2010-01-01').add({ days: start });
		const first = begin;
		const made = phases.map((one, index): Phase => {
			const from = begin;
			begin = begin.add({ days: one.days });
			// A phase begins on one of its days.
			const startsOn = firstOf(one.rule, from);
			return {
				id: `phase-${index}`,
				startsOn: startsOn.toString(),
				lastOn: endless && index === phases.length - 1 ? null : begin.subtract({ days: 1 }).toString(),
				recurrence: one.rule === null ? null : formatRecurrence(one.rule),
				time: one.time,
				durationMinutes: one.duration,
				timeZone: one.timeZone,
				place: one.place?.trim() === '' ? null : one.place,
				link: one.link,
				revision: index,
			};
		});
		const byDay = new Map<string, SessionChange>();
		for (const change of changes) {
			const index = Math.min(change.phase, made.length - 1);
			const phase = made[index] as Phase;
			const day = nthOf(phases[index]?.rule ?? null, phase, change.nth);
			if (day === null) continue;
			byDay.set(day, {
				day,
				state: change.cancelled ? 'cancelled' : 'planned',
				moved: change.cancelled
					? null
					: {
							date: Temporal.PlainDate.from(day).add({ days: change.shift }).toString(),
							time: change.time,
							durationMinutes: change.duration,
							place: null,
							link: null,
						},
				reason: null,
				revision: 1,
			});
		}
		const at = (days: number) => new Date(Date.parse(first.add({ days }).toString()));
		const closed: Pause[] = pauses.map(({ from, days }) => ({ from: at(from), until: at(from + days) }));
		return {
			id: 'series',
			group: { id: 'group', name: 'Le mardi soir, à Nîmes ; pairs' },
			phases: made,
			changes: [...byDay.values()],
			pauses: openPause === null ? closed : [...closed, { from: at(openPause), until: null }],
		};
	});

function firstOf(one: Recurrence | null, from: Temporal.PlainDate): Temporal.PlainDate {
	if (one === null) return from;
	for (const day of daysOf({ ...one, interval: 1 }, from, from)) return day;
	throw new Error('no day');
}

function nthOf(one: Recurrence | null, phase: Phase, nth: number): string | null {
	let count = 0;
	const start = Temporal.PlainDate.from(phase.startsOn);
	for (const day of daysOf(one, start, start)) {
		if (phase.lastOn !== null && day.toString() > phase.lastOn) return null;
		if (count++ === nth) return day.toString();
	}
	return null;
}

function ours(series: GroupSeries, from: Date, to: Date): string[] {
	return expand(series, from, to, series.pauses)
		.filter(({ state, startsAt }) => state === 'planned' && startsAt >= from)
		.map((one) => `${asTheyRead(series, one)} ${(one.endsAt.getTime() - one.startsAt.getTime()) / 60_000}`)
		.sort();
}

/**
 * The one place where the other library does not do as RFC 5545 says (3.3.5): of an hour that comes
 * twice in autumn it takes the second, and what falls into the hour that spring leaves out it puts
 * before it. What we send is the same text in either case.
 */
function asTheyRead(series: GroupSeries, { day, phaseId, startsAt, timeZone }: Occurrence): string {
	const phase = series.phases.find(({ id }) => id === phaseId) as Phase;
	const moved = series.changes.find((change) => change.day === day)?.moved;
	const { date, time: at } = moved ?? { date: day, time: phase.time };
	const wall = Temporal.PlainDate.from(date).toPlainDateTime(at);
	const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
		wall.toZonedDateTime(timeZone, { disambiguation }),
	);
	const skipped = earlier?.toPlainDateTime().equals(wall) === false;
	const read = skipped ? earlier : later;
	return read?.toInstant().toString({ smallestUnit: 'millisecond' }) ?? startsAt.toISOString();
}

function theirs(ics: string, from: Date, to: Date): string[] {
	return readSessions(ics, from, to)
		.map(({ startsAt, minutes }) => `${startsAt} ${minutes}`)
		.sort();
}

describe('a feed, and the invitations to the same series, read by another library', () => {
	test('hold the same sessions as ours, whatever the series, in eight zones over ten years', () => {
		fc.assert(
			fc.property(anySeries, (series) => {
				const from = new Date(Date.parse(series.phases[0]?.startsOn ?? '') - 60 * 86_400_000);
				const to = new Date(from.getTime() + 10 * 365.25 * 86_400_000);
				const ics = feed([series], options);
				expect(wrongBytes(ics)).toEqual([]);
				expect(theirs(ics, from, to)).toEqual(ours(series, from, to));

				const messages = invitationFor({
					kind: 'session-planned',
					series,
					told: [],
					person: { ...writing.titles, email: 'awa@example.org' },
					site: { publicUrl: writing.publicUrl, address: 'bonjour@example.org' },
					now: from,
				});
				for (const { content } of messages) expect(wrongBytes(content)).toEqual([]);
				const invited = messages
					.filter(({ method }) => method === 'REQUEST')
					.flatMap(({ content }) => theirs(content, from, to));
				expect(invited.sort()).toEqual(ours(series, from, to));
			}),
			{ numRuns: 200 },
		);
	});
});
