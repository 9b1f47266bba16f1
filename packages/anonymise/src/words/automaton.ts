/**
 * A set of words as a minimal acyclic automaton (Daciuk, Mihov, Watson & Watson, 2000): a hundred
 * thousand words in a few hundred kilobytes that need no parsing and no memory beyond themselves.
 *
 * One 32-bit number an edge: label (5 bits), whether it is the last of its state (1), whether a word
 * ends with it (1), index of the first edge of the next state (25; 0: none). Edge 0 is unused; the
 * first state begins at edge 1.
 */

const LABELS = ' abcdefghijklmnopqrstuvwxyz';
const LAST = 1 << 5;
const ENDS = 1 << 6;
const TARGET = 7;

export class WordSet {
	readonly #edges: Uint32Array;

	constructor(edges: Uint32Array) {
		this.#edges = edges;
	}

	/** Whether the folded word (a to z and single spaces) is in the set. */
	has(word: string): boolean {
		let state = 1;
		let ends = false;
		for (let at = 0; at < word.length; at++) {
			const edge = this.#edge(state, word.charCodeAt(at));
			if (edge === undefined) return false;
			ends = (edge & ENDS) !== 0;
			state = edge >>> TARGET;
		}
		return ends;
	}

	#edge(state: number, code: number): number | undefined {
		if (state === 0) return undefined;
		const label = code === 32 ? 0 : code - 96;
		if (label < 0 || label > 26) return undefined;
		for (let at = state; ; at++) {
			const edge = this.#edges[at];
			if (edge === undefined) return undefined;
			if ((edge & 31) === label) return edge;
			if ((edge & LAST) !== 0) return undefined;
		}
	}
}

interface State {
	readonly edges: Map<number, State>;
	isFinal: boolean;
	/** Where its edges stand in the result. */
	place: number;
}

/** The edges of a `WordSet` of these folded words; others than a to z and spaces are left out. */
export function buildAutomaton(words: Iterable<string>): Uint32Array {
	const sorted = [...new Set(words)].filter((word) => /^[a-z]+( [a-z]+)*$/.test(word)).sort();
	const known = new Map<string, State>();
	const names = new Map<State, number>();
	const root = newState();
	/** The states along the last word, not yet known to be the same as others. */
	let path: { readonly from: State; readonly label: number; readonly to: State }[] = [];

	function settle(depth: number): void {
		for (const { from, label, to } of path.slice(depth).reverse()) {
			const name = nameOf(to, names);
			const twin = known.get(name);
			if (twin === undefined) {
				known.set(name, to);
				names.set(to, names.size + 1);
			} else from.edges.set(label, twin);
		}
		path = path.slice(0, depth);
	}

	let before = '';
	for (const word of sorted) {
		let shared = 0;
		while (shared < before.length && word[shared] === before[shared]) shared++;
		settle(shared);
		let state = path.at(-1)?.to ?? root;
		for (const letter of word.slice(shared)) {
			const to = newState();
			const label = LABELS.indexOf(letter);
			state.edges.set(label, to);
			path.push({ from: state, label, to });
			state = to;
		}
		state.isFinal = true;
		before = word;
	}
	settle(0);
	return laidOut(root);
}

function newState(): State {
	return { edges: new Map(), isFinal: false, place: -1 };
}

function nameOf(state: State, names: ReadonlyMap<State, number>): string {
	let name = state.isFinal ? '!' : '';
	for (const [label, to] of state.edges) name += `${label}:${names.get(to)};`;
	return name;
}

function laidOut(root: State): Uint32Array {
	const order: State[] = [];
	let edges = 1;
	const waiting = [root];
	for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
		if (state.place !== -1) continue;
		state.place = state.edges.size === 0 ? 0 : edges;
		edges += state.edges.size;
		order.push(state);
		waiting.push(...state.edges.values());
	}
	const result = new Uint32Array(edges);
	for (const state of order) {
		let at = state.place;
		for (const [label, to] of state.edges) {
			const isLast = at === state.place + state.edges.size - 1;
			result[at++] = label | (isLast ? LAST : 0) | (to.isFinal ? ENDS : 0) | (to.place << TARGET);
		}
	}
	return result;
}
