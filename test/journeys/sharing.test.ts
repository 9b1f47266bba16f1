/** From a raw text on the device to a case of the group. A real server, its real pages, real browsers. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
	begin,
	IDENTIFIERS,
	kept,
	looked,
	RAW_TITLE,
	section,
	tabber,
	writeRaw,
} from '../support/drafting.ts';
import { findBrowser } from '../support/find-program.ts';
import { demoStage } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { lyingInClear, watchEverything } from '../support/watch.ts';

describe.skipIf(findBrowser() === null)('sharing', () => {
	const stage = demoStage();

	const { enter } = stage;

	test('a raw draft becomes a shared case, and nothing of what it named leaves or lies in clear', async () => {
		const samir = await enter('practitioner');
		const { page, context } = samir;
		const watch = watchEverything(context);
		const { sessionId } = stage.server.demo();
		await begin(stage.server, page, `?session=${sessionId}`);
		await page.getByText('Ce brouillon reste sur cet appareil.').waitFor();
		await writeRaw(page);
		await looked(page, 'current');
		expect(await section(page, 'Contexte').locator('p').count()).toBe(2);
		expect(await section(page, 'Contexte').locator('b, strong').count()).toBe(0);
		const found = await section(page, 'Contexte').locator('mark.finding').allInnerTexts();
		for (const words of ['Amiens', 'Karim', '06 39 98 41 07']) expect(found).toContain(words);
		expect(await lyingInClear(page, IDENTIFIERS)).toEqual([]);

		// Another visit finds it as it was.
		await page.reload();
		await section(page, 'Contexte').getByText('Karim avait fugué').waitFor();
		await looked(page, 'current');
		expect(await page.getByLabel('Titre').inputValue()).toBe(RAW_TITLE);

		// It cannot be shared yet, and one is told why.
		await page.getByRole('link', { name: 'Partager avec le groupe' }).click();
		await page.getByText('Ce brouillon ne peut pas encore être partagé.').waitFor();
		await page.getByRole('link', { name: 'Revenir au brouillon' }).click();
		await looked(page, 'current');

		await page.getByRole('button', { name: /^Tout remplacer/ }).click();
		await until(async () => !(await section(page, 'Contexte').innerText()).includes('Amiens'));
		await looked(page, 'current');
		// One undo takes all of it back, title included; one redo makes it again.
		await section(page, 'Faits').press('Control+z');
		expect(await page.getByLabel('Titre').inputValue()).toBe(RAW_TITLE);
		expect(await section(page, 'Contexte').innerText()).toContain('06 39 98 41 07');
		await page.getByRole('button', { name: 'Rétablir' }).click();
		const clean = await section(page, 'Contexte').innerText();
		for (const words of IDENTIFIERS) expect(clean).not.toContain(words);
		const [, letter] = /^Mme (\p{Lu}\.)/u.exec(clean) ?? [];
		const title = await page.getByLabel('Titre').inputValue();
		expect(title).toMatch(new RegExp(`^Chez (Mme )?${letter}$`));
		await kept(page, 'saved');

		await page.getByRole('link', { name: 'Partager avec le groupe' }).click();
		await page.getByRole('heading', { name: 'Le texte, tel que les autres le verront' }).waitFor();
		await page.getByRole('button', { name: 'Partager le texte relu' }).click();
		await page.getByText('Confirmez que vous avez relu le texte.').waitFor();
		for (const box of await page.getByRole('checkbox').all()) await box.check();
		expect(await page.getByLabel('Séance', { exact: true }).inputValue()).toBe(sessionId);
		await page.getByText('Pseudonymisé et relu').waitFor();
		await page.getByRole('button', { name: 'Partager le texte relu' }).click();
		await page.getByText('Le texte est partagé.').waitFor();
		await page.getByRole('button', { name: 'Le garder et voir la situation' }).click();
		await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
		const address = page.url();
		await until(async () => (await section(page, 'Contexte').innerText()).includes('avait fugué'));

		expect(watch.seen.requests).toBeGreaterThan(20);
		expect(watch.seen.frames).toBeGreaterThan(0);
		expect(watch.leaks(IDENTIFIERS)).toEqual([]);
		// The watch would have seen it.
		expect(watch.leaks(['avait fugué'])).not.toEqual([]);
		expect(await lyingInClear(page, IDENTIFIERS)).toEqual([]);

		const awa = await enter('practitioner', 1);
		await awa.page.goto(address);
		await until(async () => (await section(awa.page, 'Contexte').innerText()).includes('avait fugué'));
		expect(await awa.page.getByRole('heading', { level: 1 }).innerText()).toBe(title);
		// The document itself, letter by letter: no history came along.
		const { state } = await (
			await awa.context.request.get(address.replace('/cases/', '/api/cases/').concat('/text'))
		).json();
		const document = new Y.Doc({ gc: false });
		Y.applyUpdate(document, Buffer.from(state, 'base64'));
		const letters = [...document.store.clients.values()]
			.flat()
			.map((item) =>
				item instanceof Y.Item && item.content instanceof Y.ContentString ? item.content.str : '',
			)
			.join('');
		expect(letters).toContain('avait fugué');
		for (const words of IDENTIFIERS) expect(letters).not.toContain(words);

		// The draft is still here, and knows what it became.
		await page.goto(`${stage.server.url}/drafts`);
		await page.getByText('Partagé').waitFor();
	});
	test('by keyboard alone at 360 pixels: write, decide, read once more, share', async () => {
		const { page } = await enter('practitioner', 0, { width: 360 });
		await begin(stage.server, page, `?session=${stage.server.demo().sessionId}`);
		const tabTo = tabber(page);
		await tabTo(/^Titre/);
		await page.keyboard.type('Au clavier');
		await tabTo(/^Faits/);
		await page.keyboard.type('J’ai vu Karim à Amiens. Karim va mieux.');
		await looked(page, 'current');
		// In the text: to the first finding, and replace all that are the same.
		await page.keyboard.press('F8');
		await page.getByRole('dialog', { name: /Karim/ }).waitFor();
		expect(await page.locator(':focus').innerText()).toMatch(/^Remplacer/);
		await page.keyboard.press('Enter');
		await until(async () => !(await section(page, 'Faits').innerText()).includes('Karim'));
		await until(async () => (await page.locator(':focus').getAttribute('role')) === 'textbox');
		await looked(page, 'current');
		// In the drawer: the other one is kept, with what it is.
		await tabTo(/^1 à décider/);
		await page.keyboard.press('Enter');
		await tabTo(/Amiens/, true);
		await page.locator('mark.finding.is-chosen', { hasText: 'Amiens' }).waitFor();
		await page.keyboard.press('Enter');
		await tabTo(/^Ce n’est pas un identifiant/);
		await page.keyboard.press('Enter');
		await page.locator('mark.finding.is-kept').waitFor();
		await page.keyboard.press('Escape');
		expect(await page.locator(':focus').innerText()).toBe('Relecture');
		await tabTo(/^Partager avec le groupe/);
		await kept(page, 'saved');
		await page.keyboard.press('Enter');
		await page.getByRole('heading', { name: 'À relire en premier' }).waitFor();
		await tabTo(/^Relu\s:\s«\sAmiens/);
		await page.keyboard.press('Space');
		await tabTo(/J’ai relu tout le texte/);
		await page.keyboard.press('Space');
		await tabTo(/^Partager le texte relu/);
		await page.keyboard.press('Enter');
		await page.getByText('Le texte est partagé.').waitFor();
		await tabTo(/^L’effacer et voir la situation/);
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
		await until(async () => (await section(page, 'Faits').innerText()).includes('va mieux'));
	});
});
