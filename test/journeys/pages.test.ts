/** Every page, in both languages, wide and narrow, by day and by night: axe finds nothing. */
import type { PollDetail } from '@entrepairs/contract/polls';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, openBrowser, signIn, visitor } from '../support/browser.ts';
import { startDemonstration } from '../support/demonstration.ts';
import { kept, looked, paste } from '../support/drafting.ts';
import { findBrowser } from '../support/find-program.ts';
import { newCase, reviewed, tomorrow } from '../support/people.ts';
import type { DemoFile, ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

/** As it stands in a mail to Samir. */
let unsubscribePath = '';
/** A link that nobody has followed yet. */
let invitation = '';
/** Claire’s, whose second reader is Samir. */
let waitingCase = '';
/** Open, and answered by Samir; the other one is not answered yet. */
let answeredPoll = '';
let newPoll = '';
/** The group’s own copy of a method. */
let ownMethod = '';
/** That was held in its room, a week ago. */
let heldSession = '';
let adoptedText = '';

const pages: [role: string | null, name: string, path: (demo: DemoFile) => string][] = [
	[null, 'sign in', () => '/sign-in'],
	[null, 'sign up', () => '/sign-up'],
	[null, 'accessibility', () => '/accessibility'],
	['practitioner', 'my week', () => '/'],
	['practitioner', 'groups', () => '/groups'],
	['practitioner', 'room', (demo) => `/sessions/${demo.sessionId}`],
	['practitioner', 'cases', () => '/cases'],
	['practitioner', 'case', (demo) => `/cases/${demo.caseId}`],
	['practitioner', 'versions', (demo) => `/cases/${demo.caseId}/versions`],
	['practitioner', 'second reading', () => `/cases/${waitingCase}`],
	['practitioner', 'no draft yet', () => '/drafts'],
	['practitioner', 'new draft', () => '/drafts/new'],
	['practitioner', 'draft', () => ''],
	['practitioner', 'sharing', () => '/share'],
	['practitioner', 'drafts', () => '/drafts'],
	['practitioner', 'journal', () => '/journal'],
	['practitioner', 'sessions attended', () => '/journal/attended'],
	['applicant', 'no session attended yet', () => '/journal/attended'],
	['practitioner', 'history', (demo) => `/groups/${demo.groupId}/history`],
	['practitioner', 'minutes', () => `/sessions/${heldSession}/minutes`],
	['facilitator', 'minutes to adopt', () => `/sessions/${heldSession}/minutes`],
	[
		'practitioner',
		'an adopted text of minutes',
		() => `/sessions/${heldSession}/minutes/versions/${adoptedText}`,
	],
	['practitioner', 'held session', () => `/sessions/${heldSession}`],
	['practitioner', 'new note', (demo) => `/journal/new?session=${demo.sessionId}`],
	['practitioner', 'account', () => '/account'],
	['practitioner', 'polls', (demo) => `/groups/${demo.groupId}/polls`],
	['practitioner', 'answered poll', (demo) => `/groups/${demo.groupId}/polls/${answeredPoll}`],
	['practitioner', 'poll to answer', (demo) => `/groups/${demo.groupId}/polls/${newPoll}`],
	['facilitator', 'new poll', (demo) => `/groups/${demo.groupId}/polls/new`],
	['practitioner', 'month', () => '/calendar'],
	['practitioner', 'week', () => '/calendar?view=week'],
	['practitioner', 'list', () => '/calendar?view=list'],
	['applicant', 'empty calendar', () => '/calendar?view=list'],
	['practitioner', 'notifications', () => '/notifications'],
	['practitioner', 'mails', () => '/mails'],
	['practitioner', 'turning mails off', () => unsubscribePath],
	['applicant', 'no notification yet', () => '/notifications'],
	['facilitator', 'group', (demo) => `/groups/${demo.groupId}`],
	['facilitator', 'roles', (demo) => `/groups/${demo.groupId}/roles`],
	['facilitator', 'cases to bring', (demo) => `/groups/${demo.groupId}/pitches`],
	['facilitator', 'plan', (demo) => `/groups/${demo.groupId}/plan`],
	['facilitator', 'change a session', (demo) => `/sessions/${demo.sessionId}/change`],
	['facilitator', 'waiting for a reading', () => `/cases/${waitingCase}`],
	['practitioner', 'charter', (demo) => `/groups/${demo.groupId}/charter`],
	['practitioner', 'conflicts', (demo) => `/groups/${demo.groupId}/conflicts`],
	['facilitator', 'changing the charter', (demo) => `/groups/${demo.groupId}/charter/edit`],
	['facilitator', 'possible conflicts', (demo) => `/groups/${demo.groupId}/conflicts`],
	['practitioner', 'methods', (demo) => `/groups/${demo.groupId}/methods`],
	['practitioner', 'method', (demo) => `/groups/${demo.groupId}/methods/${ownMethod}`],
	['facilitator', 'changing a method', (demo) => `/groups/${demo.groupId}/methods/${ownMethod}/edit`],
	['facilitator', 'new group', () => '/groups/new'],
	['facilitator', 'settings', (demo) => `/groups/${demo.groupId}/settings`],
	['facilitator', 'search', () => '/groups?q=mediation&field=family&places=free'],
	['moderator', 'organisation', (demo) => `/organisations/${demo.organisationId}`],
	['moderator', 'when someone is in danger', (demo) => `/organisations/${demo.organisationId}/danger`],
	['moderator', 'moderated group', (demo) => `/groups/${demo.groupId}`],
	['moderator', 'charter of a moderated group', (demo) => `/groups/${demo.groupId}/charter`],
	['applicant', 'nothing yet', () => '/'],
	['applicant', 'asked', () => '/groups'],
	['applicant', 'invited', () => `/invitations/${invitation}`],
	['applicant', 'a link that leads nowhere', () => '/invitations/none'],
	['applicant', 'refused', (demo) => `/cases/${demo.caseId}`],
];

/** With a finding that is kept, so that it can be shared, and passages to read. Returns its address. */
async function fillDraft(page: Page): Promise<string> {
	await page.waitForURL(/\/drafts\/[0-9a-f]{8}-/);
	await page.getByLabel(/^(Titre|Title)$/).fill('Une demande');
	const isFrench = (await page.locator('html').getAttribute('lang')) === 'fr';
	await paste(
		page.getByRole('textbox').nth(1),
		isFrench
			? 'La maire et ses six enfants vivent à Amiens.'
			: 'The mayor and her six children live in Leeds.',
	);
	await looked(page, 'current');
	await page.locator('mark.finding').click();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /identifiant|identifies/ })
		.click();
	await page.locator('mark.finding.is-kept').waitFor();
	await kept(page, 'saved');
	return page.url();
}

