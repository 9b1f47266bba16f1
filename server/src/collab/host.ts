/**
 * Every open document and connection of this process. Loads a document when the first person
 * comes, lets it go when the last one leaves, re-judges rights whenever they may have changed, and
 * at a stop sees everything to disk before it says goodbye.
 */
import { closeCodes } from '@entrepairs/contract/collab';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Keyring } from '../platform/crypto.ts';
import type { Db } from '../platform/database.ts';
import type { EventBus } from '../platform/events.ts';
import type { Log } from '../platform/log.ts';
import type { CollabMetrics } from './collab-metrics.ts';
import { compact, withoutGarbage } from './compaction.ts';
import { Connection, type ConnectionOptions, type DocumentAccess, updateFrame } from './connection.ts';
import { OpenDocument } from './document.ts';
import { alone, type FanOut } from './fan-out.ts';
import { createJournal } from './journal.ts';
import type { CollabLimits } from './limits.ts';
import { loadDocument } from './store.ts';
import { isEmpty, readChange } from './update.ts';

export interface CollabHost {
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

/** A process that says nothing for so long is taken for dead, and its people for gone. */
const SILENT_AFTER_HEARTBEATS = 3;

export function createCollabHost(deps: CollabDeps): CollabHost {
	const { db, keyring, log, events, limits, metrics, fanOut } = deps;
	const journal = createJournal(db, log, metrics, fanOut !== alone);
	const documents = new Map<string, Promise<OpenDocument<Connection>>>();
	const connections = new Set<Connection>();
	/** The loaded ones among `documents`. */
	const loaded = new Set<OpenDocument<Connection>>();
	let stopping = false;
	metrics.watch({
		connections: () => connections.size,
		documents: () => loaded.size,
		documentBytes: () => [...loaded].reduce((sum, document) => sum + document.bytes, 0),
		waitingBytes: () => journal.waitingBytes,
	});

	async function begin(connection: Connection): Promise<void> {
		// Judged again although the door did: rights may have gone in between, unheard.
		await judge(connection);
		if (connection.ended) return;
		const document = await documentFor(connection.documentId);
		if (document === null) connection.end(closeCodes.notFound);
		else if (!connection.ended) connection.start(document);
	}

	async function documentFor(id: string): Promise<OpenDocument<Connection> | null> {
		const known = documents.get(id);
		if (known !== undefined) return known;
		const loading = load(id);
		documents.set(id, loading);
		try {
			return await loading;
		} catch (error) {
			documents.delete(id);
			if (error instanceof NoSuchDocument) return null;
			throw error;
		}
	}

	async function load(id: string): Promise<OpenDocument<Connection>> {
		let document: OpenDocument<Connection> | null = null;
		/** What other processes said while it was being read. */
		let early: ((document: OpenDocument<Connection>) => void)[] = [];
		const when = (tell: (document: OpenDocument<Connection>) => void) => {
			if (document === null) early.push(tell);
			else tell(document);
		};
		// Listening before reading: what comes in between is in one or the other.
		const outlet = await fanOut.open(id, {
			change: (processId, number, update) =>
				when((open) => {
					const change = readChange(update);
					if (isEmpty(change) || open.has(change)) return;
					open.applyFrom(processId, number, update, change, Date.now());
					open.broadcast(updateFrame(update), null);
				}),
			confirmed: (processId, number) => when((open) => open.confirmed(processId, number)),
			presence: (processId, frame) =>
				when((open) => {
					const passedOn = open.presence.takeRemote(processId, frame, Date.now());
					if (passedOn !== null) open.broadcast(passedOn, null);
				}),
			whoIsThere: () => when(tellWhoIsHere),
			missed: () => when((open) => void catchUp(open)),
		});
		try {
			const stored = await loadDocument(db, keyring, id);
			if (stored === null) throw new NoSuchDocument();
			const opened: OpenDocument<Connection> = new OpenDocument(id, stored, outlet, () => {
				if (opened.rows >= limits.rowsBeforeCompaction) void fold(opened);
			});
			document = opened;
			for (const tell of early) tell(opened);
			early = [];
			loaded.add(opened);
			return opened;
		} catch (error) {
			outlet.close();
			throw error;
		}
	}

	function tellWhoIsHere(document: OpenDocument<Connection>): void {
		const ours = document.presence.ours();
		if (ours !== null) document.outlet.presence(ours);
	}

	/** Something another process said was lost on its way: what it wrote is in the database. */
	async function catchUp(document: OpenDocument<Connection>): Promise<void> {
		try {
			const stored = await loadDocument(db, keyring, document.id);
			if (stored === null) return document.gone();
			const missed = Y.diffUpdate(stored.state, document.stateVector());
			const change = readChange(missed);
			if (!document.has(change)) {
				document.apply(missed, change);
				document.broadcast(updateFrame(missed), null);
			}
			document.outlet.knows(stored.lastSeq);
		} catch (error) {
			log.warn({ err: error }, 'a document could not catch up yet');
		}
	}

	const folding = new Set<string>();

	async function fold(document: OpenDocument<Connection>): Promise<void> {
		if (document.rows === 0 || folding.has(document.id)) return;
		folding.add(document.id);
		try {
			await compact(db, keyring, document.id);
			document.compacted(withoutGarbage);
		} catch (error) {
			// The journal is whole, only longer; the next time folds it.
			log.warn({ err: error }, 'a document could not be compacted');
		} finally {
			folding.delete(document.id);
		}
	}

	/** Lets a document go that nobody has open any more, once it is on disk. */
	async function retire(document: OpenDocument<Connection>): Promise<void> {
		if (isWanted(document.id)) return;
		await new Promise<void>((resolve) => journal.afterWaiting(document, resolve));
		if (isWanted(document.id) || stopping) return;
		documents.delete(document.id);
		loaded.delete(document);
		document.outlet.close();
		await fold(document);
	}

	/** Somebody has it open, or is waiting for it to load. */
	function isWanted(id: string): boolean {
		for (const connection of connections) if (connection.documentId === id) return true;
		return false;
	}

	async function ended(connection: Connection): Promise<void> {
		connections.delete(connection);
		connection.closed();
		const document = await documents.get(connection.documentId)?.catch(() => undefined);
		if (document !== undefined) await retire(document);
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
	function rejudge(connection: Connection): void {
		judge(connection).catch((error) => {
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
				if (connection.access === null || connection.access.groupId === groupId) rejudge(connection);
			}
		}),
		events.on('signed-out', ({ accountId, signInHash }) => {
			for (const connection of connections) {
				if (connection.accountId !== accountId) continue;
				if (signInHash === null || connection.signInHash === signInHash) connection.end(closeCodes.signedOut);
			}
		}),
	];

	const heartbeat = setInterval(() => {
		for (const connection of connections) {
			connection.heartbeat();
			// Rights may also change in another process, and sign-ins expire by themselves.
			lookAgain(connection);
		}
		const silent = Date.now() - SILENT_AFTER_HEARTBEATS * limits.heartbeatMs;
		const old = Date.now() - limits.heartbeatMs;
		for (const document of loaded) {
			// Nobody over there will write these any more: this process does.
			if (document.unconfirmed().some(({ at }) => at < old)) journal.afterWaiting(document, () => {});
			document.outlet.repeat();
			tellWhoIsHere(document);
			const gone = document.presence.forgetSilent(silent);
			if (gone !== null) document.broadcast(gone, null);
		}
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
		open(socket, options) {
			if (stopping) return socket.close(closeCodes.stopping);
			if (!hasRoom(options)) return socket.close(closeCodes.tooMany);
			const connection = new Connection(socket, options, journal, limits, metrics);
			connections.add(connection);
			socket.on('close', () => {
				ended(connection).catch((error) => log.error({ err: error }, 'a document could not be put away'));
			});
			begin(connection).catch((error) => {
				log.error({ err: error }, 'a document could not be opened');
				connection.end(closeCodes.loadFailed);
			});
		},

		get openDocuments() {
			return documents.size;
		},

		async close() {
			stopping = true;
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

class NoSuchDocument extends Error {}
