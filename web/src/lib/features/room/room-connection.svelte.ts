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
import { AskedActions, type Outcome } from './asked-actions.ts';
import { ServerClock } from './server-clock.ts';

/** Why there is no way back in. */
export type Closed = 'noAccess' | 'signedOut' | 'notFound' | 'tooMany';

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 5_000;
/** A line that does not open: another attempt is heard sooner than what the network sends again ever more slowly. */
const OPENS_WITHIN_MS = 8_000;
const PING_EVERY_MS = 10_000;
/** At first several in a row: on a bad line, one of them travels well. */
const FIRST_PINGS = 4;
/** Something was asked, and for so long nothing has come: the line is slow, then it is taken for dead. */
const SLOW_MS = 3_000;
const SILENCE_MS = 10_000;
/** A line that is back sooner was not worth a word. */
const LOST_SAID_AFTER_MS = 2_000;
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
	/** What is worth saying of the line. */
	trouble = $state<'slow' | 'lost' | null>(null);
	/** Milliseconds of the last journey to the server and back. */
	roundTrip = $state<number | null>(null);
	reactions = $state.raw<readonly { readonly id: number; accountId: string; reaction: Reaction }[]>([]);
	readonly clock = new ServerClock();
	/** Other windows of the call speak through these. */
	readonly onSignal = new Set<(from: string, data: string) => void>();
	/** How long a beat lasts, at which contributions are sent. */
	beatMs = 0;
	/** What came of a contribution, or of a frame without one. */
	readonly onContributed = new Set<(id: number, problem: Problem | null) => void>();
	/** The call has no place for this window. */
	readonly onCallFull = new Set<() => void>();

	#socket: WebSocket | null = null;
	#retryMs = FIRST_RETRY_MS;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#beat: ReturnType<typeof setInterval> | undefined;
	#lastHeard = 0;
	/** Of the last ping; null once it is answered. */
	#pingedAt: number | null = null;
	#pings = 0;
	#nextPingAt = 0;
	#goneSince: number | null = null;
	/** Asked to open it before its hour: asked again, until it is open. */
	#isEarly = false;
	#nextId = 1;
	readonly #asked = new AskedActions();

	constructor(sessionId: string) {
		this.sessionId = sessionId;
	}

	/** `early`: a facilitator opens it before its hour. */
	open(early = false): void {
		this.#isEarly = early;
		addEventListener('online', this.#networkIsBack);
		addEventListener('offline', this.#networkIsGone);
		this.#beat = setInterval(() => this.#look(), 1_000);
		this.#connect();
	}

	/** Goes, and does not come back. */
	leave(): void {
		this.#stop();
		this.#drop();
		this.#asked.giveUpAll();
	}

	/** Does something; the answer comes once it is on disk, or says why not. It waits a while for a lost line. */
	act(action: RoomAction): Promise<Outcome> {
		const frame = { type: 'act', id: this.nextId(), press: newPress(), action } as const;
		return this.#asked.ask(frame, Date.now(), () => this.send(frame));
	}

	/** A number that names one frame. */
	nextId(): number {
		return this.#nextId++;
	}

	/** False where there is no line to send it on. */
	send(message: FromClient): boolean {
		return this.sendText(JSON.stringify(message));
	}

	/** One that is in its form already. */
	sendText(message: string): boolean {
		if (this.#socket?.readyState !== WebSocket.OPEN || this.state !== 'open') return false;
		this.#socket.send(message);
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
				this.beatMs = message.beatMs;
				this.method = message.method;
				this.visits = message.visits;
				this.room = message.room;
				this.state = 'open';
				this.#retryMs = FIRST_RETRY_MS;
				this.#goneSince = null;
				this.#pings = 0;
				this.#ping();
				this.#asked.lineBack(at, (frame) => this.send(frame));
				this.#look();
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
				const outcome: Outcome =
					message.type === 'done'
						? { ok: true }
						: { ok: false, problem: message.problem as Problem, isSent: true };
				this.#asked.answer(message.id, outcome);
				this.#look();
				break;
			}
			case 'contributed':
				for (const listener of this.onContributed) listener(message.id, message.problem as Problem | null);
				break;
			case 'reaction':
				this.#show(message.accountId, message.reaction);
				break;
			case 'signal':
				for (const listener of this.onSignal) listener(message.from, message.data);
				break;
			case 'call-full':
				for (const listener of this.onCallFull) listener();
				break;
			case 'pong':
				this.#pingedAt = null;
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

	#ping(): void {
		const now = Date.now();
		if (!this.send({ type: 'ping', at: now })) return;
		this.#pingedAt ??= now;
		this.#nextPingAt = now + (++this.#pings < FIRST_PINGS ? 1_000 : PING_EVERY_MS);
	}

	/** A line that is dead takes long to close: nothing waits for that. */
	#look(): void {
		const now = Date.now();
		this.#asked.giveUpOld(now);
		if (this.#socket !== null) {
			const silence = (since: number | null) => (since === null ? 0 : now - Math.max(since, this.#lastHeard));
			const isOpen = this.state === 'open';
			if (isOpen && now >= this.#nextPingAt) this.#ping();
			const waits = silence(this.#asked.waitsSince);
			const isDead = Math.max(waits, silence(this.#pingedAt)) > SILENCE_MS;
			if (isOpen ? isDead : now - this.#lastHeard > OPENS_WITHIN_MS) this.#lost();
			else if (isOpen) this.trouble = waits > SLOW_MS ? 'slow' : null;
		}
		if (this.#goneSince !== null && now - this.#goneSince > LOST_SAID_AFTER_MS) this.trouble = 'lost';
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
			this.#asked.giveUpAll();
			this.#stop();
			return;
		}
		this.state = this.room === null ? 'connecting' : 'offline';
		if (this.room !== null) this.#goneSince ??= Date.now();
		// Everybody comes back at once after a stop of the server: not all in the same moment.
		clearTimeout(this.#retry);
		this.#retry = setTimeout(() => this.#connect(), this.#retryMs * (0.5 + Math.random()));
		this.#retryMs = Math.min(LAST_RETRY_MS, this.#retryMs * 2);
	}

	#stop(): void {
		clearTimeout(this.#retry);
		clearInterval(this.#beat);
		removeEventListener('online', this.#networkIsBack);
		removeEventListener('offline', this.#networkIsGone);
	}

	/** Lets go of the line. */
	#drop(): void {
		const socket = this.#socket;
		this.#socket = null;
		this.#pingedAt = null;
		socket?.close();
		this.#asked.lineLost();
	}
}

/** A name for the press, so that it is done once however often it is sent. */
const newPress = () =>
	[...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
