/** The master key changes while people write: nobody notices, and the old key opens nothing more. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createKeyring } from '@entrepairs/server/platform/crypto';
import pg from 'pg';
import { expect, test } from 'vitest';
import { connect } from '../support/collab-client.ts';
import { createDatabase } from '../support/database.ts';
import { createCircle, openCase, Person } from '../support/people.ts';
import { startServer } from '../support/server.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

const command = fileURLToPath(new URL('../../server/src/commands/rotate-keys.ts', import.meta.url));
const newKey = () => randomBytes(32).toString('base64');

/** Runs the command as an operator would, beside everything else. */
async function runToEnd(env: Record<string, string>): Promise<{ stdout: string; stderr: string }> {
	const child = spawn(process.execPath, [command], { env: { ...process.env, ...env } });
	const said = { stdout: '', stderr: '' };
	child.stdout.on('data', (data: Buffer) => {
		said.stdout += data;
	});
	child.stderr.on('data', (data: Buffer) => {
		said.stderr += data;
	});
	await new Promise((resolve) => child.once('close', resolve));
	return said;
}

test('on a PostgreSQL server, by the command, while two write', async () => {
	const databaseUrl = await createDatabase();
	const [old, current] = [newKey(), newKey()];
	const before = await startServer({}, databaseUrl, old);
	const circle = await createCircle(before);
	const opened = await openCase(circle);
	await circle.member.must('POST', '/api/journal', {
		sessionId: null,
		answers: { what: 'Gardé', soWhat: '', nowWhat: '' },
	});
	await before.close();

	const server = await startServer({}, databaseUrl, `${current},${old}`);
	const writers = await Promise.all(
		[circle.member, circle.facilitator].map(async (person) => {
			const there = new Person(server);
			there.cookie = person.cookie;
			return { client: await connect(there, opened.id), written: 0, saved: 0 };
		}),
	);
	const typing = setInterval(() => {
		for (const [index, one] of writers.entries()) {
			if (one.client.isSaved()) one.saved = one.written;
			one.client.write('facts', `[${index}.${one.written++}]`);
		}
	}, 3);
	await until(() => writers.every(({ saved }) => saved > 5));
	const atStart = writers.map(({ saved }) => saved);
	const run = await runToEnd({ DATABASE_URL: databaseUrl, MASTER_KEY: `${current},${old}` });
	expect(run.stderr).toBe('');
	expect(run.stdout).toMatch(/^2 keys/);
	// They went on writing, and were told that it was saved, while the keys were wrapped again.
	for (const [index, { saved }] of writers.entries()) expect(saved).toBeGreaterThan(atStart[index] as number);
	clearInterval(typing);
	await until(() => writers.every(({ client }) => client.isSaved()));
	for (const { client } of writers) client.leave();
	await server.close();

	const after = await startServer({}, databaseUrl, current);
	const reader = new Person(after);
	reader.cookie = circle.member.cookie;
	const again = await connect(reader, opened.id);
	for (const [index, { written }] of writers.entries())
		for (let n = 0; n < written; n++) expect(again.text('facts')).toContain(`[${index}.${n}]`);
	again.leave();
	expect(JSON.stringify((await reader.get('/api/journal')).body)).toContain('Gardé');
	await after.close();

	const oldOnly = createKeyring([Buffer.from(old, 'base64')]);
	const database = new pg.Client({ connectionString: databaseUrl });
	await database.connect();
	const { rows } = await database.query<{ wrapped_key: Buffer }>(
		'select wrapped_key from documents union all select wrapped_key from person_keys',
	);
	await database.end();
	expect(rows).toHaveLength(2);
	for (const { wrapped_key } of rows) expect(() => oldOnly.unwrap(wrapped_key)).toThrow();
});

test('on the embedded database, by the server itself', async () => {
	const server = await ServerProcess.start({ LOG_LEVEL: 'warn' });
	try {
		const file = join(server.dataDir, 'master.key');
		const current = newKey();
		writeFileSync(file, `${current}\n${readFileSync(file, 'utf8')}`);
		await server.end('SIGTERM');
		await server.start();
		await until(() => server.output.includes('every key is wrapped with the current master key'));
		await server.end('SIGTERM');
		writeFileSync(file, `${current}\n`);
		await server.start();
		const client = await connect(await server.demoPerson('practitioner'), server.demo().caseId);
		expect(client.text('context')).toContain('reprend le travail');
		client.leave();
	} finally {
		await server.destroy();
	}
});
