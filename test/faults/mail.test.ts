/** Mails and dying servers: each message at most once, and once where it is known not to have gone. */
import pg from 'pg';
import { afterAll, describe, test } from 'vitest';
import { createDatabase } from '../support/database.ts';
import { MailServer } from '../support/mail-server.ts';
import { newCase, signUp } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

/** Each test has its own, so that all of them wait at once. */
const open: { close(): Promise<void> }[] = [];
afterAll(async () => {
	for (const one of open.reverse()) await one.close();
});

async function mailServer(): Promise<MailServer> {
	const mail = await new MailServer().start();
	open.push({ close: () => mail.stop() });
	return mail;
}

/** How often each message came, by its name. */
function counts(mail: MailServer): Map<string, number> {
	const found = new Map<string, number>();
	for (const { messageId = '' } of mail.received) found.set(messageId, (found.get(messageId) ?? 0) + 1);
	return found;
}

/** A server on a database of its own, and somebody who is told things. */
async function scene() {
	const mail = await mailServer();
	const databaseUrl = await createDatabase();
	const settings = { DATABASE_URL: databaseUrl, SMTP_URL: mail.url, LOG_LEVEL: 'warn' };
	const server = await ServerProcess.start(settings);
	open.push({ close: () => server.destroy() });
	const accountId = (await signUp(server)).me.id;
	const database = new pg.Client({ connectionString: databaseUrl });
	await database.connect();
	open.push({ close: () => database.end() });

	return {
		mail,
		server,
		database,
		/** Another process of the same site. */
		async another() {
			const other = await ServerProcess.start(settings);
			open.push({ close: () => other.destroy() });
			return other;
		},
		/** As a feature tells people: rows, and the wake-up, in one transaction. */
		async tell(count: number): Promise<void> {
			await database.query('begin');
			await database.query(
				`insert into notices (id, account_id, kind, at)
				select gen_random_uuid(), $1, 'poll-opened', now() from generate_series(1, $2)`,
				[accountId, count],
			);
			await database.query(`select pg_notify('entrepairs_jobs', 'notices')`);
			await database.query('commit');
		},
		async states(): Promise<Record<string, number>> {
			const { rows } = await database.query('select state, count(*)::int from mails group by state');
			return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
		},
		async isSettled(): Promise<boolean> {
			const open = await database.query(
				`select 1 from notices where way = 'undecided' union all select 1 from mails where state = 'queued'`,
			);
			return open.rowCount === 0;
		},
	};
}

describe('on a server database', () => {
	test.concurrent('killed before the SMTP server could be reached: sent once, when both are back', async ({
		expect,
	}) => {
		const { mail, server, tell, states } = await scene();
		await mail.stop();
		await tell(1);
		await until(async () => (await states())['queued'] === 1, { what: 'a mail waits' });
		await server.end('SIGKILL');
		await mail.start();
		await server.start();
		await until(() => mail.received.length > 0, { withinMs: 90_000, what: 'the mail has come' });
		await until(async () => (await states())['sent'] === 1);
		expect(mail.received).toHaveLength(1);
	});

	test.concurrent('killed while the SMTP server thinks about the message: never sent again', async ({
		expect,
	}) => {
		const { mail, server, database, tell, states } = await scene();
		mail.answerAfterMs = 60_000;
		await tell(1);
		await until(() => mail.received.length === 1, { withinMs: 30_000, what: 'the message was given' });
		expect(await states()).toEqual({ handed: 1 });
		await server.end('SIGKILL');
		mail.answerAfterMs = 0;
		await server.start();
		// What is told afterwards goes, so the server is at work; the one before does not go again.
		await tell(1);
		await until(() => mail.received.length === 2, { withinMs: 90_000 });
		await database.query(
			`update mails set handed_at = handed_at - interval '11 minutes' where state = 'handed'`,
		);
		await until(async () => (await states())['unknown'] === 1, { withinMs: 90_000 });
		expect([...counts(mail).values()]).toEqual([1, 1]);
	});

	test.concurrent('killed at any moment, again and again, with two servers: at most once each, and none forgotten', async ({
		expect,
	}) => {
		const { mail, server, tell, states, isSettled, another } = await scene();
		const other = await another();
		mail.answerAfterMs = 15;
		for (let round = 0; round < 4; round++) {
			await tell(30);
			await until(() => mail.received.length > round * 30 + 3, { withinMs: 90_000 });
			await new Promise((resolve) => setTimeout(resolve, round * 23));
			const victim = round % 2 === 0 ? server : other;
			await victim.end('SIGKILL');
			await victim.start();
		}
		await until(isSettled, { withinMs: 120_000, what: 'no mail waits' });
		await other.end('SIGKILL');
		expect([...counts(mail).values()].every((count) => count === 1)).toBe(true);
		const { sent = 0, handed = 0, unknown = 0 } = await states();
		expect(sent + handed + unknown).toBe(120);
		// Two servers, each killed twice: it was handing over one mail at most each time.
		expect(handed + unknown).toBeLessThanOrEqual(4);
		expect(counts(mail).size).toBeGreaterThanOrEqual(sent);
	});
});

test.concurrent('on the embedded database too: killed with mails waiting, they go once after the start', async ({
	expect,
}) => {
	const mail = await mailServer();
	await mail.stop();
	const server = await ServerProcess.start({ SMTP_URL: mail.url, LOG_LEVEL: 'warn' });
	open.push({ close: () => server.destroy() });
	const author = await server.demoPerson('facilitator');
	const reader = await server.demoPerson('practitioner');
	await author.must('PATCH', `/api/groups/${server.demo().groupId}`, { secondReader: true });
	await author.must(
		'POST',
		`/api/sessions/${server.demo().sessionId}/cases`,
		newCase({ secondReaderId: reader.me.id }),
	);
	await server.end('SIGKILL');
	await mail.start();
	await server.start();
	const asked = () => mail.to(reader.me.email).filter(({ subject }) => subject?.startsWith('Une relecture'));
	await until(() => asked().length > 0, { withinMs: 90_000, what: 'the mail has come' });
	expect(await server.end('SIGTERM')).toBe(0);
	expect(asked()).toHaveLength(1);
});
