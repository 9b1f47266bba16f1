/** A room that two processes hold, one of which is killed, with a Redis between them that goes. */
import { randomBytes } from 'node:crypto';
import type { Case } from '@entrepairs/contract/cases';
import type { Session } from '@entrepairs/contract/sessions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../support/collab-client.ts';
import { createDatabase } from '../support/database.ts';
import { findRedis } from '../support/find-program.ts';
import { admit, type Circle, createCircle, newCase, Person, signUp } from '../support/people.ts';
import { RedisProcess } from '../support/redis-process.ts';
import { enterRoom, type RoomClient } from '../support/room-client.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

describe.skipIf(findRedis() === null)('a room on two processes', () => {
	let redis: RedisProcess;
	/** In this process, with a quick heartbeat; it lives. */
	let here: TestServer;
	/** It is killed. */
	let there: ServerProcess;
	let circle: Circle;
	let peer: Person;

	beforeAll(async () => {
		redis = await RedisProcess.start();
		const databaseUrl = await createDatabase();
		const masterKey = randomBytes(32).toString('base64');
		const settings = { REDIS_URL: redis.url };
		here = await startServer({}, databaseUrl, masterKey, settings, { heartbeatMs: 300 });
		there = await ServerProcess.start({ DATABASE_URL: databaseUrl, MASTER_KEY: masterKey, ...settings });
		circle = await createCircle(here);
		peer = await signUp(here, 'Awa Paire');
		await admit(circle, peer);
	});
	afterAll(async () => {
		await there.destroy();
		await here.close();
		await redis.kill();
	});

	const over = (person: Person): Person => Object.assign(new Person(there), { ...person, server: there });

	/** A session that begins in ten minutes, in its first stage: the facilitator there, the others here. */
	async function started() {
		const soon = Temporal.Now.zonedDateTimeISO('Europe/Paris').add({ minutes: 10 });
		const { sessions } = await circle.facilitator.must<{ sessions: Session[] }>(
			'POST',
			`/api/groups/${circle.group.id}/series`,
			{
				startsOn: soon.toPlainDate().toString(),
				time: soon.toPlainTime().toString({ smallestUnit: 'minute' }),
				...{ durationMinutes: 90, timeZone: 'Europe/Paris' },
			},
		);
		const sessionId = sessions[0]?.id ?? '';
		const opened = await circle.member.must<Case>('POST', `/api/sessions/${sessionId}/cases`, newCase());
		const facilitator = await enterRoom(over(circle.facilitator), sessionId);
		const member = await enterRoom(circle.member, sessionId);
		const other = await enterRoom(peer, sessionId);
		await facilitator.must({ do: 'take-frame' }).catch(() => undefined);
		await facilitator.must({ do: 'take-role', role: 'presenter', accountId: circle.member.me.id });
		await facilitator.must({
			...{ do: 'choose-method', method: 'codevelopment', minutes: 60, hasClock: true, mode: 'live' },
		});
		await facilitator.must({ do: 'start' });
		await member.sees(({ phase }) => phase === 'stages');
		return { sessionId, caseId: opened.id, facilitator, member, other };
	}

	const leaveAll = (...clients: RoomClient[]) => {
		for (const client of clients) client.leave();
	};

	test('everybody is in the same stage, sees the others, and reaches their windows', async () => {
		const { sessionId, facilitator, member, other } = await started();
		const names = (client: RoomClient) => client.visits.map(({ name }) => name).sort();
		await until(() => names(facilitator).length === 3 && names(member).length === 3);
		expect(names(facilitator)).toEqual(names(member));
		expect(member.method).toEqual(facilitator.method);
		member.send({ type: 'react', reaction: 'thanks' });
		member.send({ type: 'signal', to: facilitator.visitId, data: 'offer' });
		member.send({ type: 'media', media: { audio: true, video: true } });
		await until(() => facilitator.heard.some(({ type }) => type === 'signal'));
		await until(() => facilitator.visits.some(({ media }) => media?.video === true));
		expect(facilitator.heard.some(({ type }) => type === 'reaction')).toBe(true);
		// The call is known to who comes after it began, on the other process too.
		const late = await enterRoom(over(peer), sessionId);
		await until(() => late.visits.some(({ media }) => media?.video === true));
		const stage = facilitator.stage ?? '';
		await Promise.all([facilitator.must({ do: 'next', stage }), facilitator.must({ do: 'next', stage })]);
		await member.sees(({ at }) => at === 1);
		leaveAll(facilitator, member, other, late);
	});

	test('a killed process takes neither stage nor clock nor text with it; its people are gone, and come back', async () => {
		const { sessionId, caseId, facilitator, member, other } = await started();
		await facilitator.must({ do: 'next', stage: facilitator.stage ?? '' });
		await facilitator.must({ do: 'extend', stage: facilitator.stage ?? '', seconds: 120 });
		const writer = await connect(over(circle.member), caseId);
		writer.write('facts', 'Elle ne vient plus.');
		await until(() => writer.isSaved());
		await member.sees(({ version }) => version === facilitator.room.version);
		const before = member.room;
		await there.end('SIGKILL');
		writer.leave();
		// Half a minute later, as the database sees it.
		await here.world.db
			.updateTable('room_visits')
			.set((e) => ({ seen_at: e.cast<Date>(e.val(new Date(Date.now() - 40_000)), 'timestamptz') }))
			.where('id', '=', facilitator.visitId)
			.execute();
		await until(() => member.visits.length === 2);
		// Nobody waits for ever for whoever held the frame there.
		await member.sees(({ frame }) => frame.heldBy === peer.me.id);
		const { left_at, seen_at } = await here.world.db
			.selectFrom('room_visits')
			.where('id', '=', facilitator.visitId)
			.select(['left_at', 'seen_at'])
			.executeTakeFirstOrThrow();
		expect(left_at).toEqual(seen_at);
		expect(member.room).toMatchObject({ at: before.at, clock: before.clock, plan: before.plan });
		await there.start();
		const again = await enterRoom(over(circle.facilitator), sessionId);
		await again.sees(({ frame }) => frame.heldBy === circle.facilitator.me.id);
		expect(again.room).toMatchObject({ at: before.at, clock: before.clock, plan: before.plan });
		const reader = await connect(over(circle.facilitator), caseId);
		expect(reader.text('facts')).toBe('Elle ne vient plus.');
		reader.leave();
		leaveAll(member, other, again);
	});

	test('without Redis a stage reaches the other process with its next heartbeat', async () => {
		const { facilitator, member, other } = await started();
		await until(() => member.visits.length === 3);
		await redis.kill();
		await facilitator.must({ do: 'next', stage: facilitator.stage ?? '' });
		await member.sees(({ at }) => at === 1);
		facilitator.leave();
		await until(() => member.visits.length === 2);
		await redis.start();
		leaveAll(member, other);
	});
});
