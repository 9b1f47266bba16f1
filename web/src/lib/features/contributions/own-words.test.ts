import type { Review } from '@entrepairs/contract/review';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answered, asSaid, leftOver, newWords, nextToSay, reworded, sent, takenBack } from './own-words.ts';

const review: Review = { language: 'fr', replaced: [], kept: [], reread: true };
const words = (text: string) => newWords(text, review, crypto.getRandomValues(new Uint8Array(32)));

/** What the server has, told what a window says at one beat. */
function hears(kept: Map<string, string>, said: ReturnType<typeof asSaid>): void {
	if (said.do === 'withdraw') kept.delete(said.token);
	else kept.set(said.token, said.text);
}

test('whatever is added, changed, taken back and lost on the way, the server ends up with what stands here', () => {
	const step = fc.oneof(
		fc.record({ do: fc.constant('add' as const), text: fc.string({ minLength: 1, maxLength: 9 }) }),
		fc.record({
			do: fc.constant('reword' as const),
			at: fc.nat(4),
			text: fc.string({ minLength: 1, maxLength: 9 }),
		}),
		fc.record({ do: fc.constant('takeBack' as const), at: fc.nat(4) }),
		// A beat: heard or not, and its answer heard or not.
		fc.record({ do: fc.constant('beat' as const), isHeard: fc.boolean(), isAnswered: fc.boolean() }),
	);
	fc.assert(
		fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
			let own = [] as readonly ReturnType<typeof words>[];
			const kept = new Map<string, string>();
			const beat = (isHeard: boolean, isAnswered: boolean) => {
				const said = nextToSay(own);
				if (said === null) return;
				own = sent(own, said);
				if (isHeard) hears(kept, asSaid(said));
				if (isHeard && isAnswered) own = answered(own, said, null);
			};
			for (const one of steps) {
				const token = 'at' in one ? (own[one.at]?.token ?? '') : '';
				if (one.do === 'add') own = [...own, words(one.text)];
				else if (one.do === 'reword') own = reworded(own, token, one.text, review);
				else if (one.do === 'takeBack') own = takenBack(own, token);
				else beat(one.isHeard, one.isAnswered);
			}
			for (let n = 0; n < 60; n++) beat(true, true);
			expect(nextToSay(own)).toBeNull();
			expect([...kept.values()].sort()).toEqual(own.map(({ text }) => text).sort());
		}),
	);
});

test('what is refused waits for other words; what came too late stays to be read', () => {
	const [one, two] = [words('Un'), words('Deux')];
	const conflict = { code: 'conflict', reason: 'findings-untreated' } as never;
	const late = { code: 'conflict', reason: 'contributions-revealed' } as never;
	let own = answered(sent([one, two], one), one, conflict);
	expect(own.map(({ state }) => state)).toEqual(['refused', 'waiting']);
	expect(nextToSay(own)?.text).toBe('Deux');
	own = answered(own, two, late);
	expect(leftOver(own).map(({ text }) => text)).toEqual(['Un', 'Deux']);
	expect(leftOver(takenBack(own, one.token)).map(({ state }) => state)).toEqual(['leaving', 'waiting']);
	expect(reworded(own, one.token, 'Autrement', review)[0]).toMatchObject({ state: 'waiting', problem: null });
});
