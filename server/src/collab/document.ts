/**
 * A document that somebody has open: its merged bytes, what they contain as clocks, and who is
 * connected. It holds no live Y.Doc; what a client misses is cut from the bytes.
 */
import * as Y from 'yjs';
import type { DataKey } from '../platform/crypto.ts';
import { framed } from '../sockets/framing.ts';
import { Contents, type News } from './contents.ts';
import type { Outlet } from './fan-out.ts';
import type { Journalled, Unconfirmed } from './journal.ts';
import { Presence } from './presence.ts';
import type { StoredDocument } from './store.ts';
import { type Change, isVectorOfNothing } from './update.ts';

/** What a document needs of those connected to it. */
export interface Listener {
	send(message: Uint8Array): void;
	/** A message that is framed already, for many. */
	write(frame: Uint8Array): void;
	/** The document was deleted. */
	documentGone(): void;
	/** Its history was erased: what this client holds is of an epoch that is over. */
	historyErased(epoch: number): void;
	/** A change may not have been taken: ask for it again. */
	askAgain(): void;
}

/** What a document tells those who look after it. */
export interface Keeper {
	/** A row was added to the journal. */
	rowAdded(): void;
	/** Another process began a new epoch, or the document is gone. */
	superseded(): void;
}

export class OpenDocument<L extends Listener = Listener> implements Journalled {
	readonly id: string;
	epoch: number;
	key: DataKey;
	lastSeq: number;
	readonly presence = new Presence<L>();
	/** To the other processes that have it open. */
	readonly outlet: Outlet;
	/** False while its history is being erased: what comes meanwhile is asked for again. */
	takesChanges = true;
	/** Nothing of what is here is sure any more; it is being read again. */
	isSuperseded = false;
	readonly #listeners = new Set<L>();
	readonly #keeper: Keeper;
	/** Merged bytes, then the changes that came since: merged only when somebody asks. */
	#parts: Uint8Array[];
	/** Built when somebody writes: who only reads needs none. */
	#contents: Contents | null = null;
	/** How far the state goes, until something comes. */
	#vector: Uint8Array | null;
	#authors: Map<number, string>;
	#rows: number;
	#unconfirmed: readonly Unconfirmed[] = [];

	constructor(id: string, stored: StoredDocument, outlet: Outlet, keeper: Keeper) {
		this.outlet = outlet;
		outlet.knows(stored.lastSeq);
		this.id = id;
		this.epoch = stored.epoch;
		this.key = stored.key;
		this.lastSeq = stored.lastSeq;
		this.#parts = [stored.state];
		this.#vector = stored.vector;
		this.#authors = new Map(stored.authors);
		this.#rows = stored.rows;
		this.#keeper = keeper;
	}

	/** Journal rows that are not in the snapshot. */
	get rows(): number {
		return this.#rows;
	}

	/** How much it holds in memory, but for its clocks. */
	get bytes(): number {
		return this.#parts.reduce((sum, part) => sum + part.length, 0);
	}

	get listeners(): ReadonlySet<L> {
		return this.#listeners;
	}

	join(listener: L): void {
		this.#listeners.add(listener);
	}

	leave(listener: L): void {
		this.#listeners.delete(listener);
	}

	/** What of somebody's change is news. What another person's client wrote is left out of it. */
	sift(change: Change, accountId: string): News {
		return this.#known().sift(change, (client) => {
			const author = this.#authors.get(client);
			return author !== undefined && author !== accountId;
		});
	}

	/** What of a change that another process judged is news. */
	siftTrusted(change: Change): News {
		return this.#known().sift(change);
	}

	/** Takes news in memory and returns the clients that first appear in it. The journal writes it; the caller tells the others. */
	apply(news: News, update: Uint8Array, accountId: string): number[] {
		this.#take(news, update);
		const newClients: number[] = [];
		for (const { struct } of news.pieces) {
			const { client } = struct.id;
			if (this.#authors.has(client)) continue;
			this.#authors.set(client, accountId);
			newClients.push(client);
		}
		return newClients;
	}

	/** Takes what was read from the database, whose authors are known. */
	applyStored(news: News, update: Uint8Array, authors: ReadonlyMap<number, string>): void {
		this.#take(news, update);
		for (const [client, accountId] of authors) this.#authors.set(client, accountId);
	}

	/** Remembers a change of another process until that one says it is saved. */
	expectConfirmation(unconfirmed: Unconfirmed): void {
		this.#unconfirmed = [...this.#unconfirmed, unconfirmed];
	}

	/** The changes of a process up to this number are on disk. */
	confirmed(processId: string, number: number): void {
		if (this.#unconfirmed.length === 0) return;
		this.#unconfirmed = this.#unconfirmed.filter((one) => one.processId !== processId || one.number > number);
	}

	unconfirmed(): readonly Unconfirmed[] {
		return this.#unconfirmed;
	}

	written(unconfirmed: readonly Unconfirmed[]): void {
		if (unconfirmed.length === 0) return;
		this.#unconfirmed = this.#unconfirmed.filter((one) => !unconfirmed.includes(one));
	}

	/** Everything, as one Yjs update. */
	state(): Uint8Array {
		if (this.#parts.length > 1) this.#parts = [Y.mergeUpdates(this.#parts)];
		return this.#parts[0] as Uint8Array;
	}

	stateVector(): Uint8Array {
		this.#vector ??= this.#contents?.stateVector() ?? Y.encodeStateVectorFromUpdate(this.state());
		return this.#vector;
	}

	/** What someone with this state vector misses, as a Yjs update. */
	missingFrom(stateVector: Uint8Array): Uint8Array {
		const state = this.state();
		return isVectorOfNothing(stateVector) ? state : Y.diffUpdate(state, stateVector);
	}

	/** Who writes as which client. */
	get authors(): ReadonlyMap<number, string> {
		return this.#authors;
	}

	/** Sends a message to everyone connected, but the one it came from. */
	broadcast(message: Uint8Array, except: L | null): void {
		const frame = framed(message);
		for (const listener of this.#listeners) if (listener !== except) listener.write(frame);
	}

	rowAdded(changes: number): void {
		this.#rows++;
		this.outlet.committed(this.lastSeq, changes);
		this.#keeper.rowAdded();
	}

	/** The journal was folded into the snapshot; the state without garbage takes less room here too. */
	compacted(withoutGarbage: (state: Uint8Array) => Uint8Array): void {
		this.#rows = 0;
		this.#parts = [withoutGarbage(this.state())];
	}

	/** Its history was erased: nothing of what was here stays, and everybody begins anew. */
	replace(stored: StoredDocument): void {
		this.epoch = stored.epoch;
		this.key = stored.key;
		this.lastSeq = stored.lastSeq;
		this.#parts = [stored.state];
		this.#vector = stored.vector;
		this.#contents = null;
		this.#authors = new Map(stored.authors);
		this.#rows = stored.rows;
		this.#unconfirmed = [];
		this.takesChanges = true;
		this.isSuperseded = false;
		this.outlet.knows(stored.lastSeq);
		for (const listener of [...this.#listeners]) listener.historyErased(stored.epoch);
	}

	superseded(): void {
		if (this.isSuperseded) return;
		this.isSuperseded = true;
		this.#keeper.superseded();
	}

	gone(): void {
		for (const listener of [...this.#listeners]) listener.documentGone();
	}

	#take(news: News, update: Uint8Array): void {
		this.#known().add(news);
		this.#parts.push(update);
		this.#vector = null;
	}

	#known(): Contents {
		this.#contents ??= Contents.of(this.state());
		return this.#contents;
	}
}
