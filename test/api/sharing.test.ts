/** How a text comes before its group: the gate, the second reader, and leaving a case. */

import type { Case, CaseSummary, CaseText, CaseVersion, NewCase } from '@entrepairs/contract/cases';
import { closeCodes } from '@entrepairs/contract/collab';
import type { GroupDetail } from '@entrepairs/contract/groups';
import type { Problem } from '@entrepairs/contract/problem';
import type { Session, SessionDetail } from '@entrepairs/contract/sessions';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { connect, rawConnect } from '../support/collab-client.ts';
import {
	admit,
	type Circle,
	createCircle,
	newCase,
	type Person,
	planSeries,
	type Reply,
	reviewed,
	signUp,
} from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
let circle: Circle;
let sessionId: string;
/** Another member, who has no part in anything. */
let third: Person;

beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

beforeEach(async () => {
	circle = await createCircle(server);
	third = circle.outsider;
	await admit(circle, third);
	sessionId = (await planSeries(circle)).sessions[0]?.id ?? '';
});

const share = <T = Case & Problem>(own: Partial<NewCase>, person = circle.member): Promise<Reply<T>> =>
	person.post<T>(`/api/sessions/${sessionId}/cases`, newCase(own));

const mustShare = async (own: Partial<NewCase> = {}): Promise<Case> => {
	const reply = await share(own);
	expect(reply.status).toBe(201);
	return reply.body;
};

const casesSeenBy = async (person: Person): Promise<CaseSummary[]> =>
	(await person.must<SessionDetail>('GET', `/api/sessions/${sessionId}`)).cases;

const reviewsOf = (caseId: string) =>
	server.world.db
		.selectFrom('case_reviews')
		.where('case_id', '=', caseId)
		.orderBy('reviewed_at')
		.select(['occasion', 'reviewed_by', 'language', 'reread', 'replaced', 'kept'])
		.execute();

/** Mme Kerouanton twice, and a number. */
const telling: Partial<NewCase> = {
	title: 'Avec Mme Kerouanton',
	sections: [{ key: 'facts', text: 'Mme Kerouanton est venue.\nSon numéro : 06 12 34 56 78.' }],
};
const accounted = [
	{ type: 'PERSON', reason: 'invented', count: 2 },
	{ type: 'PHONE', reason: 'needed', count: 1 },
] as const;

