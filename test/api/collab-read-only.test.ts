/**
 * Someone who may read and not write. The policy grants that to nobody yet, so the document host is
 * started here with a policy that does, on the real database and through real websockets.
 */
import { closeCodes, syncSteps } from '@entrepairs/contract/collab';
import { createCollabMetrics } from '@entrepairs/server/collab/collab-metrics';
import type { DocumentAccess } from '@entrepairs/server/collab/connection';
import { alone } from '@entrepairs/server/collab/fan-out';
import { defaultLimits } from '@entrepairs/server/collab/limits';
import { registerCollab } from '@entrepairs/server/collab/upgrade';
import { createMetrics } from '@entrepairs/server/platform/metrics';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { connect, rawOpen, updateFrame } from '../support/collab-client.ts';
import { freePort } from '../support/free-port.ts';
import { type Circle, createCircle, openCase, Person } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
let circle: Circle;
let caseId: string;
let readers: FastifyInstance;
let reader: Person;
let access: DocumentAccess['access'] = 'read';

beforeAll(async () => {
	server = await startServer();
	circle = await createCircle(server);
	caseId = (await openCase(circle)).id;
	const writer = await connect(circle.member, caseId);
	writer.write('context', 'à lire');
	await until(() => writer.isSaved());
	writer.leave();
	await until(() => server.openDocuments() === 0);

	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const { me } = circle.member;
	readers = fastify();
	readers.decorateRequest('signIn', null);
	readers.addHook('onRequest', async (request) => {
		request.signIn = { accountId: me.id, name: me.name, idHash: '00' };
	});
	await registerCollab(readers, {
		...server.world,
		limits: defaultLimits,
		metrics: createCollabMetrics(createMetrics()),
		fanOut: alone,
		origins: [url],
		accessOf: async () => ({
			groupId: circle.group.id,
			access,
			person: { id: me.id, name: me.name, colour: 1 },
		}),
		stillSignedIn: async () => true,
	});
	await readers.listen({ host: '127.0.0.1', port });
	reader = new Person({ url });
});
afterAll(async () => {
	await readers.close();
	await server.close();
});

test('a reader reads, and may say again what is there', async () => {
	const client = await connect(reader, caseId);
	expect(client.text('context')).toBe('à lire');
	// y-websocket answers the server's question with what it has; nothing of that is new.
	await until(() => client.isSaved());
	const raw = await rawOpen(reader, caseId);
	raw.socket.send(updateFrame(Y.encodeStateAsUpdate(client.document), syncSteps.step2));
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(raw.closeCode).toBeNull();
	raw.socket.close();
	client.leave();
});

test('a reader who writes is closed, and nothing changes for anybody', async () => {
	const other = await connect(reader, caseId);
	const client = await connect(reader, caseId);
	client.write('context', 'interdit');
	await until(() => client.closeCode !== null);
	expect(client.closeCode).toBe(closeCodes.noAccess);
	expect(other.text('context')).toBe('à lire');
	client.leave();
	other.leave();
	await until(() => readers.collab.openDocuments === 0);
	const later = await connect(circle.facilitator, caseId);
	expect(later.text('context')).toBe('à lire');
	later.leave();
});

test('who loses the right to write while connected can still read, and no more', async () => {
	await until(() => server.openDocuments() === 0);
	access = 'write';
	const client = await connect(reader, caseId);
	client.write('context', ', écrit');
	await until(() => client.isSaved());
	access = 'read';
	server.world.events.emit('access-changed', { groupId: circle.group.id, accountId: circle.member.me.id });
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(client.closeCode).toBeNull();
	client.write('context', ', de trop');
	await until(() => client.closeCode !== null);
	expect(client.closeCode).toBe(closeCodes.noAccess);
	client.leave();
});
