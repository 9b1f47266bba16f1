/**
 * Learns the tagger's weights by gradient steps of adaptive size (AdaGrad; Duchi, Hazan & Singer, 2011),
 * with an L1 term that leaves most weights at nothing.
 */
import { at, type Field, marginals, newField } from '@entrepairs/anonymise/tagger/field';

export interface Example {
	/** For each token, the places of its features in the table of weights. */
	readonly features: readonly Uint32Array[];
	readonly labels: Uint8Array;
}

/** The size of the first steps. */
const RATE = 0.1;
/** What each example takes from every weight. */
const SPARSE = 3e-5;
/** What the sum of squared gradients begins with, so that first steps are no leaps. */
const CAUTION = 1e-2;
/** Mistakes smaller than this change nothing worth the time. */
const NEGLIGIBLE = 1e-4;

/** Weights that follow their gradients, each by steps that grow smaller the more it has moved. */
class Adaptive {
	readonly values: Float32Array;
	readonly #squares: Float32Array;

	constructor(values: Float32Array) {
		this.values = values;
		this.#squares = new Float32Array(values.length).fill(CAUTION);
	}

	follow(gradient: number, place: number): void {
		const square = at(this.#squares, place) + gradient * gradient;
		this.#squares[place] = square;
		this.values[place] = at(this.values, place) + (RATE * gradient) / Math.sqrt(square);
	}

	/** Moves a weight towards nothing, and not past it. */
	shrink(by: number, place: number): void {
		const weight = at(this.values, place);
		if (weight === 0) return;
		const step = by / Math.sqrt(at(this.#squares, place));
		this.values[place] = Math.abs(weight) <= step ? 0 : weight - Math.sign(weight) * step;
	}
}

export class Learner {
	readonly #field: Field;
	readonly #weights: Adaptive;
	readonly #moves: Adaptive;
	/** At which example each feature's weights were last shrunk. */
	readonly #shrunk: Uint32Array;
	#examples = 0;

	constructor(features: number, labels: number) {
		this.#field = newField(features, labels);
		this.#weights = new Adaptive(this.#field.weights);
		this.#moves = new Adaptive(this.#field.moves);
		this.#shrunk = new Uint32Array(features);
	}

	learn({ features, labels }: Example): void {
		if (labels.length === 0) return;
		this.#examples++;
		for (const own of features) for (const feature of own) this.#catchUp(feature);
		const expected = marginals(this.#field, features);
		this.#learnLabels(features, labels, expected.labels);
		this.#learnMoves(labels, expected.moves);
	}

	finish(): Field {
		for (let feature = 0; feature < this.#shrunk.length; feature++) this.#catchUp(feature);
		return this.#field;
	}

	#learnLabels(features: readonly Uint32Array[], labels: Uint8Array, expected: Float64Array): void {
		const many = this.#field.labels;
		for (const [token, own] of features.entries()) {
			for (let label = 0; label < many; label++) {
				const gradient = (labels[token] === label ? 1 : 0) - at(expected, token * many + label);
				if (Math.abs(gradient) < NEGLIGIBLE) continue;
				for (const feature of own) this.#weights.follow(gradient, feature * many + label);
			}
		}
	}

	#learnMoves(labels: Uint8Array, expected: Float64Array): void {
		const many = this.#field.labels;
		const seen = new Float64Array((many + 1) * many);
		let before = many;
		for (const label of labels) {
			const place = before * many + label;
			seen[place] = at(seen, place) + 1;
			before = label;
		}
		for (let place = 0; place < seen.length; place++)
			this.#moves.follow(at(seen, place) - at(expected, place), place);
	}

	/** Takes from a feature's weights what the examples since it was last seen would have. */
	#catchUp(feature: number): void {
		const missed = this.#examples - at(this.#shrunk, feature);
		if (missed === 0) return;
		this.#shrunk[feature] = this.#examples;
		const many = this.#field.labels;
		for (let place = feature * many; place < (feature + 1) * many; place++)
			this.#weights.shrink(SPARSE * missed, place);
	}
}
