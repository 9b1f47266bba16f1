import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BEAT_MS, beatAt, untilNextBeat, untilSending } from './beat.ts';
import { afterBeat, type Change, type Item, pack, type Random, STEP_BYTES, unpack } from './gathering.ts';

/** The same numbers each time it is begun anew. */
function numbers(seed: number): Random {
	let state = seed;
	return (below) => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return state % below;
	};
}

const word = fc.string({ unit: 'grapheme', maxLength: 60 });
const name = fc.integer({ min: 0, max: 30 }).map((n) => `name-${n}`);
const change: fc.Arbitrary<Change> = fc.oneof(
	fc.record({ do: fc.constant('put' as const), name, text: word }),
	fc.record({ do: fc.constant('withdraw' as const), name }),
);
const items: fc.Arbitrary<Item[]> = fc.uniqueArray(fc.record({ name, text: word }), {
	selector: (item) => item.name,
});

describe('the beat', () => {
	test('everybody sends in the middle of one, whatever they do', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4e12 }), (now) => {
				expect(beatAt(now + untilNextBeat(now, BEAT_MS), BEAT_MS)).toBe(beatAt(now, BEAT_MS) + 1);
				expect((now + untilSending(now, BEAT_MS)) % BEAT_MS).toBe(BEAT_MS / 2);
			}),
		);
	});
});

describe('a gathering', () => {
	test('is the same bytes, whoever wrote what and whoever came first', () => {
		fc.assert(
			fc.property(items, fc.array(change), fc.nat(), fc.nat(), (before, changes, seed, order) => {
				const random = numbers(order);
				const others = [...changes].sort(() => random(3) - 1);
				const backwards = [...before].reverse();
				const one = afterBeat(before, changes, numbers(seed));
				const other = afterBeat(backwards, others, numbers(seed));
				expect(pack(other.items)).toEqual(pack(one.items));
				expect(other.full).toEqual(one.full);
			}),
		);
	});

	test('holds what was put last and nothing that was taken back', () => {
		fc.assert(
			fc.property(items, fc.array(change), fc.nat(), (before, changes, seed) => {
				const { items: after } = afterBeat(before, changes, numbers(seed));
				const gone = new Set(changes.filter((one) => one.do === 'withdraw').map((one) => one.name));
				const put = changes.filter((one) => one.do === 'put').map((one) => one.name);
				const names = after.map((item) => item.name);
				expect(new Set(names)).toEqual(
					new Set([...before.map((item) => item.name), ...put].filter((one) => !gone.has(one))),
				);
				expect(names).toHaveLength(new Set(names).size);
				expect(unpack(pack(after))).toEqual(after);
			}),
		);
	});

	test('has the length of its step, however many there are and however long', () => {
		fc.assert(
			fc.property(items, (some) => {
				expect(pack(some).length).toBe(STEP_BYTES);
			}),
		);
		expect(pack([]).length).toBe(STEP_BYTES);
	});

	test('says which found no room, the same ones for everybody', () => {
		const many: Change[] = Array.from({ length: 300 }, (_, n) => ({
			...{ do: 'put', name: `name-${n}`, text: 'é'.repeat(600) },
		}));
		const { items: after, full } = afterBeat([], many, numbers(1));
		expect(after.length + full.size).toBe(300);
		expect(pack(after).length).toBe(8 * STEP_BYTES);
		expect(afterBeat([], many.toReversed(), numbers(1)).full).toEqual(full);
		const [kept] = after;
		const { items: less } = afterBeat(after, [{ do: 'withdraw', name: kept?.name ?? '' }], numbers(2));
		expect(less).toHaveLength(after.length - 1);
	});
});
