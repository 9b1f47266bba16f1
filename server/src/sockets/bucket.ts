/** A token bucket: `take` says whether one more fits now. */
export function createBucket(perSecond: number, burst: number, now: () => number): { take(): boolean } {
	let tokens = burst;
	let last = now();
	return {
		take() {
			const at = now();
			tokens = Math.min(burst, tokens + ((at - last) / 1000) * perSecond);
			last = at;
			if (tokens < 1) return false;
			tokens -= 1;
			return true;
		},
	};
}
