/** Apart from the replacing itself: pages that only remember decisions need no more than this. */
import type { Finding } from './finding.ts';

/** Findings that are the same words of the same type are decided together. */
export function decisionKey({ type, text }: Pick<Finding, 'type' | 'text'>): string {
	return `${type} ${text.normalize('NFC').toLowerCase()}`;
}
