/**
 * Who is in a document and where their cursor is: the awareness protocol of Yjs, with the server
 * as its keeper. Each connection speaks for one client only, and the server writes `user` itself,
 * so that nobody can appear under another name.
 */

import { messageTypes } from '@entrepairs/contract/collab';
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { expectEnd } from './update.ts';

/** Someone in a document, as the others see them. */
export interface PresentPerson {
	readonly id: string;
	readonly name: string;
	/** 1 to 12, the colour they have in the group. */
	readonly colour: number;
}

interface Entry {
	readonly clientId: number;
	readonly clock: number;
	/** JSON; `null` means gone. */
	readonly state: string;
}

interface Place<C> {
	connection: C;
	accountId: string;
	clock: number;
	state: string;
}

/** Somebody whose connection another process holds. */
interface RemotePlace {
	readonly processId: string;
	readonly clock: number;
	readonly state: string;
	readonly seenAt: number;
}

/** Presence in one document. `C` is whatever stands for a connection. */
export class Presence<C> {
	readonly #places = new Map<number, Place<C>>();
	readonly #clientOf = new Map<C, number>();
	readonly #remote = new Map<number, RemotePlace>();

	/**
	 * Takes an awareness update of a connection and returns the frame to pass on, or null when
	 * nothing changed. Entries about others are ignored: y-websocket sends them when its own clock
	 * runs out. Throws when the update is malformed.
	 */
	take(connection: C, person: PresentPerson, update: Uint8Array): Uint8Array | null {
		const passedOn: Entry[] = [];
		for (const { clientId, clock, state } of readEntries(update)) {
			if (!this.#speaksFor(connection, person.id, clientId, state)) continue;
			const known = this.#places.get(clientId);
			if (known !== undefined && (clock < known.clock || (clock === known.clock && state === known.state)))
				continue;
			const stamped = state === 'null' ? state : stamp(state, person);
			if (stamped === 'null') this.#forget(connection, clientId);
			else {
				this.#places.set(clientId, { connection, accountId: person.id, clock, state: stamped });
				this.#clientOf.set(connection, clientId);
				this.#remote.delete(clientId);
			}
			passedOn.push({ clientId, clock, state: stamped });
		}
		return passedOn.length === 0 ? null : frameOf(passedOn);
	}

	/** Everyone who is there, as a frame for somebody who arrives; null when nobody is. */
	everyone(): Uint8Array | null {
		const all = [...this.#places, ...this.#remote];
		if (all.length === 0) return null;
		return frameOf(all.map(([clientId, { clock, state }]) => ({ clientId, clock, state })));
	}

	/** Those whose connections are here, for the other processes; null when nobody is. */
	ours(): Uint8Array | null {
		if (this.#places.size === 0) return null;
		return frameOf([...this.#places].map(([clientId, { clock, state }]) => ({ clientId, clock, state })));
	}

	/** Takes a frame of another process, which vouches for it; returns what is to be passed on here. */
	takeRemote(processId: string, frame: Uint8Array, now: number): Uint8Array | null {
		const decoder = createDecoder(frame);
		readVarUint(decoder);
		const passedOn: Entry[] = [];
		for (const entry of readEntries(readVarUint8Array(decoder))) {
			const { clientId, clock, state } = entry;
			const known = this.#remote.get(clientId);
			// Someone who has come over to this process since then.
			if (this.#places.has(clientId) || (known !== undefined && clock < known.clock)) continue;
			if (state === 'null') this.#remote.delete(clientId);
			else this.#remote.set(clientId, { processId, clock, state, seenAt: now });
			if (known?.clock !== clock || known.state !== state) passedOn.push(entry);
		}
		return passedOn.length === 0 ? null : frameOf(passedOn);
	}

	/** Those of processes that have been silent since then are gone; the frame that says so. */
	forgetSilent(since: number): Uint8Array | null {
		const gone = [...this.#remote].filter(([, { seenAt }]) => seenAt < since);
		for (const [clientId] of gone) this.#remote.delete(clientId);
		if (gone.length === 0) return null;
		return frameOf(gone.map(([clientId, { clock }]) => ({ clientId, clock: clock + 1, state: 'null' })));
	}

	/** A connection ended: the frame that tells the others, if it was seen by them. */
	remove(connection: C): Uint8Array | null {
		const clientId = this.#clientOf.get(connection);
		if (clientId === undefined) return null;
		const clock = (this.#places.get(clientId)?.clock ?? 0) + 1;
		this.#forget(connection, clientId);
		return frameOf([{ clientId, clock, state: 'null' }]);
	}

	/** A person who comes back on a new connection takes their client over from the old one. */
	#speaksFor(connection: C, accountId: string, clientId: number, state: string): boolean {
		const own = this.#clientOf.get(connection);
		if (own !== undefined) return own === clientId;
		if (state === 'null') return false;
		const place = this.#places.get(clientId);
		if (place === undefined) return true;
		if (place.accountId !== accountId) return false;
		this.#clientOf.delete(place.connection);
		return true;
	}

	#forget(connection: C, clientId: number): void {
		this.#clientOf.delete(connection);
		this.#places.delete(clientId);
	}
}

/** A frame about nobody: it keeps the connection from looking dead. */
export const emptyAwareness: Uint8Array = frameOf([]);

function readEntries(update: Uint8Array): Entry[] {
	const decoder = createDecoder(update);
	const count = readVarUint(decoder);
	const entries: Entry[] = [];
	for (let i = 0; i < count; i++) {
		entries.push({
			clientId: readVarUint(decoder),
			clock: readVarUint(decoder),
			state: readVarString(decoder),
		});
	}
	expectEnd(decoder);
	return entries;
}

/** The state with the server's word on who this is. Throws when it is no object. */
function stamp(state: string, person: PresentPerson): string {
	const parsed: unknown = JSON.parse(state, (key, value) => (key === '__proto__' ? undefined : value));
	if (parsed === null) return 'null';
	if (typeof parsed !== 'object' || Array.isArray(parsed))
		throw new Error('an awareness state that is no object');
	return JSON.stringify({ ...parsed, user: person });
}

function frameOf(entries: readonly Entry[]): Uint8Array {
	const update = createEncoder();
	writeVarUint(update, entries.length);
	for (const { clientId, clock, state } of entries) {
		writeVarUint(update, clientId);
		writeVarUint(update, clock);
		writeVarString(update, state);
	}
	const frame = createEncoder();
	writeVarUint(frame, messageTypes.awareness);
	writeVarUint8Array(frame, toUint8Array(update));
	return toUint8Array(frame);
}

/** What follows the message type of an awareness frame. Throws when it is too large. */
export function readAwareness(decoder: ReturnType<typeof createDecoder>, maxBytes: number): Uint8Array {
	const update = readVarUint8Array(decoder);
	expectEnd(decoder);
	if (update.length > maxBytes) throw new Error('an awareness update that is too large');
	return update;
}
