/** What is said of one session goes over to another. */
interface Pair {
	readonly from: { readonly id: string };
	readonly to: { readonly id: string };
}

/**
 * In which order sessions take their new names, so that none takes one that is still in use. Where they
 * go round in a circle there is no such order: then the first goes first.
 */
export function carryOrder<P extends Pair>(pairs: readonly P[]): P[] {
	const order: P[] = [];
	let left = pairs.filter(({ from, to }) => from.id !== to.id);
	while (left.length > 0) {
		const inUse = new Set(left.map(({ from }) => from.id));
		const next = left.find(({ to }) => !inUse.has(to.id)) ?? left[0];
		if (next === undefined) break;
		order.push(next);
		left = left.filter((pair) => pair !== next);
	}
	return order;
}
