import { changeSession, createSeries } from '@entrepairs/contract/sessions';
import fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handleErrors } from './http.ts';

const app = fastify({
	ajv: { customOptions: { allErrors: true, coerceTypes: false, removeAdditional: false, strict: false } },
});
beforeAll(async () => {
	handleErrors(app);
	app.post('/change', { schema: { body: changeSession.body } }, async () => null);
	app.post('/series', { schema: { body: createSeries.body } }, async () => null);
	await app.ready();
});
afterAll(() => app.close());

async function errorsOf(url: string, payload: object): Promise<unknown> {
	return (await app.inject({ method: 'POST', url, payload })).json().errors;
}
const series = { startsOn: '2026-12-01', time: '18:30', durationMinutes: 90, timeZone: 'Europe/Paris' };

test('of what may be one thing or another, the one that is meant is spoken of', async () => {
	const change = { to: 'cancelled', reason: '' };
	expect(await errorsOf('/change', { revision: 1, change })).toEqual([
		{ field: 'change.reason', code: 'required' },
	]);
	const recurrence = { every: 'month', interval: 0, nth: 2, weekday: 4 };
	expect(await errorsOf('/series', { ...series, recurrence })).toEqual([
		{ field: 'recurrence.interval', code: 'too-small', limit: 1 },
	]);
	expect(await errorsOf('/series', { ...series, ends: { after: 0 }, place: 'x'.repeat(201) })).toEqual([
		{ field: 'ends.after', code: 'too-small', limit: 1 },
		{ field: 'place', code: 'too-long', limit: 200 },
	]);
});

test('what is none of them is not offered', async () => {
	expect(await errorsOf('/change', { revision: 1, change: { to: 'postponed' } })).toContainEqual({
		field: 'change',
		code: 'not-offered',
	});
});
