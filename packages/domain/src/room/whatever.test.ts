import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { act } from './act.ts';
import type { Action } from './action.ts';
import { acting, choosing, claire, done, lea, opened, people, stepOn } from './example.ts';
import { stageUnderWay, whereIs } from './plan.ts';
import { mayContribute, maySpeak, partiesOf, presenterOf, sectionsOf } from './rights.ts';
import { someMethod } from './some-method.ts';
import { frameAfter } from './stand-in.ts';
import type { Room } from './state.ts';
import { visibleTo } from './visible.ts';

/** What anybody might send, sensible or not; `here` becomes the key of where the room is then. */
const somebody = fc.constantFrom(...people, 'away', 'stranger');
const somewhere = fc.constantFrom('here', 'here', 'here', '0.s0', '0.s1', '9.nowhere', '__proto__');
const bare = (...names: Action['do'][]) => fc.constantFrom(...names).map((name) => ({ do: name }) as Action);
const someAction: fc.Arbitrary<Action> = fc.oneof(
	{ arbitrary: fc.record({ do: fc.constant('next' as const), stage: somewhere }), weight: 6 },
	{
		arbitrary: fc.record({ do: fc.constantFrom('back', 'reveal'), stage: somewhere }) as fc.Arbitrary<Action>,
		weight: 2,
	},
	fc.record({
		do: fc.constant('extend' as const),
		stage: somewhere,
		seconds: fc.integer({ min: 30, max: 900 }),
	}),
	{
		arbitrary: fc.record({
			...{ do: fc.constant('choose-way' as const), stage: somewhere },
			way: fc.constantFrom('w0', 'w1', 'w2', '__proto__'),
		}),
		weight: 3,
	},
	{
		arbitrary: bare('start', 'pause', 'resume', 'take-frame', 'raise-hand', 'start-round', 'pass-word'),
		weight: 8,
	},
	bare('danger', 'return', 'return', 'end'),
	fc
		.record({ do: fc.constantFrom('take-role', 'leave-role'), accountId: somebody })
		.chain((one) =>
			fc
				.constantFrom('presenter', 'facilitator', 'observer', 'timekeeper', 'scribe', 'interviewer')
				.map((role) => ({ ...one, role }) as Action),
		),
	fc.record({ do: fc.constant('hand-over' as const), to: somebody }),
	{ arbitrary: fc.record({ do: fc.constant('give-word' as const), to: fc.option(somebody) }), weight: 4 },
	fc.record({ do: fc.constant('lower-hand' as const), accountId: somebody }),
	fc.record({ do: fc.constant('check-in' as const), word: fc.option(fc.string()) }),
	fc.record({ do: fc.constant('choose-case' as const), caseId: fc.option(fc.uuid()) }),
	fc.record({ do: fc.constant('take-away' as const), words: fc.option(fc.string()) }),
	fc.record({ do: fc.constant('evaluate' as const), value: fc.integer({ min: 1, max: 4 }) }),
	fc.record({ do: fc.constant('keep-times' as const), agrees: fc.boolean() }),
);
const someMoment = fc.record({
	by: fc.oneof({ arbitrary: fc.constant('holder'), weight: 3 }, { arbitrary: somebody, weight: 2 }),
	action: someAction,
	/** Clocks of servers do not always agree. */
	passes: fc.integer({ min: -2_000, max: 90_000 }),
	present: fc.shuffledSubarray(people),
	comesAndGoes: fc.boolean(),
});

