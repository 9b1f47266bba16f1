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

/** A thread that hangs or breaks when it is told to. */
const faulty = new URL(
	`data:text/javascript,${encodeURIComponent(`
		import { parentPort } from 'node:worker_threads';
		parentPort.on('message', ({ text }) => {
			if (text.startsWith('hang')) for (;;);
			if (text.startsWith('break')) throw new Error(text);
			if (text.startsWith('end')) process.exit(1);
			parentPort.postMessage(['PERSON']);
		});
		parentPort.postMessage('ready');
	`)}`,
);

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
		const lines = Array.from({ length: 6_000 }, (_, day) => `Au jour ${day}, Mme Kerouanton ne vient plus.`);
		await detector.kindsIn(lines.join('\n'), 'fr');
		clearInterval(beat);
		expect(longest).toBeLessThan((performance.now() - begun) / 2);
	});

	it.each(['hang', 'break', 'end'])(
		'gives no answer where its thread does this, and answers the next one: %s',
		async (fault) => {
			const told = logged.length;
			const hurried = createDetector(log, { answerWithinMs: 500, module: faulty });
			const [hopeless, next] = [
				hurried.kindsIn(`${fault} Mme Kerouanton`, 'fr'),
				hurried.kindsIn('Mme Kerouanton', 'fr'),
			];
			expect([await hopeless, await next]).toEqual([null, ['PERSON']]);
			// What went wrong is told, and not in which words.
			expect(logged.length).toBe(told + 1);
			expect(JSON.stringify(logged)).not.toContain('Kerouanton');
			await hurried.close();
			expect(await hurried.kindsIn('Mme Kerouanton', 'fr')).toBeNull();
		},
	);

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
