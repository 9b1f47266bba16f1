import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connect } from '../support/collab-client.ts';
import { createCircle, openCase } from '../support/people.ts';
import { PostgresProcess } from '../support/postgres-process.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

test('the database drops every connection again and again: nothing is lost, nothing is doubled', async () => {
	const circle = await createCircle(server);
	const { id } = await openCase(circle);
	const one = await connect(circle.member, id);
	const two = await connect(circle.facilitator, id);
	const admin = new pg.Client({ connectionString: inject('postgresUrl') });
	await admin.connect();
	const database = new URL(server.databaseUrl).pathname.slice(1);
	for (let n = 0; n < 60; n++) {
		one.write('facts', `[${n}]`);
		if (n % 6 === 0) {
			await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
				database,
			]);
		}
		await new Promise((resolve) => setTimeout(resolve, 15));
	}
	await admin.end();
	await until(() => one.isSaved(), { withinMs: 30_000 });
	await until(() => two.text('facts').includes('[59]'));
	one.leave();
	two.leave();
	await until(() => server.openDocuments() === 0);
	const reader = await connect(circle.facilitator, id);
	for (let n = 0; n < 60; n++) expect(reader.text('facts').split(`[${n}]`)).toHaveLength(2);
	reader.leave();
});

test('the database is killed with -9 while two write: they go on, nothing is called saved, all arrives', async () => {
	const postgres = await PostgresProcess.start();
	const onOwn = await startServer({ heartbeatMs: 200 }, postgres.url);
	try {
		const circle = await createCircle(onOwn);
		const { id } = await openCase(circle);
		const one = await connect(circle.member, id);
		const two = await connect(circle.facilitator, id);
		let written = 0;
		for (let round = 0; round < 3; round++) {
			for (let n = 0; n < 10; n++) one.write('facts', `[${written++}]`);
			await until(() => one.isSaved());
			const typing = setInterval(() => one.write('facts', `[${written++}]`), 5);
			await new Promise((resolve) => setTimeout(resolve, 60));
			await postgres.kill();
			const before = written;
			one.write('facts', `[${written++}]`);
			// Without the database the room goes on; the word « saved » does not come.
			await until(() => two.text('facts').includes(`[${before}]`));
			await new Promise((resolve) => setTimeout(resolve, 500));
			expect(one.isSaved()).toBe(false);
			expect([one.closeCode, two.closeCode]).toEqual([null, null]);
			clearInterval(typing);
			await postgres.restart();
			await until(() => one.isSaved(), { withinMs: 30_000 });
		}
		one.leave();
		two.leave();
		await until(() => onOwn.openDocuments() === 0);
		const reader = await connect(circle.facilitator, id);
		for (let n = 0; n < written; n++) expect(reader.text('facts').split(`[${n}]`)).toHaveLength(2);
		reader.leave();
	} finally {
		await onOwn.close();
		await postgres.destroy();
	}
});
