/** The weights that were learnt, as a file. */
import type { Field } from './field.ts';
import { labelCount } from './labels.ts';

/** Features are told apart by so many bits of their number; few that matter share a place. */
export const FEATURE_BITS = 18;
const MARK = 0x454e5432;

/** Where a feature's weights stand. */
export function placeOf(feature: number): number {
	return feature >>> (32 - FEATURE_BITS);
}

/** The step between two weights as they are kept. */
const STEP = 1 / 24;

/**
 * Mark, the moves from label to label (32-bit floating point), then for each feature with any weight how
 * far it is from the one before, which labels have one (two bytes), and those weights (a byte each).
 */
export function writeWeights({ weights, moves }: Field): Uint8Array {
	const bytes: number[] = [...new Uint8Array(Uint32Array.of(MARK).buffer), ...new Uint8Array(moves.buffer.slice(0))];
	let last = -1;
	for (let feature = 0; feature < weights.length / labelCount; feature++) {
		let labels = 0;
		const own: number[] = [];
		for (let label = 0; label < labelCount; label++) {
			const step = Math.max(-127, Math.min(127, Math.round((weights[feature * labelCount + label] ?? 0) / STEP)));
			if (step === 0) continue;
			labels |= 1 << label;
			own.push(step & 255);
		}
		if (labels === 0) continue;
		let far = feature - last;
		last = feature;
		for (; far > 127; far >>>= 7) bytes.push((far & 127) | 128);
		bytes.push(far, labels & 255, labels >>> 8, ...own);
	}
	return Uint8Array.from(bytes);
}

/** Reads what `writeWeights` wrote. Throws on anything else. */
export function readWeights(file: Uint8Array): Field {
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	const moves = new Float32Array((labelCount + 1) * labelCount);
	if (view.byteLength < 4 + moves.byteLength || view.getUint32(0, true) !== MARK) throw new Error('not the weights of a tagger');
	let at = 4;
	for (let move = 0; move < moves.length; move++, at += 4) moves[move] = view.getFloat32(at, true);
	const weights = new Float32Array((1 << FEATURE_BITS) * labelCount);
	let feature = -1;
	while (at < file.length) {
		let far = 0;
		for (let shift = 0; ; shift += 7) {
			const byte = view.getUint8(at++);
			far |= (byte & 127) << shift;
			if (byte < 128) break;
		}
		feature += far;
		const labels = view.getUint16(at, true);
		at += 2;
		for (let label = 0; label < labelCount; label++)
			if ((labels & (1 << label)) !== 0) weights[feature * labelCount + label] = view.getInt8(at++) * STEP;
	}
	return { labels: labelCount, weights, moves };
}
