/** Input that is well formed and means harm: the far future, doors for those who may not enter, lines in names. */
import type { SessionAttendance } from '@entrepairs/contract/attendance';
import type { Session } from '@entrepairs/contract/sessions';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Circle, createCircle, type Person, signUp, tomorrow } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let circle: Circle;
let sessions: Session[];
let unsigned: Person;
const LINK = 'https://visio.example.org/salle-secrete';
const NAME = 'Le mardi\r\nATTENDEE:mailto:x@example.org; a, b \\ "c" \u202Egro';

beforeAll(async () => {
	server = await startServer();
	circle = await createCircle(server);
	const group = `/api/groups/${circle.group.id}`;
	const planned = await circle.facilitator.must<{ sessions: Session[] }>('POST', `${group}/series`, {
		...{ startsOn: tomorrow(), time: '18:30', durationMinutes: 90, timeZone: 'Europe/Paris' },
		recurrence: { every: 'week', interval: 1, weekdays: [1, 2, 3, 4, 5, 6, 7] },
		...{ link: LINK, place: 'Salle 2\r\nURL:https://x.example.org' },
	});
	sessions = planned.sessions;
	unsigned = await signUp(server);
	const { id } = await unsigned.must<{ id: string }>('POST', `${group}/join-requests`, {
		message: 'Bonjour.',
	});
	await circle.moderator.must('POST', `/api/join-requests/${id}/decision`, {
		...{ outcome: 'accepted', reason: 'Oui.' },
	});
});
afterAll(() => server.close());

const idOf = (index: number) => sessions[index]?.id ?? '';

describe('the end of time', () => {
	test('costs nothing, wherever a day can be named', async () => {
		const { member, facilitator } = circle;
		const seriesId = idOf(0).split('.')[0];
		const began = performance.now();
		const answers = [
			await member.get('/api/calendar?from=9999-12-01T00:00:00Z&to=9999-12-31T20:00:00Z'),
			await member.get(`/api/sessions/${seriesId}.9999-12-31/attendance`),
			await member.get(`/api/sessions/${seriesId}.9999-12-31/agenda`),
			await member.get(`/api/sessions/${seriesId}.2199-12-31/attendance`),
			await member.get(`/api/sessions/${seriesId}.2199-12-31/agenda`),
			await member.send('POST', `/api/sessions/${seriesId}.2199-12-31/roles/scribe/taking`, {}),
			await facilitator.get(`/api/sessions/${seriesId}.2199-12-31/plan`),
			await member.send('PUT', `/api/groups/${circle.group.id}/answers`, {
				...{ from: '9998-12-31', to: '9999-12-31', answer: 'no', words: null },
			}),
		];
		expect(answers.map(({ status }) => status)).toEqual([200, 404, 404, 200, 200, 404, 200, 200]);
		expect(performance.now() - began).toBeLessThan(3_000);
	});

	test('a leap second is no instant', async () => {
		const reply = await circle.member.get('/api/calendar?from=2026-12-31T23:59:60Z&to=2027-01-02T00:00:00Z');
		expect(reply.status).toBe(422);
		expect((await circle.member.get('/api/notices?before=2026-12-31T23:59:60Z')).status).toBe(422);
	});
});

describe('who has not signed', () => {
	test('is not shown where to meet by any path', async () => {
		const { member } = circle;
		const span = `from=${new Date().toISOString()}&to=${new Date(Date.now() + 7 * 86_400_000).toISOString()}`;
		const paths = [
			...['/api/sessions', `/api/calendar?${span}`, `/api/groups/${circle.group.id}/sessions`],
			...[`/api/sessions/${idOf(0)}`, `/api/sessions/${idOf(0)}/calendar`],
		];
		const feedOf = async (person: Person) => {
			const { address } = await person.must<{ address: string }>('POST', '/api/calendar-feeds', {
				...{ groupId: null, neutralTitles: false },
			});
			return new URL(address).pathname;
		};
		const read = async (person: Person, path: string) =>
			JSON.stringify((await person.get(path)).body).includes('salle-secrete');
		for (const path of paths) expect([path, await read(member, path)]).toEqual([path, true]);
		for (const path of paths) expect([path, await read(unsigned, path)]).toEqual([path, false]);
		expect(await read(member, await feedOf(member))).toBe(true);
		expect(await read(unsigned, await feedOf(unsigned))).toBe(false);
	});

	test('reads no word of apology but their own', async () => {
		await circle.member.must('PUT', `/api/sessions/${idOf(0)}/answer`, { answer: 'no', words: 'Un deuil.' });
		await unsigned.must('PUT', `/api/sessions/${idOf(0)}/answer`, { answer: 'no', words: 'Un train.' });
		const words = async (person: Person) =>
			(await person.must<SessionAttendance>('GET', `/api/sessions/${idOf(0)}/attendance`)).people.flatMap(
				(one) => one.words ?? [],
			);
		expect(await words(unsigned)).toEqual(['Un train.']);
		expect((await words(circle.facilitator)).sort()).toEqual(['Un deuil.', 'Un train.']);
	});
});

describe('a name of several lines', () => {
	test('adds no property to a calendar and no header to a mail', async () => {
		await server.world.db
			.updateTable('groups')
			.set({ name: NAME })
			.where('id', '=', circle.group.id)
			.execute();
		const { body } = await circle.member.get<string>(`/api/sessions/${idOf(0)}/calendar`);
		const event = new ICAL.Component(ICAL.parse(body)).getFirstSubcomponent('vevent');
		expect(event?.getAllProperties('attendee')).toEqual([]);
		expect(event?.getAllProperties('url').map((one) => one.getFirstValue())).toEqual([LINK]);
		expect(event?.getFirstPropertyValue('location')).toContain('Salle 2\nURL:');
	});

	test('is refused for groups and people, and so is one that turns the text around it about', async () => {
		const { facilitator } = circle;
		const group = `/api/groups/${circle.group.id}`;
		for (const name of ['Deux\nlignes', 'Le \u202Eidram', 'Un\u2066deux', 'Un\u0007']) {
			expect([name, (await facilitator.send('PATCH', group, { name })).status]).toEqual([name, 422]);
			expect([name, (await facilitator.send('PATCH', '/api/me', { name })).status]).toEqual([name, 422]);
		}
	});
});

describe('addresses to meet at', () => {
	test.each([
		'javascript:alert(1)',
		'http://visio.example.org/',
		'https://moi:secret@visio.example.org/',
		'https://visio.example.org/\u0000',
		' https://localhost/',
		`https://visio.example.org/${'a'.repeat(490)}`,
		'data:text/html,x',
		'https:\\\\visio.example.org',
	])('%s is refused', async (link) => {
		const reply = await circle.facilitator.post(`/api/groups/${circle.group.id}/series`, {
			...{ startsOn: tomorrow(), time: '18:30', durationMinutes: 90, timeZone: 'Europe/Paris', link },
		});
		expect(reply.status).toBe(422);
	});
});
