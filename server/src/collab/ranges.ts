/** Disjoint, sorted ranges of clocks, per client. Neighbours are joined. */

/** Clocks `[from, to)` of one client's insertions or deletions. */
export interface Range {
	readonly client: number;
	readonly from: number;
	readonly to: number;
}

interface Span {
	from: number;
	to: number;
}

export class Ranges {
	readonly #spans = new Map<number, Span[]>();

	add({ client, from, to }: Range): void {
		const spans = this.#spans.get(client);
		if (spans === undefined) {
			this.#spans.set(client, [{ from, to }]);
			return;
		}
		// The first span that touches or follows the new one, and the first beyond it.
		const start = firstIndex(spans, (span) => span.to >= from);
		let end = start;
		while (end < spans.length && (spans[end] as Span).from <= to) end++;
		if (start === end) {
			spans.splice(start, 0, { from, to });
			return;
		}
		const merged = {
			from: Math.min(from, (spans[start] as Span).from),
			to: Math.max(to, (spans[end - 1] as Span).to),
		};
		if (end - start === 1) spans[start] = merged;
		else spans.splice(start, end - start, merged);
	}

	/** What of a range is not covered. */
	without({ client, from, to }: Range): Range[] {
		const spans = this.#spans.get(client);
		if (spans === undefined) return [{ client, from, to }];
		const left: Range[] = [];
		let at = from;
		for (let i = firstIndex(spans, (span) => span.to > from); i < spans.length && at < to; i++) {
			const span = spans[i] as Span;
			if (span.from > at) left.push({ client, from: at, to: Math.min(span.from, to) });
			at = Math.max(at, span.to);
		}
		if (at < to) left.push({ client, from: at, to });
		return left;
	}
}

/** Index of the first span that fits; spans are sorted, so that it can be halved down to. */
function firstIndex(spans: readonly Span[], fits: (span: Span) => boolean): number {
	let low = 0;
	let high = spans.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (fits(spans[middle] as Span)) high = middle;
		else low = middle + 1;
	}
	return low;
}
