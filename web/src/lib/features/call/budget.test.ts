import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIO_BITRATE, budgetOf, type Line, lineAfter, type Measure, newLine } from './budget.ts';
import { readSignal, withOpus } from './signals.ts';

const people = fc.integer({ min: 1, max: 8 });
const measure: fc.Arbitrary<Measure> = fc.record({
	loss: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
	available: fc.option(fc.integer({ min: 0, max: 5_000_000 })),
});
const after = (measures: readonly Measure[], count: number): Line =>
	measures.reduce((line, one) => lineAfter(line, one, count), newLine);
const good: Measure = { loss: 0, available: 3_000_000 };
const bad: Measure = { loss: 0.3, available: 40_000 };
const times = (count: number, one: Measure) => Array.from({ length: count }, () => one);

describe('what is sent on a line', () => {
	it('never exceeds one home line up (1.5 Mbit/s) for all the others together, and is a picture or nothing', () => {
		fc.assert(
			fc.property(fc.array(measure), people, (measures, count) => {
				const { videoBitrate, scale, framesASecond } = budgetOf(after(measures, count), count);
				expect((videoBitrate + AUDIO_BITRATE) * (count - 1)).toBeLessThanOrEqual(1_500_000);
				expect(videoBitrate === 0 || videoBitrate >= 40_000).toBe(true);
				expect(scale).toBeGreaterThanOrEqual(1);
				expect(framesASecond).toBeGreaterThanOrEqual(10);
			}),
		);
	});

	it('is less after a bad measure and never more, and comes back on a line that is good again', () => {
		fc.assert(
			fc.property(fc.array(measure), people, (measures, count) => {
				const line = after(measures, count);
				const then = budgetOf(lineAfter(line, bad, count), count).videoBitrate;
				const now = budgetOf(line, count).videoBitrate;
				expect(now === 0 ? then === 0 : then < now).toBe(true);
				const mended = times(100, good).reduce((one, next) => lineAfter(one, next, count), line);
				expect(budgetOf(mended, count)).toEqual(budgetOf(newLine, count));
			}),
		);
	});

	it('stops the pictures after three bad measures, and tries them again later each time they fail', () => {
		let line = after(times(3, bad), 4);
		expect(budgetOf(line, 4).videoBitrate).toBe(0);
		const waits: number[] = [];
		for (let tries = 0; tries < 3; tries++) {
			let wait = 0;
			while (line.step === 0) {
				line = lineAfter(line, good, 4);
				wait++;
			}
			waits.push(wait);
			line = lineAfter(line, bad, 4);
		}
		expect(waits[1]).toBeGreaterThan(waits[0] ?? 0);
		expect(waits[2]).toBeGreaterThan(waits[1] ?? 0);
	});
});

describe('signals', () => {
	it('are read as what they are, and anything else as nothing', () => {
		for (const signal of [
			{ type: 'bye' },
			{ type: 'hello', id: 'a' },
			{ type: 'video', id: 'a', heldBack: true },
			{ type: 'candidates', id: 'a', candidates: [{ candidate: '' }] },
			{ type: 'description', id: 'a', description: { type: 'offer', sdp: 'v=0' } },
		]) {
			expect(readSignal(JSON.stringify(signal))).toEqual(signal);
		}
		for (const data of [
			'',
			'null',
			'[]',
			'{"type":"hello"}',
			'{"type":"candidates","id":"a","candidates":[1]}',
		]) {
			expect(readSignal(data)).toBeNull();
		}
		fc.assert(fc.property(fc.json(), (json) => void readSignal(json)));
	});

	it('ask for a voice that suits bad lines, once', () => {
		const sdp =
			'v=0\r\na=rtpmap:111 opus/48000/2\r\na=fmtp:111 minptime=10;useinbandfec=1\r\na=rtpmap:0 PCMU/8000\r\n';
		const asked = withOpus(sdp);
		expect(asked).toContain('a=fmtp:111 minptime=10;usedtx=1;useinbandfec=1;maxaveragebitrate=32000\r\n');
		expect(withOpus(asked)).toBe(asked);
		expect(withOpus('v=0\r\na=rtpmap:111 opus/48000/2\r\n')).toContain('\r\na=fmtp:111 usedtx=1');
		expect(withOpus('v=0\r\n')).toBe('v=0\r\n');
	});
});
