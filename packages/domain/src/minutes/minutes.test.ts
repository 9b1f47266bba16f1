import type { Method, Stage } from '@entrepairs/methods/method';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planOf } from '../room/plan.ts';
import type { Passage, Room } from '../room/state.ts';
import { emptied, endedByItself, factsOf, wasHeld, whenItEnded } from './draft.ts';
import { byParty, sharesOf, timesToKeep } from './spoken-times.ts';
import { stageTimes } from './stage-times.ts';
import { minutesOf, type RoomVisit, timesThere } from './time-there.ts';

const minute = 60_000;
const words = (text: string) => ({ fr: text, en: text });
const stage = (id: string, own: Partial<Stage> = {}): Stage => ({
	...{ id, name: words(id), purpose: words(id), minutes: 10, isFixed: false, days: 2 },
	...{ speaks: [], turns: 'free', presenter: 'in', writes: [], gathers: null, guidance: [], choice: null },
	...own,
});
const ways = ['ideas', 'images'].map((id) => ({
	...{ id, name: words(id), purpose: words(id) },
	stages: [stage(`${id}-round`)],
}));
const stages = [
	stage('facts', { writes: [{ section: 'facts', by: ['presenter'] }] }),
	stage('way', { choice: ways }),
	stage('advice', { writes: [{ section: 'options', by: ['peer'] }], gathers: 'options' }),
];
const definition: Method = {
	...{ name: words('Trois temps'), purpose: words('Penser'), people: { least: 3, most: 8 }, minutes: 30 },
	...{ clock: 'kept', advice: 'welcome', frame: 'peer', facilitatorIsPeer: true, roles: [], rounds: 'one' },
	...{ overDays: true, stages, sources: [] },
};
const keys = ['0.facts', '0.way', '0.way.ideas-round', '0.advice'];
const ended: Room = {
	...{ mode: 'live', phase: 'ended', caseId: null, presenters: ['samir'], choices: { '0.way': 'ideas' } },
	method: { id: 'three', version: 1, minutes: 30, hasClock: true, definition },
	roles: [],
	plan: planOf(definition, {
		...{ minutes: 40, hasClock: true, presenters: ['samir'], choices: { '0.way': 'ideas' } },
	}),
	...{ at: 3, clock: null, deadline: null, inDanger: false, frame: { heldBy: 'claire', backTo: null } },
	speaking: { by: null, since: null, hands: [], round: null },
	spoken: [{ accountId: 'samir', stage: '0.facts', ms: 90_000 }],
	checkIns: [{ accountId: 'samir', word: 'las' }],
	revealed: [],
	takeAways: [{ accountId: 'samir', words: 'Demander plus tôt.' }],
	evaluations: [
		{ accountId: 'samir', value: 4 },
		{ accountId: 'claire', value: 4 },
	],
	keepTimes: [{ accountId: 'samir', agrees: true }],
	passages: [],
};
const passage = (at: number, what: Passage['what'], key: string | null = null): Passage => ({
	...{ at: at * minute, by: 'claire', what, stage: key },
});

describe('time that somebody was there', () => {
	const visit = fc.record({
		accountId: fc.constantFrom('a', 'b', 'c'),
		arrivedAt: fc.integer({ min: -50, max: 150 }),
		leftAt: fc.integer({ min: -50, max: 150 }),
	});

	test('is the union of their visits between opening and end, instant by instant', () => {
		fc.assert(
			fc.property(fc.array(visit, { maxLength: 12 }), (visits) => {
				const times = timesThere(visits, { since: 0, endedAt: 100 });
				for (const accountId of ['a', 'b', 'c']) {
					const own = visits.filter((one) => one.accountId === accountId);
					const there = Array.from({ length: 100 }, (_, at) => at).filter((at) =>
						own.some(({ arrivedAt, leftAt }) => arrivedAt <= at && at < leftAt),
					);
					const found = times.find((one) => one.accountId === accountId);
					expect(found?.ms ?? 0).toBe(there.length);
					if (found === undefined) continue;
					expect([found.from, found.until]).toEqual([there[0], (there.at(-1) ?? 0) + 1]);
				}
			}),
		);
	});

	test('is counted in whole minutes, never below none', () => {
		expect([-1, 0, 59_999, 60_000, 119_999].map(minutesOf)).toEqual([0, 0, 0, 1, 1]);
	});
});

