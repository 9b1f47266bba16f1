import type { ConflictQuestion, ConflictStatement, PossibleConflict } from '@entrepairs/contract/conflicts';
import type { Problem } from '@entrepairs/contract/problem';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admit, type Circle, createCircle, type Person, signUp } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

interface Three extends Circle {
	readonly third: Person;
}

/** A circle with one member more. */
async function three(): Promise<Three> {
	const circle = await createCircle(server);
	const third = await signUp(server, 'Awa Troisième');
	await admit(circle, third);
	return { ...circle, third };
}

const nothing = { employers: [], partners: [], territories: [] };
const state = (person: Person, { group }: Circle, own: object) =>
	person.must<ConflictStatement>('PUT', `/api/groups/${group.id}/conflict-statement`, { ...nothing, ...own });
const stated = (person: Person, { group }: Circle) =>
	person.must<{ statement: ConflictStatement | null }>('GET', `/api/groups/${group.id}/conflict-statement`);
const possible = async (person: Person, { group }: Circle) =>
	(await person.must<{ conflicts: PossibleConflict[] }>('GET', `/api/groups/${group.id}/conflicts`))
		.conflicts;
const ask = (person: Person, { group }: Circle, ...people: Person[]) =>
	person.post<{ id: string } & Problem>(`/api/groups/${group.id}/conflict-questions`, {
		accountIds: people.map(({ me }) => me.id),
	});
const asked = async (person: Person) =>
	(await person.must<{ questions: ConflictQuestion[] }>('GET', '/api/conflict-questions')).questions;

/** Both state the same employer. */
async function bothAtLantern(circle: Three): Promise<void> {
	await state(circle.member, circle, { employers: ['Association La Lanterne'], territories: ['Vitré'] });
	await state(circle.third, circle, { partners: ['la lanterne'] });
}

