/**
 * A case that is open in this tab: its document, the connection to the server, who else is there,
 * and the honest state of saving. The word « Enregistré » comes only from the server's `saved`, and
 * only when nothing waits here to be looked at (held-words.svelte.ts).
 *
 * The document is a copy of one epoch. When the history is erased, or a change is refused, the copy
 * is dropped and a new one takes its place; words that cannot go over are offered to their author.
 */
import type { Language } from '@entrepairs/anonymise/finding';
import { readCase } from '@entrepairs/contract/cases';
import type { RefusedBecause } from '@entrepairs/contract/collab';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type Answer, call } from '#lib/api/call.ts';
import { openCaseDecisions } from './case-decisions.ts';
import {
	type CaseProvider,
	type Ended,
	endedBy,
	openProvider,
	othersIn,
	type PresentPeer,
} from './case-provider.ts';
import { HeldWords } from './held-words.svelte.ts';
import { type KeptChanges, type KeptRecord, openKeptChanges } from './kept-changes.ts';
import { TwoCopies } from './two-copies.ts';
import { copyOf, fitsInto, type UnsentWords, unsentWords } from './unsent-words.ts';

export type SaveState =
	| 'connecting'
	| 'saved'
	| 'saving'
	/** Words wait for their writer's decision; `unlooked`: for the detector. */
	| 'held'
	| 'unlooked'
	| 'offline'
	| 'offlineNoCopy'
	| 'offlineClean';

/** Words that the shared text did not take, and why. */
export interface Offer {
	readonly because: RefusedBecause | 'erased';
	readonly words: readonly UnsentWords[];
}

/** Origin of changes that come from an earlier copy, or an earlier tab. */
const fromKept = Symbol('kept changes');
const KEEP_AFTER_MS = 200;
/** How long a page that was left may still send what was written last. */
const LINGER_MS = 4_000;
/** How often, at most, the server is asked why it lets nobody in. */
const ASK_AGAIN_MS = 5_000;

export interface CaseConnectionOptions {
	readonly accountId: string;
	readonly caseId: string;
	readonly sections: readonly string[];
	title(): string;
	/** Of the group. */
	readonly language: Language;
	/** Asked when the server lets nobody in: what it answers says why. A case is asked for by default. */
	whyNot?(): Promise<Answer<unknown>>;
}

