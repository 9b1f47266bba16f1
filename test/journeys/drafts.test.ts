/** From a raw text to a shared case: a real server, its real pages, real browsers. */
import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { openBrowser, signIn, type Visitor, visitor } from '../support/browser.ts';
import { findBrowser } from '../support/find-program.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';
import { lyingInClear, watchEverything } from '../support/watch.ts';

const section = (page: Page, name: string): Locator => page.getByRole('textbox', { name });
const kept = (page: Page, state: string) => page.locator(`[data-keep-state=${state}]`).waitFor();
const looked = (page: Page, state: string) => page.locator(`[data-look-state=${state}]`).waitFor();

/** As the clipboard of another program gives it. */
async function paste(_page: Page, into: Locator, words: string): Promise<void> {
	await into.click();
	await into.evaluate((element, text) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', text);
		clipboardData.setData('text/html', `<p><b>${text}</b></p>`);
		element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	}, words);
}

const RAW = `Mme Odile Ferrand habite à Amiens avec son fils Karim Ferrand.
Odile Ferrand a appelé du 06 39 98 41 07 ; Karim avait fugué. La mairesse les connaît.`;
const RAW_TITLE = 'Chez Odile Ferrand';
const IDENTIFIERS = ['Odile', 'Ferrand', 'Amiens', 'Karim', '06 39 98 41 07'];

