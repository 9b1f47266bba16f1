/**
 * Who gets what answer, for every operation that the API describes: an operation without a row fails. The
 * requests are such as their schemas take, so that it is the policy that answers.
 *
 * People: `outside` are a person who signed up just now, the facilitator of another organisation, somebody
 * who has left the group, and one who asks to join it; `moderator` is of the group's organisation and not in
 * the group; `unsigned` is a member who has not signed its charter; `member` has, and facilitates nothing.
 */
import type { Case } from '@entrepairs/contract/cases';
import type { Charter } from '@entrepairs/contract/charters';
import type { MethodDetail } from '@entrepairs/contract/methods';
import type { PollDetail } from '@entrepairs/contract/polls';
import { usualDangerGuide } from '@entrepairs/methods/dangers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	admit,
	type Circle,
	createCircle,
	newCase,
	Person,
	planSeries,
	reviewed,
	signUp,
	tomorrow,
} from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let circle: Circle;
let elsewhere: Circle;
const people: Record<'signed-out' | 'new' | 'elsewhere' | 'left' | 'applicant' | 'unsigned', Person> =
	{} as never;
/** What stands in the places of a path. */
const ids: Record<string, string> = {};
let method: MethodDetail['definition'];

beforeAll(async () => {
	server = await startServer();
	circle = await createCircle(server);
	elsewhere = await createCircle(server);
	const { facilitator, member, moderator, outsider } = circle;
	const group = `/api/groups/${circle.group.id}`;
	await admit(circle, outsider);
	const { sessions, series } = await planSeries(circle);
	const sessionId = sessions[0]?.id ?? '';
	const one = await member.must<Case>('POST', `/api/sessions/${sessionId}/cases`, newCase());
	const pitch = await member.must<{ id: string }>('POST', `${group}/pitches`, {
		text: 'Une mère qui ne vient plus.',
		urgency: 'calm',
		review: reviewed(),
	});
	const poll = await facilitator.must<PollDetail>('POST', `${group}/polls`, newPoll());
	const charter = await member.must<Charter>('GET', `${group}/charter`);
	const invitation = await facilitator.must<{ id: string }>('POST', `${group}/invitations`, { days: 7 });
	await facilitator.must('PUT', `/api/sessions/${sessionId}/roles/scribe`, { accountId: member.me.id });
	await member.must('POST', `/api/sessions/${sessionId}/roles/scribe/offers`, {
		accountId: facilitator.me.id,
		exchange: null,
	});
	const offer = await server.world.db.selectFrom('role_offers').select('id').executeTakeFirstOrThrow();
	const { feed } = await member.must<{ feed: { id: string } }>('POST', '/api/calendar-feeds', {
		groupId: circle.group.id,
		neutralTitles: false,
	});
	const entry = await member.must<{ id: string }>('POST', '/api/journal', {
		sessionId: null,
		answers: { what: 'privé', soWhat: '', nowWhat: '' },
	});
	const version = await member.must<{ id: string }>('POST', `/api/cases/${one.id}/versions`, {
		name: 'Avant',
	});
	people['signed-out'] = new Person(server);
	people.new = await signUp(server);
	people.elsewhere = elsewhere.facilitator;
	people.left = outsider;
	people.applicant = await signUp(server);
	people.unsigned = await signUp(server);
	const ask = (person: Person) =>
		person.must<{ id: string }>('POST', `${group}/join-requests`, { message: 'Bonjour.' });
	const asked = await ask(people.unsigned);
	await moderator.must('POST', `/api/join-requests/${asked.id}/decision`, {
		outcome: 'accepted',
		reason: 'Oui.',
	});
	for (const person of [people.unsigned, member])
		await person.must('PUT', `${group}/conflict-statement`, {
			...{ employers: ['Association Rive Gauche'], partners: [], territories: [] },
		});
	const question = await facilitator.must<{ id: string }>('POST', `${group}/conflict-questions`, {
		accountIds: [people.unsigned.me.id, member.me.id],
	});
	const copy = await facilitator.must<MethodDetail>('POST', `${group}/methods`, {
		...{ from: 'gease', name: 'La nôtre' },
	});
	method = copy.definition;
	const request = await ask(people.applicant);
	await outsider.must('POST', `${group}/departure`);
	Object.assign(ids, {
		...{ groupId: circle.group.id, organisationId: circle.organisationId, accountId: member.me.id },
		...{ sessionId, seriesId: series.id, caseId: one.id, pitchId: pitch.id, pollId: poll.id },
		...{
			ref: copy.ref,
			invitationId: invitation.id,
			offerId: offer.id,
			feedId: feed.id,
			entryId: entry.id,
		},
		...{ requestId: request.id, questionId: question.id, subjectId: one.id, role: 'scribe' },
		...{ charterVersionId: charter.latest?.id, caseVersionId: version.id, slotId: poll.slots[0]?.id },
		token: 'A'.repeat(43),
	});
});
afterAll(() => server.close());

