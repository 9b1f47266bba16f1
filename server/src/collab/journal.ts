/**
 * The journal writes changes to disk in group commits: while one transaction is under way, the
 * changes of all documents gather for the next. A quiet server commits each at once; a busy one
 * commits many together, without any timer.
 *
 * Guarantees: `onSaved` runs after the commit, in the order of `append`; a failing database is
 * tried again until it is back; nothing is dropped unless its document is gone.
 */
import * as Y from 'yjs';
import type { DataKey } from '../platform/crypto.ts';
import type { Db } from '../platform/database.ts';
import type { Log } from '../platform/log.ts';
import type { CollabMetrics } from './collab-metrics.ts';
import { appendRows, documentExists, holdDocuments, lastSequence } from './store.ts';

/** A change that another process took and has not said to be on disk. */
export interface Unconfirmed {
	readonly processId: string;
	readonly number: number;
	readonly update: Uint8Array;
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
	/** The document was deleted under it: its waiting changes have nowhere to go. */
	gone(): void;
}

interface Entry {
	readonly document: Journalled;
	/** Null stands for no change: it only waits for those before it. */
	readonly update: Uint8Array | null;
	readonly onSaved: () => void;
}

export interface Journal {
	append(document: Journalled, update: Uint8Array, onSaved: () => void): void;
	/** Runs `onSaved` once everything appended so far to the document is on disk. */
	afterWaiting(document: Journalled, onSaved: () => void): void;
	/** Bytes that wait for the disk. */
	readonly waitingBytes: number;
	/** Resolves when everything appended so far is on disk. */
	flush(): Promise<void>;
	/** Gives up what cannot be written; used after `flush` at a stop. */
	close(): void;
}

const BATCH_BYTES = 4 * 1024 * 1024;
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
	let waitingBytes = 0;
	let running: Promise<void> | null = null;
	let closed = false;

	async function run(): Promise<void> {
		let retryMs = RETRY_FIRST_MS;
		while (queue.length > 0 && !closed) {
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
			for (const { update, onSaved } of done) {
				waitingBytes -= update?.length ?? 0;
				onSaved();
			}
		}
	}

	async function commit(entries: readonly Entry[]): Promise<void> {
		const changes = [...byDocument(entries)]
			.map(([document, updates]) => ({ document, updates, unconfirmed: document.unconfirmed() }))
			.filter(({ updates, unconfirmed }) => updates.length + unconfirmed.length > 0);
		if (changes.length === 0) return;
		const start = performance.now();
		const rows = await db.transaction().execute(async (trx) => {
			const ids = changes.map(({ document }) => document.id);
			const held = isShared ? await holdDocuments(trx, ids) : null;
			const numbered = changes.map(({ document, updates, unconfirmed }) => ({
				document,
				unconfirmed,
				own: updates.length,
				documentId: document.id,
				epoch: document.epoch,
				key: document.key,
				seq: (held?.get(document.id) ?? document.lastSeq) + 1,
				update: merged([...unconfirmed.map(({ update }) => update), ...updates]),
			}));
			await appendRows(trx, numbered);
			return numbered;
		});
		metrics.committed(entries.length, (performance.now() - start) / 1000);
		for (const { document, unconfirmed, own, seq } of rows) {
			document.lastSeq = seq;
			document.written(unconfirmed);
			document.rowAdded(own);
		}
	}

	/**
	 * After a failure nobody knows whether the commit arrived, or who took the number: ask the
	 * database. A change that is written twice does no harm, it is the same change.
	 */
	async function renumber(entries: readonly Entry[]): Promise<void> {
		for (const document of new Set(entries.map((entry) => entry.document))) {
			try {
				if (await documentExists(db, document.id)) document.lastSeq = await lastSequence(db, document.id);
				else {
					drop(document);
					document.gone();
				}
			} catch (error) {
				log.warn({ err: error }, 'the database is away');
				return;
			}
		}
	}

	function drop(document: Journalled): void {
		for (const entry of queue) if (entry.document === document) waitingBytes -= entry.update?.length ?? 0;
		queue = queue.filter((entry) => entry.document !== document);
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
		waitingBytes += entry.update?.length ?? 0;
		start();
	}

	return {
		append: (document, update, onSaved) => add({ document, update, onSaved }),
		afterWaiting: (document, onSaved) => add({ document, update: null, onSaved }),
		get waitingBytes() {
			return waitingBytes;
		},
		async flush() {
			while (running !== null) await running;
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
		bytes += queue[end]?.update?.length ?? 0;
		end++;
	}
	return [queue.slice(0, end), queue.slice(end)];
}

function merged(updates: Uint8Array[]): Uint8Array {
	const [first] = updates;
	return updates.length === 1 && first !== undefined ? first : Y.mergeUpdates(updates);
}

function byDocument(entries: readonly Entry[]): Map<Journalled, Uint8Array[]> {
	const grouped = new Map<Journalled, Uint8Array[]>();
	for (const { document, update } of entries) {
		const updates = grouped.get(document) ?? [];
		if (update !== null) updates.push(update);
		grouped.set(document, updates);
	}
	return grouped;
}
