/** The calendar by keyboard, and its sessions in a calendar elsewhere. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, signIn, visitor } from '../support/browser.ts';
import { readSessions, wrongBytes } from '../support/calendar-reader.ts';
import { startDemonstration } from '../support/demonstration.ts';
import { findBrowser } from '../support/find-program.ts';
import type { ServerProcess } from '../support/server-process.ts';

describe.skipIf(findBrowser() === null)('the calendar', () => {
	let server: ServerProcess;
	let browser: Browser;
	beforeAll(async () => {
		[server, browser] = await Promise.all([startDemonstration(), openBrowser()]);
	});
	afterAll(async () => {
		await browser?.close();
		await server?.destroy();
	});

	test('goes by keyboard from day to day and month to month, and opens a session', async () => {
		const one = await visitor(browser);
		await signIn(one, server, 'practitioner');
		const { page } = one;
		const day = server.demo().sessionId.slice(-10);
		await page.goto(server.url);
		await page.getByRole('link', { name: 'Calendrier' }).click();
		await page.getByRole('heading', { level: 1, name: 'Calendrier' }).waitFor();
		await page.goto(`${server.url}/calendar?day=${day}`);
		await page.locator('html[data-ready]').waitFor();
		const cell = page.locator('[role=gridcell][tabindex="0"]');
		await cell.focus();
		expect(await cell.getAttribute('data-day')).toBe(day);
		expect(await page.locator(':focus').innerText()).toContain(', 1 séance');
		const goes = async (key: string) => {
			const before = await page.locator(':focus').getAttribute('data-day');
			await page.keyboard.press(key);
			await page.waitForFunction(
				(was) => ![null, was].includes(document.activeElement?.getAttribute('data-day') ?? null),
				before,
			);
			return page.locator(':focus').getAttribute('data-day');
		};
		const moved = Temporal.PlainDate.from(day);
		expect(await goes('ArrowRight')).toBe(moved.add({ days: 1 }).toString());
		expect(await goes('ArrowLeft')).toBe(day);
		expect(await goes('PageDown')).toBe(moved.add({ months: 1 }).toString());
		await page.waitForURL((url) => url.searchParams.get('day') === moved.add({ months: 1 }).toString());
		expect(await goes('PageUp')).toBe(moved.add({ months: 1 }).subtract({ months: 1 }).toString());
		await page.goto(`${server.url}/calendar?day=${day}`);
		await page.locator('html[data-ready]').waitFor();
		await cell.focus();
		await page.keyboard.press('Enter');
		await page.waitForURL(`${server.url}/sessions/${server.demo().sessionId}`);
		expect(one.complaints).toEqual([]);
		await one.close();
	});

	test('is subscribed to by an address that is shown once, and that no log ever says', async () => {
		const one = await visitor(browser, { width: 360 });
		await signIn(one, server, 'practitioner');
		const { page } = one;
		await page.goto(`${server.url}/account`);
		await page.locator('html[data-ready]').waitFor();
		await page.getByRole('button', { name: 'Créer une adresse' }).click();
		const shown = page.getByLabel('Adresse du calendrier');
		const address = await shown.inputValue();
		expect(await page.getByRole('link', { name: 'Ouvrir dans mon calendrier' }).getAttribute('href')).toBe(
			address.replace('http:', 'webcal:'),
		);
		const read = async () => {
			const answer = await fetch(address);
			return answer.ok ? answer.text() : answer.status;
		};
		const ics = String(await read());
		expect(wrongBytes(ics)).toEqual([]);
		const now = new Date();
		const found = readSessions(ics, now, new Date(now.getTime() + 56 * 86_400_000));
		const day = server.demo().sessionId.slice(-10);
		expect(found.map(({ startsAt }) => startsAt.slice(0, 10))).toContain(day);
		await page.reload();
		await page.locator('html[data-ready]').waitFor();
		expect(await shown.count()).toBe(0);
		await page.getByText(/lue en dernier le/).waitFor();

		await page.getByRole('button', { name: /^Renouveler/ }).click();
		await page.getByRole('button', { name: 'Créer une nouvelle adresse' }).click();
		await shown.waitFor();
		expect(await shown.inputValue()).not.toBe(address);
		expect(await read()).toBe(404);

		await page.goto(`${server.url}/sessions/${server.demo().sessionId}`);
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('link', { name: 'Ajouter à mon calendrier' }).click(),
		]);
		const file = await readFile(await download.path(), 'utf8');
		expect(wrongBytes(file)).toEqual([]);
		expect(file).toContain(`UID:${server.demo().sessionId}@entrepairs`);
		expect(server.output).toContain('/api/calendar-feeds');
		expect(server.output).not.toContain(address.slice(-47, -4));
		expect(one.complaints).toEqual([]);
		await one.close();
	});
});