describe('the stages of a session', () => {
	test('with what they took, without pauses, and however often they were entered', () => {
		const passages = [
			passage(0, 'started', '0.facts'),
			passage(4, 'paused', '0.facts'),
			passage(6, 'resumed', '0.facts'),
			passage(10, 'next', '0.way'),
			passage(11, 'chose', '0.way'),
			passage(12, 'next', '0.way.ideas-round'),
			passage(20, 'back', '0.facts'),
			passage(23, 'next', '0.way'),
			passage(24, 'next', '0.way.ideas-round'),
			passage(25, 'paused', '0.way.ideas-round'),
			passage(27, 'closing'),
			passage(30, 'ended'),
		];
		const times = stageTimes({ ...ended, passages }, 30 * minute).map(
			({ key, startedAt, ms, pausedMs, sections }) => [
				...[key, startedAt === null ? null : startedAt / minute, ms / minute, pausedMs / minute],
				sections.join(),
			],
		);
		expect(times).toEqual([
			['0.facts', 0, 11, 2, 'facts'],
			['0.way', 10, 3, 0, ''],
			['0.way.ideas-round', 12, 9, 2, ''],
			['0.advice', null, 0, 0, 'options'],
		]);
	});

	test('with a way that was left for another, by its name', () => {
		const passages = [
			passage(0, 'started', '0.way'),
			passage(1, 'next', '0.way.images-round'),
			passage(3, 'ended'),
		];
		const last = stageTimes({ ...ended, passages }, 3 * minute).at(-1);
		expect(last).toMatchObject({ key: '0.way.images-round', name: words('images-round'), ms: 2 * minute });
	});

	test('are complete whatever was done: each once, never negative, together no longer than the session', () => {
		const any = fc.record({
			at: fc.integer({ min: 0, max: 1_000 }),
			by: fc.constantFrom('claire', null),
			what: fc.constantFrom<Passage['what'][]>(
				...(['opened', 'started', 'next', 'back', 'paused', 'resumed', 'extended', 'chose'] as const),
				...(['handed-over', 'stood-in', 'came-back', 'closing', 'ended'] as const),
			),
			stage: fc.constantFrom(...keys, '0.way.images-round', '7.gone', null),
		});
		fc.assert(
			fc.property(fc.array(any, { maxLength: 30 }), (some) => {
				const passages = some.toSorted((a, b) => a.at - b.at);
				const times = stageTimes({ ...ended, passages }, 1_000);
				expect(times.slice(0, keys.length).map(({ key }) => key)).toEqual(keys);
				expect(new Set(times.map(({ key }) => key)).size).toBe(times.length);
				expect(times.every(({ ms, pausedMs }) => ms >= 0 && pausedMs >= 0)).toBe(true);
				const span = 1_000 - (passages[0]?.at ?? 1_000);
				const whole = times.reduce((sum, { ms, pausedMs }) => sum + ms + pausedMs, 0);
				expect(whole).toBeLessThanOrEqual(span);
				const entered = new Set(times.filter(({ startedAt }) => startedAt !== null).map(({ key }) => key));
				for (const { what, stage: key } of passages)
					if (key !== null && ['started', 'next', 'back'].includes(what)) expect(entered).toContain(key);
			}),
		);
	});
});

