/**
 * A draft: raw text that stays on its author's device, with what was decided about the identifiers in it.
 * What is shared is a new text made from the clean one (sharing/); no draft is ever sent.
 */
import type { FindingType, Language } from '@entrepairs/anonymise/finding';
import type { KeyEntry } from '@entrepairs/anonymise/key-entry';
import type { Grain } from '@entrepairs/anonymise/replace/replacement';
import type { CaseTemplateId } from '@entrepairs/contract/cases';
import type { KeepReason } from '@entrepairs/contract/review';

export type Counts = Readonly<Partial<Record<FindingType, number>>>;

export interface Draft {
	readonly format: 1;
	readonly id: string;
	/** That it is written in, and looked at in. */
	readonly language: Language;
	readonly template: CaseTemplateId;
	readonly title: string;
	/** By key; a line is a paragraph. */
	readonly sections: Readonly<Record<string, string>>;
	/** The session that it was begun for. */
	readonly sessionId: string | null;
	readonly grains: Readonly<Partial<Record<FindingType, Grain>>>;
	/** By `decisionKey`: why these words stay. */
	readonly kept: Readonly<Record<string, KeepReason>>;
	/** Who stands for whom. */
	readonly key: readonly KeyEntry[];
	/** How many places were replaced. */
	readonly replaced: Counts;
	readonly changedAt: string;
	/** What it was shared as. */
	readonly caseId: string | null;
}

export function newDraft(language: Language, sessionId: string | null): Draft {
	return {
		format: 1,
		id: crypto.randomUUID(),
		language,
		template: 'situation',
		title: '',
		sections: {},
		sessionId,
		grains: {},
		kept: {},
		key: [],
		replaced: {},
		changedAt: new Date().toISOString(),
		caseId: null,
	};
}

/** Nothing was written in it: it need not stay. */
export function isBlank({ title, sections }: Pick<Draft, 'title' | 'sections'>): boolean {
	return ![title, ...Object.values(sections)].some((text) => /\S/.test(text));
}

/** The same draft, whatever the moment: what was saved does not have to be saved again. */
export function isSameDraft(one: Draft, other: Draft): boolean {
	const withoutTime = (draft: Draft) => JSON.stringify({ ...draft, changedAt: '' });
	return withoutTime(one) === withoutTime(other);
}

export function encodeDraft(draft: Draft): Uint8Array {
	return new TextEncoder().encode(JSON.stringify(draft));
}

/** Null for what this version cannot read. */
export function decodeDraft(bytes: Uint8Array): Draft | null {
	try {
		const draft = JSON.parse(new TextDecoder().decode(bytes)) as Draft;
		return draft.format === 1 ? draft : null;
	} catch {
		return null;
	}
}
