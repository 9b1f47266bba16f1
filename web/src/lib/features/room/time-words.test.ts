import { expect, test } from 'vitest';
import { ServerClock } from './server-clock.ts';
import { milestone, timeLeftWords } from './time-words.ts';

test('time is said in minutes, in steps near the end, and kindly beyond it', () => {
	expect(timeLeftWords(8 * 60_000 - 1)).toEqual({ kind: 'minutes', minutes: 8 });
	expect(timeLeftWords(121_000)).toEqual({ kind: 'minutes', minutes: 3 });
	expect(timeLeftWords(99_000)).toEqual({ kind: 'near', minutes: 1, seconds: 40 });
	expect(timeLeftWords(1)).toEqual({ kind: 'near', minutes: 0, seconds: 10 });
	expect(timeLeftWords(0)).toEqual({ kind: 'over', minutes: 0 });
	expect(timeLeftWords(-185_000)).toEqual({ kind: 'over', minutes: 3 });
	expect(milestone(300_000, 600_000)).toBe('half');
	expect(milestone(119_000, 600_000)).toBe('two-minutes');
	// A stage of three minutes is near its end as soon as it has begun.
	expect(milestone(119_000, 180_000)).toBe(null);
	expect(milestone(-1, 180_000)).toBe('over');
});

test('the clock of the server is believed most where the answer came quickest', () => {
	const clock = new ServerClock();
	clock.told(1_000, 51_000);
	expect(clock.now(1_000)).toBe(51_000);
	clock.heard(2_000, 2_040, 52_120);
	expect(clock.now(2_040)).toBe(52_140);
	// A slow line says less.
	clock.heard(3_000, 5_000, 53_500);
	expect(clock.now(5_000)).toBe(55_100);
	clock.heard(6_000, 6_020, 56_110);
	expect(clock.now(6_020)).toBe(56_120);
});

test('an answer that came at once does not stop the clock from being set again', () => {
	const clock = new ServerClock();
	clock.heard(1_000, 1_000, 51_000);
	// The machine slept, and its clock is set back by a minute; the line is an ordinary one.
	for (let ping = 0; ping < 60; ping += 1) clock.heard(ping * 10_000, ping * 10_000 + 30, ping * 10_000 + 15);
	expect(clock.now(600_030)).toBeCloseTo(600_030);
});
