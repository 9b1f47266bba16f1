/** What becomes of a text: kept, compared, brought back, erased for good; and words that found no place. */
import { setTimeout } from 'node:timers/promises';
import { messageTypes, writeRefused } from '@entrepairs/contract/collab';
import type { Browser, Locator, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectAccessible, openBrowser, signIn, type Visitor, visitor } from '../support/browser.ts';
import { startDemonstration } from '../support/demonstration.ts';
import { findBrowser } from '../support/find-program.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

const section = (page: Page, name: string): Locator => page.getByRole('textbox', { name });

async function expectText(page: Page, name: string, words: string, isThere = true): Promise<void> {
	await until(async () => (await section(page, name).innerText()).includes(words) === isThere, {
		what: `« ${words} » ${isThere ? '' : 'gone '}in ${name}`,
	});
}

async function expectState(page: Page, words: string): Promise<void> {
	await until(async () => (await page.locator('[data-save-state]').innerText()).trim() === words, {
		what: `the state « ${words} »`,
	});
}

/** How many records of unsaved words the browser holds. */
const kept = (page: Page): Promise<number> =>
	page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				const opening = indexedDB.open('entrepairs');
				opening.onsuccess = () => {
					const counting = opening.result.transaction('kept-changes').objectStore('kept-changes').count();
					counting.onsuccess = () => {
						opening.result.close();
						resolve(counting.result);
					};
				};
			}),
	);

