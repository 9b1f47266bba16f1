/** Drafts on the device: kept, decided, erased, taken along. A real server, its real pages, real browsers. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { signInOnPage } from '../support/browser.ts';
import { begin, IDENTIFIERS, kept, looked, paste, section, writeRaw } from '../support/drafting.ts';
import { findBrowser } from '../support/find-program.ts';
import { demoStage } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { lyingInClear } from '../support/watch.ts';

describe.skipIf(findBrowser() === null)('drafts', () => {
	const stage = demoStage();

	const { enter } = stage;

	test('what stays needs a reason, what has other words gets them, and all of the same are one decision', async () => {
		const { page } = await enter('practitioner');
		await begin(stage.server, page);
		await paste(section(page, 'Faits'), 'J’ai vu Karim à Amiens. Karim va mieux. Karim reviendra.');
		await looked(page, 'current');
		const marks = section(page, 'Faits').locator('mark.finding');
		await marks.filter({ hasText: 'Karim' }).nth(1).click();
		const card = page.getByRole('dialog');
		await card.getByRole('button', { name: 'Ici seulement' }).click();
		await until(async () => (await section(page, 'Faits').innerText()).includes('Karim reviendra'));
		expect(await section(page, 'Faits').innerText()).toMatch(/J’ai vu Karim .*\. \p{Lu}\. va mieux\. Karim/u);

		await looked(page, 'current');
		await marks.filter({ hasText: 'Karim' }).first().click();
		await card.getByText('Garder, ou d’autres mots').click();
		await card.getByLabel('Autres mots').fill('un adolescent');
		await card.getByRole('button', { name: 'Mettre ces mots' }).click();
		await until(async () => !(await section(page, 'Faits').innerText()).includes('Karim'));
		expect((await section(page, 'Faits').innerText()).match(/un adolescent/g)).toHaveLength(2);

		await looked(page, 'current');
		await marks.filter({ hasText: 'Amiens' }).click();
		await card.getByText('Garder, ou d’autres mots').click();
		await card
			.getByLabel('Garder, parce que')
			.selectOption({ label: 'Le groupe en a besoin pour comprendre' });
		await card.getByRole('button', { name: 'Garder', exact: true }).click();
		await page.locator('mark.finding.is-kept', { hasText: 'Amiens' }).waitFor();
		await page.getByText('Tout est décidé').waitFor();
		// The decision holds over a visit, and can be taken back.
		await kept(page, 'saved');
		await page.reload();
		await page.locator('mark.finding.is-kept', { hasText: 'Amiens' }).waitFor();
		await page.getByRole('button', { name: /Amiens/ }).click();
		await page.getByRole('button', { name: 'Revenir sur ce choix' }).click();
		await page.getByText('1 repérage à décider').waitFor();
	});

	test('what the detector has not looked at is not said to be clean, and cannot be shared', async () => {
		const { page, context } = await enter('practitioner');
		await context.route('**/word-lists*', (route) => route.abort());
		await begin(stage.server, page);
		await writeRaw(page);
		await looked(page, 'unavailable');
		await page.getByText('cela ne veut pas dire qu’il n’y a rien à repérer').waitFor();
		await page.getByRole('link', { name: 'Partager avec le groupe' }).click();
		await page.getByText('Le détecteur n’a pas pu être chargé : rien n’a été vérifié.').waitFor();
		await context.unroute('**/word-lists*');
		await page.getByRole('button', { name: 'Réessayer' }).click();
		await page.getByText(/repérages ne sont ni remplacés ni gardés/).waitFor();
	});

	test('two tabs never overwrite one another', async () => {
		const { page, context } = await enter('practitioner');
		await begin(stage.server, page);
		await section(page, 'Faits').click();
		await page.keyboard.type('Le premier texte.');
		await kept(page, 'saved');
		const other = await context.newPage();
		await other.goto(page.url());
		await until(async () => (await section(other, 'Faits').innerText()).includes('premier'));
		await section(other, 'Faits').press('Control+End');
		await other.keyboard.type(' Écrit à côté.');
		await kept(other, 'saved');
		await section(page, 'Faits').press('Control+End');
		await page.keyboard.type(' Écrit ici.');
		await page.getByText('Ce brouillon a changé dans un autre onglet.').waitFor();
		await page.getByRole('button', { name: 'Le garder comme second brouillon' }).click();
		await page.waitForURL((url) => url.href !== other.url());
		await kept(page, 'saved');
		await page.goto(`${stage.server.url}/drafts`);
		await page.getByRole('link', { name: 'Sans titre' }).first().waitFor();
		const texts: string[] = [];
		for (const link of await hrefs(page, 'Sans titre')) {
			await other.goto(stage.server.url + link);
			await section(other, 'Faits').getByText('Le premier texte.').waitFor();
			texts.push(await section(other, 'Faits').innerText());
		}
		expect(texts).toContain('Le premier texte. Écrit à côté.');
		expect(texts).toContain('Le premier texte. Écrit ici.');
	});

	async function hrefs(page: Page, name: string): Promise<string[]> {
		const links = await page.getByRole('link', { name }).all();
		return Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''));
	}

	test('signing out keeps drafts for this account alone, or erases them: as one chooses', async () => {
		const { page, context } = await enter('practitioner');
		await begin(stage.server, page);
		const draft = page.url();
		await writeRaw(page);
		const second = await context.newPage();
		await second.goto(draft);
		await section(second, 'Contexte').getByText('Karim avait fugué').waitFor();
		await leave(page, 'Les garder ici');
		// The other tab shows it no longer.
		await second.waitForURL(/\/sign-in/);
		expect(await lyingInClear(page, IDENTIFIERS)).toEqual([]);
		await second.close();

		await signInOnPage({ page }, stage.server, 'practitioner', 1);
		await page.goto(`${stage.server.url}/drafts`);
		await page.getByText('Aucun brouillon sur cet appareil.').waitFor();
		await page.goto(draft);
		await page.getByText('Ce brouillon n’est pas sur cet appareil.').waitFor();
		await page.goto(`${stage.server.url}/account`);
		await page.getByRole('button', { name: 'Se déconnecter ici' }).click();
		await page.waitForURL(/\/sign-in/);

		await signInOnPage({ page }, stage.server, 'practitioner');
		await page.goto(draft);
		await section(page, 'Contexte').getByText('Karim avait fugué').waitFor();
		await leave(page, 'Les effacer');
		expect(await recordsOf(page, 'drafts')).toBe(0);
		await signInOnPage({ page }, stage.server, 'practitioner');
		await page.goto(draft);
		await page.getByText('Ce brouillon n’est pas sur cet appareil.').waitFor();
	});

	async function leave(page: Page, choice: string): Promise<void> {
		await page.goto(`${stage.server.url}/account`);
		await page.getByRole('button', { name: 'Se déconnecter ici' }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByText(/gardés? sur cet appareil, et nulle part ailleurs/).waitFor();
		expect(await dialog.getByLabel('Les garder ici').isChecked()).toBe(true);
		await dialog.getByLabel(choice).check();
		await dialog.getByRole('button', { name: 'Se déconnecter' }).click();
		await page.waitForURL(/\/sign-in/);
	}

	async function recordsOf(page: Page, store: string): Promise<number> {
		return page.evaluate(
			(name) =>
				new Promise<number>((resolve, reject) => {
					const opening = indexedDB.open('entrepairs');
					opening.onerror = () => reject(opening.error);
					opening.onsuccess = () => {
						const counting = opening.result.transaction(name).objectStore(name).count();
						counting.onsuccess = () => {
							opening.result.close();
							resolve(counting.result);
						};
					};
				}),
			store,
		);
	}

	test('a draft is erased for good, with its key', async () => {
		const { page } = await enter('practitioner');
		await begin(stage.server, page);
		await writeRaw(page);
		const before = await recordsOf(page, 'drafts');
		await page.getByRole('button', { name: 'Effacer le brouillon' }).click();
		await page.getByRole('button', { name: 'Effacer pour de bon' }).click();
		await page.waitForURL(`${stage.server.url}/drafts`);
		expect(await recordsOf(page, 'drafts')).toBe(before - 1);
		await page.goBack();
		await page.getByText('Ce brouillon n’est pas sur cet appareil.').waitFor();
	});

	test('the key goes to another device as a file that only its passphrase opens', async () => {
		const { page } = await enter('practitioner');
		await begin(stage.server, page);
		await writeRaw(page);
		await page.getByRole('button', { name: /^Tout remplacer/ }).click();
		await page.getByRole('tab', { name: 'Clé' }).click();
		await page.getByRole('button', { name: 'Exporter' }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByLabel('Phrase de passe').fill('trop court');
		await dialog.getByRole('button', { name: 'Enregistrer le fichier' }).click();
		await dialog.getByText('Au moins 12 caractères.').waitFor();
		await dialog.getByLabel('Phrase de passe').fill('quatre mots sans lien');
		await dialog.getByLabel('Encore une fois').fill('quatre mots sans lien');
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			dialog.getByRole('button', { name: 'Enregistrer le fichier' }).click(),
		]);
		const file = await download.path();
		const content = await readFile(file, 'utf8');
		for (const words of IDENTIFIERS) expect(content).not.toContain(words);

		const elsewhere = await enter('practitioner');
		await begin(stage.server, elsewhere.page);
		await elsewhere.page.getByRole('tab', { name: 'Clé' }).click();
		await elsewhere.page.getByRole('button', { name: 'Importer' }).click();
		const reading = elsewhere.page.getByRole('dialog');
		const filed = { name: 'cle.json', mimeType: 'application/json', buffer: Buffer.from(content) };
		await reading.getByLabel('Fichier').setInputFiles(filed);
		await reading.getByLabel('Phrase de passe').fill('quatre mots avec lien');
		await reading.getByRole('button', { name: 'Ouvrir la clé' }).click();
		await reading.getByText('Cette phrase de passe n’ouvre pas ce fichier.').waitFor();
		await reading.getByLabel('Phrase de passe').fill('quatre mots sans lien');
		await reading.getByRole('button', { name: 'Ouvrir la clé' }).click();
		await elsewhere.page.getByRole('button', { name: 'Montrer la clé' }).click();
		await elsewhere.page.getByRole('cell', { name: 'Odile Ferrand', exact: true }).waitFor();
		// The same people get the same names here.
		await paste(section(elsewhere.page, 'Faits'), 'Mme Odile Ferrand est venue.');
		const known = JSON.stringify(await elsewhere.page.getByRole('row').allInnerTexts());
		const letter = /(\p{Lu}\.)\\tOdile Ferrand/u.exec(known)?.[1] ?? '?';
		await elsewhere.page.getByRole('tab', { name: /Repérages/ }).click();
		await elsewhere.page.getByRole('button', { name: /^Tout remplacer/ }).click();
		await section(elsewhere.page, 'Faits').getByText(`Mme ${letter} est venue.`).waitFor();
	});

	test('an older page that is still open is said to stand in the way; what it kept is not lost', async () => {
		const { page, context } = await enter('practitioner');
		const account = (await (await context.request.get(`${stage.server.url}/api/me`)).json()).id as string;
		const { caseId } = stage.server.demo();
		// As version 1 left it, with a change that was never sent.
		const old = await context.newPage();
		await old.goto(`${stage.server.url}/sign-in`);
		await old.evaluate(holdVersionOne, `${account}:${caseId}:older-tab`);
		await begin(stage.server, page);
		await page.getByText('Ce navigateur ne permet pas de garder de brouillon').waitFor();
		await old.close();
		await page.reload();
		await begin(stage.server, page);
		await section(page, 'Faits').click();
		await page.keyboard.type('Gardé maintenant.');
		await kept(page, 'saved');
		expect(await recordsOf(page, 'kept-changes')).toBe(1);
	});
});

/** Opens the device's database as version 1 did, and goes on holding it. Runs in the page. */
function holdVersionOne(record: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open('entrepairs', 1);
		opening.onupgradeneeded = () => {
			opening.result.createObjectStore('kept-changes');
			opening.result.createObjectStore('keys');
		};
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			const writing = opening.result.transaction('kept-changes', 'readwrite').objectStore('kept-changes');
			writing.put({ nonce: new Uint8Array(12), bytes: new ArrayBuffer(20) }, record).onsuccess = () =>
				resolve();
		};
	});
}
