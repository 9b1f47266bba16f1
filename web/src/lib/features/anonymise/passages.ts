/** The places in a text by which somebody might be recognised, put together for people to look at. */
import type { Finding, FindingType } from '@entrepairs/anonymise/finding';
import type { HintKind } from '@entrepairs/anonymise/hint-kind';
import type { Hint, RiskTest } from '@entrepairs/anonymise/risk';

export interface Place {
	readonly start: number;
	readonly end: number;
}

/** The same words, wherever they are. */
export interface Passage {
	readonly words: string;
	readonly places: readonly [Place, ...Place[]];
	/** Why it is rare. */
	readonly hints: readonly HintKind[];
	/** What kind of finding stays there. */
	readonly kept: FindingType | null;
	readonly weight: number;
}

/** An identifier that stays says as much as the heaviest hint. */
const KEPT_WEIGHT = 3;

/** The riskiest first; the same words once. */
export function passagesOf(
	text: string,
	hints: readonly Hint[],
	kept: readonly Pick<Finding, 'start' | 'end' | 'type'>[],
): Passage[] {
	const passages = new Map<string, Passage>();
	const add = ({ start, end }: Place, hint: HintKind | null, type: FindingType | null, weight: number) => {
		const words = text.slice(start, end).trim();
		const id = words.normalize('NFC').toLowerCase();
		const known = passages.get(id);
		const place = { start, end };
		if (known === undefined) {
			passages.set(id, { words, places: [place], hints: hint === null ? [] : [hint], kept: type, weight });
			return;
		}
		const isNew = !known.places.some((other) => other.start < end && start < other.end);
		passages.set(id, {
			...known,
			places: isNew ? [...known.places, place] : known.places,
			hints: hint === null || known.hints.includes(hint) ? known.hints : [...known.hints, hint],
			kept: known.kept ?? type,
			weight: Math.max(known.weight, weight),
		});
	};
	for (const hint of hints) add(hint, hint.kind, null, hint.weight);
	for (const finding of kept) add(finding, null, finding.type, KEPT_WEIGHT);
	return [...passages.values()].sort(
		(a, b) => b.weight - a.weight || b.hints.length - a.hints.length || a.places[0].start - b.places[0].start,
	);
}

/** Hints of one kind. */
export interface HintGroup {
	readonly kind: HintKind;
	readonly tests: readonly RiskTest[];
	readonly passages: readonly Passage[];
}

/** By kind, the heaviest first: what is repeated is said once. */
export function hintGroups(text: string, hints: readonly Hint[]): HintGroup[] {
	const kinds = [...new Set(hints.map(({ kind }) => kind))];
	return kinds.map((kind) => {
		const same = hints.filter((hint) => hint.kind === kind);
		return { kind, tests: same[0]?.tests ?? [], passages: passagesOf(text, same, []) };
	});
}