describe.skipIf(findBrowser() === null)('what becomes of a text', () => {
	let server: ServerProcess;
	let browser: Browser;
	let samir: Visitor;
	let awa: Visitor;

	beforeAll(async () => {
		[server, browser] = await Promise.all([startDemonstration({ LOG_LEVEL: 'warn' }), openBrowser()]);
		[samir, awa] = await Promise.all([visitor(browser), visitor(browser)]);
		await signIn(samir, server, 'practitioner');
		await signIn(awa, server, 'practitioner', 1);
	});
	beforeEach(async () => {
		for (const { page } of [samir, awa]) {
			await page.goto(`${server.url}/cases/${server.demo().caseId}`);
			await expectState(page, 'Enregistré');
		}
	});
	afterAll(async () => {
		await browser?.close();
		await server?.destroy();
	});
	afterEach(() => {
		expect([...samir.complaints, ...awa.complaints]).toEqual([]);
	});

	async function erase(page: Page): Promise<void> {
		await page.getByRole('button', { name: 'Effacer pour de bon' }).click();
		await page.getByRole('dialog').getByRole('button', { name: 'Effacer pour de bon' }).click();
		await page.getByText('C’est effacé pour de bon.').waitFor();
	}

	test('a version is kept, compared with whose words are whose, and brought back for everybody', async () => {
		const { page } = samir;
		await section(page, 'Pistes').click();
		await page.keyboard.type('Proposer une rencontre.');
		await page.getByRole('button', { name: 'Garder une version' }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByRole('button', { name: 'Garder' }).click();
		await dialog.getByText('À compléter.').waitFor();
		await expectAccessible(page);
		await dialog.getByLabel('Nom de la version').fill('Avant la relecture');
		await dialog.getByRole('button', { name: 'Garder' }).click();
		await page.getByText('Version gardée.').waitFor();

		await expectText(awa.page, 'Pistes', 'Proposer une rencontre.');
		await section(awa.page, 'Pistes').click();
		await awa.page.keyboard.press('Control+End');
		await awa.page.keyboard.type(' Puis un écrit.');
		await expectText(page, 'Pistes', 'Puis un écrit.');
		await section(page, 'Pistes').click();
		await page.keyboard.press('Control+Home');
		for (let i = 0; i < 'Proposer'.length; i++) await page.keyboard.press('Delete');
		// The last letter of the word goes last.
		await expectText(awa.page, 'Pistes', 'r une rencontre', false);
		await expectState(page, 'Enregistré');

		await page.getByRole('link', { name: 'Voir les versions' }).click();
		await page.getByRole('heading', { name: 'Versions', level: 1 }).waitFor();
		await page.locator('ins', { hasText: 'Puis un écrit.' }).waitFor();
		expect(await page.locator('ins', { hasText: 'Puis un écrit.' }).getAttribute('title')).toBe(
			'ajouté par Awa Diarra',
		);
		expect(await page.locator('del').innerText()).toBe('Proposer');
		await expectAccessible(page);
		await page.getByLabel('À', { exact: true }).selectOption({ label: 'Maintenant' });
		await page.getByRole('button', { name: 'Revenir à cette version' }).click();
		await page.getByRole('dialog').getByRole('button', { name: 'Revenir à cette version' }).click();
		await page.getByText('Le texte est revenu à cette version.').waitFor();
		await expectText(awa.page, 'Pistes', 'Proposer une rencontre.');
		await expectText(awa.page, 'Pistes', 'Puis un écrit.', false);
		const versions = page.getByLabel('De', { exact: true }).locator('option');
		await until(async () => (await versions.count()) === 3);
		expect((await versions.allInnerTexts()).map((name) => name.split(' — ')[0])).toEqual([
			'Maintenant',
			'Avant le retour à «\u00a0Avant la relecture\u00a0»',
			'Avant la relecture',
		]);
	});

	test('a title that lets somebody be recognised is changed', async () => {
		const { page } = samir;
		await page.getByRole('button', { name: 'Changer le titre' }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByLabel('Titre').fill('');
		await dialog.getByRole('button', { name: 'Changer' }).click();
		await dialog.getByText('À compléter.').waitFor();
		await dialog.getByLabel('Titre').fill('Un titre plus sobre');
		await dialog.getByRole('button', { name: 'Changer' }).click();
		await page.getByRole('heading', { name: 'Un titre plus sobre', level: 1 }).waitFor();
		await expectState(page, 'Enregistré');
	});

	test('a passage is erased for good while a colleague goes on; undo brings nothing back', async () => {
		const { page } = samir;
		await section(page, 'Ressentis').click();
		await page.keyboard.press('Control+End');
		await page.keyboard.type(' carambole');
		await expectText(awa.page, 'Ressentis', 'carambole');
		for (let i = 0; i < 'carambole'.length; i++) await page.keyboard.press('Shift+ArrowLeft');
		await page.getByRole('button', { name: 'Effacer pour de bon' }).click();
		const dialog = page.getByRole('dialog');
		expect(await dialog.getByLabel(/Effacer aussi le passage/).isChecked()).toBe(true);
		await dialog.getByText('carambole').waitFor();
		await expectAccessible(page);
		await section(awa.page, 'Apprentissages').click();
		await awa.page.keyboard.type('Pendant ce temps.');
		await dialog.getByRole('button', { name: 'Effacer pour de bon' }).click();
		await page.getByText('C’est effacé pour de bon.').waitFor();
		for (const one of [samir, awa]) {
			await one.page.getByText('L’historique de cette situation vient d’être effacé').waitFor();
			await expectText(one.page, 'Ressentis', 'carambole', false);
			await expectText(one.page, 'Apprentissages', 'Pendant ce temps.');
			await expectState(one.page, 'Enregistré');
		}
		await section(page, 'Ressentis').click();
		for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z');
		await page.keyboard.press('Control+End');
		await page.keyboard.type(' La suite.');
		await expectText(awa.page, 'Ressentis', 'La suite.');
		expect(await section(awa.page, 'Ressentis').innerText()).not.toContain('carambole');
		await page.getByRole('link', { name: 'Voir les versions' }).click();
		await page.getByText('Aucune version n’a été gardée.').waitFor();
	});

	test('words written offline before an erasure are offered to their author, and go nowhere by themselves', async () => {
		await awa.context.setOffline(true);
		await section(awa.page, 'Faits').click();
		await awa.page.keyboard.press('Control+End');
		await awa.page.keyboard.type(' Écrit sans le savoir.');
		await expectState(awa.page, 'Hors ligne — vos changements sont gardés ici');
		await erase(samir.page);
		await awa.context.setOffline(false);
		const offered = awa.page.getByRole('alert').filter({ hasText: 'n’ont pas été pris' });
		await offered.getByText('Écrit sans le savoir.').waitFor();
		await offered.getByRole('heading', { name: 'Faits' }).waitFor();
		await expectText(awa.page, 'Faits', 'Écrit sans le savoir.', false);
		await expectState(awa.page, 'Enregistré');
		await expectAccessible(awa.page);
		// Still there after a reload, until she has said that she has them.
		await awa.page.reload();
		await offered.getByText('Écrit sans le savoir.').waitFor();
		await offered.getByRole('button', { name: 'Je n’en ai plus besoin' }).click();
		await until(async () => (await kept(awa.page)) === 0);
		await awa.page.reload();
		await expectState(awa.page, 'Enregistré');
		expect(await awa.page.locator('body').innerText()).not.toContain('sans le savoir');
		await expectText(samir.page, 'Faits', 'sans le savoir', false);
	});

	test('a change that is refused leaves the text as the others see it, without a reload, and its words are offered', async () => {
		const { page } = samir;
		// Nothing is closed to anybody yet: the refusal is put on the real connection, in the words' place.
		let isRefusing = false;
		await page.routeWebSocket(/\/collab\//, (socket) => {
			const onward = socket.connectToServer();
			socket.onMessage((message) => {
				const isChange = typeof message !== 'string' && message[0] === messageTypes.sync && message[1] !== 0;
				if (isRefusing && isChange) {
					isRefusing = false;
					socket.send(Buffer.from(writeRefused('section')));
				} else onward.send(message);
			});
		});
		await page.reload();
		await expectState(page, 'Enregistré');
		await page.evaluate(() => Object.assign(window, { isSamePage: true }));
		isRefusing = true;
		await section(page, 'Contexte').click();
		await page.keyboard.press('Control+End');
		await page.keyboard.insertText(' Écrit trop tard.');
		const offered = page.getByRole('alert').filter({ hasText: 'Cette partie ne peut pas être écrite' });
		await offered.getByText('Écrit trop tard.').waitFor();
		await expectText(page, 'Contexte', 'Écrit trop tard.', false);
		await section(page, 'Faits').click();
		await page.keyboard.press('Control+End');
		await page.keyboard.type(' Et ailleurs, oui.');
		await expectText(awa.page, 'Faits', 'Et ailleurs, oui.');
		await expectState(page, 'Enregistré');
		expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
		await offered.getByRole('button', { name: 'Je n’en ai plus besoin' }).click();
		await until(async () => (await kept(page)) === 0);
	});

	test('words of a tab that was closed offline are taken up once, and the device keeps nothing after', async () => {
		await awa.context.setOffline(true);
		await section(awa.page, 'Faits').click();
		await awa.page.keyboard.press('Control+End');
		await awa.page.keyboard.type(' Gardé.');
		await expectState(awa.page, 'Hors ligne — vos changements sont gardés ici');
		await awa.page.close();
		await awa.context.setOffline(false);
		const page = await awa.context.newPage();
		Object.assign(awa, { page });
		await page.goto(`${server.url}/cases/${server.demo().caseId}`);
		await page.getByText('Ce que vous aviez écrit hors ligne a été retrouvé').waitFor();
		await expectText(samir.page, 'Faits', 'Gardé.');
		await until(async () => (await kept(page)) === 0);
		await page.reload();
		await expectState(page, 'Enregistré');
		expect(await page.getByText('a été retrouvé').count()).toBe(0);
		expect((await section(page, 'Faits').innerText()).split('Gardé.')).toHaveLength(2);
	});

	test('who is cut off is told nothing of the others, and sees them again on return', async () => {
		const present = samir.page.getByRole('list', { name: 'Présents dans cette situation' });
		await present.getByText('Awa Diarra').waitFor();
		await samir.context.setOffline(true);
		await expectState(samir.page, 'Hors ligne — tout est enregistré');
		expect(await samir.page.getByText('Vous êtes seul·e').count()).toBe(0);
		expect(await samir.page.getByText('Awa Diarra est parti·e').count()).toBe(0);
		await samir.context.setOffline(false);
		await present.getByText('Awa Diarra').waitFor();
	});

	test('who loses access while offline finds the case closed on return', async () => {
		const helene = await visitor(browser);
		await signIn(helene, server, 'moderator');
		await awa.context.setOffline(true);
		await expectState(awa.page, 'Hors ligne — tout est enregistré');
		// On a slow line: a button pressed before the page's scripts have come waits for them.
		const slow = async (route: Route) => {
			await setTimeout(700);
			await route.continue();
		};
		await helene.page.route('**/*.js', slow);
		const group = `${server.url}/groups/${server.demo().groupId}`;
		await helene.page.goto(group, { waitUntil: 'commit' });
		await helene.page.getByRole('button', { name: 'Retirer Awa Diarra du groupe' }).click();
		expect(await helene.page.locator('html[data-ready]').count()).toBe(0);
		await helene.page.getByRole('dialog').getByLabel('Motif').fill('Départ convenu.');
		await helene.page.getByRole('dialog').getByRole('button', { name: 'Retirer du groupe' }).click();
		await helene.page.getByText('Awa Diarra ne fait plus partie du groupe.').waitFor();
		await awa.context.setOffline(false);
		await awa.page.getByText('Vous n’avez plus accès à cette situation.').waitFor();
		expect(await awa.page.locator('body').innerText()).not.toContain('reprend le travail');
		await helene.close();
	});
});