describe('the gate', () => {
	test('a text opens as a new document, line by line, in its author’s name', async () => {
		const opened = await mustShare({
			sections: [
				{ key: 'request', text: 'Faut-il relancer ?' },
				{ key: 'facts', text: 'Elle ne vient plus.\r\nElle écrit.' },
				{ key: 'learning', text: ' \n' },
			],
		});
		expect(opened).toMatchObject({ state: 'open', part: 'author', secondReader: null, absent: 0 });
		const reader = await connect(circle.facilitator, opened.id);
		const form = (section: string) => reader.document.getXmlFragment(section).toString();
		expect(form('facts')).toBe(
			'<paragraph>Elle ne vient plus.</paragraph><paragraph>Elle écrit.</paragraph>',
		);
		expect(form('request')).toBe('<paragraph>Faut-il relancer ?</paragraph>');
		for (const section of ['context', 'feelings', 'hypotheses', 'options', 'learning'])
			expect(form(section)).toBe('<paragraph></paragraph>');
		const clients = [...Y.decodeStateVector(Y.encodeStateVector(reader.document)).keys()];
		const { authors } = await circle.facilitator.must<Pick<CaseText, 'authors'>>(
			'GET',
			`/api/cases/${opened.id}/authors`,
		);
		expect(authors.map(({ clientId, name }) => [clientId, name])).toEqual(
			clients.map((client) => [client, 'Samir Membre']),
		);
		reader.leave();
	});

	test('what is found opens only once each place is accounted for, title and sections as one', async () => {
		const [person, phone] = accounted;
		for (const kept of [[], [person], [phone], [{ ...person, count: 1 }, phone]]) {
			const reply = await share({ ...telling, review: reviewed({ kept }) });
			expect([reply.status, reply.body.reason]).toEqual([409, 'findings-untreated']);
		}
		// Replaced places are no longer in the text: what is still there was not replaced.
		const replaced = [{ type: 'PERSON', count: 2 } as const];
		expect((await share({ ...telling, review: reviewed({ replaced }) })).status).toBe(409);
		expect(await casesSeenBy(circle.member)).toEqual([]);
		const opened = await mustShare({ ...telling, review: reviewed({ kept: [...accounted] }) });
		expect(await casesSeenBy(circle.facilitator)).toMatchObject([{ id: opened.id, part: 'member' }]);
	});

	test('a new title passes the same gate', async () => {
		const { id } = await mustShare();
		const rename = (kept: ReturnType<typeof reviewed>['kept']) =>
			circle.facilitator.send<Case & Problem>('PATCH', `/api/cases/${id}`, {
				title: 'Le retour de Mme Kerouanton',
				review: reviewed({ kept }),
			});
		expect((await rename([])).body.reason).toBe('findings-untreated');
		expect((await circle.member.must<Case>('GET', `/api/cases/${id}`)).title).toBe('Une demande');
		const kept = [{ type: 'PERSON', reason: 'not-identifying', count: 1 } as const];
		expect((await rename(kept)).body.title).toBe('Le retour de Mme Kerouanton');
		expect((await reviewsOf(id)).at(-1)).toMatchObject({
			occasion: 'title',
			reviewed_by: circle.facilitator.me.id,
			kept,
		});
	});

	test('of what was treated, kinds and counts are kept, and no word in any row', async () => {
		const replaced = [{ type: 'DATE', count: 3 } as const];
		const { id } = await mustShare({ ...telling, review: reviewed({ replaced, kept: [...accounted] }) });
		await share(telling);
		expect(await reviewsOf(id)).toEqual([
			{
				occasion: 'sharing',
				reviewed_by: circle.member.me.id,
				language: 'fr',
				reread: true,
				replaced,
				kept: accounted,
			},
		]);
		const { rows: tables } = await sql<{ name: string }>`
			select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'
		`.execute(server.world.db);
		expect(tables.map(({ name }) => name)).toContain('case_reviews');
		const all = await Promise.all(
			tables.map(({ name }) =>
				sql<{ rows: string | null }>`
					select string_agg(t::text, ' ') as rows from ${sql.raw(name)} as t
				`.execute(server.world.db),
			),
		);
		const everything = all.map(({ rows }) => rows[0]?.rows ?? '').join(' ');
		expect(everything).toContain(circle.member.me.email);
		for (const word of ['Kerouanton', '12 34 56']) {
			expect(everything).not.toContain(word);
			// Bytes are shown as hexadecimal.
			expect(everything).not.toContain(Buffer.from(word).toString('hex'));
		}
	});

	test('a text that is too long, or of sections that the template has not, becomes no case', async () => {
		const errors = async (sections: NewCase['sections']) => {
			const reply = await share({ sections });
			expect(reply.status).toBe(422);
			return reply.body.errors;
		};
		const offered = [{ field: 'sections', code: 'not-offered' }];
		expect(await errors([{ key: 'secrets', text: 'a' }])).toEqual(offered);
		expect(
			await errors([
				{ key: 'facts', text: 'a' },
				{ key: 'facts', text: 'b' },
			]),
		).toEqual(offered);
		const long = 'a '.repeat(20_000);
		expect(
			await errors([
				{ key: 'facts', text: long },
				{ key: 'context', text: long },
			]),
		).toEqual([{ field: 'sections', code: 'too-long', limit: 60_000 }]);
		expect(await casesSeenBy(circle.member)).toEqual([]);
	});
});

/** Every way to a case, with what it answers to somebody who may not know of it. */
async function waysTo(person: Person, one: Case, versionId: string): Promise<[string, number][]> {
	const path = `/api/cases/${one.id}`;
	const ways: [method: string, path: string, body?: unknown][] = [
		['GET', ''],
		['GET', '/text'],
		['GET', '/authors'],
		['GET', '/versions'],
		['GET', `/versions/${versionId}`],
		['POST', '/versions', { name: 'Une' }],
		['POST', `/versions/${versionId}/restoration`, { keepAs: 'Avant' }],
		['POST', '/erasures', { sections: [] }],
		['PATCH', '', { title: 'Autre', review: reviewed() }],
		['POST', '/second-reading', { review: reviewed() }],
		['PUT', '/second-reader', { accountId: person.me.id }],
		['POST', '/recusal'],
	];
	const answers: [string, number][] = [];
	for (const [method, end, body] of ways)
		answers.push([`${method} ${end}`, (await person.send(method, path + end, body)).status]);
	const door = { cookie: person.cookie ?? '', origin: server.url };
	const socket = await rawConnect(`${server.url}/collab/${one.id}`, door);
	answers.push(['websocket', typeof socket === 'number' ? socket : 101]);
	if (typeof socket !== 'number') socket.socket.terminate();
	return answers;
}

