/** The time of day, passed in so that rules and tests can choose it. */
export interface Clock {
	now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
