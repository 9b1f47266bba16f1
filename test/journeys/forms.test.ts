/** Forms while an answer is on its way, and after it: nothing typed is lost, nothing done twice. */
import type { Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { signIn } from '../support/browser.ts';
import { findBrowser } from '../support/find-program.ts';
import { demoStage } from '../support/stage.ts';
import { until } from '../support/until.ts';

/** Keeps requests back until they are let go; `arrived` is when the first one waits. */
async function hold(page: Page, method: string, path: RegExp) {
	const arrived = Promise.withResolvers<void>();
	const free = Promise.withResolvers<void>();
	await page.route(
		(url) => path.test(url.pathname),
		async (route: Route) => {
			if (route.request().method() !== method) return route.fallback();
			arrived.resolve();
			await free.promise;
			await route.continue();
		},
	);
	return { arrived: arrived.promise, letGo: () => free.resolve() };
}

/** How many requests of this kind the page has sent from now on. */
function counted(page: Page, method: string, path: RegExp): () => number {
	let count = 0;
	page.on('request', (request) => {
		if (request.method() === method && path.test(new URL(request.url()).pathname)) count++;
	});
	return () => count;
}

async function expectFocus(page: Page, words: string): Promise<void> {
	const focused = () => page.evaluate<string>('document.activeElement.textContent.trim()');
	await until(async () => (await focused()) === words, { what: `focus is on « ${words} »` });
}

describe.skipIf(findBrowser() === null)('forms', () => {
	const stage = demoStage();

	async function enter(role: string, path: string): Promise<Page> {
		const one = await stage.visit();
		await signIn(one, stage.server, role);
		await one.page.goto(stage.server.url + path);
		await one.page.getByRole('heading', { level: 1 }).waitFor();
		return one.page;
	}

	test('signing in before the page’s scripts have come waits for them, and loses nothing', async () => {
		const one = await stage.visit();
		const { page } = one;
		const scripts = await hold(page, 'GET', /\.js$/);
		await page.goto(`${stage.server.url}/sign-in`, { waitUntil: 'commit' });
		const [account] = stage.server.demo().accounts;
		await page.getByLabel('Adresse e-mail').fill(account?.email ?? '');
		await page.getByLabel('Mot de passe').fill(account?.password ?? '');
		await page.getByRole('button', { name: 'Se connecter' }).click();
		await scripts.arrived;
		expect(page.url()).toBe(`${stage.server.url}/sign-in`);
		scripts.letGo();
		await page.waitForURL(`${stage.server.url}/`);
	});

	test('one goes on writing while a new note is saved', async () => {
		const page = await enter('practitioner', '/journal/new');
		const [what, soWhat] = [page.getByLabel('Quoi ?'), page.getByLabel('Et alors ?')];
		const save = page.getByRole('button', { name: 'Enregistrer la note' });
		const post = await hold(page, 'POST', /^\/api\/journal$/);
		await what.fill('Un silence.');
		await save.click();
		await post.arrived;
		await soWhat.pressSequentially('Écrit pendant');
		post.letGo();
		await page.waitForURL(/\/journal\/[0-9a-f-]{36}$/);
		await page.getByRole('heading', { name: /^Note du/, level: 1 }).waitFor();
		// Still in the same place of the same text.
		await page.keyboard.type(' et après.');
		expect(await soWhat.inputValue()).toBe('Écrit pendant et après.');
		await page.getByText('Pas encore enregistré').waitFor();

		// What is not saved is not left behind unasked.
		page.once('dialog', (dialog) => dialog.dismiss());
		await page.getByRole('link', { name: 'Journal' }).first().click();
		await save.click();
		await page.getByText(/^Enregistré à/).waitFor();

		// The address is that of the note, for the history as well.
		await page.getByRole('link', { name: 'Journal' }).first().click();
		await page.getByRole('heading', { name: 'Journal', level: 1 }).waitFor();
		await page.goBack();
		await page.getByRole('heading', { name: /^Note du/, level: 1 }).waitFor();
		expect(await what.inputValue()).toBe('Un silence.');
		await page.reload();
		expect(await soWhat.inputValue()).toBe('Écrit pendant et après.');
		await page.getByRole('button', { name: 'Effacer la note' }).waitFor();
	});

	test('whoever left while a note was saved is not called back', async () => {
		const page = await enter('practitioner', '/journal/new');
		const post = await hold(page, 'POST', /^\/api\/journal$/);
		await page.getByLabel('Quoi ?').fill('Vite.');
		await page.getByRole('button', { name: 'Enregistrer la note' }).click();
		await post.arrived;
		page.once('dialog', (dialog) => dialog.accept());
		await page.getByRole('link', { name: 'Groupes' }).click();
		await page.getByRole('heading', { name: 'Groupes', level: 1 }).waitFor();
		const answered = page.waitForResponse((response) => response.request().method() === 'POST');
		post.letGo();
		await (await answered).finished();
		await page.getByRole('link', { name: 'Mon compte' }).click();
		await page.getByRole('heading', { name: 'Mon compte', level: 1 }).waitFor();
		await page.goBack();
		await page.getByRole('heading', { name: 'Groupes', level: 1 }).waitFor();
		expect(new URL(page.url()).pathname).toBe('/groups');
	});

	test('pressing twice opens one case, and starts one group', async () => {
		const room = await enter('practitioner', `/sessions/${stage.server.demo().sessionId}`);
		const cases = counted(room, 'POST', /\/cases$/);
		const casePage = await hold(room, 'GET', /^\/api\/cases\//);
		await room.getByRole('button', { name: 'Ouvrir une situation' }).click();
		await room.getByLabel('Titre').fill('Une seule fois');
		await room.getByRole('button', { name: 'Ouvrir la situation' }).click();
		await casePage.arrived;
		await room.getByRole('button', { name: 'Ouvrir la situation' }).press('Enter');
		await room.getByLabel('Titre').press('Enter');
		casePage.letGo();
		await room.getByRole('heading', { name: 'Une seule fois', level: 1 }).waitFor();
		expect(cases()).toBe(1);

		const founding = await enter('facilitator', '/groups/new');
		const groups = counted(founding, 'POST', /^\/api\/groups$/);
		const groupPage = await hold(founding, 'GET', /^\/api\/groups\//);
		await founding.getByLabel('Nom du groupe').fill('Un seul groupe');
		await founding.getByLabel('Pour quoi, pour qui').fill('Pour essayer.');
		await founding.getByRole('button', { name: 'Créer le groupe' }).click();
		await groupPage.arrived;
		await founding.getByRole('button', { name: 'Créer le groupe' }).press('Enter');
		await founding.getByLabel('Nom du groupe').press('Enter');
		groupPage.letGo();
		await founding.getByRole('heading', { name: 'Un seul groupe', level: 1 }).waitFor();
		expect(groups()).toBe(1);
	});

	test('a reason that was typed for one member does not wait for the next', async () => {
		const page = await enter('moderator', `/groups/${stage.server.demo().groupId}`);
		const reason = page.getByRole('dialog').getByLabel('Motif');
		await page.getByRole('button', { name: 'Retirer Samir Haddad du groupe' }).click();
		await reason.fill('Pour Samir.');
		await page.keyboard.press('Escape');
		// Given up, focus is where it was.
		await expectFocus(page, 'Retirer');
		await page.getByRole('button', { name: 'Retirer Awa Diarra du groupe' }).click();
		expect(await reason.inputValue()).toBe('');
	});

	test('focus goes on from a heading when what had it is gone', async () => {
		const { organisationId, groupId } = stage.server.demo();
		const helene = await enter('moderator', `/organisations/${organisationId}`);
		const answer = async (outcome: string) => {
			await helene.getByRole('button', { name: 'Répondre à Nadia Kerbrat' }).click();
			const dialog = helene.getByRole('dialog');
			await dialog.getByLabel(outcome).check();
			await dialog.getByLabel('Motif').fill('Le groupe commence plus tard.');
			return dialog.getByRole('button', { name: 'Donner cette réponse' });
		};
		await (await answer('Refuser')).click();
		await helene.getByText('La demande de Nadia Kerbrat est refusée.').waitFor();
		await expectFocus(helene, 'Demandes en attente');

		const nadia = await enter('applicant', '/groups');
		const withdrawals = counted(nadia, 'DELETE', /^\/api\/join-requests\//);
		const ask = async () => {
			await nadia.getByRole('button', { name: /Demander à rejoindre « Le mardi soir »/ }).click();
			await nadia.getByRole('dialog').getByLabel('Quelques mots sur vous').fill('Bonjour.');
			await nadia.getByRole('button', { name: 'Envoyer la demande' }).click();
			await nadia.getByRole('button', { name: 'Retirer ma demande' }).waitFor();
		};
		await ask();
		await expectFocus(nadia, 'Le mardi soir');
		const withdrawal = await hold(nadia, 'DELETE', /^\/api\/join-requests\//);
		await nadia.getByRole('button', { name: 'Retirer ma demande' }).click();
		await withdrawal.arrived;
		await nadia.getByRole('button', { name: 'Retirer ma demande' }).press('Enter');
		withdrawal.letGo();
		await nadia.getByText('Votre demande est retirée.').waitFor();
		await expectFocus(nadia, 'Rejoindre un groupe');
		expect(withdrawals()).toBe(1);

		// Answered meanwhile, by somebody else: the dialog says so, and closes on a page without its button.
		await ask();
		await helene.reload();
		const submit = await answer('Accepter');
		const { requests } = await (
			await helene.request.get(`${stage.server.url}/api/organisations/${organisationId}/join-requests`)
		).json();
		const { id } = requests.find(({ state }: { state: string }) => state === 'waiting');
		await helene.request.post(`${stage.server.url}/api/join-requests/${id}/decision`, {
			data: { outcome: 'refused', reason: 'Déjà répondu.' },
		});
		await submit.click();
		await helene.getByText('Cette demande a déjà reçu une réponse.').waitFor();
		await helene.getByText('Aucune demande n’attend de réponse.').waitFor({ state: 'attached' });
		await helene.keyboard.press('Escape');
		await expectFocus(helene, 'Demandes en attente');

		await helene.goto(`${stage.server.url}/groups/${groupId}`);
		await helene.getByRole('button', { name: 'Retirer Awa Diarra du groupe' }).click();
		const removal = helene.getByRole('dialog');
		await removal.getByLabel('Motif').fill('Départ convenu.');
		await removal.getByRole('button', { name: 'Retirer du groupe' }).click();
		await helene.getByText('Awa Diarra ne fait plus partie du groupe.').waitFor();
		await expectFocus(helene, 'Autour de la table');
	});

	test('the profile follows a language that is chosen elsewhere', async () => {
		const page = await enter('practitioner', '/account');
		await page.getByRole('button', { name: 'English' }).click();
		await page.getByRole('heading', { name: 'My account', level: 1 }).waitFor();
		expect(await page.getByLabel('Language', { exact: true }).inputValue()).toBe('en');
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await page.getByText('Your profile is saved.').waitFor();
		expect(await page.locator('html').getAttribute('lang')).toBe('en');
		expect((await (await page.request.get(`${stage.server.url}/api/me`)).json()).language).toBe('en');

		// What is chosen in the form counts all the same.
		await page.getByLabel('Language', { exact: true }).selectOption('fr');
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await page.getByRole('heading', { name: 'Mon compte', level: 1 }).waitFor();
		expect(await page.locator('html').getAttribute('lang')).toBe('fr');
	});

	test('half an answer leaves a form that can be sent again', async () => {
		const page = await enter('practitioner', '/account');
		await page.route('**/api/me', (route) =>
			route.fulfill({ contentType: 'application/json', body: '{"id' }),
		);
		await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
		await page.getByText('Pas de connexion.').waitFor();
		await page.unroute('**/api/me');
		await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
		await page.getByText('Votre profil est enregistré.').waitFor();
	});

	test('an editor that does not come is said, and can be asked for again', async () => {
		const page = await enter('practitioner', '/cases');
		await page.route('**/_app/immutable/**', async (route) => {
			const response = await route.fetch();
			return (await response.text()).includes('ProseMirror') ? route.abort() : route.fulfill({ response });
		});
		await page.goto(`${stage.server.url}/cases/${stage.server.demo().caseId}`);
		await page.getByText('La situation n’a pas pu s’ouvrir').waitFor();
		await page.unrouteAll({ behavior: 'wait' });
		await page.getByRole('button', { name: 'Recharger la page' }).click();
		await page.getByRole('textbox', { name: 'Contexte' }).waitFor();
	});
});
