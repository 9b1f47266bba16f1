/** A real Chromium, and people who use it. */
import { accessSync, constants } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findBrowser } from './find-program.ts';
import type { ServerProcess } from './server-process.ts';

/**
 * A camera and a microphone that are there, and that the person allows: a clock that turns, and a tone. Few
 * pictures a second, because everybody of a call is on one machine here.
 */
export const fakeDevices = ['--use-fake-device-for-media-stream=fps=5', '--use-fake-ui-for-media-stream'];

export async function openBrowser(flags: readonly string[] = []): Promise<Browser> {
	const executablePath = findBrowser();
	if (executablePath === null) throw new Error('no browser');
	accessSync(executablePath, constants.X_OK);
	return chromium.launch({
		executablePath,
		args: [
			'--headless',
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			...flags,
		],
	});
}

export interface Visitor {
	readonly context: BrowserContext;
	readonly page: Page;
	/** What the browser complained about: errors of scripts, what the security policy stopped. */
	readonly complaints: string[];
	close(): Promise<void>;
}

export interface VisitorOptions {
	readonly width?: number;
	readonly language?: 'fr' | 'en';
	readonly dark?: boolean;
}

/** Somebody with an empty browser. */
export async function visitor(browser: Browser, options: VisitorOptions = {}): Promise<Visitor> {
	const { width = 1280, language = 'fr', dark = false } = options;
	const context = await browser.newContext({
		viewport: { width, height: width < 600 ? 740 : 900 },
		locale: language === 'fr' ? 'fr-FR' : 'en-GB',
		timezoneId: 'Europe/Paris',
		colorScheme: dark ? 'dark' : 'light',
		reducedMotion: 'reduce',
	});
	context.setDefaultTimeout(20_000);
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on('pageerror', (error) => complaints.push(error.message));
	page.on('console', (message) => {
		// A refusal that the page is made to show, and a network that the test takes away, are no faults.
		const expected =
			/Failed to load resource|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|WebSocket connection to/;
		if (['error', 'warning'].includes(message.type()) && !expected.test(message.text())) {
			complaints.push(message.text());
		}
	});
	return { context, page, complaints, close: () => context.close() };
}

/** The browser of a person of the demonstration has their cookie; no page is open yet. */
export async function signIn(visitor: Visitor, server: ServerProcess, role: string, nth = 0): Promise<void> {
	const { email, password } = accountOf(server, role, nth);
	const answer = await visitor.context.request.post(`${server.url}/api/session`, {
		data: { email, password },
	});
	if (!answer.ok()) throw new Error(`sign in: ${answer.status()}`);
}

/** Signs them in on the page, as they would. */
export async function signInOnPage(
	{ page }: Pick<Visitor, 'page'>,
	server: ServerProcess,
	role: string,
	nth = 0,
): Promise<void> {
	const { email, password } = accountOf(server, role, nth);
	await page.goto(`${server.url}/sign-in`);
	await page.getByLabel(/e-mail/i).fill(email);
	await page.getByLabel(/^(mot de passe|password)$/i).fill(password);
	await page.getByRole('button', { name: /^(se connecter|sign in)$/i }).click();
	await page.waitForURL(`${server.url}/`);
}

function accountOf(server: ServerProcess, role: string, nth: number) {
	const account = server.demo().accounts.filter((candidate) => candidate.role === role)[nth];
	if (account === undefined) throw new Error(`no ${role} ${nth}`);
	return account;
}

const looking: axe.RunOptions = {
	runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
	// All rules run; only what passes is not described node by node, which takes as long again.
	resultTypes: ['violations'],
};

/** No rule of WCAG 2.2 A and AA that axe knows is broken, and nothing overflows sideways. */
export async function expectAccessible(page: Page): Promise<void> {
	if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(axe.source);
	const violations = (await page.evaluate(
		`axe.run(${JSON.stringify(looking)}).then((all) => all.violations)`,
	)) as axe.Result[];
	const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
	expect({ at: page.url(), found }).toEqual({ at: page.url(), found: [] });
	const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
	expect({ at: page.url(), overflow }).toEqual({ at: page.url(), overflow: 0 });
}
