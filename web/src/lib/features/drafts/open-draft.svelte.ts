/** A draft that is open in this tab: its text, what was found in it, and that it is kept on the device. */

import { decisionKey } from '@entrepairs/anonymise/decision';
import type { FindingType, Language } from '@entrepairs/anonymise/finding';
import type { Grain } from '@entrepairs/anonymise/replace/replacement';
import { foldName } from '@entrepairs/anonymise/words/fold';
import type { CaseTemplateId } from '@entrepairs/contract/cases';
import type { KeepReason } from '@entrepairs/contract/review';
import type { Draft } from './draft.ts';
import { DraftKeeper } from './draft-keeper.svelte.ts';
import { DraftLook, reasonToKeep, type UpToDate } from './draft-look.svelte.ts';
import type { Drafts, KeptDraft } from './draft-store.ts';
import { type Spot, sectionKeys, wholeText } from './draft-text.ts';
import { type Change, WrittenDraft } from './written-draft.ts';

/** The same words of the same kind, which are decided together. */
export interface Group {
	readonly id: string;
	readonly spots: readonly [Spot, ...Spot[]];
	/** Why it stays; null while nothing was decided. */
	readonly kept: KeepReason | null;
}

type Settings = Omit<Draft, 'title' | 'sections' | 'replaced'>;

export class OpenDraft {
	readonly written: WrittenDraft;
	readonly look: DraftLook;
	readonly keeper: DraftKeeper;
	/** Everything but the text. */
	settings = $state.raw<Settings>() as Settings;
	/** The text as it is now, for what shows it outside the editors. */
	text = $state.raw<Pick<Draft, 'title' | 'sections' | 'replaced'>>({
		title: '',
		sections: {},
		replaced: {},
	});
	history = $state({ canUndo: false, canRedo: false });
	readonly sections: readonly string[] = $derived(
		sectionKeys({ template: this.settings.template, sections: this.text.sections }),
	);
	readonly groups: readonly Group[] = $derived.by(() => grouped(this.look.spots, this.settings.kept));
	readonly undecided: number = $derived(
		this.groups.reduce((sum, { kept, spots }) => sum + (kept === null ? spots.length : 0), 0),
	);

