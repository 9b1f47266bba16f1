/** What the tagger says of a token: outside, or the first or a further token of a span. */
import type { FindingType } from '../finding.ts';

export const taggedTypes = ['PERSON', 'PLACE', 'ORG', 'ADDRESS', 'AGE', 'PROFESSION_RARE'] as const satisfies FindingType[];
export type TaggedType = (typeof taggedTypes)[number];

/** 0 is outside; then for each type its first token and its further ones. */
export const labelCount = 1 + 2 * taggedTypes.length;
export const OUTSIDE = 0;

export function labelOf(type: TaggedType, isFirst: boolean): number {
	return 1 + 2 * taggedTypes.indexOf(type) + (isFirst ? 0 : 1);
}

/** Undefined for `OUTSIDE`. */
export function typeOf(label: number): TaggedType | undefined {
	return label === OUTSIDE ? undefined : taggedTypes[(label - 1) >> 1];
}

export function isFirstLabel(label: number): boolean {
	return label % 2 === 1;
}