const newPoll = () => ({
	...{ title: 'Une séance', purpose: 'session', durationMinutes: 90, showsAtOnce: false },
	slots: [{ day: tomorrow(), time: '18:30' }],
	deadline: { day: tomorrow(), time: '12:00' },
});
const series = () => ({ startsOn: tomorrow(), time: '18:30', durationMinutes: 90, timeZone: 'Europe/Paris' });
const note = { what: 'a', soWhat: '', nowWhat: '' };
const following = () => ({
	...{ ...series(), revision: 0, scope: 'all', ends: null, place: null, link: null },
	recurrence: { every: 'week', interval: 1, weekdays: [1] },
});

interface Row {
	readonly body?: () => unknown;
	/** 404 where nothing is said: they may not know that there is anything. */
	readonly outside?: number;
	readonly moderator?: number;
	/** Asked only where it is said: what may be done is done in other tests. */
	readonly unsigned?: number;
	readonly member?: number;
}

/** About nobody but the person who asks: there is no foreign id in it. */
const own = new Set([
	...['POST /api/accounts', 'POST /api/session', 'DELETE /api/session', 'GET /api/me', 'PATCH /api/me'],
	...['GET /api/answers', 'GET /api/calendar', 'GET /api/calendar-feeds', 'GET /api/cases'],
	...['GET /api/charters-to-sign', 'GET /api/conflict-questions', 'GET /api/groups', 'GET /api/directory'],
	...[
		'GET /api/journal',
		'GET /api/notes',
		'GET /api/join-requests',
		'GET /api/polls/to-answer',
		'GET /api/notices',
		'POST /api/notices/read',
	],
	...[
		'GET /api/notification-choices',
		'PUT /api/notification-choices',
		'GET /api/mails',
		'GET /api/sessions',
		'GET /api/attended-sessions',
	],
	...['GET /healthz', 'GET /readyz', 'GET /metrics'],
	// A secret in the place of rights; what each opens has tests of its own.
	...['GET /api/unsubscriptions/{token}', 'PUT /api/unsubscriptions/{token}'],
]);

