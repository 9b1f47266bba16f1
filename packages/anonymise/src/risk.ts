/** What may let somebody be recognised although no name is left. */
import { blockEnds } from './blocks.ts';
import type { Finding, Language } from './finding.ts';
import type { HintKind } from './hint-kind.ts';
import { rarities } from './known/rarities.ts';

/** The three tests of the article 29 working party (opinion 05/2014, WP216), which the CNIL applies. */
export const riskTests = ['singling-out', 'linking', 'inference'] as const;
export type RiskTest = (typeof riskTests)[number];

/**
 * What each kind makes possible: `singling-out` sets one person apart from all others, `linking` joins
 * the text with something known elsewhere, `inference` tells what was not said.
 */
const TESTS: Readonly<Record<HintKind, readonly RiskTest[]>> = {
	'rare-job': ['singling-out', 'linking'],
	'small-place': ['singling-out'],
	'large-family': ['singling-out'],
	'rare-event': ['singling-out', 'linking'],
	'rare-illness': ['singling-out', 'inference'],
	origin: ['singling-out', 'inference'],
	'exact-age': ['linking'],
	'exact-date': ['linking'],
	'public-role': ['singling-out', 'linking'],
	'known-affair': ['linking', 'inference'],
	combination: ['singling-out', 'linking', 'inference'],
};

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

/** So many different rarities in one story leave few people it can be about. */
const MANY_KINDS = 3;
/** A story told over one session's length; longer texts may hold more before it tells as much. */
const HIGH = 7;
const MIDDLE = 3;

/**
 * The hints of a text, whose findings are those of `detect` on the same text. What is found as an
 * identifier is shown as such already; here it only counts where it is rare with others.
 */
export function assessRisk(
	text: string,
	findings: readonly Finding[],
	options: { readonly language: Language },
): Risk {
	const hints: Hint[] = [];
	/** Up to where each kind has a hint: they are added in the order of the text. */
	const upTo = new Map<HintKind, number>();
	const add = (kind: HintKind, start: number, end: number, weight: Hint['weight']) => {
		if (start < (upTo.get(kind) ?? 0)) return;
		upTo.set(kind, end);
		hints.push({ start, end, kind, tests: TESTS[kind], weight });
	};
	/** Places and rare jobs were hinted at as findings already. */
	const hinted = findings.filter(({ type }) => type === 'PLACE' || type === 'PROFESSION_RARE');
	const isHinted = (kind: HintKind, start: number, end: number) =>
		(kind === 'small-place' || kind === 'rare-job') && isCovered(hinted, start, end);
	for (const { type, start, end } of findings) {
		if (type === 'PROFESSION_RARE') add('rare-job', start, end, 3);
		else if (type === 'AGE') add('exact-age', start, end, 1);
		else if (type === 'DATE') add('exact-date', start, end, 1);
		else if (type === 'PLACE') add('small-place', start, end, 2);
	}
	upTo.clear();
	let begin = 0;
	for (const blockEnd of blockEnds(text)) {
		const block = text.slice(begin, blockEnd);
		for (const rarity of rarities) {
			for (const { index, 0: words } of block.matchAll(rarity[options.language])) {
				const [start, end] = [begin + index, begin + index + words.length];
				if (!isHinted(rarity.kind, start, end)) add(rarity.kind, start, end, rarity.weight);
			}
		}
		begin = blockEnd;
	}
	const kinds = new Map(hints.map((hint) => [hint.kind, hint]));
	if (kinds.size >= MANY_KINDS) {
		const heaviest = [...kinds.values()].sort(byWeight)[0];
		if (heaviest !== undefined)
			hints.push({ ...heaviest, kind: 'combination', tests: TESTS.combination, weight: 3 });
	}
	const score = [...kinds.values()].reduce((sum, { weight }) => sum + weight, 0);
	return { level: score >= HIGH ? 'high' : score >= MIDDLE ? 'middle' : 'low', hints: hints.sort(byWeight) };
}

/** Whether one of the findings, which are in the order of the text, shares a character with the passage. */
function isCovered(findings: readonly Finding[], start: number, end: number): boolean {
	let [low, high] = [0, findings.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((findings[middle]?.end ?? 0) <= start) low = middle + 1;
		else high = middle;
	}
	return (findings[low]?.start ?? end) < end;
}

function byWeight(one: Hint, other: Hint): number {
	return other.weight - one.weight || one.start - other.start;
}
