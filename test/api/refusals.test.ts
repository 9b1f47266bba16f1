/** Bad input: each row is one, with the refusal it gets. Nothing changes, and the server lives. */
import type { Case } from '@entrepairs/contract/cases';
import type { Problem } from '@entrepairs/contract/problem';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	type Circle,
	createCircle,
	newCase,
	openCase,
	PASSWORD,
	Person,
	planSeries,
	reviewed,
	tomorrow,
} from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let circle: Circle;
/** Another group of another organisation, with a session, a case and a note. */
let elsewhere: Circle;
const ids = { session: '', case: '', note: '', ownSession: '', ownCase: '' };

beforeAll(async () => {
	server = await startServer();
	circle = await createCircle(server);
	elsewhere = await createCircle(server);
	const opened = await openCase(elsewhere);
	ids.case = opened.id;
	ids.session = opened.sessionId;
	ids.ownSession = (await planSeries(circle)).sessions[0]?.id ?? '';
	const own = await circle.facilitator.must<Case>('POST', `/api/sessions/${ids.ownSession}/cases`, newCase());
	ids.ownCase = own.id;
	const note = await elsewhere.member.must<{ id: string }>('POST', '/api/journal', {
		sessionId: null,
		answers: { what: 'privé', soWhat: '', nowWhat: '' },
	});
	ids.note = note.id;
});
afterAll(() => server.close());

/** How many rows there are in everything that requests can change. */
async function everything(): Promise<string> {
	const { rows } = await sql<{ all: string }>`select concat_ws(',',
		(select count(*) from accounts), (select md5(string_agg(accounts::text, '' order by id)) from accounts),
		(select count(*) from groups), (select count(*) from group_members where ended_at is null),
		(select count(*) from join_requests), (select count(*) from series), (select md5(string_agg(series_phases::text, '' order by id)) from series_phases),
		(select count(*) from session_changes), (select count(*) from cases),
		(select md5(string_agg(cases::text, '' order by id)) from cases),
		(select count(*) from case_reviews), (select count(*) from case_recusals),
		(select md5(string_agg(groups::text, '' order by id)) from groups),
		(select count(*) from journal_entries), (select max(updated_at) from journal_entries)) as all`.execute(
		server.world.db,
	);
	return rows[0]?.all ?? '';
}

const account = {
	email: 'une@example.org',
	name: 'Une',
	password: PASSWORD,
	language: 'fr',
	timeZone: 'Europe/Paris',
};
const series = () => ({ startsOn: tomorrow(), time: '18:30', durationMinutes: 90, timeZone: 'Europe/Paris' });
const answers = { what: '', soWhat: '', nowWhat: '' };
type Row = [
	name: string,
	method: string,
	path: () => string,
	body: () => unknown,
	status: number,
	code: Problem['code'],
	errors?: { field: string; code: string }[],
];
const group = () => `/api/groups/${circle.group.id}`;

