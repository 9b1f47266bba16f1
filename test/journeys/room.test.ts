/**
 * A session of codevelopment, from the lobby to the minutes, held by four people in four browsers. Times
 * are the real ones: nothing here waits for a clock.
 */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, type Visitor } from '../support/browser.ts';
import { findBrowser } from '../support/find-program.ts';
import { newCase } from '../support/people.ts';
import { sessionSoon } from '../support/soon.ts';
import { demoStage } from '../support/stage.ts';
import { until } from '../support/until.ts';

describe.skipIf(findBrowser() === null)('a session in its room', () => {
	const stage = demoStage();
	let sessionId: string;
	let caseId: string;

	beforeAll(async () => {
		const { server } = stage;
		sessionId = await sessionSoon(server);
		const samir = await server.demoPerson('practitioner');
		const opened = await samir.must<{ id: string }>(
			'POST',
			`/api/sessions/${sessionId}/cases`,
			newCase({ title: 'Une visite annulée' }),
		);
		caseId = opened.id;
	});

	const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true, level: 2 });
	const text = (page: Page, section: string) => page.getByRole('textbox', { name: section, exact: true });

	async function write(page: Page, section: 'facts' | 'options', words: string): Promise<void> {
		// Written in as soon as the room has said who may write where.
		await page.locator(`[contenteditable="true"][aria-labelledby="section-${section}"]`).waitFor();
		await page.locator(`[contenteditable="true"][aria-labelledby="section-${section}"]`).click();
		await page.keyboard.type(`${words} `);
	}

	test('four people go through it: roles, a forbidden write, a drop, what each keeps, and the minutes', async () => {
		const { server } = stage;
		const claire = await stage.enter('facilitator');
		const samir = await stage.enter('practitioner');
		const awa = await stage.enter('practitioner', 1, { width: 360, dark: true });
		const nadia = await stage.enter('applicant');
		const everybody: Visitor[] = [claire, samir, awa, nadia];

		// The lobby: by the way that the session's page shows.
		await claire.page.goto(`${server.url}/sessions/${sessionId}`);
		await claire.page.getByRole('link', { name: 'Rejoindre la salle' }).click();
		for (const { page } of everybody.slice(1)) await page.goto(`${server.url}/sessions/${sessionId}/room`);
		await awa.page.getByLabel('Un mot en arrivant').fill('contente d’être là');
		await awa.page.getByRole('button', { name: 'Dire', exact: true }).click();
		await claire.page.getByText('contente d’être là').waitFor();
		await claire.page.getByLabel('Durée de la séance').fill('20');
		await claire.page.getByRole('button', { name: 'Choisir', exact: true }).click();
		await samir.page.getByText('Codéveloppement, 20 minutes').waitFor();
		await claire.page.getByLabel('Situation de la séance').selectOption({ label: 'Une visite annulée' });
		await claire.page.getByLabel('Confier le rôle : Exposant·e').selectOption({ label: 'Samir Haddad' });
		await expectAccessible(awa.page);
		await claire.page.getByRole('button', { name: 'Commencer' }).click();
		await Promise.all(everybody.map(({ page }) => heading(page, 'Exposé').waitFor()));

		// Who presents writes; the others read.
		await write(samir.page, 'facts', 'La visite a été annulée deux fois.');
		await text(nadia.page, 'Faits').getByText('annulée deux fois').waitFor();
		expect(await text(nadia.page, 'Faits').getAttribute('contenteditable')).toBe('false');
		await expectAccessible(claire.page);

		// The frame is handed over, and whoever has it now goes on.
		await claire.page
			.getByLabel('Confier le cadre', { exact: true })
			.selectOption({ label: 'Confier le cadre à Nadia Kerbrat' });
		const next = (page: Page) => page.getByRole('button', { name: /^Suite/ });
		await next(nadia.page).waitFor();
		expect(await next(claire.page).count()).toBe(0);

		// Somebody loses the line while the others go on, and is where they are when it is back.
		await awa.context.setOffline(true);
		await awa.page.getByText('Connexion perdue').waitFor();
		await next(nadia.page).click();
		await heading(samir.page, 'Clarification').waitFor();
		await next(nadia.page).click();
		await heading(samir.page, 'Contrat').waitFor();
		await awa.context.setOffline(false);
		await heading(awa.page, 'Contrat').waitFor();
		await next(nadia.page).click();
		await Promise.all(everybody.map(({ page }) => heading(page, 'Consultation').waitFor()));

		// While the group consults, who presented listens and cannot write.
		await until(async () => (await text(samir.page, 'Faits').getAttribute('contenteditable')) === 'false');
		expect(await text(samir.page, 'Pistes').getAttribute('contenteditable')).toBe('false');
		await write(awa.page, 'options', 'Proposer un autre lieu.');
		await text(samir.page, 'Pistes').getByText('un autre lieu').waitFor();

		// What each one thinks is gathered without names, and shown together by whoever holds the frame.
		const contribute = async (page: Page, words: string) => {
			await page.getByLabel('Votre contribution').fill(words);
			await page.getByRole('button', { name: 'Ajouter au recueil' }).click();
		};
		await contribute(awa.page, 'Et si la visite faisait peur ?');
		await contribute(claire.page, 'Le lieu n’est peut-être pas le bon.');
		await expectAccessible(awa.page);
		await Promise.all([awa, claire].map(({ page }) => page.getByText('Recueillie.').waitFor()));
		expect(await text(samir.page, 'Hypothèses').innerText()).not.toContain('peur');
		await nadia.page.getByRole('button', { name: 'Montrer ensemble' }).click();
		for (const words of ['la visite faisait peur', 'pas le bon'])
			await text(samir.page, 'Hypothèses').getByText(words).waitFor();
		// Whose it is stands nowhere, and it is everybody's to go on from.
		const { authors } = await (await server.demoPerson('facilitator')).must<{
			authors: { name: string | null }[];
		}>('GET', `/api/cases/${caseId}/text`);
		expect(authors.map(({ name }) => name)).toContain(null);
		await awa.page.locator('[contenteditable="true"][aria-labelledby="section-hypotheses"]').waitFor();

		// What somebody notes is theirs alone.
		await samir.page.getByRole('textbox', { name: 'Mes notes' }).fill('Oser demander ce qui manque.');
		await samir.page
			.getByText(/^Enregistré à \d/)
			.first()
			.waitFor();
		expect(await awa.page.locator('body').innerText()).not.toContain('Oser demander');
		// What no network carried stays on the device when the window closes, and is there in the next one.
		const inRoom = `${server.url}/sessions/${sessionId}/room`;
		const ownNote = (page: Page) => page.getByRole('textbox', { name: 'Mes notes' });
		const aside = await samir.context.newPage();
		await aside.goto(inRoom);
		await until(async () => (await ownNote(aside).inputValue()).includes('Oser demander'));
		await samir.context.setOffline(true);
		await ownNote(aside).fill('Oser demander ce qui manque. Et le dire.');
		await aside.getByText('Vos mots sont gardés sur cet appareil.').waitFor();
		await aside.close();
		await samir.context.setOffline(false);
		const back = await samir.context.newPage();
		await back.goto(inRoom);
		await until(async () => (await ownNote(back).inputValue()).includes('Et le dire.'));
		await back.close();
		await heading(samir.page, 'Consultation').waitFor();

		// The word is given, and passed on.
		await awa.page.getByRole('button', { name: 'Prendre la parole' }).click();
		await awa.page.getByRole('button', { name: 'Passer la parole' }).click();

		// A person may be in danger: everybody stops, and comes back.
		await samir.page.getByRole('button', { name: 'Une personne est peut-être en danger' }).first().click();
		await samir.page.getByRole('button', { name: 'Arrêter le temps' }).click();
		await heading(nadia.page, 'Le cadre est suspendu').waitFor();
		expect(await nadia.page.getByRole('link', { name: '119' }).getAttribute('href')).toBe('tel:119');
		await expectAccessible(nadia.page);
		await nadia.page.getByRole('button', { name: 'Revenir à la séance' }).click();
		await nadia.page.getByRole('button', { name: 'Reprendre', exact: true }).click();

		await next(nadia.page).click();
		await heading(samir.page, 'Synthèse et plan d’action').waitFor();
		await next(nadia.page).click();
		await heading(samir.page, 'Apprentissages').first().waitFor();
		await next(nadia.page).click();

		// Closing.
		await Promise.all(everybody.map(({ page }) => heading(page, 'Clore la séance').waitFor()));
		await awa.page.getByLabel('Ce que j’emporte').fill('Demander avant de répondre.');
		await awa.page.getByRole('button', { name: 'Dire au groupe' }).click();
		await samir.page.getByText('Demander avant de répondre.').waitFor();
		await awa.page.getByLabel('utile', { exact: true }).check();
		await nadia.page.getByRole('button', { name: 'Clore la séance' }).click();

		// The minutes are there for everybody.
		await nadia.page.getByRole('link', { name: 'Lire le compte rendu' }).click();
		await nadia.page.getByText('Codéveloppement').first().waitFor();
		await nadia.page.getByText('Consultation').first().waitFor();
		await expectAccessible(nadia.page);

		// The note goes into the journal, and is no more where it was.
		await samir.page.getByRole('heading', { name: 'Reprendre mes notes dans mon journal' }).waitFor();
		await samir.page.getByLabel('Et maintenant').fill('Appeler la collègue jeudi.');
		await expectAccessible(samir.page);
		await samir.page.getByRole('button', { name: 'Mettre dans mon journal' }).click();
		await samir.page.waitForURL(/\/journal\/[0-9a-f]{8}-/);
		await samir.page.getByText('C’est dans votre journal.').waitFor();
		const note = await (await server.demoPerson('practitioner')).must<{ text: string }>(
			'GET',
			`/api/sessions/${sessionId}/note`,
		);
		expect(note.text).toBe('');
	});
});
