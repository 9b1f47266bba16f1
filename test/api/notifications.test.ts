/** What people are told, as mail that a real SMTP server received and another program read. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GroupDetail } from '@entrepairs/contract/groups';
import {
	type MailSubject,
	type Notice,
	type NotificationChoices,
	noticeKinds,
} from '@entrepairs/contract/notifications';
import type { Session } from '@entrepairs/contract/sessions';
import { type Notice as Told, tell } from '@entrepairs/server/features/notifications/notices';
import { createPostbox } from '@entrepairs/server/platform/mail';
import { simpleParser } from 'mailparser';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MailServer, wordsOfHtml } from '../support/mail-server.ts';
import { admit, type Circle, createCircle, newCase, type Person, planSeries } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let mail: MailServer;
let server: TestServer;
beforeAll(async () => {
	mail = await new MailServer().start();
	server = await startServer({}, undefined, undefined, { SMTP_URL: mail.url });
	circle = await createCircle(server);
});
afterAll(async () => {
	await server.close();
	await mail.stop();
});

let circle: Circle;
let session: Session;
beforeEach(async () => {
	const { db } = server.world;
	// The same people, in a group of their own: what other tests left is not theirs any more.
	await db.updateTable('group_members').set({ ended_at: new Date() }).execute();
	for (const table of ['notices', 'mails', 'notification_choices', 'reminders', 'job_marks'] as const) {
		await db.deleteFrom(table).execute();
	}
	await circle.member.must('PATCH', '/api/me', { language: 'fr', timeZone: 'Europe/Paris' });
	const { facilitator, member, organisationId } = circle;
	const group = await facilitator.must<GroupDetail>('POST', '/api/groups', {
		organisationId,
		name: 'Le mardi soir',
		purpose: 'Analyse de la pratique',
		language: 'fr',
		timeZone: 'Europe/Paris',
		capacity: 8,
	});
	circle = { ...circle, group };
	await admit(circle, member);
	const { sessions } = await planSeries(circle);
	session = sessions[0] as Session;
	await server.world.jobs.runDue();
	await db.deleteFrom('notices').execute();
	mail.received.length = 0;
	mail.attempts = 0;
});
afterEach(() => {
	server.now = null;
	mail.refuse = null;
	mail.answerAfterMs = 0;
});

const at = () => server.now ?? new Date();
const told = (...notices: Told[]) => server.world.db.transaction().execute((trx) => tell(trx, notices, at()));
const moved = (person: Person): Told => ({
	kind: 'session-moved',
	to: person.me.id,
	groupId: circle.group.id,
	sessionId: session.id,
});
const later = (seconds: number) => {
	server.now = new Date(at().getTime() + seconds * 1_000);
};
const choose = async (person: Person, change: Partial<NotificationChoices>) => {
	const { choices } = await person.must<{ choices: NotificationChoices }>('GET', '/api/notification-choices');
	return person.must('PUT', '/api/notification-choices', { ...choices, ...change });
};
const wants = async (person: Person) =>
	(await person.must<{ choices: NotificationChoices }>('GET', '/api/notification-choices')).choices.mail;
const mine = async (person: Person) =>
	(await person.must<{ notices: Notice[] }>('GET', '/api/notices')).notices;
const states = () => server.world.db.selectFrom('mails').select(['id', 'state', 'attempts']).execute();

describe('a mail', () => {
	test('says when in the reader’s zone and language, and in the group’s if it differs', async () => {
		await circle.member.must('PATCH', '/api/me', { language: 'en', timeZone: 'Indian/Reunion' });
		await told(moved(circle.facilitator), moved(circle.member));
		await server.world.jobs.runDue();
		const [french] = mail.to(circle.facilitator.me.email);
		const [english] = mail.to(circle.member.me.email);
		expect(french?.subject).toBe('Séance modifiée\u00a0: Le mardi soir');
		expect(french?.text).toContain('18\u202fh\u202f30 – 20\u202fh (heure');
		expect(french?.text).not.toContain('Pour le groupe');
		expect(english?.subject).toBe('Session changed: Le mardi soir');
		// In winter Réunion is three hours ahead of Paris, in summer two.
		expect(english?.text).toMatch(/[89]:30\u202fpm – (10|11)\u202fpm \(Réunion Time\)/);
		expect(english?.text).toContain('For the group: ');
		expect(english?.text).toMatch(/6:30\u202fpm – 8\u202fpm \([^)]*(Paris|Central European|France)[^)]*\)/);
		for (const one of [french, english])
			expect(one?.text).toContain(`${server.world.config.publicUrl}/sessions/`);
	});

	test('says the same as text and as HTML, of every kind, in both languages, and fetches nothing', async () => {
		await circle.member.must('PATCH', '/api/me', { language: 'en' });
		for (const person of [circle.facilitator, circle.member]) {
			for (const kind of noticeKinds) {
				if (kind === 'session-cancelled') continue;
				await told({ ...moved(person), kind, subjectId: crypto.randomUUID() });
			}
		}
		await server.world.jobs.runDue();
		expect(mail.received).toHaveLength(2 * (noticeKinds.length - 1));
		for (const one of mail.received) {
			expect(wordsOfHtml(String(one.html))).toBe(one.text?.replace(/[ \n]+/g, ' ').trim());
			expect(one.html).not.toMatch(/<(img|script|link|style|iframe)|url\(|src=/i);
			const elsewhere = [...String(one.html).matchAll(/https?:\/\/[^/"]+/g)].map(([address]) => address);
			expect(new Set(elsewhere)).toEqual(new Set([server.world.config.publicUrl]));
		}
		const subjects = new Set(mail.received.map(({ subject }) => subject));
		expect(subjects.size).toBe(mail.received.length);
	});

	test('carries what mail programs need, the same whenever it is made', async () => {
		await told(moved(circle.member));
		const [notice] = await mine(circle.member);
		await server.world.jobs.runDue();
		const [one] = mail.received;
		expect(one?.messageId).toBe(`<${notice?.id}@localhost>`);
		expect(one?.from?.text).toBe('"Entrepairs" <no-reply@localhost>');
		expect(one?.headers.get('auto-submitted')).toBe('auto-generated');
		const list = one?.headers.get('list') as { unsubscribe: { url: string } } & Record<
			string,
			{ name: string }
		>;
		expect(list.unsubscribe.url).toMatch(/\/unsubscribe\/[A-Za-z0-9_-]{43}$/);
		expect(one?.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
		expect(one?.raw.split(/\r?\n\r?\n/)[0]).not.toContain(circle.member.me.name);
	});

	test('can carry an invitation, as calendars and as people find it', async () => {
		const { config, log } = server.world;
		const content = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
		const outcome = await createPostbox(config, log).deliver(
			{
				id: crypto.randomUUID(),
				to: 'someone@example.org',
				subject: 'Séance prévue',
				text: 'Bonjour',
				html: '<p>Bonjour</p>',
				language: 'fr',
				headers: {},
				at: new Date(),
				calendars: [{ method: 'REQUEST', content }],
			},
			async () => true,
		);
		expect(outcome).toBe('sent');
		const [one] = mail.received;
		expect(one?.raw).toMatch(/Content-Type: text\/calendar; charset=utf-8;\s+method=REQUEST/);
		expect(one?.attachments.map(({ filename }) => filename)).toContain('invite.ics');
		expect(one?.attachments.every((file) => file.content.toString() === content)).toBe(true);
	});

	test('has no word of a case, no name of a person, no reason and no place', async () => {
		const canaries = ['Grandclément', 'Samir', 'Claire', 'Hélène', 'motif-canari', 'titre-canari'];
		await circle.facilitator.must('PATCH', `/api/groups/${circle.group.id}`, { secondReader: true });
		await circle.member.must('POST', `/api/sessions/${session.id}/cases`, {
			...newCase({
				title: 'titre-canari',
				sections: [{ key: 'facts', text: 'Une demande, titre-canari.' }],
				secondReaderId: circle.facilitator.me.id,
			}),
		});
		await told({ ...moved(circle.member), kind: 'membership-ended' }, moved(circle.member));
		await server.world.jobs.runDue();
		const [asked] = mail.to(circle.facilitator.me.email);
		expect(asked?.subject).toContain('Une relecture vous est demandée');
		expect(asked?.text).toMatch(/\/cases\/[0-9a-f-]{36}/);
		expect(mail.received).toHaveLength(3);
		for (const { subject, text, html, raw } of mail.received) {
			for (const canary of canaries) expect([subject, text, html, raw].join('\n')).not.toContain(canary);
		}
	});
});

describe('at most once, and never lost', () => {
	test('two processes on one database, both at work: one mail each', async () => {
		const other = await startServer({}, server.databaseUrl, undefined, { SMTP_URL: mail.url });
		mail.answerAfterMs = 20;
		for (let n = 0; n < 10; n++) await told(moved(circle.member), moved(circle.facilitator));
		await Promise.all([server, other, server, other].map(({ world }) => world.jobs.runDue()));
		await other.close();
		expect(mail.received).toHaveLength(20);
		expect(new Set(mail.received.map(({ messageId }) => messageId)).size).toBe(20);
	});

	test('a server that is away or says "later" gets it later; nothing changes for two days, then it has failed', async () => {
		server.now = new Date();
		await mail.stop();
		await told(moved(circle.member));
		await server.world.jobs.runDue();
		await mail.start();
		// Not before it is time.
		await server.world.jobs.runDue();
		expect(mail.received).toHaveLength(0);
		mail.refuse = { at: 'message', code: 451 };
		later(60);
		await server.world.jobs.runDue();
		expect(mail.received).toHaveLength(0);
		mail.refuse = null;
		later(60);
		await server.world.jobs.runDue();
		expect(mail.received).toHaveLength(1);

		await choose(circle.facilitator, { reminders: [] });
		mail.refuse = { at: 'recipient', code: 450 };
		await told(moved(circle.facilitator));
		for (let hour = 0; hour < 50; hour++) {
			await server.world.jobs.runDue();
			later(3_600);
		}
		const attempts = mail.attempts;
		mail.refuse = null;
		await server.world.jobs.runDue();
		expect(mail.attempts).toBe(attempts);
		expect(await mine(circle.facilitator)).toMatchObject([{ kind: 'session-moved', mail: 'failed' }]);
	});

	test('an address that does not exist has failed at once, and the person is told on the site', async () => {
		mail.refuse = { at: 'recipient', code: 550 };
		await told(moved(circle.member));
		await server.world.jobs.runDue();
		expect(await mine(circle.member)).toMatchObject([{ mail: 'failed', readAt: null }]);
		const before = await states();
		await server.world.jobs.runDue();
		expect(await states()).toEqual(before);
		const metrics = await (await fetch(`${server.url}/metrics`)).text();
		expect(metrics).toMatch(/entrepairs_mails\{state="failed"\} [1-9]/);
		expect(metrics).not.toContain('example.org');
	});

	test('what is no more so, or no more theirs to know, by the time it goes is not told by mail', async () => {
		await told({ ...moved(circle.member), kind: 'session-reminder' }, moved(circle.facilitator));
		server.now = new Date(session.startsAt);
		await server.world.db
			.updateTable('group_members')
			.set({ ended_at: new Date() })
			.where('account_id', '=', circle.facilitator.me.id)
			.execute();
		await server.world.jobs.runDue();
		expect(mail.received).toEqual([]);
	});
});

describe('reminders', () => {
	/** A session each Monday at 9:00 in Paris; the clock is changed on Sunday 25 October 2026. */
	async function planMondays(): Promise<void> {
		server.now = new Date('2026-10-14T08:00:00Z');
		await circle.facilitator.must('POST', `/api/groups/${circle.group.id}/series`, {
			startsOn: '2026-10-26',
			time: '09:00',
			durationMinutes: 60,
			timeZone: 'Europe/Paris',
		});
	}
	const reminders = (person: Person) =>
		mail.to(person.me.email).filter(({ subject }) => subject?.startsWith('Rappel'));
	/** What the member is sent, with the moment of the clock at which it came. */
	async function watch(from: string, to: string, stepMinutes: number): Promise<string[]> {
		const seen: string[] = [];
		for (let time = Date.parse(from); time <= Date.parse(to); time += stepMinutes * 60_000) {
			server.now = new Date(time);
			const before = reminders(circle.member).length;
			await server.world.jobs.runDue();
			const came = reminders(circle.member).slice(before);
			seen.push(...came.map(() => server.now?.toISOString() ?? ''));
		}
		return seen;
	}

	test('come when each person chose, on their own wall, across the October change of clock', async () => {
		await planMondays();
		await choose(circle.member, { reminders: [1_440, 30], eveningBefore: true });
		await choose(circle.facilitator, { reminders: [], eveningBefore: false });
		const seen = await watch('2026-10-25T06:00:00Z', '2026-10-26T09:00:00Z', 30);
		expect(seen).toEqual([
			'2026-10-25T08:00:00.000Z',
			'2026-10-25T18:00:00.000Z',
			'2026-10-26T07:30:00.000Z',
		]);
		expect(reminders(circle.facilitator)).toEqual([]);
		expect(reminders(circle.member)[0]?.text).toContain('lundi 26 octobre 2026, 9\u202fh – 10\u202fh');
	});

	test('a server that was down sends one, late; none once the session has begun; anew when it is moved', async () => {
		await planMondays();
		await choose(circle.member, { reminders: [1_440, 120], eveningBefore: true });
		expect(await watch('2026-10-24T12:00:00Z', '2026-10-24T12:00:00Z', 1)).toEqual([]);
		// Three came due meanwhile.
		expect(await watch('2026-10-26T07:10:00Z', '2026-10-26T07:40:00Z', 10)).toHaveLength(1);
		await server.world.db
			.updateTable('series_phases')
			.set({ time: '20:00' })
			.where('starts_on', '=', '2026-10-26')
			.execute();
		expect(await watch('2026-10-26T07:50:00Z', '2026-10-26T19:00:00Z', 10)).toEqual([
			'2026-10-26T17:00:00.000Z',
		]);
		expect(await watch('2026-11-01T10:00:00Z', '2026-11-01T10:00:00Z', 1)).toHaveLength(0);
		expect(await watch('2026-11-02T19:30:00Z', '2026-11-02T19:30:00Z', 1)).toHaveLength(0);
	});
});

