/** Where the cursor is, and that a browser tells of it later than it moves. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser, signIn, type Visitor, visitor } from '../support/browser.ts';
import { startDemonstration } from '../support/demonstration.ts';
import { findBrowser } from '../support/find-program.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

/** Left in the page: moves its cursor to the start of the text, as Ctrl+Home does, in this very task. */
const toStart = `window.toStart = () => getSelection().collapse(
	document.createTreeWalker(document.activeElement, NodeFilter.SHOW_TEXT).nextNode(), 0)`;

/** Left in the page: what is done once, right before its socket hands over the next change of somebody else. */
const beforeChange = `window.beforeChange = null;
window.WebSocket = class extends WebSocket {
	constructor(...all) {
		super(...all);
		this.addEventListener('message', ({ data }) => {
			if (window.beforeChange === null || new Uint8Array(data)[0] !== 0) return;
			window.beforeChange();
			window.beforeChange = null;
		});
	}
}`;

describe.skipIf(findBrowser() === null)('the cursor', () => {
	let server: ServerProcess;
	let browser: Browser;
	let samir: Visitor;
	let awa: Visitor;

	beforeAll(async () => {
		[server, browser] = await Promise.all([startDemonstration({ LOG_LEVEL: 'warn' }), openBrowser()]);
		[samir, awa] = await Promise.all([visitor(browser), visitor(browser)]);
		await signIn(samir, server, 'practitioner');
		await signIn(awa, server, 'practitioner', 1);
		for (const script of [toStart, beforeChange]) await samir.page.addInitScript(script);
		for (const { page } of [samir, awa]) await page.goto(`${server.url}/cases/${server.demo().caseId}`);
	});
	beforeEach(async () => {
		await ideas(samir.page).click();
		await samir.page.keyboard.press('Control+a');
		await samir.page.keyboard.press('Delete');
		await samir.page.keyboard.type('Un deux');
		await expectParagraphs(awa.page, ['Un deux']);
	});
	afterAll(async () => {
		await browser?.close();
		await server?.destroy();
	});
	afterEach(() => {
		expect([...samir.complaints, ...awa.complaints]).toEqual([]);
	});

	const ideas = (page: Page) => page.getByRole('textbox', { name: 'Pistes' });

	/** The text without the names beside cursors. */
	async function expectParagraphs(page: Page, expected: string[]): Promise<void> {
		const shown = async () =>
			(await ideas(page).locator('p').allTextContents()).map((text) => text.replace(/\u2060.*?\u2060/g, ''));
		await until(async () => (await shown()).join('\n') === expected.join('\n'), {
			what: `${JSON.stringify(expected)} in Pistes`,
		});
	}

	test('a key acts where the cursor is, however closely it follows the one that moved it there', async () => {
		await ideas(samir.page).evaluate((editor) => {
			(window as unknown as { toStart: () => void }).toStart();
			editor.dispatchEvent(
				new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true, cancelable: true }),
			);
		});
		await expectParagraphs(samir.page, ['', 'Un deux']);
		await expectParagraphs(awa.page, ['', 'Un deux']);
	});

	test('what a colleague writes does not put one’s cursor back where it was', async () => {
		await samir.page.evaluate('window.beforeChange = window.toStart');
		await ideas(awa.page).click();
		await awa.page.keyboard.press('Control+End');
		await awa.page.keyboard.insertText(' trois');
		await expectParagraphs(samir.page, ['Un deux trois']);
		await samir.page.keyboard.insertText('Zéro ');
		await expectParagraphs(samir.page, ['Zéro Un deux trois']);
		await expectParagraphs(awa.page, ['Zéro Un deux trois']);
	});
});