/** The lists in which somebody finds a case, or its number. */
async function listsOf(person: Person, one: Case): Promise<Record<string, number>> {
	const count = (sessions: readonly Session[]) =>
		sessions.find(({ id }) => id === one.sessionId)?.caseCount ?? 0;
	const own = await person.must<{ cases: CaseSummary[] }>('GET', '/api/cases');
	const mine = await person.must<{ sessions: Session[] }>('GET', '/api/sessions');
	const ofGroup = await person.must<{ upcoming: Session[] }>('GET', `/api/groups/${one.group.id}/sessions`);
	const session = await person.must<SessionDetail>('GET', `/api/sessions/${one.sessionId}`);
	return {
		cases: own.cases.filter(({ id }) => id === one.id).length,
		mySessions: count(mine.sessions),
		groupSessions: count(ofGroup.upcoming),
		session: session.caseCount,
		sessionCases: session.cases.length,
	};
}

const nowhere = { cases: 0, mySessions: 0, groupSessions: 0, session: 0, sessionCases: 0 };
const everywhere = { cases: 1, mySessions: 1, groupSessions: 1, session: 1, sessionCases: 1 };

const keep = (person: Person, id: string) =>
	person.must<CaseVersion>('POST', `/api/cases/${id}/versions`, { name: 'Une' });

