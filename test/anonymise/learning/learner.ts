/**
 * Learns the tagger's weights by gradient steps of adaptive size (AdaGrad; Duchi, Hazan & Singer, 2011),
 * with an L1 term that leaves most weights at nothing.
 */
import { type Field, marginals, newField } from '@entrepairs/anonymise/tagger/field';

export interface Example {
	/** For each token, the places of its features in the table of weights. */
	readonly features: readonly Uint32Array[];
	readonly labels: Uint8Array;
}

/** One pass over the examples in the order given. */
export class Learner {
	readonly field: Field;
	readonly #weightSquares: Float32Array;
	readonly #moveSquares: Float32Array;
	readonly #rate: number;
	readonly #sparse: number;
	/** When each feature was last shrunk, and the steps made. */
	readonly #seen: Uint32Array;
	#steps = 0;

	constructor(features: number, labels: number, { rate = 0.1, sparse = 3e-5 } = {}) {
		this.field = newField(features, labels);
		this.#weightSquares = new Float32Array(features * labels).fill(1e-2);
		this.#moveSquares = new Float32Array((labels + 1) * labels).fill(1e-2);
		this.#seen = new Uint32Array(features);
		this.#rate = rate;
		this.#sparse = sparse;
	}

	learn({ features, labels }: Example): void {
		const { labels: L, weights, moves } = this.field;
		const n = features.length;
		if (n === 0) return;
		this.#steps++;
		for (const own of features) for (const feature of own) this.#shrink(feature);
		const expected = marginals(this.field, features);
		for (let t = 0; t < n; t++) {
			for (let y = 0; y < L; y++) {
				const gradient = (labels[t] === y ? 1 : 0) - expected.labels[t * L + y]!;
				if (Math.abs(gradient) < 1e-4) continue;
				for (const feature of features[t] ?? []) {
					const at = feature * L + y;
					this.#weightSquares[at] = this.#weightSquares[at]! + gradient * gradient;
					weights[at] = weights[at]! + (this.#rate * gradient) / Math.sqrt(this.#weightSquares[at]!);
				}
			}
		}
		for (let x = 0; x <= L; x++) {
			for (let y = 0; y < L; y++) {
				const at = x * L + y;
				let gradient = -expected.moves[at]!;
				if (x === L) gradient += labels[0] === y ? 1 : 0;
				else for (let t = 1; t < n; t++) if (labels[t - 1] === x && labels[t] === y) gradient += 1;
				this.#moveSquares[at] = this.#moveSquares[at]! + gradient * gradient;
				moves[at] = moves[at]! + (this.#rate * gradient) / Math.sqrt(this.#moveSquares[at]!);
			}
		}
	}

	/** Takes from a feature's weights what the steps since it was last seen would have. */
	#shrink(feature: number): void {
		const { labels: L, weights } = this.field;
		const missed = this.#steps - this.#seen[feature]!;
		if (missed === 0) return;
		this.#seen[feature] = this.#steps;
		for (let at = feature * L; at < (feature + 1) * L; at++) {
			const weight = weights[at]!;
			if (weight === 0) continue;
			const by = (this.#sparse * missed) / Math.sqrt(this.#weightSquares[at]!);
			weights[at] = Math.abs(weight) <= by ? 0 : weight - Math.sign(weight) * by;
		}
	}

	finish(): Field {
		this.#steps++;
		for (let feature = 0; feature < this.#seen.length; feature++) this.#shrink(feature);
		return this.field;
	}
}
