/** What somebody types in a case is looked at before it leaves: two real browsers, and every frame they send. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible, signIn } from '../support/browser.ts';
import { findBrowser } from '../support/find-program.ts';
import { watchSent } from '../support/sent.ts';
import { demoStage } from '../support/stage.ts';
import { until } from '../support/until.ts';

const section = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });
const card = (page: Page): Locator => page.getByRole('dialog');
/** What a section says, without the names beside the others' cursors. */
const textOf = (page: Page, name: string) =>
	section(page, name).evaluate((element) => {
		const copy = element.cloneNode(true) as HTMLElement;
		for (const cursor of copy.querySelectorAll('.peer-cursor')) cursor.remove();
		return [...copy.children]
			.map((block) => block.textContent)
			.join('\n')
			.trim();
	});

async function expectText(page: Page, name: string, words: string): Promise<void> {
	let said = '';
	try {
		await until(async () => {
			said = await textOf(page, name);
			return said.includes(words);
		});
	} catch {
		throw new Error(`« ${words} » is not in ${name}: « ${said} »`);
	}
}

async function expectState(page: Page, words: string): Promise<void> {
	const state = page.locator('[data-save-state]');
	let said = '';
	try {
		await until(async () => {
			said = (await state.innerText()).trim();
			return said === words;
		});
	} catch {
		throw new Error(`the state is « ${said} », not « ${words} »`);
	}
}

const ONE_WAITS = '1 mot attend votre relecture — pas encore envoyé';

