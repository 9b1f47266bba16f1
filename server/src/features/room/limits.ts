import { BEAT_MS } from '@entrepairs/domain/contributions/beat';

/** What one window, person or room may ask of the server. Tests pass smaller ones. */
export interface RoomLimits {
	readonly frameBytes: number;
	/** All frames, in the long run and at once: a call that begins sends some hundreds of signals. */
	readonly framesPerSecond: number;
	readonly frameBurst: number;
	/** What changes the room, or is shown to everybody. */
	readonly actionsPerSecond: number;
	readonly actionBurst: number;
	/** Frames of one window that wait for the database. */
	readonly waitingFrames: number;
	readonly readerBacklogBytes: number;
	readonly visitsPerPerson: number;
	readonly visitsPerRoom: number;
	/** How often a process says that its visits last, and reads what it may have missed. */
	readonly heartbeatMs: number;
	/** How often each window is asked whether it is there; who has not answered by the next time is cut. */
	readonly pingMs: number;
	/** A visit whose process was not heard of for so long is over. */
	readonly presentMs: number;
	/** What windows say in a stage that gathers is taken together so often. */
	readonly beatMs: number;
}

export const defaultRoomLimits: RoomLimits = {
	frameBytes: 64 * 1024,
	framesPerSecond: 100,
	frameBurst: 600,
	actionsPerSecond: 5,
	actionBurst: 30,
	waitingFrames: 100,
	readerBacklogBytes: 4 * 1024 * 1024,
	visitsPerPerson: 6,
	visitsPerRoom: 64,
	heartbeatMs: 10_000,
	pingMs: 15_000,
	presentMs: 30_000,
	beatMs: BEAT_MS,
};

/** A room opens so long before its session begins. */
export const OPENS_BEFORE_MS = 30 * 60_000;
/** What was held live can go on, or be finished, for so long after its session's end. */
export const LIVE_AFTER_MS = 24 * 3_600_000;
