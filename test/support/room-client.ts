/** Windows of a room, as a page has them: acts, and waits for what the server says. */
import { CONTRIBUTE_BYTES, filled, type Said } from '@entrepairs/contract/contributions';
import type { Problem } from '@entrepairs/contract/problem';
import {
	type FromClient,
	type FromServer,
	ROOM_SUBPROTOCOL,
	type RoomAction,
	type RoomView,
	type Visit,
} from '@entrepairs/contract/room';
import { WebSocket } from 'ws';
import type { Person } from './people.ts';
import { until } from './until.ts';

export class RoomClient {
	readonly person: Person;
	readonly socket: WebSocket;
	/** Everything that came, in order. */
	readonly heard: FromServer[] = [];
	room!: RoomView;
	method: Extract<FromServer, { type: 'method' }>['method'] = null;
	visits: Visit[] = [];
	visitId = '';
	closeCode: number | null = null;
	#ids = 0;
	readonly #answers = new Map<number, (answer: number | Problem | Error) => void>();
	/** How long each answer to a contribution was, in bytes. */
	readonly contributedBytes: number[] = [];

	constructor(person: Person, socket: WebSocket) {
		this.person = person;
		this.socket = socket;
		socket.on('message', (data: Buffer) => {
			const message = JSON.parse(data.toString('utf8')) as FromServer;
			if (message.type === 'contributed') this.contributedBytes.push(data.length);
			this.#hear(message);
		});
		socket.on('close', (code) => {
			this.closeCode = code;
			for (const answer of this.#answers.values()) answer(new Error(`closed with ${code}`));
		});
	}

	get stage(): string | null {
		return this.room.phase === 'stages' ? (this.room.plan[this.room.at]?.key ?? null) : null;
	}

	#hear(message: FromServer): void {
		this.heard.push(message);
		if (message.type === 'welcome') {
			this.visitId = message.visitId;
			this.method = message.method;
			this.visits = message.visits;
			this.room = message.room;
		} else if (message.type === 'room') {
			if (message.room.version >= this.room.version) this.room = message.room;
		} else if (message.type === 'method') this.method = message.method;
		else if (message.type === 'people') this.visits = message.visits;
		else if (message.type === 'done') this.#answers.get(message.id)?.(message.version);
		else if (message.type === 'contributed')
			this.#answers.get(message.id)?.((message.problem as Problem | null) ?? 0);
		else if (message.type === 'refused') this.#answers.get(message.id)?.(message.problem as Problem);
	}

	send(frame: FromClient): void {
		this.socket.send(JSON.stringify(frame));
	}

	/** The version that the room is at when it is done, or why it is not. */
	async act(action: RoomAction, press?: string): Promise<number | Problem> {
		const named = press === undefined ? {} : { press };
		return this.#answerTo((id) => this.send({ type: 'act', id, ...named, action }));
	}

	/** What a window sends at a beat, filled up; answered when the beat is over. Null: it is kept, or was empty. */
	async contribute(stage: string, says: Said | null): Promise<Problem | null> {
		const answer = await this.#answerTo((id) => {
			const frame: FromClient = { type: 'contribute', id, stage, says };
			this.socket.send(filled(JSON.stringify(frame), CONTRIBUTE_BYTES) ?? '');
		});
		return typeof answer === 'number' ? null : answer;
	}

	#answerTo(send: (id: number) => void): Promise<number | Problem> {
		const id = ++this.#ids;
		return new Promise((resolve, reject) => {
			if (this.closeCode !== null) reject(new Error(`closed with ${this.closeCode}`));
			this.#answers.set(id, (answer) => {
				this.#answers.delete(id);
				if (answer instanceof Error) reject(answer);
				else resolve(answer);
			});
			send(id);
		});
	}

	/** Does what must be possible. */
	async must(action: RoomAction): Promise<number> {
		const answer = await this.act(action);
		if (typeof answer !== 'number') throw new Error(`${action.do}: ${answer.reason ?? answer.code}`);
		return answer;
	}

	/** Waits until the room as this window knows it is so. */
	async sees(condition: (room: RoomView) => boolean): Promise<RoomView> {
		await until(() => condition(this.room), { what: `the room is so: ${condition}` });
		return this.room;
	}

	leave(): void {
		this.socket.close();
	}
}

/** The status of the answer where the door stays shut; a client that was welcomed otherwise. */
export async function tryRoom(
	person: Person,
	sessionId: string,
	headers: Record<string, string> = {},
	protocols: string[] = [ROOM_SUBPROTOCOL],
): Promise<RoomClient | number> {
	const socket = new WebSocket(person.socketUrl(`/rooms/${sessionId}`), protocols, {
		headers: { cookie: person.cookie ?? '', origin: person.server.url, ...headers },
	});
	const client = new RoomClient(person, socket);
	const refused = await new Promise<number | null>((resolve, reject) => {
		socket.on('unexpected-response', (_request, response) => {
			response.resume();
			socket.on('error', () => {});
			socket.terminate();
			resolve(response.statusCode ?? 0);
		});
		socket.on('open', () => resolve(null));
		socket.on('error', reject);
	});
	if (refused !== null) return refused;
	await until(() => client.room !== undefined || client.closeCode !== null, { what: 'a welcome' });
	return client;
}

/** Somebody comes into the room. */
export async function enterRoom(person: Person, sessionId: string): Promise<RoomClient> {
	const client = await tryRoom(person, sessionId);
	if (typeof client === 'number') throw new Error(`the door stayed shut: ${client}`);
	if (client.closeCode !== null) throw new Error(`put out again: ${client.closeCode}`);
	return client;
}
