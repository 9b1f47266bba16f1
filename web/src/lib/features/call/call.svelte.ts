/**
 * The call of a room, as this window takes part in it: out → joining → in → out. The room goes on whatever
 * happens here. One joins muted and unseen: nobody is heard before they decide to be, and the device has been
 * asked for by then, so that speaking is one press away. Nothing is measured or recorded.
 */
import { CALL_PLACES, readCall } from '@entrepairs/contract/call';
import type { Visit } from '@entrepairs/contract/room';
import { call as ask } from '#lib/api/call.ts';
import { type Choice, type DeviceProblem, keepChoice, openDevice, readChoice } from './devices.ts';
import { Mesh } from './mesh.ts';
import type { Peer, Transport } from './transport.ts';

/** What a call needs of the connection of its room. */
export interface CallRoom {
	/** Of this window; null while the room is not connected. Another one after it was. */
	readonly visitId: string | null;
	/** Everybody who is here. */
	readonly visits: readonly Visit[];
	signal(to: string, data: string): void;
	media(media: Visit['media']): void;
	/** Both return how to stop listening. */
	onSignal(listener: (from: string, data: string) => void): () => void;
	onFull(listener: () => void): () => void;
}

export type CallProblem = 'full' | 'unavailable' | 'offline' | 'ended';
type Kind = 'microphone' | 'camera';

export class Call {
	state = $state<'out' | 'joining' | 'in'>('out');
	isHeard = $state(false);
	isSeen = $state(false);
	peers = $state.raw<readonly Peer[]>([]);
	/** My own picture, for me. */
	ownVideo = $state.raw<MediaStream | null>(null);
	problem = $state<CallProblem | null>(null);
	deviceProblems = $state<Readonly<Record<Kind, DeviceProblem | null>>>({ microphone: null, camera: null });
	choice = $state.raw<Choice>({ microphone: null, camera: null, speaker: null, hasKey: true });
	readonly #room: CallRoom;
	readonly #sessionId: string;
	readonly #stopListening: readonly (() => void)[];
	#transport: Transport | null = null;
	/** Under which visit the transport is in the call. */
	#visitId: string | null = null;
	#tracks: Record<Kind, MediaStreamTrack | null> = { microphone: null, camera: null };
	#iceServers: RTCConfiguration = {};
	#refreshing: ReturnType<typeof setInterval> | undefined;
	/** Counts joins and leavings: what comes late belongs to none. */
	#attempt = 0;

