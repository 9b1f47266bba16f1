/** Voice and video of a room, in real browsers with devices that are made up. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible, fakeDevices } from '../support/browser.ts';
import { findBrowser } from '../support/find-program.ts';
import { allMove, callOf } from '../support/moving-pictures.ts';
import { sessionSoon } from '../support/soon.ts';
import { demoStage } from '../support/stage.ts';

describe.skipIf(findBrowser() === null)('the call of a room', () => {
	const stage = demoStage(fakeDevices);

	test('four people see four pictures that move; what fails there leaves the room as it is', async () => {
		const { server } = stage;
		const sessionId = await sessionSoon(server);
		const people = await Promise.all([
			stage.enter('facilitator'),
			stage.enter('practitioner', 0),
			stage.enter('practitioner', 1),
			stage.enter('applicant'),
		]);
		const [claire, samir, awa, nadia] = people.map(({ page }) => page) as [Page, Page, Page, Page];
		// Nadia’s browser lets nobody near a microphone at first, and keeps her connections within reach.
		await nadia.addInitScript(() => {
			const state = window as unknown as { refuse: boolean; links: RTCPeerConnection[] };
			state.refuse = true;
			state.links = [];
			const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
			navigator.mediaDevices.getUserMedia = (wish) =>
				state.refuse ? Promise.reject(new DOMException('', 'NotAllowedError')) : ask(wish);
			window.RTCPeerConnection = class extends RTCPeerConnection {
				constructor(configuration?: RTCConfiguration) {
					super(configuration);
					state.links.push(this);
				}
			};
		});
		await Promise.all(people.map(({ page }) => page.goto(`${server.url}/sessions/${sessionId}/room`)));

		// Before the call: one hears oneself, and nobody else does.
		await claire.getByRole('button', { name: 'Vérifier mon micro' }).click();
		await claire.getByText('Le micro capte votre voix.').waitFor();
		await claire.getByRole('button', { name: 'Arrêter l’essai' }).click();

		for (const { page } of people) await page.getByRole('button', { name: 'Rejoindre l’appel' }).click();
		await nadia.getByText('Votre navigateur ne donne pas accès au micro.').waitFor();
		await nadia.evaluate(() => Object.assign(window, { refuse: false }));
		// One arrives muted and unseen.
		await expect.poll(() => claire.getByText('micro fermé').count()).toBe(4);
		for (const { page } of people)
			await callOf(page).getByRole('button', { name: 'Allumer la caméra' }).click();
		for (const { page } of people) await allMove(page, 4);

		// M opens the microphone, except while one writes.
		await samir.locator('body').press('m');
		await claire.getByRole('listitem').filter({ hasText: 'Samir' }).getByText('micro ouvert').waitFor();
		await samir.getByLabel('Un mot en arrivant').press('m');
		await callOf(samir).getByText('micro ouvert').waitFor();
		await expectAccessible(claire);

		// Awa’s camera is pulled out, Nadia’s connections break: it is said in words, and the session begins.
		await callOf(awa)
			.locator('video')
			.first()
			.evaluate((video: HTMLVideoElement) => {
				for (const track of (video.srcObject as MediaStream).getTracks())
					track.dispatchEvent(new Event('ended'));
			});
		await awa.getByText('La caméra a été débranchée ou arrêtée.').waitFor();
		await claire.getByRole('listitem').filter({ hasText: 'Awa' }).getByText('caméra éteinte').waitFor();
		await nadia.evaluate(() => {
			for (const link of (window as unknown as { links: RTCPeerConnection[] }).links) link.close();
		});
		await claire.getByRole('button', { name: 'Choisir', exact: true }).click();
		await claire.getByRole('button', { name: 'Commencer' }).click();
		await Promise.all(people.map(({ page }) => page.getByText('Étape 1 sur').waitFor()));
		await claire.getByRole('group', { name: 'Tenir le cadre' }).getByRole('button').last().click();
		await Promise.all(people.map(({ page }) => page.getByText('Étape 2 sur').waitFor()));
		await claire
			.getByText(/ligne coupée, nouvel essai|pas de liaison/)
			.first()
			.waitFor();

		// Who joins again is seen again; the others never stopped.
		await callOf(nadia).getByRole('button', { name: 'Quitter l’appel' }).click();
		await callOf(nadia).getByRole('button', { name: 'Rejoindre l’appel' }).click();
		await callOf(nadia).getByRole('button', { name: 'Allumer la caméra' }).click();
		await allMove(claire, 3);
		await allMove(nadia, 3);
	});
});
