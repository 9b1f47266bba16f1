/**
 * A call by a LiveKit server, for groups that are too large for a call between browsers. Its client is loaded
 * only when such a call begins. Who somebody is comes from the room: the server of the call knows ids.
 */
import type { RemoteParticipant, Room } from 'livekit-client';
import { AUDIO_BITRATE } from './budget.ts';
import type { LinkState } from './link.ts';
import type { InCall, Peer, Sent, Transport } from './transport.ts';

export interface MediaServerOptions {
	readonly visitId: string;
	readonly url: string;
	readonly token: string;
	onChange(peers: readonly Peer[]): void;
	/** It is over, and not because we left. */
	onEnd(): void;
}

type Client = typeof import('livekit-client');

/** Joins; throws when the server cannot be reached, or does not take the token. */
export async function joinMediaServer(options: MediaServerOptions): Promise<Transport> {
	const client = await import('livekit-client');
	// It would write who is where into the console.
	client.setLogLevel('silent');
	const room = new client.Room({
		dynacast: true,
		publishDefaults: { dtx: true, red: true, audioPreset: { maxBitrate: AUDIO_BITRATE } },
	});
	const call = new MediaServerCall(client, room, options);
	await room.connect(options.url, options.token);
	return call;
}

class MediaServerCall implements Transport {
	readonly #client: Client;
	readonly #room: Room;
	readonly #options: MediaServerOptions;
	readonly #streams = new Map<string, MediaStream>();
	#inCall: readonly InCall[] = [];
	#sent: Sent = { audio: null, video: null };
	/** One change of what is sent after another. */
	#giving: Promise<void> = Promise.resolve();

	constructor(client: Client, room: Room, options: MediaServerOptions) {
		this.#client = client;
		this.#room = room;
		this.#options = options;
		const { RoomEvent } = client;
		for (const event of [
			RoomEvent.TrackSubscribed,
			RoomEvent.TrackUnsubscribed,
			RoomEvent.ParticipantConnected,
			RoomEvent.ParticipantDisconnected,
			RoomEvent.ConnectionStateChanged,
			RoomEvent.TrackStreamStateChanged,
		] as const) {
			room.on(event, () => this.#tell());
		}
		room.on(RoomEvent.Disconnected, (reason) => {
			if (reason !== client.DisconnectReason.CLIENT_INITIATED) options.onEnd();
		});
	}

	meet(inCall: readonly InCall[]): void {
		this.#inCall = inCall.filter(({ visitId }) => visitId !== this.#options.visitId);
		this.#tell();
	}

	/** The server of the call speaks with each browser itself. */
	take(): void {}

	give(sent: Sent): Promise<void> {
		this.#giving = this.#giving.then(() => this.#give(sent)).catch(() => {});
		return this.#giving;
	}

	async #give(sent: Sent): Promise<void> {
		const { Source } = this.#client.Track;
		const me = this.#room.localParticipant;
		for (const [before, now, source] of [
			[this.#sent.audio, sent.audio, Source.Microphone],
			[this.#sent.video, sent.video, Source.Camera],
		] as const) {
			if (before === now) continue;
			// Whose tracks they are is ours to say: they are stopped by who opened them.
			if (before !== null) await me.unpublishTrack(before, false);
			if (now !== null) await me.publishTrack(now, { source });
		}
		this.#sent = sent;
	}

	#tell(): void {
		const { ConnectionState } = this.#client;
		const state: LinkState =
			this.#room.state === ConnectionState.Connected
				? 'connected'
				: this.#room.state === ConnectionState.Connecting
					? 'connecting'
					: 'interrupted';
		// Whoever has two windows in the call is the same person in both: which is which does not matter.
		const waiting = [...this.#room.remoteParticipants.values()];
		this.#options.onChange(
			this.#inCall.map(({ visitId, accountId }) => {
				const nth = waiting.findIndex(({ identity }) => identity.startsWith(`${accountId}.`));
				const [participant] = nth < 0 ? [] : waiting.splice(nth, 1);
				return {
					visitId,
					stream: this.#streamOf(visitId, participant),
					state: participant === undefined ? 'connecting' : state,
					isHeldBack: participant !== undefined && this.#isPaused(participant),
					holdsBack: false,
				};
			}),
		);
	}

	#streamOf(visitId: string, participant: RemoteParticipant | undefined): MediaStream {
		const stream = this.#streams.get(visitId) ?? new MediaStream();
		this.#streams.set(visitId, stream);
		const tracks = [...(participant?.trackPublications.values() ?? [])].flatMap(({ track }) =>
			track === undefined ? [] : [track.mediaStreamTrack],
		);
		for (const track of stream.getTracks()) if (!tracks.includes(track)) stream.removeTrack(track);
		for (const track of tracks) stream.addTrack(track);
		return stream;
	}

	/** The server stopped their pictures on the way to us: our line does not take them. */
	#isPaused(participant: RemoteParticipant): boolean {
		const { Track } = this.#client;
		return (
			participant.getTrackPublication(Track.Source.Camera)?.track?.streamState === Track.StreamState.Paused
		);
	}

	close(): void {
		void this.#room.disconnect(false);
	}
}
