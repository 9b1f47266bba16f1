/** A session over days, as those learn of it who are not in its room. */
import type { Notice } from '@entrepairs/contract/notifications';
import type { RoomAction } from '@entrepairs/contract/room';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	admit,
	type Circle,
	createCircle,
	newCase,
	type Person,
	planSeries,
	signUp,
} from '../support/people.ts';
import { enterRoom, type RoomClient } from '../support/room-client.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let server: TestServer;
let circle: Circle;
let peer: Person;

beforeAll(async () => {
	server = await startServer();
	circle = await createCircle(server);
	peer = await signUp(server, 'Awa Paire');
	await admit(circle, peer);
});
afterAll(() => server.close());

/** What somebody was told of the room, the oldest first, without the word that is the same for all. */
async function toldOf(person: Person, sessionId: string): Promise<string[]> {
	const { notices } = await person.must<{ notices: Notice[] }>('GET', '/api/notices');
	return notices
		.filter(({ kind, session }) => kind.startsWith('room-stage-') && session?.id === sessionId)
		.map(({ kind }) => kind.slice('room-stage-'.length))
		.reverse();
}

async function comeAndGo(person: Person, sessionId: string): Promise<void> {
	const client = await enterRoom(person, sessionId);
	client.leave();
	await until(async () => {
		const { n } = await server.world.db
			.selectFrom('room_visits')
			.where('account_id', '=', person.me.id)
			.where('left_at', 'is', null)
			.select((e) => e.fn.countAll<number>().as('n'))
			.executeTakeFirstOrThrow();
		return n === 0;
	});
}

test('people are told of stages that open, of those they miss, and who holds the frame of one to close', async () => {
	const { facilitator, member } = circle;
	const { sessions } = await planSeries(circle);
	const sessionId = sessions[0]?.id ?? '';
	const { id: caseId } = await member.must<{ id: string }>(
		'POST',
		`/api/sessions/${sessionId}/cases`,
		newCase({ title: 'Une demande de rideaux' }),
	);
	const begin = Date.parse(sessions[0]?.startsAt ?? '');
	const at = (ms: number) => {
		server.now = new Date(begin + ms);
	};
	const told = async () =>
		Promise.all([facilitator, member, peer].map((person) => toldOf(person, sessionId)));
	/** Each run twice: what is told once stays told once. */
	const runJobs = async () => {
		await server.world.jobs.runDue();
		await server.world.jobs.runDue();
	};

	at(0);
	let holder: RoomClient = await enterRoom(facilitator, sessionId);
	if (holder.room.frame.heldBy !== facilitator.me.id) await holder.must({ do: 'take-frame' });
	const prepared: RoomAction[] = [
		{ do: 'take-role', role: 'presenter', accountId: member.me.id },
		{ do: 'choose-method', method: 'codevelopment', minutes: null, hasClock: true, mode: 'over-days' },
		{ do: 'choose-case', caseId },
	];
	for (const action of prepared) await holder.must(action);
	await holder.must({ do: 'start' });
	expect(await told()).toEqual([[], ['opened'], ['opened']]);
	holder.leave();

	// Two days are given: a day before their end, who has not come is reminded.
	at(HOUR);
	await comeAndGo(member, sessionId);
	at(DAY - HOUR);
	await runJobs();
	expect(await told()).toEqual([[], ['opened'], ['opened']]);
	at(DAY + HOUR);
	await runJobs();
	expect(await told()).toEqual([[], ['opened'], ['opened', 'due']]);

	// The stage is past its end; it stays open, and more time is a new end.
	at(2 * DAY + HOUR);
	await runJobs();
	expect(await told()).toEqual([['over'], ['opened'], ['opened', 'due']]);
	holder = await enterRoom(facilitator, sessionId);
	expect(holder.stage).toBe('0.account');
	await holder.must({ do: 'extend', stage: '0.account', seconds: (12 * HOUR) / 1_000 });
	await runJobs();
	expect(await told()).toEqual([['over'], ['opened'], ['opened', 'due', 'due']]);

	// Who has left the situation is left in peace; who pressed knows it already, even pressing twice.
	await peer.must('POST', `/api/cases/${caseId}/recusal`, {});
	await holder.must({ do: 'next', stage: '0.account' });
	await holder.must({ do: 'next', stage: '0.account' });
	expect(await told()).toEqual([['over'], ['opened', 'opened'], ['opened', 'due', 'due']]);
	holder.leave();

	// Mails say that there is something to do, and nothing of what it is about.
	await server.world.jobs.runDue();
	const { mails } = await member.must<{ mails: { subject: string; text: string }[] }>('GET', '/api/mails');
	const about = mails.filter(({ subject }) => subject.startsWith('Une étape'));
	expect(about.length).toBeGreaterThan(0);
	for (const { text } of about) {
		expect(text).toContain(`/sessions/${sessionId}/room`);
		expect(text).not.toMatch(/rideaux|Claire|Awa|Récit|Exposé/);
	}
});
