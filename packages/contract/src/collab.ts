/**
 * The protocol at `/collab/<document id>`.
 *
 * It is the y-websocket protocol: each frame is binary and starts with a message type.
 *
 *     client                                   server
 *       │── 0 sync: step 1 (what I have) ────────▶│
 *       │◀──────── 0 sync: step 2 (what you miss) ─│   the whole text at the first time
 *       │◀───────────── 0 sync: step 1 (what I have)│
 *       │── 0 sync: step 2 (what you miss) ───────▶│   words written offline travel here
 *       │── 0 sync: update ───────────────────────▶│──▶ the other clients, at once
 *       │◀───────────────────── 100 saved (count) ──│   when it is on disk
 *       │◀─ 1 awareness ─▶│  who is here and where; the server writes `user` itself
 *       │◀──────────────────── 101 refused (why) ──│   a change was not taken: begin anew
 *       │◀──────────────────── 102 epoch (number) ──│   at first, and when history was erased
 *
 * A client that comes back says which epoch its copy is of (`?epoch=`). Erasure begins a new epoch;
 * nothing of an older one is ever merged into it, so that what was erased cannot come back.
 *
 * Our own messages go only to clients that offer the subprotocol `entrepairs.v1`, so that any
 * other y-websocket client works and is never sent what it does not know.
 */
import { createDecoder, type Decoder, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding';

export const COLLAB_SUBPROTOCOL = 'entrepairs.v1';

export const messageTypes = {
	sync: 0,
	awareness: 1,
	auth: 2,
	queryAwareness: 3,
	saved: 100,
	refused: 101,
	epoch: 102,
} as const;
export const syncSteps = { step1: 0, step2: 1, update: 2 } as const;

/**
 * `saved`: the first `count` frames with changes (sync step 2 or update) that this connection sent
 * are on disk, in order. The client counts its own; when both agree, everything is saved.
 */
export function writeSaved(count: number): Uint8Array {
	const encoder = createEncoder();
	writeVarUint(encoder, messageTypes.saved);
	writeVarUint(encoder, count);
	return toUint8Array(encoder);
}

/** Reads what follows the message type. */
export function readSaved(decoder: Decoder): number {
	return readVarUint(decoder);
}

/** Why a change was not taken. The text stays as the others see it; what was written can be offered again. */
export const refusals = {
	/** The person may only read. */
	readOnly: 1,
	/** It touches a section in which the person may not write now. */
	section: 2,
	/** It builds on words that never arrived, of somebody who has not come back. */
	missing: 3,
} as const;
export type RefusedBecause = keyof typeof refusals;

/**
 * `refused`: this change and all later ones of the connection were not taken. The client drops its
 * copy, connects anew and offers its unsaved words to the person.
 */
export function writeRefused(because: RefusedBecause): Uint8Array {
	const encoder = createEncoder();
	writeVarUint(encoder, messageTypes.refused);
	writeVarUint(encoder, refusals[because]);
	return toUint8Array(encoder);
}

/** Reads what follows the message type. Throws on a reason of another version. */
export function readRefused(decoder: Decoder): RefusedBecause {
	const code = readVarUint(decoder);
	const found = Object.entries(refusals).find(([, value]) => value === code);
	if (found === undefined) throw new Error('an unknown reason');
	return found[0] as RefusedBecause;
}

/**
 * `epoch`: which epoch the document is in. First on every connection; once more when history is
 * erased, and from then on nothing of this connection is taken.
 */
export function writeEpoch(epoch: number): Uint8Array {
	const encoder = createEncoder();
	writeVarUint(encoder, messageTypes.epoch);
	writeVarUint(encoder, epoch);
	return toUint8Array(encoder);
}

/** Reads what follows the message type. */
export function readEpoch(decoder: Decoder): number {
	return readVarUint(decoder);
}

/** Whether a frame that a client sends counts for `saved`. */
export function carriesChanges(frame: Uint8Array): boolean {
	const decoder = createDecoder(frame);
	return readVarUint(decoder) === messageTypes.sync && readVarUint(decoder) !== syncSteps.step1;
}

/**
 * Why a connection was closed. y-websocket takes 4400 to 4499 as final and reconnects after any
 * other code.
 */
export const closeCodes = {
	/** The frame cannot be understood; nothing of it was kept. */
	malformed: 4400,
	/** The person signed out, here or everywhere. */
	signedOut: 4401,
	/** They may not read this document, or wrote where they may only read. */
	noAccess: 4403,
	/** There is no such document any more. */
	notFound: 4404,
	/** The copy is of an older epoch: it must be dropped, not merged. */
	erased: 4409,
	/** One change was larger than the server takes. */
	tooLarge: 4413,
	/** The server stops; come back at once. */
	stopping: 1012,
	/** The text could not be loaded, so nothing is shown rather than an empty page. */
	loadFailed: 4500,
	/** Changes wait for the database beyond the bound. */
	notSaving: 4503,
	/** Too many connections of one person or to one document. */
	tooMany: 4508,
	/** More frames a second than anyone types. */
	tooFast: 4529,
} as const;
export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];
