/**
 * The page's end of the room: one websocket, opened again whenever it is lost. What is shown is what the
 * server said last; what is done here is an action whose answer somebody waits for.
 */
import { closeCodes } from '@entrepairs/contract/collab';
import type { Problem } from '@entrepairs/contract/problem';
import {
	type FromClient,
	type FromServer,
	type Reaction,
	ROOM_SUBPROTOCOL,
	type RoomAction,
	type RoomView,
	type Visit,
} from '@entrepairs/contract/room';
import type { Method } from '@entrepairs/methods/method';
import { ServerClock } from './server-clock.ts';

/** Why there is no way back in. */
export type Closed = 'noAccess' | 'signedOut' | 'notFound' | 'tooMany';

export type Outcome =
	| { readonly ok: true }
	| { readonly ok: false; readonly problem: Problem }
	/** There was no line to send it on, or it was lost for so long that nobody knows. */
	| { readonly ok: false; readonly problem: null; readonly isUnknown: boolean };

/** What was sent and is not answered: it is sent again when the line is back, and done once. */
interface Unanswered {
	readonly frame: Extract<FromClient, { type: 'act' }>;
	readonly resolve: (outcome: Outcome) => void;
	readonly giveUp: ReturnType<typeof setTimeout>;
}

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 10_000;
const PING_EVERY_MS = 10_000;
/** A line on which nothing comes for so long is taken for dead. */
const SILENCE_MS = 25_000;
/** What was pressed so long ago is not asked for again: the room has gone on. */
const GIVE_UP_MS = 60_000;
const REACTION_SHOWN_MS = 5_000;

const closedBecause: Readonly<Record<number, Closed>> = {
	[closeCodes.noAccess]: 'noAccess',
	[closeCodes.signedOut]: 'signedOut',
	[closeCodes.notFound]: 'notFound',
	[closeCodes.tooMany]: 'tooMany',
};

export class RoomConnection {
	readonly sessionId: string;
	state = $state<'connecting' | 'open' | 'offline' | 'closed'>('connecting');
	closed = $state<Closed | null>(null);
	room = $state.raw<RoomView | null>(null);
	method = $state.raw<Method | null>(null);
	visits = $state.raw<readonly Visit[]>([]);
	visitId = $state('');
	/** Milliseconds of the last journey to the server and back. */
	roundTrip = $state<number | null>(null);
	reactions = $state.raw<readonly { readonly id: number; accountId: string; reaction: Reaction }[]>([]);
	readonly clock = new ServerClock();
	/** Other windows of the call speak through these. */
	readonly onSignal = new Set<(from: string, data: string) => void>();
	/** An answer to a frame that was not sent by `act`. */
	readonly onAnswer = new Set<(message: Extract<FromServer, { type: 'done' | 'refused' }>) => void>();

	#socket: WebSocket | null = null;
	#retryMs = FIRST_RETRY_MS;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#beat: ReturnType<typeof setInterval> | undefined;
	#lastHeard = 0;
	/** Asked to open it before its hour: asked again, until it is open. */
	#isEarly = false;
	#nextId = 1;
	readonly #waiting = new Map<number, Unanswered>();

	constructor(sessionId: string) {
		this.sessionId = sessionId;
	}

