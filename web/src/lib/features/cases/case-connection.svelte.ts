/**
 * A case that is open in this tab: its document, the connection to the server, who else is there,
 * and the honest state of saving. The word « Enregistré » comes only from the server's `saved`.
 *
 * The document is a copy of one epoch. When the history is erased, or a change is refused, the copy
 * is dropped and a new one takes its place; words that cannot go over are offered to their author.
 */
import { readCase } from '@entrepairs/contract/cases';
import {
	COLLAB_SUBPROTOCOL,
	closeCodes,
	messageTypes,
	type RefusedBecause,
	readEpoch,
	readRefused,
	readSaved,
} from '@entrepairs/contract/collab';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { call } from '#lib/api/call.ts';
import { caseSocket, SavedCount } from './case-socket.ts';
import { type KeptChanges, type KeptRecord, openKeptChanges } from './kept-changes.ts';
import { type UnsentWords, unsentWords } from './unsent-words.ts';

export type SaveState = 'connecting' | 'saved' | 'saving' | 'offline' | 'offlineNoCopy' | 'offlineClean';

/** Why the case cannot be written any more without doing something about it. */
export type Ended = 'noAccess' | 'signedOut' | 'notFound' | 'tooLarge' | 'malformed';

/** Words that the shared text did not take, and why. */
export interface Offer {
	readonly because: RefusedBecause | 'erased';
	readonly words: readonly UnsentWords[];
}

export interface PresentPeer {
	readonly id: string;
	readonly name: string;
	readonly colour: number;
}

/** Origin of changes that come from an earlier copy, or an earlier tab. */
const fromKept = Symbol('kept changes');
const KEEP_AFTER_MS = 200;
/** How often, at most, the server is asked why it lets nobody in. */
const ASK_AGAIN_MS = 5_000;

export class CaseConnection {
	/** Another one after an erasure or a refusal: what shows it must be made anew. */
	document = $state.raw(new Y.Doc());
	#provider: WebsocketProvider;
	readonly #accountId: string;
	readonly #caseId: string;
	readonly #sections: readonly string[];
	#count = new SavedCount();
	/** Of this copy; null until the server has said it. */
	#epoch: number | null = null;
	#kept: KeptChanges | null = null;
	/** Records of earlier tabs, until what they hold has been dealt with. */
	#found: KeptRecord[] = [];
	/** Those whose words are in the document now, and those whose words are offered. */
	#takenUp: KeptRecord[] = [];
	#offered: KeptRecord[] = [];
	/** Changes made here that the server has not confirmed. */
	#unconfirmed: Uint8Array[] = [];
	/** To be made again in the copy that comes next. */
	#carried: Uint8Array[] = [];
	/** Whether this device holds, or is about to hold, something of this tab. */
	#keepsSomething = false;
	#keepTimer: ReturnType<typeof setTimeout> | undefined;
	#askedWhyAt = Number.NEGATIVE_INFINITY;
	/** Whether what is unconfirmed is also on this device. */
	#isKept = $state(true);
	#connected = $state(false);
	#confirmed = $state(false);
	#pending = $state(false);
	#wasConnected = $state(false);
	#destroyed = false;