describe('a second reader', () => {
	const configure = (person: Person, secondReader = true) =>
		person.send<GroupDetail>('PATCH', `/api/groups/${circle.group.id}`, { secondReader });
	const readCase = (person: Person, id: string) => person.get<Case>(`/api/cases/${id}`);
	const finish = (person: Person, id: string, review = reviewed()) =>
		person.post<Case & Problem>(`/api/cases/${id}/second-reading`, { review });
	const ask = (person: Person, id: string, accountId: string) =>
		person.send<Case & Problem>('PUT', `/api/cases/${id}/second-reader`, { accountId });
	const leaveGroup = (person: Person) =>
		circle.moderator.must('POST', `/api/groups/${circle.group.id}/members/${person.me.id}/removal`, {
			reason: 'Fin.',
		});
	/** In second reading with the facilitator. */
	const shareForReading = async (own: Partial<NewCase> = {}) => {
		await configure(circle.facilitator);
		return mustShare({ secondReaderId: circle.facilitator.me.id, ...own });
	};

	test('is what facilitators decide for their group, and all of it see', async () => {
		const stranger = await signUp(server);
		expect((await configure(circle.member)).status).toBe(403);
		expect((await configure(circle.moderator)).status).toBe(403);
		expect((await configure(stranger)).status).toBe(404);
		expect((await configure(circle.facilitator)).body.secondReader).toBe(true);
		const read = await circle.member.must<GroupDetail>('GET', `/api/groups/${circle.group.id}`);
		expect(read.secondReader).toBe(true);
		expect((await configure(circle.facilitator, false)).body.secondReader).toBe(false);
		await mustShare();
	});

	test('is asked for where the group wants one: another who is in it now', async () => {
		await configure(circle.facilitator);
		const refusal = async (secondReaderId?: string) =>
			(await share(secondReaderId === undefined ? {} : { secondReaderId })).body.errors;
		expect(await refusal()).toEqual([{ field: 'secondReaderId', code: 'required' }]);
		await leaveGroup(third);
		for (const person of [circle.member, circle.moderator, third]) {
			expect(await refusal(person.me.id)).toEqual([{ field: 'secondReaderId', code: 'not-offered' }]);
		}
	});

	test('sees the case before the group, which finds it nowhere by any path', async () => {
		const one = await shareForReading();
		expect(one).toMatchObject({
			state: 'in-second-reading',
			part: 'author',
			access: 'write',
			secondReader: { accountId: circle.facilitator.me.id, name: 'Claire Animatrice' },
		});
		expect((await readCase(circle.facilitator, one.id)).body).toMatchObject({
			part: 'second-reader',
			access: 'write',
		});
		const version = await keep(circle.facilitator, one.id);
		for (const person of [third, circle.moderator]) {
			const answers = await waysTo(person, one, version.id);
			expect(answers.filter(([, status]) => status !== 404)).toEqual([]);
		}
		expect(await listsOf(third, one)).toEqual(nowhere);
		for (const person of [circle.member, circle.facilitator])
			expect(await listsOf(person, one)).toEqual(everywhere);
	});

	test('opens it alone, once the text as it is now is looked at', async () => {
		const one = await shareForReading({ ...telling, review: reviewed({ kept: [...accounted] }) });
		const review = reviewed({ kept: [...accounted] });
		expect((await finish(circle.member, one.id, review)).status).toBe(403);
		const author = await connect(circle.member, one.id);
		// Two pieces of one line, and a line of a list: read as one reads them.
		author.document.transact(() => {
			const paragraph = new Y.XmlElement('paragraph');
			const [first, second] = [new Y.XmlText('Avec Ker'), new Y.XmlText('ouanton')];
			second.format(0, 3, { strong: {} });
			paragraph.insert(0, [first, second]);
			author.document.getXmlFragment('context').insert(0, [paragraph]);
		});
		await until(() => author.isSaved());
		expect((await finish(circle.facilitator, one.id, review)).body.reason).toBe('findings-untreated');
		expect(await listsOf(third, one)).toEqual(nowhere);
		author.document.getXmlFragment('context').delete(0, 1);
		author.leave();
		const reader = await connect(circle.facilitator, one.id);
		const context = reader.document.getXmlFragment('context');
		if (reader.text('context') !== '') context.delete(0, 1);
		await until(() => reader.isSaved());
		const opened = await finish(circle.facilitator, one.id, review);
		expect(opened.body).toMatchObject({ state: 'open', part: 'member', secondReader: null });
		expect(await listsOf(third, one)).toEqual(everywhere);
		expect((await reviewsOf(one.id)).map((row) => [row.occasion, row.reviewed_by])).toEqual([
			['sharing', circle.member.me.id],
			['second-reading', circle.facilitator.me.id],
		]);
		const later = await connect(third, one.id);
		expect(later.text('facts')).toContain('Kerouanton est venue.');
		expect((await finish(circle.facilitator, one.id, review)).body.reason).toBe('not-in-second-reading');
		expect((await ask(circle.member, one.id, third.me.id)).body.reason).toBe('not-in-second-reading');
		later.leave();
		reader.leave();
	});

	test('opens what was looked at: not a text in which somebody wrote meanwhile', async () => {
		const one = await shareForReading();
		const author = await connect(circle.member, one.id);
		let written = 0;
		const writing = setInterval(() => author.write('facts', `mot${written++} `), 10);
		await until(() => written > 3);
		// Others share at the same time, so that the look takes a while.
		const others = Array.from({ length: 5 }, (_, nth) => {
			const lines = Array.from({ length: 1_200 }, (_, day) => `Elle ne vient plus : ${day} fois sur ${nth}.`);
			return share({
				sections: [{ key: 'facts', text: lines.join('\n') }],
				secondReaderId: circle.facilitator.me.id,
			});
		});
		const early = await finish(circle.facilitator, one.id);
		clearInterval(writing);
		expect([early.status, early.body.reason]).toEqual([409, 'changed-meanwhile']);
		expect(await listsOf(third, one)).toEqual(nowhere);
		for (const { status } of await Promise.all(others)) expect(status).toBe(201);
		await until(() => author.isSaved());
		expect((await finish(circle.facilitator, one.id)).body.state).toBe('open');
		author.leave();
	});

	test('is replaced by the author: the one before sees it no more at once, the new one does', async () => {
		const one = await shareForReading();
		const before = await connect(circle.facilitator, one.id);
		expect((await ask(circle.facilitator, one.id, third.me.id)).status).toBe(403);
		for (const person of [circle.member, circle.moderator]) {
			expect((await ask(circle.member, one.id, person.me.id)).body.errors).toEqual([
				{ field: 'accountId', code: 'not-offered' },
			]);
		}
		const start = performance.now();
		expect((await ask(circle.member, one.id, third.me.id)).body.secondReader?.name).toBe('Nadia Dehors');
		await until(() => before.closeCode !== null);
		expect(performance.now() - start).toBeLessThan(1_000);
		expect(before.closeCode).toBe(closeCodes.noAccess);
		expect((await finish(circle.facilitator, one.id)).status).toBe(404);
		expect(await listsOf(circle.facilitator, one)).toEqual(nowhere);
		expect((await finish(third, one.id)).body.state).toBe('open');
		before.leave();
	});

	test('who leaves the group or the case is asked no more, and the author asks another', async () => {
		await configure(circle.facilitator);
		const one = await mustShare({ secondReaderId: third.me.id });
		await leaveGroup(third);
		expect((await readCase(third, one.id)).status).toBe(404);
		expect((await readCase(circle.member, one.id)).body.secondReader).toBeNull();
		await ask(circle.member, one.id, circle.facilitator.me.id);
		expect((await circle.facilitator.post(`/api/cases/${one.id}/recusal`)).status).toBe(204);
		expect((await readCase(circle.member, one.id)).body).toMatchObject({
			state: 'in-second-reading',
			secondReader: null,
			absent: 1,
		});
		expect((await ask(circle.member, one.id, circle.facilitator.me.id)).body.errors).toEqual([
			{ field: 'accountId', code: 'not-offered' },
		]);
		await admit(circle, third);
		expect((await ask(circle.member, one.id, third.me.id)).body.secondReader?.accountId).toBe(third.me.id);
		expect((await finish(third, one.id)).body.state).toBe('open');
		// Who left it is out of it for good, also now that the others see it.
		expect(await listsOf(circle.facilitator, one)).toEqual(nowhere);
	});
});

