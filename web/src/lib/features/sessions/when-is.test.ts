import { expect, test } from 'vitest';
import { whenIs } from './when-is.ts';

const session = {
	state: 'planned' as const,
	startsAt: '2026-11-24T17:30:00Z',
	endsAt: '2026-11-24T19:00:00Z',
};
const at = (time: string) => Date.parse(`2026-11-${time}:00Z`);

test('by its hours where nobody has begun in its room', () => {
	for (const phase of [null, 'lobby'] as const) {
		expect(whenIs(session, { phase }, at('24T17:29'))).toBe('before');
		expect(whenIs(session, { phase }, at('24T17:30'))).toBe('now');
		expect(whenIs(session, { phase }, at('24T19:00'))).toBe('over');
	}
});

test('by its room, which begins early, goes on for days and is closed early', () => {
	for (const phase of ['stages', 'closing'] as const) {
		expect(whenIs(session, { phase }, at('23T09:00'))).toBe('now');
		expect(whenIs(session, { phase }, at('28T09:00'))).toBe('now');
	}
	expect(whenIs(session, { phase: 'ended' }, at('24T18:00'))).toBe('over');
	expect(whenIs({ ...session, state: 'cancelled' }, { phase: 'ended' }, at('24T18:00'))).toBe('cancelled');
});
