/**
 * My part in what a stage gathers: at each beat this window sends one frame, as all others do, with words
 * of mine in it or with none. Nothing of what is written leaves it at any other time.
 */
import { CONTRIBUTE_BYTES, filled } from '@entrepairs/contract/contributions';
import type { Problem } from '@entrepairs/contract/problem';
import type { Review } from '@entrepairs/contract/review';
import { untilSending } from '@entrepairs/domain/contributions/beat';
import { openSealedJson, type SealedJson } from '#lib/device/sealed-json.ts';
import {
	answered,
	asSaid,
	leftOver,
	newWords,
	nextToSay,
	type OwnWords,
	reworded,
	sent,
	takenBack,
} from './own-words.ts';

const TOKEN_BYTES = 32;

/** What it needs of the room's line. */
export interface Line {
	readonly beatMs: number;
	nextId(): number;
	/** Milliseconds by the server's clock. */
	now(): number;
	/** False where there is no line to send it on. */
	sendText(frame: string): boolean;
	readonly onContributed: Set<(id: number, problem: Problem | null) => void>;
}

export class Gathering {
	own = $state.raw<readonly OwnWords[]>([]);
	readonly #line: Line;
	readonly #accountId: string;
	readonly #sessionId: string;
	readonly #stage: string;
	#kept: SealedJson<readonly OwnWords[]> | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** What was said last, and by which frame. */
	#said: { readonly id: number; readonly words: OwnWords } | null = null;
	#isOver = false;

	constructor(
		line: Line,
		at: { readonly accountId: string; readonly sessionId: string; readonly stage: string },
	) {
		this.#line = line;
		this.#accountId = at.accountId;
		this.#sessionId = at.sessionId;
		this.#stage = at.stage;
	}

	/** Takes up what this device has kept, and listens. */
	async open(): Promise<void> {
		this.#line.onContributed.add(this.#hear);
		this.#kept = await openSealedJson('contributions', this.#accountId, `${this.#sessionId}:${this.#stage}`);
		const before = await this.#kept.read();
		this.#set([...(before ?? []), ...this.own]);
	}

	/** Sends at each beat, until `rest`. */
	send(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(
			() => {
				this.#sendNow();
				this.send();
			},
			untilSending(this.#line.now(), this.#line.beatMs),
		);
	}

	rest(): void {
		clearTimeout(this.#timer);
	}

	close(): void {
		this.rest();
		this.#line.onContributed.delete(this.#hear);
	}

	/** False where it is too long for a frame, in the form in which it is sent. */
	add(text: string, review: Review): boolean {
		const words = newWords(text, review, crypto.getRandomValues(new Uint8Array(TOKEN_BYTES)));
		if (this.#frame(words, 1) === null) return false;
		this.#set([...this.own, words]);
		return true;
	}

	reword({ token }: OwnWords, text: string, review: Review): void {
		this.#set(reworded(this.own, token, text, review));
	}

	takeBack({ token }: OwnWords): void {
		this.#set(takenBack(this.own, token));
	}

	/** Everything was shown: what is not as its author wanted it stays to be read. */
	over(): void {
		if (this.#isOver) return;
		this.#isOver = true;
		this.rest();
		this.#set(leftOver(this.own));
	}

	/** What is left here is not wanted any more. */
	forget(): void {
		this.#set([]);
	}

	#set(own: readonly OwnWords[]): void {
		this.own = this.#isOver ? leftOver(own) : own;
		void this.#kept?.write(this.own.length === 0 ? null : this.own);
	}

	#frame(words: OwnWords | null, id: number): string | null {
		const says = words === null ? null : asSaid(words);
		return filled(JSON.stringify({ type: 'contribute', id, stage: this.#stage, says }), CONTRIBUTE_BYTES);
	}

	#sendNow(): void {
		const words = nextToSay(this.own);
		const id = this.#line.nextId();
		const frame = this.#frame(words, id);
		if (frame === null || !this.#line.sendText(frame)) return;
		this.#said = words === null ? null : { id, words };
		if (words !== null) this.#set(sent(this.own, words));
	}

	readonly #hear = (id: number, problem: Problem | null) => {
		if (this.#said?.id !== id) return;
		this.#set(answered(this.own, this.#said.words, problem));
		this.#said = null;
	};
}
