import type { Review } from '@entrepairs/contract/review';
import { afterAll, describe, expect, it } from 'vitest';
import { currentCase, pastCase } from '../../demo/story.ts';
import { createDetector } from './detector.ts';
import { whyNotShared } from './gate.ts';

const logged: unknown[] = [];
const log = { error: (...said: unknown[]) => logged.push(said) } as unknown as Parameters<
	typeof createDetector
>[0];
const detector = createDetector(log);
afterAll(() => detector.close());

/** Takes half a minute to read. */
const endless = 'Mme Kerouanton '.repeat(400_000);

const review: Review = { language: 'fr', replaced: [], kept: [], reread: true };

describe('the look before sharing', () => {
	it('says the kinds of what it finds, once for each place', async () => {
		expect(
			await detector.kindsIn('Mme Kerouanton, 06 12 34 56 78. Son fils Ilyès aide Mme Kerouanton.', 'fr'),
		).toEqual(['PERSON', 'PHONE', 'PERSON', 'PERSON']);
	});

	it('finds nothing in what the demonstration tells', async () => {
		for (const { title, sections } of [currentCase, pastCase]) {
			const text = [title, ...Object.values(sections).flat()].join('\n');
			expect(await detector.kindsIn(text, 'fr')).toEqual([]);
		}
	});

	it('keeps nobody waiting while it reads a long text', { timeout: 30_000 }, async () => {
		let longest = 0;
		let last = performance.now();
		const begun = last;
		const beat = setInterval(() => {
			longest = Math.max(longest, performance.now() - last);
			last = performance.now();
		}, 5);
		await detector.kindsIn('Mme Kerouanton ne vient plus. '.repeat(10_000), 'fr');
		clearInterval(beat);
		expect(longest).toBeLessThan((performance.now() - begun) / 2);
	});

	it('gives no answer to what it cannot read in time, and answers the next one', {
		timeout: 30_000,
	}, async () => {
		const hurried = createDetector(log, 2_000);
		const [hopeless, next] = [hurried.kindsIn(endless, 'fr'), hurried.kindsIn('Rien.', 'fr')];
		expect(await hopeless).toBeNull();
		expect(await next).toEqual([]);
		// What went wrong is told, and not in which words.
		expect(logged).toHaveLength(1);
		expect(JSON.stringify(logged)).not.toContain('Kerouanton');
		await hurried.close();
	});

	it('answers nobody past so many who wait', async () => {
		const asked = Array.from({ length: 30 }, () => detector.kindsIn('Rien.', 'fr'));
		const answers = await Promise.all(asked);
		expect(answers.filter((answer) => answer === null)).toHaveLength(10);
	});

	it('lets nothing pass that nobody could look at', async () => {
		const refusal = await whyNotShared({ kindsIn: async () => null }, 'Une demande', review);
		expect(refusal?.code).toBe('unavailable');
	});
});
