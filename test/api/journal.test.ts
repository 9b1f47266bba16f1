import type { JournalEntry } from '@entrepairs/contract/journal';
import type { Problem } from '@entrepairs/contract/problem';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCircle, planSeries } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const answers = { what: 'Un passage introuvable', soWhat: '', nowWhat: '' };

describe('the reflective journal', () => {
	test('a note on a session is its author’s alone, by every path', async () => {
		const circle = await createCircle(server);
		const { sessions } = await planSeries(circle);
		const sessionId = sessions[0]?.id ?? '';
		const entry = await circle.member.must<JournalEntry>('POST', '/api/journal', { sessionId, answers });
		expect(entry).toMatchObject({ sessionId, groupName: 'Le mardi soir', answers });

		for (const person of [circle.facilitator, circle.moderator, circle.outsider]) {
			expect((await person.get(`/api/journal/${entry.id}`)).status).toBe(404);
			const change = { answers: { ...answers, what: 'Forcé' }, basedOn: entry.updatedAt };
			expect((await person.send('PUT', `/api/journal/${entry.id}`, change)).status).toBe(404);
			expect((await person.send('DELETE', `/api/journal/${entry.id}`)).status).toBe(404);
			expect((await person.must<{ entries: unknown[] }>('GET', '/api/journal')).entries).toEqual([]);
			const session = await person.get(`/api/sessions/${sessionId}`);
			expect(JSON.stringify(session.body)).not.toContain('introuvable');
		}
		expect((await circle.member.get<JournalEntry>(`/api/journal/${entry.id}`)).body.answers).toEqual(answers);
		const dump = await sql<{ row: string }>`
			select encode(sealed, 'escape') as row from journal_entries
		`.execute(server.world.db);
		expect(dump.rows.map(({ row }) => row).join()).not.toContain('introuvable');
	});

	test('a note changed elsewhere meanwhile is not overwritten', async () => {
		const { member } = await createCircle(server);
		const entry = await member.must<JournalEntry>('POST', '/api/journal', { sessionId: null, answers });
		const change = (what: string, basedOn: string) =>
			member.send<JournalEntry & Problem>('PUT', `/api/journal/${entry.id}`, {
				answers: { ...answers, what },
				basedOn,
			});
		const [first, second] = await Promise.all([
			change('Un', entry.updatedAt),
			change('Deux', entry.updatedAt),
		]);
		expect([first.status, second.status].sort()).toEqual([200, 409]);
		const winner = first.status === 200 ? first : second;
		expect((await change('Trois', winner.body.updatedAt)).status).toBe(200);
	});

	test('the note outlives one’s place in the group; an erased one is gone', async () => {
		const circle = await createCircle(server);
		const { sessions } = await planSeries(circle);
		const entry = await circle.member.must<JournalEntry>('POST', '/api/journal', {
			sessionId: sessions[0]?.id ?? '',
			answers,
		});
		await circle.moderator.must(
			'POST',
			`/api/groups/${circle.group.id}/members/${circle.member.me.id}/removal`,
			{
				reason: 'Fin.',
			},
		);
		expect((await circle.member.get<JournalEntry>(`/api/journal/${entry.id}`)).body.groupName).toBe(
			'Le mardi soir',
		);
		const another = await circle.member.post<Problem>('/api/journal', {
			sessionId: sessions[0]?.id,
			answers,
		});
		expect(another.body.errors).toEqual([{ field: 'sessionId', code: 'not-offered' }]);
		expect((await circle.member.send('DELETE', `/api/journal/${entry.id}`)).status).toBe(204);
		expect((await circle.member.get(`/api/journal/${entry.id}`)).status).toBe(404);
	});
});
