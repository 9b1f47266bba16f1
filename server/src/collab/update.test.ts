import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Ranges } from './ranges.ts';
import { Contents, isEmpty, readChange } from './update.ts';

describe('ranges', () => {
	test('cover what was added, joined or not, in any order', () => {
		const range = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }));
		fc.assert(
			fc.property(fc.array(range, { maxLength: 40 }), range, (added, [start, length]) => {
				const ranges = new Ranges();
				const clocks = new Set<number>();
				for (const [from, size] of added) {
					ranges.add({ client: 1, from, to: from + size });
					for (let clock = from; clock < from + size; clock++) clocks.add(clock);
				}
				const asked = Array.from({ length }, (_, i) => start + i);
				expect(ranges.covers({ client: 1, from: start, to: start + length })).toBe(
					asked.every((c) => clocks.has(c)),
				);
				let reach = 0;
				while (clocks.has(reach)) reach++;
				expect(ranges.reach(1)).toBe(reach);
				expect(ranges.covers({ client: 2, from: 0, to: 1 })).toBe(false);
			}),
		);
	});
});

/** The updates of somebody who writes and erases. */
function updatesOf(steps: readonly number[]): Uint8Array[] {
	const document = new Y.Doc();
	const updates: Uint8Array[] = [];
	document.on('update', (update: Uint8Array) => updates.push(update));
	const text = document.getText('t');
	for (const step of steps) {
		if (step % 3 === 0 && text.length > 0) text.delete(step % text.length, 1);
		else text.insert(step % (text.length + 1), `${step}`);
	}
	return updates;
}

describe('changes', () => {
	const writing = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 30 });

	test('what is contained is no news; what is missing is; a hole is seen', () => {
		fc.assert(
			fc.property(writing, fc.nat(), (steps, pick) => {
				const updates = updatesOf(steps);
				const missing = pick % updates.length;
				const all = Contents.of(Y.mergeUpdates(updates));
				for (const update of updates) expect(all.has(readChange(update))).toBe(true);

				const contents = new Contents();
				for (const [index, update] of updates.entries()) {
					const change = readChange(update);
					if (index === missing) continue;
					if (index < missing) expect(contents.leavesGap(change)).toBe(false);
					contents.add(change);
				}
				const lost = readChange(updates[missing] as Uint8Array);
				expect(contents.has(lost)).toBe(isEmpty(lost));
				expect(contents.leavesGap(lost)).toBe(false);
				contents.add(lost);
				expect(contents.has(readChange(Y.mergeUpdates(updates)))).toBe(true);
			}),
		);
	});

	test('the state served from merged bytes is the state of a live document', () => {
		fc.assert(
			fc.property(writing, writing, (one, two) => {
				const updates = [...updatesOf(one), ...updatesOf(two)];
				const live = new Y.Doc();
				for (const update of updates) Y.applyUpdate(live, update);
				const served = new Y.Doc();
				Y.applyUpdate(served, Y.mergeUpdates(updates));
				expect(served.getText('t').toString()).toBe(live.getText('t').toString());
			}),
		);
	});

	test('noise is refused or read, never worse', () => {
		const [good = new Uint8Array()] = updatesOf([1, 2, 4]);
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(), fc.nat(255), (noise, at, byte) => {
				const bent = Uint8Array.from(good);
				bent[at % bent.length] = byte;
				for (const bytes of [noise, bent]) {
					try {
						new Contents().add(readChange(bytes));
					} catch (error) {
						expect(error).toBeInstanceOf(Error);
					}
				}
			}),
			{ numRuns: 1_000 },
		);
	});
});
