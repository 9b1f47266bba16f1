/**
 * The beats at which every window of a stage that gathers sends one frame, by the server's clock: they are
 * the same for all, so that when somebody sends says nothing about whether they wrote.
 */

/** How long a beat lasts: long enough for many to be in it, short enough to wait for. */
export const BEAT_MS = 5_000;

/** The number of the beat that an instant is in. */
export function beatAt(now: number, beatMs: number): number {
	return Math.floor(now / beatMs);
}

/** How long until the beat is over, in which an instant is. */
export function untilNextBeat(now: number, beatMs: number): number {
	return (beatAt(now, beatMs) + 1) * beatMs - now;
}

/** How long a window waits until it sends: the middle of the next beat, far from both its ends. */
export function untilSending(now: number, beatMs: number): number {
	return untilNextBeat(now, beatMs) + beatMs / 2;
}