const rows: Record<string, Row> = {
	'GET /api/groups/{groupId}': { moderator: 200, unsigned: 200, member: 200 },
	'POST /api/groups': {
		body: () => ({
			...{ organisationId: ids['organisationId'], name: 'Un', purpose: 'Deux', language: 'fr' },
			...{ timeZone: 'Europe/Paris', capacity: 4 },
		}),
		outside: 403,
		moderator: 201,
	},
	'PATCH /api/groups/{groupId}': {
		body: () => ({ name: 'Pris' }),
		moderator: 403,
		unsigned: 403,
		member: 403,
	},
	'PUT /api/groups/{groupId}/pause': {
		body: () => ({ from: tomorrow(), until: null }),
		...{ moderator: 403, unsigned: 403, member: 403 },
	},
	'DELETE /api/groups/{groupId}/pause': { moderator: 403, unsigned: 403, member: 403 },
	'POST /api/groups/{groupId}/end': {
		body: () => ({ confirmation: 'non', reason: 'Rien.' }),
		...{ moderator: 422, unsigned: 403, member: 403 },
	},
	'POST /api/groups/{groupId}/departure': { moderator: 403 },
	'PUT /api/groups/{groupId}/own-pause': { body: () => ({ until: null }), moderator: 403 },
	'PUT /api/groups/{groupId}/members/{accountId}/role': {
		body: () => ({ role: 'facilitator' }),
		...{ moderator: 403, unsigned: 403, member: 403 },
	},
	'POST /api/groups/{groupId}/members/{accountId}/removal': {
		body: () => ({ reason: 'Rien.' }),
		...{ moderator: 204, unsigned: 403, member: 403 },
	},
	'POST /api/groups/{groupId}/invitations': {
		body: () => ({ days: 7 }),
		...{ moderator: 403, unsigned: 403, member: 403 },
	},
	'GET /api/groups/{groupId}/invitations': { moderator: 403, unsigned: 403, member: 403 },
	'DELETE /api/groups/{groupId}/invitations/{invitationId}': { moderator: 403, unsigned: 403, member: 403 },
	'POST /api/invitations/reading': { body: () => ({ token: 'A'.repeat(43) }) },
	'POST /api/invitations/answer': { body: () => ({ token: 'A'.repeat(43), outcome: 'accepted' }) },
	'DELETE /api/join-requests/{requestId}': { unsigned: 404, member: 404 },
	'POST /api/join-requests/{requestId}/place': {
		body: () => ({ outcome: 'taken' }),
		unsigned: 404,
		member: 404,
	},
	'POST /api/join-requests/{requestId}/decision': {
		body: () => ({ outcome: 'accepted', reason: 'Moi.' }),
		...{ unsigned: 404, member: 404, moderator: 200 },
	},
	'GET /api/organisations/{organisationId}/danger-guide': { moderator: 200, unsigned: 404, member: 404 },
	'PUT /api/organisations/{organisationId}/danger-guide': {
		body: () => ({ content: usualDangerGuide, isChecked: true, basedOn: 0 }),
		...{ moderator: 200, unsigned: 404, member: 404 },
	},
	'GET /api/sessions/{sessionId}/danger-guide': { unsigned: 200, member: 200 },
	'GET /api/organisations/{organisationId}/join-requests': { moderator: 200, unsigned: 404, member: 404 },
	'GET /api/organisations/{organisationId}/groups': { moderator: 200, unsigned: 404, member: 404 },
	'GET /api/groups/{groupId}/pitches': { unsigned: 404, member: 200 },
	'POST /api/groups/{groupId}/pitches': {
		body: () => ({ text: 'Rien.', urgency: 'calm', review: reviewed() }),
		unsigned: 404,
	},
	'DELETE /api/pitches/{pitchId}': { unsigned: 404 },
	'PATCH /api/pitches/{pitchId}': { body: () => ({ urgency: 'urgent' }), unsigned: 404 },
	'PUT /api/pitches/{pitchId}/also-mine': { body: () => ({ on: true }), unsigned: 404, member: 403 },
	'PUT /api/pitches/{pitchId}/vote': { body: () => ({ on: true }), unsigned: 404 },
	'POST /api/pitches/{pitchId}/recusal': { unsigned: 404, member: 403 },
	'PUT /api/pitches/{pitchId}/choice': { body: () => ({ sessionId: ids['sessionId'] }), unsigned: 404 },
	'GET /api/sessions/{sessionId}/agenda': { unsigned: 200, member: 200 },
	'PUT /api/sessions/{sessionId}/follow-ups/{subjectId}': {
		body: () => ({ state: 'done' }),
		...{ unsigned: 404, member: 404 },
	},
	'GET /api/sessions/{sessionId}/attendance': { unsigned: 200, member: 200 },
	'PUT /api/sessions/{sessionId}/answer': { body: () => ({ answer: 'no', words: 'Rien.' }) },
	'PUT /api/groups/{groupId}/answers': {
		body: () => ({ from: tomorrow(), to: tomorrow(), answer: 'no', words: null }),
	},
	'GET /api/groups/{groupId}/roles': { unsigned: 200, member: 200 },
	'PUT /api/groups/{groupId}/practice': {
		body: () => ({ quorum: 2, withoutQuorum: 'cancel', quorumHours: 24, roles: [] }),
		...{ unsigned: 403, member: 403 },
	},
	'POST /api/sessions/{sessionId}/roles/{role}/taking': { unsigned: 409 },
	'POST /api/sessions/{sessionId}/roles/{role}/giving-up': { unsigned: 409 },
	'PUT /api/sessions/{sessionId}/roles/{role}': {
		body: () => ({ accountId: null }),
		...{ unsigned: 403, member: 403 },
	},
	'POST /api/sessions/{sessionId}/roles/{role}/offers': {
		body: () => ({ accountId: ids['accountId'], exchange: null }),
		unsigned: 409,
	},
	'POST /api/role-offers/{offerId}/answer': { body: () => ({ accepted: true }), unsigned: 404, member: 403 },
	'GET /api/sessions/{sessionId}/room': { unsigned: 200, member: 200 },
	'GET /api/sessions/{sessionId}/calendar': { unsigned: 200, member: 200 },
	'POST /api/calendar-feeds': { body: () => ({ groupId: ids['groupId'], neutralTitles: false }) },
	'POST /api/calendar-feeds/{feedId}/renewal': { unsigned: 404 },
	'PATCH /api/calendar-feeds/{feedId}': { body: () => ({ neutralTitles: true }), unsigned: 404 },
	'DELETE /api/calendar-feeds/{feedId}': { unsigned: 404 },
	'POST /api/sessions/{sessionId}/cases': { body: () => newCase(), unsigned: 403 },
	'GET /api/cases/{caseId}': { unsigned: 403, member: 200 },
	'PATCH /api/cases/{caseId}': { body: () => ({ title: 'Pris', review: reviewed() }), unsigned: 404 },
	'POST /api/cases/{caseId}/second-reading': {
		body: () => ({ review: reviewed() }),
		unsigned: 404,
		member: 409,
	},
	'PUT /api/cases/{caseId}/second-reader': { body: () => ({ accountId: ids['accountId'] }), unsigned: 404 },
	'POST /api/cases/{caseId}/recusal': { unsigned: 404, member: 403 },
	'GET /api/cases/{caseId}/authors': { unsigned: 404, member: 200 },
	'GET /api/cases/{caseId}/text': { unsigned: 404, member: 200 },
	'GET /api/cases/{caseId}/versions': { unsigned: 404, member: 200 },
	'POST /api/cases/{caseId}/versions': { body: () => ({ name: 'Pris' }), unsigned: 404 },
	'GET /api/cases/{caseId}/versions/{versionId}': { unsigned: 404, member: 200 },
	'POST /api/cases/{caseId}/versions/{versionId}/restoration': {
		body: () => ({ keepAs: 'Pris' }),
		unsigned: 404,
	},
	'POST /api/cases/{caseId}/erasures': { body: () => ({ sections: [] }), unsigned: 404 },
	'GET /api/groups/{groupId}/charter': { moderator: 200, unsigned: 200, member: 200 },
	'GET /api/groups/{groupId}/charter/versions/{versionId}': { moderator: 200, unsigned: 200, member: 200 },
	'POST /api/groups/{groupId}/charter/versions': {
		body: () => ({ sections: [{ key: 'own', title: 'Un', text: 'Deux' }], change: 'Tout', basedOn: 1 }),
		...{ moderator: 403, unsigned: 403, member: 403 },
	},
	'POST /api/groups/{groupId}/charter/versions/{versionId}/signature': {
		body: () => ({ read: true }),
		moderator: 403,
	},
	'GET /api/groups/{groupId}/methods': { moderator: 200, unsigned: 200, member: 200 },
	'POST /api/groups/{groupId}/methods': {
		body: () => ({ from: 'gease', name: 'Pris' }),
		...{ moderator: 403, unsigned: 403, member: 403 },
	},
	'GET /api/groups/{groupId}/methods/{ref}': { moderator: 200, unsigned: 200, member: 200 },
	'PUT /api/groups/{groupId}/methods/{ref}': {
		body: () => ({ basedOn: 1, definition: method }),
		...{ moderator: 403, unsigned: 403, member: 403 },
	},
	'PUT /api/groups/{groupId}/methods/{ref}/retirement': {
		body: () => ({ retired: true }),
		...{ moderator: 403, unsigned: 403, member: 403 },
	},
	'GET /api/groups/{groupId}/conflict-statement': { unsigned: 200, member: 200 },
	'PUT /api/groups/{groupId}/conflict-statement': {
		body: () => ({ employers: ['Un'], partners: [], territories: [] }),
	},
	'DELETE /api/groups/{groupId}/conflict-statement': {},
	'GET /api/groups/{groupId}/conflicts': { unsigned: 403, member: 403 },
	'POST /api/groups/{groupId}/conflict-questions': {
		body: () => ({ accountIds: [ids['accountId'], circle.facilitator.me.id] }),
		...{ unsigned: 403, member: 403 },
	},
	'PUT /api/conflict-questions/{questionId}/answer': { body: () => ({ answer: 'none' }) },
	'GET /api/journal/{entryId}': { unsigned: 404 },
	'POST /api/journal': {
		body: () => ({ sessionId: ids['sessionId'], answers: note }),
		...{ outside: 422, moderator: 422 },
	},
	'PUT /api/journal/{entryId}': {
		body: () => ({ answers: note, basedOn: '2026-01-01T00:00:00.000Z' }),
		unsigned: 404,
	},
	'DELETE /api/journal/{entryId}': { unsigned: 404 },
	// One's own, at an address that everybody in the group has.
	'GET /api/sessions/{sessionId}/note': { unsigned: 200, member: 200 },
	'PUT /api/sessions/{sessionId}/note': { body: () => ({ text: ' ', basedOn: null }), unsigned: 200 },
	'POST /api/sessions/{sessionId}/note/journal-entry': {
		body: () => ({ answers: note, basedOn: '2026-01-01T00:00:00.000Z' }),
		...{ unsigned: 409, member: 409 },
	},
	'POST /api/groups/{groupId}/join-requests': {
		body: () => ({ message: 'Moi.' }),
		unsigned: 409,
		member: 409,
	},
	'GET /api/groups/{groupId}/polls': { unsigned: 200, member: 200 },
	'POST /api/groups/{groupId}/polls': { body: newPoll },
	'GET /api/polls/{pollId}': { unsigned: 200, member: 200 },
	'PATCH /api/polls/{pollId}/answer': {
		body: () => ({ votes: [{ slotId: ids['slotId'], vote: 'yes' }] }),
	},
	'POST /api/polls/{pollId}/closing': { unsigned: 403, member: 403 },
	'PUT /api/polls/{pollId}/deadline': {
		body: () => ({ deadline: newPoll().deadline }),
		...{ unsigned: 403, member: 403 },
	},
	'POST /api/polls/{pollId}/outcome': {
		body: () => ({ slotId: ids['slotId'] }),
		...{ unsigned: 403, member: 403 },
	},
	'DELETE /api/polls/{pollId}': { unsigned: 403, member: 403 },
	'POST /api/groups/{groupId}/series': { body: series, moderator: 403, unsigned: 403, member: 403 },
	'POST /api/groups/{groupId}/series/preview': {
		body: () => ({ series: series(), holidaysOf: null }),
		...{ moderator: 403, unsigned: 403, member: 403 },
	},
	// Before there are minutes nobody is told more than that there are none; who may with them: minutes.test.ts.
	'GET /api/sessions/{sessionId}/minutes': { unsigned: 404, member: 404 },
	'GET /api/sessions/{sessionId}/minutes/versions/{versionId}': { unsigned: 404, member: 404 },
	'PUT /api/sessions/{sessionId}/minutes/approval': {
		body: () => ({ approves: true }),
		...{ unsigned: 404, member: 404 },
	},
	'POST /api/sessions/{sessionId}/minutes/adoption': { unsigned: 404, member: 404 },
	'DELETE /api/sessions/{sessionId}/minutes/adoption': { unsigned: 404, member: 404 },
	'DELETE /api/sessions/{sessionId}/minutes/held-back': { unsigned: 404, member: 404 },
	'POST /api/sessions/{sessionId}/minutes/erasures': {
		body: () => ({ sections: [] }),
		...{ unsigned: 404, member: 404 },
	},
	'GET /api/groups/{groupId}/history': { unsigned: 200, member: 200 },
	'GET /api/groups/{groupId}/sessions': { unsigned: 200, member: 200 },
	'GET /api/sessions/{sessionId}': { unsigned: 200, member: 200 },
	'GET /api/sessions/{sessionId}/call': { unsigned: 403, member: 200 },
	'GET /api/sessions/{sessionId}/plan': { unsigned: 403, member: 403 },
	'PUT /api/sessions/{sessionId}/change': {
		body: () => ({ revision: 0, change: { to: 'cancelled', reason: 'Rien.' } }),
		...{ unsigned: 403, member: 403 },
	},
	'POST /api/sessions/{sessionId}/following': { body: following, unsigned: 403, member: 403 },
	'POST /api/sessions/{sessionId}/end': {
		body: () => ({ revision: 0, scope: 'all' }),
		...{ unsigned: 403, member: 403 },
	},
};