	constructor(drafts: Drafts | null, opened: Draft, kept: KeptDraft | null) {
		const { title: _title, sections: _sections, replaced: _replaced, ...settings } = opened;
		this.settings = settings;
		this.written = new WrittenDraft(opened);
		this.text = this.written.read();
		this.keeper = new DraftKeeper(drafts, kept, () => this.draft);
		this.look = new DraftLook(() => ({
			whole: wholeText(this.draft),
			settings: lookSettings(this.settings),
		}));
		this.written.document.on('afterTransaction', (transaction) => {
			if (transaction.changed.size === 0) return;
			this.text = this.written.read();
			this.#changed();
		});
		const { undoManager } = this.written;
		const see = () => {
			this.history = { canUndo: undoManager.canUndo(), canRedo: undoManager.canRedo() };
		};
		for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const)
			undoManager.on(event, see);
		this.look.changed();
	}

	get draft(): Draft {
		return { ...this.settings, ...this.text };
	}

	set(change: {
		language?: Language;
		template?: CaseTemplateId;
		sessionId?: string | null;
		caseId?: string | null;
		key?: Draft['key'];
	}): void {
		this.settings = { ...this.settings, ...change };
		this.#changed();
	}

	setGrain(type: FindingType, grain: Grain): void {
		this.settings = { ...this.settings, grains: { ...this.settings.grains, [type]: grain } };
		this.#changed();
	}

	/** Null: it is to be decided again. */
	keep(group: Pick<Group, 'id'>, reason: KeepReason | null): void {
		const { [group.id]: _, ...others } = this.settings.kept;
		this.settings = { ...this.settings, kept: reason === null ? others : { ...others, [group.id]: reason } };
		this.#changed();
	}

	/** What is proposed, everywhere. How many places; null when nobody could look, 0 when nothing is left. */
	replaceAll(): Promise<number | null> {
		return this.#replace(({ spots }) => spots.flatMap((spot) => proposed(spot)));
	}

	/** These words wherever they are, or at one place; with other words than those proposed if given. */
	replace(group: Group, only: Spot | null, words: string | null): Promise<number | null> {
		return this.#replace(({ spots }) => {
			const same = spots.filter(({ finding }) => decisionKey(finding) === group.id);
			const chosen = only === null ? same : nearest(same, only);
			return chosen.flatMap((spot) =>
				words === null ? proposed(spot) : { ...spot, edit: own(spot, words) },
			);
		});
	}

	async #replace(choose: (now: UpToDate) => readonly Spot[]): Promise<number | null> {
		const now = await this.look.upToDate();
		if (now === null) return null;
		const chosen = choose(now);
		if (chosen.length === 0) return 0;
		this.#remember(chosen, now);
		this.written.replace(
			now.whole,
			chosen.flatMap(({ finding: { type }, edit }): Change[] => (edit === null ? [] : [{ ...edit, type }])),
		);
		return chosen.length;
	}

	/** Who stands for whom from now on, of the people who were replaced. */
	#remember(chosen: readonly Spot[], now: UpToDate): void {
		const key = [...this.settings.key];
		const isKnown = (real: string) => key.some((entry) => foldName(entry.real) === foldName(real));
		for (const { finding, edit } of chosen) {
			if (finding.type !== 'PERSON' || edit === null || isKnown(finding.text)) continue;
			const proposal = now.key.find(({ real }) => foldName(real) === foldName(finding.text));
			const pseudonym = proposal !== undefined && edit.words.includes(bare(proposal.pseudonym));
			if (pseudonym) key.push(proposal);
			// A name of one's own: « Paul ». Anything else (« un voisin ») is not somebody’s name in the text.
			else if (/^\p{Lu}\S*$/u.test(edit.words))
				key.push({ real: finding.text, pseudonym: edit.words, type: 'PERSON' });
		}
		if (key.length > this.settings.key.length) this.settings = { ...this.settings, key };
	}

	undo(): void {
		this.written.undoManager.undo();
	}

	redo(): void {
		this.written.undoManager.redo();
	}

	/** Leaves the draft on the device as it is. */
	async close(): Promise<void> {
		this.look.close();
		await this.keeper.stop();
		this.written.destroy();
	}

	#changed(): void {
		this.keeper.changed();
		this.look.changed();
	}
}

function lookSettings({ language, grains, kept, key }: Settings) {
	return { language, grains, kept, key };
}

/** In the order of the text; what was decided comes last. */
function grouped(spots: readonly Spot[], kept: Draft['kept']): Group[] {
	const groups = new Map<string, [Spot, ...Spot[]]>();
	for (const spot of spots) {
		const id = decisionKey(spot.finding);
		const known = groups.get(id);
		if (known === undefined) groups.set(id, [spot]);
		else known.push(spot);
	}
	const all = [...groups].map(([id, same]) => ({ id, spots: same, kept: reasonToKeep(kept, same[0]) }));
	return [...all.filter((group) => group.kept === null), ...all.filter((group) => group.kept !== null)];
}

function proposed(spot: Spot): Spot[] {
	return spot.edit === null ? [] : [spot];
}

function own({ finding: { start, end } }: Spot, words: string) {
	return { start, end, words };
}

/** The text may have moved a little since the person looked at it. */
function nearest(spots: readonly Spot[], to: Spot): Spot[] {
	const away = ({ finding }: Spot) => Math.abs(finding.start - to.finding.start);
	return spots.toSorted((a, b) => away(a) - away(b)).slice(0, 1);
}

/** « A. » loses its full stop at the end of a sentence. */
const bare = (pseudonym: string) => pseudonym.replace(/\.$/, '');
