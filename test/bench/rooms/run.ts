/**
 * 100 rooms of eight on one server process: from somebody's "next" to the new stage at the last of the
 * eight, beside a bare websocket that commits once to the same PostgreSQL and sends as many bytes. The
 * people are all in this process; each server is in one of its own. `--quick` is ten rooms.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FromServer, ROOM_SUBPROTOCOL, type RoomAction, type RoomView } from '@entrepairs/contract/room';
import pg from 'pg';
import { freePort } from '../../support/free-port.ts';
import { admit, createCircle, type Person, signUp } from '../../support/people.ts';
import { PostgresProcess } from '../../support/postgres-process.ts';
import { startServer } from '../../support/server.ts';
import { until } from '../../support/until.ts';
import type { Usage } from '../collab/servers/measured.ts';
import { type Figures, type Line, measure, openLine, PEOPLE, pause, type Room } from './load.ts';

const isQuick = process.argv.includes('--quick');
const ROOMS = isQuick ? 10 : 100;
const ROUNDS = isQuick ? 1 : 3;
const SECONDS = isQuick ? 5 : 20;
/** Each room changes its stage every so often; people do it every few minutes. */
const EVERY_MS = 2_000;

const postgres = await PostgresProcess.start();
const masterKey = randomBytes(32).toString('base64');
const dataDir = await mkdtemp(join(tmpdir(), 'entrepairs-bench-'));

/** A server in a process of its own. */
async function startProcess(file: string, env: Record<string, string>) {
	const port = await freePort();
	const child: ChildProcess = fork(fileURLToPath(new URL(file, import.meta.url)), {
		env: { ...process.env, PORT: String(port), DATABASE_URL: postgres.url, ...env },
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
	});
	await new Promise<void>((resolve, reject) => {
		child.once('message', () => resolve());
		child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
	});
	return {
		port,
		cpu: () =>
			new Promise<number>((resolve) => {
				child.once('message', (usage) => resolve((usage as Usage).cpu));
				child.send('usage');
			}),
		end: () => child.kill('SIGKILL'),
	};
}

/** Eight people of one group, and a session for each room that begins in a few minutes. */
async function seed(): Promise<{ readonly people: readonly Person[]; readonly sessions: readonly string[] }> {
	const office = await startServer({}, postgres.url, masterKey);
	const circle = await createCircle(office, PEOPLE);
	const people = [circle.facilitator, circle.member];
	while (people.length < PEOPLE) {
		const person = await signUp(office);
		await admit(circle, person);
		people.push(person);
	}
	const begin = Temporal.Now.zonedDateTimeISO('Europe/Paris').add({ minutes: 5 });
	const sessions: string[] = [];
	for (let made = 0; made < ROOMS; made++) {
		const planned = await circle.facilitator.must<{ sessions: { id: string }[] }>(
			'POST',
			`/api/groups/${circle.group.id}/series`,
			{
				startsOn: begin.toPlainDate().toString(),
				time: begin.toPlainTime().toString({ smallestUnit: 'minute' }),
				durationMinutes: 90,
				timeZone: 'Europe/Paris',
			},
		);
		sessions.push(planned.sessions[0]?.id ?? '');
	}
	await office.close();
	return { people, sessions };
}

const tells = (text: string) => text.startsWith('{"type":"room"');

/** A room of ours in its first stage, with everybody in it. */
async function openOurs(port: number, sessionId: string, people: readonly Person[]): Promise<Room> {
	let bytes = 0;
	const lines: Line[] = [];
	let seen: RoomView | null = null;
	for (const person of people) {
		const headers = { cookie: person.cookie ?? '', origin: `http://localhost:${port}` };
		const url = `ws://127.0.0.1:${port}/rooms/${sessionId}`;
		let isIn = false;
		const line = await openLine(url, { headers, protocols: [ROOM_SUBPROTOCOL] }, (text) => {
			const message = JSON.parse(text) as FromServer;
			if (message.type === 'welcome') isIn = true;
			if (message.type === 'welcome' || message.type === 'room') seen = message.room;
			if (message.type === 'refused') throw new Error(JSON.stringify(message.problem));
		});
		await until(() => isIn, { what: 'a welcome' });
		lines.push(line);
	}
	let ids = 0;
	const view = () => seen as unknown as RoomView;
	const holder = people.findIndex(({ me }) => me.id === view().frame.heldBy);
	const act = (action: RoomAction) =>
		lines[Math.max(0, holder)]?.send(JSON.stringify({ type: 'act', id: ++ids, action }));
	const presenter = people.find((_, index) => index !== holder)?.me.id ?? '';
	if (holder === -1) act({ do: 'take-frame' });
	act({ do: 'take-role', role: 'presenter', accountId: presenter });
	act({ do: 'choose-method', method: 'codevelopment', minutes: null, hasClock: true, mode: 'live' });
	act({ do: 'start' });
	await until(() => view().phase === 'stages', { what: 'a room is in its stages' });
	const [first, second] = view().plan.map(({ key }) => key) as [string, string];
	let isFirst = true;
	return {
		lines,
		tells(text) {
			if (!tells(text)) return false;
			bytes = Math.max(bytes, text.length);
			frameBytes = bytes;
			return true;
		},
		change() {
			act(isFirst ? { do: 'next', stage: first } : { do: 'back', stage: second });
			isFirst = !isFirst;
		},
	};
}

