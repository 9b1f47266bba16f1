import type { CalendarFeed, CalendarSession, MadeFeed } from '@entrepairs/contract/calendar';
import type { GroupDetail } from '@entrepairs/contract/groups';
import type { Problem } from '@entrepairs/contract/problem';
import type { Session } from '@entrepairs/contract/sessions';
import { isApi } from '@entrepairs/server/platform/security';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSessions, wrongBytes } from '../support/calendar-reader.ts';
import { countQueries } from '../support/count-queries.ts';
import { admit, type Circle, createCircle, openCase, type Person, planSeries } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const allGroups = { groupId: null, neutralTitles: false };
const make = (person: Person, body: object = allGroups) =>
	person.must<MadeFeed>('POST', '/api/calendar-feeds', body);
/** As a calendar program does: without a cookie. The site is reached at another address in tests. */
const read = (address: string, init: RequestInit = {}) => fetch(server.url + new URL(address).pathname, init);
const weeks = (count: number): [Date, Date] => {
	const now = server.now ?? new Date();
	return [now, new Date(now.getTime() + count * 7 * 86_400_000)];
};
const remove = (circle: Circle, person: Person) =>
	circle.moderator.must('POST', `/api/groups/${circle.group.id}/members/${person.me.id}/removal`, {
		reason: 'Fin.',
	});

