/**
 * Documents that several processes have open at once. Changes travel through the carrier as soon as
 * they come; after each commit the writer says up to which row of the journal, and up to which of
 * its messages, it is. Who missed something notices by these numbers and reads the database.
 */
import { createDecoder, hasContent, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import type { Carrier } from '../platform/carrier.ts';
import type { Log } from '../platform/log.ts';

const kinds = { change: 0, committed: 1, presence: 2, whoIsThere: 3, erased: 4 } as const;

/** What arrives from the other processes about one document. */
export interface Received {
	change(processId: string, number: number, update: Uint8Array, accountId: string): void;
	/** Its changes up to this number are on disk. */
	confirmed(processId: string, number: number): void;
	presence(processId: string, update: Uint8Array): void;
	/** Somebody opened the document elsewhere and wants to see who is here. */
	whoIsThere(): void;
	/** Its history was erased: everything must be read again. */
	erased(): void;
	/** Rows up to `seq` are in the journal, and not all of them were seen here. */
	missed(seq: number): void;
}

export interface Outlet {
	change(update: Uint8Array, accountId: string): void;
	/** This process erased its history. */
	erased(): void;
	/** This process committed row `seq`, with the next `changes` of those that it sent. */
	committed(seq: number, changes: number): void;
	presence(update: Uint8Array): void;
	/** The content of the document is known here up to this row. */
	knows(seq: number): void;
	/** Says again where this process is, in case that was lost. */
	repeat(): void;
	close(): void;
}

export interface FanOut {
	open(documentId: string, received: Received): Promise<Outlet>;
}

interface Sender {
	/** The last of its changes that arrived here in order. */
	count: number;
	hasGap: boolean;
}

/** Without other processes there is nobody to tell. */
export const alone: FanOut = {
	open: async () => ({
		change() {},
		erased() {},
		committed() {},
		presence() {},
		knows() {},
		repeat() {},
		close() {},
	}),
};

export function createFanOut(carrier: Carrier, log: Log): FanOut {
	const own = crypto.randomUUID();
	return {
		async open(documentId, received) {
			const channel = `document:${documentId}`;
			const senders = new Map<string, Sender>();
			let sent = 0;
			let known = 0;
			let lastSeq = 0;
			/** How many of the changes sent are on disk; they are written in the order they were sent. */
			let saved = 0;

			function publish(kind: number, ...parts: (number | string | Uint8Array)[]): void {
				const encoder = createEncoder();
				writeVarString(encoder, own);
				writeVarUint(encoder, kind);
				for (const part of parts) {
					if (typeof part === 'number') writeVarUint(encoder, part);
					else if (typeof part === 'string') writeVarString(encoder, part);
					else writeVarUint8Array(encoder, part);
				}
				carrier.publish(channel, toUint8Array(encoder));
			}

			function receive(message: Uint8Array): void {
				const decoder = createDecoder(message);
				const from = readVarString(decoder);
				if (from === own) return;
				const kind = readVarUint(decoder);
				if (kind === kinds.change) {
					const number = readVarUint(decoder);
					const sender = senders.get(from);
					if (sender === undefined) senders.set(from, { count: number, hasGap: number !== 1 });
					else {
						if (number !== sender.count + 1) sender.hasGap = true;
						sender.count = number;
					}
					const accountId = readVarString(decoder);
					received.change(from, number, readVarUint8Array(decoder), accountId);
				} else if (kind === kinds.committed) {
					const seq = readVarUint(decoder);
					const count = readVarUint(decoder);
					const sender = senders.get(from) ?? { count: 0, hasGap: false };
					const hasAll = !sender.hasGap && sender.count >= count && seq <= known + 1;
					senders.set(from, { count: Math.max(sender.count, count), hasGap: false });
					received.confirmed(from, count);
					if (hasAll) known = Math.max(known, seq);
					else received.missed(seq);
				} else if (kind === kinds.presence) received.presence(from, readVarUint8Array(decoder));
				else if (kind === kinds.whoIsThere) received.whoIsThere();
				else if (kind === kinds.erased) received.erased();
				if (hasContent(decoder)) throw new Error('a message of another version');
			}

			const stop = await carrier.subscribe(channel, (message) => {
				try {
					receive(message);
				} catch (error) {
					log.warn({ err: error }, 'a message from another process could not be read');
				}
			});
			publish(kinds.whoIsThere);
			return {
				change: (update, accountId) => publish(kinds.change, ++sent, accountId, update),
				erased: () => publish(kinds.erased),
				committed(seq, changes) {
					lastSeq = seq;
					saved += changes;
					if (seq === known + 1) known = seq;
					publish(kinds.committed, lastSeq, saved);
				},
				presence: (update) => publish(kinds.presence, update),
				knows(seq) {
					known = Math.max(known, seq);
				},
				repeat() {
					if (lastSeq > 0) publish(kinds.committed, lastSeq, saved);
				},
				close: stop,
			};
		},
	};
}
