/** The servers that are measured, each in a process of its own, on its own best persistence. */
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COLLAB_SUBPROTOCOL } from '@entrepairs/contract/collab';
import { createDocument } from '@entrepairs/server/collab/new-document';
import { seal } from '@entrepairs/server/platform/crypto';
import { newId } from '@entrepairs/server/platform/ids';
import * as Y from 'yjs';
import { freePort } from '../../support/free-port.ts';
import { type Circle, createCircle, type Person, planSeries } from '../../support/people.ts';
import { PostgresProcess } from '../../support/postgres-process.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import type { Usage } from './servers/measured.ts';
import { hocuspocus, type Line, openLine, type Wire, yWebsocket } from './wire.ts';

type PeerName = 'entrepairs' | 'relay' | 'hocuspocus' | 'y-websocket 2';

export interface Peer {
	readonly name: PeerName;
	/** Whether it keeps anything. */
	readonly isDurable: boolean;
	/** Makes documents that do not exist yet and returns their names. */
	documents(count: number): Promise<string[]>;
	start(): Promise<void>;
	/** Asks it to end, or kills it. */
	end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
	usage(settled?: boolean): Promise<Usage>;
	open(document: string): Promise<Line>;
	destroy(): Promise<void>;
}

abstract class Process implements Peer {
	abstract readonly name: PeerName;
	abstract readonly isDurable: boolean;
	readonly #file: string;
	readonly #wire: Wire;
	#child: ChildProcess | null = null;
	protected dataDir = '';
	protected port = 0;

	constructor(file: string, wire: Wire) {
		this.#file = fileURLToPath(new URL(`./servers/${file}.ts`, import.meta.url));
		this.#wire = wire;
	}

	async documents(count: number): Promise<string[]> {
		return Array.from({ length: count }, () => crypto.randomUUID());
	}

	async start(): Promise<void> {
		if (this.dataDir === '') this.dataDir = await mkdtemp(join(tmpdir(), 'entrepairs-bench-'));
		if (this.port === 0) this.port = await freePort();
		const child = fork(this.#file, {
			execArgv: ['--expose-gc'],
			env: { ...process.env, PORT: String(this.port), DATA_DIR: this.dataDir, ...(await this.environment()) },
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
		});
		this.#child = child;
		await new Promise<void>((resolve, reject) => {
			child.once('message', () => resolve());
			child.once('exit', (code) => reject(new Error(`${this.name} ended with ${code}`)));
		});
		child.removeAllListeners('exit');
	}

	async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
		const child = this.#child;
		this.#child = null;
		if (child === null || child.exitCode !== null || child.signalCode !== null) return;
		const ended = new Promise((resolve) => child.once('exit', resolve));
		child.kill(signal);
		// What does not end by itself has had its time to write.
		const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
		await ended;
		clearTimeout(timer);
	}

	usage(settled = false): Promise<Usage> {
		return new Promise((resolve) => {
			this.#child?.once('message', (usage) => resolve(usage as Usage));
			this.#child?.send(settled ? 'settled usage' : 'usage');
		});
	}

	open(document: string): Promise<Line> {
		return openLine(
			`ws://127.0.0.1:${this.port}${this.path(document)}`,
			this.#wire,
			document,
			this.options(),
		);
	}

	async destroy(): Promise<void> {
		await this.end('SIGKILL');
		await rm(this.dataDir, { recursive: true, force: true });
	}

	protected path(document: string): string {
		return `/${document}`;
	}

	protected options(): { headers?: Record<string, string>; protocols?: string[] } {
		return {};
	}

	protected async environment(): Promise<Record<string, string>> {
		return {};
	}
}

class Relay extends Process {
	readonly name = 'relay';
	readonly isDurable = false;
	constructor() {
		super('relay', yWebsocket);
	}
}

class Hocuspocus extends Process {
	readonly name = 'hocuspocus';
	readonly isDurable = true;
	constructor() {
		super('hocuspocus', hocuspocus);
	}
	protected override path(): string {
		return '/';
	}
}

class YWebsocket extends Process {
	readonly name = 'y-websocket 2';
	readonly isDurable = true;
	constructor() {
		super('y-websocket', yWebsocket);
	}
}

class Entrepairs extends Process {
	readonly name = 'entrepairs';
	readonly isDurable = true;
	readonly #masterKey = randomBytes(32).toString('base64');
	#postgres: PostgresProcess | null = null;
	/** Makes the people and the cases; serves nobody who writes. */
	#office: TestServer | null = null;
	#circle: Circle | null = null;
	#turn = 0;

	constructor() {
		super('ours', yWebsocket);
	}

	override async start(): Promise<void> {
		if (this.#postgres === null) {
			this.#postgres = await PostgresProcess.start();
			this.#office = await startServer({}, this.#postgres.url, this.#masterKey);
			this.#circle = await createCircle(this.#office);
		}
		await super.start();
	}

	override async documents(count: number): Promise<string[]> {
		const { db, keyring } = (this.#office as TestServer).world;
		const circle = this.#circle as Circle;
		const { series } = await planSeries(circle);
		const initialState = Y.encodeStateAsUpdate(new Y.Doc());
		const now = new Date();
		const ids: string[] = [];
		for (let made = 0; made < count; made++) {
			const id = newId();
			await db.transaction().execute(async (trx) => {
				const key = await createDocument(trx, { keyring, id, now, initialState });
				await trx
					.insertInto('cases')
					.values({
						id,
						group_id: circle.group.id,
						series_id: series.id,
						occurrence_date: series.startsOn,
						template: 'situation',
						sealed_title: seal(key, Buffer.from('x'), `case-title:${id}`),
						opened_by: circle.member.me.id,
						opened_at: now,
					})
					.execute();
			});
			ids.push(id);
		}
		return ids;
	}

	/** Bytes of the snapshot of a document, as they are on disk (sealed). */
	async snapshotBytes(id: string): Promise<number> {
		const row = await (this.#office as TestServer).world.db
			.selectFrom('document_snapshots')
			.where('document_id', '=', id)
			.select('sealed')
			.executeTakeFirstOrThrow();
		return row.sealed.length;
	}

	override async destroy(): Promise<void> {
		await super.destroy();
		await this.#office?.close();
		await this.#postgres?.destroy();
	}

	protected override path(document: string): string {
		return `/collab/${document}`;
	}

	protected override options(): { headers: Record<string, string>; protocols: string[] } {
		const { member, facilitator } = this.#circle as Circle;
		const person: Person = this.#turn++ % 2 === 0 ? member : facilitator;
		return {
			headers: { cookie: person.cookie ?? '', origin: `http://localhost:${this.port}` },
			protocols: [COLLAB_SUBPROTOCOL],
		};
	}

	protected override async environment(): Promise<Record<string, string>> {
		return {
			DATABASE_URL: (this.#postgres as PostgresProcess).url,
			MASTER_KEY: this.#masterKey,
			LOG_LEVEL: 'silent',
			// The pages of the office, in this process, leave theirs in the environment.
			ORIGIN: '',
			NODE_ENV: 'production',
		};
	}
}

export function createPeers(): { ours: Entrepairs; relay: Peer; rivals: Peer[]; all: Peer[] } {
	const [ours, relay, rivals] = [new Entrepairs(), new Relay(), [new Hocuspocus(), new YWebsocket()]];
	return { ours, relay, rivals, all: [relay, ours, ...rivals] };
}