	constructor(sessionId: string, room: CallRoom) {
		this.#sessionId = sessionId;
		this.#room = room;
		this.choice = readChoice();
		this.#stopListening = [
			room.onSignal((from, data) => this.#transport?.take(from, data)),
			// Several may have wanted the last place at once.
			room.onFull(() => this.state === 'out' || this.#end('full')),
		];
	}

	async join(): Promise<void> {
		if (this.state !== 'out') return;
		const attempt = ++this.#attempt;
		this.problem = null;
		if (this.#room.visitId === null) {
			this.problem = 'offline';
			return;
		}
		this.state = 'joining';
		const [answer] = await Promise.all([this.#setUp(), this.#open('microphone')]);
		if (attempt !== this.#attempt) return;
		if (!answer.ok) return this.#end('unavailable');
		if (answer.value.mediaServer === null && this.#isFull()) return this.#end('full');
		await this.#enter(answer.value.mediaServer);
		if (attempt !== this.#attempt || this.#transport === null) return;
		this.state = 'in';
		await this.#give();
		this.meet();
		// Credentials of a relay end after hours; whoever looks for another way then needs new ones.
		this.#refreshing = setInterval(() => void this.#setUp(), 3_600_000);
	}

	/** My own other windows count for nothing: of a line that broke, one may still be there. */
	#isFull(): boolean {
		const { visitId, visits } = this.#room;
		const me = visits.find((visit) => visit.visitId === visitId)?.accountId;
		return visits.filter(({ media, accountId }) => media !== null && accountId !== me).length >= CALL_PLACES;
	}

	async #setUp() {
		const answer = await ask(readCall, { params: { sessionId: this.#sessionId } });
		if (answer.ok) {
			const { iceServers, relayOnly } = answer.value;
			this.#iceServers = {
				iceServers,
				iceTransportPolicy: relayOnly ? 'relay' : 'all',
				bundlePolicy: 'max-bundle',
			};
		}
		return answer;
	}

	async #enter(server: { readonly url: string; readonly token: string } | null): Promise<void> {
		const { visitId } = this.#room;
		if (visitId === null) return this.#end('offline');
		this.#visitId = visitId;
		const onChange = (peers: readonly Peer[]) => {
			this.peers = peers;
		};
		if (server === null) {
			this.#transport = new Mesh({
				visitId,
				signalling: { send: (to, data) => this.#room.signal(to, data) },
				configuration: () => this.#iceServers,
				onChange,
			});
			return;
		}
		try {
			const { joinMediaServer } = await import('./media-server.ts');
			const attempt = this.#attempt;
			const transport = await joinMediaServer({
				visitId,
				...server,
				onChange,
				onEnd: () => this.#end('ended'),
			});
			if (attempt === this.#attempt) this.#transport = transport;
			else transport.close();
		} catch {
			this.#end('unavailable');
		}
	}

	/** The room says who is there now; also when this window came back under another visit. */
	meet(): void {
		const { visitId, visits } = this.#room;
		if (this.#transport === null || visitId === null || this.state !== 'in') return;
		if (visitId !== this.#visitId) {
			this.#leaveTransport();
			// As one was: who was heard goes on being heard.
			this.state = 'out';
			void this.join();
			return;
		}
		this.#transport.meet(visits.filter(({ media }) => media !== null));
	}

	async toggleMicrophone(): Promise<void> {
		if (!this.isHeard && !(await this.#open('microphone'))) return;
		this.isHeard = !this.isHeard;
		await this.#give();
	}

	/** A camera that is off is closed: its light goes out. */
	async toggleCamera(): Promise<void> {
		if (this.isSeen) this.#close('camera');
		else if (!(await this.#open('camera'))) return;
		this.isSeen = !this.isSeen;
		await this.#give();
	}

	/** Takes another device, at once where one of its kind is open. */
	async choose(choice: Choice): Promise<void> {
		const before = this.choice;
		this.choice = choice;
		keepChoice(choice);
		for (const kind of ['microphone', 'camera'] as const) {
			if (before[kind] === choice[kind] || this.#tracks[kind] === null) continue;
			this.#close(kind);
			if (await this.#open(kind)) continue;
			if (kind === 'microphone') this.isHeard = false;
			else this.isSeen = false;
		}
		await this.#give();
	}

	async #open(kind: Kind): Promise<boolean> {
		if (this.#tracks[kind]?.readyState === 'live') return true;
		const track = await openDevice(kind, this.choice);
		if (typeof track === 'string') {
			this.deviceProblems = { ...this.deviceProblems, [kind]: track };
			return false;
		}
		if (this.state === 'out') {
			track.stop();
			return false;
		}
		this.deviceProblems = { ...this.deviceProblems, [kind]: null };
		this.#tracks[kind] = track;
		if (kind === 'microphone') track.enabled = false;
		else this.ownVideo = new MediaStream([track]);
		track.onended = () => this.#unplugged(kind);
		return true;
	}

	#close(kind: Kind): void {
		this.#tracks[kind]?.stop();
		this.#tracks[kind] = null;
		if (kind === 'camera') this.ownVideo = null;
	}

	#unplugged(kind: Kind): void {
		this.#close(kind);
		if (kind === 'microphone') this.isHeard = false;
		else this.isSeen = false;
		this.deviceProblems = { ...this.deviceProblems, [kind]: 'unplugged' };
		void this.#give();
	}

	/** Tells the call what flows, and the room what to show of it. */
	async #give(): Promise<void> {
		if (this.state !== 'in') return;
		const { microphone, camera } = this.#tracks;
		// Muted is silent at its source: not a sound leaves the device.
		if (microphone !== null) microphone.enabled = this.isHeard;
		this.#room.media({ audio: this.isHeard, video: this.isSeen });
		await this.#transport?.give({
			audio: this.isHeard ? microphone : null,
			video: this.isSeen ? camera : null,
		});
	}

	leave(): void {
		this.#end(null);
	}

	#end(problem: CallProblem | null): void {
		this.#attempt++;
		const wasIn = this.state === 'in';
		this.#leaveTransport();
		this.state = 'out';
		this.problem = problem;
		this.isHeard = false;
		this.isSeen = false;
		this.deviceProblems = { microphone: null, camera: null };
		this.#close('microphone');
		this.#close('camera');
		if (wasIn) this.#room.media(null);
	}

	#leaveTransport(): void {
		clearInterval(this.#refreshing);
		this.#transport?.close();
		this.#transport = null;
		this.peers = [];
	}

	/** The page is left. */
	destroy(): void {
		this.leave();
		for (const stop of this.#stopListening) stop();
	}
}
