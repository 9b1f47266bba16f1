/** What somebody notes for themself in a session: theirs alone, and into their journal at the end. */
import type { JournalEntry } from '@entrepairs/contract/journal';
import type { SessionNote } from '@entrepairs/contract/notes';
import type { Problem } from '@entrepairs/contract/problem';
import type { Session } from '@entrepairs/contract/sessions';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCircle, planSeries, tomorrow } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

async function sessionOf(circle: Awaited<ReturnType<typeof createCircle>>): Promise<string> {
	return (await planSeries(circle)).sessions[0]?.id ?? '';
}

describe('a private note of a session', () => {
	test('is its author’s alone, for everybody else who is there an empty one of their own', async () => {
		const circle = await createCircle(server);
		const id = await sessionOf(circle);
		const path = `/api/sessions/${id}/note`;
		const { member, facilitator, moderator, outsider } = circle;
		const empty = await member.must<SessionNote>('GET', path);
		expect(empty).toMatchObject({ sessionId: id, groupName: 'Le mardi soir', text: '', updatedAt: null });
		const written = await member.must<SessionNote>('PUT', path, {
			text: 'Introuvable mot.',
			basedOn: null,
		});
		expect(await member.must('GET', path)).toEqual(written);
		expect(await member.must('GET', '/api/notes')).toEqual({ notes: [written] });
		for (const person of [facilitator, moderator, outsider]) {
			const reply = await person.get<SessionNote>(path);
			expect(JSON.stringify(reply.body)).not.toContain('Introuvable');
			expect(reply.status).toBe(person === facilitator ? 200 : 404);
			expect((await person.get<{ notes: unknown[] }>('/api/notes')).body.notes).toEqual([]);
		}
		// The facilitator's own, at the same address, touches nobody else's.
		await facilitator.must('PUT', path, { text: 'À moi.', basedOn: null });
		expect(await member.must('GET', path)).toEqual(written);
		const { rows } = await sql<{ all: string }>`
			select string_agg(encode(sealed, 'escape') || session_notes::text, '') as all from session_notes`.execute(
			server.world.db,
		);
		expect(rows[0]?.all).not.toContain('Introuvable');
		expect(rows[0]?.all).not.toContain('mardi');
	});

	test('written from two windows is never overwritten unseen; emptied, it is no more', async () => {
		const circle = await createCircle(server);
		const path = `/api/sessions/${await sessionOf(circle)}/note`;
		const write = (text: string, basedOn: string | null) =>
			circle.member.send<SessionNote & Problem>('PUT', path, { text, basedOn });
		const begun = await Promise.all([write('Un', null), write('Deux', null)]);
		expect(begun.map(({ status }) => status).sort()).toEqual([200, 409]);
		const first = begun.find(({ status }) => status === 200)?.body.updatedAt ?? null;
		const changed = await Promise.all([write('Trois', first), write('Quatre', first)]);
		expect(changed.map(({ status }) => status).sort()).toEqual([200, 409]);
		expect(changed.find(({ status }) => status === 409)?.body.reason).toBe('changed-meanwhile');
		const last = changed.find(({ status }) => status === 200)?.body.updatedAt ?? null;
		expect((await write(' \n', last)).body).toMatchObject({ text: '', updatedAt: null });
		expect(await circle.member.must('GET', '/api/notes')).toEqual({ notes: [] });
		expect((await write('Encore', last)).status).toBe(409);
	});

	test('stays its author’s after they have left, and goes into their journal once', async () => {
		const circle = await createCircle(server);
		const { member } = circle;
		const id = await sessionOf(circle);
		const path = `/api/sessions/${id}/note`;
		const note = await member.must<SessionNote>('PUT', path, { text: 'Ce qui m’a touché.', basedOn: null });
		await member.must('POST', `/api/groups/${circle.group.id}/departure`);
		expect(await member.must('GET', path)).toEqual(note);
		const answers = { what: 'Ce qui m’a touché.', soWhat: 'Le silence.', nowWhat: '' };
		const take = (basedOn: string | null) =>
			member.send<JournalEntry & Problem>('POST', `${path}/journal-entry`, { answers, basedOn });
		const stale = await take(new Date(0).toISOString());
		expect([stale.status, stale.body.reason]).toEqual([409, 'changed-meanwhile']);
		expect(await member.must('GET', path)).toEqual(note);
		const taken = await Promise.all([take(note.updatedAt), take(note.updatedAt)]);
		// Whoever came second found no note of theirs any more: gone, and they are not in the group.
		expect(taken.map(({ status }) => status)).toContain(201);
		expect(taken.filter(({ status }) => status === 201)).toHaveLength(1);
		const { entries } = await member.must<{ entries: JournalEntry[] }>('GET', '/api/journal');
		expect(entries).toHaveLength(1);
		expect(entries[0]).toMatchObject({ sessionId: id, groupName: 'Le mardi soir', answers });
		expect((await member.get(path)).status).toBe(404);
		expect(await member.must('GET', '/api/notes')).toEqual({ notes: [] });
	});

	test('goes with its session when the series changes, and joins one that is there', async () => {
		const { member, facilitator, group } = await createCircle(server);
		const { sessions } = await facilitator.must<{ sessions: Session[] }>(
			'POST',
			`/api/groups/${group.id}/series`,
			{
				...{ startsOn: tomorrow(), time: '18:30', durationMinutes: 90, timeZone: 'Europe/Paris' },
				recurrence: { every: 'week', interval: 1, weekdays: [weekday()] },
			},
		);
		const [kept = '', gone = '', later = ''] = sessions.map(({ id }) => id);
		for (const id of [kept, gone, later])
			await member.must('PUT', `/api/sessions/${id}/note`, { text: `Note de ${id}`, basedOn: null });
		const { revision } = await facilitator.must<{ revision: number }>('GET', `/api/sessions/${gone}/plan`);
		await facilitator.must('POST', `/api/sessions/${gone}/end`, { revision, scope: 'following' });
		const { notes } = await member.must<{ notes: SessionNote[] }>('GET', '/api/notes');
		expect(notes.map(({ sessionId }) => sessionId)).toEqual([kept]);
		expect(notes[0]?.text).toBe([kept, gone, later].map((id) => `Note de ${id}`).join('\n\n'));
		expect((await facilitator.must<SessionNote>('GET', `/api/sessions/${kept}/note`)).text).toBe('');
	});
});

const weekday = () => new Date(Date.now() + 86_400_000).getUTCDay() || 7;
