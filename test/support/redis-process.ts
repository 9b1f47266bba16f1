/** A Redis of one's own, that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { findProgram } from './find-program.ts';
import { freePort } from './free-port.ts';
import { until } from './until.ts';

export class RedisProcess {
	readonly url: string;
	readonly #port: number;
	#child: ChildProcess | null = null;

	private constructor(port: number) {
		this.#port = port;
		this.url = `redis://127.0.0.1:${port}`;
	}

	static async start(): Promise<RedisProcess> {
		const redis = new RedisProcess(await freePort());
		await redis.start();
		return redis;
	}

	async start(): Promise<void> {
		const program = findProgram(['redis-server', 'valkey-server']);
		if (program === null) throw new Error('no redis');
		const args = ['--port', String(this.#port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
		this.#child = spawn(program, args, { stdio: 'ignore', cwd: tmpdir() });
		await until(() => this.#answers(), { what: 'Redis answers' });
	}

	async kill(): Promise<void> {
		const child = this.#child;
		if (child === null || child.exitCode !== null || child.signalCode !== null) return;
		const ended = new Promise((resolve) => child.once('exit', resolve));
		child.kill('SIGKILL');
		await ended;
	}

	/** What it answers to a command, as it stands on the wire. */
	ask(command: string): Promise<string> {
		return new Promise((resolve, reject) => {
			const socket = connect(this.#port, '127.0.0.1', () => socket.write(`${command}\r\n`));
			socket.once('data', (data) => {
				socket.destroy();
				resolve(data.toString());
			});
			socket.on('error', reject);
		});
	}

	#answers(): Promise<boolean> {
		return new Promise((resolve) => {
			const socket = connect(this.#port, '127.0.0.1');
			socket.on('connect', () => {
				socket.destroy();
				resolve(true);
			});
			socket.on('error', () => resolve(false));
		});
	}
}
