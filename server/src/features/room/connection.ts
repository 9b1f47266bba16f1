/**
 * One window of a room: reads what it sends, cuts what breaks the protocol, and does one thing after the
 * other in the order in which it was asked. It decides nothing about rights or rules.
 */
import type { Writable } from 'node:stream';
import { type CloseCode, closeCodes } from '@entrepairs/contract/collab';
import { CONTRIBUTE_BYTES, CONTRIBUTED_BYTES, filled } from '@entrepairs/contract/contributions';
import type { FromClient, FromServer, Visit } from '@entrepairs/contract/room';
import type { WebSocket } from 'ws';
import { problemOf, refusalOf } from '../../platform/http.ts';
import type { Log } from '../../platform/log.ts';
import { Refusal } from '../../platform/refusal.ts';
import { createBucket } from '../../sockets/bucket.ts';
import { framed } from '../../sockets/framing.ts';
import { Wire } from '../../sockets/wire.ts';
import { readFrame } from './frames.ts';
import type { RoomLimits } from './limits.ts';
import type { RoomMetrics } from './room-metrics.ts';
import { textFrame } from './view.ts';

export interface ConnectionOptions {
	readonly sessionId: string;
	readonly accountId: string;
	readonly signInHash: string;
	/** What the websocket runs over. */
	readonly wire: Writable;
}

/** What the room does for a window. */
export interface Desk {
	/** The version that the room is at afterwards. */
	act(asked: Extract<FromClient, { type: 'act' }>): Promise<number | Refusal>;
	/** Answered when the beat is over, in which it came; null where nothing is wrong. */
	contribute(frame: Extract<FromClient, { type: 'contribute' }>): Promise<Refusal | null>;
	react(reaction: Extract<FromClient, { type: 'react' }>['reaction']): void;
	signal(to: string, data: string): void;
	media(media: Visit['media']): void;
	now(): number;
}

export class Connection {
	readonly visitId = crypto.randomUUID();
	readonly sessionId: string;
	readonly accountId: string;
	readonly signInHash: string;
	readonly #wire: Wire;
	readonly #limits: RoomLimits;
	readonly #metrics: RoomMetrics;
	readonly #log: Log;
	readonly #frames: { take(): boolean };
	readonly #actions: { take(): boolean };
	#desk: Desk | null = null;
	/** What it asked for before it was let in. */
	#early: string[] = [];
	/** What is being done, and how much waits after it. */
	#work: Promise<void> = Promise.resolve();
	#waiting = 0;
	#ended = false;

