/**
 * The connection to one other window of the call: perfect negotiation (WebRTC 1.0, §10.7) over the room, with
 * one voice and one picture each way that are there from the beginning. Muting, another device and a camera
 * that is turned on change what flows, never the connection.
 *
 * States, as one sees them: `connecting` → `connected` → (`interrupted` → `connected`)* → `lost`, which is
 * tried again until the other one leaves.
 */
import { AUDIO_BITRATE, type Budget } from './budget.ts';
import { type Signal, withOpus } from './signals.ts';

export type LinkState = 'connecting' | 'connected' | 'interrupted' | 'lost';

/** What is sent: null is silence, or no picture. */
export interface Sent {
	readonly audio: MediaStreamTrack | null;
	readonly video: MediaStreamTrack | null;
}

export interface LinkOptions {
	/** Gives way when both offer at once. */
	readonly isPolite: boolean;
	/** Read at each attempt: credentials end. */
	configuration(): RTCConfiguration;
	send(signal: Signal): void;
	/** State, stream, or whether pictures are held back has changed. */
	onChange(): void;
}

const HELLO_EVERY_MS = 3_000;
/** How long a way may be gone before another is looked for: a lift, a change of antenna. */
const INTERRUPTED_MS = 4_000;
const LOST_MS = 20_000;
/** Candidates come in bursts; one message for each burst. */
const GATHER_MS = 60;

export class Link {
	/** What the other one sends. */
	readonly stream = new MediaStream();
	state: LinkState = 'connecting';
	/** The other one sends no pictures because the line is too weak. */
	isHeldBack = false;
	readonly #options: LinkOptions;
	#connection: RTCPeerConnection | null = null;
	/** Of this attempt; the polite one gives it. */
	#id = '';
	#isOffering = false;
	#ignoresOffer = false;
	#sent: Sent = { audio: null, video: null };
	#budget: Budget | null = null;
	#candidates: RTCIceCandidateInit[] = [];
	#gatherTimer: ReturnType<typeof setTimeout> | undefined;
	#helloTimer: ReturnType<typeof setInterval> | undefined;
	#waitTimer: ReturnType<typeof setTimeout> | undefined;
	/** One signal after another: each waits until the one before is dealt with. */
	#queue: Promise<void> = Promise.resolve();
	#isClosed = false;

	constructor(options: LinkOptions) {
		this.#options = options;
		if (options.isPolite) this.#begin();
	}

	get connection(): RTCPeerConnection | null {
		return this.#connection;
	}

