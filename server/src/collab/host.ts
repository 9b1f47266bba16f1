/**
 * Every connection of this process: lets people in, judges their rights again whenever those may
 * have changed, and at a stop sees everything to disk before it says goodbye.
 */
import { closeCodes } from '@entrepairs/contract/collab';
import type { WebSocket } from 'ws';
import type { Keyring } from '../platform/crypto.ts';
import type { Db } from '../platform/database.ts';
import type { EventBus } from '../platform/events.ts';
import type { Log } from '../platform/log.ts';
import type { CollabMetrics } from './collab-metrics.ts';
import { Connection, type ConnectionOptions, type DocumentAccess } from './connection.ts';
import { createOpenDocuments } from './documents.ts';
import { alone, type FanOut } from './fan-out.ts';
import { createJournal } from './journal.ts';
import type { CollabLimits } from './limits.ts';
import { createServerChanges, type ServerChanges } from './server-changes.ts';

export interface CollabHost extends ServerChanges {
	/** Takes a websocket whose person may be here, as far as the door could tell. */
	open(socket: WebSocket, options: ConnectionOptions): void;
	/** Documents in memory; for those who watch the server, and for tests. */
	readonly openDocuments: number;
	/** Everything to disk, then every connection closed with `stopping`. */
	close(): Promise<void>;
}

export interface CollabDeps {
	readonly db: Db;
	readonly keyring: Keyring;
	readonly log: Log;
	readonly events: EventBus;
	readonly limits: CollabLimits;
	readonly metrics: CollabMetrics;
	/** To the other processes, or `alone`. */
	readonly fanOut: FanOut;
	/** What the policy grants someone in a document now; null for nothing at all. */
	accessOf(accountId: string, documentId: string): Promise<DocumentAccess | null>;
	stillSignedIn(signInHash: string): Promise<boolean>;
}

/** How long a stop waits for a database that does not answer. */
const FLUSH_WITHIN_MS = 6_000;

/** Each connection's rights are looked at again at one heartbeat in so many. */
const BEATS_BETWEEN_LOOKS = 4;

export function createCollabHost(deps: CollabDeps): CollabHost {
	const { db, keyring, log, events, limits, metrics, fanOut } = deps;
	const journal = createJournal(db, log, metrics, fanOut !== alone);
	const connections = new Set<Connection>();
	const isConnected = (id: string) => connections.values().some(({ documentId }) => documentId === id);
	const documents = createOpenDocuments({ db, keyring, log, limits, fanOut, journal, isConnected });
	let stopping = false;
	metrics.watch({
		connections: () => connections.size,
		documents: () => documents.loaded.size,
		documentBytes: () => [...documents.loaded].reduce((sum, document) => sum + document.bytes, 0),
		waitingBytes: () => journal.waitingBytes,
	});

	async function begin(connection: Connection): Promise<void> {
		// Judged again although the door did: rights may have gone in between, unheard.
		await judge(connection);
		if (connection.ended) return;
		const document = await documents.get(connection.documentId);
		if (document === null) connection.end(closeCodes.notFound);
		else if (!connection.ended) connection.start(document);
	}

	function ended(connection: Connection): void {
		connections.delete(connection);
		connection.closed();
		void documents.left(connection.documentId);
	}

	async function judge(connection: Connection): Promise<void> {
		const [signedIn, access] = await Promise.all([
			deps.stillSignedIn(connection.signInHash),
			deps.accessOf(connection.accountId, connection.documentId),
		]);
		if (!signedIn) connection.end(closeCodes.signedOut);
		else if (access === null) connection.end(closeCodes.noAccess);
		else connection.access = access;
	}

	/** Rights changed. When nobody can say how, the person may do nothing: they can come back. */
	function rejudge(connection: Connection): Promise<void> {
		return judge(connection).catch((error) => {
			log.warn({ err: error }, 'rights could not be read');
			connection.end(closeCodes.loadFailed);
		});
	}

	/** A look at rights that nothing is known to have changed: a database that is away ends nobody's writing. */
	function lookAgain(connection: Connection): void {
		judge(connection).catch((error) => log.warn({ err: error }, 'rights could not be looked at again'));
	}

	const stopListening = [
		events.on('access-changed', ({ groupId, accountId }) => {
			for (const connection of connections) {
				if (accountId !== undefined && connection.accountId !== accountId) continue;
				if (connection.access === null || connection.access.groupId === groupId) void rejudge(connection);
			}
		}),
		events.on('stage-changed', ({ caseId }) => {
			for (const connection of connections) {
				if (connection.documentId === caseId) void connection.during(rejudge(connection));
			}
		}),
		events.on('signed-out', ({ accountId, signInHash }) => {
			for (const connection of connections) {
				if (connection.accountId !== accountId) continue;
				if (signInHash === null || connection.signInHash === signInHash) connection.end(closeCodes.signedOut);
			}
		}),
	];

	let beat = 0;
	const heartbeat = setInterval(() => {
		beat++;
		for (const [index, connection] of [...connections].entries()) {
			connection.heartbeat();
			// Changes of rights are told at once; this is for what nobody tells, such as a sign-in that expires.
			if (index % BEATS_BETWEEN_LOOKS === beat % BEATS_BETWEEN_LOOKS) lookAgain(connection);
		}
		documents.heartbeat();
	}, limits.heartbeatMs);
	heartbeat.unref();

	function hasRoom({ accountId, documentId }: ConnectionOptions): boolean {
		let ofPerson = 0;
		let ofDocument = 0;
		for (const connection of connections) {
			if (connection.accountId === accountId) ofPerson++;
			if (connection.documentId === documentId) ofDocument++;
		}
		return ofPerson < limits.connectionsPerPerson && ofDocument < limits.connectionsPerDocument;
	}

	return {
		...createServerChanges({ db, keyring, documents, journal }),

		open(socket, options) {
			if (stopping) return socket.close(closeCodes.stopping);
			if (!hasRoom(options)) return socket.close(closeCodes.tooMany);
			const connection = new Connection(socket, options, journal, limits, metrics);
			connections.add(connection);
			socket.on('close', () => ended(connection));
			begin(connection).catch((error) => {
				log.error({ err: error }, 'a document could not be opened');
				connection.end(closeCodes.loadFailed);
			});
		},

		get openDocuments() {
			return documents.count;
		},

		async close() {
			stopping = true;
			documents.stop();
			clearInterval(heartbeat);
			for (const stop of stopListening) stop();
			let timer: NodeJS.Timeout | undefined;
			const tooLong = new Promise<void>((resolve) => {
				timer = setTimeout(resolve, FLUSH_WITHIN_MS);
			});
			await Promise.race([journal.flush(), tooLong]);
			clearTimeout(timer);
			for (const connection of [...connections]) connection.end(closeCodes.stopping);
			await Promise.race([journal.flush(), new Promise((resolve) => setTimeout(resolve, 1_000).unref())]);
			journal.close();
		},
	};
}
