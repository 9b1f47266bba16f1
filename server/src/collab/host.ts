/**
 * Every open document and connection of this process. Loads a document when the first person
 * comes, lets it go when the last one leaves, re-judges rights whenever they may have changed, and
 * at a stop sees everything to disk before it says goodbye.
 */
import { closeCodes, type RefusedBecause } from '@entrepairs/contract/collab';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Keyring } from '../platform/crypto.ts';
import type { Db } from '../platform/database.ts';
import type { EventBus } from '../platform/events.ts';
import type { Log } from '../platform/log.ts';
import type { CollabMetrics } from './collab-metrics.ts';
import { compact, withoutGarbage } from './compaction.ts';
import {
	Connection,
	type ConnectionOptions,
	type DocumentAccess,
	refusalOf,
	updateFrame,
} from './connection.ts';
import { isOld, newsUpdate } from './contents.ts';
import { OpenDocument } from './document.ts';
import { type Erasure, eraseHistory } from './erasure.ts';
import { alone, type FanOut } from './fan-out.ts';
import { createJournal } from './journal.ts';
import type { CollabLimits } from './limits.ts';
import { epochOf, loadDocument } from './store.ts';
import { readChange } from './update.ts';

export interface CollabHost {
	/** Takes a websocket whose person may be here, as far as the door could tell. */
	open(socket: WebSocket, options: ConnectionOptions): void;
	/** Resolves once everything that was written in a document here is on disk; false when there is no such document. */
	settle(documentId: string): Promise<boolean>;
	/**
	 * Makes a change in somebody's name, judged like any other. `change` gets the whole state and
	 * returns a Yjs update. Resolves once it is on disk.
	 */
	write(
		documentId: string,
		by: { readonly accountId: string; readonly sections: readonly string[] },
		change: (state: Uint8Array) => Uint8Array,
	): Promise<'saved' | 'gone' | RefusedBecause>;
	/** Erases for good, and moves everybody to the new epoch. False when there is no such document. */
	erase(documentId: string, erasure: Erasure): Promise<boolean>;
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

const putAway = 'a document could not be put away';

/** Each connection's rights are looked at again at one heartbeat in so many. */
const BEATS_BETWEEN_LOOKS = 4;

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
			change: (processId, number, update, accountId) =>
				when((open) => {
					const news = open.siftTrusted(readChange(update));
					// What it builds on was lost on its way: the database will have both.
					if (news.isMissing || isOld(news) || open.isSuperseded) return;
					const newClients = open.apply(news, update, accountId);
					open.expectConfirmation({ processId, number, update, accountId, newClients, at: Date.now() });
					open.broadcast(updateFrame(update), null);
				}),
			confirmed: (processId, number) => when((open) => open.confirmed(processId, number)),
			presence: (processId, frame) =>
				when((open) => {
					const passedOn = open.presence.takeRemote(processId, frame, Date.now());
					if (passedOn !== null) open.broadcast(passedOn, null);
				}),
			whoIsThere: () => when(tellWhoIsHere),
			erased: () => when((open) => open.superseded()),
			missed: () => when((open) => void catchUp(open)),
		});
		try {
			const stored = await loadDocument(db, keyring, id);
			if (stored === null) throw new NoSuchDocument();
			const opened: OpenDocument<Connection> = new OpenDocument(id, stored, outlet, {
				rowAdded: () => {
					if (opened.rows >= limits.rowsBeforeCompaction) void fold(opened);
				},
				superseded: () => void readAgain(opened),
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
			if (stored.epoch !== document.epoch) return document.superseded();
			const missed = Y.diffUpdate(stored.state, document.stateVector());
			const news = document.siftTrusted(readChange(missed));
			if (!isOld(news)) {
				const update = newsUpdate(news);
				document.applyStored(news, update, stored.authors);
				document.broadcast(updateFrame(update), null);
			}
			document.outlet.knows(stored.lastSeq);
		} catch (error) {
			log.warn({ err: error }, 'a document could not catch up yet');
		}
	}

	/** The document is in a new epoch elsewhere. Until that was read nothing is taken, so it must be. */
	async function readAgain(document: OpenDocument<Connection>): Promise<void> {
		for (let waitMs = 50; document.isSuperseded && !stopping; waitMs = Math.min(2_000, waitMs * 2)) {
			try {
				const stored = await loadDocument(db, keyring, document.id);
				if (stored === null) return document.gone();
				if (stored.epoch !== document.epoch) document.replace(stored);
				else document.isSuperseded = false;
				return;
			} catch (error) {
				log.warn({ err: error }, 'a document could not be read again yet');
				await new Promise((resolve) => setTimeout(resolve, waitMs));
			}
		}
	}

	/** Whether another process began a new epoch, in case its word was lost. */
	async function lookForErasure(document: OpenDocument<Connection>): Promise<void> {
		try {
			if ((await epochOf(db, document.id)) !== document.epoch) document.superseded();
		} catch (error) {
			log.warn({ err: error }, 'an epoch could not be looked at');
		}
	}

	/** How many are at work on a document that need not be connected to it. */
	const holds = new Map<string, number>();

	/** Works on an open document; null when there is none. */
	async function withDocument<T>(
		id: string,
		work: (document: OpenDocument<Connection>) => Promise<T>,
	): Promise<T | null> {
		holds.set(id, (holds.get(id) ?? 0) + 1);
		let document: OpenDocument<Connection> | null = null;
		try {
			document = await documentFor(id);
			return document === null ? null : await work(document);
		} finally {
			const left = (holds.get(id) ?? 1) - 1;
			if (left === 0) holds.delete(id);
			else holds.set(id, left);
			if (document !== null) retire(document).catch((error) => log.error({ err: error }, putAway));
		}
	}

	const settled = (document: OpenDocument<Connection>) =>
		new Promise<void>((resolve) => journal.afterWaiting(document, resolve));

	const erasing = new Map<string, Promise<boolean>>();

	async function eraseNow(document: OpenDocument<Connection>, erasure: Erasure): Promise<boolean> {
		document.takesChanges = false;
		try {
			await settled(document);
			const stored = await eraseHistory(db, keyring, document.id, erasure);
			if (stored === null) {
				document.gone();
				return false;
			}
			document.replace(stored);
			document.outlet.erased();
			return true;
		} finally {
			// Where it failed, what came meanwhile is asked for again.
			if (!document.takesChanges) {
				document.takesChanges = true;
				for (const listener of document.listeners) listener.askAgain();
			}
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
		await settled(document);
		if (isWanted(document.id) || stopping) return;
		documents.delete(document.id);
		loaded.delete(document);
		document.outlet.close();
		await fold(document);
	}

	/** Somebody has it open, or is waiting for it to load. */
	function isWanted(id: string): boolean {
		if (holds.has(id)) return true;
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

	let beat = 0;
	const heartbeat = setInterval(() => {
		beat++;
		for (const [index, connection] of [...connections].entries()) {
			connection.heartbeat();
			// Changes of rights are told at once; this is for what nobody tells, such as a sign-in that expires.
			if (index % BEATS_BETWEEN_LOOKS === beat % BEATS_BETWEEN_LOOKS) lookAgain(connection);
		}
		const silent = Date.now() - SILENT_AFTER_HEARTBEATS * limits.heartbeatMs;
		const old = Date.now() - limits.heartbeatMs;
		for (const document of loaded) {
			// Nobody over there will write these any more: this process does.
			if (document.unconfirmed().some(({ at }) => at < old)) journal.afterWaiting(document, () => {});
			document.outlet.repeat();
			if (fanOut !== alone) void lookForErasure(document);
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
				ended(connection).catch((error) => log.error({ err: error }, putAway));
			});
			begin(connection).catch((error) => {
				log.error({ err: error }, 'a document could not be opened');
				connection.end(closeCodes.loadFailed);
			});
		},

		async settle(documentId) {
			const found = await withDocument(documentId, async (document) => {
				await settled(document);
				return true;
			});
			return found ?? false;
		},

		async write(documentId, { accountId, sections }, change) {
			const outcome = await withDocument(documentId, async (document) => {
				if (!document.takesChanges || document.isSuperseded) return 'missing';
				const news = document.sift(readChange(change(document.state())), accountId);
				const because = refusalOf(news, sections);
				if (because !== null || news.isMissing) return because ?? 'missing';
				if (isOld(news)) return 'saved';
				const update = newsUpdate(news);
				const newClients = document.apply(news, update, accountId);
				document.broadcast(updateFrame(update), null);
				document.outlet.change(update, accountId);
				let isSaved = false;
				journal.append(document, { update, accountId, newClients }, () => {
					isSaved = true;
				});
				await settled(document);
				return isSaved ? 'saved' : 'missing';
			});
			return (outcome ?? 'gone') as 'saved' | 'gone' | RefusedBecause;
		},

		async erase(documentId, erasure) {
			const found = await withDocument(documentId, (document) => {
				// One at a time: between two, changes are taken again.
				const before = erasing.get(documentId) ?? Promise.resolve();
				const own = before.catch(() => {}).then(() => eraseNow(document, erasure));
				erasing.set(documentId, own);
				return own.finally(() => {
					if (erasing.get(documentId) === own) erasing.delete(documentId);
				});
			});
			return found ?? false;
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