describe('conflicts of interest', () => {
	test('a statement is read back by its author, sealed in the database, and erased on demand', async () => {
		const circle = await three();
		await bothAtLantern(circle);
		expect((await stated(circle.member, circle)).statement).toMatchObject({
			employers: ['Association La Lanterne'],
			territories: ['Vitré'],
		});
		expect((await stated(circle.facilitator, circle)).statement).toBeNull();
		const { rows } = await sql<{
			bytes: Uint8Array;
		}>`select sealed as bytes from conflict_statements`.execute(server.world.db);
		expect(rows.length).toBeGreaterThanOrEqual(2);
		for (const { bytes } of rows) expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/lanterne/i);
		const path = `/api/groups/${circle.group.id}/conflict-statement`;
		expect((await circle.member.send('DELETE', path)).status).toBe(204);
		expect((await stated(circle.member, circle)).statement).toBeNull();
		expect(await possible(circle.facilitator, circle)).toEqual([]);
	});

	test('a facilitator sees between whom and nothing of what; nobody else sees even that', async () => {
		const circle = await three();
		await bothAtLantern(circle);
		const pairs = await possible(circle.facilitator, circle);
		expect(pairs).toHaveLength(1);
		expect(pairs[0]?.between.map(({ name }) => name).sort()).toEqual(['Awa Troisième', 'Samir Membre']);
		expect(pairs[0]).toMatchObject({ state: 'possible', askedAt: null });
		expect(JSON.stringify(pairs)).not.toMatch(/lanterne|vitr/i);
		const path = `/api/groups/${circle.group.id}/conflicts`;
		expect((await circle.member.get(path)).status).toBe(403);
		for (const other of [circle.moderator, circle.outsider]) {
			expect((await other.get(path)).status).toBe(404);
			expect((await other.get(`/api/groups/${circle.group.id}/conflict-statement`)).status).toBe(404);
		}
	});

	test('a facilitator cannot find out what others stated by stating it themself', async () => {
		const circle = await three();
		await bothAtLantern(circle);
		await state(circle.facilitator, circle, { employers: ['La Lanterne'], territories: ['Vitré'] });
		const pairs = await possible(circle.facilitator, circle);
		expect(pairs).toHaveLength(1);
		expect(JSON.stringify(pairs)).not.toContain(circle.facilitator.me.id);
		const own = await ask(circle.facilitator, circle, circle.facilitator, circle.member);
		expect(own.body.errors).toEqual([{ field: 'accountIds', code: 'not-offered' }]);
	});

	test('the two are asked, answer in confidence, and it is settled until a statement changes', async () => {
		const circle = await three();
		const { facilitator, member, third, group } = circle;
		await bothAtLantern(circle);
		expect((await ask(member, circle, member, third)).status).toBe(403);
		expect((await ask(circle.outsider, circle, member, third)).status).toBe(404);
		const answers = await Promise.all([
			ask(facilitator, circle, member, third),
			ask(facilitator, circle, third, member),
		]);
		expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
		const id = answers.find(({ status }) => status === 201)?.body.id ?? '';
		const told = await server.world.db
			.selectFrom('notices')
			.where('subject_id', '=', id)
			.select(['kind', 'account_id'])
			.execute();
		expect(told.map(({ kind }) => kind)).toEqual(['conflict-question', 'conflict-question']);
		expect(told.map(({ account_id }) => account_id).sort()).toEqual([member.me.id, third.me.id].sort());

		expect(await asked(member)).toMatchObject([{ id, other: { name: 'Awa Troisième' }, answer: null }]);
		expect(await asked(facilitator)).toEqual([]);
		const answer = (person: Person, said: object) =>
			person.send('PUT', `/api/conflict-questions/${id}/answer`, said);
		for (const other of [facilitator, circle.moderator, circle.outsider]) {
			expect((await answer(other, { answer: 'none' })).status).toBe(404);
		}
		expect((await answer(member, { answer: 'there-is-one', word: ' Anciens collègues. ' })).status).toBe(200);
		expect((await possible(facilitator, circle))[0]?.state).toBe('asked');
		await answer(third, { answer: 'not-known' });
		const [settled] = await possible(facilitator, circle);
		expect(settled?.state).toBe('settled');
		expect(settled?.between.find(({ accountId }) => accountId === member.me.id)).toMatchObject({
			answer: 'there-is-one',
			word: 'Anciens collègues.',
		});
		// What one answers, the other does not read.
		expect(JSON.stringify(await asked(third))).not.toContain('collègues');
		const { rows } = await sql<{ bytes: Uint8Array }>`select sealed as bytes from conflict_answers`.execute(
			server.world.db,
		);
		for (const { bytes } of rows) expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/coll|known|one/);

		// The same words again change nothing; other words do.
		await state(third, circle, { partners: [' la lanterne '] });
		expect((await possible(facilitator, circle))[0]?.state).toBe('settled');
		await state(third, circle, { partners: ['la lanterne', 'Le Phare'] });
		expect(await possible(facilitator, circle)).toMatchObject([{ state: 'possible', askedAt: null }]);
		expect((await answer(member, { answer: 'none' })).status).toBe(404);
		expect(await asked(member)).toEqual([]);
		expect((await ask(facilitator, circle, member, third)).status).toBe(201);
		expect((await facilitator.get(`/api/groups/${group.id}/conflicts`)).status).toBe(200);
	});

	test('only a conflict that is possible can be asked about, and only between members', async () => {
		const circle = await three();
		const none = await ask(circle.facilitator, circle, circle.member, circle.third);
		expect(none.body.errors).toEqual([{ field: 'accountIds', code: 'not-offered' }]);
		await bothAtLantern(circle);
		const outside = await ask(circle.facilitator, circle, circle.member, circle.outsider);
		expect(outside.status).toBe(422);
		const alone = await ask(circle.facilitator, circle, circle.member, circle.member);
		expect(alone.status).toBe(422);
	});

	test('who leaves the group leaves nothing of it behind, in whatever moment', async () => {
		const circle = await three();
		const { facilitator, moderator, member, third, group } = circle;
		await bothAtLantern(circle);
		await ask(facilitator, circle, member, third);
		// At the same time as they go on stating.
		await Promise.all([
			...[1, 2, 3].map((n) =>
				third.send('PUT', `/api/groups/${group.id}/conflict-statement`, {
					...nothing,
					partners: [`Nº ${n}`],
				}),
			),
			moderator.must('POST', `/api/groups/${group.id}/members/${third.me.id}/removal`, { reason: 'A' }),
		]);
		for (const table of ['conflict_statements', 'conflict_questions'] as const) {
			const { rows } = await sql`select 1 from ${sql.table(table)} where ${sql.ref(
				table === 'conflict_statements' ? 'account_id' : 'group_id',
			)} = ${table === 'conflict_statements' ? third.me.id : group.id}`.execute(server.world.db);
			expect(rows).toEqual([]);
		}
		expect(await possible(facilitator, circle)).toEqual([]);
		expect(await asked(member)).toEqual([]);
		expect((await stated(member, circle)).statement).not.toBeNull();
	});
});
