/** What every server of the benchmark answers its parent: how much it used. */

/** CPU in microseconds since the process began, memory in bytes after a collection. */
export interface Usage {
	readonly cpu: number;
	readonly rss: number;
	readonly heap: number;
}

/** Says that the server listens, and answers `usage` and `settled usage` (after collecting garbage). */
export function answerParent(): void {
	process.on('message', (question: string) => {
		if (question === 'settled usage') for (let i = 0; i < 3; i++) globalThis.gc?.();
		const { user, system } = process.cpuUsage();
		const { rss, heapUsed, external } = process.memoryUsage();
		process.send?.({ cpu: user + system, rss, heap: heapUsed + external } satisfies Usage);
	});
	process.send?.('ready');
}
