/**
 * The journal writes changes to disk in group commits: while one transaction is under way, the
 * changes of all documents gather for the next. A quiet server commits each at once; one on which
 * several documents are written in waits a moment between commits, so that more go together.
 *
 * Guarantees: `onSaved` runs after the commit, in the order of `append`; a failing database is
 * tried again until it is back; nothing is dropped unless its document is gone.
 */
import * as Y from 'yjs';
import type { DataKey } from '../platform/crypto.ts';
import type { Db, Trx } from '../platform/database.ts';
import type { Log } from '../platform/log.ts';
import type { CollabMetrics } from './collab-metrics.ts';
import {
	appendRows,
	type Claim,
	claimClients,
	epochOf,
	type Held,
	holdDocuments,
	lastSequence,
} from './store.ts';

/** A change, and whose it is. */
export interface Written {
	readonly update: Uint8Array;
	readonly accountId: string;
	/** Yjs clients that first appear in it: they are that person's from now on. */
	readonly newClients: readonly number[];
}

/** A change that another process took and has not said to be on disk. */
export interface Unconfirmed extends Written {
	readonly processId: string;
	readonly number: number;
	/** When it came, in milliseconds. */
	readonly at: number;
}

/** The part of an open document that the journal needs. `lastSeq` is the journal's to advance. */
export interface Journalled {
	readonly id: string;
	readonly epoch: number;
	readonly key: DataKey;
	lastSeq: number;
	/**
	 * Changes of other processes that may not be on disk, and on which changes from here may build:
	 * they are written along, or a death over there would leave ours hanging in the air.
	 */
	unconfirmed(): readonly Unconfirmed[];
	written(unconfirmed: readonly Unconfirmed[]): void;
	/** A row was added, with so many changes from here. */
	rowAdded(changes: number): void;
	/**
	 * The document is in another epoch, or deleted: waiting changes have nowhere to go. Whoever made
	 * them was not told that they are saved, and makes them again where they still apply.
	 */
	superseded(): void;
}

interface Entry {
	readonly document: Journalled;
	/** The epoch that it was made in; it is never written into another. */
	readonly epoch: number;
	/** Null stands for no change: it only waits for those before it. */
	readonly change: Written | null;
	readonly onSaved: () => void;
}

export interface Journal {
	append(document: Journalled, change: Written, onSaved: () => void): void;
	/** Runs `onSaved` once everything appended so far to the document is on disk, or was dropped. */
	afterWaiting(document: Journalled, onSaved: () => void): void;
	/** Bytes that wait for the disk. */
	readonly waitingBytes: number;
	/** Resolves when everything appended so far is on disk. */
	flush(): Promise<void>;
	/** Gives up what cannot be written; used after `flush` at a stop. */
	close(): void;
}

const BATCH_BYTES = 4 * 1024 * 1024;
/** On a busy server, how long after the beginning of a commit the next one begins. */
const PACE_MS = 40;
/** Among the last so many commits, from so many documents on, a server is busy. */
const LOOKED_BACK = 8;
const BUSY_DOCUMENTS = 4;
const RETRY_FIRST_MS = 50;
const RETRY_MOST_MS = 2_000;