describe('a private calendar address', () => {
	test('shows the sessions of all my groups to a program that knows nothing of us, and nothing of a case', async () => {
		const circle = await createCircle(server);
		const { sessionId } = await openCase(circle, { title: 'Titre reconnaissable' });
		const { feed, address } = await make(circle.member);
		expect(address).toMatch(/\/calendar\/[A-Za-z0-9_-]{43}\.ics$/);
		expect(feed).toMatchObject({ group: null, neutralTitles: false, lastReadAt: null });

		const answer = await read(address);
		const ics = await answer.text();
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
		expect(answer.headers.get('cache-control')).toBe('private, no-cache');
		expect(answer.headers.get('set-cookie')).toBeNull();
		expect(wrongBytes(ics)).toEqual([]);
		const { sessions } = await circle.member.must<{ sessions: Session[] }>('GET', '/api/sessions');
		const found = readSessions(ics, ...weeks(8));
		expect(found.map(({ startsAt }) => startsAt)).toEqual(sessions.map(({ startsAt }) => startsAt));
		expect(new Set(found.map(({ summary }) => summary))).toEqual(new Set(['Supervision — Le mardi soir']));
		expect(ics.replaceAll('\r\n ', '')).not.toMatch(/reconnaissable|Samir|Claire|Hélène|example\.org/);
		expect(ics).not.toContain(sessionId);

		const { feeds } = await circle.member.must<{ feeds: CalendarFeed[] }>('GET', '/api/calendar-feeds');
		expect(feeds).toHaveLength(1);
		expect(feeds[0]?.lastReadAt).not.toBeNull();
		const stored = await server.world.db.selectFrom('calendar_feeds').selectAll().execute();
		const secret = address.slice(-47, -4);
		expect(JSON.stringify(stored)).not.toContain(secret);
		expect(stored.map((row) => Buffer.from(row.secret_hash).toString('base64url'))).not.toContain(secret);
	});

	test('says nothing to who looks over a shoulder, when asked', async () => {
		const circle = await createCircle(server);
		await planSeries(circle);
		const { feed, address } = await make(circle.member);
		const before = await (await read(address)).text();
		expect(before).toContain('Le mardi soir');
		await circle.member.must('PATCH', `/api/calendar-feeds/${feed.id}`, { neutralTitles: true });
		const after = (await (await read(address)).text()).replaceAll('\r\n ', '');
		expect(after).toContain('SUMMARY:Rendez-vous\r\n');
		expect(after).not.toMatch(/Le mardi soir|Supervision/);
		await circle.member.must('PATCH', '/api/me', { language: 'en' });
		expect((await (await read(address)).text()).replaceAll('\r\n ', '')).toContain('SUMMARY:Appointment\r\n');
	});

	test('is read again only when it says something else', async () => {
		const circle = await createCircle(server);
		await planSeries(circle);
		const { address } = await make(circle.member);
		const first = await read(address);
		const tag = first.headers.get('etag') ?? '';
		expect(first.headers.get('last-modified')).not.toBeNull();
		for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
			const again = await read(address, { headers: { 'if-none-match': known } });
			expect([again.status, await again.text()]).toEqual([304, '']);
			expect(again.headers.get('etag')).toBe(tag);
		}
		expect((await read(address, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
		const head = await read(address, { method: 'HEAD' });
		expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, tag, '']);
		await planSeries(circle);
		const changed = await read(address, { headers: { 'if-none-match': tag } });
		expect(changed.status).toBe(200);
		expect(changed.headers.get('etag')).not.toBe(tag);
	});

	test('is there once for all groups and once for each, for members only, and only its own person sees it', async () => {
		const circle = await createCircle(server);
		const body = { groupId: circle.group.id, neutralTitles: false };
		const own = await make(circle.member, body);
		await make(circle.member);
		for (const again of [body, allGroups]) {
			const refused = await circle.member.post<Problem>('/api/calendar-feeds', again);
			expect([refused.status, refused.body.reason]).toEqual([409, 'feed-exists']);
		}
		for (const other of [circle.outsider, circle.moderator]) {
			expect((await other.post('/api/calendar-feeds', body)).status).toBe(404);
		}
		await make(circle.facilitator, body);
		for (const other of [circle.facilitator, circle.moderator, circle.outsider]) {
			const path = `/api/calendar-feeds/${own.feed.id}`;
			expect((await other.send('PATCH', path, { neutralTitles: true })).status).toBe(404);
			expect((await other.post(`${path}/renewal`)).status).toBe(404);
			expect((await other.send('DELETE', path)).status).toBe(404);
		}
		expect((await read(own.address)).status).toBe(200);
	});

	test('made in two tabs at once, is made once', async () => {
		const circle = await createCircle(server);
		const statuses = await Promise.all(
			Array.from(
				{ length: 5 },
				async () => (await circle.member.post('/api/calendar-feeds', allGroups)).status,
			),
		);
		expect(statuses.sort()).toEqual([201, 409, 409, 409, 409]);
	});

	test('renewed or ended, is dead at once', async () => {
		const circle = await createCircle(server);
		const { feed, address } = await make(circle.member);
		const renewed = await circle.member.must<MadeFeed>('POST', `/api/calendar-feeds/${feed.id}/renewal`);
		expect(renewed.address).not.toBe(address);
		expect((await read(address)).status).toBe(404);
		expect((await read(renewed.address)).status).toBe(200);
		expect((await circle.member.send('DELETE', `/api/calendar-feeds/${feed.id}`)).status).toBe(204);
		expect((await read(renewed.address)).status).toBe(404);
		expect((await circle.member.send('DELETE', `/api/calendar-feeds/${feed.id}`)).status).toBe(404);
	});

	test('of a group ends with the stay in it, for good; the one of all groups forgets that group', async () => {
		const circle = await createCircle(server);
		await planSeries(circle);
		const one = await make(circle.member, { groupId: circle.group.id, neutralTitles: false });
		const all = await make(circle.member);
		await remove(circle, circle.member);
		expect((await read(one.address)).status).toBe(404);
		const rest = await (await read(all.address)).text();
		expect(readSessions(rest, ...weeks(8))).toEqual([]);
		expect(wrongBytes(rest)).toEqual([]);
		expect(rest).not.toContain('Le mardi soir');
		await admit(circle, circle.member);
		expect((await read(one.address)).status).toBe(404);
		expect(readSessions(await (await read(all.address)).text(), ...weeks(8))).not.toEqual([]);
		expect((await make(circle.member, { groupId: circle.group.id, neutralTitles: false })).address).not.toBe(
			one.address,
		);
	});

	test('ends with the account', async () => {
		const circle = await createCircle(server);
		const { address } = await make(circle.outsider);
		expect((await read(address)).status).toBe(200);
		await server.world.db.deleteFrom('accounts').where('id', '=', circle.outsider.me.id).execute();
		expect((await read(address)).status).toBe(404);
	});

	test('is not of the API, whose requests are logged', () => {
		expect(['/calendar/abc.ics', '/calendar?view=week'].some(isApi)).toBe(false);
	});

	test('that is none is a bare 404, whatever is tried', async () => {
		const circle = await createCircle(server);
		const { address } = await make(circle.member);
		const secret = address.slice(-47, -4);
		const bare = async (path: string) => {
			const answer = await fetch(`${server.url}/calendar/${path}.ics`);
			expect([path, answer.status, await answer.text()]).toEqual([path, 404, '']);
			expect(answer.headers.get('etag')).toBeNull();
		};
		const near = [
			secret.slice(0, -1),
			`${secret}A`,
			secret.toLowerCase(),
			`${secret}=`,
			`${secret}%00`,
			`%20${secret}`,
			`${secret.slice(0, -1)}${secret.endsWith('A') ? 'E' : 'A'}`,
			"'%20or%20true--",
			'%25',
			'0'.repeat(43),
		];
		for (const path of near) if (path !== secret) await bare(path);
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(
					fc.base64String({ minLength: 40, maxLength: 48 }).map((one) => one.replaceAll(/[+/=]/g, '_')),
					fc.string({ minLength: 1, maxLength: 80 }),
					// One letter of the true one is another.
					fc
						.tuple(fc.nat(42), fc.constantFrom('A', 'z', '0', '-', '_'))
						.map(([at, letter]) => secret.slice(0, at) + letter + secret.slice(at + 1)),
				),
				async (path) => {
					if (path === secret || path.trim() === '') return;
					const answer = await fetch(`${server.url}/calendar/${encodeURIComponent(path)}.ics`);
					expect(answer.status).toBe(404);
					await answer.arrayBuffer();
				},
			),
			{ numRuns: 150 },
		);
		expect((await read(address)).status).toBe(200);
	});
});

