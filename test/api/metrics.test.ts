import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, rawOpen } from '../support/collab-client.ts';
import { createCircle, openCase } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

test('what the server does can be seen, and nothing of whom or what', async () => {
	const circle = await createCircle(server);
	const opened = await openCase(circle);
	const client = await connect(circle.member, opened.id);
	client.write('context', 'bonjour');
	await until(() => client.isSaved());
	const raw = await rawOpen(circle.facilitator, opened.id);
	raw.socket.send('no bytes');
	await until(() => raw.closeCode !== null);

	const text = await (await fetch(`${server.url}/metrics`)).text();
	const value = (name: string) => Number(text.match(new RegExp(`^${name} ([\\d.e-]+)$`, 'm'))?.[1]);
	expect(value('entrepairs_collab_connections')).toBe(1);
	expect(value('entrepairs_collab_documents')).toBe(1);
	expect(value('entrepairs_collab_document_bytes')).toBeGreaterThan(20);
	expect(value('entrepairs_journal_waiting_bytes')).toBe(0);
	expect(value('entrepairs_journal_batch_changes_count')).toBeGreaterThan(0);
	expect(text).toMatch(/^entrepairs_collab_refused_total\{code="4400"\} 1$/m);
	for (const secret of [
		opened.id,
		opened.title,
		circle.group.name,
		circle.member.me.name,
		circle.member.me.id,
	]) {
		expect(text).not.toContain(secret);
	}
	const throughProxy = await fetch(`${server.url}/metrics`, {
		headers: { 'x-forwarded-for': '203.0.113.7' },
	});
	expect(throughProxy.status).toBe(404);
	client.leave();
});
