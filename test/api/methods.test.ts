import type { MethodDetail, MethodSummary } from '@entrepairs/contract/methods';
import type { Problem } from '@entrepairs/contract/problem';
import { createMethodsService } from '@entrepairs/server/features/methods/service';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Circle, createCircle, type Person } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

type Method = MethodDetail['definition'];

let server: TestServer;
let circle: Circle;
beforeAll(async () => {
	server = await startServer();
	circle = await createCircle(server);
});
afterAll(() => server.close());

const methods = (of = circle) => `/api/groups/${of.group.id}/methods`;
const copy = (from: string, name = 'À notre façon', of = circle) =>
	of.facilitator.must<MethodDetail>('POST', methods(of), { from, name });
const inLibrary = async (ref: string) =>
	(await circle.member.must<MethodDetail>('GET', `${methods()}/${ref}`)).definition;
const change = (ref: string, basedOn: number, definition: unknown, by: Person = circle.facilitator) =>
	by.send<MethodDetail & Problem>('PUT', `${methods()}/${ref}`, { basedOn, definition });
const list = async (by: Person = circle.member) =>
	(await by.must<{ methods: MethodSummary[] }>('GET', methods())).methods;
const shorter = (method: Method, minutes: number): Method => ({ ...method, minutes });

describe('the methods of a group', () => {
	test('are its own, then those it says it works with, then the library', async () => {
		await circle.facilitator.must('PATCH', `/api/groups/${circle.group.id}`, {
			methods: ['gease', 'troika'],
		});
		const own = await copy('balint', 'Balint court');
		const all = await list();
		expect(all.slice(0, 3).map(({ ref, isOwn, isOfGroup }) => [ref, isOwn, isOfGroup])).toEqual([
			[own.ref, true, false],
			['gease', false, true],
			['troika', false, true],
		]);
		expect(all).toHaveLength(12);
		expect(all[0]).toMatchObject({ basedOn: 'balint', name: { fr: 'Balint court', en: 'Balint court' } });
		expect(new Set(all.map(({ basedOn }) => basedOn)).size).toBe(11);
	});

	test('a copy is changed in versions, and says who made each; what came before can be read', async () => {
		const { ref, definition, version } = await copy('codevelopment');
		expect([version, definition.stages]).toEqual([1, (await inLibrary('codevelopment')).stages]);
		const changed = await change(ref, 1, shorter(definition, 200));
		expect([changed.status, changed.body.version, changed.body.definition.minutes]).toEqual([200, 2, 200]);
		expect(changed.body.versions.map(({ number, changedBy }) => [number, changedBy])).toEqual([
			[2, 'Claire Animatrice'],
			[1, 'Claire Animatrice'],
		]);
		// Nothing new makes no version.
		expect((await change(ref, 2, changed.body.definition)).body.version).toBe(2);
		const before = await circle.member.must<MethodDetail>('GET', `${methods()}/${ref}?version=1`);
		expect([before.version, before.definition]).toEqual([1, definition]);
		expect((await circle.member.get(`${methods()}/${ref}?version=3`)).status).toBe(404);
		expect((await circle.member.get(`${methods()}/${ref}?version=0`)).status).toBe(422);
		// A copy of a copy is of the same method, as it is now.
		const second = await copy(ref, 'Encore');
		expect([second.basedOn, second.definition.minutes, second.version]).toEqual(['codevelopment', 200, 1]);
	});

	test('a session takes the latest version, of what is still offered, in its own group only', async () => {
		const { find } = createMethodsService({ db: server.world.db, clock: server.world.clock });
		const { ref, definition } = await copy('codevelopment');
		await change(ref, 1, shorter(definition, 210));
		expect(await find(circle.group.id, ref)).toMatchObject({ version: 2, definition: { minutes: 210 } });
		expect(await find(circle.group.id, 'gease')).toEqual({
			version: 1,
			definition: await inLibrary('gease'),
		});
		const elsewhere = await createCircle(server);
		for (const name of ['none', 'constructor', '__proto__', elsewhere.group.id])
			expect([name, await find(circle.group.id, name)]).toEqual([name, null]);
		expect(await find(elsewhere.group.id, ref)).toBeNull();
		const retirement = `${methods()}/${ref}/retirement`;
		const retired = await circle.facilitator.must<MethodDetail>('PUT', retirement, { retired: true });
		expect(retired.retiredAt).not.toBeNull();
		expect(await find(circle.group.id, ref)).toBeNull();
		expect((await list()).find((one) => one.ref === ref)?.retiredAt).toBe(retired.retiredAt);
		const back = await circle.facilitator.must<MethodDetail>('PUT', retirement, { retired: false });
		expect([back.retiredAt, back.version]).toEqual([null, 2]);
		expect(await find(circle.group.id, ref)).toMatchObject({ version: 2 });
	});

	test('of two who change at once, one is told that something came in between', async () => {
		const { ref, definition } = await copy('codevelopment');
		const answers = await Promise.all(
			[180, 181, 182, 183].map((minutes) => change(ref, 1, shorter(definition, minutes))),
		);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
		expect(answers.find(({ status }) => status === 409)?.body.reason).toBe('changed-meanwhile');
		const now = await circle.member.must<MethodDetail>('GET', `${methods()}/${ref}`);
		expect(now.definition.minutes).toBe(
			answers.find(({ status }) => status === 200)?.body.definition.minutes,
		);
		expect(now.versions).toHaveLength(2);
	});

	test('fifty versions are kept, and a hundred methods', async () => {
		const of = await createCircle(server);
		const { ref, definition } = await copy('troika', 'Une', of);
		const { db } = server.world;
		await db.updateTable('group_method_versions').set({ number: 60 }).where('method_id', '=', ref).execute();
		await of.facilitator.must('PUT', `${methods(of)}/${ref}`, {
			...{ basedOn: 60, definition: shorter(definition, 99) },
		});
		await db.updateTable('group_method_versions').set({ number: 110 }).where('number', '=', 61).execute();
		const last = await of.facilitator.must<MethodDetail>('PUT', `${methods(of)}/${ref}`, {
			...{ basedOn: 110, definition: shorter(definition, 98) },
		});
		expect(last.versions.map(({ number }) => number)).toEqual([111, 110]);
		await db
			.insertInto('group_methods')
			.values(
				Array.from({ length: 98 }, () => ({
					...{ id: crypto.randomUUID(), group_id: of.group.id, based_on: 'free', retired_at: null },
				})),
			)
			.execute();
		const answers = await Promise.all(
			[1, 2, 3].map((number) =>
				of.facilitator.post<Problem>(methods(of), { from: 'free', name: `Libre ${number}` }),
			),
		);
		expect(answers.map(({ status, body }) => [status, body.reason ?? null]).sort()).toEqual([
			[201, null],
			[409, 'too-many-methods'],
			[409, 'too-many-methods'],
		]);
	});

	test('nobody changes the library, or another group’s copy by way of their own', async () => {
		const { definition } = await circle.member.must<MethodDetail>('GET', `${methods()}/gapp`);
		expect((await change('gapp', 1, definition)).status).toBe(403);
		expect(
			(await circle.facilitator.send('PUT', `${methods()}/gapp/retirement`, { retired: true })).status,
		).toBe(403);
		const elsewhere = await createCircle(server);
		const foreign = await copy('gapp', 'Ailleurs', elsewhere);
		expect((await change(foreign.ref, 1, foreign.definition)).status).toBe(404);
		expect((await circle.facilitator.get(`${methods()}/${foreign.ref}`)).status).toBe(404);
		expect((await circle.facilitator.post(methods(), { from: foreign.ref, name: 'Pris' })).status).toBe(404);
	});
});