	constructor(
		socket: WebSocket,
		options: ConnectionOptions,
		deps: { readonly limits: RoomLimits; readonly metrics: RoomMetrics; readonly log: Log },
	) {
		const { limits, metrics, log } = deps;
		this.sessionId = options.sessionId;
		this.accountId = options.accountId;
		this.signInHash = options.signInHash;
		this.#limits = limits;
		this.#metrics = metrics;
		this.#log = log;
		this.#wire = new Wire(socket, options.wire, {
			backlogBytes: limits.readerBacklogBytes,
			onSlow: () => metrics.slowReaderCut(),
		});
		const now = () => performance.now();
		this.#frames = createBucket(limits.framesPerSecond, limits.frameBurst, now);
		this.#actions = createBucket(limits.actionsPerSecond, limits.actionBurst, now);
		socket.binaryType = 'nodebuffer';
		socket.on('message', (data: Buffer, isBinary: boolean) => this.#receive(data, isBinary));
		// ws reports a frame past `maxPayload` here and closes; nothing of it was kept.
		socket.on('error', () => this.#cut(closeCodes.tooLarge));
	}

	get ended(): boolean {
		return this.#ended;
	}

	/** It is let in: what waited is done now. */
	start(desk: Desk): void {
		this.#desk = desk;
		const early = this.#early;
		this.#early = [];
		for (const data of early) this.#take(data);
	}

	/** Asks whether somebody is there, and cuts who did not answer the last time. */
	beat(): void {
		this.#wire.beat();
	}

	write(frame: Uint8Array): void {
		if (!this.#ended) this.#wire.write(frame);
	}

	/** What everybody in the room is told; who is not in yet will see it with the welcome. */
	tell(frame: Uint8Array): void {
		if (this.#desk !== null) this.write(frame);
	}

	/** Closes with a code; nothing that arrives later counts. */
	end(code: CloseCode): void {
		if (this.#ended) return;
		this.#ended = true;
		this.#wire.close(code);
	}

	closed(): void {
		this.#ended = true;
	}

	#cut(code: CloseCode): void {
		this.#metrics.cut(code);
		this.end(code);
	}

	#receive(data: Buffer, isBinary: boolean): void {
		if (this.#ended) return;
		if (isBinary) this.#cut(closeCodes.malformed);
		else if (data.length > this.#limits.frameBytes) this.#cut(closeCodes.tooLarge);
		else if (!this.#frames.take()) this.#cut(closeCodes.tooFast);
		else if (this.#desk !== null) this.#take(data.toString('utf8'));
		else if (this.#early.push(data.toString('utf8')) > this.#limits.waitingFrames)
			this.#cut(closeCodes.tooFast);
	}

	#take(data: string): void {
		if (this.#ended) return;
		const desk = this.#desk as Desk;
		const frame = readFrame(data);
		if (frame === null) {
			this.#cut(closeCodes.malformed);
			return;
		}
		if (frame.type !== 'ping' && frame.type !== 'signal' && !this.#actions.take()) {
			this.#cut(closeCodes.tooFast);
			return;
		}
		switch (frame.type) {
			case 'wrong-action':
				this.#do(frame.id, 'wrong', async () => frame.refusal);
				break;
			case 'act':
				this.#do(frame.id, frame.action.do, () => desk.act(frame));
				break;
			case 'contribute':
				if (Buffer.byteLength(data) === CONTRIBUTE_BYTES) void this.#contribute(frame, desk);
				else this.#cut(closeCodes.malformed);
				break;
			case 'react':
				desk.react(frame.reaction);
				break;
			case 'signal':
				desk.signal(frame.to, frame.data);
				break;
			case 'media':
				desk.media(frame.media);
				break;
			case 'ping':
				this.write(textFrame({ type: 'pong', at: frame.at, now: desk.now() }));
		}
	}

	/** In order: what comes later waits for it. */
	#do(id: number, name: string, work: () => Promise<number | Refusal>): void {
		if (++this.#waiting > this.#limits.waitingFrames) {
			this.#cut(closeCodes.tooFast);
			return;
		}
		this.#work = this.#work.then(async () => {
			// Who was cut or lost their rights meanwhile changes nothing any more.
			const outcome = this.#ended ? null : await work().catch((error: Error) => this.#failed(error));
			this.#waiting--;
			if (outcome === null) return;
			if (outcome instanceof Refusal) {
				this.#metrics.acted(name, outcome.reason ?? outcome.code);
				this.write(textFrame({ type: 'refused', id, problem: problemOf(outcome) as never }));
			} else {
				this.#metrics.acted(name, 'done');
				this.write(textFrame({ type: 'done', id, version: outcome }));
			}
		});
	}

	/**
	 * Beside everything else: nothing waits for the end of a beat. How it was answered is counted nowhere,
	 * and cannot be seen by the length of the answer.
	 */
	async #contribute(frame: Extract<FromClient, { type: 'contribute' }>, desk: Desk): Promise<void> {
		const refusal = await desk.contribute(frame);
		const problem = refusal === null ? null : (problemOf(refusal) as never);
		const answer = JSON.stringify({ type: 'contributed', id: frame.id, problem } satisfies FromServer);
		this.write(framed(Buffer.from(filled(answer, CONTRIBUTED_BYTES) ?? answer), 'text'));
	}

	#failed(error: Error): Refusal {
		const refusal = refusalOf(error);
		if (refusal.code === 'internal') this.#log.error({ err: error }, 'an action in a room failed');
		return refusal;
	}
}