describe('the calendar page', () => {
	const span = 'from=2026-11-01T00:00:00Z&to=2027-01-01T12:00:00Z';

	test('shows my groups and no other, and at most 62 days', async () => {
		const circle = await createCircle(server);
		await planSeries(circle);
		const [from, to] = weeks(4).map((date) => date.toISOString());
		const path = `/api/calendar?from=${from}&to=${to}`;
		const mine = await circle.member.must<{ sessions: CalendarSession[]; groups: unknown[] }>('GET', path);
		expect(mine.sessions.length).toBe(4);
		expect(mine.groups).toEqual([{ id: circle.group.id, name: 'Le mardi soir' }]);
		const others = await circle.outsider.must<{ sessions: unknown[] }>('GET', path);
		expect(others).toEqual({ sessions: [], groups: [] });
		expect((await circle.member.get(`/api/calendar?${span}`)).status).toBe(200);
		for (const wrong of [
			'from=2026-11-01T00:00:00Z&to=2027-01-05T00:00:00Z',
			'from=2026-11-01T00:00:00Z&to=2026-11-01T00:00:00Z',
			'from=2026-11-01T00:00:00Z&to=2026-10-01T00:00:00Z',
			'from=hier&to=demain',
			'',
		]) {
			expect((await circle.member.get(`/api/calendar?${wrong}`)).status).toBe(422);
		}
	});

	test('of somebody in ten groups asks the database five times, however many sessions there are', async () => {
		const circle = await createCircle(server);
		const { organisationId, facilitator } = circle;
		for (let nth = 0; nth < 9; nth++) {
			const group = await facilitator.must<GroupDetail>('POST', '/api/groups', {
				organisationId,
				name: `Groupe ${nth}`,
				purpose: 'Analyse de la pratique',
				language: 'fr',
				timeZone: 'Europe/Paris',
				capacity: 8,
			});
			await planSeries({ ...circle, group });
			await planSeries({ ...circle, group });
		}
		await planSeries(circle);
		const [from, to] = weeks(8).map((date) => date.toISOString());
		let sessions: unknown[] = [];
		const asked = await countQueries(async () => {
			({ sessions } = await facilitator.must<{ sessions: unknown[] }>(
				'GET',
				`/api/calendar?from=${from}&to=${to}`,
			));
		});
		expect(sessions.length).toBeGreaterThan(100);
		expect(asked).toBeLessThanOrEqual(5);
	});
});

test('one session as a file, for members', async () => {
	const circle = await createCircle(server);
	const { sessions } = await planSeries(circle);
	const [session] = sessions as [Session];
	const path = `/api/sessions/${session.id}/calendar`;
	const file = await circle.member.send<string>('GET', path);
	expect(file.status).toBe(200);
	expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
	expect(wrongBytes(file.body)).toEqual([]);
	const found = readSessions(file.body, ...weeks(8));
	expect(found).toEqual([
		{
			uid: `${session.id}@entrepairs`,
			startsAt: session.startsAt,
			minutes: 90,
			summary: 'Supervision — Le mardi soir',
			location: null,
		},
	]);
	expect(file.body.replaceAll('\r\n ', '')).toContain(`/sessions/${session.id}\r\n`);
	for (const other of [circle.outsider, circle.moderator]) expect((await other.get(path)).status).toBe(404);
	const never = `${session.seriesId}.2020-01-01`;
	expect((await circle.member.get(`/api/sessions/${never}/calendar`)).status).toBe(404);
});