describe('times of speaking', () => {
	test('are shared out to a hundred percent, nobody left out', () => {
		const spoken = fc.array(
			fc.record({ of: fc.constantFrom('a', 'b', 'c'), ms: fc.integer({ min: 0, max: 9_999 }) }),
		);
		fc.assert(
			fc.property(spoken, (all) => {
				const shares = sharesOf(all, ['c', 'b', 'a', 'd']);
				expect(shares.map(({ of }) => of)).toEqual(['c', 'b', 'a', 'd']);
				const isSilent = all.every(({ ms }) => ms === 0);
				expect(shares.reduce((sum, { percent }) => sum + percent, 0)).toBe(isSilent ? 0 : 100);
				for (const { ms, percent } of shares) if (ms === 0) expect(percent).toBe(0);
			}),
		);
	});

	test('by role: who presents in turn is the presenter of their own round only', () => {
		const cast = {
			roles: [{ role: 'facilitator', accountId: 'claire' } as const],
			presenters: ['samir', 'claire'],
		};
		const times = ['0.facts', '1.facts'].map((key) => ({ accountId: 'claire', stage: key, ms: 5 }));
		expect(byParty(times, cast).map(({ of }) => of)).toEqual(['facilitator', 'presenter']);
	});

	test('are kept only if somebody asked for it and nobody refused', () => {
		const keep = (...agrees: boolean[]) =>
			timesToKeep({
				spoken: ended.spoken,
				keepTimes: agrees.map((one, index) => ({ accountId: `${index}`, agrees: one })),
			});
		expect([keep(), keep(true, false), keep(false)]).toEqual([null, null, null]);
		expect(keep(true, true)).toEqual(ended.spoken);
	});
});

describe('a room that has ended', () => {
	test('leaves facts without anything that somebody said, and nothing that one person rated', () => {
		const passages = [passage(0, 'opened'), passage(5, 'started', '0.facts'), passage(30, 'ended')];
		const facts = factsOf({
			room: { ...ended, passages },
			visits: [
				{ accountId: 'samir', arrivedAt: 0, leftAt: 90 * minute },
				// Who looked in before it began was not there, and who was for some seconds was.
				{ accountId: 'lea', arrivedAt: 1 * minute, leftAt: 4.9 * minute },
				{ accountId: 'nour', arrivedAt: 20 * minute, leftAt: 20 * minute + 40_000 },
			],
			...{ openedAt: 0, plannedAt: 3 * minute, endedAt: 30 * minute, next: null },
		});
		expect(facts).toMatchObject({
			roles: [{ role: 'facilitator', accountId: 'claire' }],
			...{ startedAt: 5 * minute, presenters: ['samir'], evaluations: [{ value: 4, count: 2 }] },
			choices: [{ stage: '0.way', name: words('ideas') }],
			people: [
				{ accountId: 'samir', from: 3 * minute, until: 30 * minute, ms: 27 * minute },
				{ accountId: 'nour', from: 20 * minute, ms: 40_000 },
			],
			spoken: ended.spoken,
		});
		expect(JSON.stringify(facts)).not.toMatch(/Demander|las/);
		const left = emptied({ ...ended, passages });
		expect(JSON.stringify(left)).not.toMatch(/Demander|las|90000/);
		expect({ ...left, passages: [] }).toMatchObject({ evaluations: [], keepTimes: [], phase: 'ended' });
		expect(emptied(left)).toBe(left);
	});

	test('was held only if a stage was begun; who forgets to end it has it ended when two were last there', () => {
		expect(wasHeld({ passages: [passage(0, 'opened'), passage(1, 'ended')] })).toBe(false);
		expect(wasHeld({ passages: [passage(0, 'opened'), passage(1, 'started', '0.facts')] })).toBe(true);
		const visit = (accountId: string, from: number, until: number) => ({
			...{ accountId, arrivedAt: from * minute, leftAt: until * minute },
		});
		const end = (visits: RoomVisit[], ...done: number[]) =>
			whenItEnded({
				...{ visits, openedAt: 0, plannedEnd: 90 * minute },
				passages: done.map((at) => passage(at, 'next', '0.way')),
			}) / minute;
		// Whoever stays alone, in however many windows, is not in a session any more.
		expect(end([visit('a', 0, 700), visit('a', 3, 700), visit('b', 5, 80), visit('c', 9, 70)], 60)).toBe(80);
		expect(end([visit('a', 0, 700), visit('b', 5, 80)], 82)).toBe(82);
		expect(end([visit('a', 0, 700), visit('b', 5, 650)], 60)).toBe(150);
		expect(end([visit('a', 0, 10), visit('b', 20, 30)], 4)).toBe(4);
		expect(end([])).toBe(0);
		const over = endedByItself({ ...ended, phase: 'stages', inDanger: true }, 9);
		expect(over).toMatchObject({ phase: 'ended', inDanger: false });
		expect(over.passages).toEqual([{ at: 9, by: null, what: 'ended', stage: null }]);
		expect(endedByItself(over, 12)).toBe(over);
	});
});
