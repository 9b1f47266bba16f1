/** Two processes on one database, with a Redis between them that comes and goes. */
import { randomBytes } from 'node:crypto';
import { closeCodes } from '@entrepairs/contract/collab';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../support/collab-client.ts';
import { createDatabase } from '../support/database.ts';
import { findRedis } from '../support/find-program.ts';
import { type Circle, createCircle, openCase, Person } from '../support/people.ts';
import { RedisProcess } from '../support/redis-process.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

describe.skipIf(findRedis() === null)('two processes', () => {
	let redis: RedisProcess;
	/** Makes the people and the case; serves nobody who writes. */
	let office: TestServer;
	let servers: [ServerProcess, ServerProcess];
	let circle: Circle;

	beforeAll(async () => {
		redis = await RedisProcess.start();
		const databaseUrl = await createDatabase();
		const masterKey = randomBytes(32).toString('base64');
		office = await startServer({}, databaseUrl, masterKey);
		const env = {
			DATABASE_URL: databaseUrl,
			MASTER_KEY: masterKey,
			REDIS_URL: redis.url,
			LOG_LEVEL: 'trace',
		};
		servers = await Promise.all([ServerProcess.start(env), ServerProcess.start(env)]);
		circle = await createCircle(office);
	});
	afterAll(async () => {
		await Promise.all(servers.map((server) => server.destroy()));
		await office.close();
		await redis.kill();
	});

	/** The same signed-in person, on one of the servers. */
	const at = (server: ServerProcess, person: Person): Person => {
		const there = new Person(server);
		there.cookie = person.cookie;
		there.me = person.me;
		return there;
	};

	test('two people on different processes write together and see one another', async () => {
		const { id } = await openCase(circle);
		const one = await connect(at(servers[0], circle.member), id);
		one.provider.awareness.setLocalStateField('cursor', { at: 1 });
		one.write('context', 'du premier');
		const two = await connect(at(servers[1], circle.facilitator), id);
		two.write('facts', 'du second');
		await until(() => two.text('context') === 'du premier' && one.text('facts') === 'du second');
		await until(() => one.isSaved() && two.isSaved());
		await until(() => two.provider.awareness.getStates().get(one.document.clientID)?.['user'] !== undefined);
		expect(two.provider.awareness.getStates().get(one.document.clientID)?.['user']).toMatchObject({
			name: 'Samir Membre',
		});
		one.leave();
		await until(() => !two.provider.awareness.getStates().has(one.document.clientID));
		two.leave();
	});

	test('both write at once, a thousand times: all of it is there once, on both sides and on disk', async () => {
		const { id } = await openCase(circle);
		const one = await connect(at(servers[0], circle.member), id);
		const two = await connect(at(servers[1], circle.facilitator), id);
		for (let n = 0; n < 500; n++) {
			one.write('facts', `[a${n}]`);
			two.write('facts', `[b${n}]`);
			if (n % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 10));
		}
		await until(() => one.isSaved() && two.isSaved(), { withinMs: 30_000 });
		await until(() => one.text('facts').length === two.text('facts').length);
		one.leave();
		two.leave();
		const reader = await connect(at(servers[1], circle.member), id);
		for (let n = 0; n < 500; n++) {
			for (const mark of ['a', 'b']) expect(reader.text('facts').split(`[${mark}${n}]`)).toHaveLength(2);
		}
		reader.leave();
	});

	test('Redis dies: each side goes on and saves; when it is back, both have everything', async () => {
		const { id } = await openCase(circle);
		const one = await connect(at(servers[0], circle.member), id);
		const two = await connect(at(servers[1], circle.facilitator), id);
		one.write('facts', '[avant]');
		await until(() => two.text('facts').includes('[avant]'));
		await redis.kill();
		for (let n = 0; n < 20; n++) {
			one.write('facts', `[a${n}]`);
			two.write('facts', `[b${n}]`);
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
		await until(() => one.isSaved() && two.isSaved());
		expect(two.text('facts')).not.toContain('[a19]');
		await redis.start();
		// The next word that arrives shows that something is missing.
		await until(
			() => {
				one.write('learning', '.');
				two.write('learning', '.');
				return one.text('facts').includes('[b19]') && two.text('facts').includes('[a19]');
			},
			{ withinMs: 20_000, what: 'both have everything' },
		);
		one.leave();
		two.leave();
	});

	test('words that build on others never hang in the air, whichever process dies', async () => {
		for (let round = 0; round < 6; round++) {
			const { id } = await openCase(circle);
			const one = await connect(at(servers[0], circle.member), id);
			const two = await connect(at(servers[1], circle.facilitator), id);
			// The second writes after each word of the first that reaches it; then the first is killed.
			let answers = 0;
			two.document.on('update', (_update: Uint8Array, origin: unknown) => {
				if (origin === two.provider) two.write('facts', `[réponse${answers++}]`);
			});
			const typing = setInterval(() => one.write('facts', '[mot]'), 1);
			await until(() => answers > 10 + round * 7);
			const [killed] = servers;
			await killed.end('SIGKILL');
			clearInterval(typing);
			one.leave();
			await until(() => two.isSaved());
			const said = two.text('facts');
			two.leave();
			await killed.start();
			const reader = await connect(at(killed, circle.member), id);
			for (let n = 0; n < answers; n++) expect(reader.text('facts')).toContain(`[réponse${n}]`);
			expect(reader.text('facts')).toBe(said);
			reader.leave();
		}
	});

	test('a process is killed: what it called saved is there for those of the other', async () => {
		const { id } = await openCase(circle);
		const one = await connect(at(servers[0], circle.member), id);
		const two = await connect(at(servers[1], circle.facilitator), id);
		let saved = -1;
		let written = 0;
		const typing = setInterval(() => {
			if (one.isSaved()) saved = written - 1;
			one.write('facts', `[${written++}]`);
		}, 3);
		await until(() => saved > 20);
		await servers[0].end('SIGKILL');
		clearInterval(typing);
		one.leave();
		two.write('facts', '[fin]');
		await until(() => two.isSaved());
		await until(() =>
			Array.from({ length: saved + 1 }, (_, n) => `[${n}]`).every((word) => two.text('facts').includes(word)),
		);
		await servers[0].start();
		const reader = await connect(at(servers[0], circle.member), id);
		for (let n = 0; n <= saved; n++) expect(reader.text('facts').split(`[${n}]`)).toHaveLength(2);
		expect(reader.text('facts')).toContain('[fin]');
		reader.leave();
		two.leave();
	});

	test('a removal and a sign-out on one process close what is open on the other within a second', async () => {
		const { id } = await openCase(circle);
		const removed = await connect(at(servers[1], circle.member), id);
		const leaving = await connect(at(servers[1], circle.facilitator), id);
		const start = performance.now();
		await at(servers[0], circle.moderator).must(
			'POST',
			`/api/groups/${circle.group.id}/members/${circle.member.me.id}/removal`,
			{ reason: 'Fin.' },
		);
		await until(() => removed.closeCode !== null);
		// A promise of the product.
		expect(performance.now() - start).toBeLessThan(1_000);
		expect(removed.closeCode).toBe(closeCodes.noAccess);
		await at(servers[0], circle.facilitator).send('DELETE', '/api/session?everywhere=true');
		await until(() => leaving.closeCode !== null);
		expect(leaving.closeCode).toBe(closeCodes.signedOut);
		removed.leave();
		leaving.leave();
	});

	test('who leaves a case on one process is out of it on the other within a second, and no log says who', async () => {
		const known = await createCircle(office);
		const { id } = await openCase(known);
		const leaving = await connect(at(servers[1], known.facilitator), id);
		const staying = await connect(at(servers[1], known.member), id);
		const start = performance.now();
		await at(servers[0], known.facilitator).must('POST', `/api/cases/${id}/recusal`);
		await until(() => leaving.closeCode !== null);
		// A promise of the product.
		expect(performance.now() - start).toBeLessThan(1_000);
		expect(leaving.closeCode).toBe(closeCodes.noAccess);
		expect((await at(servers[1], known.facilitator).get(`/api/cases/${id}`)).status).toBe(404);
		staying.write('context', 'on continue');
		await until(() => staying.isSaved());
		const { me } = known.facilitator;
		expect(servers[0].output).toContain('/api/cases/:caseId/recusal');
		for (const { output } of servers) {
			for (const trace of [id, me.id, me.name, me.email]) expect(output).not.toContain(trace);
		}
		leaving.leave();
		staying.leave();
	});
});
