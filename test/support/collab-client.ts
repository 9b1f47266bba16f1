/** Clients of the websocket: y-websocket as it is published, and a bare one for what it never sends. */
import {
	COLLAB_SUBPROTOCOL,
	carriesChanges,
	messageTypes,
	type RefusedBecause,
	readEpoch,
	readRefused,
	readSaved,
	syncSteps,
} from '@entrepairs/contract/collab';
import { createDecoder, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Person } from './people.ts';
import { until } from './until.ts';

export interface CollabClient {
	readonly document: Y.Doc;
	readonly provider: WebsocketProvider;
	/** The code of the last close, once it came. */
	closeCode: number | null;
	/** Why a change was not taken. */
	refused: RefusedBecause | null;
	/** The epochs that the server named, in order. */
	readonly epochs: number[];
	/** Whether everything sent on this connection is on disk, as far as the server said. */
	isSaved(): boolean;
	/** The words of a section, without their form. */
	text(section: string): string;
	write(section: string, words: string): void;
	leave(): void;
}

/** A y-websocket client with a person's cookie. `plain` offers no subprotocol, as any other would. */
export async function connect(
	person: Person,
	caseId: string,
	options: { plain?: boolean } = {},
): Promise<CollabClient> {
	const document = new Y.Doc();
	const count = { sent: 0, saved: 0 };
	class Socket extends WebSocket {
		constructor(address: string, protocols: string[]) {
			super(address, protocols, { headers: { cookie: person.cookie ?? '', origin: person.server.url } });
			count.sent = 0;
			count.saved = 0;
		}
		override send(data: Uint8Array): void {
			if (carriesChanges(data)) count.sent++;
			super.send(data);
		}
	}
	const provider = new WebsocketProvider(person.socketUrl('/collab'), caseId, document, {
		WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
		disableBc: true,
		protocols: options.plain ? [] : [COLLAB_SUBPROTOCOL],
	});
	provider.messageHandlers[messageTypes.saved] = (_encoder, decoder) => {
		count.saved = readSaved(decoder);
	};
	const client: CollabClient = {
		document,
		provider,
		closeCode: null,
		refused: null,
		epochs: [],
		isSaved: () => provider.wsconnected && provider.synced && count.sent > 0 && count.sent === count.saved,
		text: (section) =>
			document
				.getXmlFragment(section)
				.toString()
				.replaceAll(/<[^>]*>/g, ''),
		write: (section, words) => document.getXmlFragment(section).push([new Y.XmlText(words)]),
		leave() {
			provider.destroy();
			document.destroy();
		},
	};
	provider.messageHandlers[messageTypes.refused] = (_encoder, decoder) => {
		client.refused = readRefused(decoder);
	};
	provider.messageHandlers[messageTypes.epoch] = (_encoder, decoder) => {
		const epoch = readEpoch(decoder);
		client.epochs.push(epoch);
		// Said from the next connection on: this copy is of that epoch.
		if (client.epochs.length === 1) provider.params = { epoch: String(epoch) };
	};
	provider.on('connection-close', (event) => {
		if (event !== null) client.closeCode = event.code;
	});
	await until(() => provider.synced || client.closeCode !== null);
	return client;
}

/** A websocket that sends whatever one likes. */
export interface RawClient {
	readonly socket: WebSocket;
	readonly frames: Uint8Array[];
	closeCode: number | null;
}

/** The status of the answer where the upgrade was refused; a client where it was not. */
export async function rawConnect(
	address: string,
	headers: Record<string, string>,
	protocols: string[] = [],
): Promise<RawClient | number> {
	const socket = new WebSocket(address.replace('http', 'ws'), protocols, { headers });
	return new Promise((resolve, reject) => {
		const client: RawClient = { socket, frames: [], closeCode: null };
		socket.on('message', (data: Buffer) => client.frames.push(new Uint8Array(data)));
		socket.on('close', (code) => {
			client.closeCode = code;
		});
		socket.on('unexpected-response', (_request, response) => {
			response.resume();
			socket.on('error', () => {});
			socket.terminate();
			resolve(response.statusCode ?? 0);
		});
		socket.on('open', () => resolve(client));
		socket.on('error', reject);
	});
}

export async function rawOpen(person: Person, caseId: string): Promise<RawClient> {
	const client = await rawConnect(`${person.server.url}/collab/${caseId}`, {
		cookie: person.cookie ?? '',
		origin: person.server.url,
	});
	if (typeof client === 'number') throw new Error(`refused: ${client}`);
	return client;
}

/** A sync frame with a Yjs update. */
export function updateFrame(update: Uint8Array, step: number = syncSteps.update): Uint8Array {
	const encoder = createEncoder();
	writeVarUint(encoder, messageTypes.sync);
	writeVarUint(encoder, step);
	writeVarUint8Array(encoder, update);
	return toUint8Array(encoder);
}

export function typeOf(frame: Uint8Array): number {
	return readVarUint(createDecoder(frame));
}