describe('what is no method', () => {
	const broken: [string, (method: Method) => unknown, string, string][] = [
		['less than nothing', (method) => ({ ...method, minutes: -1 }), 'minutes', 'too-small'],
		['without stages', (method) => ({ ...method, stages: [] }), 'stages', 'required'],
		[
			'of stages without end',
			(method) => ({ ...method, stages: Array(17).fill(method.stages[0]) }),
			'stages',
			'too-large',
		],
		['with a name that is none', (method) => ({ ...method, name: { fr: ' ', en: ' ' } }), 'name.fr', 'blank'],
		['in one language', (method) => ({ ...method, name: { fr: 'Un' } }), 'name.en', 'required'],
		['with more in it', (method) => ({ ...method, script: 'x' }), 'script', 'unknown-field'],
		[
			'that writes elsewhere',
			(method) => inFirst(method, { writes: [{ section: 'title', by: ['peer'] }] }),
			'stages.0.writes.0.section',
			'not-offered',
		],
		[
			'with a text that is none',
			(method) => inFirst(method, { name: { fr: 'a\u0000b', en: 'ab' } }),
			'stages.0.name.fr',
			'wrong-format',
		],
		[
			'with half a character',
			(method) => inFirst(method, { name: { fr: 'ab', en: '\ud83d' } }),
			'stages.0.name.en',
			'wrong-format',
		],
		[
			'of people it does not have',
			(method) => inFirst(method, { speaks: ['presenter', 'reflector'] }),
			'stages.0.speaks',
			'not-in-method',
		],
		[
			'of one who listens and speaks',
			(method) => inFirst(method, { presenter: 'listens', speaks: ['presenter'] }),
			'stages.0.speaks',
			'presenter-silent',
		],
		[
			'too large for a room',
			(method) => ({ ...method, stages: Array.from({ length: 16 }, (_, index) => wordy(method, index)) }),
			'stages',
			'too-long',
		],
	];
	const inFirst = (method: Method, own: object): unknown => ({
		...method,
		roles: [],
		stages: method.stages.map((stage, index) => ({
			...stage,
			guidance: [],
			choice: null,
			speaks: ['presenter', 'facilitator', 'peer'],
			presenter: 'in',
			writes: [],
			...(index === 0 ? own : {}),
		})),
	});
	const long = { fr: 'f'.repeat(200), en: 'e'.repeat(200) };
	const wordy = (method: Method, index: number) => ({
		...method.stages[0],
		id: `s-${index}`,
		speaks: ['presenter'],
		presenter: 'in',
		writes: [],
		choice: null,
		guidance: ['presenter', 'facilitator', 'peer', 'timekeeper', 'scribe', 'observer', 'interviewer'].map(
			(party) => ({
				...{ party, does: long, avoids: long, prompts: Array(6).fill(long) },
			}),
		),
	});

	test.each(broken)('%s', async (_, breaking, field, code) => {
		const { ref, definition } = await copy('codevelopment');
		const reply = await change(ref, 1, breaking(definition));
		expect(reply.status).toBe(422);
		expect(reply.body.errors).toContainEqual(expect.objectContaining({ field: `definition.${field}`, code }));
		const after = await circle.member.must<MethodDetail>('GET', `${methods()}/${ref}`);
		expect([after.version, after.definition]).toEqual([1, definition]);
	});
});
