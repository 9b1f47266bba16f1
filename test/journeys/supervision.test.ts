/** The main job, as people do it: a real server, its real pages, two or three real browsers. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { signInOnPage } from '../support/browser.ts';
import { findBrowser } from '../support/find-program.ts';
import { demoStage } from '../support/stage.ts';
import { until } from '../support/until.ts';

const section = (page: Page, name: string): Locator => page.getByRole('textbox', { name });
const saveState = (page: Page): Locator => page.locator('[data-save-state]');

async function expectText(page: Page, name: string, words: string): Promise<void> {
	await until(async () => (await section(page, name).innerText()).includes(words), {
		what: `« ${words} » in ${name}`,
	});
}

async function expectState(page: Page, words: string): Promise<void> {
	await until(async () => (await saveState(page).innerText()).trim() === words, {
		what: `the state « ${words} »`,
	});
}

describe.skipIf(findBrowser() === null)('supervision', () => {
	const stage = demoStage();

	const { enter, visit } = stage;

	test('two practitioners find their session, open a case and write in it together', async () => {
		const samir = await visit();
		await signInOnPage(samir, stage.server, 'practitioner');
		const page = samir.page;
		await page.getByRole('heading', { name: 'Ma semaine', level: 1 }).waitFor();
		await page.getByRole('link', { name: 'Le mardi soir' }).click();
		await page.getByRole('heading', { name: 'Le mardi soir', level: 1 }).waitFor();
		await page.getByRole('link', { name: 'Entrer dans la salle' }).click();

		await page.getByRole('button', { name: 'Ouvrir une situation' }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByRole('button', { name: 'Ouvrir la situation' }).click();
		await dialog.getByText('À compléter.').waitFor();
		expect(await dialog.getByLabel('Titre').getAttribute('aria-invalid')).toBe('true');
		await dialog.getByLabel('Titre').fill('Une visite de trop');
		await dialog.getByRole('button', { name: 'Ouvrir la situation' }).click();
		await page.getByRole('heading', { name: 'Une visite de trop', level: 1 }).waitFor();
		await section(page, 'Contexte').click();
		await page.keyboard.type('Un accompagnement de six mois.');
		await expectState(page, 'Enregistré');

		const awa = await enter('practitioner', 1);
		await awa.page.goto(page.url());
		await expectText(awa.page, 'Contexte', 'Un accompagnement de six mois.');
		// Each sees the other by name, and where they write.
		await awa.page
			.getByRole('list', { name: 'Présents dans cette situation' })
			.getByText('Samir Haddad')
			.waitFor();
		await page.getByRole('list', { name: 'Présents dans cette situation' }).getByText('Awa Diarra').waitFor();
		await section(awa.page, 'Hypothèses').click();
		await page.locator('.peer-name', { hasText: 'Awa Diarra' }).waitFor();

		// At the same time, in the same section and in another.
		await section(page, 'Contexte').press('Control+End');
		await section(awa.page, 'Contexte').press('Control+Home');
		await Promise.all([
			section(page, 'Contexte').pressSequentially(' Puis une rupture.', { delay: 15 }),
			section(awa.page, 'Contexte').pressSequentially('Cadre : ', { delay: 25 }),
		]);
		await section(awa.page, 'Hypothèses').click();
		await awa.page.keyboard.type('La fin n’a pas été dite.');
		for (const one of [page, awa.page]) {
			await expectText(one, 'Contexte', 'Cadre : Un accompagnement de six mois. Puis une rupture.');
			await expectText(one, 'Hypothèses', 'La fin n’a pas été dite.');
		}

		// Undo takes back one's own words only, wherever the other writes.
		await awa.page.keyboard.press('Control+z');
		await until(async () => !(await section(page, 'Hypothèses').innerText()).includes('La fin'));
		await expectText(page, 'Contexte', 'Puis une rupture.');
		await awa.page.getByRole('button', { name: 'Rétablir ma modification' }).click();
		await expectText(page, 'Hypothèses', 'La fin n’a pas été dite.');
		await expectState(page, 'Enregistré');
		await expectState(awa.page, 'Enregistré');

		// The case hangs on the session.
		await awa.page.getByRole('link', { name: /^Séance du/ }).click();
		await awa.page.getByRole('link', { name: 'Une visite de trop' }).waitFor();
	});

	test('cut off, one goes on writing; everything merges on return, also after the tab was closed', async () => {
		const { caseId } = stage.server.demo();
		const samir = await enter('practitioner');
		const awa = await enter('practitioner', 1);
		for (const { page } of [samir, awa]) await page.goto(`${stage.server.url}/cases/${caseId}`);
		await expectState(samir.page, 'Enregistré');

		await samir.context.setOffline(true);
		await section(samir.page, 'Pistes').click();
		await samir.page.keyboard.type('Écrit dans le train.');
		await expectState(samir.page, 'Hors ligne — vos changements sont gardés ici');
		await section(awa.page, 'Pistes').click();
		await awa.page.keyboard.type('Écrit au bureau.');
		await expectState(awa.page, 'Enregistré');
		expect(await section(awa.page, 'Pistes').innerText()).not.toContain('train');
		await samir.context.setOffline(false);
		for (const { page } of [samir, awa]) {
			await expectText(page, 'Pistes', 'Écrit dans le train.');
			await expectText(page, 'Pistes', 'Écrit au bureau.');
		}
		await expectState(samir.page, 'Enregistré');

		// Once more, and the tab is closed before the network is back.
		await samir.context.setOffline(true);
		await section(samir.page, 'Apprentissages').click();
		await samir.page.keyboard.type('Gardé malgré tout.');
		await expectState(samir.page, 'Hors ligne — vos changements sont gardés ici');
		await samir.page.close();
		await samir.context.setOffline(false);
		const again = await samir.context.newPage();
		await again.goto(`${stage.server.url}/cases/${caseId}`);
		await again.getByText('Ce que vous aviez écrit hors ligne a été retrouvé').waitFor();
		await expectState(again, 'Enregistré');
		await expectText(awa.page, 'Apprentissages', 'Gardé malgré tout.');
	});

	test('the server dies and comes back: the page says so, and nothing is lost', async () => {
		const { caseId } = stage.server.demo();
		const { page } = await enter('practitioner');
		await page.goto(`${stage.server.url}/cases/${caseId}`);
		await section(page, 'Ressentis').click();
		await page.keyboard.press('Control+End');
		await page.keyboard.type(' Avant la panne.');
		await expectState(page, 'Enregistré');
		await stage.server.end('SIGKILL');
		await page.keyboard.type(' Pendant la panne.');
		await expectState(page, 'Hors ligne — vos changements sont gardés ici');
		await stage.server.start();
		await expectState(page, 'Enregistré');
		await page.reload();
		await expectText(page, 'Ressentis', 'Avant la panne. Pendant la panne.');
	});

	test('a private note stays private', async () => {
		const samir = await enter('practitioner');
		await samir.page.goto(stage.server.url);
		await samir.page.getByRole('link', { name: 'Entrer dans la salle' }).click();
		await samir.page.getByRole('link', { name: 'Écrire ma note' }).click();
		await samir.page.getByLabel('Quoi ?').fill('Un silence que je n’ai pas su tenir.');
		await samir.page.getByLabel('Et maintenant ?').fill('Le nommer la prochaine fois.');
		await samir.page.getByRole('button', { name: 'Enregistrer la note' }).click();
		await samir.page.waitForURL(/\/journal\/[0-9a-f-]{36}$/);
		await samir.page.getByText(/^Enregistré à/).waitFor();
		const address = samir.page.url();
		await samir.page.reload();
		expect(await samir.page.getByLabel('Quoi ?').inputValue()).toBe('Un silence que je n’ai pas su tenir.');

		const awa = await enter('practitioner', 1);
		await awa.page.goto(`${stage.server.url}/journal`);
		await awa.page.getByText('Votre journal est vide.').waitFor();
		await awa.page.goto(address);
		await awa.page.getByRole('heading', { name: 'Cette page n’est pas accessible' }).waitFor();
		expect(await awa.page.content()).not.toContain('silence');
	});

	test('a facilitator plans a weekly session, and moves it', async () => {
		const { page } = await enter('facilitator');
		await page.goto(`${stage.server.url}/groups/${stage.server.demo().groupId}`);
		await page.getByRole('link', { name: 'Prévoir une séance' }).click();
		await page.getByLabel('Première séance').fill('2020-01-01');
		await page.getByRole('button', { name: 'Prévoir', exact: true }).click();
		await page.getByText('Choisissez un moment à venir.').waitFor();
		const friday = Temporal.Now.plainDateISO('Europe/Paris').add({ days: 2 });
		await page.getByLabel('Première séance').fill(friday.toString());
		await page.getByLabel('Heure', { exact: true }).fill('07:45');
		// The next dates are said as one types.
		await page
			.getByRole('listitem')
			.filter({ hasText: /7\s?h\s?45/ })
			.nth(5)
			.waitFor();
		await page.getByRole('button', { name: 'Prévoir', exact: true }).click();
		await page.getByText('C’est prévu.').waitFor();
		const session = page.getByRole('link', { name: /7\s?h\s?45/ });
		await session.first().click();
		await page.getByRole('link', { name: 'Modifier la séance' }).click();
		await page.getByLabel('Heure', { exact: true }).fill('08:15');
		await page.getByLabel('Motif').fill('La salle est prise.');
		await page.getByRole('button', { name: 'Enregistrer le changement' }).click();
		await page.getByText('Motif : La salle est prise.').waitFor();
		await page.goto(`${stage.server.url}/groups/${stage.server.demo().groupId}`);
		await page
			.getByRole('link', { name: /7\s?h\s?45/ })
			.first()
			.waitFor();
	});

	test('a moderator answers a request with a reason, and a removal takes effect at once', async () => {
		const { caseId, groupId } = stage.server.demo();
		const [helene, nadia, awa] = [
			await enter('moderator'),
			await enter('applicant'),
			await enter('practitioner', 1),
		];
		await nadia.page.goto(`${stage.server.url}/cases/${caseId}`);
		await nadia.page.getByRole('heading', { name: 'Cette page n’est pas accessible' }).waitFor();

		await helene.page.goto(stage.server.url);
		await helene.page.getByRole('link', { name: 'Répondre' }).click();
		await helene.page.getByRole('button', { name: 'Répondre à Nadia Kerbrat' }).click();
		const decision = helene.page.getByRole('dialog');
		await decision.getByLabel('Accepter').check();
		await decision.getByRole('button', { name: 'Donner cette réponse' }).click();
		await decision.getByText('À compléter.').waitFor();
		await decision.getByLabel('Motif').fill('Diplôme vérifié, bienvenue.');
		await decision.getByRole('button', { name: 'Donner cette réponse' }).click();
		await helene.page.getByText('Nadia Kerbrat est dans le groupe.').waitFor();

		// In the group, and before the door: the charter is read and signed first.
		await nadia.page.goto(`${stage.server.url}/cases/${caseId}`);
		await nadia.page.getByText('La charte du groupe attend votre signature').waitFor();
		expect(await nadia.page.content()).not.toContain('Une demande qui en cache une autre');
		await nadia.page.goto(`${stage.server.url}/`);
		await nadia.page.getByText('Charte à signer').waitFor();
		await nadia.page.getByRole('link', { name: 'Entrer dans la salle' }).click();
		await nadia.page.getByRole('heading', { name: 'Signez la charte pour entrer' }).waitFor();
		expect(await nadia.page.content()).not.toContain('Une demande qui en cache une autre');
		await nadia.page.getByRole('link', { name: 'Lire et signer la charte' }).click();
		await nadia.page.getByRole('heading', { name: 'Confidentialité' }).waitFor();
		await nadia.page.getByRole('button', { name: 'Signer la charte' }).click();
		await nadia.page.getByText('Cochez la case une fois la charte lue.').waitFor();
		await nadia.page.getByLabel('J’ai lu cette charte et je la signe.').check();
		await nadia.page.getByRole('button', { name: 'Signer la charte' }).click();
		await nadia.page.getByText('Vous avez signé la version 1').waitFor();
		await nadia.page.goto(`${stage.server.url}/cases/${caseId}`);
		await expectText(nadia.page, 'Contexte', 'reprend le travail');

		await awa.page.goto(`${stage.server.url}/cases/${caseId}`);
		await expectText(awa.page, 'Contexte', 'reprend le travail');
		await helene.page.goto(`${stage.server.url}/groups/${groupId}`);
		expect(await helene.page.content()).not.toContain('Une demande qui en cache une autre');
		await helene.page.getByRole('button', { name: 'Retirer Awa Diarra du groupe' }).click();
		const removal = helene.page.getByRole('dialog');
		await removal.getByLabel('Motif').fill('Départ convenu.');
		await removal.getByRole('button', { name: 'Retirer du groupe' }).click();
		await awa.page.getByText('Vous n’avez plus accès à cette situation.').waitFor();
		for (const words of ['reprend le travail', 'Une demande qui en cache une autre']) {
			expect(await awa.page.locator('body').innerText()).not.toContain(words);
		}
		await awa.page.goto(`${stage.server.url}/cases/${caseId}`);
		await awa.page.getByRole('heading', { name: 'Cette page n’est pas accessible' }).waitFor();
		await awa.page.goto(`${stage.server.url}/groups`);
		await awa.page.getByText('Départ convenu.').waitFor();
	});

	test('the language is kept: after a reload, after signing out, on another device', async () => {
		const { page, context } = await enter('practitioner');
		await page.goto(stage.server.url);
		await page.getByRole('button', { name: 'English' }).click();
		await page.getByRole('heading', { name: 'My week', level: 1 }).waitFor();
		expect(await page.locator('html').getAttribute('lang')).toBe('en');
		await until(async () => {
			const me = await (await context.request.get(`${stage.server.url}/api/me`)).json();
			return me.language === 'en';
		});
		await page.reload();
		await page.getByRole('heading', { name: 'My week', level: 1 }).waitFor();
		expect(await page.locator('html').getAttribute('lang')).toBe('en');
		await page.goto(`${stage.server.url}/account`);
		await page.getByRole('button', { name: 'Sign out here' }).click();
		await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();

		const elsewhere = await visit();
		await signInOnPage(elsewhere, stage.server, 'practitioner');
		await elsewhere.page.getByRole('heading', { name: 'My week', level: 1 }).waitFor();
		await elsewhere.page.getByRole('button', { name: 'Français' }).click();
		await elsewhere.page.getByRole('heading', { name: 'Ma semaine', level: 1 }).waitFor();
	});

	test('by keyboard alone, from signing in to a saved word, at 360 pixels', async () => {
		const one = await stage.visit({ width: 360 });
		const { page } = one;
		const [, account] = stage.server.demo().accounts;
		const tabTo = async (name: RegExp): Promise<void> => {
			for (let presses = 0; presses < 60; presses++) {
				await page.keyboard.press('Tab');
				const focused = page.locator(':focus');
				const label = await focused.evaluate((element) => {
					const named = element.getAttribute('aria-labelledby');
					const id = element.getAttribute('id');
					return (
						element.getAttribute('aria-label') ??
						(named && document.getElementById(named)?.textContent) ??
						(id && document.querySelector(`label[for="${id}"]`)?.textContent) ??
						element.textContent ??
						''
					);
				});
				if (name.test(label.trim())) return;
			}
			throw new Error(`no way by keyboard to ${name}`);
		};
		await page.goto(`${stage.server.url}/sign-in`);
		await page.getByRole('heading', { level: 1 }).waitFor();
		await tabTo(/^Adresse e-mail/);
		await page.keyboard.type(account?.email ?? '');
		await tabTo(/^Mot de passe/);
		await page.keyboard.type(account?.password ?? '');
		await page.keyboard.press('Enter');
		await page.waitForURL(`${stage.server.url}/`);
		await page.getByRole('link', { name: 'Entrer dans la salle' }).waitFor();
		await tabTo(/^Entrer dans la salle/);
		await page.keyboard.press('Enter');
		await page.getByRole('button', { name: 'Ouvrir une situation' }).waitFor();
		await tabTo(/^Ouvrir une situation/);
		await page.keyboard.press('Enter');
		await page.getByRole('dialog').waitFor();
		await tabTo(/^Titre/);
		await page.keyboard.type('Au clavier');
		await tabTo(/^Ouvrir la situation/);
		await page.keyboard.press('Enter');
		await section(page, 'Faits').waitFor();
		await tabTo(/^Faits/);
		await page.keyboard.press('Control+b');
		await page.keyboard.type('Sans souris.');
		await expectText(page, 'Faits', 'Sans souris.');
		await expectState(page, 'Enregistré');
		expect(await section(page, 'Faits').locator('strong').innerText()).toBe('Sans souris.');
		// Tab leaves the text for the next section: nobody is held in it.
		await page.keyboard.press('Tab');
		expect(
			await section(page, 'Demande au groupe').evaluate((element) => element === document.activeElement),
		).toBe(true);
	});
});
