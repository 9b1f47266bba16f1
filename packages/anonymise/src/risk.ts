/** What may let somebody be recognised although no name is left. */
import type { Finding, Language } from './finding.ts';

/** The three tests of the article 29 working party (opinion 05/2014, WP216), which the CNIL applies. */
export const riskTests = ['singling-out', 'linking', 'inference'] as const;
export type RiskTest = (typeof riskTests)[number];

export const hintKinds = [
	'rare-job',
	'small-place',
	'large-family',
	'rare-event',
	'rare-illness',
	'origin',
	'exact-age',
	'exact-date',
	'public-role',
	'known-affair',
	'combination',
] as const;
export type HintKind = (typeof hintKinds)[number];

/** A passage to blur, and why. */
export interface Hint {
	readonly start: number;
	readonly end: number;
	readonly kind: HintKind;
	readonly tests: readonly RiskTest[];
	/** 1 (worth a look) to 3 (somebody from around there knows who it is). */
	readonly weight: 1 | 2 | 3;
}

export interface Risk {
	readonly level: 'low' | 'middle' | 'high';
	/** The heaviest first. */
	readonly hints: readonly Hint[];
}

export function assessRisk(
	_text: string,
	_findings: readonly Finding[],
	_options: { readonly language: Language },
): Risk {
	return { level: 'low', hints: [] };
}
