/** A colleague reads before the group does, and whoever recognises a situation leaves it. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { expectAccessible, openBrowser, signIn, type Visitor, visitor } from '../support/browser.ts';
import { connect } from '../support/collab-client.ts';
import { startDemonstration } from '../support/demonstration.ts';
import { findBrowser } from '../support/find-program.ts';
import { newCase, reviewed } from '../support/people.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

const section = (page: Page, name: string): Locator => page.getByRole('textbox', { name });

async function expectText(page: Page, name: string, words: string): Promise<void> {
	await until(async () => (await section(page, name).innerText()).includes(words), {
		what: `« ${words} » in ${name}`,
	});
}

const reading = (page: Page): Locator =>
	page.getByRole('region', { name: 'Vous relisez cette situation avant le groupe' });

describe.skipIf(findBrowser() === null)('before the group reads', () => {
	let server: ServerProcess;
	let browser: Browser;
	/** Facilitates; Samir writes; Awa is asked to read. */
	let claire: Visitor;
	let samir: Visitor;
	let awa: Visitor;

	beforeAll(async () => {
		[server, browser] = await Promise.all([startDemonstration({ LOG_LEVEL: 'warn' }), openBrowser()]);
		[claire, samir, awa] = await Promise.all([visitor(browser), visitor(browser), visitor(browser)]);
		await signIn(claire, server, 'facilitator');
		await signIn(samir, server, 'practitioner');
		await signIn(awa, server, 'practitioner', 1);
	});
	afterAll(async () => {
		await browser?.close();
		await server?.destroy();
	});
	afterEach(() => {
		expect([claire, samir, awa].flatMap(({ complaints }) => complaints)).toEqual([]);
	});

	const goTo = ({ page }: Visitor, path: string) => page.goto(server.url + path);
	const room = () => `/sessions/${server.demo().sessionId}`;
	const caseLink = ({ page }: Visitor, title: string) => page.getByRole('link', { name: title });

	test('whoever facilitates asks for a second reading, and the members read that it is so', async () => {
		await goTo(samir, `/groups/${server.demo().groupId}`);
		const said = samir.page.getByText('chaque situation est relue par une personne du groupe');
		expect(await said.count()).toBe(0);
		expect(await samir.page.getByRole('switch').count()).toBe(0);

		await goTo(claire, `/groups/${server.demo().groupId}/settings`);
		await claire.page.getByRole('switch', { name: 'Une seconde lecture avant d’ouvrir' }).check();
		await claire.page.getByText('Les prochaines situations seront relues avant d’être ouvertes.').waitFor();
		await expectAccessible(claire.page);
		await claire.page.reload();
		expect(await claire.page.getByRole('switch').isChecked()).toBe(true);
		await samir.page.reload();
		await said.waitFor();
	});

	test('a case waits for its second reader, who treats what is found and opens it to the others', async () => {
		const { page } = samir;
		await goTo(samir, room());
		await page.getByRole('button', { name: 'Ouvrir une situation' }).click();
		const dialog = page.getByRole('dialog');
		expect(await dialog.getByRole('link', { name: 'Partir d’un brouillon' }).getAttribute('href')).toContain(
			`/drafts/new?session=${server.demo().sessionId}`,
		);

		// At once, before the look has had time to follow: it is waited for, and nothing is sent.
		await dialog.getByLabel('Titre').fill('La colère de Mme Kerouanton');
		await dialog.getByRole('button', { name: 'Ouvrir la situation' }).click();
		const found = dialog.getByLabel('Nom de personne : «\u00a0Kerouanton\u00a0»');
		await found.waitFor();
		await dialog.getByText('à changer dans le titre, ou à garder avec un motif').waitFor();
		await until(
			async () => (await page.locator(':focus').getAttribute('id')) === (await found.getAttribute('id')),
		);
		await expectAccessible(page);
		await dialog.getByLabel('Titre').fill('La colère d’une mère');
		await dialog.getByText('Rien n’a été repéré.').waitFor();
		await dialog.getByRole('button', { name: 'Ouvrir la situation' }).click();
		await dialog.getByText('À compléter.').waitFor();
		const readers = dialog.getByLabel('Seconde lecture');
		expect(await readers.locator('option').allInnerTexts()).toEqual([
			'Choisir…',
			'Claire Dubreuil',
			'Awa Diarra',
		]);
		await readers.selectOption({ label: 'Claire Dubreuil' });
		await dialog.getByRole('button', { name: 'Ouvrir la situation' }).click();
		await page.getByText('Cette situation attend d’être lue par Claire Dubreuil.').waitFor();
		const path = new URL(page.url()).pathname;

		// Somebody else is asked; the first no longer sees it.
		await page.getByRole('button', { name: 'Demander à quelqu’un d’autre' }).click();
		await dialog.getByLabel('Qui relit').selectOption({ label: 'Awa Diarra' });
		await expectAccessible(page);
		await dialog.getByRole('button', { name: 'Demander' }).click();
		await page.getByText('Cette situation attend d’être lue par Awa Diarra.').waitFor();
		await expectAccessible(page);
		await section(page, 'Faits').click();
		await page.keyboard.type('Elle a perdu ses jumeaux.');
		await until(async () => (await page.locator('[data-save-state]').innerText()).trim() === 'Enregistré');

		await goTo(claire, room());
		expect(await caseLink(claire, 'La colère d’une mère').count()).toBe(0);
		expect((await claire.context.request.get(`${server.url}/api${path}`)).status()).toBe(404);
		await goTo(samir, room());
		await page
			.getByRole('listitem')
			.filter({ hasText: 'La colère d’une mère' })
			.getByText('En seconde lecture')
			.waitFor();

		await goTo(awa, '/');
		await awa.page
			.getByRole('listitem')
			.filter({ hasText: 'à relire avant ouverture au groupe' })
			.getByRole('link', { name: 'Relire' })
			.click();
		await reading(awa.page).waitFor();
		await reading(awa.page).getByText('À regarder en premier').waitFor();
		// Past the look on any device: only this reading stands between the name and the group.
		const writer = await connect(await server.demoPerson('practitioner'), path.split('/').at(-1) ?? '');
		const paragraph = writer.document.getXmlFragment('request').get(0) as Y.XmlElement;
		paragraph.insert(0, [new Y.XmlText('Faut-il rappeler Mme Kerouanton ?')]);
		await until(() => writer.isSaved());
		writer.leave();
		const kept = reading(awa.page).getByLabel('Nom de personne : «\u00a0Kerouanton\u00a0»');
		await kept.waitFor();
		await expectAccessible(awa.page);

		// Not while something is undecided, nor before the whole was read again.
		const finish = reading(awa.page).getByRole('button', { name: 'J’ai relu : ouvrir au groupe' });
		await finish.click();
		await until(async () => (await kept.getAttribute('aria-invalid')) === 'true');
		const undecided = reading(awa.page).locator('select');
		for (const one of await undecided.all()) await one.selectOption({ label: 'C’est un nom inventé' });
		await reading(awa.page).getByText('Tout est décidé').waitFor();
		await finish.click();
		await reading(awa.page).getByText('Confirmez que vous avez relu le texte.').waitFor();
		expect((await claire.context.request.get(`${server.url}/api${path}`)).status()).toBe(404);

		// A passage is shown where it stands, and what is written instead is looked at again.
		await reading(awa.page)
			.getByRole('button', { name: /^Voir dans le texte.*Kerouanton/ })
			.click();
		expect(await awa.page.evaluate('getSelection().toString()')).toBe('Kerouanton');
		await awa.page.keyboard.type('A.');
		await until(async () => (await kept.count()) === 0);
		for (const one of await undecided.all()) await one.selectOption({ label: 'C’est un nom inventé' });
		await reading(awa.page).getByLabel('J’ai relu tout le texte, titre compris.').check();
		await finish.click();
		await awa.page.getByText('La situation est ouverte au groupe.').waitFor();
		await reading(awa.page).waitFor({ state: 'detached' });

		await goTo(claire, room());
		await caseLink(claire, 'La colère d’une mère').click();
		await expectText(claire.page, 'Demande au groupe', 'Faut-il rappeler Mme A.');
		await goTo(awa, '/');
		await awa.page.getByRole('heading', { level: 1 }).waitFor();
		expect(await awa.page.getByText('à relire avant ouverture au groupe').count()).toBe(0);
	});

	test('a title is changed only once what is found in it is treated', async () => {
		const { page } = samir;
		await goTo(samir, `/cases/${server.demo().caseId}`);
		await page.getByRole('button', { name: 'Changer le titre' }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByLabel('Titre').fill('Le retour de Mme Kerouanton');
		const found = dialog.getByLabel('Nom de personne : «\u00a0Kerouanton\u00a0»');
		await found.waitFor();
		await dialog.getByRole('button', { name: 'Changer' }).click();
		await until(async () => (await found.getAttribute('aria-invalid')) === 'true');
		await expectAccessible(page);
		await found.selectOption({ label: 'C’est un nom inventé' });
		await dialog.getByText('Tout est décidé').waitFor();

		// The server looks too: a page that accounts for nothing is refused, and says why.
		await samir.context.route('**/api/cases/*', (route) => {
			if (route.request().method() !== 'PATCH') return route.continue();
			const body = route.request().postDataJSON() as { title: string; review: object };
			return route.continue({ postData: JSON.stringify({ ...body, review: reviewed() }) });
		});
		await dialog.getByRole('button', { name: 'Changer' }).click();
		await dialog
			.getByRole('alert')
			.filter({ hasText: 'Le service voit dans ce texte des repérages' })
			.waitFor();
		await samir.context.unroute('**/api/cases/*');
		await dialog.getByRole('button', { name: 'Changer' }).click();
		await page.getByRole('heading', { name: 'Le retour de Mme Kerouanton', level: 1 }).waitFor();
	});

	test('without the detector nothing is sent, and it is said', async () => {
		const { page } = samir;
		await goTo(samir, room());
		// The lists of words do not come; the page is new, nothing of them is in it.
		await samir.context.route(/word-lists/, (route) => route.abort());
		await page.getByRole('button', { name: 'Ouvrir une situation' }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByLabel('Titre').fill('Une demande');
		await dialog.getByText('Le détecteur n’a pas pu être chargé').waitFor();
		await dialog.getByRole('button', { name: 'Ouvrir la situation' }).click();
		const retry = dialog.getByRole('button', { name: 'Réessayer' });
		await until(async () => (await page.locator(':focus').innerText()) === 'Réessayer');
		await expectAccessible(page);
		await samir.context.unroute(/word-lists/);
		await retry.click();
		await dialog.getByText('Rien n’a été repéré.').waitFor();
	});

	test('when the second reader leaves, the author is told that nobody reads, and asks somebody else', async () => {
		const [author, reader] = [
			await server.demoPerson('practitioner'),
			await server.demoPerson('practitioner', 1),
		];
		const { id } = await author.must<{ id: string }>(
			'POST',
			`/api/sessions/${server.demo().sessionId}/cases`,
			{
				...newCase({ title: 'Une place qui se libère' }),
				secondReaderId: reader.me.id,
			},
		);
		await goTo(awa, `/cases/${id}`);
		await awa.page.getByRole('button', { name: 'Je reconnais la situation' }).click();
		const leaving = awa.page.getByRole('dialog');
		// No secret is promised that the author could not but see through.
		await leaving.getByText('qui l’a ouverte verra que vous ne la relisez plus').waitFor();
		expect(await leaving.getByText('Personne n’apprend qui s’est retiré').count()).toBe(0);
		await leaving.getByRole('button', { name: 'Me retirer' }).click();
		await awa.page.waitForURL(server.url + room());

		await goTo(samir, `/cases/${id}`);
		await samir.page.getByText('Personne ne relit cette situation pour l’instant.').waitFor();
		await expectAccessible(samir.page);
		await samir.page.getByRole('button', { name: 'Demander une lecture' }).click();
		const asking = samir.page.getByRole('dialog');
		await asking.getByLabel('Qui relit').selectOption({ label: 'Awa Diarra' });
		await asking.getByRole('button', { name: 'Demander' }).click();
		await asking.getByText('Ce choix n’est pas proposé.').waitFor();
		await asking.getByLabel('Qui relit').selectOption({ label: 'Claire Dubreuil' });
		await asking.getByRole('button', { name: 'Demander' }).click();
		await samir.page.getByText('Cette situation attend d’être lue par Claire Dubreuil.').waitFor();
	});

	test('whoever recognises a situation leaves it at once; the others learn only that one is absent', async () => {
		const author = await server.demoPerson('facilitator');
		const { id } = await author.must<{ id: string }>(
			'POST',
			`/api/sessions/${server.demo().sessionId}/cases`,
			{
				...newCase({ title: 'Une rupture de suivi', review: reviewed() }),
				secondReaderId: (await server.demoPerson('practitioner')).me.id,
			},
		);
		await (await server.demoPerson('practitioner')).must('POST', `/api/cases/${id}/second-reading`, {
			review: reviewed(),
		});

		const elsewhere = await visitor(browser);
		await signIn(elsewhere, server, 'practitioner', 1);
		for (const one of [samir, awa, elsewhere, claire]) {
			await goTo(one, `/cases/${id}`);
			await section(one.page, 'Faits').waitFor();
		}
		expect(await claire.page.getByRole('button', { name: 'Je reconnais la situation' }).count()).toBe(0);
		await awa.page.getByRole('button', { name: 'Je reconnais la situation' }).click();
		const dialog = awa.page.getByRole('dialog');
		await dialog.getByText('Vous perdez l’accès à cette situation à l’instant même').waitFor();
		await expectAccessible(awa.page);
		await dialog.getByRole('button', { name: 'Me retirer' }).click();
		await awa.page.waitForURL(server.url + room());
		await awa.page.getByText('Vous n’avez plus accès à cette situation.').waitFor();
		expect(await caseLink(awa, 'Une rupture de suivi').count()).toBe(0);
		expect((await awa.context.request.get(`${server.url}/api/cases/${id}`)).status()).toBe(404);

		// Closed where it was open, too, with nothing of it left on the page.
		await elsewhere.page.getByRole('heading', { name: 'Situation fermée', level: 1 }).waitFor();
		expect(await section(elsewhere.page, 'Faits').count()).toBe(0);
		expect(await elsewhere.page.getByText('Une rupture de suivi').count()).toBe(0);
		expect(elsewhere.complaints).toEqual([]);
		await elsewhere.close();

		for (const one of [samir, claire]) {
			await one.page.reload();
			await one.page.getByText('1 personne est absente de cette situation').waitFor();
			await section(one.page, 'Faits').waitFor();
			// Who it is can be learnt from nothing that the page was given about the case.
			const told = await (await one.context.request.get(`${server.url}/api/cases/${id}`)).text();
			expect(told).not.toContain('Awa');
			await expectAccessible(one.page);
		}
	});
});
