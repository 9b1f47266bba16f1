/** How the time that is left is said: in minutes, and in seconds only near the end. */
const NEAR_MS = 120_000;

export type TimeLeft =
	| { readonly kind: 'minutes'; readonly minutes: number }
	| { readonly kind: 'near'; readonly minutes: number; readonly seconds: number }
	| { readonly kind: 'over'; readonly minutes: number };

/** `ms` may be negative. Near the end it goes in steps of ten seconds: a count-down hurries people. */
export function timeLeftWords(ms: number): TimeLeft {
	if (ms <= 0) return { kind: 'over', minutes: Math.floor(Math.abs(ms) / 60_000) };
	if (ms > NEAR_MS) return { kind: 'minutes', minutes: Math.ceil(ms / 60_000) };
	const tens = Math.max(10, Math.ceil(ms / 10_000) * 10);
	return { kind: 'near', minutes: Math.floor(tens / 60), seconds: tens % 60 };
}

/** What is worth saying aloud, once each in a stage: half of the time, two minutes, and the end. */
export function milestone(leftMs: number, totalMs: number): 'half' | 'two-minutes' | 'over' | null {
	if (leftMs <= 0) return 'over';
	if (leftMs <= NEAR_MS && totalMs > 2 * NEAR_MS) return 'two-minutes';
	return leftMs <= totalMs / 2 ? 'half' : null;
}
