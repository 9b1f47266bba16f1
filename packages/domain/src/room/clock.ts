import type { Clock } from './state.ts';

/** A clock that begins now. */
export function clockFrom(seconds: number, at: number): Clock {
	return { startedAt: at, seconds, extraSeconds: 0, pausedAt: null, pausedMs: 0 };
}

/** Milliseconds for which the clock has run. */
export function timePassed(clock: Clock, now: number): number {
	return Math.max(0, (clock.pausedAt ?? now) - clock.startedAt - clock.pausedMs);
}

/** Milliseconds that are left; negative where the stage lasts longer than planned. */
export function timeLeft(clock: Clock, now: number): number {
	return (clock.seconds + clock.extraSeconds) * 1_000 - timePassed(clock, now);
}

export function paused(clock: Clock, at: number): Clock {
	return clock.pausedAt === null ? { ...clock, pausedAt: Math.max(at, clock.startedAt) } : clock;
}

export function resumed(clock: Clock, at: number): Clock {
	if (clock.pausedAt === null) return clock;
	return { ...clock, pausedAt: null, pausedMs: clock.pausedMs + Math.max(0, at - clock.pausedAt) };
}

/** More time from now on: what was overrun already is not taken off again. */
export function extended(clock: Clock, seconds: number, at: number): Clock {
	const overrun = Math.max(0, -timeLeft(clock, at)) / 1_000;
	return { ...clock, extraSeconds: clock.extraSeconds + seconds + Math.ceil(overrun) };
}
