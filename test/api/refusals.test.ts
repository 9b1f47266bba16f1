/** Bad input: each row is one, with the refusal it gets. Nothing changes, and the server lives. */
import type { Case } from '@entrepairs/contract/cases';
import type { PollDetail } from '@entrepairs/contract/polls';
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
const ids = { session: '', case: '', note: '', ownSession: '', ownCase: '', poll: '', ownPoll: '', slot: '' };

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
	const openPoll = (of: Circle) =>
		of.facilitator.must<PollDetail>('POST', `/api/groups/${of.group.id}/polls`, poll());
	ids.poll = (await openPoll(elsewhere)).id;
	const ownPoll = await openPoll(circle);
	ids.ownPoll = ownPoll.id;
	ids.slot = ownPoll.slots[0]?.id ?? '';
});
afterAll(() => server.close());

/** How many rows there are in everything that requests can change. */
async function everything(): Promise<string> {
	const { rows } = await sql<{ all: string }>`select concat_ws(',',
		(select count(*) from accounts), (select md5(string_agg(accounts::text, '' order by id)) from accounts),
		(select count(*) from groups), (select count(*) from group_members where ended_at is null),
		(select md5(string_agg(group_members::text, '' order by id)) from group_members), (select count(*) from invitations),
		(select count(*) from join_requests), (select count(*) from series), (select count(*) from cases),
		(select md5(string_agg(cases::text, '' order by id)) from cases),
		(select md5(string_agg(polls::text, '' order by id)) from polls), (select count(*) from poll_votes),
		(select count(*) from calendar_feeds), (select count(*) from case_reviews), (select count(*) from case_recusals),
		(select count(*) from charter_versions), (select count(*) from charter_signatures),
		(select count(*) from conflict_statements), (select count(*) from conflict_questions),
		(select count(*) from conflict_answers),
		(select md5(string_agg(groups::text, '' order by id)) from groups),
		(select count(*) from session_answers), (select count(*) from session_roles),
		(select count(*) from role_offers), (select count(*) from pitches), (select count(*) from follow_ups),
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
const poll = (own: object = {}) => ({
	title: 'Une séance en plus',
	purpose: 'session',
	durationMinutes: 90,
	slots: [{ day: tomorrow(), time: '18:30' }],
	deadline: { day: tomorrow(), time: '12:00' },
	showsAtOnce: false,
	...own,
});
const answers = { what: '', soWhat: '', nowWhat: '' };
const charter = { sections: [{ key: 'own', title: 'Titre', text: 'Texte' }], change: 'Tout', basedOn: 1 };
const statement = { employers: ['Un'], partners: [], territories: [] };
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
	['a calendar of no group', 'POST', () => '/api/calendar-feeds', () => ({}), 422, 'invalid-input'],
	[
		'a calendar of a group that is none',
		'POST',
		() => '/api/calendar-feeds',
		() => ({ groupId: 'x', neutralTitles: false }),
		422,
		'invalid-input',
	],
	[
		'a calendar of somebody else’s group',
		'POST',
		() => '/api/calendar-feeds',
		() => ({ groupId: elsewhere.group.id, neutralTitles: false }),
		404,
		'not-found',
	],
	[
		'a calendar address that is none',
		'DELETE',
		() => '/api/calendar-feeds/x',
		() => undefined,
		404,
		'not-found',
	],
	[
		'a calendar of a century',
		'GET',
		() => '/api/calendar?from=2000-01-01T00:00:00Z&to=2100-01-01T00:00:00Z',
		() => undefined,
		422,
		'invalid-input',
		[{ field: 'to', code: 'too-large' }],
	],
	[
		'somebody else’s session as a file',
		'GET',
		() => `/api/sessions/${ids.session}/calendar`,
		() => undefined,
		404,
		'not-found',
	],
	[
		'an answer that is none',
		'PUT',
		() => `/api/sessions/${ids.ownSession}/answer`,
		() => ({ answer: 'perhaps', words: null }),
		422,
		'invalid-input',
		[{ field: 'answer', code: 'not-offered' }],
	],
	[
		'an apology as long as a letter',
		'PUT',
		() => `/api/sessions/${ids.ownSession}/answer`,
		() => ({ answer: 'no', words: 'a'.repeat(201) }),
		422,
		'invalid-input',
		[{ field: 'words', code: 'too-long' }],
	],
	[
		'an answer to a session of others',
		'PUT',
		() => `/api/sessions/${ids.session}/answer`,
		() => ({ answer: 'no', words: null }),
		404,
		'not-found',
	],
	[
		'an answer to a day without a session',
		'PUT',
		() => `/api/sessions/${ids.ownSession.slice(0, -10)}2026-02-30/answer`,
		() => ({ answer: 'no', words: null }),
		404,
		'not-found',
	],
	[
		'a quorum of a crowd',
		'PUT',
		() => `${group()}/practice`,
		() => ({ quorum: 13, withoutQuorum: 'warn', quorumHours: 24, roles: [] }),
		422,
		'invalid-input',
		[{ field: 'quorum', code: 'too-large' }],
	],
	[
		'one role twice',
		'PUT',
		() => `${group()}/practice`,
		() => ({ quorum: 0, withoutQuorum: 'warn', quorumHours: 24, roles: ['scribe', 'scribe'] }),
		422,
		'invalid-input',
		[{ field: 'roles', code: 'not-offered' }],
	],
	[
		'a role that nobody knows',
		'POST',
		() => `/api/sessions/${ids.ownSession}/roles/cook/taking`,
		() => ({}),
		404,
		'not-found',
	],
	[
		'a role in a session of others',
		'POST',
		() => `/api/sessions/${ids.session}/roles/scribe/taking`,
		() => ({}),
		404,
		'not-found',
	],
	[
		'a role for somebody of another group',
		'PUT',
		() => `/api/sessions/${ids.ownSession}/roles/scribe`,
		() => ({ accountId: elsewhere.member.me.id }),
		422,
		'invalid-input',
		[{ field: 'accountId', code: 'not-offered' }],
	],
	[
		'an answer to an offer that was never made',
		'POST',
		() => `/api/role-offers/${crypto.randomUUID()}/answer`,
		() => ({ accepted: true }),
		404,
		'not-found',
	],
	[
		'a case for the queue of others',
		'POST',
		() => `/api/groups/${elsewhere.group.id}/pitches`,
		() => ({ text: 'A', urgency: 'calm', review: reviewed() }),
		404,
		'not-found',
	],
	[
		'a blank case for the queue',
		'POST',
		() => `${group()}/pitches`,
		() => ({ text: ' \n', urgency: 'calm', review: reviewed() }),
		422,
		'invalid-input',
		[{ field: 'text', code: 'blank' }],
	],
	[
		'a case for the queue that nobody reviewed',
		'POST',
		() => `${group()}/pitches`,
		() => ({ text: 'A', urgency: 'calm' }),
		422,
		'invalid-input',
		[{ field: 'review', code: 'required' }],
	],
	[
		'a choice of what is not in the queue',
		'PUT',
		() => `/api/pitches/${crypto.randomUUID()}/choice`,
		() => ({ sessionId: null }),
		404,
		'not-found',
	],
	[
		'the agenda of others',
		'GET',
		() => `/api/sessions/${ids.session}/agenda`,
		() => undefined,
		404,
		'not-found',
	],
	[
		'a follow-up of nothing',
		'PUT',
		() => `/api/sessions/${ids.ownSession}/follow-ups/${crypto.randomUUID()}`,
		() => ({ state: 'done' }),
		404,
		'not-found',
	],
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
	...(
		[
			['the charter of', 'GET', '/charter', undefined],
			['a version of the charter of', 'GET', `/charter/versions/${crypto.randomUUID()}`, undefined],
			['a new charter for', 'POST', '/charter/versions', charter],
			['a signature in', 'POST', `/charter/versions/${crypto.randomUUID()}/signature`, { read: true }],
			['what one stated in', 'GET', '/conflict-statement', undefined],
			['a statement in', 'PUT', '/conflict-statement', statement],
			['erasing a statement in', 'DELETE', '/conflict-statement', undefined],
			['possible conflicts in', 'GET', '/conflicts', undefined],
			['a question in', 'POST', '/conflict-questions', { accountIds: [1, 2].map(() => crypto.randomUUID()) }],
		] as const
	).map(
		([what, method, path, body]): Row => [
			`${what} another group`,
			method,
			() => `/api/groups/${elsewhere.group.id}${path}`,
			() => body,
			404,
			'not-found',
		],
	),
	[
		'a charter without a word',
		'POST',
		() => `${group()}/charter/versions`,
		() => ({ ...charter, sections: [{ key: 'own', title: ' ', text: '' }] }),
		422,
		'invalid-input',
		[
			{ field: 'sections.0.title', code: 'blank' },
			{ field: 'sections.0.text', code: 'required' },
		],
	],
	[
		'a signature under a version that is none',
		'POST',
		() => `${group()}/charter/versions/${crypto.randomUUID()}/signature`,
		() => ({ read: true }),
		404,
		'not-found',
	],
	[
		'a blank name among employers',
		'PUT',
		() => `${group()}/conflict-statement`,
		() => ({ ...statement, employers: ['Un', ' '] }),
		422,
		'invalid-input',
		[{ field: 'employers.1', code: 'blank' }],
	],
	[
		'more employers than anybody has',
		'PUT',
		() => `${group()}/conflict-statement`,
		() => ({ ...statement, employers: Array.from({ length: 21 }, (_, n) => `Nº ${n}`) }),
		422,
		'invalid-input',
		[{ field: 'employers', code: 'wrong-type' }],
	],
	[
		'a question to one person',
		'POST',
		() => `${group()}/conflict-questions`,
		() => ({ accountIds: [crypto.randomUUID()] }),
		422,
		'invalid-input',
	],
	[
		'an answer to a question that is none',
		'PUT',
		() => `/api/conflict-questions/${crypto.randomUUID()}/answer`,
		() => ({ answer: 'none' }),
		404,
		'not-found',
	],
	[
		'an answer that is not offered',
		'PUT',
		() => `/api/conflict-questions/${crypto.randomUUID()}/answer`,
		() => ({ answer: 'maybe' }),
		422,
		'invalid-input',
		[{ field: 'answer', code: 'not-offered' }],
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
	[
		'a method that does not exist',
		'PATCH',
		() => group(),
		() => ({ methods: ['horoscope'] }),
		422,
		'invalid-input',
		[{ field: 'methods.0', code: 'not-offered' }],
	],
	[
		'the same field of practice twice',
		'PATCH',
		() => group(),
		() => ({ fields: ['family', 'family'] }),
		422,
		'invalid-input',
		[{ field: 'fields', code: 'wrong-type' }],
	],
	[
		'a region that does not exist',
		'PATCH',
		() => group(),
		() => ({ region: '99' }),
		422,
		'invalid-input',
		[{ field: 'region', code: 'not-offered' }],
	],
	[
		'thirteen places',
		'PATCH',
		() => group(),
		() => ({ capacity: 13 }),
		422,
		'invalid-input',
		[{ field: 'capacity', code: 'too-large' }],
	],
	[
		'a group of a blank name',
		'PATCH',
		() => group(),
		() => ({ name: ' ' }),
		422,
		'invalid-input',
		[{ field: 'name', code: 'blank' }],
	],
	['a change of nothing', 'PATCH', () => group(), () => ({}), 422, 'invalid-input'],
	[
		'a pause on the 30th of February',
		'PUT',
		() => `${group()}/pause`,
		() => ({ from: '2027-02-30', until: null }),
		422,
		'invalid-input',
		[{ field: 'from', code: 'wrong-format' }],
	],
	[
		'a pause of another group',
		'PUT',
		() => `/api/groups/${elsewhere.group.id}/pause`,
		() => ({ from: tomorrow(), until: null }),
		404,
		'not-found',
	],
	[
		'resuming another group',
		'DELETE',
		() => `/api/groups/${elsewhere.group.id}/pause`,
		() => undefined,
		404,
		'not-found',
	],
	[
		'ending another group',
		'POST',
		() => `/api/groups/${elsewhere.group.id}/end`,
		() => ({ confirmation: elsewhere.group.name, reason: 'A' }),
		404,
		'not-found',
	],
	[
		'ending without a reason',
		'POST',
		() => `${group()}/end`,
		() => ({ confirmation: circle.group.name, reason: '' }),
		422,
		'invalid-input',
		[{ field: 'reason', code: 'required' }],
	],
	[
		'being away from another group',
		'PUT',
		() => `/api/groups/${elsewhere.group.id}/own-pause`,
		() => ({ until: tomorrow() }),
		404,
		'not-found',
	],
	[
		'leaving another group',
		'POST',
		() => `/api/groups/${elsewhere.group.id}/departure`,
		() => ({}),
		404,
		'not-found',
	],
	[
		'a role that does not exist',
		'PUT',
		() => `${group()}/members/${circle.member.me.id}/role`,
		() => ({ role: 'owner' }),
		422,
		'invalid-input',
		[{ field: 'role', code: 'not-offered' }],
	],
	[
		'a role in another group',
		'PUT',
		() => `/api/groups/${elsewhere.group.id}/members/${elsewhere.member.me.id}/role`,
		() => ({ role: 'facilitator' }),
		404,
		'not-found',
	],
	[
		'an invitation for a year',
		'POST',
		() => `${group()}/invitations`,
		() => ({ days: 365 }),
		422,
		'invalid-input',
		[{ field: 'days', code: 'too-large' }],
	],
	[
		'an invitation to another group',
		'POST',
		() => `/api/groups/${elsewhere.group.id}/invitations`,
		() => ({ days: 7 }),
		404,
		'not-found',
	],
	[
		'the invitations of another group',
		'GET',
		() => `/api/groups/${elsewhere.group.id}/invitations`,
		() => undefined,
		404,
		'not-found',
	],
	[
		'revoking nothing',
		'DELETE',
		() => `${group()}/invitations/${crypto.randomUUID()}`,
		() => undefined,
		404,
		'not-found',
	],
	[
		'an invitation that is none',
		'POST',
		() => '/api/invitations/answer',
		() => ({ token: 'a', outcome: 'accepted' }),
		404,
		'not-found',
	],
	[
		'an answer that is none',
		'POST',
		() => '/api/invitations/answer',
		() => ({ token: 'a', outcome: 'perhaps' }),
		422,
		'invalid-input',
		[{ field: 'outcome', code: 'not-offered' }],
	],
	[
		'a place that nobody offered',
		'POST',
		() => `/api/join-requests/${crypto.randomUUID()}/place`,
		() => ({ outcome: 'taken' }),
		404,
		'not-found',
	],
	[
		'a poll without slots',
		'POST',
		() => `${group()}/polls`,
		() => poll({ slots: [] }),
		422,
		'invalid-input',
		[{ field: 'slots', code: 'required' }],
	],
	[
		'a poll of too many slots',
		'POST',
		() => `${group()}/polls`,
		() => poll({ slots: Array.from({ length: 61 }, () => ({ day: tomorrow(), time: '18:30' })) }),
		422,
		'invalid-input',
		[{ field: 'slots', code: 'too-large' }],
	],
	[
		'a slot twice',
		'POST',
		() => `${group()}/polls`,
		() => poll({ slots: [1, 2].map(() => ({ day: tomorrow(), time: '18:30' })) }),
		422,
		'invalid-input',
		[{ field: 'slots.1.day', code: 'given-twice' }],
	],
	[
		'a slot in the past',
		'POST',
		() => `${group()}/polls`,
		() => poll({ slots: [{ day: '2020-01-01', time: '18:30' }] }),
		422,
		'invalid-input',
		[{ field: 'slots.0.day', code: 'in-the-past' }],
	],
	[
		'a slot in ten years',
		'POST',
		() => `${group()}/polls`,
		() => poll({ slots: [{ day: '2099-01-01', time: '18:30' }] }),
		422,
		'invalid-input',
		[{ field: 'slots.0.day', code: 'too-large' }],
	],
	[
		'a slot on a day that does not exist',
		'POST',
		() => `${group()}/polls`,
		() => poll({ slots: [{ day: '2027-02-30', time: '18:30' }] }),
		422,
		'invalid-input',
		[{ field: 'slots.0.day', code: 'wrong-format' }],
	],
	[
		'a slot at an hour that does not exist',
		'POST',
		() => `${group()}/polls`,
		() => poll({ slots: [{ day: tomorrow(), time: '24:00' }] }),
		422,
		'invalid-input',
		[{ field: 'slots.0.time', code: 'wrong-format' }],
	],
	[
		'a weekly rhythm on a day of this year',
		'POST',
		() => `${group()}/polls`,
		() => poll({ purpose: 'weekly' }),
		422,
		'invalid-input',
		[{ field: 'slots.0.day', code: 'not-offered' }],
	],
	[
		'a purpose that is none',
		'POST',
		() => `${group()}/polls`,
		() => poll({ purpose: 'lunch' }),
		422,
		'invalid-input',
		[{ field: 'purpose', code: 'not-offered' }],
	],
	[
		'a poll that is over before it begins',
		'POST',
		() => `${group()}/polls`,
		() => poll({ deadline: { day: '2020-01-01', time: '12:00' } }),
		422,
		'invalid-input',
		[{ field: 'deadline.day', code: 'in-the-past' }],
	],
	[
		'a deadline in ten years',
		'POST',
		() => `${group()}/polls`,
		() => poll({ deadline: { day: '2099-01-01', time: '12:00' } }),
		422,
		'invalid-input',
		[{ field: 'deadline.day', code: 'too-large' }],
	],
	[
		'a blank title of a poll',
		'POST',
		() => `${group()}/polls`,
		() => poll({ title: '  ' }),
		422,
		'invalid-input',
		[{ field: 'title', code: 'blank' }],
	],
	[
		'a session of two days',
		'POST',
		() => `${group()}/polls`,
		() => poll({ durationMinutes: 2880 }),
		422,
		'invalid-input',
		[{ field: 'durationMinutes', code: 'too-large' }],
	],
	['a poll of another group', 'GET', () => `/api/polls/${ids.poll}`, () => undefined, 404, 'not-found'],
	['a poll whose id is none', 'GET', () => '/api/polls/x', () => undefined, 404, 'not-found'],
	[
		'no answer at all',
		'PATCH',
		() => `/api/polls/${ids.ownPoll}/answer`,
		() => ({ votes: [] }),
		422,
		'invalid-input',
		[{ field: 'votes', code: 'required' }],
	],
	[
		'a vote for a slot of another poll',
		'PATCH',
		() => `/api/polls/${ids.ownPoll}/answer`,
		() => ({ votes: [{ slotId: crypto.randomUUID(), vote: 'yes' }] }),
		422,
		'invalid-input',
		[{ field: 'votes.0.slotId', code: 'not-offered' }],
	],
	[
		'a vote that is none',
		'PATCH',
		() => `/api/polls/${ids.ownPoll}/answer`,
		() => ({ votes: [{ slotId: ids.slot, vote: 'perhaps' }] }),
		422,
		'invalid-input',
		[{ field: 'votes.0.vote', code: 'not-offered' }],
	],
	[
		'two votes for a slot',
		'PATCH',
		() => `/api/polls/${ids.ownPoll}/answer`,
		() => ({ votes: ['yes', 'no'].map((vote) => ({ slotId: ids.slot, vote })) }),
		422,
		'invalid-input',
		[{ field: 'votes.1.slotId', code: 'given-twice' }],
	],
	[
		'a session at a slot of another poll',
		'POST',
		() => `/api/polls/${ids.ownPoll}/outcome`,
		() => ({ slotId: crypto.randomUUID() }),
		422,
		'invalid-input',
		[{ field: 'slotId', code: 'not-offered' }],
	],
	[
		'a poll put off to the past',
		'PUT',
		() => `/api/polls/${ids.ownPoll}/deadline`,
		() => ({ deadline: { day: '2020-01-01', time: '12:00' } }),
		422,
		'invalid-input',
		[{ field: 'deadline.day', code: 'in-the-past' }],
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
