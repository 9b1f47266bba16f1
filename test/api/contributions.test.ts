/** What a stage gathers: kept, shown together, and nobody's, wherever one looks. */

import { closeCodes } from '@entrepairs/contract/collab';
import { CONTRIBUTED_BYTES, type Said } from '@entrepairs/contract/contributions';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../support/collab-client.ts';
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

const STAGE = '0.consultation';
const SECTION = 'hypotheses';

let server: TestServer;
let circle: Circle;
let peers: Person[];
let sessionId: string;
let caseId: string;
let facilitator: RoomClient;
let presenter: RoomClient;
let windows: RoomClient[];

beforeAll(async () => {
	server = await startServer({}, undefined, undefined, {}, { beatMs: 150 });
	circle = await createCircle(server);
	peers = [
		await signUp(server, 'Awa Paire'),
		await signUp(server, 'Basile Pair'),
		await signUp(server, 'Cléo Paire'),
	];
	for (const peer of peers) await admit(circle, peer);
});
afterAll(() => server.close());

/** The member presents; everybody is in the consultation, where the group gathers. */
beforeEach(async () => {
	for (const one of [facilitator, presenter, ...(windows ?? [])]) one?.leave();
	server.now = null;
	const { sessions } = await planSeries(circle);
	sessionId = sessions[0]?.id ?? '';
	const opened = await circle.member.must<{ id: string }>(
		'POST',
		`/api/sessions/${sessionId}/cases`,
		newCase(),
	);
	caseId = opened.id;
	server.now = new Date(Date.parse(sessions[0]?.startsAt ?? '') - 60_000);
	facilitator = await enterRoom(circle.facilitator, sessionId);
	presenter = await enterRoom(circle.member, sessionId);
	windows = await Promise.all(peers.map((peer) => enterRoom(peer, sessionId)));
	await facilitator.must({ do: 'take-role', role: 'presenter', accountId: circle.member.me.id });
	await facilitator.must({
		...{ do: 'choose-method', method: 'codevelopment', minutes: 60, hasClock: true, mode: 'live' },
	});
	await facilitator.must({ do: 'start' });
	await goTo(STAGE);
});

async function goTo(stage: string): Promise<void> {
	for (let n = 0; facilitator.stage !== stage && n < 16; n++) {
		await facilitator.must({ do: 'next', stage: facilitator.stage ?? '' });
	}
	for (const one of windows) await one.sees(() => one.stage === stage);
}

const token = () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
const put = (text: string, own = token()): Said => ({
	...{ do: 'put', token: own, text },
	review: { language: 'fr', replaced: [], kept: [], reread: true },
});
const rows = () =>
	server.world.db
		.selectFrom('room_gatherings')
		.innerJoin('rooms', 'rooms.id', 'room_gatherings.room_id')
		.where('rooms.case_id', '=', caseId)
		.selectAll('room_gatherings')
		.execute();

async function runJobs(): Promise<void> {
	server.now = new Date((server.now ?? new Date()).getTime() + 61_000);
	await server.world.jobs.runDue();
}

async function textOf(section = SECTION): Promise<string> {
	const one = await connect(circle.facilitator, caseId);
	await until(() => one.provider.synced);
	const text = one.document.getXmlFragment(section).toString();
	one.leave();
	return text;
}

