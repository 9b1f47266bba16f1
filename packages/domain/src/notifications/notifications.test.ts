import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDigest } from './digest.ts';
import { remindersDue, remindersOf } from './reminders.ts';
import { wayOf } from './way.ts';

const zones = ['Europe/Paris', 'America/Cayenne', 'Indian/Reunion', 'Pacific/Noumea', 'Australia/Lord_Howe'];
const zone = fc.constantFrom(...zones);
const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
const wall = (at: Date, timeZone: string) =>
	Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);

describe('reminders', () => {
	it('come the evening before at 19:00 on the wall, across the October change of clock', () => {
		// Monday 26 October 2026, 9:00 in Paris: the clock was changed on Sunday.
		const due = remindersOf(
			new Date('2026-10-26T08:00:00Z'),
			{ reminders: [1440], eveningBefore: true },
			'Europe/Paris',
		);
		expect(due).toEqual([
			{ ahead: '1440', at: new Date('2026-10-25T08:00:00Z') },
			{ ahead: 'evening', at: new Date('2026-10-25T18:00:00Z') },
		]);
		// A person in Réunion has another evening before it.
		const [there] = remindersOf(
			new Date('2026-10-26T08:00:00Z'),
			{ reminders: [], eveningBefore: true },
			'Indian/Reunion',
		);
		expect(there?.at).toEqual(new Date('2026-10-25T15:00:00Z'));
	});

	it('come once each, however time is cut into looks, and never after the start', () => {
		fc.assert(
			fc.property(
				instant,
				zone,
				fc.uniqueArray(fc.integer({ min: 5, max: 20_160 }), { maxLength: 4 }),
				fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 30 }),
				(startsAt, timeZone, minutes, steps) => {
					const choices = { reminders: minutes, eveningBefore: true };
					let seen = new Date(startsAt.getTime() - 15 * 86_400_000);
					const found: string[] = [];
					for (const step of steps) {
						const now = new Date(seen.getTime() + step * 60_000);
						for (const { ahead } of remindersDue(startsAt, choices, timeZone, { seen, now })) {
							found.push(ahead);
							expect(now < startsAt).toBe(true);
						}
						seen = now;
					}
					expect(new Set(found).size).toBe(found.length);
				},
			),
		);
	});
});

describe('the digest', () => {
	it('stays at its hour on the wall, every day, and is never skipped', () => {
		fc.assert(
			fc.property(instant, zone, fc.integer({ min: 4, max: 23 }), (after, timeZone, hour) => {
				const choices = { digest: 'daily', digestDay: 1, digestHour: hour } as const;
				const next = nextDigest(choices, timeZone, after);
				if (next === null) throw new Error('none');
				expect(wall(next, timeZone).hour).toBe(hour);
				expect(next > after).toBe(true);
				expect(next.getTime() - after.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
			}),
		);
	});

	it('comes on its weekday, also when its hour does not exist', () => {
		const choices = { digest: 'weekly', digestDay: 7, digestHour: 2 } as const;
		// 2:00 in Paris is left out on Sunday 28 March 2027.
		expect(nextDigest(choices, 'Europe/Paris', new Date('2027-03-26T12:00:00Z'))).toEqual(
			new Date('2027-03-28T01:00:00Z'),
		);
		expect(nextDigest({ ...choices, digest: 'off' }, 'Europe/Paris', new Date())).toBeNull();
	});
});

describe('the way', () => {
	const now = new Date('2026-11-24T12:00:00Z');
	const within = [new Date('2026-11-26T11:00:00Z')];
	const later = [new Date('2026-11-27T12:00:00Z')];
	const about = { now, wanted: true, digest: 'daily', urgency: 'near', sessionTimes: within } as const;

	it.each([
		['what is not wanted', { ...about, wanted: false, urgency: 'urgent' as const }, 'site-only'],
		['what cannot wait', { ...about, urgency: 'urgent' as const, sessionTimes: [] }, 'at-once'],
		['a change within two days', about, 'at-once'],
		['a change later on', { ...about, sessionTimes: later }, 'digest'],
		['a session moved away from tomorrow', { ...about, sessionTimes: [...later, ...within] }, 'at-once'],
		['what is calm, even if near', { ...about, urgency: 'calm' as const }, 'digest'],
		['anything without a digest', { ...about, urgency: 'calm' as const, digest: 'off' as const }, 'at-once'],
	])('%s', (_name, given, way) => {
		expect(wayOf(given)).toBe(way);
	});
});
