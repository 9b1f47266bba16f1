/** How well findings cover what is marked. Strict: one letter left is a leak. */
import { directTypes, type Finding, type FindingType } from '@entrepairs/anonymise/finding';
import type { Marked, Narrative } from './narratives.ts';

export interface Share {
	readonly found: number;
	readonly of: number;
}

export interface Measures {
	readonly byType: ReadonlyMap<FindingType, Share>;
	/** Of the findings, those that touch something marked. */
	readonly precision: Share;
	readonly words: number;
	/** Stories in which no direct identifier shows a letter. */
	readonly tight: Share;
	readonly missed: readonly { readonly id: string; readonly mark: Marked; readonly text: string }[];
	readonly alarms: readonly { readonly id: string; readonly finding: Finding }[];
}

export function measure(
	narratives: readonly Narrative[],
	find: (narrative: Narrative) => readonly Finding[],
): Measures {
	const byType = new Map<FindingType, { found: number; of: number }>();
	const missed: Measures['missed'][number][] = [];
	const alarms: Measures['alarms'][number][] = [];
	let right = 0;
	let findings = 0;
	let words = 0;
	let tight = 0;
	for (const narrative of narratives) {
		const found = find(narrative);
		const covered = new Uint8Array(narrative.text.length);
		for (const { start, end } of found) covered.fill(1, start, end);
		let leaks = false;
		for (const mark of narrative.marks) {
			const share = byType.get(mark.type) ?? { found: 0, of: 0 };
			byType.set(mark.type, share);
			share.of++;
			// A hint points at the person; it need not cover the words.
			const isFound =
				mark.type === 'PROFESSION_RARE'
					? found.some((one) => touches(one, mark))
					: isCovered(narrative.text, mark, covered);
			if (isFound) share.found++;
			else {
				missed.push({ id: narrative.id, mark, text: narrative.text });
				if (directTypes.includes(mark.type)) leaks = true;
			}
		}
		if (!leaks) tight++;
		findings += found.length;
		words += narrative.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
		for (const finding of found) {
			if (narrative.marks.some((mark) => touches(finding, mark))) right++;
			else alarms.push({ id: narrative.id, finding });
		}
	}
	return {
		byType,
		precision: { found: right, of: findings },
		words,
		tight: { found: tight, of: narratives.length },
		missed,
		alarms,
	};
}

export function sum(measures: Measures, types: readonly FindingType[]): Share {
	let [found, of] = [0, 0];
	for (const type of types) {
		found += measures.byType.get(type)?.found ?? 0;
		of += measures.byType.get(type)?.of ?? 0;
	}
	return { found, of };
}

/** Wilson's interval at 95%, of a share. */
export function interval({ found, of }: Share): readonly [number, number] {
	if (of === 0) return [0, 1];
	const z = 1.96;
	const p = found / of;
	const middle = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
	const half = (z / (1 + (z * z) / of)) * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
	return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

function touches(one: Pick<Marked, 'start' | 'end'>, other: Pick<Marked, 'start' | 'end'>): boolean {
	return one.start < other.end && other.start < one.end;
}

function isCovered(text: string, mark: Marked, covered: Uint8Array): boolean {
	for (let at = mark.start; at < mark.end; at++) {
		if (covered[at] === 0 && /[\p{L}\p{N}]/u.test(text[at] ?? '')) return false;
	}
	return true;
}
