/**
 * What somebody writes in a case, until it has been looked at.
 *
 * A change is *held* from the moment it is made: it is in the copy on the screen, not in the one that
 * is sent (two-copies.ts). Its life:
 *
 *     held ──(a word is finished)──▶ looked at ──(nothing found)────────────▶ released
 *                                        │
 *                                        └──(found)──▶ in question ──(kept)──▶ looked at again
 *                                                          └──(replaced, deleted)──▶ looked at again
 *
 * - A word is finished by what is typed after it, by a pause, by leaving it, by leaving the page; while
 *   an input method composes, by the end of that. After a number the pause is longer: more may come.
 * - A look is at everything held so far, in the whole text: a name known from another section is found.
 *   The detector runs in a worker. What is written meanwhile waits for the next look.
 * - A release lets go of exactly what was looked at. If something was deleted meanwhile, nothing is
 *   released: the next look, moments later, will not see what is gone, and it never travels.
 * - While something is in question, all that this person writes after it waits too, for changes can
 *   only be taken in their order. What others write comes in as ever.
 * - Without the detector nothing leaves by itself. The person is told, may say that they read the text
 *   themselves, and from then on, for this visit, their words leave unlooked until it is there again.
 *
 * Keeping and replacing are remembered for the case, on this device only.
 */
import { decisionKey } from '@entrepairs/anonymise/decision';
import type { Language } from '@entrepairs/anonymise/finding';
import { type Scan, type ScanChoices, scan } from '#lib/features/anonymise/anonymiser.ts';
import type { CaseDecisions } from './case-decisions.ts';
import { mayGoOn } from './finished.ts';
import { choicesFor, type Decisions, noDecisions, type Question, questionsOf } from './questions.ts';
import type { Held, TwoCopies } from './two-copies.ts';
import { readText, type WrittenText } from './written-text.ts';

const PAUSE_MS = 600;
const LONG_PAUSE_MS = 3_000;
/** Then the person is told; the answer is still taken when it comes. */
const ANSWER_WITHIN_MS = 6_000;
const ASK_AGAIN_MS = 4_000;
/**
 * Finished words wait for their looks one by one, so that those before a name leave before it is found;
 * but no longer than this in all: where looking is slow they are looked at together.
 */
const WAITING_MS = 1_500;
const MAX_WAITING = 8;

interface Look {
	readonly copies: TwoCopies;
	readonly held: Held;
	readonly written: WrittenText;
	/** How many deletions there had been. */
	readonly deletions: number;
}

export interface HeldWordsOptions {
	readonly sections: readonly string[];
	title(): string;
	/** Of the group, in which the text is written. */
	readonly language: Language;
	readonly decisions: Promise<CaseDecisions>;
	/** Something was held or released. */
	onChange(): void;
	/** Only tests look with something else. */
	readonly scan?: (text: string, language: Language, choices: ScanChoices) => Promise<Scan | null>;
}

export class HeldWords {
	readonly #options: HeldWordsOptions;
	#copies: TwoCopies | null = null;
	#decisions: Decisions = noDecisions;
	#store: CaseDecisions | null = null;
	#waiting: Look[] = [];
	#isLooking = false;
	/** How long the last look took. */
	#lookMs = 0;
	#deletions = 0;
	#changedAt = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** The line up to the caret. */
	#before = '';
	#isComposing = false;
	#destroyed = false;

	/** Told whenever something was decided, found or released. */
	readonly listeners = new Set<() => void>();
	isHolding = $state(false);
	questions = $state.raw<readonly Question[]>([]);
	/** The question whose card is open, by its id. */
	openedId = $state<string | null>(null);
	/** The detector does not answer. */
	isUnavailable = $state(false);
	/** The person said that they look themselves, while the detector does not. */
	goesUnlooked = $state(false);

