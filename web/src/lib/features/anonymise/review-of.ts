/** What was done about findings, in kinds and counts: what the gate is told, and no words. */
import type { FindingType, Language } from '@entrepairs/anonymise/finding';
import type { KeepReason, Review } from '@entrepairs/contract/review';

/** Of a text that the person has read once more. */
export function reviewOf(
	language: Language,
	replaced: Readonly<Partial<Record<FindingType, number>>>,
	kept: readonly { readonly type: FindingType; readonly reason: KeepReason }[],
): Review {
	const counts = new Map<string, Review['kept'][number]>();
	for (const { type, reason } of kept) {
		const id = `${type} ${reason}`;
		counts.set(id, { type, reason, count: (counts.get(id)?.count ?? 0) + 1 });
	}
	return {
		language,
		replaced: (Object.entries(replaced) as [FindingType, number][]).map(([type, count]) => ({ type, count })),
		kept: [...counts.values()],
		reread: true,
	};
}