describe('who recognises the situation', () => {
	test('leaves at once, by every path, and the others learn only how many are absent', async () => {
		const one = await mustShare();
		const version = await keep(circle.member, one.id);
		const before = await circle.facilitator.get<Case>(`/api/cases/${one.id}`);
		const [leaving, staying] = [await connect(third, one.id), await connect(circle.member, one.id)];
		const start = performance.now();
		expect((await third.post(`/api/cases/${one.id}/recusal`)).status).toBe(204);
		await until(() => leaving.closeCode !== null);
		expect(performance.now() - start).toBeLessThan(1_000);
		expect(leaving.closeCode).toBe(closeCodes.noAccess);
		leaving.write('context', 'après coup');

		const answers = await waysTo(third, one, version.id);
		expect(answers.filter(([, status]) => status !== 404)).toEqual([]);
		expect(await listsOf(third, one)).toEqual(nowhere);

		const after = await circle.facilitator.get<Case>(`/api/cases/${one.id}`);
		expect(after.body).toEqual({ ...before.body, absent: 1 });
		for (const path of [`/api/groups/${circle.group.id}`, `/api/sessions/${sessionId}`]) {
			const [seen, moderated] = await Promise.all([circle.facilitator.get(path), circle.moderator.get(path)]);
			for (const { body } of [seen, moderated])
				expect(JSON.stringify(body)).not.toMatch(/absent|recus|left/i);
		}
		staying.write('context', 'on continue');
		await until(() => staying.isSaved());
		expect(staying.text('context')).toBe('on continue');
		// It is not undone by coming back to the group.
		await circle.moderator.must('POST', `/api/groups/${circle.group.id}/members/${third.me.id}/removal`, {
			reason: 'Fin.',
		});
		await admit(circle, third);
		expect((await third.get(`/api/cases/${one.id}`)).status).toBe(404);
		expect((await circle.member.must<Case>('GET', `/api/cases/${one.id}`)).absent).toBe(1);
		leaving.leave();
		staying.leave();
	});

	test('may be the facilitator, not the author; the other cases of the session stay', async () => {
		const [one, other] = [await mustShare(), await mustShare({ title: 'Une autre demande' })];
		expect((await circle.member.post(`/api/cases/${one.id}/recusal`)).status).toBe(403);
		expect((await circle.facilitator.post(`/api/cases/${one.id}/recusal`)).status).toBe(204);
		expect((await casesSeenBy(circle.facilitator)).map(({ id }) => id)).toEqual([other.id]);
		expect((await casesSeenBy(circle.member)).map(({ id }) => id).sort()).toEqual([one.id, other.id].sort());
		expect((await circle.facilitator.get<SessionDetail>(`/api/sessions/${sessionId}`)).body.caseCount).toBe(
			1,
		);
	});
});
