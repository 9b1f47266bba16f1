/**
 * In which order a group is shown the cases that wait: what is urgent first; then what concerns most
 * colleagues; then whose author has not presented for longest; then what has waited longest. It is an
 * order to choose from, not a choice.
 */

export type Urgency = 'calm' | 'soon' | 'urgent';

export interface Waiting {
	readonly id: string;
	/** Null when that account is gone. */
	readonly authorId: string | null;
	readonly urgency: Urgency;
	/** How many colleagues said that it concerns them too. */
	readonly alsoMine: number;
	readonly broughtAt: number;
	/** When its author last presented; null: never. */
	readonly lastPresentedAt: number | null;
}

/** What speaks for a case; the screen says it in words. */
export type QueueReason = 'urgent' | 'soon' | 'also-mine' | 'never-presented' | 'waited-longest';

export interface Queued {
	readonly id: string;
	readonly reasons: readonly QueueReason[];
}

const byUrgency: readonly Urgency[] = ['urgent', 'soon', 'calm'];

/** The queue in order, each case with what speaks for it. */
export function queueOrder(waiting: readonly Waiting[]): Queued[] {
	const oldest = Math.min(...waiting.map(({ broughtAt }) => broughtAt));
	return [...waiting].sort(compare).map((one) => ({
		id: one.id,
		reasons: [
			...(one.urgency === 'calm' ? [] : [one.urgency]),
			...(one.alsoMine > 0 ? (['also-mine'] as const) : []),
			...(one.lastPresentedAt === null ? (['never-presented'] as const) : []),
			...(waiting.length > 1 && one.broughtAt === oldest ? (['waited-longest'] as const) : []),
		],
	}));
}

function compare(a: Waiting, b: Waiting): number {
	return (
		byUrgency.indexOf(a.urgency) - byUrgency.indexOf(b.urgency) ||
		b.alsoMine - a.alsoMine ||
		order(a.lastPresentedAt ?? Number.NEGATIVE_INFINITY, b.lastPresentedAt ?? Number.NEGATIVE_INFINITY) ||
		a.broughtAt - b.broughtAt ||
		order(a.id, b.id)
	);
}

/** Never presented is before every time, and equal to itself. */
function order<T extends string | number>(a: T, b: T): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
