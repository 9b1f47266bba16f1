/** The room of a session: who may come in, what everybody sees of it, and what it lets them do. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Circle, createCircle, newCase, planSeries } from '../support/people.ts';
import { enterRoom, type RoomClient } from '../support/room-client.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { shortMethod } from '../support/short-method.ts';

let server: TestServer;
let circle: Circle;
let sessionId: string;
let caseId: string;
const clients: RoomClient[] = [];

beforeAll(async () => {
	server = await startServer(
		{},
		undefined,
		undefined,
		{},
		{
			limits: { heartbeatMs: 100 },
			methodFor: async (_groupId, ref) => (ref === 'short' ? { definition: shortMethod, version: 1 } : null),
		},
	);
	circle = await createCircle(server);
});
afterAll(() => server.close());

beforeEach(async () => {
	for (const client of clients.splice(0)) client.leave();
	server.now = null;
	const { sessions } = await planSeries(circle);
	sessionId = sessions[0]?.id ?? '';
	server.now = new Date(Date.parse(sessions[0]?.startsAt ?? '') - 60_000);
	caseId = (await circle.member.must<{ id: string }>('POST', `/api/sessions/${sessionId}/cases`, newCase()))
		.id;
});

async function enter(person: Circle['member']): Promise<RoomClient> {
	const client = await enterRoom(person, sessionId);
	clients.push(client);
	return client;
}

/** The facilitator holds the frame, the member presents, and the method is chosen. */
async function prepared(): Promise<readonly [facilitator: RoomClient, member: RoomClient]> {
	const facilitator = await enter(circle.facilitator);
	const member = await enter(circle.member);
	if (facilitator.room.frame.heldBy !== circle.facilitator.me.id)
		await facilitator.must({ do: 'take-frame' });
	await facilitator.must({ do: 'take-role', role: 'presenter', accountId: circle.member.me.id });
	await facilitator.must({
		do: 'choose-method',
		method: 'short',
		minutes: null,
		hasClock: true,
		mode: 'live',
	});
	await facilitator.must({ do: 'choose-case', caseId });
	return [facilitator, member];
}

test('a room opens, acts, and tells everybody', async () => {
	const [facilitator, member] = await prepared();
	expect(member.visits.map(({ name }) => name)).toEqual(['Claire Animatrice', 'Samir Membre']);
	await member.sees(({ method }) => method?.ref === 'short');
	expect(member.method?.name.fr).toBe(shortMethod.name.fr);
	await facilitator.must({ do: 'start' });
	await member.sees(({ phase }) => phase === 'stages');
	expect(member.stage).toBe(facilitator.stage);
});
