/** How a bare client speaks to each server: as little work as possible, so that the server is what is measured. */
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { WebSocket } from 'ws';

export interface Wire {
	/** Frames to begin with: who one is, and that one has nothing yet. */
	opening(document: string): Uint8Array[];
	/** A frame with a Yjs update. */
	update(document: string, update: Uint8Array): Uint8Array;
	/** The Yjs update in a frame, as an answer (step 2) or live; null for anything else. */
	updateIn(frame: Uint8Array): { readonly step: number; readonly update: Uint8Array } | null;
	/** How many changes are on disk, where the server says so. */
	savedIn(frame: Uint8Array): number | null;
}

const NOTHING = Uint8Array.of(0);
const SYNC = 0;
const [STEP1, UPDATE] = [0, 2];
const OUR_SAVED = 100;

function frame(name: string | null, ...parts: (number | string | Uint8Array)[]): Uint8Array {
	const encoder = createEncoder();
	if (name !== null) writeVarString(encoder, name);
	for (const part of parts) {
		if (typeof part === 'number') writeVarUint(encoder, part);
		else if (typeof part === 'string') writeVarString(encoder, part);
		else writeVarUint8Array(encoder, part);
	}
	return toUint8Array(encoder);
}

function syncUpdate(decoder: ReturnType<typeof createDecoder>, types: readonly number[]) {
	if (!types.includes(readVarUint(decoder))) return null;
	const step = readVarUint(decoder);
	return step === STEP1 ? null : { step, update: readVarUint8Array(decoder) };
}

/** The y-websocket protocol, which ours and the old server speak; the relay copies whatever it gets. */
export const yWebsocket: Wire = {
	opening: () => [frame(null, SYNC, STEP1, NOTHING)],
	update: (_document, update) => frame(null, SYNC, UPDATE, update),
	updateIn: (bytes) => syncUpdate(createDecoder(bytes), [SYNC]),
	savedIn(bytes) {
		const decoder = createDecoder(bytes);
		return readVarUint(decoder) === OUR_SAVED ? readVarUint(decoder) : null;
	},
};

/** Hocuspocus puts the document's name before each frame, and begins with a token. */
export const hocuspocus: Wire = {
	opening: (document) => [frame(document, 2, 0, 'token'), frame(document, SYNC, STEP1, NOTHING)],
	update: (document, update) => frame(document, SYNC, UPDATE, update),
	updateIn(bytes) {
		const decoder = createDecoder(bytes);
		readVarString(decoder);
		return syncUpdate(decoder, [SYNC, 4]);
	},
	savedIn: () => null,
};

export interface Line {
	readonly socket: WebSocket;
	readonly wire: Wire;
	readonly document: string;
	onUpdate: (update: Uint8Array, step: number) => void;
	/** How many of its changes the server said to be on disk. */
	saved: number;
	send(update: Uint8Array): void;
	close(): void;
}

/** Opens a connection to a document; resolves when the websocket is open. */
export function openLine(
	address: string,
	wire: Wire,
	document: string,
	options: { readonly headers?: Record<string, string>; readonly protocols?: string[] } = {},
): Promise<Line> {
	const socket = new WebSocket(address, options.protocols ?? [], { headers: options.headers ?? {} });
	const line: Line = {
		socket,
		wire,
		document,
		onUpdate: () => {},
		saved: 0,
		send: (update) => socket.send(wire.update(document, update)),
		close: () => socket.terminate(),
	};
	socket.on('message', (data: Buffer) => {
		const found = wire.updateIn(data);
		if (found !== null) line.onUpdate(found.update, found.step);
		else line.saved = wire.savedIn(data) ?? line.saved;
	});
	return new Promise((resolve, reject) => {
		socket.on('open', () => {
			for (const bytes of wire.opening(document)) socket.send(bytes);
			resolve(line);
		});
		socket.on('error', (error) => reject(new Error(`${address}: ${error.message}`)));
	});
}
