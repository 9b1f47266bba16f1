/** Finding a time, as a group does it: asked, answered on a phone and from another zone, planned. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from '../support/browser.ts';
import { findBrowser } from '../support/find-program.ts';
import { demoStage } from '../support/stage.ts';

const NARROW = '\u202f';

/** The answer to a slot, in the layout that is shown at this width. */
const radio = (page: Page, slot: number, vote: string) =>
	page.getByRole('group', { name: /\d/ }).nth(slot).getByRole('radio', { name: vote, exact: true });
const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer mes réponses' }).click();

describe.skipIf(findBrowser() === null)('finding a time', () => {
	const stage = demoStage();

	const { enter } = stage;

	test('a group finds its session: one asks, three answer, one click plans it', async () => {
		const claire = await enter('facilitator');
		const { page } = claire;
		await page.goto(`${stage.server.url}/groups/${stage.server.demo().groupId}`);
		await page.getByRole('link', { name: 'Sondages' }).click();
		await page.getByRole('link', { name: 'Ouvrir un sondage' }).click();
		await page.getByLabel('Titre').fill('Une séance en plus');

		// Nothing chosen yet: said where it is missing, and what was entered stays.
		await page.getByRole('button', { name: 'Ouvrir le sondage' }).click();
		await page.getByRole('alert').filter({ hasText: 'À compléter.' }).waitFor();
		expect(await page.getByLabel('Titre').inputValue()).toBe('Une séance en plus');

		// Two days of next month with the keyboard alone, both at two times; one of them goes again.
		await page.getByLabel('Heure', { exact: true }).fill('23:00');
		await page.getByRole('button', { name: 'Ajouter cette heure' }).press('Enter');
		await page.locator('button[data-day][tabindex="0"]').focus();
		for (const key of ['PageDown', 'Home', 'Enter', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
		await page.getByText('4 créneaux', { exact: true }).waitFor();
		await page
			.getByRole('button', { name: /^Retirer .+18.h.30$/ })
			.nth(1)
			.click();
		await page.getByText('3 créneaux', { exact: true }).waitFor();
		await page.getByRole('button', { name: 'Ouvrir le sondage' }).click();
		await page.getByRole('heading', { name: 'Une séance en plus', level: 1 }).waitFor();
		const address = page.url();

		// Samir, on his phone. The others' answers are there once he has given his.
		const samir = await enter('practitioner', 0, { width: 360 });
		await samir.page.goto(address);
		await samir.page.getByText('Les réponses des autres s’affichent quand vous avez répondu.').waitFor();
		await radio(samir.page, 0, 'Oui').check();
		await radio(samir.page, 1, 'Non').check();
		// The line is gone for a moment: nothing is lost.
		await samir.page.locator('html[data-ready]').waitFor();
		await samir.context.setOffline(true);
		await save(samir.page);
		await samir.page.getByRole('alert').filter({ hasText: 'Pas de connexion' }).waitFor();
		expect(await radio(samir.page, 0, 'Oui').isChecked()).toBe(true);
		await samir.context.setOffline(false);
		await save(samir.page);
		await samir.page.getByText(/^Vos réponses sont enregistrées/).waitFor();
		await samir.page.getByRole('heading', { name: 'Le créneau qui convient le mieux' }).waitFor();
		await expectAccessible(samir.page);

		// Awa, three hours ahead or two: the late slots are on the next day for her.
		const awa = await enter('practitioner', 1);
		const scripts = Promise.withResolvers<void>();
		await awa.context.request.patch(`${stage.server.url}/api/me`, { data: { timeZone: 'Indian/Reunion' } });
		await awa.page.goto(address);
		const headers = awa.page.getByRole('columnheader');
		await headers.filter({ hasText: 'pour le groupe' }).first().waitFor();
		expect(await headers.nth(2).innerText()).toMatch(new RegExp(`pour le groupe, \\S+ \\d+.*, 23${NARROW}h`));
		// On a slow line: what is chosen and sent before the page's scripts have come waits for them.
		await awa.page.route('**/*.js', async (route) => {
			await scripts.promise;
			await route.continue();
		});
		await awa.page.goto(address, { waitUntil: 'commit' });
		await radio(awa.page, 0, 'Oui').check();
		await radio(awa.page, 0, 'Au besoin').check();
		await radio(awa.page, 2, 'Oui').check();
		await save(awa.page);
		expect(await awa.page.locator('html[data-ready]').count()).toBe(0);
		scripts.resolve();
		await awa.page.getByText(/^Vos réponses sont enregistrées/).waitFor();
		expect(await radio(awa.page, 0, 'Au besoin').isChecked()).toBe(true);
		await expectAccessible(awa.page);

		// Claire answers with the keyboard, sees why, and plans it.
		await page.reload();
		await radio(page, 0, 'Oui').focus();
		await page.keyboard.press('Space');
		await save(page);
		await page.getByText('3 personnes sur 3 peuvent venir. Au besoin seulement : Awa Diarra.').waitFor();
		await page.getByText(/Le quorum de 4 n’est pas atteint/).waitFor();
		await expectAccessible(page);
		await page.getByRole('button', { name: /^Prévoir cette séance/ }).click();
		await page.waitForURL(/\/sessions\//);
		await page.getByRole('heading', { name: /^Séance du/, level: 1 }).waitFor();
		await page.getByText(`18${NARROW}h${NARROW}30 – 20${NARROW}h`).first().waitFor();

		// The others find what came of it; nobody can answer any more.
		await samir.page.reload();
		await samir.page.getByText('Une séance est prévue à partir de ce sondage.').waitFor();
		expect(await samir.page.getByRole('radio').count()).toBe(0);
		await expectAccessible(samir.page);
	});
});
