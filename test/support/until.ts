/** Waits for something to become true; says what it waited for when it does not. */
export async function until(
	condition: () => boolean | Promise<boolean>,
	options: { readonly withinMs?: number; readonly what?: string } = {},
): Promise<void> {
	const { withinMs = 15_000, what = condition.toString() } = options;
	const end = performance.now() + withinMs;
	while (!(await condition())) {
		if (performance.now() > end) throw new Error(`still not after ${withinMs} ms: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}
