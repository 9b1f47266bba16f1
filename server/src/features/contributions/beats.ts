/** Holds what windows say until the beat is over, then hands it over at once and answers everybody at once. */
import type { Said } from '@entrepairs/contract/contributions';
import { beatAt, untilNextBeat } from '@entrepairs/domain/contributions/beat';
import type { Clock } from '../../platform/clock.ts';
import { Refusal } from '../../platform/refusal.ts';

/** What one window said in a beat: perhaps nothing. */
export interface Heard {
	readonly visitId: string;
	readonly accountId: string;
	readonly says: Said | null;
}

interface Waiting {
	readonly heard: Heard;
	answer(outcome: Refusal | null): void;
}

const unavailable = new Refusal('unavailable', { retryAfterSeconds: 5 });

export function createBeats(deps: {
	readonly clock: Clock;
	readonly beatMs: number;
	/** The outcomes, in the same order. */
	over(roomId: string, stage: string, all: readonly Heard[]): Promise<readonly (Refusal | null)[]>;
}) {
	const { clock, beatMs, over } = deps;
	const open = new Map<string, { waiting: Map<string, Waiting>; timer: NodeJS.Timeout }>();

	async function end(key: string, roomId: string, stage: string): Promise<void> {
		const waiting = [...(open.get(key)?.waiting.values() ?? [])];
		open.delete(key);
		let outcomes: readonly (Refusal | null)[] = [];
		try {
			outcomes = await over(
				roomId,
				stage,
				waiting.map(({ heard }) => heard),
			);
		} catch {
			// Not logged: what went wrong might say whose words. They are still where they were written.
		}
		for (const [index, { answer }] of waiting.entries()) {
			const outcome = outcomes[index];
			answer(outcome === undefined ? unavailable : outcome);
		}
	}

	return {
		/** Answered when the beat is over: null where nothing is wrong. */
		take(roomId: string, stage: string, heard: Heard): Promise<Refusal | null> {
			const now = clock.now().getTime();
			const key = `${roomId} ${stage} ${beatAt(now, beatMs)}`;
			let beat = open.get(key);
			if (beat === undefined) {
				const timer = setTimeout(() => void end(key, roomId, stage), untilNextBeat(now, beatMs));
				beat = { waiting: new Map(), timer };
				open.set(key, beat);
			}
			// One a beat: more would be seen. It comes again with the next.
			if (beat.waiting.has(heard.visitId)) return Promise.resolve(unavailable);
			const { promise, resolve } = Promise.withResolvers<Refusal | null>();
			beat.waiting.set(heard.visitId, { heard, answer: resolve });
			return promise;
		},

		/** What waits is refused, and stays where it was written. */
		close(): void {
			for (const { timer, waiting } of open.values()) {
				clearTimeout(timer);
				for (const { answer } of waiting.values()) answer(unavailable);
			}
			open.clear();
		},
	};
}