const rows: Row[] = [
	['no body', 'POST', () => '/api/accounts', () => undefined, 422, 'invalid-input'],
	['JSON cut short', 'POST', () => '/api/accounts', () => '{"email":', 400, 'malformed-body'],
	['a list for an object', 'POST', () => '/api/accounts', () => [], 422, 'invalid-input'],
	['null', 'POST', () => '/api/accounts', () => 'null', 422, 'invalid-input'],
	[
		'an e-mail that is none',
		'POST',
		() => '/api/accounts',
		() => ({ ...account, email: 'une' }),
		422,
		'invalid-input',
		[{ field: 'email', code: 'wrong-format' }],
	],
	[
		'a short password',
		'POST',
		() => '/api/accounts',
		() => ({ ...account, password: 'court' }),
		422,
		'invalid-input',
		[{ field: 'password', code: 'too-short' }],
	],
	[
		'a blank name',
		'POST',
		() => '/api/accounts',
		() => ({ ...account, name: '   ' }),
		422,
		'invalid-input',
		[{ field: 'name', code: 'blank' }],
	],
	[
		'a missing name',
		'POST',
		() => '/api/accounts',
		() => ({ ...account, name: undefined }),
		422,
		'invalid-input',
		[{ field: 'name', code: 'required' }],
	],
	[
		'a number for a name',
		'POST',
		() => '/api/accounts',
		() => ({ ...account, name: 7 }),
		422,
		'invalid-input',
		[{ field: 'name', code: 'wrong-type' }],
	],
	[
		'a field nobody asked for',
		'POST',
		() => '/api/accounts',
		() => ({ ...account, role: 'moderator' }),
		422,
		'invalid-input',
		[{ field: 'role', code: 'unknown-field' }],
	],
	[
		'a language we do not speak',
		'POST',
		() => '/api/accounts',
		() => ({ ...account, language: 'de' }),
		422,
		'invalid-input',
		[{ field: 'language', code: 'not-offered' }],
	],
	[
		'an offset for a zone',
		'POST',
		() => '/api/accounts',
		() => ({ ...account, timeZone: '+02:00' }),
		422,
		'invalid-input',
		[{ field: 'timeZone', code: 'wrong-format' }],
	],
	[
		'a zone that is none',
		'POST',
		() => '/api/accounts',
		() => ({ ...account, timeZone: 'Mars/Base' }),
		422,
		'invalid-input',
		[{ field: 'timeZone', code: 'unknown-time-zone' }],
	],
	[
		'a NUL in a name',
		'POST',
		() => '/api/accounts',
		() => ({ ...account, name: 'U\0ne' }),
		422,
		'invalid-input',
		[{ field: 'name', code: 'wrong-format' }],
	],
	['a prototype', 'POST', () => '/api/accounts', () => '{"__proto__":{"admin":true}}', 400, 'malformed-body'],
	[
		'a huge body',
		'POST',
		() => '/api/journal',
		() => ({ sessionId: null, answers: { ...answers, what: 'a'.repeat(1_000_000) } }),
		413,
		'body-too-large',
	],
	[
		'an answer that is too long',
		'POST',
		() => '/api/journal',
		() => ({ sessionId: null, answers: { ...answers, what: 'a'.repeat(20_001) } }),
		422,
		'invalid-input',
		[{ field: 'answers.what', code: 'too-long' }],
	],
	[
		'a note on another group’s session',
		'POST',
		() => '/api/journal',
		() => ({ sessionId: ids.session, answers }),
		422,
		'invalid-input',
		[{ field: 'sessionId', code: 'not-offered' }],
	],
	['another’s note', 'GET', () => `/api/journal/${ids.note}`, () => undefined, 404, 'not-found'],
	[
		'changing another’s note',
		'PUT',
		() => `/api/journal/${ids.note}`,
		() => ({ answers, basedOn: new Date().toISOString() }),
		404,
		'not-found',
	],
	['erasing another’s note', 'DELETE', () => `/api/journal/${ids.note}`, () => undefined, 404, 'not-found'],
	['a note that is none', 'GET', () => '/api/journal/12', () => undefined, 404, 'not-found'],
	['another group', 'GET', () => `/api/groups/${elsewhere.group.id}`, () => undefined, 404, 'not-found'],
	[
		'another group’s sessions',
		'GET',
		() => `/api/groups/${elsewhere.group.id}/sessions`,
		() => undefined,
		404,
		'not-found',
	],
	['another group’s session', 'GET', () => `/api/sessions/${ids.session}`, () => undefined, 404, 'not-found'],
	['another group’s case', 'GET', () => `/api/cases/${ids.case}`, () => undefined, 404, 'not-found'],
	...(['text', 'versions', 'authors'] as const).map(
		(what): Row => [
			`the ${what} of another group’s case`,
			'GET',
			() => `/api/cases/${ids.case}/${what}`,
			() => undefined,
			404,
			'not-found',
		],
	),
	...(
		[
			['a second reading of', 'POST', '/second-reading', { review: reviewed() }],
			['another second reader of', 'PUT', '/second-reader', { accountId: crypto.randomUUID() }],
			['leaving', 'POST', '/recusal', {}],
			['a new title for', 'PATCH', '', { title: 'Autre', review: reviewed() }],
			['a version of', 'POST', '/versions', { name: 'Une' }],
			['an erasure in', 'POST', '/erasures', { sections: [] }],
			['going back in', 'POST', `/versions/${crypto.randomUUID()}/restoration`, { keepAs: 'Avant' }],
		] as const
	).map(
		([what, method, path, body]): Row => [
			`${what} another group’s case`,
			method,
			() => `/api/cases/${ids.case}${path}`,
			() => body,
			404,
			'not-found',
		],
	),
	[
		'a version without a name',
		'POST',
		() => `/api/cases/${ids.case}/versions`,
		() => ({ name: ' ' }),
		422,
		'invalid-input',
		[{ field: 'name', code: 'blank' }],
	],
	[
		'an erasure of sections that are no list',
		'POST',
		() => `/api/cases/${ids.case}/erasures`,
		() => ({ sections: 'facts' }),
		422,
		'invalid-input',
		[{ field: 'sections', code: 'wrong-type' }],
	],
	[
		'a title that is too long',
		'PATCH',
		() => `/api/cases/${ids.case}`,
		() => ({ title: 'x'.repeat(121), review: reviewed() }),
		422,
		'invalid-input',
		[{ field: 'title', code: 'too-long' }],
	],
	[
		'a case in another group’s session',
		'POST',
		() => `/api/sessions/${ids.session}/cases`,
		newCase,
		404,
		'not-found',
	],
	[
		'a case of no known template',
		'POST',
		() => `/api/sessions/${ids.session}/cases`,
		() => ({ ...newCase(), template: 'x' }),
		422,
		'invalid-input',
		[{ field: 'template', code: 'not-offered' }],
	],
	[
		'a case without a review',
		'POST',
		() => `/api/sessions/${ids.ownSession}/cases`,
		() => ({ ...newCase(), review: undefined }),
		422,
		'invalid-input',
		[{ field: 'review', code: 'required' }],
	],
	[
		'a case that nobody has read again',
		'POST',
		() => `/api/sessions/${ids.ownSession}/cases`,
		() => ({ ...newCase(), review: { ...reviewed(), reread: false } }),
		422,
		'invalid-input',
		[{ field: 'review.reread', code: 'not-offered' }],
	],
	[
		'a review with the words themselves',
		'POST',
		() => `/api/sessions/${ids.ownSession}/cases`,
		() => ({ ...newCase(), review: { ...reviewed(), words: ['Kerouanton'] } }),
		422,
		'invalid-input',
		[{ field: 'review.words', code: 'unknown-field' }],
	],
	[
		'a kind that no detector knows',
		'POST',
		() => `/api/sessions/${ids.ownSession}/cases`,
		() => ({ ...newCase(), review: { ...reviewed(), replaced: [{ type: 'Kerouanton', count: 1 }] } }),
		422,
		'invalid-input',
		[{ field: 'review.replaced.0.type', code: 'not-offered' }],
	],
	[
		'keeping without a reason',
		'POST',
		() => `/api/sessions/${ids.ownSession}/cases`,
		() => ({ ...newCase(), review: { ...reviewed(), kept: [{ type: 'PERSON', count: 1 }] } }),
		422,
		'invalid-input',
		[{ field: 'review.kept.0.reason', code: 'required' }],
	],
	[
		'a name in one’s own case, accounted for by nothing',
		'POST',
		() => `/api/sessions/${ids.ownSession}/cases`,
		() => newCase({ title: 'Avec Mme Kerouanton' }),
		409,
		'conflict',
	],
	[
		'a second reader who is no member',
		'POST',
		() => `/api/sessions/${ids.ownSession}/cases`,
		() => newCase({ secondReaderId: elsewhere.member.me.id }),
		422,
		'invalid-input',
		[{ field: 'secondReaderId', code: 'not-offered' }],
	],
	[
		'leaving one’s own case',
		'POST',
		() => `/api/cases/${ids.ownCase}/recusal`,
		() => undefined,
		403,
		'not-allowed',
	],
	[
		'a second reading of a case that is open',
		'POST',
		() => `/api/cases/${ids.ownCase}/second-reading`,
		() => ({ review: reviewed() }),
		409,
		'conflict',
	],
	[
		'how another group works',
		'PATCH',
		() => `/api/groups/${elsewhere.group.id}`,
		() => ({ secondReader: true }),
		404,
		'not-found',
	],
	[
		'a group that works in no known way',
		'PATCH',
		group,
		() => ({ secondReader: 'sometimes' }),
		422,
		'invalid-input',
		[{ field: 'secondReader', code: 'wrong-type' }],
	],
	[
		'planning for another group',
		'POST',
		() => `/api/groups/${elsewhere.group.id}/series`,
		series,
		404,
		'not-found',
	],
	[
		'planning at 25:00',
		'POST',
		() => `${group()}/series`,
		() => ({ ...series(), time: '25:00' }),
		422,
		'invalid-input',
		[{ field: 'time', code: 'wrong-format' }],
	],
	[
		'planning on 30 February',
		'POST',
		() => `${group()}/series`,
		() => ({ ...series(), startsOn: '2027-02-30' }),
		422,
		'invalid-input',
		[{ field: 'startsOn', code: 'wrong-format' }],
	],
	[
		'planning for one minute',
		'POST',
		() => `${group()}/series`,
		() => ({ ...series(), durationMinutes: 1 }),
		422,
		'invalid-input',
		[{ field: 'durationMinutes', code: 'too-small' }],
	],
	[
		'planning in a far century',
		'POST',
		() => `${group()}/series`,
		() => ({ ...series(), startsOn: '2999-01-01' }),
		422,
		'invalid-input',
		[{ field: 'startsOn', code: 'too-large' }],
	],
	[
		'planning by no rule of ours',
		'POST',
		() => `${group()}/series`,
		() => ({ ...series(), recurrence: { every: 'day', interval: 1 } }),
		422,
		'invalid-input',
	],
	[
		'a video call that is no https address',
		'POST',
		() => `${group()}/series`,
		() => ({ ...series(), link: 'javascript:alert(1)' }),
		422,
		'invalid-input',
		[{ field: 'link', code: 'https-only' }],
	],
	[
		'leaving out a day without a session',
		'POST',
		() => `${group()}/series`,
		() => ({ ...series(), skip: [{ day: '2027-02-29', reason: null }] }),
		422,
		'invalid-input',
		[{ field: 'skip.0.day', code: 'wrong-format' }],
	],
	[
		'changing a session of another group',
		'PUT',
		() => `/api/sessions/${ids.session}/change`,
		() => ({ revision: 0, change: { to: 'cancelled', reason: 'A' } }),
		404,
		'not-found',
	],
	[
		'cancelling without a reason',
		'PUT',
		() => `/api/sessions/${ids.ownSession}/change`,
		() => ({ revision: 0, change: { to: 'cancelled' } }),
		422,
		'invalid-input',
	],
	[
		'a change of a state that never was',
		'PUT',
		() => `/api/sessions/${ids.ownSession}/change`,
		() => ({ revision: 7, change: { to: 'cancelled', reason: 'A' } }),
		409,
		'conflict',
	],
	[
		'ending a series of another group',
		'POST',
		() => `/api/sessions/${ids.session}/end`,
		() => ({ revision: 0, scope: 'all' }),
		404,
		'not-found',
	],
	[
		'a rule for sessions of another group',
		'POST',
		() => `/api/sessions/${ids.session}/following`,
		() => ({
			...series(),
			revision: 0,
			scope: 'all',
			recurrence: null,
			ends: null,
			place: null,
			link: null,
		}),
		404,
		'not-found',
	],
	[
		'a group in another organisation',
		'POST',
		() => '/api/groups',
		() => ({
			organisationId: elsewhere.organisationId,
			name: 'A',
			purpose: 'B',
			language: 'fr',
			timeZone: 'Europe/Paris',
			capacity: 8,
		}),
		403,
		'not-allowed',
	],
	[
		'a group for a hundred',
		'POST',
		() => '/api/groups',
		() => ({
			organisationId: circle.organisationId,
			name: 'A',
			purpose: 'B',
			language: 'fr',
			timeZone: 'Europe/Paris',
			capacity: 100,
		}),
		422,
		'invalid-input',
		[{ field: 'capacity', code: 'too-large' }],
	],
	[
		'the queue of another organisation',
		'GET',
		() => `/api/organisations/${elsewhere.organisationId}/join-requests`,
		() => undefined,
		404,
		'not-found',
	],
	[
		'the queue of one’s own, without the role',
		'GET',
		() => `/api/organisations/${circle.organisationId}/join-requests`,
		() => undefined,
		404,
		'not-found',
	],
	[
		'asking to join where one is',
		'POST',
		() => `${group()}/join-requests`,
		() => ({ message: 'A' }),
		409,
		'conflict',
	],
	[
		'asking to join nothing',
		'POST',
		() => `/api/groups/${crypto.randomUUID()}/join-requests`,
		() => ({ message: 'A' }),
		404,
		'not-found',
	],
	[
		'a decision on nothing',
		'POST',
		() => `/api/join-requests/${crypto.randomUUID()}/decision`,
		() => ({ outcome: 'accepted', reason: 'A' }),
		404,
		'not-found',
	],
	['an address that is none', 'GET', () => '/api/nothing', () => undefined, 404, 'not-found'],
];

