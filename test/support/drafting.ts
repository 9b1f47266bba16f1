/** Writing drafts as people do. */
import type { Locator, Page } from 'playwright-core';
import type { ServerProcess } from './server-process.ts';

export const section = (page: Page, name: string): Locator => page.getByRole('textbox', { name });
/** Waits until the device has it. */
export const kept = (page: Page, state: string): Promise<void> =>
	page.locator(`[data-keep-state=${state}]`).waitFor();
/** Waits until what is known of identifiers is in this state. */
export const looked = (page: Page, state: string): Promise<void> =>
	page.locator(`[data-look-state=${state}]`).waitFor();

const RAW = `Mme Odile Ferrand habite à Amiens avec son fils Karim Ferrand.
Odile Ferrand a appelé du 06 39 98 41 07 ; Karim avait fugué. La mairesse les connaît.`;
export const RAW_TITLE = 'Chez Odile Ferrand';
export const IDENTIFIERS = ['Odile', 'Ferrand', 'Amiens', 'Karim', '06 39 98 41 07'];

export async function begin(server: ServerProcess, page: Page, query = ''): Promise<void> {
	await page.goto(`${server.url}/drafts/new${query}`);
	await page.waitForURL(/\/drafts\/[0-9a-f]{8}-/);
	await section(page, 'Faits').waitFor();
}

/** As the clipboard of another program gives it. */
export async function paste(into: Locator, words: string): Promise<void> {
	await into.click();
	await into.evaluate((element, text) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', text);
		clipboardData.setData('text/html', `<p><b>${text}</b></p>`);
		element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	}, words);
}

export async function writeRaw(page: Page): Promise<void> {
	await page.getByLabel('Titre').fill(RAW_TITLE);
	await paste(section(page, 'Contexte'), RAW);
	await kept(page, 'saved');
}

/** Goes on by Tab (backwards if asked) until what has the focus is called so. */
export function tabber(page: Page): (name: RegExp, backwards?: boolean) => Promise<void> {
	return async (name, backwards = false) => {
		for (let presses = 0; presses < 80; presses++) {
			await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
			const label = await page.locator(':focus').evaluate((element) => {
				const named = element.getAttribute('aria-labelledby');
				const id = element.getAttribute('id');
				return (
					element.getAttribute('aria-label') ??
					(named && document.getElementById(named)?.textContent) ??
					(id && document.querySelector(`label[for="${id}"]`)?.textContent) ??
					element.closest('label')?.textContent ??
					element.textContent ??
					''
				);
			});
			if (name.test(label.trim())) return;
		}
		throw new Error(`no way by keyboard to ${name}`);
	};
}