describe.skipIf(findBrowser() === null)('every page', () => {
	let server: ServerProcess;
	let browser: Browser;
	beforeAll(async () => {
		[server, browser] = await Promise.all([startDemonstration({ LOG_LEVEL: 'warn' }), openBrowser()]);
		const someone = await server.demoPerson('practitioner');
		await someone.must('POST', `/api/cases/${server.demo().caseId}/versions`, { name: 'Une version' });
		const author = await server.demoPerson('facilitator');
		const history = await author.must<{ sessions: { sessionId: string }[] }>(
			'GET',
			`/api/groups/${server.demo().groupId}/history`,
		);
		heldSession = history.sessions[0]?.sessionId ?? '';
		const minutes = `/api/sessions/${heldSession}/minutes`;
		await author.must('POST', `${minutes}/adoption`);
		const { versions } = await author.must<{ versions: { id: string }[] }>('DELETE', `${minutes}/adoption`);
		adoptedText = versions[0]?.id ?? '';
		await author.must('PATCH', `/api/groups/${server.demo().groupId}`, { secondReader: true });
		({ token: invitation } = await author.must<{ token: string }>(
			'POST',
			`/api/groups/${server.demo().groupId}/invitations`,
			{ days: 7 },
		));
		const { id } = await author.must<{ id: string }>(
			'POST',
			`/api/sessions/${server.demo().sessionId}/cases`,
			newCase({
				title: 'Le maire et le boulanger',
				sections: [
					{
						key: 'facts',
						text: 'Mme Kerouanton appelle le 06 12 34 56 78. Elle est la seule avocate du canton, et la mère de jumeaux.',
					},
				],
				review: reviewed({
					kept: [
						{ type: 'PERSON', reason: 'invented', count: 9 },
						{ type: 'PHONE', reason: 'invented', count: 9 },
						{ type: 'PROFESSION_RARE', reason: 'needed', count: 9 },
						{ type: 'PLACE', reason: 'needed', count: 9 },
					],
				}),
				secondReaderId: someone.me.id,
			}),
		);
		waitingCase = id;
		({ ref: ownMethod } = await author.must<{ ref: string }>(
			'POST',
			`/api/groups/${server.demo().groupId}/methods`,
			{ from: 'intervision', name: 'Notre intervision' },
		));
		const asked = {
			title: 'Une séance en plus',
			purpose: 'weekly',
			durationMinutes: 90,
			slots: ['2024-01-02', '2024-01-04'].map((day) => ({ day, time: '18:30' })),
			deadline: { day: tomorrow(), time: '23:00' },
			showsAtOnce: false,
		};
		const openPoll = () =>
			author.must<PollDetail>('POST', `/api/groups/${server.demo().groupId}/polls`, asked);
		newPoll = (await openPoll()).id;
		const poll = await openPoll();
		answeredPoll = poll.id;
		await someone.must('PATCH', `/api/polls/${poll.id}/answer`, {
			votes: poll.slots.map((slot) => ({ slotId: slot.id, vote: 'yes' })),
		});
		await author.must('PUT', `/api/groups/${server.demo().groupId}/practice`, {
			quorum: 3,
			withoutQuorum: 'cancel',
			quorumHours: 24,
			roles: ['presenter', 'timekeeper', 'scribe', 'observer'],
		});
		await author.must('PUT', `/api/sessions/${server.demo().sessionId}/answer`, {
			answer: 'maybe',
			words: 'Un train peut-être.',
		});
		for (const person of [author, someone])
			await person.must('POST', `/api/groups/${server.demo().groupId}/pitches`, {
				text: 'Une mère demande à reprendre les visites.',
				urgency: 'urgent',
				review: reviewed(),
			});
		const mailed = async () =>
			(await someone.must<{ mails: { text: string }[] }>('GET', '/api/mails')).mails
				.map(({ text }) => text.match(/\/unsubscribe\/\S+/)?.[0])
				.find((path) => path !== undefined) ?? '';
		await until(async () => (await mailed()) !== '', { what: 'the mail is written' });
		unsubscribePath = await mailed();
	});
	afterAll(async () => {
		await browser?.close();
		await server?.destroy();
	});

	test.each([
		{ language: 'fr', width: 1280, dark: false },
		{ language: 'en', width: 1280, dark: true },
	] as const)('$language: $width pixels, dark: $dark; and the other way', async (options) => {
		/** Everybody looks at their pages at the same time. */
		const look = async (role: string | null) => {
			const one = await visitor(browser, options);
			if (role !== null) {
				await signIn(one, server, role);
				await one.context.request.patch(`${server.url}/api/me`, { data: { language: options.language } });
			}
			/** A draft is only on the device where it was written. */
			let draft = '';
			for (const [, name, path] of pages.filter(([of]) => of === role)) {
				const isOfDraft = name === 'draft' || name === 'sharing';
				await one.page.goto(isOfDraft ? draft + path(server.demo()) : server.url + path(server.demo()));
				await one.page.getByRole('heading', { level: 1 }).waitFor();
				if (name === 'second reading') await one.page.locator('[data-findings] select').first().waitFor();
				if (name === 'case' || name.startsWith('minutes'))
					await one.page.getByRole('textbox').first().waitFor();
				if (name === 'versions') await one.page.getByRole('heading', { level: 2 }).first().waitFor();
				if (name === 'new draft') draft = await fillDraft(one.page);
				if (name === 'draft') {
					await looked(one.page, 'current');
					await one.page.locator('mark.finding').first().click();
					await one.page.getByRole('dialog').waitFor();
				}
				if (name === 'sharing') await one.page.getByRole('checkbox').first().waitFor();
				if (name === 'changing a method') await one.page.locator('main h3 button').first().click();
				expect(await one.page.locator('html').getAttribute('lang')).toBe(options.language);
				await expectAccessible(one.page);
				// The same page on a phone, and by night where that was by day.
				await one.page.setViewportSize({ width: 360, height: 740 });
				await one.page.emulateMedia({ colorScheme: options.dark ? 'light' : 'dark' });
				await expectAccessible(one.page);
				await one.page.setViewportSize({ width: options.width, height: 900 });
				await one.page.emulateMedia({ colorScheme: options.dark ? 'dark' : 'light' });
			}
			expect(one.complaints).toEqual([]);
			await one.close();
		};
		await Promise.all([...new Set(pages.map(([of]) => of))].map(look));
	});

	test('dialogs too', async () => {
		const one = await visitor(browser, { width: 360 });
		await signIn(one, server, 'facilitator');
		await one.context.request.patch(`${server.url}/api/me`, { data: { language: 'fr' } });
		await one.page.goto(`${server.url}/sessions/${server.demo().sessionId}`);
		await one.page.getByRole('button', { name: 'Ouvrir une situation' }).click();
		await one.page.getByRole('dialog').waitFor();
		await expectAccessible(one.page);
		await one.page.keyboard.press('Escape');
		await one.page.getByRole('dialog').waitFor({ state: 'detached' });
		const focused = one.page.locator(':focus');
		expect(await focused.innerText()).toBe('Ouvrir une situation');
		expect(one.complaints).toEqual([]);
		await one.close();
	});

	test('the security policy lets no inline script run', async () => {
		const response = await fetch(`${server.url}/sign-in`);
		const policy = response.headers.get('content-security-policy') ?? '';
		expect(policy).toMatch(/script-src [^;]*'nonce-/);
		expect(policy).not.toContain("'unsafe-inline'");
		expect(policy).toContain("default-src 'none'");
		const html = await response.text();
		// Nothing comes from elsewhere.
		expect([...html.matchAll(/(?:src|href)="(https?:)?\/\/[^"]+/g)].map(([address]) => address)).toEqual([]);
	});
});
