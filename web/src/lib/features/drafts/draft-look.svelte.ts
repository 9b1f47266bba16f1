/**
 * What is known of the identifiers and risks in a draft that is being written.
 *
 *     looking ──▶ current        the text as it is was looked at
 *        ▲  └───▶ unavailable    nobody looked: not the same as « nothing found »
 *        └── every change of text or settings
 *
 * It looks when the writing pauses, and now and then while it does not. Until then what was found before
 * moves along with the text, and what was touched is no longer shown. Typing never waits for it.
 */

import { decisionKey } from '@entrepairs/anonymise/decision';
import type { KeyEntry } from '@entrepairs/anonymise/key-entry';
import type { Hint, Risk } from '@entrepairs/anonymise/risk';
import { type Scan, type ScanChoices, scan } from '#lib/features/anonymise/anonymiser.ts';
import type { Draft } from './draft.ts';
import { carriedSpots, carriedStretches, type Spot, type WholeText } from './draft-text.ts';

export type LookState = 'looking' | 'current' | 'unavailable';

/** What a look depends on. */
export interface Looked {
	readonly whole: WholeText;
	readonly settings: Pick<Draft, 'language' | 'grains' | 'kept' | 'key'>;
}

/** A look at the text as it is. */
export interface UpToDate extends Looked {
	readonly spots: readonly Spot[];
	/** With those that would be new, if all were replaced. */
	readonly key: readonly KeyEntry[];
}

const PAUSE_MS = 350;
const AT_LATEST_MS = 2_000;

export class DraftLook {
	state = $state<LookState>('looking');
	spots = $state.raw<readonly Spot[]>([]);
	level = $state<Risk['level'] | null>(null);
	hints = $state.raw<readonly Hint[]>([]);
	/** The text that spots and hints are in. */
	whole = $state.raw<WholeText>({ text: '', parts: [] });
	readonly #read: () => Looked;
	#asked: Looked | null = null;
	#upToDate: UpToDate | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#waitingSince: number | null = null;
	#running: Promise<void> | null = null;
	#closed = false;

	constructor(read: () => Looked) {
		this.#read = read;
	}

	/** After every change of text or settings. */
	changed(): void {
		const { whole } = this.#read();
		const before = this.whole.text;
		this.spots = carriedSpots(this.spots, before, whole.text);
		this.hints = carriedStretches(this.hints, before, whole.text);
		this.whole = whole;
		this.state = 'looking';
		this.#upToDate = null;
		this.#waitingSince ??= Date.now();
		clearTimeout(this.#timer);
		const left = this.#waitingSince + AT_LATEST_MS - Date.now();
		this.#timer = setTimeout(() => void this.#look(), Math.max(0, Math.min(PAUSE_MS, left)));
	}

	/** Looks now, until the text has held still for the time of a look. Null when nobody can look. */
	async upToDate(): Promise<UpToDate | null> {
		while (this.#upToDate === null && !this.#closed) {
			clearTimeout(this.#timer);
			await this.#look();
			if (this.state === 'unavailable') return null;
		}
		return this.#upToDate;
	}

	/** What this text would become with other settings. */
	tryOut(settings: Partial<Looked['settings']>): Promise<Scan | null> {
		const now = this.#read();
		return scan(now.whole.text, now.settings.language, choicesFor({ ...now.settings, ...settings }));
	}

	close(): void {
		this.#closed = true;
		clearTimeout(this.#timer);
	}

	async #look(): Promise<void> {
		// One at a time: the answers come in the order of the questions.
		if (this.#running !== null) {
			await this.#running;
			if (this.#upToDate !== null || this.#closed) return;
		}
		this.#running = this.#lookOnce();
		await this.#running;
		this.#running = null;
	}

	async #lookOnce(): Promise<void> {
		const asked = this.#read();
		this.#asked = asked;
		this.#waitingSince = null;
		const { whole, settings } = asked;
		const isBlank = !/\S/.test(whole.text);
		const answer = isBlank ? nothing : await scan(whole.text, settings.language, choicesFor(settings));
		if (this.#closed || this.#asked !== asked) return;
		const now = this.#read();
		const isCurrent = now.whole.text === whole.text && isSame(now.settings, settings);
		if (answer === null) {
			if (isCurrent) this.state = 'unavailable';
			return;
		}
		const spots = spotsOf(answer);
		this.spots = carriedSpots(spots, whole.text, now.whole.text);
		this.hints = carriedStretches(answer.risk.hints, whole.text, now.whole.text);
		this.level = isBlank ? null : answer.risk.level;
		this.whole = now.whole;
		if (!isCurrent) return;
		this.#upToDate = { whole, settings, spots, key: answer.clean?.key ?? settings.key };
		this.state = 'current';
	}
}

const nothing: Scan = { findings: [], risk: { level: 'low', hints: [] }, clean: null };

export function spotsOf({ findings, clean }: Scan): Spot[] {
	const edits = new Map(clean?.edits.map((edit) => [edit.finding.start, edit]));
	return findings.map((finding) => ({ finding, edit: edits.get(finding.start) ?? null }));
}

export function choicesFor({ grains, kept, key }: Omit<Looked['settings'], 'language'>): ScanChoices {
	return {
		today: localToday(),
		grains,
		decisions: new Map(Object.keys(kept).map((decision) => [decision, { keep: true }])),
		key,
	};
}

/** Whether why it stays has been said. */
export function reasonToKeep(kept: Draft['kept'], { finding }: Spot) {
	return kept[decisionKey(finding)] ?? null;
}

function isSame(one: Looked['settings'], other: Looked['settings']): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** YYYY-MM-DD where the person is. */
function localToday(): string {
	const now = new Date();
	const two = (number: number) => String(number).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