export class CaseConnection {
	#copies = new TwoCopies(() => this.#provider.websocket);
	/** Another one after an erasure or a refusal: what shows it must be made anew. */
	document = $state.raw(this.#copies.written);
	/** What is written here and has not been looked at. */
	readonly held: HeldWords;
	#provider: CaseProvider;
	readonly #accountId: string;
	readonly #caseId: string;
	readonly #sections: readonly string[];
	readonly #whyNot: () => Promise<Answer<unknown>>;
	/** Of this copy; null until the server has said it. */
	#epoch: number | null = null;
	#kept: KeptChanges | null = null;
	/** Records of earlier tabs, until what they hold has been dealt with. */
	#found: KeptRecord[] = [];
	/** Those whose words are in the document now, and those whose words are offered. */
	#takenUp: KeptRecord[] = [];
	#offered: KeptRecord[] = [];
	/** Changes that were sent and that the server has not confirmed. */
	#unconfirmed: Uint8Array[] = [];
	/** To be made again in the copy that comes next. */
	#carried: Uint8Array[] = [];
	/** How many there were, to tell whether there were more since. */
	#changes = 0;
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

	constructor(options: CaseConnectionOptions) {
		const { accountId, caseId, sections } = options;
		this.#accountId = accountId;
		this.#caseId = caseId;
		this.#sections = sections;
		this.#whyNot = options.whyNot ?? (() => call(readCase, { params: { caseId } }));
		this.held = new HeldWords({
			...options,
			decisions: openCaseDecisions(accountId, caseId),
			onChange: () => {
				if (this.held.isHolding) this.#keepSoon();
				this.#judge();
			},
		});
		this.#provider = this.#open();
		window.addEventListener('online', this.#online);
		window.addEventListener('offline', this.#offline);
		window.addEventListener('beforeunload', this.#beforeLeaving);
		void this.#begin();
	}

	get awareness(): WebsocketProvider['awareness'] {
		return this.#provider.websocket.awareness;
	}

	/** Whether the others have this unit of text; see two-copies.ts. */
	readonly isShared = (client: number, clock: number): boolean => this.#copies.isShared(client, clock);

	/** Something was made here that is not known to be on the server's disk. */
	get #isPending(): boolean {
		return this.#pending || this.held.isHolding;
	}

	/** Not derived: it is asked for after the page was left, too. */
	get state(): SaveState {
		if (this.#connected) {
			if (this.held.questions.length > 0) return 'held';
			if (this.held.isHolding && this.held.isUnavailable) return 'unlooked';
			if (this.#confirmed && !this.#isPending) return 'saved';
			return this.loaded ? 'saving' : 'connecting';
		}
		if (!this.#wasConnected && !this.#isPending) return 'connecting';
		if (!this.#isPending) return 'offlineClean';
		return this.#isKept ? 'offline' : 'offlineNoCopy';
	}

	/** Whether `peers` is what is so now. */
	get seesPeers(): boolean {
		return this.#connected && this.loaded;
	}

	/** Gives up what could not be sent, on this device as well. */
	async discard(): Promise<void> {
		this.#unconfirmed = [];
		this.#keepsSomething = false;
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

	/** Resolves once everything written here is on disk; false when that takes too long, or waits for the person. */
	async whenSaved(withinMs: number): Promise<boolean> {
		const deadline = performance.now() + withinMs;
		this.held.finish();
		while (this.state !== 'saved') {
			const waitsForPerson = this.state === 'held' || this.state === 'unlooked';
			if (performance.now() > deadline || this.ended !== null || waitsForPerson) return false;
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
		return true;
	}

	/** The page is left. What is being looked at may still go; what waits for the person stays on this device. */
	async leave(): Promise<void> {
		this.awareness.setLocalStateField('cursor', null);
		if (this.#connected && this.#isPending) await this.whenSaved(LINGER_MS);
		this.#destroy();
	}

	#destroy(): void {
		this.#destroyed = true;
		clearTimeout(this.#keepTimer);
		void this.#keep();
		window.removeEventListener('online', this.#online);
		window.removeEventListener('offline', this.#offline);
		window.removeEventListener('beforeunload', this.#beforeLeaving);
		this.held.destroy();
		this.#provider.websocket.destroy();
		this.#copies.destroy();
	}

	async #begin(): Promise<void> {
		this.#kept = await openKeptChanges(this.#accountId, this.#caseId);
		this.#isKept = this.#kept !== null;
		this.#found = (await this.#kept?.read()) ?? [];
		if (!this.#destroyed) this.#provider.websocket.connect();
	}

	/** A connection for the copies of the moment. */
	#open(): CaseProvider {
		const copies = this.#copies;
		const isOfNow = () => copies === this.#copies;
		const provider = openProvider(this.#caseId, copies.shared, {
			onSaved: () => this.#judge(),
			onEpoch: (epoch, again) => {
				if (!isOfNow()) return;
				if (this.#epoch === null) {
					this.#epoch = epoch;
					provider.isOfEpoch(epoch);
				} else if (epoch !== this.#epoch) this.#startOver(again ? 'carry' : 'erased');
			},
			onRefused: (because) => {
				if (isOfNow()) this.#startOver(because);
			},
			onConnected: (isConnected) => {
				if (!isOfNow()) return;
				this.#connected = isConnected;
				if (isConnected) this.#wasConnected = true;
				else void this.#keep();
				this.#judge();
			},
			onNotLetIn: () => {
				if (isOfNow()) void this.#askWhy();
			},
			onSynced: (isSynced) => {
				if (!isOfNow()) return;
				if (isSynced) {
					this.loaded = true;
					this.#takeUp();
					this.#seePeers();
				}
				this.#judge();
			},
			onClosed: (code) => {
				if (isOfNow()) this.#end(endedBy(code));
			},
			onPeers: () => this.#seePeers(),
		});
		copies.onReleased = (update) => {
			this.#unconfirmed.push(update);
			this.#pending = true;
			this.#keepSoon();
		};
		this.held.attach(copies);
		return provider;
	}

	/** Something is made here, or let go of: until the server confirms it, this device keeps it. */
	#keepSoon(): void {
		this.#changes++;
		this.#keepsSomething = true;
		this.#isKept = false;
		clearTimeout(this.#keepTimer);
		this.#keepTimer = setTimeout(() => void this.#keep(), KEEP_AFTER_MS);
	}

	/** What the server has not confirmed, held or sent; null when that is nothing. */
	#unsent(): Uint8Array | null {
		const held = this.#copies.held();
		const all = held === null ? this.#unconfirmed : [...this.#unconfirmed, held.update];
		return all.length === 0 ? null : Y.mergeUpdates(all);
	}

	/** Makes again what an earlier copy or tab could not send, where it still fits; offers the rest. */
	#takeUp(): void {
		for (const update of this.#carried.splice(0)) this.#makeAgain(update);
		for (const record of this.#found.splice(0)) {
			if (record.update === null) this.#takenUp.push(record);
			else if (record.epoch !== null && record.epoch !== this.#epoch) {
				this.#offerWords('erased', record.update, record);
			} else if (fitsInto(this.document, record.update)) {
				if (this.#makeAgain(record.update)) this.tookUpKept = true;
				this.#takenUp.push(record);
			} else this.#offerWords('missing', record.update, record);
		}
		// None of it is sent unlooked, whatever it was when it was kept.
		this.held.finish();
	}

	/** Returns whether there was anything in it that the text did not have. */
	#makeAgain(update: Uint8Array): boolean {
		const before = this.#changes;
		Y.applyUpdate(this.document, update, fromKept);
		return this.#changes > before;
	}

	#offerWords(because: Offer['because'], changes: Uint8Array, record: KeptRecord | null): void {
		const scratch = copyOf(this.document);
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
		const unsent = this.#unsent();
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
		const [oldProvider, oldCopies] = [this.#provider, this.#copies];
		this.#unconfirmed = [];
		this.#keepsSomething = false;
		this.#pending = how === 'carry' && unsent !== null;
		this.#isKept = this.#kept !== null && !this.#pending;
		this.#epoch = null;
		this.#connected = false;
		this.#wasConnected = false;
		this.#confirmed = false;
		this.loaded = false;
		this.#copies = new TwoCopies(() => this.#provider.websocket);
		this.document = this.#copies.written;
		this.#provider = this.#open();
		oldProvider.websocket.destroy();
		oldCopies.destroy();
		if (this.ended === null && !this.#destroyed) this.#provider.websocket.connect();
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
		const { websocket, count } = this.#provider;
		this.#confirmed = this.#connected && websocket.synced && count.isComplete;
		if (!this.#confirmed || this.#carried.length > 0) return;
		this.#pending = false;
		this.#unconfirmed = [];
		// What an earlier tab kept may be what is held.
		if (this.held.isHolding) return;
		const takenUp = this.#takenUp.splice(0);
		if (takenUp.length > 0) void this.#kept?.forget(takenUp);
		if (!this.#keepsSomething) return;
		this.#keepsSomething = false;
		clearTimeout(this.#keepTimer);
		this.#isKept = this.#kept !== null;
		void this.#kept?.forgetOwn();
	}

	/** Writes what is unconfirmed to this device. */
	async #keep(): Promise<void> {
		const kept = this.#kept;
		const unsent = this.#unsent();
		if (kept === null || unsent === null) return;
		const [changes, copies] = [this.#changes, this.#copies];
		let record: KeptRecord | null = null;
		try {
			record = await kept.write(unsent, this.#epoch);
		} catch {
			// Full, or taken away: the page says that it must stay open.
		}
		if (record === null) return;
		// Meanwhile everything may have been confirmed, or more may have been written.
		if (!this.#keepsSomething || copies !== this.#copies) void kept.forget([record]);
		else if (changes === this.#changes) this.#isKept = true;
	}

	/** The server lets nobody in: because it is away, or because this person may not come in any more. */
	async #askWhy(): Promise<void> {
		if (performance.now() - this.#askedWhyAt < ASK_AGAIN_MS) return;
		this.#askedWhyAt = performance.now();
		const answer = await this.#whyNot();
		if (answer.ok || this.#destroyed) return;
		if (answer.problem.code === 'signed-out') this.#end('signedOut');
		else if (answer.problem.code === 'not-found') this.#end('noAccess');
	}

	#end(why: Ended): void {
		this.ended = why;
		this.#provider.websocket.disconnect();
		void this.#keep();
	}

	#seePeers(): void {
		// Whoever is cut off themselves cannot know who left.
		if (!this.#provider.websocket.wsconnected) return;
		const peers = othersIn(this.awareness, this.#accountId);
		if (JSON.stringify(peers) !== JSON.stringify(this.peers)) this.peers = peers;
	}

	// A dead network is noticed at once, not after the silence that y-websocket waits for.
	readonly #offline = () => this.#provider.websocket.disconnect();
	readonly #online = () => {
		if (this.ended === null) this.#provider.websocket.connect();
	};

	readonly #beforeLeaving = (event: BeforeUnloadEvent) => {
		if (this.#isPending && !this.#isKept) event.preventDefault();
	};
}
