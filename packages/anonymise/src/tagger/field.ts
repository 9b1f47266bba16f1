/**
 * A linear-chain conditional random field (Lafferty, McCallum & Pereira, 2001): how likely each label is
 * for each token of a sequence, its neighbours' labels considered.
 */

export interface Field {
	readonly labels: number;
	/** By feature, then label. */
	readonly weights: Float32Array;
	/** From label to label; the row after the last is the beginning. */
	readonly moves: Float32Array;
}

/** One that knows nothing. */
export function newField(features: number, labels: number): Field {
	return { labels, weights: new Float32Array(features * labels), moves: new Float32Array((labels + 1) * labels) };
}

/** The scores of each label for each token. */
function scores({ labels, weights }: Field, features: readonly Uint32Array[]): Float64Array {
	const result = new Float64Array(features.length * labels);
	for (let token = 0; token < features.length; token++) {
		const base = token * labels;
		for (const feature of features[token] ?? []) {
			const row = feature * labels;
			for (let label = 0; label < labels; label++) result[base + label] = (result[base + label] ?? 0) + (weights[row + label] ?? 0);
		}
	}
	return result;
}

/** The probability of each label of each token, and of each move, by the forward-backward algorithm with scaling. */
export function marginals(field: Field, features: readonly Uint32Array[]): { readonly labels: Float64Array; readonly moves: Float64Array } {
	const { labels: L, moves } = field;
	const n = features.length;
	const score = scores(field, features);
	const local = new Float64Array(n * L);
	for (let t = 0; t < n; t++) {
		let most = -Infinity;
		for (let y = 0; y < L; y++) most = Math.max(most, score[t * L + y]!);
		for (let y = 0; y < L; y++) local[t * L + y] = Math.exp(score[t * L + y]! - most);
	}
	const move = Float64Array.from(moves, Math.exp);
	const forward = new Float64Array(n * L);
	const scale = new Float64Array(n);
	for (let t = 0; t < n; t++) {
		let sum = 0;
		for (let y = 0; y < L; y++) {
			let value = 0;
			if (t === 0) value = move[L * L + y]!;
			else for (let x = 0; x < L; x++) value += forward[(t - 1) * L + x]! * move[x * L + y]!;
			value *= local[t * L + y]!;
			forward[t * L + y] = value;
			sum += value;
		}
		scale[t] = sum;
		for (let y = 0; y < L; y++) forward[t * L + y] = forward[t * L + y]! / sum;
	}
	const backward = new Float64Array(n * L);
	const pairs = new Float64Array((L + 1) * L);
	const result = new Float64Array(n * L);
	for (let t = n - 1; t >= 0; t--) {
		for (let x = 0; x < L; x++) {
			let value = 0;
			if (t === n - 1) value = 1;
			else for (let y = 0; y < L; y++) value += move[x * L + y]! * local[(t + 1) * L + y]! * backward[(t + 1) * L + y]!;
			backward[t * L + x] = t === n - 1 ? 1 : value / scale[t + 1]!;
		}
		for (let y = 0; y < L; y++) {
			result[t * L + y] = forward[t * L + y]! * backward[t * L + y]!;
			if (t > 0) {
				const right = (local[t * L + y]! * backward[t * L + y]!) / scale[t]!;
				for (let x = 0; x < L; x++) pairs[x * L + y] = pairs[x * L + y]! + forward[(t - 1) * L + x]! * move[x * L + y]! * right;
			} else pairs[L * L + y] = pairs[L * L + y]! + result[y]!;
		}
	}
	return { labels: result, moves: pairs };
}

