/**
 * How much a browser sends to each of the others. Everybody sends to everybody, so that the more there are
 * the smaller each picture; on a line that loses, pictures shrink, then stop, so that voices stay.
 */

/** What is sent of the pictures, from all to nothing. */
export interface Budget {
	/** Bits a second; 0: no pictures. */
	readonly videoBitrate: number;
	/** By how much each side of the picture is divided. */
	readonly scale: number;
	readonly framesASecond: number;
}

export const AUDIO_BITRATE = 32_000;
const NOTHING: Budget = { videoBitrate: 0, scale: 4, framesASecond: 10 };
/** Parts of the full picture; the first is nothing. */
const STEPS = [
	{ part: 0, scale: 4, framesASecond: 10 },
	{ part: 0.3, scale: 2.5, framesASecond: 10 },
	{ part: 0.6, scale: 1.5, framesASecond: 15 },
	{ part: 1, scale: 1, framesASecond: 24 },
] as const;
const FULL_STEP = STEPS.length - 1;

/** What a line did since one last looked. Null: not known. */
export interface Measure {
	/** From 0 to 1: of what was sent. */
	readonly loss: number | null;
	/** What the browser believes to get through, in bits a second, voice included. */
	readonly available: number | null;
}

/** How a line has been. `step` is an index in what is sent, 0: no pictures. */
export interface Line {
	readonly step: number;
	/** Good measures in a row. */
	readonly good: number;
	/** How many good ones are asked for before more is sent: twice as many after each relapse. */
	readonly patience: number;
	/** The step was tried, and has not proved itself yet. */
	readonly isTrial: boolean;
}

const PATIENCE = 3;
const MOST_PATIENCE = 24;
export const newLine: Line = { step: FULL_STEP, good: 0, patience: PATIENCE, isTrial: false };

/** The full picture for as many people as there are in the call, oneself included. */
function fullFor(people: number): Budget {
	if (people <= 2) return { videoBitrate: 800_000, scale: 1, framesASecond: 24 };
	if (people <= 4) return { videoBitrate: 400_000, scale: 1, framesASecond: 24 };
	if (people <= 6) return { videoBitrate: 220_000, scale: 1.5, framesASecond: 15 };
	return { videoBitrate: 140_000, scale: 2, framesASecond: 15 };
}

export function budgetOf(line: Line, people: number): Budget {
	const { part, scale, framesASecond } = STEPS[line.step] ?? STEPS[0];
	if (part === 0) return NOTHING;
	const full = fullFor(people);
	return {
		videoBitrate: Math.round(full.videoBitrate * part),
		scale: full.scale * scale,
		framesASecond: Math.min(full.framesASecond, framesASecond),
	};
}

/** How the line is after one more measure. Less at once, more only after it was good for a while. */
export function lineAfter(line: Line, { loss, available }: Measure, people: number): Line {
	const wanted = budgetOf(line, people).videoBitrate + AUDIO_BITRATE;
	const isBad =
		(loss !== null && loss > 0.1) || (line.step > 0 && available !== null && available < wanted * 0.6);
	if (isBad) {
		const patience = line.isTrial ? Math.min(MOST_PATIENCE, line.patience * 2) : line.patience;
		return { step: Math.max(0, line.step - 1), good: 0, patience, isTrial: false };
	}
	const good = loss === null || loss < 0.03 ? line.good + 1 : 0;
	if (good < line.patience) return { ...line, good };
	if (line.step === FULL_STEP) return newLine;
	return { ...line, step: line.step + 1, good: 0, isTrial: true };
}
