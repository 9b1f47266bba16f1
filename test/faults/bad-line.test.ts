/** Somebody takes part from a bad line: late, with stalls, and with breaks (a model: see support/bad-line.ts). */
import type { Case } from '@entrepairs/contract/cases';
import type { RoomView } from '@entrepairs/contract/room';
import type { Session } from '@entrepairs/contract/sessions';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { BadLine } from '../support/bad-line.ts';
import { connect } from '../support/collab-client.ts';
import { admit, type Circle, createCircle, newCase } from '../support/people.ts';
import { enterRoom, type RoomClient } from '../support/room-client.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
let circle: Circle;
let line: BadLine;
let sessionId: string;
let caseId: string;
let facilitator: RoomClient;
/** Somebody to consult: without a peer nobody could speak there. */
let peer: RoomClient;

beforeAll(async () => {
	server = await startServer();
	circle = await createCircle(server);
	await admit(circle, circle.outsider);
	line = await BadLine.to(server.url);
	circle.member.line = line.url;
});
afterAll(async () => {
	await line?.close();
	await server?.close();
});

/** A session of codevelopment whose presenter will come over the bad line, before its first stage. */
beforeEach(async () => {
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
	sessionId = sessions[0]?.id ?? '';
	({ id: caseId } = await circle.member.must<Case>('POST', `/api/sessions/${sessionId}/cases`, newCase()));
	facilitator = await enterRoom(circle.facilitator, sessionId);
	peer = await enterRoom(circle.outsider, sessionId);
	await facilitator.must({ do: 'take-role', role: 'presenter', accountId: circle.member.me.id });
	await facilitator.must({ do: 'choose-case', caseId });
	await facilitator.must({
		...{ do: 'choose-method', method: 'codevelopment', minutes: 60, hasClock: true, mode: 'live' },
	});
});
afterEach(() => {
	facilitator.leave();
	peer.leave();
});

/** How often the line was travelled there and back while this was done. */
async function journeys(work: () => Promise<unknown>): Promise<number> {
	const before = line.journeys;
	await work();
	return line.journeys - before;
}

/** The least possible is none for what is told, one for what is asked; a heartbeat may fall in between. */
const FEW = 2;

const stageOf = (client: RoomClient) => client.stage ?? '';
/** What is not one’s own of a room. */
const shared = ({ mySections, myEvaluation, ...room }: RoomView) => room;

test('each stage is there without waiting, what one does after one journey, and all ends the same for everybody', async () => {
	let member!: RoomClient;
	expect(
		await journeys(async () => (member = await enterRoom(circle.member, sessionId))),
	).toBeLessThanOrEqual(FEW);
	await member.must({ do: 'check-in', word: 'un train' });
	await facilitator.must({ do: 'start' });
	await member.sees(({ phase }) => phase === 'stages');

	// Who presents writes, and has written before the others go on.
	const writer = await connect(circle.member, caseId);
	writer.write('facts', 'La visite a été annulée.');
	await until(() => writer.isSaved());
	await member.must({ do: 'raise-hand' });
	await facilitator.must({ do: 'give-word', to: circle.member.me.id });
	await member.sees(({ speaking }) => speaking.by === circle.member.me.id);
	await member.must({ do: 'pass-word' });

	for (const at of [1, 2]) {
		const turns = await journeys(async () => {
			await facilitator.must({ do: 'next', stage: stageOf(facilitator) });
			await member.sees((room) => room.at === at);
		});
		expect(turns).toBeLessThanOrEqual(FEW);
	}
	await facilitator.must({ do: 'hand-over', to: circle.member.me.id });
	await member.sees(({ frame }) => frame.heldBy === circle.member.me.id);
	expect(await journeys(() => member.must({ do: 'next', stage: stageOf(member) }))).toBeLessThanOrEqual(FEW);
	await facilitator.sees(({ at }) => at === 3);

	await until(() => member.room.version === facilitator.room.version);
	expect(shared(member.room)).toEqual(shared(facilitator.room));
	const reader = await connect(circle.facilitator, caseId);
	expect(reader.text('facts')).toBe('La visite a été annulée.');
	for (const client of [writer, reader, member]) client.leave();
});

test('a line that breaks in the middle of an action moves one stage, whether it was heard or not', async () => {
	let member = await enterRoom(circle.member, sessionId);
	await facilitator.must({ do: 'start' });
	await facilitator.must({ do: 'hand-over', to: circle.member.me.id });
	for (const [at, moment] of [
		[1, 'sent'],
		[2, 'taken'],
	] as const) {
		await member.sees(({ frame }) => frame.heldBy === circle.member.me.id);
		const stage = stageOf(member);
		line.breakAt(moment);
		await expect(member.act({ do: 'next', stage })).rejects.toThrow('closed');
		member = await enterRoom(circle.member, sessionId);
		// Nobody there knows whether it was done: it is asked for once more.
		await member.must({ do: 'next', stage });
		await facilitator.sees((room) => room.at >= at);
		await until(() => member.room.version === facilitator.room.version);
		expect(shared(member.room)).toEqual(shared(facilitator.room));
		expect(facilitator.room.at).toBe(at);
		expect(facilitator.room.passages.filter(({ what }) => what === 'next')).toHaveLength(at);
	}
	member.leave();
});