let frameBytes = 0;

async function measured(
	server: Awaited<ReturnType<typeof startProcess>>,
	rooms: readonly Room[],
): Promise<Figures & { readonly cpuMs: number }> {
	await measure(rooms, EVERY_MS / 1_000, EVERY_MS);
	const before = await server.cpu();
	const figures = await measure(rooms, SECONDS, EVERY_MS);
	return { ...figures, cpuMs: ((await server.cpu()) - before) / 1_000 / figures.expected };
}

const { people, sessions } = await seed();
const ours = await startProcess('../collab/servers/ours.ts', {
	DATA_DIR: dataDir,
	MASTER_KEY: masterKey,
	LOG_LEVEL: 'silent',
	ORIGIN: '',
	NODE_ENV: 'production',
});
const found = { entrepairs: [] as Figures[], bare: [] as Figures[] };
try {
	const rooms: Room[] = [];
	for (const sessionId of sessions) rooms.push(await openOurs(ours.port, sessionId, people));
	await pause(2_000);
	// A first look, for as many bytes as the bare server is to send.
	await measure(rooms.slice(0, 5), 2, EVERY_MS);
	const database = new pg.Client({ connectionString: postgres.url });
	await database.connect();
	await database.query('create table bare_rooms (name text primary key, count integer not null)');
	for (let room = 0; room < ROOMS; room++) {
		await database.query('insert into bare_rooms values ($1, 0)', [`/${room}`]);
	}
	await database.end();
	const bare = await startProcess('./bare.ts', { BYTES: String(frameBytes) });
	const bareRooms: Room[] = [];
	for (let room = 0; room < ROOMS; room++) {
		const lines: Line[] = [];
		while (lines.length < PEOPLE) lines.push(await openLine(`ws://127.0.0.1:${bare.port}/${room}`));
		bareRooms.push({ lines, tells: () => true, change: () => lines[0]?.send('next') });
	}
	// In turns, so that a busy moment of the machine meets both.
	for (let round = 0; round < ROUNDS; round++) {
		found.bare.push(await measured(bare, bareRooms));
		found.entrepairs.push(await measured(ours, rooms));
	}
	bare.end();
} finally {
	ours.end();
	await postgres.destroy();
	await rm(dataDir, { recursive: true, force: true });
}

const median = (values: readonly number[]) =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const rows = Object.fromEntries(
	Object.entries(found).map(([name, rounds]) => {
		const of = (figure: string) =>
			Number(
				median(rounds.map((one) => (one as unknown as Record<string, number>)[figure] ?? 0)).toPrecision(3),
			);
		const missing = rounds.reduce((sum, { heard, expected }) => sum + expected - heard, 0);
		return [name, { p50: of('p50'), p99: of('p99'), cpuMs: of('cpuMs'), missing }] as const;
	}),
);
console.log(`${ROOMS} rooms of ${PEOPLE}, each a stage every ${EVERY_MS} ms, ${frameBytes} bytes to each`);
console.table(rows);
const ratio = (figure: 'p50' | 'p99' | 'cpuMs') =>
	((rows['entrepairs']?.[figure] ?? Number.NaN) / (rows['bare']?.[figure] ?? Number.NaN)).toFixed(2);
console.log(`of the bare server's: p50 ${ratio('p50')}, p99 ${ratio('p99')}, CPU ${ratio('cpuMs')}`);
mkdirSync('test/output', { recursive: true });
writeFileSync('test/output/rooms-bench.json', JSON.stringify({ rooms: ROOMS, frameBytes, rows }, null, '\t'));