describe('the digest', () => {
	test('gathers what can wait until the hour chosen; what is near goes at once', async () => {
		server.now = new Date('2027-03-24T12:00:00Z');
		const { sessions } = await circle.facilitator.must<{ sessions: Session[] }>(
			'POST',
			`/api/groups/${circle.group.id}/series`,
			{
				startsOn: '2027-03-25',
				time: '18:30',
				durationMinutes: 60,
				timeZone: 'Europe/Paris',
			},
		);
		const [near, far] = sessions.filter(({ startsAt }) => startsAt > '2027-03-25T17');
		// Sundays at 8:00 in Paris; the clock is changed on Sunday 28 March.
		await choose(circle.member, {
			digest: 'weekly',
			digestDay: 7,
			digestHour: 8,
			reminders: [],
			mail: { reminders: true, sessions: true, roles: false, group: true, polls: true },
		});
		await server.world.jobs.runDue();
		mail.received.length = 0;
		await told(
			{ ...moved(circle.member), sessionId: near?.id ?? '' },
			{ ...moved(circle.member), sessionId: far?.id ?? '' },
			{ kind: 'group-paused', to: circle.member.me.id, groupId: circle.group.id },
		);
		await server.world.jobs.runDue();
		expect(mail.to(circle.member.me.email).map(({ subject }) => subject)).toEqual([
			'Séance modifiée\u00a0: Le mardi soir',
		]);
		server.now = new Date('2027-03-28T05:59:00Z');
		await server.world.jobs.runDue();
		expect(mail.to(circle.member.me.email)).toHaveLength(1);
		server.now = new Date('2027-03-28T06:00:00Z');
		await server.world.jobs.runDue();
		await server.world.jobs.runDue();
		const [, digest, ...more] = mail.to(circle.member.me.email);
		expect(more).toEqual([]);
		expect(digest?.subject).toBe('2 nouvelles de vos groupes');
		expect(digest?.text).toContain('est en pause');
		expect(wordsOfHtml(String(digest?.html))).toBe(digest?.text?.replace(/[ \n]+/g, ' ').trim());

		// What waits when there is to be no digest any more goes in a last one.
		await told({ kind: 'group-resumed', to: circle.member.me.id, groupId: circle.group.id });
		await server.world.jobs.runDue();
		await choose(circle.member, { digest: 'off' });
		await server.world.jobs.runDue();
		expect(mail.to(circle.member.me.email)[2]?.subject).toBe('Une nouvelle de vos groupes');
	});
});