describe('what a stage gathers', () => {
	test('is shown together, as the group’s, in the situation, and gone from where it was', async () => {
		const [first, second, third] = windows as [RoomClient, RoomClient, RoomClient];
		const answers = await Promise.all([
			first.contribute(STAGE, put('Et si la peur protégeait la famille ?')),
			second.contribute(STAGE, put('Le temps manque à tout le monde.')),
			third.contribute(STAGE, null),
		]);
		expect(answers).toEqual([null, null, null]);
		// Nothing is shown before, and nobody writes there: what stands there would be followed.
		expect(first.room.mySections).toEqual(['feelings', 'options']);
		expect(await textOf()).not.toContain('peur');
		await facilitator.must({ do: 'reveal', stage: STAGE });
		await until(async () => (await rows()).length === 0, { what: 'it is destroyed' });
		const text = await textOf();
		expect(text).toMatch(
			/<bullet_list>(<list_item><paragraph>[^<]+<\/paragraph><\/list_item>){2}<\/bullet_list>/,
		);
		expect(text).toContain('peur');
		await first.sees(({ mySections }) => mySections?.includes(SECTION) === true);
		const { authors } = await circle.member.must<{
			authors: { accountId: string | null; name: string | null }[];
		}>('GET', `/api/cases/${caseId}/text`);
		expect(authors).toContainEqual(expect.objectContaining({ accountId: null, name: null, colour: 0 }));
		expect(authors.map(({ accountId }) => accountId)).not.toContain(peers[0]?.me.id);
		// What comes later stays with who wrote it.
		expect((await second.contribute(STAGE, put('Trop tard.')))?.reason).toBe('contributions-revealed');
	});

	test('leaves the same traces whoever wrote, and nothing of who, when and how much', async () => {
		const [first, second] = windows as [RoomClient, RoomClient];
		await Promise.all(windows.map((one) => one.contribute(STAGE, null)));
		const empty = await rows();
		await Promise.all([
			first.contribute(STAGE, put('Un mot introuvable.')),
			...windows.slice(1).map((one) => one.contribute(STAGE, null)),
		]);
		const one = await rows();
		await Promise.all(
			windows.map((each) => each.contribute(STAGE, put('Trois mots introuvables.'.repeat(20)))),
		);
		const many = await rows();
		for (const [row] of [empty, one, many]) {
			expect(row?.sealed.length).toBe(empty[0]?.sealed.length);
			expect(Object.keys(row ?? {}).sort()).toEqual([
				'case_id',
				'claimed_at',
				'id',
				'is_revealed',
				'room_id',
				'sealed',
				'section',
				'stage',
				'wrapped_key',
				'yjs_client',
			]);
			const { sealed, wrapped_key, ...shown } = row ?? ({} as never);
			const said = JSON.stringify(shown) + Buffer.from(sealed).toString('latin1');
			for (const { me } of peers) expect(said).not.toContain(me.id);
			expect(said).not.toContain('introuvable');
		}
		// A beat in which nobody wrote is written down like any other.
		const before = (await rows())[0]?.sealed;
		await second.contribute(STAGE, null);
		expect((await rows())[0]?.sealed).not.toEqual(before);
		const { rows: passages } = await sql<{ what: string }>`
			select what from room_passages join rooms on rooms.id = room_id where case_id = ${caseId}
				and stage = ${STAGE}`.execute(server.world.db);
		expect(passages.map(({ what }) => what).filter((what) => what !== 'next')).toEqual([]);
		// A refusal is as long as everything else that is answered.
		await first.contribute(STAGE, put('Madame Dupont, 06 12 34 56 78, est venue.'));
		expect(new Set(windows.flatMap(({ contributedBytes }) => contributedBytes))).toEqual(
			new Set([CONTRIBUTED_BYTES]),
		);
	});

	test('can be changed and taken back by whoever wrote it, also from another window', async () => {
		const [first, second] = windows as [RoomClient, RoomClient];
		const [own, other] = [token(), token()];
		await Promise.all([
			first.contribute(STAGE, put('Première idée.', own)),
			second.contribute(STAGE, put('Deuxième idée.', other)),
		]);
		first.leave();
		const again = await enterRoom(peers[0] as Person, sessionId);
		windows[0] = again;
		await Promise.all([
			again.contribute(STAGE, put('Première idée, mieux dite.', own)),
			second.contribute(STAGE, { do: 'withdraw', token: other }),
		]);
		await facilitator.must({ do: 'next', stage: STAGE });
		await until(async () => (await rows()).length === 0);
		const text = await textOf();
		expect(text.match(/idée/g)).toHaveLength(1);
		expect(text).toContain('Première idée, mieux dite.');
	});

	test('passes the gate, and is not for whoever listens, looks on, or breaks the form', async () => {
		const [first, second] = windows as [RoomClient, RoomClient];
		const refused = await first.contribute(STAGE, put('Madame Dupont habite au 12 rue des Lilas.'));
		expect(refused?.reason).toBe('findings-untreated');
		expect((await presenter.contribute(STAGE, put('Je me défends.')))?.code).toBe('not-allowed');
		expect((await first.contribute('0.exposition', put('Ailleurs.')))?.reason).toBe('contributions-revealed');
		await facilitator.must({ do: 'reveal', stage: STAGE });
		expect(await textOf()).not.toMatch(/Dupont|défends|Ailleurs/);
		// A frame of another length would tell the two apart.
		second.send({ type: 'contribute', id: 99, stage: STAGE, says: null });
		await until(() => second.closeCode !== null);
		expect(second.closeCode).toBe(closeCodes.malformed);
	});

	test('is not lost when nobody shows it: not by a room that ends, nor by who dies in between', async () => {
		const [first] = windows as [RoomClient];
		await first.contribute(STAGE, put('Ce qui reste à dire.'));
		// Marked, and its process gone before it wrote.
		await server.world.db
			.updateTable('room_gatherings')
			.set({ is_revealed: true, case_id: caseId, claimed_at: new Date(0) })
			.execute();
		await runJobs();
		expect(await rows()).toEqual([]);
		expect(await textOf()).toContain('Ce qui reste à dire.');
		await runJobs();
		expect((await textOf()).match(/reste/g)).toHaveLength(1);
	});
});
