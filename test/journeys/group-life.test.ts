/**
 * The life of a group, as its people see it: made, joined, signed, given a time, moved over a change of
 * clock, answered, shared out, cancelled. Then what reached them by mail, and what their calendar reads.
 * The parts are one story: each begins where the one before ended.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
	openBrowser,
	signIn,
	signInOnPage,
	type Visitor,
	type VisitorOptions,
	visitor,
} from '../support/browser.ts';
import { readInvitation, readSessions, wrongBytes } from '../support/calendar-reader.ts';
import { dayInWords, monthInWords, octoberChange } from '../support/clock-change.ts';
import { startDemonstration } from '../support/demonstration.ts';
import { findBrowser } from '../support/find-program.ts';
import { MailServer, type ReceivedMail, wordsOfHtml } from '../support/mail-server.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

const GROUP = 'Les pairs du canal';
const WORD = 'Une formation ce soir-là';
const MOVED_BECAUSE = 'La salle municipale est prise';
const CANCELLED_BECAUSE = 'Plusieurs absences annoncées';
const PEOPLE = ['Claire', 'Dubreuil', 'Awa', 'Diarra', 'Nadia', 'Kerbrat', 'Hélène', 'Morvan'];

const N = '\u202f';
const PARIS = `18${N}h${N}30 – 20${N}h`;
/** In La Réunion, where no clock changes: before the change in Paris, and after it. */
const REUNION = { before: `20${N}h${N}30 – 22${N}h`, after: `21${N}h${N}30 – 23${N}h` };
/** Spaces that do not break are spaces like others. */
const says = (words: string) => new RegExp(words.replaceAll(/\s/g, '\\s'));

const now = Temporal.Now.zonedDateTimeISO('Europe/Paris');
const { weekday, otherWeekday, ...days } = octoberChange(now);
/** As the pages say it: without the year when it is this one. */
const inWords = (day: Temporal.PlainDate) => dayInWords(day).replace(new RegExp(` ${now.year}$`), '');

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name, exact: true });
const told = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

