/** A colleague who is left out of a case reaches it by no path, and is not told. */
import type { Case, CaseSummary } from '@entrepairs/contract/cases';
import type { Problem } from '@entrepairs/contract/problem';
import type { Session, SessionDetail } from '@entrepairs/contract/sessions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawConnect } from '../support/collab-client.ts';
import {
	admit,
	type Circle,
	createCircle,
	newCase,
	type Person,
	planSeries,
	reviewed,
	signUp,
} from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let circle: Circle;
let third: Person;
let session: Session;
beforeAll(async () => {
	server = await startServer();
	circle = await createCircle(server);
	third = await signUp(server, 'Awa Troisième');
	await admit(circle, third);
	const { sessions } = await planSeries(circle);
	if (sessions[0] === undefined) throw new Error('no session');
	session = sessions[0];
});
afterAll(() => server.close());

const share = (own: object) =>
	circle.member.post<Case & Problem>(`/api/sessions/${session.id}/cases`, { ...newCase(), ...own });

describe('a case that is shared without a colleague', () => {
	test('does not exist for them, by any path; the others read how many are absent', async () => {
		const opened = await share({ excluded: [third.me.id, circle.facilitator.me.id] });
		expect(opened.status).toBe(201);
		expect(opened.body.absent).toBe(2);
		const { id } = opened.body;
		for (const left of [third, circle.facilitator]) {
			expect((await left.must<{ cases: CaseSummary[] }>('GET', '/api/cases')).cases).toEqual([]);
			const room = await left.must<SessionDetail>('GET', `/api/sessions/${session.id}`);
			expect(room).toMatchObject({ cases: [], caseCount: 0 });
			const { upcoming } = await left.must<{ upcoming: Session[] }>(
				'GET',
				`/api/groups/${circle.group.id}/sessions`,
			);
			expect(upcoming.find((one) => one.id === session.id)?.caseCount).toBe(0);
			const { sessions } = await left.must<{ sessions: Session[] }>('GET', '/api/sessions');
			expect(sessions.find((one) => one.id === session.id)?.caseCount).toBe(0);
			const review = reviewed();
			for (const [method, path, body] of [
				['GET', ''],
				['PATCH', '', { title: 'Autre', review }],
				['GET', '/text'],
				['GET', '/authors'],
				['GET', '/versions'],
				['POST', '/versions', { name: 'Une' }],
				['GET', `/versions/${crypto.randomUUID()}`],
				['POST', `/versions/${crypto.randomUUID()}/restoration`, { keepAs: 'Avant' }],
				['POST', '/erasures', { sections: [] }],
				['POST', '/second-reading', { review }],
				['PUT', '/second-reader', { accountId: circle.member.me.id }],
				['POST', '/recusal', {}],
			] as const) {
				const reply = await left.send<Problem>(method, `/api/cases/${id}${path}`, body);
				expect([path, reply.status, reply.body.reason]).toEqual([path, 404, undefined]);
			}
			const door = { cookie: left.cookie ?? '', origin: server.url };
			expect(await rawConnect(`${server.url}/collab/${id}`, door)).toBe(404);
		}
		const told = await server.world.db.selectFrom('notices').where('subject_id', '=', id).execute();
		expect(told).toEqual([]);
		const kept = await server.world.db
			.selectFrom('case_recusals')
			.where('case_id', '=', id)
			.select('excluded_by')
			.execute();
		expect(kept.map((row) => row.excluded_by)).toEqual([circle.member.me.id, circle.member.me.id]);
	});

	test('cannot be given to them to read first', async () => {
		const configured = await circle.facilitator.must<{ secondReader: boolean }>(
			'PATCH',
			`/api/groups/${circle.group.id}`,
			{ secondReader: true },
		);
		expect(configured.secondReader).toBe(true);
		const secondReaderId = circle.facilitator.me.id;
		const both = await share({ secondReaderId, excluded: [secondReaderId] });
		expect(both.body.errors).toEqual([{ field: 'excluded.0', code: 'not-offered' }]);
		const opened = await share({ secondReaderId, excluded: [third.me.id] });
		expect(opened.status).toBe(201);
		const asked = await circle.member.send<Problem>('PUT', `/api/cases/${opened.body.id}/second-reader`, {
			accountId: third.me.id,
		});
		expect(asked.body.errors).toEqual([{ field: 'accountId', code: 'not-offered' }]);
		await circle.facilitator.must('POST', `/api/cases/${opened.body.id}/second-reading`, {
			review: reviewed(),
		});
		expect((await third.get(`/api/cases/${opened.body.id}`)).status).toBe(404);
		await circle.facilitator.must('PATCH', `/api/groups/${circle.group.id}`, { secondReader: false });
	});

	test.each([
		['oneself', () => circle.member.me.id, 'not-offered'],
		['somebody outside the group', () => circle.outsider.me.id, 'not-offered'],
		['nobody at all', () => crypto.randomUUID(), 'not-offered'],
		['what is no id', () => 'awa', 'wrong-format'],
	])('is not shared without %s: nothing is made', async (_who, who, code) => {
		const before = (await circle.member.must<{ cases: Case[] }>('GET', '/api/cases')).cases.length;
		const refused = await share({ excluded: [who()] });
		expect([refused.status, refused.body.errors]).toEqual([422, [{ field: 'excluded.0', code }]]);
		expect((await circle.member.must<{ cases: Case[] }>('GET', '/api/cases')).cases).toHaveLength(before);
	});
});