/** Those that everybody may call, with what an outsider would do by them. */
const open = new Set(['POST /api/groups/{groupId}/join-requests']);

async function described(): Promise<string[]> {
	const { body } = await new Person(server).get<{ paths: Record<string, Record<string, unknown>> }>(
		'/api/openapi.json',
	);
	return Object.entries(body.paths).flatMap(([path, methods]) =>
		Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
	);
}

const send = (person: Person, operation: string, row: Row) => {
	const [method = '', template = ''] = operation.split(' ');
	const version = template.includes('/cases/') ? 'caseVersionId' : 'charterVersionId';
	const path = template.replaceAll(
		/\{(\w+)\}/g,
		(_, name) => ids[name === 'versionId' ? version : name] ?? name,
	);
	const body = row.body?.();
	return person.send(method, path, body ?? (method === 'POST' ? {} : undefined));
};

describe('rights', () => {
	test('every operation that is described has a row, and no row is about nothing', async () => {
		const known = [...own, ...Object.keys(rows)];
		const all = await described();
		expect(all.filter((operation) => !known.includes(operation))).toEqual([]);
		expect(Object.keys(rows).filter((operation) => !all.includes(operation))).toEqual([]);
	});

	test('who is not signed in is told nothing, by any of them', async () => {
		const answered: Record<string, number> = {};
		for (const [operation, row] of Object.entries(rows)) {
			answered[operation] = (await send(people['signed-out'], operation, row)).status;
		}
		expect(Object.entries(answered).filter(([, status]) => status !== 401)).toEqual([]);
	});

	test.each(['new', 'elsewhere', 'left', 'applicant'] as const)('outside: %s', async (who) => {
		const wrong: string[] = [];
		for (const [operation, row] of Object.entries(rows)) {
			if (open.has(operation)) continue;
			// Their own request, and the organisation that they belonged to, are theirs.
			if (who === 'applicant' && operation.includes('/api/join-requests/{requestId}')) continue;
			if (who === 'left' && operation === 'POST /api/groups') continue;
			const { status } = await send(people[who], operation, row);
			if (status !== (row.outside ?? 404)) wrong.push(`${operation}: ${status}`);
		}
		expect(wrong).toEqual([]);
	});

	test.each(['unsigned', 'member'] as const)('in the group: %s', async (who) => {
		const person = who === 'member' ? circle.member : people.unsigned;
		const wrong: string[] = [];
		for (const [operation, row] of Object.entries(rows)) {
			const expected = row[who];
			if (expected === undefined) continue;
			const { status } = await send(person, operation, row);
			if (status !== expected) wrong.push(`${operation}: ${status}, not ${expected}`);
		}
		expect(wrong).toEqual([]);
	});

	test('a moderator acts on people and frames, and on nothing inside', async () => {
		const wrong: string[] = [];
		for (const [operation, row] of Object.entries(rows)) {
			if (open.has(operation)) continue;
			const { status } = await send(circle.moderator, operation, row);
			if (status !== (row.moderator ?? 404))
				wrong.push(`${operation}: ${status}, not ${row.moderator ?? 404}`);
		}
		expect(wrong).toEqual([]);
	});
});
