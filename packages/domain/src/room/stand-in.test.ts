import { describe, expect, test } from 'vitest';
import { claire, done, inStage, lea, MINUTE, nour, people, refused, samir } from './example.ts';
import { frameAfter, STAND_IN_AFTER_MS } from './stand-in.ts';

describe('the frame', () => {
	const away = { facilitators: [lea], holderAwayMs: STAND_IN_AFTER_MS, at: 1 };
	const room = inStage('questions');
	const withKeeper = done(room, claire, { do: 'take-role', role: 'timekeeper', accountId: nour }, 0);

	test.each([
		['who keeps the time', withKeeper, [samir, lea, nour], away, nour],
		['a facilitator of the group', withKeeper, [samir, 'away', lea], away, lea],
		['who has been here longest and does not present', room, [samir, 'away', nour], away, 'away'],
		['who presents, before nobody', room, [samir], away, samir],
		[
			'others than who presents, whatever else they are',
			room,
			[samir, nour],
			{ ...away, facilitators: [samir] },
			nour,
		],
		['nobody, where nobody is', room, [], away, claire],
		[
			'nobody yet, after a moment',
			room,
			[samir, lea],
			{ ...away, holderAwayMs: STAND_IN_AFTER_MS - 1 },
			claire,
		],
		['nobody, where its holder is', room, people, { ...away, holderAwayMs: null }, claire],
		[
			'nobody, where it is free to be taken',
			{ ...room, frame: { heldBy: null, backTo: null } },
			people,
			away,
			null,
		],
	])('passes to %s', (_, before, present, now, heldBy) => {
		const after = frameAfter(before, { ...now, present });
		expect(after.frame.heldBy).toBe(heldBy);
		if (heldBy === before.frame.heldBy) return expect(after).toBe(before);
		expect(after.passages.at(-1)).toMatchObject({ what: 'stood-in', by: null });
		const returned = frameAfter(after, { ...now, present: [...present, claire], holderAwayMs: null });
		expect(returned.frame).toEqual({ heldBy: claire, backTo: null });
		// A stand-in who drops out as well is stood in for, and it still goes back to the first.
		const third = frameAfter(after, { ...now, present: ['third'] });
		expect(third.frame).toEqual({ heldBy: 'third', backTo: claire });
	});

	test('that was handed over on purpose does not come back', () => {
		const handed = done(room, claire, { do: 'hand-over', to: nour }, 0);
		expect(frameAfter(handed, { ...away, present: people, holderAwayMs: null })).toBe(handed);
		expect(refused(handed, claire, { do: 'take-frame' })).toBe('not-yours');
		expect(refused(handed, claire, { do: 'next', stage: '0.questions' })).toBe('not-yours');
		expect(refused(room, claire, { do: 'hand-over', to: 'away' })).toBe('not-here');
	});

	test('takes the word from who has it only by holding it, and the word goes on from who is gone', () => {
		const silent = inStage('silence');
		const speaking = done(silent, claire, { do: 'give-word', to: claire }, 0);
		const handed = done(speaking, claire, { do: 'hand-over', to: nour }, MINUTE);
		expect(handed.speaking.by).toBeNull();
		expect(handed.spoken.at(-1)).toMatchObject({ accountId: claire, ms: MINUTE });
		const asked = done(done(room, lea, { do: 'give-word', to: lea }, 0), nour, { do: 'raise-hand' }, 0);
		const now = { ...away, at: 3 * MINUTE, present: [claire, nour], holderAwayMs: null };
		expect(frameAfter(asked, { ...now, speakerAwayMs: 10_000 })).toBe(asked);
		const gone = frameAfter(asked, { ...now, speakerAwayMs: MINUTE });
		expect(gone.speaking).toMatchObject({ by: nour, since: 3 * MINUTE });
		expect(gone.spoken.at(-1)).toMatchObject({ accountId: lea, ms: 2 * MINUTE });
	});
});