describe('turning mails off', () => {
	async function link(): Promise<string> {
		await told(moved(circle.member));
		await server.world.jobs.runDue();
		const [one] = mail.to(circle.member.me.email).slice(-1);
		const list = one?.headers.get('list') as { unsubscribe: { url: string } } | undefined;
		return new URL(list?.unsubscribe.url ?? '').pathname;
	}

	test.each([
		['a form', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
		['a multipart form', 'multipart/form-data; boundary=x', '--x\r\n\r\nOne-Click\r\n--x--\r\n'],
	])('one click in a mail program does it, by %s, from anywhere, twice', async (_name, type, body) => {
		const path = await link();
		for (let n = 0; n < 2; n++) {
			const answer = await fetch(server.url + path, {
				method: 'POST',
				headers: { 'content-type': type, origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' },
				body,
			});
			expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []]);
		}
		expect(await wants(circle.member)).toMatchObject({ sessions: false, reminders: true, polls: true });
		await told(moved(circle.member));
		mail.received.length = 0;
		await server.world.jobs.runDue();
		expect(mail.received).toEqual([]);
		// On the site it is said all the same.
		expect((await mine(circle.member)).length).toBeGreaterThan(1);

		const api = `/api${path.replace('unsubscribe', 'unsubscriptions')}`;
		expect((await fetch(server.url + api)).status).toBe(200);
		const again = await circle.outsider.must('PUT', api, { isOff: false });
		expect(again).toEqual({ of: 'sessions', isOff: false });
		expect((await wants(circle.member)).sessions).toBe(true);
	});

	test('no other address does: nothing is changed, and nothing is said of whose it is', async () => {
		const path = await link();
		const token = path.split('/').at(-1) ?? '';
		const bytes = Buffer.from(token, 'base64url');
		const forged = ([16, 17, 31] as const).map((byte) => {
			const copy = Buffer.from(bytes);
			copy[byte] = (copy[byte] ?? 0) ^ 1;
			return copy.toString('base64url');
		});
		for (const other of [...forged, 'A'.repeat(43), 'x', 'A'.repeat(90)]) {
			const answer = await fetch(`${server.url}/unsubscribe/${other}`, { method: 'POST' });
			expect(answer.status).toBe(404);
			expect((await fetch(`${server.url}/api/unsubscriptions/${other}`)).status).toBe(404);
		}
		for (const wanted of Object.values(await wants(circle.member))) expect(wanted).toBe(true);
	});

	test('each kind alone', async () => {
		const mailOf: [MailSubject, Told['kind']][] = [
			['group', 'group-paused'],
			['polls', 'poll-opened'],
			['roles', 'role-given'],
		];
		for (const [subject, kind] of mailOf) {
			await choose(circle.member, { mail: { ...(await wants(circle.member)), [subject]: false } });
			mail.received.length = 0;
			await told({ ...moved(circle.member), kind });
			await server.world.jobs.runDue();
			expect(mail.received).toEqual([]);
		}
		await told(moved(circle.member));
		await server.world.jobs.runDue();
		expect(mail.received).toHaveLength(1);
	});
});

