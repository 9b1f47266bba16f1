import { describe, expect, test } from 'vitest';
import type { Action } from './action.ts';
import { timeLeft } from './clock.ts';
import {
	choosing,
	claire,
	codevelopment,
	done,
	inStage,
	inTurn,
	lea,
	MINUTE,
	never,
	nour,
	opened,
	people,
	refused,
	samir,
	secondsOf,
	sum,
} from './example.ts';
import { whereIs } from './plan.ts';
import { mayContribute, maySpeak, presenterOf, sectionsOf } from './rights.ts';
import { frameAfter } from './stand-in.ts';
import { visibleTo } from './visible.ts';

describe('a session of codevelopment', () => {
	test('runs from the lobby to its end, each thing done by who may', () => {
		let room = opened;
		const by = (who: string, action: Action, minute: number) => {
			room = done(room, who, action, minute * MINUTE);
		};
		expect(refused(room, lea, { do: 'start' })).toBe('not-yours');
		expect(refused(room, claire, { do: 'start' })).toBe('no-method');
		by(lea, { do: 'check-in', word: 'curieuse' }, 0);
		by(claire, choosing(codevelopment), 0);
		by(lea, { do: 'take-role', role: 'scribe', accountId: lea }, 0);
		expect(refused(room, nour, { do: 'take-role', role: 'scribe', accountId: nour })).toBe('role-taken');
		expect(refused(room, claire, { do: 'start' }, { present: [claire] })).toBe('too-few-people');
		expect(refused(room, claire, { do: 'start' }, { present: [claire, lea] })).toBe('not-here');
		by(claire, { do: 'start' }, 1);
		expect(timeLeft(room.clock ?? never(), 2 * MINUTE)).toBe((room.clock?.seconds ?? 0) * 1_000 - MINUTE);

		// The situation: who presents speaks and writes, the others ask for the word in vain.
		expect(sectionsOf(room, samir, ['facts', 'options'])).toEqual(['facts']);
		expect(sectionsOf(room, lea, ['facts', 'options'])).toEqual([]);
		expect(refused(room, lea, { do: 'raise-hand' })).toBe('not-yours');
		by(samir, { do: 'give-word', to: samir }, 1);
		by(claire, { do: 'next', stage: '0.situation' }, 4);
		expect(room.spoken).toEqual([{ accountId: samir, stage: '0.situation', ms: 3 * MINUTE }]);

		// Questions: hands, a pause that is nobody's time, and what somebody else pressed too.
		by(nour, { do: 'raise-hand' }, 4);
		by(lea, { do: 'raise-hand' }, 4);
		by(claire, { do: 'give-word', to: nour }, 5);
		by(claire, { do: 'pause' }, 6);
		by(claire, { do: 'pause' }, 7);
		by(claire, { do: 'resume' }, 9);
		by(nour, { do: 'pass-word' }, 10);
		expect(room.spoken.at(-1)).toEqual({ accountId: nour, stage: '0.questions', ms: 2 * MINUTE });
		expect(room.speaking).toMatchObject({ by: lea, hands: [] });
		expect(room.clock).toMatchObject({ pausedMs: 3 * MINUTE, pausedAt: null });
		expect(sectionsOf(room, lea, ['request'])).toEqual(['request']);
		by(claire, { do: 'next', stage: '0.questions' }, 11);
		by(claire, { do: 'next', stage: '0.questions' }, 11);
		expect(room.clock?.seconds).toBe(60);

		// Consultation: the presenter has turned away; what is gathered comes out together.
		by(claire, { do: 'next', stage: '0.silence' }, 12);
		expect(maySpeak(room, samir) || mayContribute(room, samir)).toBe(false);
		expect(sectionsOf(room, samir, ['options'])).toEqual([]);
		expect(refused(room, claire, { do: 'give-word', to: samir })).toBe('not-offered');
		expect(mayContribute(room, lea)).toBe(true);
		by(claire, { do: 'start-round' }, 12);
		expect(room.speaking).toMatchObject({ by: claire, round: [lea, nour] });
		by(claire, { do: 'pass-word' }, 13);
		by(lea, { do: 'pass-word' }, 14);
		expect(refused(room, lea, { do: 'pass-word' })).toBe('not-yours');
		by(nour, { do: 'pass-word' }, 15);
		expect(room.speaking).toMatchObject({ by: null, round: null });
		by(claire, { do: 'reveal', stage: '0.consultation' }, 15);
		expect(mayContribute(room, lea)).toBe(false);

		// A way is chosen, by who presents.
		by(claire, { do: 'next', stage: '0.consultation' }, 16);
		expect(refused(room, claire, { do: 'next', stage: '0.way' })).toBe('nothing-chosen');
		expect(refused(room, lea, { do: 'choose-way', stage: '0.way', way: 'ideas' })).toBe('not-yours');
		expect(refused(room, samir, { do: 'choose-way', stage: '0.way', way: 'songs' })).toBe('not-offered');
		by(samir, { do: 'choose-way', stage: '0.way', way: 'ideas' }, 17);
		expect(sum(secondsOf(room.plan))).toBe(60 * 60);
		by(claire, { do: 'next', stage: '0.way' }, 18);
		by(claire, { do: 'next', stage: '0.way.ideas-round' }, 19);
		by(claire, { do: 'back', stage: '0.learning' }, 20);
		expect([whereIs(room), room.clock?.startedAt, room.choices]).toEqual([
			...['0.way.ideas-round', 20 * MINUTE],
			{ '0.way': 'ideas' },
		]);
		by(claire, { do: 'next', stage: '0.way.ideas-round' }, 21);

		// The closing.
		expect(visibleTo(room, samir).spoken).toEqual([]);
		by(claire, { do: 'next', stage: '0.learning' }, 22);
		expect([room.phase, room.clock, sectionsOf(room, samir, ['facts'])]).toEqual(['closing', null, null]);
		expect(visibleTo(room, samir).spoken.length).toBeGreaterThan(0);
		const here = whereIs(room) ?? '';
		by(claire, { do: 'back', stage: here }, 22);
		by(claire, { do: 'back', stage: here }, 22);
		expect(whereIs(room)).toBe('0.learning');
		by(claire, { do: 'next', stage: '0.learning' }, 23);
		by(samir, { do: 'take-away', words: 'Demander plus tôt.' }, 24);
		by(samir, { do: 'evaluate', value: 4 }, 24);
		expect(visibleTo(room, samir)).toMatchObject({ myEvaluation: 4, evaluations: [{ value: 4, count: 1 }] });
		expect(visibleTo(room, lea).myEvaluation).toBeNull();
		by(lea, { do: 'keep-times', agrees: true }, 24);
		const kept = done(room, claire, { do: 'end' }, 25 * MINUTE);
		expect(kept.spoken).toEqual(room.spoken);
		by(nour, { do: 'keep-times', agrees: false }, 24);
		by(claire, { do: 'end' }, 25);
		expect([room.phase, room.spoken]).toEqual(['ended', []]);
		expect(room.passages.map(({ what }) => what)).toEqual([
			...['opened', 'method-chosen', 'role-taken', 'started', 'next', 'paused', 'resumed', 'next', 'next'],
			...['revealed', 'next', 'chose', 'next', 'next', 'back', 'next', 'closing', 'back', 'closing', 'ended'],
		]);
	});

	test('rests when a person may be in danger, until anybody leads it back, and nobody is named', () => {
		const speaking = done(inStage('questions'), lea, { do: 'give-word', to: lea }, 0);
		const resting = done(speaking, nour, { do: 'danger' }, MINUTE);
		expect(JSON.stringify(resting)).not.toContain(nour);
		expect(resting.passages).toBe(speaking.passages);
		expect(visibleTo(resting, lea)).toEqual(visibleTo(done(speaking, samir, { do: 'danger' }, MINUTE), lea));
		const of = { stage: '0.questions' };
		const pressed: Action[] = [
			...([
				{ do: 'next', ...of },
				{ do: 'back', ...of },
				{ do: 'extend', ...of, seconds: 120 },
			] as const),
			...([{ do: 'pause' }, { do: 'resume' }, { do: 'start-round' }, { do: 'raise-hand' }] as const),
		];
		for (const action of pressed) expect(refused(resting, claire, action), action.do).toBe('not-now');
		expect(sectionsOf(resting, samir, ['request'])).toEqual([]);
		const back = done(resting, samir, { do: 'return' }, 5 * MINUTE);
		expect(back.clock?.pausedAt).toBe(MINUTE);
		const running = done(back, claire, { do: 'resume' }, 6 * MINUTE);
		expect(timeLeft(running.clock ?? never(), 6 * MINUTE)).toBe(timeLeft(speaking.clock ?? never(), MINUTE));
		const after = done(running, lea, { do: 'pass-word' }, 7 * MINUTE);
		expect(after.spoken).toEqual([{ accountId: lea, stage: '0.questions', ms: 2 * MINUTE }]);
	});

	test('has more time from the moment on at which somebody gives it, however long it was overrun', () => {
		const room = inStage('questions');
		const late = (room.clock?.seconds ?? 0) * 1_000 + 7 * MINUTE;
		const longer = done(room, claire, { do: 'extend', stage: '0.questions', seconds: 120 }, late);
		expect(timeLeft(longer.clock ?? never(), late)).toBe(2 * MINUTE);
	});

	test('over days has deadlines instead of a clock, and nobody needs to be there', () => {
		const room = inStage('questions', { mode: 'over-days' });
		expect([room.clock, room.deadline]).toEqual([null, 2 * 24 * 60 * MINUTE]);
		expect(refused(room, lea, { do: 'raise-hand' })).toBe('not-now');
		const alone = { present: [claire] };
		const later = done(room, claire, { do: 'extend', stage: '0.questions', seconds: 86_400 }, 0, alone);
		expect(later.deadline).toBe(3 * 24 * 60 * MINUTE);
		expect(frameAfter(room, { at: 0, present: [nour], facilitators: [], holderAwayMs: 1e9 })).toBe(room);
		expect(refused(room, nour, { do: 'take-frame' }, { present: [nour] })).toBe('not-yours');
		const handed = done(room, claire, { do: 'hand-over', to: 'away' }, 0, alone);
		expect(handed.frame).toEqual({ heldBy: 'away', backTo: null });
		// Who held it has left the group: it is free.
		const left = done(handed, nour, { do: 'take-frame' }, 0, { members: people });
		expect(left.frame).toEqual({ heldBy: nour, backTo: null });
		expect(refused(opened, claire, choosing(inTurn, { mode: 'over-days' }))).toBe('not-offered');
	});

	test('in which everybody presents lasts as long as it takes for all who are there', () => {
		let room = done(opened, claire, choosing(inTurn), 0, { present: [claire, samir] });
		expect(room.method?.minutes).toBe(24);
		room = done(room, claire, { do: 'take-role', role: 'observer', accountId: nour }, 0);
		room = done(room, claire, { do: 'start' }, 0);
		expect(room.presenters).toEqual([samir, claire, lea]);
		expect(sum(secondsOf(room.plan))).toBe(36 * 60);
		for (const key of ['0.case', '0.advice']) room = done(room, claire, { do: 'next', stage: key }, 0);
		expect([whereIs(room), presenterOf(room)]).toEqual(['1.case', claire]);
		// Who holds the frame and presents only listens as well.
		room = done(room, claire, { do: 'next', stage: '1.case' }, 0);
		expect([maySpeak(room, claire), maySpeak(room, samir)]).toEqual([false, true]);
		const asked = done(opened, claire, choosing(inTurn, { minutes: 20 }), 0);
		expect(sum(secondsOf(done(asked, claire, { do: 'start' }, 0).plan))).toBe(20 * 60);
	});
});