	constructor(options: HeldWordsOptions) {
		this.#options = options;
		window.addEventListener('blur', this.#leave);
		document.addEventListener('visibilitychange', this.#leave);
		window.addEventListener('online', this.#leave);
	}

	/** The copies of the moment; what was in question in earlier ones comes back in these, or is offered. */
	attach(copies: TwoCopies): void {
		this.#copies = copies;
		this.#waiting = [];
		this.questions = [];
		this.isHolding = copies.isHolding;
		copies.onHeld = (isDeletion) => {
			if (isDeletion) this.#deletions++;
			this.#changedAt = performance.now();
			this.isHolding = true;
			this.#wait(PAUSE_MS);
			this.#options.onChange();
		};
	}

	/** Has the detector ready before the first word. */
	prepare(): void {
		void this.#scan('', noDecisions);
	}

	/** Where the caret is. */
	stands(before: string): void {
		this.#before = before;
	}

	composes(isComposing: boolean): void {
		this.#isComposing = isComposing;
		if (!isComposing && this.isHolding) this.#wait(PAUSE_MS);
	}

	/** What is held is finished: it is looked at. */
	finish(): void {
		if (this.#isComposing) return;
		this.#lookNow();
	}

	keep(question: Question): void {
		const decided = decisionKey(question);
		this.#decide({
			...this.#decisions,
			kept: [...this.#decisions.kept.filter((other) => other !== decided), decided],
			replaced: this.#decisions.replaced.filter((other) => decisionKey(other) !== decided),
		});
		this.#settle(this.questions.filter((other) => decisionKey(other) !== decided));
		this.#lookNow();
	}

	/** It is being replaced in the text with these words. */
	replace(question: Question, words: string): void {
		const { type, text, proposal, key } = question;
		const { replaced } = this.#decisions;
		this.#decide({
			...this.#decisions,
			replaced: [
				...replaced.filter((other) => decisionKey(other) !== decisionKey(question)),
				{ type, text, words },
			],
			key:
				words === proposal
					? [...this.#decisions.key, ...key.filter((entry) => !this.#knows(entry))]
					: this.#decisions.key,
		});
		this.#settle(this.questions.filter(({ id }) => id !== question.id));
		this.#lookNow();
	}

	/** The person reads what they write themselves, until the detector is there again. */
	goUnlooked(): void {
		this.goesUnlooked = true;
		this.#lookNow();
	}

	destroy(): void {
		this.#destroyed = true;
		clearTimeout(this.#timer);
		window.removeEventListener('blur', this.#leave);
		document.removeEventListener('visibilitychange', this.#leave);
		window.removeEventListener('online', this.#leave);
	}

	#knows({ real, pseudonym }: { real: string; pseudonym: string }): boolean {
		return this.#decisions.key.some((entry) => entry.real === real && entry.pseudonym === pseudonym);
	}

	#decide(decisions: Decisions): void {
		this.#decisions = decisions;
		void this.#store?.write(decisions);
	}

	readonly #leave = () => this.finish();

	#wait(ms: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			const quietFor = performance.now() - this.#changedAt;
			if ((this.#isComposing || mayGoOn(this.#before)) && quietFor < LONG_PAUSE_MS)
				this.#wait(LONG_PAUSE_MS - quietFor);
			else this.#lookNow();
		}, ms);
	}

	#lookNow(): void {
		const copies = this.#copies;
		if (copies === null || this.#destroyed) return;
		clearTimeout(this.#timer);
		const held = copies.held();
		if (held === null) {
			this.#settle([]);
			return;
		}
		const { title, sections } = this.#options;
		const written = readText(copies.written, title(), sections);
		const many = Math.min(MAX_WAITING, Math.ceil(WAITING_MS / Math.max(1, this.#lookMs)));
		if (this.#waiting.length >= many) this.#waiting.pop();
		this.#waiting.push({ copies, held, written, deletions: this.#deletions });
		if (!this.#isLooking) void this.#look();
	}

	async #look(): Promise<void> {
		this.#isLooking = true;
		try {
			this.#store ??= await this.#begin();
			for (let look = this.#waiting.shift(); look !== undefined; look = this.#waiting.shift()) {
				const since = performance.now();
				const answer = await this.#scan(look.written.text, this.#decisions);
				this.#lookMs = performance.now() - since;
				if (this.#destroyed) return;
				// The copy was dropped meanwhile.
				if (look.copies !== this.#copies) continue;
				if (answer === null) this.#unavailable(look);
				else this.#answered(look, answer);
			}
		} finally {
			this.#isLooking = false;
		}
	}

	async #begin(): Promise<CaseDecisions> {
		const store = await this.#options.decisions;
		this.#decisions = await store.read();
		return store;
	}

	#answered(look: Look, answer: Scan): void {
		this.isUnavailable = false;
		this.goesUnlooked = false;
		const { title, sections } = this.#options;
		const questions = questionsOf({
			written: look.written,
			scan: answer,
			decisions: this.#decisions,
			isShared: ({ client, clock }) => look.copies.isShared(client, clock),
			sharedText: () => readText(look.copies.shared, title(), sections).text,
		});
		if (questions.length > 0) {
			// All that waits holds the same: only how it is now is of interest.
			this.#waiting = this.#waiting.slice(-1);
			// What was replaced or deleted since is dealt with at the next look.
			this.#settle(
				questions.filter(({ place: { first } }) => look.copies.isThere(first.client, first.clock)),
			);
			if (this.#waiting.length === 0 && this.questions.length < questions.length) this.#wait(PAUSE_MS);
			return;
		}
		if (look.deletions === this.#deletions) look.copies.release(look.held);
		else this.#wait(PAUSE_MS);
		this.#settle([]);
	}

	#unavailable(look: Look): void {
		this.isUnavailable = true;
		this.#waiting = [];
		if (this.goesUnlooked && this.questions.length === 0) {
			look.copies.release(look.held);
			this.#settle([]);
		}
		if (look.copies.isHolding) this.#wait(ASK_AGAIN_MS);
	}

	#settle(questions: readonly Question[]): void {
		if (questions.length > 0 || this.questions.length > 0) this.questions = questions;
		if (!questions.some(({ id }) => id === this.openedId)) this.openedId = null;
		this.isHolding = this.#copies?.isHolding ?? false;
		this.#options.onChange();
		for (const listener of this.listeners) listener();
	}

	#scan(text: string, decisions: Decisions): Promise<Scan | null> {
		const today = new Date().toISOString().slice(0, 10);
		const look = this.#options.scan ?? scan;
		return Promise.race([
			look(text, this.#options.language, choicesFor(decisions, today)),
			new Promise<null>((resolve) => setTimeout(() => resolve(null), ANSWER_WITHIN_MS)),
		]);
	}
}
