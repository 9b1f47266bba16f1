/**
 * A mail, from what it is about: text and HTML are made of the same lines, so that they say the same.
 * The HTML has no colours, pictures or addresses but ours: it is readable on any ground, and tells
 * nobody that it was opened.
 */
import type { NotificationChoices } from '@entrepairs/contract/notifications';
import type { Language } from '@entrepairs/contract/values';
import type { Letter } from '../../platform/mail.ts';
import type { Facts } from './facts.ts';
import { kinds } from './kinds.ts';
import { unsubscribeToken } from './unsubscribing.ts';
import { dayIn, spanIn, timeIn, zoneIn } from './words/dates.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';
import type { MailWords } from './words/words.ts';

export interface Reader {
	readonly id: string;
	readonly email: string;
	readonly language: Language;
	readonly timeZone: string;
	readonly choices: NotificationChoices;
	readonly linkSecret: Uint8Array;
}

type Line =
	| { readonly says: string }
	| { readonly link: string; readonly to: string; readonly isSmall?: true };

const words: Readonly<Record<Language, MailWords>> = { fr, en };

/** One notice: a mail of its own. Several: a digest. */
export function composeLetter(options: {
	readonly id: string;
	readonly at: Date;
	readonly form: 'notice' | 'digest';
	readonly facts: readonly [Facts, ...Facts[]];
	readonly reader: Reader;
	readonly site: string;
	readonly calendars: Letter['calendars'];
}): Letter {
	const { reader, site } = options;
	const [first, ...others] = options.facts;
	const facts = [toSay(first), ...others.map(toSay)] as const;
	const said = words[reader.language];
	const isDigest = options.form === 'digest';
	const subject = isDigest
		? said.digest.subject(facts.length)
		: subjectOf(wordsFor(said, facts[0]), facts[0]);
	const off = `${site}/unsubscribe/${unsubscribeToken(
		reader.id,
		isDigest ? 'all' : kinds[facts[0].kind].subject,
		reader.linkSecret,
	)}`;
	const lines: Line[] = [
		{ says: said.hello },
		...(isDigest ? [{ says: said.digest.intro }] : []),
		...facts.flatMap((one): Line[] => [
			...linesOf(wordsFor(said, one), one, reader).map((line) => ({ says: line })),
			...(isDigest ? [] : [{ link: said.open, to: site + one.path }]),
		]),
		...(isDigest ? [{ link: said.open, to: `${site}/notifications` }] : []),
		{ link: said.choose, to: `${site}/account#notifications`, isSmall: true },
		{ link: isDigest ? said.stopAll : said.stop, to: off, isSmall: true },
	];
	return {
		id: options.id,
		at: options.at,
		to: reader.email,
		language: reader.language,
		subject,
		text: `${lines.map(asText).join('\n\n')}\n`,
		html: asPage(subject, reader.language, lines),
		headers: {
			'List-Unsubscribe': `<${off}>`,
			'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
		},
		calendars: options.calendars,
	};
}

/** A series that has changed is not about the one session that stands for it, if that is not held. */
function toSay(facts: Facts): Facts {
	const isOfSeries = facts.kind === 'series-changed' && facts.session?.state === 'cancelled';
	return isOfSeries ? { ...facts, session: null } : facts;
}

/** What was changed and is at the hour of its series is not said to be moved: only its place is new, say. */
function wordsFor(said: MailWords, { kind, session }: Facts): MailWords {
	const isUnmoved = kind === 'session-moved' && session?.state === 'planned' && session.movedFrom === null;
	return isUnmoved ? { ...said, kinds: { ...said.kinds, [kind]: said.changed } } : said;
}

function subjectOf(said: MailWords, { kind, group }: Facts): string {
	return said.kinds[kind].subject(group?.name ?? said.unknownGroup);
}

function linesOf(said: MailWords, { kind, group, session }: Facts, reader: Reader): string[] {
	const lines = [said.kinds[kind].says(group?.name ?? said.unknownGroup)];
	if (session === null) return lines;
	if (kind === 'session-cancelled' && session.cause === 'quorum') lines.push(said.tooFew);
	const { language, timeZone } = reader;
	// Over days a session goes on past its hour.
	if (kind.startsWith('room-')) return [...lines, said.ofDay(dayIn(language, timeZone, session.startsAt))];
	const span = (zone: string) => spanIn(language, zone, session.startsAt, session.endsAt);
	const zone = (name: string) => zoneIn(language, name, session.startsAt);
	const isCancelled = session.state === 'cancelled';
	lines.push((isCancelled ? said.cancelled : said.when)(span(timeZone), zone(timeZone)));
	if (span(session.timeZone) !== span(timeZone)) {
		lines.push(said.forTheGroup(span(session.timeZone), zone(session.timeZone)));
	}
	if (kind === 'session-moved' && session.movedFrom !== null) {
		const { movedFrom } = session;
		lines.push(
			said.before(`${dayIn(language, timeZone, movedFrom)}, ${timeIn(language, timeZone, movedFrom)}`),
		);
	}
	return lines;
}

function asText(line: Line): string {
	return 'says' in line ? line.says : `${line.link}\n${line.to}`;
}

function asPage(title: string, language: Language, lines: readonly Line[]): string {
	const body = lines.map((line) => {
		if ('says' in line) return `<p>${escaped(line.says)}</p>`;
		const link = `<a href="${escaped(line.to)}">${escaped(line.link)}</a>`;
		return line.isSmall ? `<p><small>${link}</small></p>` : `<p>${link}</p>`;
	});
	return [
		`<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
		'<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
		`<title>${escaped(title)}</title></head>`,
		'<body style="max-width:36rem;margin:1.5rem auto;padding:0 1rem;font:1rem/1.5 sans-serif">',
		...body,
		'</body></html>\n',
	].join('\n');
}

function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
