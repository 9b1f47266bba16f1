import { expect, test } from 'vitest';
import { formatSessionId, parseSessionId } from './session-id.ts';

test('the name of a session is read back, and refused when no such day exists', () => {
	const name = { seriesId: 'f4b7c8a2-0000-4000-8000-000000000000', day: '2026-11-24' };
	expect(parseSessionId(formatSessionId(name))).toEqual(name);
	for (const id of ['', 'a', 'a.2026-02-30', 'a.2026-1-1', 'a.2026-01-01.x']) {
		expect(parseSessionId(id)).toBeNull();
	}
});
