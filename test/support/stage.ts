/** What most journeys begin with: the demonstration on a server of its own, and people who come and go. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openBrowser, signIn, type Visitor, type VisitorOptions, visitor } from './browser.ts';
import { startDemonstration } from './demonstration.ts';
import type { ServerProcess } from './server-process.ts';

export interface Stage {
	readonly server: ServerProcess;
	/** Somebody with an empty browser, until the test ends. */
	visit(options?: VisitorOptions): Promise<Visitor>;
	/** The same, signed in as a person of the demonstration; no page is open yet. */
	enter(role: string, nth?: number, options?: VisitorOptions): Promise<Visitor>;
}

/**
 * Inside a `describe`: server and browser are there for all its tests. After each of them whoever came
 * leaves, and no browser may have complained.
 */
export function demoStage(flags: readonly string[] = []): Stage {
	let server: ServerProcess;
	let browser: Browser;
	const visitors: Visitor[] = [];

	beforeAll(async () => {
		[server, browser] = await Promise.all([startDemonstration({ LOG_LEVEL: 'warn' }), openBrowser(flags)]);
	});
	afterAll(async () => {
		await browser?.close();
		await server?.destroy();
	});
	afterEach(async () => {
		const complaints = visitors.flatMap((one) => one.complaints);
		await Promise.all(visitors.splice(0).map((one) => one.close()));
		expect(complaints).toEqual([]);
	});

	async function visit(options: VisitorOptions = {}): Promise<Visitor> {
		const one = await visitor(browser, options);
		visitors.push(one);
		return one;
	}

	return {
		get server() {
			return server;
		},
		visit,
		async enter(role, nth = 0, options = {}) {
			const one = await visit(options);
			await signIn(one, server, role, nth);
			return one;
		},
	};
}
