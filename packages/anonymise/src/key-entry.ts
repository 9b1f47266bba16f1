import type { FindingType } from './finding.ts';

/** Who or what a pseudonym stands for. It is as secret as the text. */
export interface KeyEntry {
	readonly real: string;
	readonly pseudonym: string;
	readonly type: FindingType;
}
