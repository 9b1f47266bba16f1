/**
 * What was asked of the room and has not been answered. A line that breaks takes nothing along: it is asked
 * for again when the line is back, under the same press, so that the server does it once.
 */
import type { Problem } from '@entrepairs/contract/problem';
import type { FromClient } from '@entrepairs/contract/room';

/** A problem of null: the line was lost; `isSent` where it may have been done all the same. */
export type Outcome =
	| { readonly ok: true }
	| { readonly ok: false; readonly problem: Problem | null; readonly isSent: boolean };

type Frame = Extract<FromClient, { type: 'act' }>;

interface Asked {
	readonly frame: Frame;
	readonly at: number;
	sentAt: number | null;
	wasSent: boolean;
	readonly resolve: (outcome: Outcome) => void;
}

/** What somebody wanted so long ago may not be what they want now. */
const WAITS_MS = 20_000;

export class AskedActions {
	readonly #asked = new Map<number, Asked>();

	/** `send` says whether there was a line. */
	ask(frame: Frame, now: number, send: () => boolean): Promise<Outcome> {
		return new Promise((resolve) => {
			const isSent = send();
			this.#asked.set(frame.id, { frame, at: now, sentAt: isSent ? now : null, wasSent: isSent, resolve });
		});
	}

	/** False for what nobody asked here. */
	answer(id: number, outcome: Outcome): boolean {
		const asked = this.#asked.get(id);
		this.#asked.delete(id);
		asked?.resolve(outcome);
		return asked !== undefined;
	}

	/** Since when something that was sent waits for its answer. */
	get waitsSince(): number | null {
		const times = [...this.#asked.values()].flatMap(({ sentAt }) => (sentAt === null ? [] : [sentAt]));
		return times.length === 0 ? null : Math.min(...times);
	}

	/** The line is gone. */
	lineLost(): void {
		for (const asked of this.#asked.values()) asked.sentAt = null;
	}

	/** There is a line again: in the order in which they were asked for. */
	lineBack(now: number, send: (frame: Frame) => void): void {
		this.giveUpOld(now);
		for (const asked of this.#asked.values()) {
			if (asked.sentAt !== null) continue;
			asked.sentAt = now;
			asked.wasSent = true;
			send(asked.frame);
		}
	}

	/** What has waited for a line for too long. */
	giveUpOld(now: number): void {
		for (const asked of [...this.#asked.values()]) {
			if (asked.sentAt === null && now - asked.at > WAITS_MS) this.#giveUp(asked);
		}
	}

	giveUpAll(): void {
		for (const asked of [...this.#asked.values()]) this.#giveUp(asked);
	}

	#giveUp(asked: Asked): void {
		this.answer(asked.frame.id, { ok: false, problem: null, isSent: asked.wasSent });
	}
}
