/**
 * What the detector finds in a text that somebody is about to let others see, and what they say of it.
 *
 * Each look follows a pause in writing. What was decided stays decided while the words stay the same;
 * a review is there only when the text of the moment was looked at and nothing in it is undecided.
 */
import type { Finding, FindingType, Language, Reason } from '@entrepairs/anonymise/finding';
import type { Risk } from '@entrepairs/anonymise/risk';
import type { KeepReason, Review } from '@entrepairs/contract/review';
import { tick } from 'svelte';
import { scan } from './anonymiser.ts';

/** The same words, wherever they stand in the text: they are decided on once. */
export interface SameWords {
	readonly key: string;
	readonly type: FindingType;
	readonly text: string;
	readonly why: Reason;
	readonly count: number;
}

const LOOK_AFTER_MS = 400;

export class KeptFindings {
	/** `looking` also while the writer has not paused yet. */
	state = $state<'looking' | 'current' | 'unavailable'>('current');
	/** Of the last text that was looked at. */
	found = $state.raw<readonly SameWords[]>([]);
	risk = $state.raw<Risk | null>(null);
	/** The text that `found` and `risk` are about: their places are places in it. */
	lookedAt = $state.raw('');
	/** Somebody wanted to go on: what is missing is pointed at. */
	insists = $state(false);
	/** A review is being waited for. */
	finishing = $state(false);
	#reasons = $state<Readonly<Record<string, KeepReason>>>({});
	readonly undecided = $derived(this.found.filter(({ key }) => this.#reasons[key] === undefined).length);

	#text = '';
	#language: Language = 'fr';
	#turn = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#looking: Promise<void> = Promise.resolve();

	/** Looks at a text, soon. Anything that was being looked at before no longer counts. */
	look(text: string, language: Language): void {
		if (text === this.#text && language === this.#language) return;
		this.#text = text;
		this.#language = language;
		this.#turn++;
		this.state = 'looking';
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.lookNow(), LOOK_AFTER_MS);
	}

	lookNow(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.state = 'looking';
		this.#looking = this.#look(++this.#turn);
	}

	/** No more answers are wanted. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#turn++;
	}

	reasonFor(key: string): KeepReason | null {
		return this.#reasons[key] ?? null;
	}

	decide(key: string, reason: KeepReason | null): void {
		const { [key]: _, ...others } = this.#reasons;
		this.#reasons = reason === null ? others : { ...others, [key]: reason };
	}

	/**
	 * Waits until the text of the moment has been looked at. The review, or null with focus on what is
	 * still missing for it.
	 */
	async reviewFrom(form: HTMLElement): Promise<Review | null> {
		if (this.finishing) return null;
		this.finishing = true;
		try {
			if (this.#timer !== undefined || this.state === 'unavailable') this.lookNow();
			await this.#looking;
		} finally {
			this.finishing = false;
		}
		const review = this.#review();
		this.insists = review === null;
		if (review === null) {
			await tick();
			form.querySelector<HTMLElement>('[data-findings] :is([aria-invalid="true"], [data-retry])')?.focus();
		}
		return review;
	}

	#review(): Review | null {
		if (this.state !== 'current' || this.undecided > 0) return null;
		const kept = new Map<string, Review['kept'][number]>();
		for (const { key, type, count } of this.found) {
			const reason = this.#reasons[key] as KeepReason;
			const before = kept.get(`${type} ${reason}`)?.count ?? 0;
			kept.set(`${type} ${reason}`, { type, reason, count: before + count });
		}
		return { language: this.#language, replaced: [], kept: [...kept.values()], reread: true };
	}

	async #look(turn: number): Promise<void> {
		const text = this.#text;
		// Where nothing is written there is nothing to load a detector for.
		const seen = /\S/.test(text) ? await scan(text, this.#language, null) : { findings: [], risk: null };
		if (turn !== this.#turn) return;
		if (seen === null) {
			this.state = 'unavailable';
			return;
		}
		this.found = sameWords(seen.findings);
		this.risk = seen.risk;
		this.lookedAt = text;
		this.state = 'current';
	}
}

function sameWords(findings: readonly Finding[]): SameWords[] {
	const found = new Map<string, SameWords>();
	for (const { type, text, why } of findings) {
		const key = `${type} ${text}`;
		const { count, ...rest } = found.get(key) ?? { key, type, text, why, count: 0 };
		found.set(key, { ...rest, count: count + 1 });
	}
	return [...found.values()];
}