export function createJournal(
	db: Db,
	log: Log,
	metrics: Pick<CollabMetrics, 'committed' | 'commitFailed'>,
	/** Whether other processes write to the same documents. */
	isShared: boolean,
): Journal {
	let queue: Entry[] = [];
	let writing: Entry[] = [];
	/** Of those being written: they turned out to be of an epoch that is gone. */
	const lost = new Set<Entry>();
	let waitingBytes = 0;
	let running: Promise<void> | null = null;
	let closed = false;
	let isFlushing = false;

	async function run(): Promise<void> {
		let retryMs = RETRY_FIRST_MS;
		while (queue.length > 0 && !closed) {
			await takeTurn();
			if (writing.length === 0) [writing, queue] = takeBatch(queue);
			try {
				await commit(writing);
				retryMs = RETRY_FIRST_MS;
			} catch (error) {
				metrics.commitFailed();
				log.warn({ err: error }, 'changes could not be written yet');
				queue = [...writing, ...queue];
				writing = [];
				await new Promise((resolve) => setTimeout(resolve, retryMs));
				retryMs = Math.min(RETRY_MOST_MS, retryMs * 2);
				await renumber(queue);
				continue;
			}
			const done = writing;
			writing = [];
			for (const entry of done) {
				waitingBytes -= sizeOf(entry);
				if (entry.change === null || (entry.epoch === entry.document.epoch && !lost.has(entry)))
					entry.onSaved();
			}
			lost.clear();
		}
	}

	/** The documents of the last commits, one each, and when the last one began. */
	const lately: string[] = [];
	let begun = 0;

	async function takeTurn(): Promise<void> {
		const left = begun + PACE_MS - performance.now();
		if (left > 0 && !isFlushing && new Set(lately).size >= BUSY_DOCUMENTS)
			await new Promise((resolve) => setTimeout(resolve, left));
		begun = performance.now();
		if (lately.length >= LOOKED_BACK) lately.shift();
		lately.push(queue.at(-1)?.document.id ?? '');
	}

	async function commit(entries: readonly Entry[]): Promise<void> {
		const changes = [...byDocument(entries)]
			.map(([document, own]) => ({
				document,
				own,
				unconfirmed: document.unconfirmed(),
				epoch: document.epoch,
				key: document.key,
			}))
			.filter(({ own, unconfirmed }) => own.length + unconfirmed.length > 0);
		if (changes.length === 0) return;
		const start = performance.now();
		const write = async (trx: Db | Trx, held: ReadonlyMap<string, Held> | null) => {
			const isCurrent = ({ document, epoch }: (typeof changes)[number]) =>
				held === null || held.get(document.id)?.epoch === epoch;
			const current = changes.filter(isCurrent).map((change) => {
				const all = [...change.unconfirmed, ...change.own];
				return {
					...change,
					documentId: change.document.id,
					seq: (held?.get(change.document.id)?.lastSeq ?? change.document.lastSeq) + 1,
					update: merged(all.map(({ update }) => update)),
				};
			});
			await claimClients(trx, current.flatMap(claimsOf));
			if (current.length > 0) await appendRows(trx, current);
			return { rows: current, superseded: changes.filter((change) => !isCurrent(change)) };
		};
		// A single statement needs no transaction around it.
		const { rows, superseded } =
			isShared || changes.flatMap(claimsOf).length > 0
				? await db.transaction().execute(async (trx) =>
						write(
							trx,
							isShared
								? await holdDocuments(
										trx,
										changes.map(({ document }) => document.id),
									)
								: null,
						),
					)
				: await write(db, null);
		metrics.committed(entries.length, (performance.now() - start) / 1000);
		for (const { document, unconfirmed, own, seq } of rows) {
			document.lastSeq = seq;
			document.written(unconfirmed);
			document.rowAdded(own.length);
		}
		for (const { document } of superseded) {
			for (const entry of entries) if (entry.document === document) lost.add(entry);
			drop(document);
			document.superseded();
		}
	}

	/**
	 * After a failure nobody knows whether the commit arrived, or who took the number: ask the
	 * database. A change that is written twice does no harm, it is the same change.
	 */
	async function renumber(entries: readonly Entry[]): Promise<void> {
		for (const document of new Set(entries.map((entry) => entry.document))) {
			try {
				if ((await epochOf(db, document.id)) === document.epoch)
					document.lastSeq = await lastSequence(db, document.id);
				else {
					drop(document);
					document.superseded();
				}
			} catch (error) {
				log.warn({ err: error }, 'the database is away');
				return;
			}
		}
	}

	function drop(document: Journalled): void {
		const dropped = queue.filter((entry) => entry.document === document);
		queue = queue.filter((entry) => entry.document !== document);
		for (const entry of dropped) {
			waitingBytes -= sizeOf(entry);
			if (entry.change === null) entry.onSaved();
		}
	}

	function start(): void {
		running ??= Promise.resolve()
			.then(run)
			.finally(() => {
				running = null;
				// Something may have come between the last look at the queue and now.
				if (queue.length > 0 && !closed) start();
			});
	}

	function add(entry: Entry): void {
		queue.push(entry);
		waitingBytes += sizeOf(entry);
		start();
	}

	return {
		append: (document, change, onSaved) => add({ document, epoch: document.epoch, change, onSaved }),
		afterWaiting: (document, onSaved) => add({ document, epoch: document.epoch, change: null, onSaved }),
		get waitingBytes() {
			return waitingBytes;
		},
		async flush() {
			isFlushing = true;
			while (running !== null) await running;
			isFlushing = false;
		},
		close() {
			closed = true;
		},
	};
}

function takeBatch(queue: Entry[]): [Entry[], Entry[]] {
	let bytes = 0;
	let end = 0;
	while (end < queue.length && (end === 0 || bytes < BATCH_BYTES)) {
		bytes += sizeOf(queue[end] as Entry);
		end++;
	}
	return [queue.slice(0, end), queue.slice(end)];
}

function merged(updates: Uint8Array[]): Uint8Array {
	const [first] = updates;
	return updates.length === 1 && first !== undefined ? first : Y.mergeUpdates(updates);
}

/** The clients that first appear in the changes of a document. */
function claimsOf({
	document,
	own,
	unconfirmed,
}: {
	readonly document: Journalled;
	readonly own: readonly Written[];
	readonly unconfirmed: readonly Unconfirmed[];
}): Claim[] {
	return [...unconfirmed, ...own].flatMap(({ accountId, newClients }) =>
		newClients.map((clientId) => ({ documentId: document.id, clientId, accountId })),
	);
}

const sizeOf = ({ change }: Entry) => change?.update.length ?? 0;

/** The changes to write, of each document in the epoch that it is in now. */
function byDocument(entries: readonly Entry[]): Map<Journalled, Written[]> {
	const grouped = new Map<Journalled, Written[]>();
	for (const { document, epoch, change } of entries) {
		const changes = grouped.get(document) ?? [];
		if (change !== null && epoch === document.epoch) changes.push(change);
		grouped.set(document, changes);
	}
	return grouped;
}