	/** The text of this copy has arrived; before that there is nothing to show. */
	loaded = $state(false);
	ended = $state<Ended | null>(null);
	/** Those who were here when one last knew. */
	peers = $state<readonly PresentPeer[]>([]);
	/** Changes of an earlier, cut-off visit were found on this device, and taken. */
	tookUpKept = $state(false);
	/** The history was erased while it was open. */
	wasErased = $state(false);
	offer = $state.raw<Offer | null>(null);
	readonly state: SaveState = $derived.by(() => {
		if (this.#connected) {
			if (this.#confirmed && !this.#pending) return 'saved';
			return this.loaded ? 'saving' : 'connecting';
		}
		if (!this.#wasConnected && !this.#pending) return 'connecting';
		if (!this.#pending) return 'offlineClean';
		return this.#isKept ? 'offline' : 'offlineNoCopy';
	});

	constructor(accountId: string, caseId: string, sections: readonly string[]) {
		this.#accountId = accountId;
		this.#caseId = caseId;
		this.#sections = sections;
		this.#provider = this.#open();
		window.addEventListener('online', this.#online);
		window.addEventListener('offline', this.#offline);
		window.addEventListener('beforeunload', this.#beforeLeaving);
		void this.#begin();
	}

	get awareness(): WebsocketProvider['awareness'] {
		return this.#provider.awareness;
	}

	/** Whether `peers` is what is so now. */
	get seesPeers(): boolean {
		return this.#connected && this.loaded;
	}

	/** Gives up what could not be sent, on this device as well. */
	async discard(): Promise<void> {
		this.#unconfirmed = [];
		clearTimeout(this.#keepTimer);
		await this.#kept?.forgetOwn();
		await this.#kept?.forget([...this.#found, ...this.#takenUp]);
	}

	/** The person has what they want of the words that were offered. */
	async dismissOffer(): Promise<void> {
		this.offer = null;
		const offered = this.#offered;
		this.#offered = [];
		await this.#kept?.forget(offered);
	}

	/** Resolves once everything written here is on disk; false when that takes too long. */
	async whenSaved(withinMs: number): Promise<boolean> {
		const deadline = performance.now() + withinMs;
		while (this.state !== 'saved') {
			if (performance.now() > deadline || this.ended !== null) return false;
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
		return true;
	}

	destroy(): void {
		this.#destroyed = true;
		clearTimeout(this.#keepTimer);
		void this.#keep();
		window.removeEventListener('online', this.#online);
		window.removeEventListener('offline', this.#offline);
		window.removeEventListener('beforeunload', this.#beforeLeaving);
		this.#provider.destroy();
		this.document.destroy();
	}

	async #begin(): Promise<void> {
		this.#kept = await openKeptChanges(this.#accountId, this.#caseId);
		this.#isKept = this.#kept !== null;
		this.#found = (await this.#kept?.read()) ?? [];
		if (!this.#destroyed) this.#provider.connect();
	}

	/** A provider for the document of the moment. It does not connect by itself. */
	#open(): WebsocketProvider {
		const { document } = this;
		const count = new SavedCount();
		this.#count = count;
		const provider = new WebsocketProvider(
			`${location.origin.replace(/^http/, 'ws')}/collab`,
			this.#caseId,
			document,
			{
				connect: false,
				// Tabs of one browser meet at the server, where what they write is counted and saved.
				disableBc: true,
				protocols: [COLLAB_SUBPROTOCOL],
				WebSocketPolyfill: caseSocket(count, document.clientID),
			},
		);
		// The very first state, at clock 0, is taken by nobody: who only reads would stay unseen at first.
		provider.awareness.setLocalStateField('cursor', null);
		/** Whether this websocket ever opened, and what it was told. */
		let isOpen = false;
		let wasToldEpoch = false;
		provider.messageHandlers[messageTypes.saved] = (_encoder, decoder) => {
			count.saved = readSaved(decoder);
			this.#judge();
		};
		provider.messageHandlers[messageTypes.epoch] = (_encoder, decoder) => {
			const epoch = readEpoch(decoder);
			if (this.#epoch === null) {
				this.#epoch = epoch;
				// Said at each connection from now on: nothing of an older epoch is ever merged.
				provider.params = { epoch: String(epoch) };
			} else if (epoch !== this.#epoch) this.#startOver(wasToldEpoch ? 'carry' : 'erased');
			wasToldEpoch = true;
		};
		provider.messageHandlers[messageTypes.refused] = (_encoder, decoder) => {
			this.#startOver(readRefused(decoder));
		};
		provider.on('status', ({ status }) => {
			if (provider !== this.#provider) return;
			if (status === 'connecting') {
				isOpen = false;
				wasToldEpoch = false;
				return;
			}
			this.#connected = status === 'connected';
			if (this.#connected) {
				isOpen = true;
				this.#wasConnected = true;
			} else {
				forgetOthers(provider.awareness);
				void this.#keep();
			}
			this.#judge();
		});
		provider.on('connection-close', () => {
			// A browser is not told why it was not let in.
			if (!isOpen && provider === this.#provider) void this.#askWhy();
		});
		provider.on('sync', (synced) => {
			if (provider !== this.#provider) return;
			if (synced) {
				this.loaded = true;
				this.#takeUp();
				this.#seePeers();
			}
			this.#judge();
		});
		provider.on('closed', ({ code }) => {
			if (provider === this.#provider) this.#end(endedBy(code));
		});
		provider.awareness.on('change', () => this.#seePeers());
		document.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== provider) this.#madeHere(update);
		});
		return provider;
	}

	/** A change was made here: until the server confirms it, this device keeps it. */
	#madeHere(update: Uint8Array): void {
		this.#unconfirmed.push(update);
		this.#keepsSomething = true;
		this.#pending = true;
		this.#isKept = false;
		clearTimeout(this.#keepTimer);
		this.#keepTimer = setTimeout(() => void this.#keep(), KEEP_AFTER_MS);
	}

	/** Makes again what an earlier copy or tab could not send, where it still fits; offers the rest. */
	#takeUp(): void {
		for (const update of this.#carried.splice(0)) this.#makeAgain(update);
		for (const record of this.#found.splice(0)) {
			if (record.update === null) this.#takenUp.push(record);
			else if (record.epoch !== null && record.epoch !== this.#epoch) {
				this.#offerWords('erased', record.update, record);
			} else if (this.#fits(record.update)) {
				if (this.#makeAgain(record.update)) this.tookUpKept = true;
				this.#takenUp.push(record);
			} else this.#offerWords('missing', record.update, record);
		}
	}

	/** Returns whether there was anything in it that the shared text did not have. */
	#makeAgain(update: Uint8Array): boolean {
		const before = this.#unconfirmed.length;
		Y.applyUpdate(this.document, update, fromKept);
		return this.#unconfirmed.length > before;
	}

	/** Whether everything is here that the changes build on. */
	#fits(update: Uint8Array): boolean {
		const scratch = this.#scratch();
		Y.applyUpdate(scratch, update);
		const fits = scratch.store.pendingStructs === null && scratch.store.pendingDs === null;
		scratch.destroy();
		return fits;
	}

	#scratch(): Y.Doc {
		const scratch = new Y.Doc();
		Y.applyUpdate(scratch, Y.encodeStateAsUpdate(this.document));
		return scratch;
	}

	#offerWords(because: Offer['because'], changes: Uint8Array, record: KeptRecord | null): void {
		const scratch = this.#scratch();
		const words = unsentWords(scratch, changes, this.#sections);
		scratch.destroy();
		if (words.length > 0) this.offer = { because, words: [...(this.offer?.words ?? []), ...words] };
		if (record === null) return;
		// Kept until the person says that they have them.
		if (words.length > 0) this.#offered.push(record);
		else void this.#kept?.forget([record]);
	}

	/**
	 * Drops this copy and begins with a new one. What was written after an erasure by somebody who
	 * was there goes over; what was written without knowing of it, or was refused, is offered.
	 */
	#startOver(how: 'carry' | 'erased' | RefusedBecause): void {
		const unsent = this.#unconfirmed.length === 0 ? null : Y.mergeUpdates(this.#unconfirmed);
		clearTimeout(this.#keepTimer);
		if (how === 'carry' || how === 'erased') this.wasErased = true;
		if (unsent !== null) {
			if (how === 'carry') {
				this.#carried.push(unsent);
				void this.#kept?.write(unsent, this.#epoch).catch(() => {});
			} else {
				this.#offerWords(how, unsent, null);
				this.#setAside(unsent);
			}
		}
		const [oldProvider, oldDocument] = [this.#provider, this.document];
		this.#unconfirmed = [];
		this.#keepsSomething = false;
		this.#pending = how === 'carry' && unsent !== null;
		this.#isKept = this.#kept !== null && !this.#pending;
		this.#epoch = null;
		this.#connected = false;
		this.#wasConnected = false;
		this.#confirmed = false;
		this.loaded = false;
		this.document = new Y.Doc();
		this.#provider = this.#open();
		oldProvider.destroy();
		oldDocument.destroy();
		if (this.ended === null && !this.#destroyed) this.#provider.connect();
	}

	/** Words that are offered stay on this device until the person has them. */
	#setAside(unsent: Uint8Array): void {
		const kept = this.#kept;
		if (kept === null) return;
		const epoch = this.#epoch;
		void kept
			.write(unsent, epoch)
			.then((record) => {
				if (record !== null) this.#offered.push(record);
			})
			.catch(() => {});
		kept.setAside();
	}

	/** Compares what was sent with what is on disk. */
	#judge(): void {
		this.#confirmed = this.#connected && this.#provider.synced && this.#count.isComplete;
		if (!this.#confirmed || this.#carried.length > 0) return;
		this.#pending = false;
		const takenUp = this.#takenUp.splice(0);
		if (takenUp.length > 0) void this.#kept?.forget(takenUp);
		if (!this.#keepsSomething) return;
		this.#keepsSomething = false;
		this.#unconfirmed = [];
		clearTimeout(this.#keepTimer);
		this.#isKept = this.#kept !== null;
		void this.#kept?.forgetOwn();
	}

	/** Writes what is unconfirmed to this device. */
	async #keep(): Promise<void> {
		const kept = this.#kept;
		const changes = this.#unconfirmed;
		if (kept === null || changes.length === 0) return;
		const merged = Y.mergeUpdates(changes);
		const upTo = changes.length;
		let record: KeptRecord | null = null;
		try {
			record = await kept.write(merged, this.#epoch);
		} catch {
			// Full, or taken away: the page says that it must stay open.
		}
		if (record === null) return;
		// Meanwhile everything may have been confirmed, or more may have been written.
		if (this.#unconfirmed !== changes) void kept.forget([record]);
		else if (changes.length === upTo) this.#isKept = true;
	}

	/** The server lets nobody in: because it is away, or because this person may not come in any more. */
	async #askWhy(): Promise<void> {
		if (performance.now() - this.#askedWhyAt < ASK_AGAIN_MS) return;
		this.#askedWhyAt = performance.now();
		const answer = await call(readCase, { params: { caseId: this.#caseId } });
		if (answer.ok || this.#destroyed) return;
		if (answer.problem.code === 'signed-out') this.#end('signedOut');
		else if (answer.problem.code === 'not-found') this.#end('noAccess');
	}

	#end(why: Ended): void {
		this.ended = why;
		this.#provider.disconnect();
		void this.#keep();
	}

	#seePeers(): void {
		// Whoever is cut off themselves cannot know who left.
		if (!this.#provider.wsconnected) return;
		const byId = new Map<string, PresentPeer>();
		for (const [clientId, state] of this.#provider.awareness.getStates()) {
			const person = state['user'] as PresentPeer | undefined;
			if (clientId === this.document.clientID || person === undefined || person.id === this.#accountId)
				continue;
			byId.set(person.id, { id: person.id, name: person.name, colour: person.colour });
		}
		const peers = [...byId.values()].sort((a, b) => a.name.localeCompare(b.name));
		if (JSON.stringify(peers) !== JSON.stringify(this.peers)) this.peers = peers;
	}

	// A dead network is noticed at once, not after the silence that y-websocket waits for.
	readonly #offline = () => this.#provider.disconnect();
	readonly #online = () => {
		if (this.ended === null) this.#provider.connect();
	};

	readonly #beforeLeaving = (event: BeforeUnloadEvent) => {
		if (this.#pending && !this.#isKept) event.preventDefault();
	};
}

/**
 * y-protocols remembers how far each state had got and takes the same state no second time: without
 * this, those who stayed would be invisible after a reconnection until they move.
 */
function forgetOthers(awareness: WebsocketProvider['awareness']): void {
	for (const clientId of [...awareness.meta.keys()])
		if (clientId !== awareness.clientID) awareness.meta.delete(clientId);
}

function endedBy(code: number): Ended {
	switch (code) {
		case closeCodes.noAccess:
			return 'noAccess';
		case closeCodes.signedOut:
			return 'signedOut';
		case closeCodes.notFound:
			return 'notFound';
		case closeCodes.tooLarge:
			return 'tooLarge';
		default:
			return 'malformed';
	}
}
