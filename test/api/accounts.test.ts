import type { Problem } from '@entrepairs/contract/problem';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, Person, signUp } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const signIn = (email: string, password: string) =>
	new Person(server).post<Problem>('/api/session', { email, password });

describe('accounts', () => {
	test('someone signs up, signs out, signs in whatever the case of the e-mail', async () => {
		const person = await signUp(server, '  Awa Diarra ');
		expect(person.me.name).toBe('Awa Diarra');
		expect((await person.get('/api/me')).status).toBe(200);

		const before = person.cookie;
		expect((await person.send('DELETE', '/api/session')).status).toBe(204);
		person.cookie = before;
		expect((await person.get('/api/me')).status).toBe(401);

		const reply = await person.post('/api/session', {
			email: person.me.email.toUpperCase(),
			password: PASSWORD,
		});
		expect(reply.status).toBe(200);
		expect(reply.headers.get('set-cookie')).toMatch(/HttpOnly/);
		expect(reply.headers.get('set-cookie')).toMatch(/SameSite=Lax/);
		expect((await person.get('/api/me')).status).toBe(200);
	});

	test('an unknown e-mail and a wrong password get the same answer for the same work', async () => {
		const person = await signUp(server);
		const times = { wrong: [] as number[], unknown: [] as number[] };
		let answers = new Set<string>();
		for (let round = 0; round < 4; round++) {
			for (const [kind, email] of [
				['wrong', person.me.email],
				['unknown', `nobody-${round}@example.org`],
			] as const) {
				const start = performance.now();
				const reply = await signIn(email, 'not the password at all');
				times[kind].push(performance.now() - start);
				answers = answers.add(JSON.stringify([reply.status, reply.body]));
			}
		}
		expect([...answers]).toHaveLength(1);
		// Hashing takes some 20 ms; without it an unknown e-mail would be answered in a twentieth of that.
		expect(Math.min(...times.unknown)).toBeGreaterThan(Math.min(...times.wrong) / 3);
	});

	test('guessing at one account is slowed down, and the right password waits as well', async () => {
		const person = await signUp(server);
		const statuses: number[] = [];
		for (let attempt = 0; attempt < 11; attempt++) {
			statuses.push((await signIn(person.me.email, `guess ${attempt} of many`)).status);
		}
		expect(statuses).toContain(429);
		const refused = await signIn(person.me.email, PASSWORD);
		expect(refused.status).toBe(429);
		expect(refused.body.retryAfterSeconds).toBeGreaterThan(0);
	});

	test('what the database stores opens no session and holds no password', async () => {
		const person = await signUp(server);
		const secret = person.cookie?.split('=')[1] ?? '';
		const dump = await sql<{ row: string }>`
			select sign_ins::text as row from sign_ins union all select accounts::text from accounts
		`.execute(server.world.db);
		const all = dump.rows.map(({ row }) => row).join('\n');
		expect(all).toContain('$argon2id$');
		expect(all).not.toContain(secret);
		expect(all).not.toContain(PASSWORD);
	});

	test('signing out everywhere ends every sign-in of that person and nobody else', async () => {
		const here = await signUp(server);
		const other = await signUp(server);
		const there = new Person(server);
		await there.post('/api/session', { email: here.me.email, password: PASSWORD });
		await here.send('DELETE', '/api/session?everywhere=true');
		expect((await there.get('/api/me')).status).toBe(401);
		expect((await other.get('/api/me')).status).toBe(200);
	});

	test('an account has its own e-mail, name, language and zone', async () => {
		const person = await signUp(server);
		const taken = await new Person(server).post<Problem>('/api/accounts', {
			email: person.me.email.toUpperCase(),
			name: 'Autre',
			password: PASSWORD,
			language: 'fr',
			timeZone: 'Europe/Paris',
		});
		expect(taken.body.errors).toEqual([{ field: 'email', code: 'email-taken' }]);
		const changed = await person.send('PATCH', '/api/me', { language: 'en', timeZone: 'Indian/Reunion' });
		expect(changed.body).toMatchObject({ language: 'en', timeZone: 'Indian/Reunion', name: person.me.name });
		const wrong = await person.send<Problem>('PATCH', '/api/me', { timeZone: 'Europe/Atlantis' });
		expect(wrong.body.errors).toEqual([{ field: 'timeZone', code: 'unknown-time-zone' }]);
	});
});