describe.skipIf(findBrowser() === null)('words held back', () => {
	const stage = demoStage();

	/** In the case of the demonstration; each test writes in sections of its own. */
	async function enter(nth: number): Promise<Page & { sent: ReturnType<typeof watchSent> }> {
		const one = await stage.visit();
		const sent = watchSent(one.page);
		await signIn(one, stage.server, 'practitioner', nth);
		await openCase(one.page);
		return Object.assign(one.page, { sent });
	}

	async function openCase(page: Page): Promise<void> {
		await page.goto(`${stage.server.url}/cases/${stage.server.demo().caseId}`);
		await section(page, 'Faits').waitFor();
	}

	async function write(page: Page, name: string, words: string): Promise<void> {
		await section(page, name).click();
		await page.keyboard.press('Control+End');
		await page.keyboard.type(words);
	}

	test('a name waits while the words before it leave; replaced, no letter of it ever travelled', async () => {
		const [samir, awa] = [await enter(0), await enter(1)];
		await write(samir, 'Faits', 'Ce mardi, une dame est venue avec Zbigniew Kowalczyk ');
		await expectText(awa, 'Faits', 'Ce mardi, une dame est venue');
		await expectState(samir, ONE_WAITS);
		await expectAccessible(samir);
		const underlined = section(samir, 'Faits').locator('mark.held-word');
		expect(await underlined.innerText()).toBe('Zbigniew Kowalczyk');
		expect(await textOf(awa, 'Faits')).not.toContain('Zb');

		// The colleague goes on in the same paragraph, and is seen meanwhile.
		await section(awa, 'Faits').click();
		await awa.keyboard.press('Control+Home');
		await awa.keyboard.type('Note. ');
		await expectText(samir, 'Faits', 'Note. ');
		// Bold on the held name, then more words in this section and another: all of it waits.
		await underlined.dblclick();
		await samir.keyboard.press('Escape');
		await samir.keyboard.press('Control+b');
		await write(samir, 'Faits', 'qui attendait. ');
		await write(samir, 'Ressentis', 'Une inquiétude. ');
		await expectState(samir, ONE_WAITS);
		expect(await textOf(awa, 'Faits')).not.toContain('attendait');
		expect(await textOf(awa, 'Ressentis')).not.toContain('inquiétude');

		await samir.keyboard.press('F8');
		await card(samir).waitFor();
		await expectAccessible(samir);
		await card(samir).getByLabel('Remplacer par').fill('M. A.');
		await card(samir).getByRole('button', { name: 'Remplacer' }).click();
		await expectState(samir, 'Enregistré');
		await expectText(awa, 'Faits', 'avec M. A. qui attendait.');
		await expectText(awa, 'Ressentis', 'Une inquiétude.');

		// Undone, the name is back on this screen only; redone, it is gone.
		await section(samir, 'Faits').click();
		for (let presses = 0; presses < 8; presses++) {
			if ((await textOf(samir, 'Faits')).includes('Zbigniew')) break;
			await samir.keyboard.press('Control+z');
		}
		await expectText(samir, 'Faits', 'Zbigniew');
		await expectState(samir, ONE_WAITS);
		expect(await textOf(awa, 'Faits')).not.toContain('Zb');
		await samir.keyboard.press('Control+y');
		await expectText(samir, 'Faits', 'M. A.');
		await expectState(samir, 'Enregistré');

		// Pasted, and deleted again by hand: never sent either.
		await section(samir, 'Faits').click();
		await samir.keyboard.press('Control+End');
		await samir.evaluate(() => {
			const clipboardData = new DataTransfer();
			clipboardData.setData('text/plain', 'Puis son amie Wanda pleure.');
			document.activeElement?.dispatchEvent(
				new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
			);
		});
		await expectState(samir, ONE_WAITS);
		for (const _letter of 'Puis son amie Wanda pleure.') await samir.keyboard.press('Backspace');
		await expectState(samir, 'Enregistré');
		await until(async () => (await textOf(samir, 'Faits')) === (await textOf(awa, 'Faits')));

		expect(samir.sent.letters()).toContain('Ce mardi, une dame est venue avec ');
		expect(samir.sent.letters()).not.toMatch(/[zwky]/i);
		expect(samir.sent.besides()).not.toMatch(/Zbigniew|Kowalczyk|Wanda/i);
		// And what comes to somebody who arrives now holds nothing of it either.
		const state = await (await stage.server.demoPerson('practitioner', 1)).get(
			`/api/cases/${stage.server.demo().caseId}/text`,
		);
		expect(JSON.stringify(state)).not.toMatch(/Zbigniew/);
	});

	test('what is kept is sent as it is, is not asked again, and the same person stays the same', async () => {
		const [samir, awa] = [await enter(0), await enter(1)];
		await write(samir, 'Pistes', 'Relire Wilfred Bronkhorst ensemble. ');
		await expectState(samir, ONE_WAITS);
		await section(samir, 'Pistes').locator('mark.held-word').click();
		await card(samir).getByRole('button', { name: 'Garder tel quel' }).click();
		await expectText(awa, 'Pistes', 'Relire Wilfred Bronkhorst ensemble.');
		await expectState(samir, 'Enregistré');
		await write(samir, 'Pistes', 'Encore Wilfred Bronkhorst. ');
		await expectText(awa, 'Pistes', 'Encore Wilfred Bronkhorst.');

		await write(samir, 'Pistes', 'Prévenir Mme Delacroix demain. ');
		await expectState(samir, ONE_WAITS);
		await samir.keyboard.press('F8');
		const proposed = await card(samir).getByLabel('Remplacer par').inputValue();
		expect(proposed).toMatch(/^[A-Z]\.$/);
		await samir.keyboard.press('Enter');
		await expectText(awa, 'Pistes', `Prévenir Mme ${proposed} demain.`);
		await samir.reload();
		await write(samir, 'Pistes', 'Mme Delacroix rappellera. ');
		await expectState(samir, ONE_WAITS);
		await samir.keyboard.press('F8');
		expect(await card(samir).getByLabel('Remplacer par').inputValue()).toBe(proposed);
		await samir.keyboard.press('Enter');
		await expectText(awa, 'Pistes', `Mme ${proposed} rappellera.`);
		expect(samir.sent.letters()).not.toMatch(/Delacroix|croix/);
	});

	test('offline and back, closed and opened again: what waits still waits, and is never sent unlooked', async () => {
		const [samir, awa] = [await enter(0), await enter(1)];
		const context = samir.context();
		await write(samir, 'Apprentissages', 'Un mot. ');
		await expectState(samir, 'Enregistré');
		await context.setOffline(true);
		await write(samir, 'Apprentissages', 'Dans le train, Ludmila Petrovska dormait. ');
		await samir.getByText(ONE_WAITS).waitFor();
		await expectState(samir, 'Hors ligne — vos changements sont gardés ici');
		await context.setOffline(false);
		await expectState(samir, ONE_WAITS);
		await samir.close();
		expect(await textOf(awa, 'Apprentissages')).not.toMatch(/Ludmila/);

		const again = await context.newPage();
		const sent = watchSent(again);
		await openCase(again);
		await again.getByText('Ce que vous aviez écrit hors ligne a été retrouvé').waitFor();
		await expectText(again, 'Apprentissages', 'Ludmila Petrovska');
		await expectState(again, ONE_WAITS);
		expect(await textOf(awa, 'Apprentissages')).not.toMatch(/Ludmila/);
		await again.keyboard.press('F8');
		await card(again).getByLabel('Remplacer par').fill('une dame');
		await again.keyboard.press('Enter');
		await expectText(awa, 'Apprentissages', 'Dans le train, une dame dormait.');
		await expectState(again, 'Enregistré');
		for (const letters of [sent.letters(), samir.sent.letters()]) expect(letters).not.toMatch(/Lud|Petrov/);
	});

	test('the server dies while something is held: it waits for the server and for its writer', async () => {
		const samir = await enter(0);
		await write(samir, 'Demande au groupe', 'Comment aider Ottokar Vandamme maintenant ? ');
		await expectState(samir, ONE_WAITS);
		await stage.server.end('SIGKILL');
		await samir.getByText('Hors ligne — vos changements sont gardés ici').waitFor();
		await samir.keyboard.press('F8');
		await card(samir).getByLabel('Remplacer par').fill('ce père');
		await samir.keyboard.press('Enter');
		await samir.getByText(ONE_WAITS).waitFor({ state: 'detached' });
		await expectState(samir, 'Hors ligne — vos changements sont gardés ici');
		await stage.server.start();
		await expectState(samir, 'Enregistré');
		await samir.reload();
		await expectText(samir, 'Demande au groupe', 'Comment aider ce père maintenant');
		expect(samir.sent.letters()).not.toMatch(/Ottokar|Vandamme|[kO]/);
	});

	test('without the detector nothing leaves unsaid: the person is told, and says that they read it', async () => {
		const one = await stage.visit();
		const { page } = one;
		await one.context.route(/words.*\.(bin|gz)|word-lists/, (route) => route.abort());
		await signIn(one, stage.server, 'practitioner', 0);
		await openCase(page);
		const awa = await enter(1);
		await write(page, 'Hypothèses', 'Une fatigue de fond. ');
		await page.getByText('Le repérage des noms n’est pas disponible').waitFor();
		await expectState(page, 'Pas encore envoyé');
		expect(await textOf(awa, 'Hypothèses')).not.toContain('fatigue');
		await page.getByRole('button', { name: /J’ai relu moi-même/ }).click();
		await expectText(awa, 'Hypothèses', 'Une fatigue de fond.');
		await expectState(page, 'Enregistré');
		// The lists can be had again: from then on words are looked at.
		await one.context.unrouteAll();
		await write(page, 'Hypothèses', 'Selon Bertrand Lemoine, rien. ');
		await expectState(page, ONE_WAITS);
		await page.getByRole('button', { name: ONE_WAITS }).click();
		await card(page).getByRole('button', { name: 'Garder tel quel' }).click();
		await expectText(awa, 'Hypothèses', 'Selon Bertrand Lemoine, rien.');
	});

	test('a word that an input method composes is finished when that ends', async () => {
		const [samir, awa] = [await enter(0), await enter(1)];
		await write(samir, 'Pistes', 'Avec ');
		await expectState(samir, 'Enregistré');
		const devtools = await samir.context().newCDPSession(samir);
		for (const text of ['Z', 'Zb', 'Zbig'])
			await devtools.send('Input.imeSetComposition', {
				text,
				selectionStart: text.length,
				selectionEnd: text.length,
			});
		await expectText(samir, 'Pistes', 'Avec Zbig');
		await new Promise((resolve) => setTimeout(resolve, 1_500));
		expect(await samir.locator('[data-save-state]').innerText()).toBe('Enregistrement…');
		expect(await textOf(awa, 'Pistes')).not.toContain('Z');
		await devtools.send('Input.insertText', { text: 'Zbigniew' });
		await samir.keyboard.type(' demain. ');
		await expectState(samir, ONE_WAITS);
		expect(samir.sent.letters()).not.toContain('Z');
		await samir.keyboard.press('F8');
		await card(samir).getByRole('button', { name: 'Garder tel quel' }).click();
		await expectText(awa, 'Pistes', 'Avec Zbigniew demain.');
	});

	test('the last words leave although the page is left at once', async () => {
		const [samir, awa] = [await enter(0), await enter(1)];
		await write(samir, 'Contexte', ' Dernier mot');
		await samir.getByRole('link', { name: 'Ma semaine' }).first().click();
		await samir.getByRole('heading', { name: 'Ma semaine', level: 1 }).waitFor();
		await expectText(awa, 'Contexte', 'Dernier mot');
	});

	test('a passage is marked as a risk; its author is asked, blurs it, and can erase it for good', async () => {
		const [samir, awa] = [await enter(0), await enter(1)];
		await write(samir, 'Ressentis', 'Seule fleuriste du village, elle a six enfants.');
		await expectText(awa, 'Ressentis', 'six enfants.');
		await expectState(samir, 'Enregistré');
		await section(awa, 'Ressentis').click();
		await awa.keyboard.press('Control+End');
		for (const _letter of 'six enfants.') await awa.keyboard.press('Shift+ArrowLeft');
		await awa.getByRole('button', { name: 'Signaler un risque d’identification' }).click();
		await section(awa, 'Ressentis').locator('mark.risk').waitFor();
		await awa.getByText('Un passage est signalé').waitFor();
		await awa.getByText('Demandé à Samir Haddad').waitFor();

		await samir.getByText('On vous demande de flouter un passage que vous avez écrit.').waitFor();
		await expectAccessible(samir);
		await samir.getByRole('button', { name: 'Voir le passage' }).click();
		await card(samir).getByText('Écrivez-le autrement').waitFor();
		await samir.keyboard.press('Escape');
		await section(samir, 'Ressentis').click();
		await samir.keyboard.press('Control+End');
		for (const _letter of 'six enfants.') await samir.keyboard.press('Backspace');
		await samir.keyboard.type('plusieurs enfants.');
		await expectText(awa, 'Ressentis', 'plusieurs enfants.');
		await awa.getByText('Un passage est signalé').waitFor({ state: 'detached' });

		// Marked once more, and taken off: what was there before can be erased.
		await awa.keyboard.press('Control+End');
		for (const _letter of 'enfants.') await awa.keyboard.press('Shift+ArrowLeft');
		await awa.getByRole('button', { name: 'Signaler un risque d’identification' }).click();
		await samir.getByRole('button', { name: 'Voir le passage' }).click();
		await card(samir)
			.getByRole('button', { name: /retirer le signalement/ })
			.click();
		await samir.getByText('Ce qui était écrit avant reste dans l’historique').waitFor();
		await section(awa, 'Ressentis').locator('mark.risk').waitFor({ state: 'detached' });
		await samir.getByRole('button', { name: 'Effacer pour de bon…' }).click();
		await card(samir).getByRole('button', { name: 'Effacer pour de bon' }).click();
		await samir.getByText('C’est effacé pour de bon.').first().waitFor();
		await expectText(samir, 'Ressentis', 'plusieurs enfants.');
	});
});
