import type { Finding, FindingType, Reason } from './finding.ts';

/** A finding before its text is cut out. */
export type Span = Omit<Finding, 'text'>;

export function span(type: FindingType, start: number, end: number, confidence: number, why: Reason): Span {
	return { type, start, end, confidence, why };
}

/** Whether the two share a character. */
export function overlap(one: Pick<Span, 'start' | 'end'>, other: Pick<Span, 'start' | 'end'>): boolean {
	return one.start < other.end && other.start < one.end;
}
