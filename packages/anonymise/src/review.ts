/**
 * What both sides agree on at the gate: how a case is read as one text, and whether what the detector
 * finds in it is accounted for. A name in the title is found in the sections too, and the other way round.
 */
import type { Finding, FindingType } from './finding.ts';

/** The title, then each section's text: what is looked at as one. */
export function textOfCase(title: string, sections: readonly string[]): string {
	return [title, ...sections].join('\n\n');
}

export interface Kept {
	readonly type: FindingType;
	readonly count: number;
}

/** Whether there is no more of any kind than was kept with a reason. */
export function isTreated(findings: readonly Pick<Finding, 'type'>[], kept: readonly Kept[]): boolean {
	const left = new Map<FindingType, number>();
	for (const { type, count } of kept) left.set(type, (left.get(type) ?? 0) + count);
	for (const { type } of findings) {
		const more = left.get(type) ?? 0;
		if (more === 0) return false;
		left.set(type, more - 1);
	}
	return true;
}
