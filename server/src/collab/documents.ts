/**
 * The documents that are in memory. One is loaded when somebody first asks for it, kept up with what
 * other processes write, folded when its journal grows, and let go when nobody needs it any more.
 */
import * as Y from 'yjs';
import type { Keyring } from '../platform/crypto.ts';
import type { Db } from '../platform/database.ts';
import type { Log } from '../platform/log.ts';
import { compact, withoutGarbage } from './compaction.ts';
import { type Connection, updateFrame } from './connection.ts';
import { isOld, newsUpdate } from './contents.ts';
import { OpenDocument } from './document.ts';
import { alone, type FanOut } from './fan-out.ts';
import type { Journal } from './journal.ts';
import type { CollabLimits } from './limits.ts';
import { epochOf, loadDocument } from './store.ts';
import { readChange } from './update.ts';

export interface OpenDocuments {
	/** Loads it if need be; null when there is none. Throws when it cannot be read. */
	get(id: string): Promise<OpenDocument<Connection> | null>;
	/** Works on a document, which stays in memory meanwhile; null when there is none. */
	with<T>(id: string, work: (document: OpenDocument<Connection>) => Promise<T>): Promise<T | null>;
	/** Resolves once everything that was written in it here is on disk. */
	settled(document: OpenDocument<Connection>): Promise<void>;
	/** A connection to it has ended: lets it go if that was the last. */
	left(id: string): Promise<void>;
	/** Tells other processes where this one is, and does what they no longer do. */
	heartbeat(): void;
	/** Those that are loaded. */
	readonly loaded: ReadonlySet<OpenDocument<Connection>>;
	/** Also those that are being loaded. */
	readonly count: number;
	/** Nothing is let go from now on. */
	stop(): void;
}

/** A process that says nothing for so long is taken for dead, and its people for gone. */
const SILENT_AFTER_HEARTBEATS = 3;

export function createOpenDocuments(deps: {
	readonly db: Db;
	readonly keyring: Keyring;
	readonly log: Log;
	readonly limits: CollabLimits;
	readonly fanOut: FanOut;
	readonly journal: Journal;
	/** Whether somebody is connected to it, or about to be. */
	isConnected(id: string): boolean;
}): OpenDocuments {
	const { db, keyring, log, limits, fanOut, journal } = deps;
	const documents = new Map<string, Promise<OpenDocument<Connection>>>();
	/** The loaded ones among them. */
	const loaded = new Set<OpenDocument<Connection>>();
	let stopping = false;

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

	const settled = (document: OpenDocument<Connection>) =>
		new Promise<void>((resolve) => journal.afterWaiting(document, resolve));

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
			if (document !== null) letGo(document);
		}
	}

	function letGo(document: OpenDocument<Connection>): void {
		retire(document).catch((error) => log.error({ err: error }, 'a document could not be put away'));
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

	const isWanted = (id: string) => holds.has(id) || deps.isConnected(id);

	return {
		get: documentFor,
		with: withDocument,
		settled,
		loaded,

		async left(id) {
			const document = await documents.get(id)?.catch(() => undefined);
			if (document !== undefined) letGo(document);
		},

		heartbeat() {
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
		},

		get count() {
			return documents.size;
		},

		stop() {
			stopping = true;
		},
	};
}

class NoSuchDocument extends Error {}
