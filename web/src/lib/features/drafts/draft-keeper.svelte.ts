/**
 * Keeps a draft on the device while it is written. Each writing says what it replaces: when another tab
 * was first, nothing is written until the person has chosen (`conflict`). When the drafts of this
 * account were erased meanwhile, nothing is written ever again (`gone`).
 */
import { type Draft, isBlank, isSameDraft } from './draft.ts';
import type { Drafts, KeptDraft } from './draft-store.ts';

export type KeepState = 'saved' | 'saving' | 'failed' | 'unkept' | 'conflict' | 'gone';

const PAUSE_MS = 300;
const TRY_AGAIN_MS = 5_000;

export class DraftKeeper {
	state = $state<KeepState>('saved');
	readonly #drafts: Drafts | null;
	readonly #read: () => Draft;
	/** What this tab knows to be on the device. */
	#known: KeptDraft | null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#writing: Promise<void> = Promise.resolve();

	constructor(drafts: Drafts | null, known: KeptDraft | null, read: () => Draft) {
		this.#drafts = drafts;
		this.#known = known;
		this.#read = read;
		if (drafts === null) this.state = 'unkept';
	}

	/** Whether leaving now would lose something. */
	get isBehind(): boolean {
		return this.state !== 'saved' && this.state !== 'gone' && !isBlank(this.#read());
	}

	changed(): void {
		if (this.#isOver()) return;
		this.state = 'saving';
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), PAUSE_MS);
	}

	/** What there is to write is written when this is over, or the state says why not. */
	flush(): Promise<void> {
		clearTimeout(this.#timer);
		this.#writing = this.#writing.then(() => this.#write());
		return this.#writing;
	}

	/** What another tab has written since, if this one has nothing to say against it. */
	async newer(): Promise<KeptDraft | null> {
		await this.#writing;
		if (this.state !== 'saved' || this.#drafts === null || this.#known === null) return null;
		const there = await this.#drafts.read(this.#known.draft.id);
		return there === null || isSameDraft(there.draft, this.#known.draft) ? null : there;
	}

	/** Nothing more is written; what is there stays. */
	async stop(): Promise<void> {
		await this.flush();
		if (this.#known !== null && isBlank(this.#known.draft)) await this.erase();
	}

	async erase(): Promise<void> {
		clearTimeout(this.#timer);
		await this.#writing;
		if (this.#known !== null) await this.#drafts?.erase(this.#known.draft.id);
		this.#known = null;
		this.state = 'gone';
	}

	#isOver(): boolean {
		return this.state === 'unkept' || this.state === 'conflict' || this.state === 'gone';
	}

	async #write(): Promise<void> {
		if (this.#drafts === null || this.#isOver()) return;
		const draft = this.#read();
		if (this.#known !== null && isSameDraft(draft, this.#known.draft)) {
			this.state = 'saved';
			return;
		}
		try {
			const dated = { ...draft, changedAt: new Date().toISOString() };
			const written = await this.#drafts.write(dated, this.#known?.record ?? null);
			if (written === 'gone') this.state = 'gone';
			else if (written === 'changed') this.state = 'conflict';
			else {
				this.#known = written;
				if (isSameDraft(this.#read(), draft)) this.state = 'saved';
			}
		} catch {
			// No room left, or the browser closed its storage.
			this.state = 'failed';
			this.#timer = setTimeout(() => void this.flush(), TRY_AGAIN_MS);
		}
	}
}