	/** The polite one asks to be offered a connection, until it is. */
	#begin(): void {
		this.#id = crypto.randomUUID();
		this.#open();
		const hello = () => this.#options.send({ type: 'hello', id: this.#id });
		hello();
		clearInterval(this.#helloTimer);
		this.#helloTimer = setInterval(() => {
			if (this.#connection?.remoteDescription) clearInterval(this.#helloTimer);
			else hello();
		}, HELLO_EVERY_MS);
	}

	/** What the other window said. */
	take(signal: Exclude<Signal, { type: 'bye' }>): void {
		this.#queue = this.#queue.then(() => this.#take(signal)).catch(() => this.#restartSoon(INTERRUPTED_MS));
	}

	async #take(signal: Exclude<Signal, { type: 'bye' }>): Promise<void> {
		if (this.#isClosed) return;
		if (signal.type === 'hello') return this.#answerHello(signal.id);
		const connection = this.#connection;
		if (signal.id !== this.#id || connection === null) return;
		if (signal.type === 'video') {
			this.isHeldBack = signal.heldBack;
			this.#options.onChange();
		} else if (signal.type === 'description') {
			await this.#takeDescription(connection, signal.description);
		} else {
			for (const candidate of signal.candidates) {
				await connection.addIceCandidate(candidate).catch((error: unknown) => {
					if (!this.#ignoresOffer) throw error;
				});
			}
		}
	}

	async #answerHello(id: string): Promise<void> {
		if (this.#options.isPolite) return;
		if (id === this.#id) {
			// Our offer was lost on the way.
			const description = this.#connection?.localDescription;
			if (this.#connection?.signalingState === 'have-local-offer' && description) this.#describe(description);
			return;
		}
		this.#id = id;
		const connection = this.#open();
		// Each offer has both from the beginning, so that nothing is ever negotiated anew for a camera.
		connection.addTransceiver(this.#sent.audio ?? 'audio', { direction: 'sendrecv' });
		connection.addTransceiver(this.#sent.video ?? 'video', { direction: 'sendrecv' });
		await this.#attach();
	}

	async #takeDescription(
		connection: RTCPeerConnection,
		description: RTCSessionDescriptionInit,
	): Promise<void> {
		const collides =
			description.type === 'offer' && (this.#isOffering || connection.signalingState !== 'stable');
		this.#ignoresOffer = !this.#options.isPolite && collides;
		if (this.#ignoresOffer) return;
		await connection.setRemoteDescription(description);
		if (description.type !== 'offer') return;
		for (const transceiver of connection.getTransceivers()) transceiver.direction = 'sendrecv';
		await this.#attach();
		await connection.setLocalDescription();
		if (connection.localDescription) this.#describe(connection.localDescription);
	}

	#open(): RTCPeerConnection {
		this.#connection?.close();
		for (const track of this.stream.getTracks()) this.stream.removeTrack(track);
		this.#candidates = [];
		this.#isOffering = false;
		this.#setState('connecting');
		const connection = new RTCPeerConnection(this.#options.configuration());
		this.#connection = connection;
		connection.onnegotiationneeded = async () => {
			try {
				this.#isOffering = true;
				await connection.setLocalDescription();
				if (connection.localDescription && connection === this.#connection) {
					this.#describe(connection.localDescription);
				}
			} catch {
				this.#restartSoon(INTERRUPTED_MS);
			} finally {
				this.#isOffering = false;
			}
		};
		connection.onicecandidate = ({ candidate }) => {
			if (candidate === null || connection !== this.#connection) return;
			this.#candidates.push(candidate.toJSON());
			clearTimeout(this.#gatherTimer);
			this.#gatherTimer = setTimeout(() => this.#sendCandidates(), GATHER_MS);
		};
		connection.ontrack = ({ track }) => {
			this.stream.addTrack(track);
			this.#options.onChange();
		};
		connection.onconnectionstatechange = () => {
			if (connection === this.#connection) this.#judge(connection.connectionState);
		};
		this.#restartSoon(LOST_MS);
		return connection;
	}

	#describe({ type, sdp }: RTCSessionDescription): void {
		if (type !== 'offer' && type !== 'answer') return;
		this.#sendCandidates();
		this.#options.send({ type: 'description', id: this.#id, description: { type, sdp: withOpus(sdp) } });
	}

	#sendCandidates(): void {
		clearTimeout(this.#gatherTimer);
		const candidates = this.#candidates.splice(0);
		if (candidates.length > 0) this.#options.send({ type: 'candidates', id: this.#id, candidates });
	}

	#judge(state: RTCPeerConnectionState): void {
		if (state === 'connected') {
			clearTimeout(this.#waitTimer);
			this.#setState('connected');
			void this.#shape();
			if (this.#budget !== null) this.#tellHeldBack();
		} else if (state === 'disconnected') {
			this.#setState('interrupted');
			this.#restartSoon(INTERRUPTED_MS);
		} else if (state === 'failed') {
			if (this.state !== 'lost') this.#setState('interrupted');
			this.#restartSoon(0);
		}
	}

	/** Looks for another way; if there is none for a while, says so and begins from nothing. */
	#restartSoon(afterMs: number): void {
		if (this.#isClosed) return;
		clearTimeout(this.#waitTimer);
		this.#waitTimer = setTimeout(() => {
			const connection = this.#connection;
			if (connection === null || connection.connectionState === 'connected') return;
			const isClosed = connection.signalingState === 'closed';
			if (connection.remoteDescription !== null && !isClosed && afterMs < LOST_MS) {
				connection.setConfiguration({ ...connection.getConfiguration(), ...this.#options.configuration() });
				connection.restartIce();
				this.#restartSoon(LOST_MS);
				return;
			}
			this.#setState('lost');
			if (this.#options.isPolite) this.#begin();
			else this.#restartSoon(LOST_MS);
		}, afterMs);
	}

	/** Sends these from now on. */
	async give(sent: Sent): Promise<void> {
		this.#sent = sent;
		await this.#attach();
	}

	/** How much of the pictures goes out; the other one is told when it is nothing. */
	async limit(budget: Budget): Promise<void> {
		const wasHeldBack = this.#budget?.videoBitrate === 0;
		this.#budget = budget;
		await this.#shape();
		if ((budget.videoBitrate === 0) !== wasHeldBack) this.#tellHeldBack();
	}

	#tellHeldBack(): void {
		this.#options.send({ type: 'video', id: this.#id, heldBack: this.#budget?.videoBitrate === 0 });
	}

	async #attach(): Promise<void> {
		for (const { sender, receiver } of this.#connection?.getTransceivers() ?? []) {
			const track = receiver.track.kind === 'audio' ? this.#sent.audio : this.#sent.video;
			if (sender.track !== track) await sender.replaceTrack(track);
		}
	}

	async #shape(): Promise<void> {
		for (const { sender, receiver } of this.#connection?.getTransceivers() ?? []) {
			const parameters = sender.getParameters();
			const [encoding] = parameters.encodings;
			if (encoding === undefined) continue;
			if (receiver.track.kind === 'audio') {
				Object.assign(encoding, { maxBitrate: AUDIO_BITRATE, priority: 'high', networkPriority: 'high' });
			} else if (this.#budget !== null) {
				const { videoBitrate, scale, framesASecond } = this.#budget;
				encoding.active = videoBitrate > 0;
				encoding.maxBitrate = Math.max(videoBitrate, 30_000);
				encoding.scaleResolutionDownBy = scale;
				encoding.maxFramerate = framesASecond;
				Object.assign(encoding, { priority: 'low', networkPriority: 'low' });
			}
			// Refused while a negotiation is under way: the next measure sets it again.
			await sender.setParameters(parameters).catch(() => {});
		}
	}

	#setState(state: LinkState): void {
		// A lost one that is tried again goes on being lost until it is there.
		if (this.state === state || (this.state === 'lost' && state === 'connecting')) return;
		this.state = state;
		this.#options.onChange();
	}

	close(): void {
		this.#isClosed = true;
		clearTimeout(this.#gatherTimer);
		clearTimeout(this.#waitTimer);
		clearInterval(this.#helloTimer);
		this.#connection?.close();
		this.#connection = null;
	}
}