describe('bad input', () => {
	test.each(rows)('%s', async (_name, method, path, body, status, code, errors) => {
		const before = await everything();
		const reply = await circle.facilitator.send<Problem>(method, path(), body());
		expect([reply.status, reply.body.code]).toEqual([status, code]);
		expect(reply.headers.get('content-type')).toContain('application/problem+json');
		if (errors !== undefined) {
			expect(reply.body.errors?.map(({ field, code: fieldCode }) => ({ field, code: fieldCode }))).toEqual(
				errors,
			);
		}
		// What was sent never comes back in an error.
		expect(JSON.stringify(reply.body)).not.toMatch(/example\.org|Kerouanton/);
		expect(await everything()).toBe(before);
		expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
	});

	test('a form of another site is not taken for a request', async () => {
		const reply = await circle.member.send<Problem>('POST', '/api/journal', 'sessionId=', {
			'content-type': 'application/x-www-form-urlencoded',
		});
		expect([reply.status, reply.body.code]).toEqual([415, 'unsupported-media-type']);
		const text = await circle.member.send('POST', '/api/journal', '{}', { 'content-type': 'text/plain' });
		expect(text.status).toBe(415);
	});

	test.each(['https://evil.example', 'null', 'http://127.0.0.1.evil.example'])(
		'a page of %s changes nothing',
		async (origin) => {
			const before = await everything();
			const reply = await circle.member.send<Problem>('PATCH', '/api/me', { name: 'Autre' }, { origin });
			expect([reply.status, reply.body.code]).toEqual([403, 'foreign-origin']);
			expect(await everything()).toBe(before);
		},
	);

	test('every endpoint that is not public answers 401 to nobody, and the description lists them all', async () => {
		const description = (
			await new Person(server).get<{
				openapi: string;
				paths: Record<string, Record<string, { security?: unknown[] }>>;
			}>('/api/openapi.json')
		).body;
		expect(description.openapi).toBe('3.1.0');
		const open: string[] = [];
		for (const [path, methods] of Object.entries(description.paths)) {
			for (const [method, operation] of Object.entries(methods)) {
				if (operation.security === undefined) {
					open.push(`${method} ${path}`);
					continue;
				}
				const address = path.replaceAll(/\{\w+\}/g, crypto.randomUUID());
				const body = ['post', 'put', 'patch'].includes(method) ? {} : undefined;
				expect([path, (await new Person(server).send(method.toUpperCase(), address, body)).status]).toEqual([
					path,
					401,
				]);
			}
		}
		expect(open.sort()).toEqual(['delete /api/session', 'post /api/accounts', 'post /api/session']);
	});
});
