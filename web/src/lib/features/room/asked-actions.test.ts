import type { RoomAction } from '@entrepairs/contract/room';
import { expect, test } from 'vitest';
import { AskedActions } from './asked-actions.ts';

const next: RoomAction = { do: 'next', stage: '0.facts' };
const more: RoomAction = { do: 'extend', stage: '0.facts', seconds: 120 };

/** What was asked on a line that is lost, and what is sent once it is back. */
function afterLoss(isSent: boolean, backAfterMs = 3_000) {
	const asked = new AskedActions();
	const outcomes = [next, more].map((action, nth) =>
		asked.ask({ type: 'act', id: nth + 1, press: `press-${nth}`, action }, 0, () => isSent),
	);
	asked.lineLost();
	const sent: number[] = [];
	asked.lineBack(backAfterMs, ({ id }) => sent.push(id));
	return { asked, outcomes, sent };
}

test('what was never sent is sent when the line is back, in order', () => {
	expect(afterLoss(false).sent).toEqual([1, 2]);
});

test('what was sent is asked for again, under the same press, and answered once', async () => {
	const { asked, outcomes, sent } = afterLoss(true);
	expect(sent).toEqual([1, 2]);
	expect(asked.waitsSince).toBe(3_000);
	for (const id of sent) expect(asked.answer(id, { ok: true })).toBe(true);
	expect(asked.answer(1, { ok: true })).toBe(false);
	expect(await Promise.all(outcomes)).toEqual([{ ok: true }, { ok: true }]);
	expect(asked.waitsSince).toBeNull();
});

test('what somebody wanted long ago is not done later', async () => {
	const { outcomes, sent } = afterLoss(false, 60_000);
	expect(sent).toEqual([]);
	expect(await outcomes[0]).toEqual({ ok: false, problem: null, isSent: false });
});