describe('whatever people do, in whatever order, wherever they are', () => {
	test('the room stays whole, and says who did what', () => {
		const seen = { stages: 0, words: 0, closings: 0, standIns: 0 };
		fc.assert(
			fc.property(
				someMethod,
				fc.constantFrom('live' as const, 'live' as const, 'over-days' as const),
				fc.array(someMoment, { maxLength: 50, size: 'max' }),
				fc.nat(8),
				(method, mode, moments, steps) => {
					let at = 0;
					let room = done(opened, claire, choosing(method, { mode }), 0);
					if (steps > 0) room = done(room, claire, { do: 'start' }, 0);
					for (let step = 1; step < steps && room.phase === 'stages'; step++) room = stepOn(room);
					for (const { by: who, action: drawn, passes, present: some, comesAndGoes } of moments) {
						at += passes;
						const by = who === 'holder' ? (room.frame.heldBy ?? claire) : who;
						const present = [...new Set([by, ...some])];
						const own = 'stage' in drawn && drawn.stage === 'here' ? { stage: whereIs(room) ?? '' } : {};
						const action = { ...drawn, ...own } as Action;
						const frozen = JSON.stringify(room);
						const after = act(room, action, acting(by, at, { present }));
						expect(JSON.stringify(room)).toBe(frozen);
						if (typeof after !== 'string') {
							expectStep(room, after, action, by);
							// The same again moves nothing, where it named what the room was at.
							if ('stage' in action && action.stage === whereIs(room)) {
								const twice = act(after, action, acting(by, at, { present }));
								if (typeof twice !== 'string') expect(whereIs(twice)).toBe(whereIs(after));
							}
							room = after;
						}
						expectWhole(room);
						if (comesAndGoes) {
							const now = {
								at,
								present: some,
								facilitators: [lea],
								holderAwayMs: 60_000,
								speakerAwayMs: 60_000,
							};
							room = frameAfter(room, now);
							expect(frameAfter(room, now)).toBe(room);
							expectWhole(room);
						}
						seen.stages += room.phase === 'stages' ? 1 : 0;
						seen.words += room.speaking.by === null ? 0 : 1;
						seen.closings += room.phase === 'closing' ? 1 : 0;
						seen.standIns += room.frame.backTo === null ? 0 : 1;
					}
				},
			),
			{ numRuns: 80 },
		);
		// Otherwise this says nothing.
		for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(20);
	});
});

/** Names of nobody but who did it are added, one at most, and only at the end. */
function expectStep(before: Room, after: Room, action: Action, by: string): void {
	const added = after.passages.slice(before.passages.length);
	expect(after.passages.slice(0, before.passages.length)).toEqual(before.passages);
	expect(added.length).toBeLessThanOrEqual(1);
	for (const passage of added) expect(passage.by).toBe(by);
	const isUnnamed = action.do === 'danger' || action.do === 'return';
	if (isUnnamed) expect(added).toEqual([]);
	const moved = whereIs(before) !== whereIs(after) || before.phase !== after.phase;
	if (moved || before.frame !== after.frame)
		expect(before.frame.heldBy === by || action.do === 'take-frame').toBe(true);
	if (moved && before.phase === 'stages' && after.phase === 'stages') {
		expect(Math.abs(after.at - before.at)).toBe(1);
		expect(before.inDanger).toBe(false);
	}
}

function expectWhole(room: Room): void {
	const stage = stageUnderWay(room);
	expect(JSON.parse(JSON.stringify(room))).toEqual(room);
	expect(stage !== null).toBe(room.phase === 'stages');
	if (room.phase !== 'lobby') expect(room.plan[room.at]).toBeDefined();
	if (room.clock !== null) {
		expect([room.phase, room.mode, room.method?.hasClock]).toEqual(['stages', 'live', true]);
		expect(room.clock.pausedMs).toBeGreaterThanOrEqual(0);
	}
	expect(room.deadline !== null).toBe(room.phase === 'stages' && room.mode === 'over-days');
	const { by, since, hands, round } = room.speaking;
	for (const one of [...(by === null ? [] : [by]), ...hands, ...(round ?? [])])
		expect(maySpeak(room, one)).toBe(true);
	expect(new Set(hands).size).toBe(hands.length);
	expect(by !== null && hands.includes(by)).toBe(false);
	if (since !== null) {
		expect(by).not.toBeNull();
		expect(room.inDanger || room.phase !== 'stages' || (room.clock?.pausedAt ?? null) !== null).toBe(false);
	}
	for (const { ms } of room.spoken) expect(ms).toBeGreaterThanOrEqual(0);
	const sections = ['facts', 'options', 'learning', 'feelings'];
	for (const one of [...people, 'stranger']) {
		const mine = sectionsOf(room, one, sections);
		expect(mine !== null).toBe(stage !== null);
		const written = stage?.writes.map(({ section }) => section as string) ?? [];
		expect((mine ?? []).every((section) => written.includes(section))).toBe(true);
		if (stage !== null && stage.presenter !== 'in' && presenterOf(room) === one) {
			expect([mine, maySpeak(room, one), mayContribute(room, one)]).toEqual([[], false, false]);
		}
		const view = visibleTo(room, one);
		if (room.phase === 'lobby' || room.phase === 'stages') expect(view.spoken).toEqual([]);
		expect(new Set(partiesOf(room, one)).size).toBe(partiesOf(room, one).length);
	}
}
