/**
 * The server's clock, seen from here. Of several answers the one that travelled quickest says most: its
 * sender's clock was read half a journey ago.
 */
export class ServerClock {
	#offset = 0;
	#bestRoundTrip = Number.POSITIVE_INFINITY;
	/** How long the last answer took; null before the first. */
	roundTrip: number | null = null;

	/** `sentAt` and `receivedAt` by the clock here, `serverNow` by the other one; milliseconds. */
	heard(sentAt: number, receivedAt: number, serverNow: number): void {
		// The clock here counts whole milliseconds: a journey of none would be the best one for ever.
		const roundTrip = Math.max(1, receivedAt - sentAt);
		this.roundTrip = roundTrip;
		// An old best one is not believed for ever: clocks drift, and machines sleep.
		if (roundTrip > this.#bestRoundTrip * 1.5) {
			this.#bestRoundTrip *= 1.1;
			return;
		}
		this.#bestRoundTrip = roundTrip;
		this.#offset = serverNow + roundTrip / 2 - receivedAt;
	}

	/** Said without having been asked: better than nothing, until an answer comes. */
	told(receivedAt: number, serverNow: number): void {
		if (this.#bestRoundTrip === Number.POSITIVE_INFINITY) this.#offset = serverNow - receivedAt;
	}

	now(here: number): number {
		return here + this.#offset;
	}
}
