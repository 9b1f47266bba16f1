/**
 * A case that is open in this tab: its document, the connection to the server, who else is there,
 * and the honest state of saving. The word « Enregistré » comes only from the server's `saved`.
 */
import { COLLAB_SUBPROTOCOL, closeCodes, messageTypes, readSaved } from '@entrepairs/contract/collab';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { caseSocket, SavedCount } from './case-socket.ts';
import { type KeptChanges, openKeptChanges } from './kept-changes.ts';

export type SaveState = 'connecting' | 'saved' | 'saving' | 'offline' | 'offlineNoCopy' | 'offlineClean';

/** Why the case cannot be written any more without doing something about it. */
export type Ended = 'noAccess' | 'signedOut' | 'notFound' | 'tooLarge' | 'malformed';

export interface PresentPeer {
	readonly id: string;
	readonly name: string;
	readonly colour: number;
}

/** Origin of changes that an earlier tab could not send. */
const fromKept = Symbol('kept changes');
const KEEP_AFTER_MS = 200;

export class CaseConnection {
	readonly document = new Y.Doc();
	readonly #provider: WebsocketProvider;
	readonly #accountId: string;
	readonly #caseId: string;
	readonly #count = new SavedCount();
	#kept: KeptChanges | null = null;
	/** Changes made here that the server has not confirmed. */
	#unconfirmed: Uint8Array[] = [];
	/** Whether this device holds, or is about to hold, something of this case. */
	#keepsSomething = false;
	#keepTimer: ReturnType<typeof setTimeout> | undefined;
	/** Whether what is unconfirmed is also on this device. */
	#isKept = $state(true);
	#connected = $state(false);
	#confirmed = $state(false);
	#pending = $state(false);
	#wasConnected = $state(false);
	#destroyed = false;

	/** The text has arrived once; before that there is nothing to show. */
	loaded = $state(false);
	ended = $state<Ended | null>(null);
	peers = $state<readonly PresentPeer[]>([]);
	/** Changes of an earlier, cut-off visit were found on this device. */
	tookUpKept = $state(false);
	readonly state: SaveState = $derived.by(() => {
		if (this.#connected) {
			if (this.#confirmed && !this.#pending) return 'saved';
			return this.loaded ? 'saving' : 'connecting';
		}
		if (!this.#wasConnected && !this.#pending) return 'connecting';
		if (!this.#pending) return 'offlineClean';
		return this.#isKept ? 'offline' : 'offlineNoCopy';
	});

	constructor(accountId: string, caseId: string) {
		this.#accountId = accountId;
		this.#caseId = caseId;
		const address = `${location.origin.replace(/^http/, 'ws')}/collab`;
		this.#provider = new WebsocketProvider(address, caseId, this.document, {
			connect: false,
			// Tabs of one browser meet at the server, where what they write is counted and saved.
			disableBc: true,
			protocols: [COLLAB_SUBPROTOCOL],
			WebSocketPolyfill: caseSocket(this.#count, this.document.clientID),
		});
		this.#listen();
		void this.#begin();
	}

	get awareness(): WebsocketProvider['awareness'] {
		return this.#provider.awareness;
	}

	/** Gives up what could not be sent, on this device as well. */
	async discard(): Promise<void> {
		this.#unconfirmed = [];
		clearTimeout(this.#keepTimer);
		await this.#kept?.forget();
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
		const updates = (await this.#kept?.read()) ?? [];
		if (this.#destroyed) return;
		for (const update of updates) {
			Y.applyUpdate(this.document, update, fromKept);
			this.tookUpKept = true;
		}
		this.#provider.connect();
	}

	#listen(): void {
		const provider = this.#provider;
		provider.messageHandlers[messageTypes.saved] = (_encoder, decoder) => {
			this.#count.saved = readSaved(decoder);
			this.#judge();
		};
		provider.on('status', ({ status }) => {
			this.#connected = status === 'connected';
			if (this.#connected) this.#wasConnected = true;
			else void this.#keep();
			this.#judge();
		});
		provider.on('sync', (synced) => {
			if (synced) this.loaded = true;
			this.#judge();
		});
		provider.on('closed', ({ code }) => {
			this.ended = endedBy(code);
			void this.#keep();
		});
		provider.awareness.on('change', () => this.#seePeers());
		this.document.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin === provider) return;
			this.#unconfirmed.push(update);
			this.#keepsSomething = true;
			this.#pending = true;
			this.#isKept = false;
			clearTimeout(this.#keepTimer);
			this.#keepTimer = setTimeout(() => void this.#keep(), KEEP_AFTER_MS);
		});
		window.addEventListener('online', this.#online);
		window.addEventListener('offline', this.#offline);
		window.addEventListener('beforeunload', this.#beforeLeaving);
	}

	/** Compares what was sent with what is on disk. */
	#judge(): void {
		this.#confirmed = this.#connected && this.#provider.synced && this.#count.isComplete;
		if (!this.#confirmed) return;
		this.#pending = false;
		if (!this.#keepsSomething) return;
		this.#keepsSomething = false;
		this.#unconfirmed = [];
		clearTimeout(this.#keepTimer);
		this.#isKept = this.#kept !== null;
		void this.#kept?.forget();
	}

	/** Writes what is unconfirmed to this device. */
	async #keep(): Promise<void> {
		const kept = this.#kept;
		const changes = this.#unconfirmed;
		if (kept === null || changes.length === 0) return;
		const merged = Y.mergeUpdates(changes);
		const upTo = changes.length;
		try {
			await kept.write(merged);
		} catch {
			return;
		}
		// Meanwhile everything may have been confirmed, or more may have been written.
		if (this.#unconfirmed !== changes) void kept.forget();
		else if (changes.length === upTo) this.#isKept = true;
	}

	#seePeers(): void {
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
