/** Mails and dying servers: each message at most once, and once where it is known not to have gone. */
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDatabase } from '../support/database.ts';
import { MailServer } from '../support/mail-server.ts';
import { newCase, signUp } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

let mail: MailServer;
beforeEach(async () => {
	mail = await new MailServer().start();
});
afterEach(() => mail.stop());

/** How often each message came, by its name. */
function counts(): Map<string, number> {
	const found = new Map<string, number>();
	for (const { messageId = '' } of mail.received) found.set(messageId, (found.get(messageId) ?? 0) + 1);
	return found;
}

describe('on a server database', () => {
	let databaseUrl: string;
	let database: pg.Client;
	let server: ServerProcess;
	let accountId: string;
	beforeEach(async () => {
		databaseUrl = await createDatabase();
		server = await ServerProcess.start({ DATABASE_URL: databaseUrl, SMTP_URL: mail.url, LOG_LEVEL: 'warn' });
		accountId = (await signUp(server)).me.id;
		database = new pg.Client({ connectionString: databaseUrl });
		await database.connect();
	});
	afterEach(async () => {
		await database.end();
		await server.destroy();
	});

	/** As a feature tells people: rows, and the wake-up, in one transaction. */
	async function tell(count: number): Promise<void> {
		await database.query('begin');
		await database.query(
			`insert into notices (id, account_id, kind, at)
			select gen_random_uuid(), $1, 'poll-opened', now() from generate_series(1, $2)`,
			[accountId, count],
		);
		await database.query(`select pg_notify('entrepairs_jobs', 'notices')`);
		await database.query('commit');
	}
	async function states(): Promise<Record<string, number>> {
		const { rows } = await database.query('select state, count(*)::int from mails group by state');
		return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
	}
	const settled = async () => {
		const open = await database.query(
			`select 1 from notices where way = 'undecided' union all select 1 from mails where state = 'queued'`,
		);
		return open.rowCount === 0;
	};

	test('killed before the SMTP server could be reached: sent once, when both are back', async () => {
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

	test('killed while the SMTP server thinks about the message: never sent again', async () => {
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
		expect([...counts().values()]).toEqual([1, 1]);
	});

	test('killed at any moment, again and again, with two servers: at most once each, and none forgotten', async () => {
		const other = await ServerProcess.start({
			DATABASE_URL: databaseUrl,
			SMTP_URL: mail.url,
			LOG_LEVEL: 'warn',
		});
		mail.answerAfterMs = 15;
		for (let round = 0; round < 4; round++) {
			await tell(30);
			await until(() => mail.received.length > round * 30 + 3, { withinMs: 90_000 });
			await new Promise((resolve) => setTimeout(resolve, round * 23));
			const victim = round % 2 === 0 ? server : other;
			await victim.end('SIGKILL');
			await victim.start();
		}
		await until(settled, { withinMs: 120_000, what: 'no mail waits' });
		await other.destroy();
		expect([...counts().values()].every((count) => count === 1)).toBe(true);
		const { sent = 0, handed = 0, unknown = 0 } = await states();
		expect(sent + handed + unknown).toBe(120);
		// Two servers, each killed twice: it was handing over one mail at most each time.
		expect(handed + unknown).toBeLessThanOrEqual(4);
		expect(counts().size).toBeGreaterThanOrEqual(sent);
	});
});

test('on the embedded database too: killed with mails waiting, they go once after the start', async () => {
	await mail.stop();
	const server = await ServerProcess.start({ SMTP_URL: mail.url, LOG_LEVEL: 'warn' });
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
	await server.destroy();
});
