/** A call, by whichever way it goes: from browser to browser (mesh.ts) or by a media server (media-server.ts). */
import type { LinkState, Sent } from './link.ts';

export type { Sent } from './link.ts';

/** A window that is in the call, as the room says. */
export interface InCall {
	readonly visitId: string;
	readonly accountId: string;
}

/** Another window of the call, as it is now. */
export interface Peer {
	readonly visitId: string;
	readonly stream: MediaStream;
	readonly state: LinkState;
	/** They send no pictures because their line to us is too weak. */
	readonly isHeldBack: boolean;
	/** We send them none, for the same reason. */
	readonly holdsBack: boolean;
}

export interface Transport {
	/** Who is in the call now. */
	meet(inCall: readonly InCall[]): void;
	/** A signal that the room passed on. */
	take(from: string, data: string): void;
	/** Sends these to everybody from now on. */
	give(sent: Sent): Promise<void>;
	/** Leaves the call. */
	close(): void;
}