describe.skipIf(findBrowser() === null)('the life of a group', () => {
	let mail: MailServer;
	let server: ServerProcess;
	let browser: Browser;
	let claire: Visitor;
	let awa: Visitor;
	let nadia: Visitor;
	const visitors: Visitor[] = [];
	/** Addresses that people come by again: from a link, a mail, or the history of their browser. */
	const address = { group: '', invitation: '', poll: '', moved: '' };

	beforeAll(async () => {
		mail = await new MailServer().start();
		[server, browser] = await Promise.all([
			startDemonstration({ LOG_LEVEL: 'warn', SMTP_URL: mail.url }),
			openBrowser(),
		]);
		[claire, awa, nadia] = await Promise.all([somebody(), somebody({ width: 360 }), somebody()]);
	});
	afterAll(async () => {
		await browser?.close();
		await server?.destroy();
		await mail?.stop();
	});
	afterEach(() => {
		expect(visitors.flatMap((one) => one.complaints.splice(0))).toEqual([]);
	});

	async function somebody(options: VisitorOptions = {}): Promise<Visitor> {
		const one = await visitor(browser, options);
		visitors.push(one);
		return one;
	}
	const email = (role: string, nth = 0) =>
		server.demo().accounts.filter((account) => account.role === role)[nth]?.email ?? '';
	async function open({ page }: Visitor, where: string): Promise<Page> {
		await page.goto(where.startsWith('http') ? where : server.url + where);
		await page.locator('html[data-ready]').waitFor();
		return page;
	}

	test('is made by somebody, joined by a link for one person, and by a request that is answered', async () => {
		await signInOnPage(claire, server, 'facilitator');
		const { page } = claire;
		await link(page, 'Groupes').click();
		await link(page, 'Créer un groupe').click();
		await page.getByLabel('Nom du groupe').fill(GROUP);
		await page.getByLabel('Pour quoi, pour qui').fill('Se lire entre pairs, une fois par semaine.');
		await page.getByLabel('Nombre de places').fill('5');
		await page.getByLabel('Intervision (consultation entre pairs)').check();
		await button(page, 'Créer le groupe').click();
		await page.getByRole('heading', { level: 1, name: GROUP }).waitFor();
		address.group = page.url();

		await link(page, 'Réglages').click();
		await page.getByLabel('Valable pendant').selectOption('Trois jours');
		await button(page, 'Créer un lien d’invitation').click();
		address.invitation = await page.getByLabel('Lien d’invitation', { exact: true }).inputValue();

		// Awa follows it on her phone; she has to say first who she is.
		await open(awa, address.invitation);
		await awa.page.getByLabel('Adresse e-mail').fill(email('practitioner', 1));
		const password = server.demo().accounts[0]?.password ?? '';
		await awa.page.getByLabel('Mot de passe').fill(password);
		await button(awa.page, 'Se connecter').click();
		await told(awa.page, 'Claire Dubreuil vous invite à rejoindre ce groupe.');
		await button(awa.page, 'Accepter l’invitation').click();
		await awa.page.getByRole('heading', { level: 1, name: GROUP }).waitFor();

		// Nadia lives by another clock. The link is used up; she asks, and a moderator answers.
		await signIn(nadia, server, 'applicant');
		await open(nadia, '/account');
		await nadia.page.getByLabel('Fuseau horaire').selectOption('Indian/Reunion');
		await nadia.page
			.getByRole('region', { name: 'Profil' })
			.getByRole('button', { name: 'Enregistrer' })
			.click();
		await told(nadia.page, 'Votre profil est enregistré.');
		await open(nadia, address.invitation);
		await nadia.page.getByRole('heading', { name: 'Cette invitation ne mène nulle part' }).waitFor();
		await link(nadia.page, 'Voir les groupes').click();
		await button(nadia.page, `Demander à rejoindre « ${GROUP} »`).click();
		await nadia.page.getByLabel('Quelques mots sur vous').fill('J’exerce seule et je cherche des pairs.');
		await button(nadia.page, 'Envoyer la demande').click();
		await told(nadia.page, 'Votre demande est envoyée.');

		const helene = await somebody();
		await signIn(helene, server, 'moderator');
		await open(helene, '/');
		await link(helene.page, 'Organisation').click();
		await helene.page
			.getByRole('article')
			.filter({ hasText: GROUP })
			.getByRole('button', { name: 'Répondre à Nadia Kerbrat' })
			.click();
		await helene.page.getByLabel('Accepter').check();
		await helene.page.getByLabel('Motif').fill('Bienvenue dans le réseau.');
		await button(helene.page, 'Donner cette réponse').click();
		await told(helene.page, 'Nadia Kerbrat est dans le groupe.');
	});

	async function signCharter({ page }: Visitor): Promise<void> {
		await page.getByLabel('J’ai lu cette charte et je la signe.').check();
		await button(page, 'Signer la charte').click();
		await told(page, /^Vous avez signé la version 1 /);
	}

	test('signs its charter, and finds a time that becomes a weekly rhythm', async () => {
		for (const one of [claire, awa]) {
			await open(one, address.group);
			await told(one.page, 'Sans votre signature, la salle et les situations vous restent fermées.');
			await link(one.page, 'Lire et signer la charte').click();
			await signCharter(one);
		}

		const { page } = claire;
		await link(page, 'Sondages').click();
		await link(page, 'Ouvrir un sondage').click();
		await page.getByLabel('Titre').fill('Notre heure');
		await page.getByRole('radio', { name: /^Un rythme hebdomadaire/ }).check();
		for (const day of [weekday, otherWeekday]) await button(page, day).click();
		await button(page, 'Ouvrir le sondage').click();
		await page.getByRole('heading', { level: 1, name: 'Notre heure' }).waitFor();
		address.poll = page.url();

		const answers = [
			[claire, 'Oui', 'Au besoin'],
			[awa, 'Oui', 'Non'],
			[nadia, 'Au besoin', 'Non'],
		] as const;
		for (const [one, wanted, other] of answers) {
			await open(one, address.poll);
			const say = (day: string, vote: string) =>
				one.page
					.getByRole('group', { name: says(`^${day}, \\d`) })
					.getByRole('radio', { name: vote, exact: true })
					.check();
			await say(weekday, wanted);
			await say(otherWeekday, other);
			await button(one.page, 'Enregistrer mes réponses').click();
			await told(one.page, /^Vos réponses sont enregistrées/);
		}

		await open(claire, address.poll);
		await told(page, '3 personnes sur 3 peuvent venir. Au besoin seulement : Nadia Kerbrat.');
		await button(page, says(`^Commencer ce rythme, ${weekday}`)).click();
		await page.waitForURL(/\/sessions\//);
		await page.getByRole('heading', { level: 1, name: /^Séance du/ }).waitFor();

		// Nadia has not signed: she reads when it is, and comes no further until she has.
		await open(nadia, page.url());
		await told(nadia.page, 'Signez la charte pour entrer');
		expect(await button(nadia.page, 'Ouvrir une situation').count()).toBe(0);
		await link(nadia.page, 'Lire et signer la charte').click();
		await signCharter(nadia);
		await open(nadia, page.url());
		await button(nadia.page, 'Ouvrir une situation').waitFor();
	});

	test('begins in October instead, and one session goes over the change of the clocks', async () => {
		const { page } = claire;
		await link(page, 'Modifier la séance').click();
		await page.getByLabel('Toutes celles à venir').check();
		await page.getByLabel('Première séance').fill(days.first.toString());
		await told(page, says(`^Le ${inWords(days.change)}, l’heure change ; la séance reste à 18 h 30`));
		await button(page, 'Enregistrer le changement').click();
		await page.getByRole('heading', { level: 1, name: GROUP }).waitFor();
		await link(page, says(`^${inWords(days.first)}.*${PARIS}`)).waitFor();

		// Everybody has a part, and another one the week after.
		await link(page, 'Rôles').click();
		await page.getByRole('heading', { level: 1, name: 'Rôles' }).waitFor();
		const row = (day: Temporal.PlainDate) =>
			page.getByRole('row').filter({ has: link(page, says(`^${inWords(day)}$`)) });
		const shared = async (day: Temporal.PlainDate) =>
			(await row(day).getByRole('cell').allInnerTexts()).map(
				(cell) => PEOPLE.find((name) => cell.includes(name)) ?? cell,
			);
		const [first, second] = [await shared(days.first), await shared(days.before)];
		expect([...first].sort()).toEqual(['Awa', 'Claire', 'Nadia']);
		expect([...second].sort()).toEqual(['Awa', 'Claire', 'Nadia']);
		for (const [role, name] of first.entries()) expect(second[role]).not.toBe(name);

		await row(days.before).getByRole('link').click();
		await link(page, 'Modifier la séance').click();
		await page.getByLabel('Jour', { exact: true }).fill(days.moved.toString());
		await page.getByLabel('Motif').fill(MOVED_BECAUSE);
		await button(page, 'Enregistrer le changement').click();
		await page.getByRole('heading', { level: 1, name: says(`^Séance du ${inWords(days.moved)}$`) }).waitFor();
		await told(page, says(`^prévue le ${inWords(days.before)}`));
		address.moved = page.url();
	});

	test('says who comes, and who does what instead of whom', async () => {
		const answers = [
			[claire, 'Je viens'],
			[awa, 'Je ne viens pas'],
			[nadia, 'Je viens peut-être'],
		] as const;
		for (const [one, answer] of answers) {
			const page = await open(one, address.moved);
			await page.getByRole('radio', { name: answer, exact: true }).check();
			await told(page, 'Votre réponse est enregistrée.');
		}
		await awa.page.getByLabel('Un mot pour le groupe').fill(WORD);
		await button(awa.page, 'Enregistrer le mot').click();
		await told(awa.page, `«\u00a0${WORD}\u00a0»`);
		await told(nadia.page, says(`${REUNION.after}`));
		await told(nadia.page, says(`pour le groupe, ${PARIS}`));

		const page = await open(claire, address.moved);
		await told(page, '1 personne sur 3 vient.');
		await told(page, WORD);
		const roles = page.getByRole('region', { name: 'Qui fait quoi' });
		expect(await roles.innerText()).not.toContain('Awa');
		const offered = await roles
			.getByRole('button', { name: /^Proposer à quelqu’un/ })
			.first()
			.innerText();
		const role = offered.replace(/^.*, /s, '');
		await roles
			.getByRole('button', { name: /^Proposer à quelqu’un/ })
			.first()
			.click();
		await page.getByLabel('À qui, et en échange de quoi').selectOption('Nadia Kerbrat, sans échange');
		await button(page, 'Envoyer la proposition').click();
		await told(page, says(`^Vous avez proposé à Nadia Kerbrat : ${role}`));

		await open(nadia, address.moved);
		await told(nadia.page, says(`^Claire Dubreuil vous propose : ${role}`));
		await button(nadia.page, 'Accepter').click();
		await told(nadia.page, 'C’est fait : les rôles sont échangés.');
		await nadia.page.getByRole('button', { name: says(`^Rendre ce rôle.*${role}`) }).waitFor();
	});

	/** The calendar as a list of one month, found by turning its pages. */
	async function listOf({ page }: Visitor, day: Temporal.PlainDate): Promise<void> {
		const month = monthInWords(day);
		await link(page, 'Liste').click();
		// The way to the next month is one of the view that is shown.
		await page.waitForURL(/view=list/);
		for (let turned = 0; turned < 26; turned++) {
			const title = page.getByRole('heading', { level: 2 }).first();
			if ((await title.innerText()).toLowerCase() === month) return;
			const before = await title.innerText();
			await link(page, 'Mois suivant').click();
			await until(async () => (await title.innerText()) !== before, { what: 'another month' });
		}
		throw new Error(`no ${month}`);
	}

	test('calls one session off, which stays there, struck through', async () => {
		const page = await open(claire, '/calendar');
		await listOf(claire, days.last);
		const entry = page
			.getByRole('listitem')
			.filter({ has: page.getByRole('heading', { name: says(`^${inWords(days.last)}`) }) });
		await entry.getByRole('link', { name: new RegExp(GROUP) }).click();
		await link(page, 'Modifier la séance').click();
		await page.getByLabel('L’annuler').check();
		await page.getByLabel('Motif').fill(CANCELLED_BECAUSE);
		await button(page, 'Annuler la séance').click();
		await told(page, `Motif : ${CANCELLED_BECAUSE}`);
		const line = 'getComputedStyle(document.querySelector("main time")).textDecorationLine';
		expect(await page.evaluate(line)).toBe('line-through');
	});

	/** What somebody was sent about sessions of this group, in the order of what happened. */
	const aboutSessions = (one: string) =>
		mail.to(one).filter(({ subject = '' }) => /séances? .*: Les pairs/i.test(subject.replaceAll(N, ' ')));
	const invitations = (one: ReceivedMail) =>
		one.attachments.filter(({ contentType }) => contentType === 'text/calendar');
	/** An hour on the wall in Paris, as an instant. */
	const instant = (day: Temporal.PlainDate) =>
		new Date(
			day.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: '18:30' }).epochMilliseconds,
		).toISOString();

	test('reached its people by mail: with their own hours, as invitations, and nothing in confidence', async () => {
		const readers = { awa: email('practitioner', 1), nadia: email('applicant') };
		for (const reader of Object.values(readers)) {
			const what = 'the last mail has come';
			await until(() => aboutSessions(reader).length === 4, { withinMs: 60_000, what });
		}
		const kinds = ['Séance prévue', 'Les séances changent', 'Séance déplacée', 'Séance annulée'];
		const asked = (one: string) => aboutSessions(one).map(({ subject }) => subject?.replace(/\s:.*/, ''));
		expect([asked(readers.awa), asked(readers.nadia)]).toEqual([kinds, kinds]);
		// Samir and Hélène are not of this group.
		for (const other of [email('practitioner'), email('moderator')]) expect(aboutSessions(other)).toEqual([]);

		const [, , moved, cancelled] = aboutSessions(readers.awa);
		expect(moved?.text).toContain(`${dayInWords(days.moved)}, ${PARIS} (heure d’Europe centrale)`);
		expect(moved?.text).toContain(`Elle était prévue\u00a0: ${dayInWords(days.before)}, 18${N}h${N}30.`);
		expect(cancelled?.text).toContain(`${dayInWords(days.last)}, ${PARIS} (heure d’Europe centrale)`);
		const [, begins, movedFar, cancelledFar] = aboutSessions(readers.nadia);
		expect(begins?.text).toContain(`${dayInWords(days.first)}, ${REUNION.before} (heure de La Réunion)`);
		expect(movedFar?.text).toContain(`${dayInWords(days.moved)}, ${REUNION.after} (heure de La Réunion)`);
		expect(movedFar?.text).toContain(`Pour le groupe\u00a0: ${dayInWords(days.moved)}, ${PARIS}`);
		expect(movedFar?.text).toContain(`${dayInWords(days.before)}, 20${N}h${N}30.`);
		expect(cancelledFar?.text).toContain(`${dayInWords(days.last)}, ${REUNION.after} (heure de La Réunion)`);

		for (const reader of Object.values(readers)) {
			const said = aboutSessions(reader).map((one) => {
				const [invitation, ...more] = invitations(one);
				expect(more).toEqual([]);
				const ics = invitation?.content.toString('utf8') ?? '';
				expect(wrongBytes(ics)).toEqual([]);
				const { method, events } = readInvitation(ics);
				expect(events.every(({ attendees }) => attendees.join() === `mailto:${reader}`)).toBe(true);
				return { method, ics, events };
			});
			expect(said.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'REQUEST', 'CANCEL']);
			expect(new Set(said.flatMap(({ events }) => events.map(({ uid }) => uid))).size).toBe(1);
			expect(said.map(({ events }) => events[0]?.sequence)).toEqual(['0', '1', '2', '3']);
			const span = [instant(days.first), instant(days.last.add({ days: 1 }))].map((one) => new Date(one));
			const [from = new Date(), to = new Date()] = span;
			expect(readSessions(said[1]?.ics ?? '', from, to).map(({ startsAt }) => startsAt)).toEqual(
				[days.first, days.before, days.after, days.last].map(instant),
			);
			expect(said[2]?.events).toMatchObject([
				{ startsAt: instant(days.moved), ofInstant: instant(days.before), status: null },
			]);
			expect(said[3]?.events).toMatchObject([{ ofInstant: instant(days.last), status: 'CANCELLED' }]);
		}

		const ofGroup = mail.received.filter(({ subject }) => subject?.includes(GROUP));
		expect(ofGroup.length).toBeGreaterThan(10);
		for (const one of ofGroup) {
			const content = [one.subject, one.text, wordsOfHtml(String(one.html))];
			const inCalendars = invitations(one).map((part) => part.content.toString('utf8'));
			// Addresses hold first names in the demonstration; they are the reader's own.
			const words = [...content, ...inCalendars].join(' ').replaceAll(one.recipient, '');
			for (const kept of [...PEOPLE, WORD, MOVED_BECAUSE, CANCELLED_BECAUSE, 'Notre heure']) {
				expect(words).not.toContain(kept);
			}
			expect(one.raw).toMatch(/^List-Unsubscribe:\s+<http:\/\/localhost:\d+\/unsubscribe\/[^>]+>/m);
			expect(one.raw).toMatch(/^List-Unsubscribe-Post:\s+List-Unsubscribe=One-Click/m);
		}
	});

	test('is in the calendars of its people as the site lists it', async () => {
		const page = await open(nadia, '/account');
		await button(page, 'Créer une adresse').click();
		const feed = await page.getByLabel('Adresse du calendrier').inputValue();
		const answer = await fetch(feed);
		expect(answer.status).toBe(200);
		const ics = await answer.text();
		expect(wrongBytes(ics)).toEqual([]);

		await open(nadia, '/calendar');
		const listed: { startsAt: string; isCancelled: boolean }[] = [];
		const begins = days.first.with({ day: 1 });
		for (const month of [begins, begins.add({ months: 1 })]) {
			await listOf(nadia, month);
			const entries = page.getByRole('main').getByRole('link', { name: GROUP });
			for (const entry of await entries.all()) {
				const row = entry.locator('..');
				listed.push({
					startsAt: (await entry.getByRole('time').getAttribute('datetime')) ?? '',
					isCancelled: (await row.innerText()).includes('Annulée'),
				});
			}
		}
		expect(listed).toContainEqual({ startsAt: instant(days.last), isCancelled: true });
		const [from, to] = [begins, begins.add({ months: 2 })].map(
			(day) => new Date(day.toZonedDateTime('Indian/Reunion').epochMilliseconds),
		);
		const read = readSessions(ics, from ?? new Date(), to ?? new Date());
		expect(read.map(({ startsAt }) => startsAt)).toEqual(
			listed.filter(({ isCancelled }) => !isCancelled).map(({ startsAt }) => startsAt),
		);
		const held = [days.first, days.after, days.moved].map(instant);
		expect(read.slice(0, 3).map(({ startsAt }) => startsAt)).toEqual(held);
		expect(read.every(({ summary }) => summary === `Supervision — ${GROUP}`)).toBe(true);
		expect(PEOPLE.filter((name) => ics.includes(name))).toEqual([]);
		expect(ics).not.toContain(MOVED_BECAUSE);
	});
});