	/** `early`: a facilitator opens it before its hour. */
	open(early = false): void {
		this.#isEarly = early;
		addEventListener('online', this.#networkIsBack);
		addEventListener('offline', this.#networkIsGone);
		this.#beat = setInterval(() => this.#ping(), PING_EVERY_MS);
		this.#connect();
	}

	/** Goes, and does not come back. */
	leave(): void {
		this.#stop();
		this.#drop();
	}

	/**
	 * Does something; the answer comes once it is on disk, or says why not. Where the line is lost before,
	 * it is asked for again when it is back, by the same press.
	 */
	act(action: RoomAction): Promise<Outcome> {
		const id = this.nextId();
		const frame = { type: 'act', id, press: newPress(), action } as const;
		if (!this.send(frame)) return Promise.resolve({ ok: false, problem: null, isUnknown: false });
		return new Promise((resolve) => {
			const giveUp = setTimeout(() => this.#answer(id, unknown), GIVE_UP_MS);
			this.#waiting.set(id, { frame, resolve, giveUp });
		});
	}

	/** A number that names one frame. */
	nextId(): number {
		return this.#nextId++;
	}

	/** False where there is no line to send it on. */
	send(message: FromClient): boolean {
		if (this.#socket?.readyState !== WebSocket.OPEN || this.state !== 'open') return false;
		this.#socket.send(JSON.stringify(message));
		return true;
	}

	react(reaction: Reaction): void {
		this.send({ type: 'react', reaction });
	}

	/** Milliseconds by the server's clock. */
	now(): number {
		return this.clock.now(Date.now());
	}

	#receive(message: FromServer): void {
		const at = Date.now();
		this.#lastHeard = at;
		switch (message.type) {
			case 'welcome':
				this.clock.told(at, message.now);
				this.visitId = message.visitId;
				this.method = message.method;
				this.visits = message.visits;
				this.room = message.room;
				this.state = 'open';
				this.#retryMs = FIRST_RETRY_MS;
				for (const { frame } of this.#waiting.values()) this.send(frame);
				this.#ping();
				break;
			case 'room':
				this.clock.told(at, message.now);
				// A message that was overtaken says what is over.
				if (this.room === null || message.room.version >= this.room.version) this.room = message.room;
				break;
			case 'method':
				this.method = message.method;
				break;
			case 'people':
				this.visits = message.visits;
				break;
			case 'done':
			case 'refused': {
				if (!this.#waiting.has(message.id)) for (const listener of this.onAnswer) listener(message);
				else if (message.type === 'done') this.#answer(message.id, { ok: true });
				else this.#answer(message.id, { ok: false, problem: message.problem as Problem });
				break;
			}
			case 'reaction':
				this.#show(message.accountId, message.reaction);
				break;
			case 'signal':
				for (const listener of this.onSignal) listener(message.from, message.data);
				break;
			case 'pong':
				this.clock.heard(message.at, at, message.now);
				this.roundTrip = this.clock.roundTrip;
				break;
		}
	}

	#show(accountId: string, reaction: Reaction): void {
		const id = this.nextId();
		this.reactions = [...this.reactions, { id, accountId, reaction }];
		setTimeout(() => {
			this.reactions = this.reactions.filter((one) => one.id !== id);
		}, REACTION_SHOWN_MS);
	}

	#connect(): void {
		clearTimeout(this.#retry);
		this.#drop();
		const path = `/rooms/${this.sessionId}${this.#isEarly && this.room === null ? '?early=1' : ''}`;
		const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${path}`, [ROOM_SUBPROTOCOL]);
		this.#socket = socket;
		this.#lastHeard = Date.now();
		// What a line that was given up still says is over.
		socket.addEventListener('message', ({ data }) => {
			if (socket === this.#socket) this.#receive(JSON.parse(String(data)) as FromServer);
		});
		socket.addEventListener('close', ({ code }) => {
			if (socket === this.#socket) this.#lost(code);
		});
	}

	/** A line that is dead takes long to close: nothing waits for that. */
	#ping(): void {
		if (this.#socket !== null && Date.now() - this.#lastHeard > SILENCE_MS) this.#lost();
		else this.send({ type: 'ping', at: Date.now() });
	}

	readonly #networkIsBack = () => {
		if (this.state !== 'open') this.#connect();
	};

	readonly #networkIsGone = () => this.#lost();

	#lost(code = 0): void {
		this.#drop();
		const closed = closedBecause[code];
		if (closed !== undefined) {
			this.state = 'closed';
			this.closed = closed;
			this.#stop();
			return;
		}
		this.state = this.room === null ? 'connecting' : 'offline';
		// Everybody comes back at once after a stop of the server: not all in the same moment.
		clearTimeout(this.#retry);
		this.#retry = setTimeout(() => this.#connect(), this.#retryMs * (0.5 + Math.random()));
		this.#retryMs = Math.min(LAST_RETRY_MS, this.#retryMs * 2);
	}

	/** For good: nothing is asked for again. */
	#stop(): void {
		for (const id of this.#waiting.keys()) this.#answer(id, unknown);
		clearTimeout(this.#retry);
		clearInterval(this.#beat);
		removeEventListener('online', this.#networkIsBack);
		removeEventListener('offline', this.#networkIsGone);
	}

	/** Lets go of the line. */
	#drop(): void {
		const socket = this.#socket;
		this.#socket = null;
		socket?.close();
	}

	#answer(id: number, outcome: Outcome): void {
		const waiting = this.#waiting.get(id);
		if (waiting === undefined) return;
		this.#waiting.delete(id);
		clearTimeout(waiting.giveUp);
		waiting.resolve(outcome);
	}
}

const unknown: Outcome = { ok: false, problem: null, isUnknown: true };

const newPress = () =>
	[...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