describe('on the site', () => {
	test('everybody reads their own, page by page, and marks their own', async () => {
		for (let n = 0; n < 35; n++) {
			later(1);
			await told(moved(circle.member));
		}
		const first = await circle.member.must<{ notices: Notice[]; hasOlder: boolean }>('GET', '/api/notices');
		expect([first.notices.length, first.hasOlder]).toEqual([30, true]);
		const before = first.notices.at(-1)?.at ?? '';
		const rest = await circle.member.must<{ notices: Notice[]; hasOlder: boolean }>(
			'GET',
			`/api/notices?before=${encodeURIComponent(before)}`,
		);
		expect([rest.notices.length, rest.hasOlder]).toEqual([5, false]);
		expect(await mine(circle.facilitator)).toEqual([]);

		const ids = rest.notices.map(({ id }) => id);
		expect((await circle.facilitator.post('/api/notices/read', { ids })).status).toBe(204);
		expect((await circle.member.post('/api/notices/read', { ids: ids.slice(1) })).status).toBe(204);
		const unread = await circle.member.must<{ notices: Notice[] }>(
			'GET',
			`/api/notices?unread=true&before=${encodeURIComponent(before)}`,
		);
		expect(unread.notices.map(({ id }) => id)).toEqual(ids.slice(0, 1));
	});

	test('who has left a group learns nothing more of its sessions', async () => {
		await told(moved(circle.member), { ...moved(circle.member), kind: 'membership-ended' });
		await server.world.db
			.updateTable('group_members')
			.set({ ended_at: new Date() })
			.where('account_id', '=', circle.member.me.id)
			.where('group_id', '=', circle.group.id)
			.execute();
		const left = await mine(circle.member);
		expect(left).toMatchObject([{ kind: 'membership-ended', session: null, path: '/groups' }]);
	});
});

describe('a server that sends no mail', () => {
	test('writes mails to a folder, where mail programs read them, and shows everybody theirs', async () => {
		const quiet = await startServer();
		const own = await createCircle(quiet);
		await quiet.world.db
			.transaction()
			.execute((trx) =>
				tell(trx, [{ kind: 'group-paused', to: own.member.me.id, groupId: own.group.id }], new Date()),
			);
		await quiet.world.jobs.runDue();
		const { mails } = await own.member.must<{ mails: { id: string; subject: string; text: string }[] }>(
			'GET',
			'/api/mails',
		);
		const shown = mails.find(({ subject }) => subject.startsWith('Groupe en pause'));
		const folder = join(quiet.world.config.dataDir, 'mails');
		expect(await readdir(folder)).toContain(`${shown?.id}.eml`);
		const parsed = await simpleParser(await readFile(join(folder, `${shown?.id}.eml`)));
		expect(parsed.subject).toBe(shown?.subject);
		expect(parsed.text?.trim()).toBe(shown?.text.trim());
		expect(await own.outsider.must('GET', '/api/mails')).toEqual({ mails: [] });
		await quiet.close();
		expect((await circle.member.get('/api/mails')).status).toBe(404);
	});
});
