/**
 * One websocket: reads frames, refuses what must be refused, and says what was saved. It decides
 * nothing about rights; the host tells it what the person may do, and tells it again when that
 * changes.
 */

import type { Writable } from 'node:stream';
import {
	type CloseCode,
	closeCodes,
	messageTypes,
	type RefusedBecause,
	syncSteps,
	writeEpoch,
	writeRefused,
	writeSaved,
} from '@entrepairs/contract/collab';
import { createDecoder, type Decoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import type { WebSocket } from 'ws';
import { createBucket } from '../sockets/bucket.ts';
import { framed } from '../sockets/framing.ts';
import { Wire } from '../sockets/wire.ts';
import type { CollabMetrics } from './collab-metrics.ts';
import { isOld, type News, newsUpdate } from './contents.ts';
import type { Listener, OpenDocument } from './document.ts';
import type { Journal } from './journal.ts';
import type { CollabLimits } from './limits.ts';
import { emptyAwareness, type PresentPerson, readAwareness } from './presence.ts';
import {
	type Change,
	expectCaseText,
	expectEnd,
	isEmpty,
	isVectorOfNothing,
	readChange,
	readStateVector,
} from './update.ts';

/** What a person may do in a document, and as whom they appear there. */
export interface DocumentAccess {
	readonly groupId: string;
	/** The sections in which they may write now; none for a reader. */
	readonly sections: readonly string[];
	readonly person: PresentPerson;
}

export interface ConnectionOptions {
	readonly documentId: string;
	readonly accountId: string;
	readonly signInHash: string;
	/** Whether the client offered our subprotocol, and so understands our messages. */
	readonly speaksOurs: boolean;
	/** What the websocket runs over: without compression, `ws` keeps nothing back from it. */
	readonly wire: Writable;
	/** Of which epoch its copy is, where it says so. */
	readonly epoch: number | null;
}

/** How often a change that could not be taken is asked for again before it is refused. */
const ASKS = 3;

/** A frame that breaks the protocol: the connection ends with this code. */
class Offence extends Error {
	readonly closeCode: CloseCode;
	constructor(closeCode: CloseCode) {
		super('a frame was refused');
		this.closeCode = closeCode;
	}
}

export class Connection implements Listener {
	readonly documentId: string;
	readonly accountId: string;
	readonly signInHash: string;
	/** Null until the host has judged, and again never after: who loses access is closed. */
	access: DocumentAccess | null = null;
	readonly #wire: Wire;
	readonly #journal: Journal;
	readonly #limits: CollabLimits;
	readonly #metrics: CollabMetrics;
	readonly #speaksOurs: boolean;
	readonly #epoch: number | null;
	readonly #frames: { take(): boolean };
	readonly #changes: { take(): boolean };
	#document: OpenDocument<Connection> | null = null;
	/** Frames that came while the document was being loaded, or rights looked at. */
	#early: Uint8Array[] = [];
	#earlyBytes = 0;
	/** How many looks at its rights are under way that frames have to wait for. */
	#looks = 0;
	#changesReceived = 0;
	#changesSaved = 0;
	#savedIsDue = false;
	/** The first change that could not be taken yet; nothing from it on is called saved. */
	#untaken: number | null = null;
	#asked = 0;
	/** Its copy is to be dropped: nothing more of it counts. */
	#isStale = false;
	#ended = false;

	constructor(
		socket: WebSocket,
		options: ConnectionOptions,
		journal: Journal,
		limits: CollabLimits,
		metrics: CollabMetrics,
	) {
		this.#metrics = metrics;
		this.#wire = new Wire(socket, options.wire, {
			backlogBytes: limits.readerBacklogBytes,
			onSlow: () => metrics.slowReaderCut(),
		});
		this.documentId = options.documentId;
		this.accountId = options.accountId;
		this.signInHash = options.signInHash;
		this.#speaksOurs = options.speaksOurs;
		this.#epoch = options.epoch;
		this.#journal = journal;
		this.#limits = limits;
		const now = () => performance.now();
		this.#frames = createBucket(limits.framesPerSecond, limits.frameBurst, now);
		this.#changes = createBucket(limits.changesPerSecond, limits.changeBurst, now);
		socket.binaryType = 'nodebuffer';
		socket.on('message', (data: Buffer, isBinary: boolean) => this.#receive(data, isBinary));
		// ws reports a frame past `maxPayload` here and closes; nothing of it was kept.
		socket.on('error', () => this.#refuse(closeCodes.tooLarge));
	}

	get ended(): boolean {
		return this.#ended;
	}

	/** The document is loaded and the person may be here: what waited is handled now. */
	start(document: OpenDocument<Connection>): void {
		this.#document = document;
		document.join(this);
		if (this.#speaksOurs) this.send(writeEpoch(document.epoch));
		if (this.#epoch !== null && this.#epoch !== document.epoch) {
			this.#dropCopy();
			return;
		}
		this.send(frame(messageTypes.sync, syncSteps.step1, document.stateVector()));
		const everyone = document.presence.everyone();
		if (everyone !== null) this.send(everyone);
		this.#handleEarly();
	}

	/**
	 * Who may write where has just changed: what comes from now on waits until `look` has found out. Words
	 * that are not theirs any more are not taken in between, and words that are theirs now are not refused.
	 */
	async during(look: Promise<void>): Promise<void> {
		this.#looks++;
		try {
			await look;
		} finally {
			this.#looks--;
			this.#handleEarly();
		}
	}

	#handleEarly(): void {
		if (this.#document === null || this.#looks > 0) return;
		const early = this.#early;
		this.#early = [];
		this.#earlyBytes = 0;
		for (const data of early) this.#guarded(data);
	}

	/** Says that the connection lives, and cuts one that did not answer the last time. */
	heartbeat(): void {
		if (!this.#wire.beat()) return;
		this.send(emptyAwareness);
		if (this.#untaken === null || this.#isStale) return;
		// While nobody's changes are taken, the fault is not with this one.
		if (!this.#document?.takesChanges || this.#document.isSuperseded) return;
		if (this.#asked >= ASKS) this.#refuseChange('missing');
		else this.askAgain();
	}

	askAgain(): void {
		const document = this.#document;
		if (document === null || this.#isStale) return;
		this.#asked++;
		this.send(frame(messageTypes.sync, syncSteps.step1, document.stateVector()));
	}

	send(message: Uint8Array): void {
		this.write(framed(message));
	}

	write(frame: Uint8Array): void {
		if (!this.#ended) this.#wire.write(frame);
	}

	documentGone(): void {
		this.end(closeCodes.notFound);
	}

	historyErased(epoch: number): void {
		if (this.#speaksOurs) this.send(writeEpoch(epoch));
		this.#dropCopy();
	}

	/** From now on nothing of this client is taken. Ours begins anew by itself; another cannot be told how. */
	#dropCopy(): void {
		this.#isStale = true;
		if (!this.#speaksOurs) this.end(closeCodes.erased);
	}

	/** Closes with a code; nothing that arrives later counts. */
	end(code: CloseCode): void {
		if (this.#ended) return;
		this.#leave();
		this.#wire.close(code);
	}

	/** The socket closed by itself. */
	closed(): void {
		this.#leave();
	}

	#leave(): void {
		this.#ended = true;
		this.#early = [];
		const document = this.#document;
		if (document === null) return;
		document.leave(this);
		const farewell = document.presence.remove(this);
		if (farewell === null) return;
		document.broadcast(farewell, null);
		document.outlet.presence(farewell);
	}

	/** Closes for something this connection did. */
	#refuse(code: CloseCode): void {
		this.#metrics.refused(code);
		this.end(code);
	}

	#receive(data: Buffer, isBinary: boolean): void {
		if (this.#ended) return;
		if (!isBinary) this.#refuse(closeCodes.malformed);
		else if (data.length > this.#limits.frameBytes) this.#refuse(closeCodes.tooLarge);
		else if (!this.#frames.take()) this.#refuse(closeCodes.tooFast);
		else if (this.#document === null || this.#looks > 0) this.#wait(data);
		else this.#guarded(data);
	}

	/** What cannot be judged yet: not much of it is taken. */
	#wait(data: Buffer): void {
		this.#earlyBytes += data.length;
		if (this.#earlyBytes > this.#limits.frameBytes) this.#refuse(closeCodes.tooLarge);
		else this.#early.push(data);
	}

	#guarded(data: Uint8Array): void {
		if (this.#ended) return;
		try {
			this.#handle(createDecoder(data));
		} catch (error) {
			this.#refuse(error instanceof Offence ? error.closeCode : closeCodes.malformed);
		}
	}

	#handle(decoder: Decoder): void {
		const document = this.#document as OpenDocument<Connection>;
		const type = readVarUint(decoder);
		if (type === messageTypes.sync) this.#handleSync(decoder, document);
		else if (type === messageTypes.awareness) this.#handleAwareness(decoder, document);
		else if (type === messageTypes.queryAwareness) {
			expectEnd(decoder);
			this.send(document.presence.everyone() ?? emptyAwareness);
		} else throw new Offence(closeCodes.malformed);
	}

	#handleAwareness(decoder: Decoder, document: OpenDocument<Connection>): void {
		const update = readAwareness(decoder, this.#limits.awarenessBytes);
		const passedOn = document.presence.take(this, (this.access as DocumentAccess).person, update);
		// Back to its sender as well: silence would look to it like a dead connection.
		if (passedOn === null) return;
		document.broadcast(passedOn, null);
		document.outlet.presence(passedOn);
	}

	#handleSync(decoder: Decoder, document: OpenDocument<Connection>): void {
		const step = readVarUint(decoder);
		const payload = readVarUint8Array(decoder);
		expectEnd(decoder);
		if (step === syncSteps.step1) this.#handleQuestion(readStateVector(payload), document);
		else if (step === syncSteps.step2) this.#handleChange(payload, document, true);
		else if (step === syncSteps.update) this.#handleChange(payload, document, false);
		else throw new Offence(closeCodes.malformed);
	}

	#handleQuestion(stateVector: Uint8Array, document: OpenDocument<Connection>): void {
		if (this.#isStale) return;
		// Who holds something and cannot say of which epoch may hold what was erased.
		if (!isVectorOfNothing(stateVector) && this.#epoch === null && document.epoch > 1) {
			this.historyErased(document.epoch);
		} else this.send(frame(messageTypes.sync, syncSteps.step2, document.missingFrom(stateVector)));
	}

	/** `isAll`: everything that the client has and the server said it has not. */
	#handleChange(received: Uint8Array, document: OpenDocument<Connection>, isAll: boolean): void {
		if (!this.#changes.take()) throw new Offence(closeCodes.tooFast);
		const change = readChange(received);
		const number = ++this.#changesReceived;
		if (this.#isStale) return;
		const onSaved = () => this.#saved(number);
		const news = isEmpty(change) ? null : this.#judge(change, document);
		if (this.#isStale) return;
		if (!document.takesChanges || document.isSuperseded || news?.isMissing) this.#postpone(number);
		else if (news === null || isOld(news)) {
			// Known already, but maybe from a connection whose changes are still on their way to disk.
			this.#taken(isAll);
			this.#journal.afterWaiting(document, onSaved);
		} else {
			const update = newsUpdate(news);
			if (this.#journal.waitingBytes + update.length > this.#limits.unsavedBytes) {
				throw new Offence(closeCodes.notSaving);
			}
			const newClients = document.apply(news, update, this.accountId);
			document.broadcast(updateFrame(update), this);
			document.outlet.change(update, this.accountId);
			this.#taken(isAll);
			this.#journal.append(document, { update, accountId: this.accountId, newClients }, onSaved);
		}
	}

	/** What of a change is news; refuses the change when it may not be made. */
	#judge(change: Change, document: OpenDocument<Connection>): News {
		expectCaseText(change);
		const news = document.sift(change, this.accountId);
		const because = refusalOf(news, this.access?.sections ?? []);
		if (because !== null) this.#refuseChange(because);
		return news;
	}

	/** A change that cannot be taken now is asked for again; nothing from it on is called saved. */
	#postpone(number: number): void {
		this.#untaken ??= number;
		if (this.#asked === 0) this.askAgain();
	}

	/** Everything that the client has was taken: nothing is owed any more. */
	#taken(isAll: boolean): void {
		if (!isAll) return;
		this.#untaken = null;
		this.#asked = 0;
	}

	/** A change that may not be made: nothing of it counts, nor of what this client builds on it. */
	#refuseChange(because: RefusedBecause): void {
		this.#metrics.changeRefused(because);
		this.#isStale = true;
		if (this.#speaksOurs) this.send(writeRefused(because));
		else this.end(closeCodes.noAccess);
	}

	/** Commits arrive in order; one message says how far. */
	#saved(number: number): void {
		if (this.#untaken !== null && number >= this.#untaken) return;
		if (this.#document?.isSuperseded) return;
		this.#changesSaved = number;
		if (!this.#speaksOurs || this.#savedIsDue) return;
		this.#savedIsDue = true;
		queueMicrotask(() => {
			this.#savedIsDue = false;
			this.send(writeSaved(this.#changesSaved));
		});
	}
}

/** Why news may not be made by someone who may write in these sections; null when it may. */
export function refusalOf(news: News, sections: readonly string[]): RefusedBecause | null {
	if (isOld(news)) return null;
	if (sections.length === 0) return 'readOnly';
	for (const section of news.sections) if (!sections.includes(section)) return 'section';
	return null;
}

/** A change, as clients take it. */
export function updateFrame(update: Uint8Array): Uint8Array {
	return frame(messageTypes.sync, syncSteps.update, update);
}

function frame(type: number, step: number, payload: Uint8Array): Uint8Array {
	const encoder = createEncoder();
	writeVarUint(encoder, type);
	writeVarUint(encoder, step);
	writeVarUint8Array(encoder, payload);
	return toUint8Array(encoder);
}
