import type { RefusedBecause } from '@entrepairs/contract/collab';
import { Counter, Gauge, Histogram } from 'prom-client';
import type { Metrics } from '../platform/metrics.ts';

/** What the document host counts. */
export interface CollabMetrics {
	/** A transaction of the journal: how many changes, and how long from asking to being on disk. */
	committed(changes: number, seconds: number): void;
	/** A commit failed and is tried again. */
	commitFailed(): void;
	/** A connection was closed for what it did, by close code. */
	refused(closeCode: number): void;
	/** A change was not taken. */
	changeRefused(because: RefusedBecause): void;
	slowReaderCut(): void;
	/** Where the gauges look when somebody asks. */
	watch(now: {
		connections(): number;
		documents(): number;
		documentBytes(): number;
		waitingBytes(): number;
	}): void;
}

export function createCollabMetrics(metrics: Metrics): CollabMetrics {
	const registers = [metrics];
	const batch = new Histogram({
		name: 'entrepairs_journal_batch_changes',
		help: 'Changes in one transaction of the journal',
		buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500],
		registers,
	});
	const latency = new Histogram({
		name: 'entrepairs_journal_commit_seconds',
		help: 'Time of one transaction of the journal',
		buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5],
		registers,
	});
	const failures = new Counter({
		name: 'entrepairs_journal_failures_total',
		help: 'Transactions of the journal that failed and were tried again',
		registers,
	});
	const refused = new Counter({
		name: 'entrepairs_collab_refused_total',
		help: 'Connections closed for what they sent, by close code',
		labelNames: ['code'],
		registers,
	});
	const changesRefused = new Counter({
		name: 'entrepairs_collab_changes_refused_total',
		help: 'Changes that were not taken, by reason',
		labelNames: ['because'],
		registers,
	});
	const slow = new Counter({
		name: 'entrepairs_collab_slow_readers_cut_total',
		help: 'Connections cut because they did not keep up',
		registers,
	});
	return {
		committed(changes, seconds) {
			batch.observe(changes);
			latency.observe(seconds);
		},
		commitFailed: () => failures.inc(),
		refused: (closeCode) => refused.inc({ code: String(closeCode) }),
		changeRefused: (because) => changesRefused.inc({ because }),
		slowReaderCut: () => slow.inc(),
		watch(now) {
			const gauge = (name: string, help: string, read: () => number) =>
				new Gauge({
					name,
					help,
					registers,
					collect() {
						this.set(read());
					},
				});
			gauge('entrepairs_collab_connections', 'Open websockets', now.connections);
			gauge('entrepairs_collab_documents', 'Documents in memory', now.documents);
			gauge('entrepairs_collab_document_bytes', 'Bytes of the documents in memory', now.documentBytes);
			gauge('entrepairs_journal_waiting_bytes', 'Bytes of changes that wait for the disk', now.waitingBytes);
		},
	};
}
