/** When someone may be in danger: what an organisation wants its rooms to show, and who writes it. */
import type { GuideInForce } from '@entrepairs/contract/dangers';
import { usualDangerGuide } from '@entrepairs/methods/dangers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Circle, createCircle, planSeries } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let circle: Circle;
let sessionId: string;
const ofOrganisation = () => `/api/organisations/${circle.organisationId}/danger-guide`;
const ofSession = () => `/api/sessions/${sessionId}/danger-guide`;

beforeAll(async () => {
	server = await startServer();
	circle = await createCircle(server);
	sessionId = (await planSeries(circle)).sessions[0]?.id ?? '';
});
afterAll(() => server.close());

test('until the organisation has written its own the usual one is shown, and that nobody checked it', async () => {
	const guide = await circle.member.must<GuideInForce>('GET', ofSession());
	expect(guide).toMatchObject({ content: usualDangerGuide, revision: 0, checkedOn: null });
});

test('who moderates writes it and says when it was checked; a change that is not checked takes that away', async () => {
	server.now = new Date('2026-11-24T23:30:00Z');
	const numbers = [
		{ number: '119', by: 'call', name: { fr: 'Un', en: 'One' }, when: { fr: 'Deux', en: 'Two' } },
	];
	const content = { ...usualDangerGuide, numbers };
	const put = (body: object) => circle.moderator.send('PUT', ofOrganisation(), body);
	expect((await put({ content, isChecked: true, basedOn: 0 })).status).toBe(200);
	// By night it is the next day in Paris.
	expect(await circle.member.must('GET', ofSession())).toMatchObject({
		...{ content, revision: 1, checkedOn: '2026-11-25' },
	});
	const stale = await put({ content: usualDangerGuide, isChecked: true, basedOn: 0 });
	expect(stale).toMatchObject({ status: 409, body: { reason: 'changed-meanwhile' } });
	await put({ content: usualDangerGuide, isChecked: false, basedOn: 1 });
	expect(await circle.member.must('GET', ofSession())).toMatchObject({
		...{ content: usualDangerGuide, revision: 2, checkedOn: null },
	});
	server.now = null;
});

test('a number that cannot be dialled is named, and nothing changes', async () => {
	const before = await circle.moderator.must('GET', ofOrganisation());
	const numbers = [{ ...usualDangerGuide.numbers[0], number: 'javascript:1' }];
	const answer = await circle.moderator.send('PUT', ofOrganisation(), {
		content: { ...usualDangerGuide, numbers },
		...{ isChecked: true, basedOn: 2 },
	});
	expect(answer).toMatchObject({
		status: 422,
		body: { errors: [{ field: 'content.numbers.0.number', code: 'wrong-format' }] },
	});
	expect(await circle.moderator.must('GET', ofOrganisation())).toEqual(before);
});