describe.skipIf(findBrowser() === null)('drafts', () => {
	let server: ServerProcess;
	let browser: Browser;
	const visitors: Visitor[] = [];

	beforeAll(async () => {
		[server, browser] = await Promise.all([ServerProcess.start({ LOG_LEVEL: 'warn' }), openBrowser()]);
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

	async function enter(role: string, nth = 0, options: Parameters<typeof visitor>[1] = {}): Promise<Visitor> {
		const one = await visitor(browser, options);
		visitors.push(one);
		await signIn(one, server, role, nth);
		return one;
	}

	async function begin(page: Page, query = ''): Promise<void> {
		await page.goto(`${server.url}/drafts/new${query}`);
		await page.waitForURL(/\/drafts\/[0-9a-f]{8}-/);
		await section(page, 'Faits').waitFor();
	}

	async function writeRaw(page: Page): Promise<void> {
		await page.getByLabel('Titre').fill(RAW_TITLE);
		await paste(page, section(page, 'Contexte'), RAW);
		await looked(page, 'current');
		await kept(page, 'saved');
	}

	test('a raw draft becomes a shared case, and nothing of what it named leaves or lies in clear', async () => {
		const samir = await enter('practitioner');
		const { page, context } = samir;
		const watch = watchEverything(context);
		const { sessionId } = server.demo();
		await begin(page, `?session=${sessionId}`);
		await page.getByText('Ce brouillon reste sur cet appareil.').waitFor();
		await writeRaw(page);
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
		await page.goto(`${server.url}/drafts`);
		await page.getByText('Partagé').waitFor();
	});

	test('what stays needs a reason, what has other words gets them, and all of the same are one decision', async () => {
		const { page } = await enter('practitioner');
		await begin(page);
		await paste(page, section(page, 'Faits'), 'J’ai vu Karim à Amiens. Karim va mieux. Karim reviendra.');
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
		await begin(page);
		await writeRawUnlooked(page);
		await page.getByText('cela ne veut pas dire qu’il n’y a rien à repérer').waitFor();
		await page.getByRole('link', { name: 'Partager avec le groupe' }).click();
		await page.getByText('Le détecteur n’a pas pu être chargé : rien n’a été vérifié.').waitFor();
		await context.unroute('**/word-lists*');
		await page.getByRole('button', { name: 'Réessayer' }).click();
		await page.getByText(/repérages ne sont ni remplacés ni gardés/).waitFor();
	});

	async function writeRawUnlooked(page: Page): Promise<void> {
		await page.getByLabel('Titre').fill(RAW_TITLE);
		await paste(page, section(page, 'Contexte'), RAW);
		await looked(page, 'unavailable');
		await kept(page, 'saved');
	}

	test('two tabs never overwrite one another', async () => {
		const { page, context } = await enter('practitioner');
		await begin(page);
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
		await page.goto(`${server.url}/drafts`);
		await page.getByRole('link', { name: 'Sans titre' }).first().waitFor();
		const texts: string[] = [];
		for (const link of await hrefs(page, 'Sans titre')) {
			await other.goto(server.url + link);
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
		await begin(page);
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

		await signIn({ page, context, complaints: [], close: async () => {} }, server, 'practitioner', 1);
		await page.goto(`${server.url}/drafts`);
		await page.getByText('Aucun brouillon sur cet appareil.').waitFor();
		await page.goto(draft);
		await page.getByText('Ce brouillon n’est pas sur cet appareil.').waitFor();
		await page.goto(`${server.url}/account`);
		await page.getByRole('button', { name: 'Se déconnecter ici' }).click();
		await page.waitForURL(/\/sign-in/);

		await signIn({ page, context, complaints: [], close: async () => {} }, server, 'practitioner');
		await page.goto(draft);
		await section(page, 'Contexte').getByText('Karim avait fugué').waitFor();
		await leave(page, 'Les effacer');
		expect(await recordsOf(page, 'drafts')).toBe(0);
		await signIn({ page, context, complaints: [], close: async () => {} }, server, 'practitioner');
		await page.goto(draft);
		await page.getByText('Ce brouillon n’est pas sur cet appareil.').waitFor();
	});

	async function leave(page: Page, choice: string): Promise<void> {
		await page.goto(`${server.url}/account`);
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
		await begin(page);
		await writeRaw(page);
		const before = await recordsOf(page, 'drafts');
		await page.getByRole('button', { name: 'Effacer le brouillon' }).click();
		await page.getByRole('button', { name: 'Effacer pour de bon' }).click();
		await page.waitForURL(`${server.url}/drafts`);
		expect(await recordsOf(page, 'drafts')).toBe(before - 1);
		await page.goBack();
		await page.getByText('Ce brouillon n’est pas sur cet appareil.').waitFor();
	});

	test('the key goes to another device as a file that only its passphrase opens', async () => {
		const { page } = await enter('practitioner');
		await begin(page);
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
		await begin(elsewhere.page);
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
		await paste(elsewhere.page, section(elsewhere.page, 'Faits'), 'Mme Odile Ferrand est venue.');
		const known = JSON.stringify(await elsewhere.page.getByRole('row').allInnerTexts());
		const letter = /(\p{Lu}\.)\\tOdile Ferrand/u.exec(known)?.[1] ?? '?';
		await elsewhere.page.getByRole('tab', { name: /Repérages/ }).click();
		await elsewhere.page.getByRole('button', { name: /^Tout remplacer/ }).click();
		await section(elsewhere.page, 'Faits').getByText(`Mme ${letter} est venue.`).waitFor();
	});

	test('an older page that is still open is said to stand in the way; what it kept is not lost', async () => {
		const { page, context } = await enter('practitioner');
		const account = (await (await context.request.get(`${server.url}/api/me`)).json()).id as string;
		const { caseId } = server.demo();
		// As version 1 left it, with a change that was never sent.
		const old = await context.newPage();
		await old.goto(`${server.url}/sign-in`);
		await old.evaluate(holdVersionOne, `${account}:${caseId}:older-tab`);
		await begin(page);
		await page.getByText('Ce navigateur ne permet pas de garder de brouillon').waitFor();
		await old.close();
		await page.reload();
		await begin(page);
		await section(page, 'Faits').click();
		await page.keyboard.type('Gardé maintenant.');
		await kept(page, 'saved');
		expect(await recordsOf(page, 'kept-changes')).toBe(1);
	});

	test('by keyboard alone at 360 pixels: write, decide, read once more, share', async () => {
		const { page } = await enter('practitioner', 0, { width: 360 });
		await begin(page, `?session=${server.demo().sessionId}`);
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

/** Goes on by Tab (backwards if asked) until what has the focus is called so. */
function tabber(page: Page): (name: RegExp, backwards?: boolean) => Promise<void> {
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
