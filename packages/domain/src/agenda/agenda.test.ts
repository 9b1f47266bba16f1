import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followUps, type Outcome } from './follow-up.ts';
import { queueOrder, type Waiting } from './queue.ts';

const waiting = (own: Partial<Waiting> & { id: string }): Waiting => ({
	authorId: own.id,
	urgency: 'calm',
	alsoMine: 0,
	broughtAt: 0,
	lastPresentedAt: 0,
	...own,
});
const orderOf = (...list: Waiting[]) => queueOrder(list).map(({ id }) => id);

describe('the queue', () => {
	test('shows what is urgent first, then what concerns many, then who presented long ago, then what waits', () => {
		expect(
			orderOf(
				waiting({ id: 'waits', broughtAt: 1 }),
				waiting({ id: 'waits-longer', broughtAt: 0 }),
				waiting({ id: 'presented-lately', lastPresentedAt: 9 }),
				waiting({ id: 'never-presented', lastPresentedAt: null, broughtAt: 5 }),
				waiting({ id: 'shared', alsoMine: 2, broughtAt: 8 }),
				waiting({ id: 'soon', urgency: 'soon', broughtAt: 9 }),
				waiting({ id: 'urgent', urgency: 'urgent', broughtAt: 9 }),
			),
		).toEqual(['urgent', 'soon', 'shared', 'never-presented', 'waits-longer', 'waits', 'presented-lately']);
	});

	test('says what speaks for each', () => {
		const list = [
			waiting({ id: 'a', urgency: 'urgent', alsoMine: 1, lastPresentedAt: null }),
			waiting({ id: 'b', broughtAt: 1 }),
		];
		expect(queueOrder(list)).toEqual([
			{ id: 'a', reasons: ['urgent', 'also-mine', 'never-presented', 'waited-longest'] },
			{ id: 'b', reasons: [] },
		]);
	});

	test('is the same whatever order it is given in, and loses nothing', () => {
		const one = fc.record({
			authorId: fc.constantFrom('p', 'q', null),
			urgency: fc.constantFrom('calm', 'soon', 'urgent'),
			alsoMine: fc.nat(3),
			broughtAt: fc.nat(3),
			lastPresentedAt: fc.option(fc.nat(3)),
		});
		fc.assert(
			fc.property(fc.array(one, { maxLength: 12 }), (list) => {
				const named = list.map((each, index): Waiting => ({ ...each, id: `p${index}` }) as Waiting);
				const order = queueOrder(named);
				expect(queueOrder([...named].reverse())).toEqual(order);
				expect(order.map(({ id }) => id).sort()).toEqual(named.map(({ id }) => id).sort());
			}),
		);
	});
});

describe('the follow-up', () => {
	const sessions = [1, 2, 3, 4].map((at) => ({ id: `s${at}`, startsAt: at * 10, isCancelled: false }));
	const brought = [{ subjectId: 'case', sessionId: 's1' }];
	const on = (sessionId: string, now: number, outcomes: Outcome[] = [], cancelled: string[] = []) =>
		followUps(sessionId, {
			sessions: sessions.map((one) => ({ ...one, isCancelled: cancelled.includes(one.id) })),
			brought,
			outcomes,
			now,
		}).map(({ subjectId, state }) => [subjectId, state]);

	test('comes by itself on the next session, and on no other', () => {
		expect(['s1', 's2', 's3', 's4'].map((id) => on(id, 11))).toEqual([[], [['case', null]], [], []]);
	});

	test('stays until it is marked done', () => {
		expect(on('s3', 21)).toEqual([['case', null]]);
		const later: Outcome = { subjectId: 'case', sessionId: 's2', state: 'later' };
		expect([on('s2', 21, [later]), on('s3', 21, [later])]).toEqual([[['case', 'later']], [['case', null]]]);
		const done: Outcome = { ...later, state: 'done' };
		expect([on('s2', 21, [done]), on('s3', 21, [done]), on('s4', 31, [done])]).toEqual([
			[['case', 'done']],
			[],
			[],
		]);
	});

	test('is passed on by a session that is cancelled', () => {
		expect(on('s2', 11, [], ['s2'])).toEqual([]);
		expect(on('s3', 11, [], ['s2'])).toEqual([['case', null]]);
		// Something brought to a session that was not held is not looked back on.
		expect(on('s2', 11, [], ['s1'])).toEqual([]);
	});

	test('is on one session to come at most, whatever was cancelled or said', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.constantFrom('s2', 's3', 's4')),
				fc.nat(45),
				fc.array(
					fc.record({ at: fc.constantFrom('s2', 's3', 's4'), state: fc.constantFrom('done', 'later') }),
				),
				(cancelled, now, said) => {
					const outcomes = said.map(
						({ at, state }) => ({ subjectId: 'case', sessionId: at, state }) as Outcome,
					);
					const ahead = sessions.filter(({ startsAt }) => startsAt > now);
					const shown = ahead.filter(({ id }) => on(id, now, outcomes, cancelled).length > 0);
					expect(shown.length).toBeLessThanOrEqual(1);
				},
			),
		);
	});
});
