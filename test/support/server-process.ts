/** The server as people start it: a process of its own, that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';
import { Person } from './people.ts';
import { until } from './until.ts';

const main = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));

const settings = [
	...['HOST', 'ORIGIN', 'DATABASE_URL', 'REDIS_URL', 'MASTER_KEY', 'SMTP_URL', 'MAIL_FROM'],
	...['TURN_URLS', 'TURN_SECRET', 'TURN_ONLY', 'LIVEKIT_URL', 'LIVEKIT_KEY', 'LIVEKIT_SECRET'],
];

/** Some forty servers are started in a run: they need not each compile the same sources. */
const compiled = join(tmpdir(), 'entrepairs-compiled');

/** The environment without settings of ours: neither the developer's nor another test's count. */
function inherited(): NodeJS.ProcessEnv {
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.includes(name)));
}

export interface DemoFile {
	readonly url: string;
	readonly accounts: readonly { readonly email: string; readonly password: string; readonly role: string }[];
	readonly organisationId: string;
	readonly groupId: string;
	readonly sessionId: string;
	readonly caseId: string;
}

export class ServerProcess {
	readonly url: string;
	readonly dataDir: string;
	readonly #env: Record<string, string>;
	#child: ChildProcess | null = null;
	/** Everything it printed, over all its lives. */
	output = '';

	private constructor(url: string, dataDir: string, env: Record<string, string>) {
		this.url = url;
		this.dataDir = dataDir;
		this.#env = env;
	}

	/** `from` is a data folder that an earlier server left: it goes on from a copy. */
	static async start(env: Record<string, string> = {}, from?: string): Promise<ServerProcess> {
		const port = await freePort();
		const dataDir = await mkdtemp(join(tmpdir(), 'entrepairs-data-'));
		if (from !== undefined) await cp(from, dataDir, { recursive: true });
		const server = new ServerProcess(`http://localhost:${port}`, dataDir, {
			PORT: String(port),
			DATA_DIR: dataDir,
			LOG_LEVEL: 'trace',
			...env,
		});
		try {
			await server.start();
		} catch (error) {
			// Nobody else knows of it.
			await server.destroy();
			throw error;
		}
		return server;
	}

	/** Starts it (again) on the same data and waits until it is ready. */
	async start(): Promise<void> {
		const child = spawn(process.execPath, [main], {
			env: { NODE_COMPILE_CACHE: compiled, ...inherited(), ...this.#env },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		this.#child = child;
		for (const stream of [child.stdout, child.stderr]) {
			stream?.on('data', (data: Buffer) => {
				this.output += data.toString();
			});
		}
		await until(
			async () => {
				if (child.exitCode !== null) throw new Error(`the server ended: ${this.output.slice(-2_000)}`);
				try {
					return (await fetch(`${this.url}/readyz`)).status === 200;
				} catch {
					return false;
				}
			},
			{ withinMs: 120_000, what: 'the server is ready' },
		);
	}

	/** Sends a signal and waits for the end; returns the exit code, null when it was killed. */
	async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
		const child = this.#child;
		if (child === null || child.exitCode !== null || child.signalCode !== null)
			return child?.exitCode ?? null;
		const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
		child.kill(signal);
		return ended;
	}

	demo(): DemoFile {
		const file = join(this.dataDir, 'demo.json');
		if (!existsSync(file)) throw new Error('there is no demo.json');
		return JSON.parse(readFileSync(file, 'utf8')) as DemoFile;
	}

	/** One of the demonstration's people, signed in. `nth` counts those of the same role. */
	async demoPerson(role: string, nth = 0): Promise<Person> {
		const account = this.demo().accounts.filter((candidate) => candidate.role === role)[nth];
		const person = new Person(this);
		person.me = await person.must('POST', '/api/session', {
			email: account?.email,
			password: account?.password,
		});
		return person;
	}

	async destroy(): Promise<void> {
		await this.end('SIGKILL');
		await rm(this.dataDir, { recursive: true, force: true });
	}
}
