/**
 * Handing a mail over: to an SMTP server, or to a folder where none is named.
 *
 * SMTP cannot say whether a message arrived when the line breaks between its last byte and the answer.
 * So `hand` is called, and awaited, when the server has accepted sender and recipient and asked for the
 * data, and before any of it is given: what happens earlier is known not to be sent, what happens later
 * may have been.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import addressparser from 'nodemailer/lib/addressparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Config } from './config.ts';
import type { Log } from './log.ts';

export interface Letter {
	/** Names the message for good: the same mail has the same Message-ID whenever it is made. */
	readonly id: string;
	readonly to: string;
	readonly subject: string;
	readonly text: string;
	readonly html: string;
	readonly language: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly at: Date;
	/** For calendar programs, a message each: the first in the place they look at, the others attached. */
	readonly calendars: readonly CalendarPart[];
}

export interface CalendarPart {
	readonly method: 'REQUEST' | 'CANCEL';
	readonly content: string;
}

export type Outcome =
	| 'sent'
	| 'written'
	/** Certainly not sent; worth another try. */
	| 'not-sent'
	/** Certainly not sent, and it never will be: there is no such address. */
	| 'refused'
	/** The line broke after the data was given. */
	| 'unknown'
	/** `hand` said no: somebody else has it. */
	| 'taken';

export interface Postbox {
	/** False where mails only go to a folder. */
	readonly sendsMail: boolean;
	/** `hand` resolves to whether the message may be given away now; it is asked once at most. */
	deliver(letter: Letter, hand: () => Promise<boolean>): Promise<Outcome>;
}

const CONNECT_MS = 10_000;
/** Of silence, also while the server thinks about the data. */
const SILENCE_MS = 60_000;

/** The bare address that mails come from. */
export function senderAddress({ mailFrom }: Pick<Config, 'mailFrom'>): string {
	return addressparser(mailFrom, { flatten: true })[0]?.address ?? mailFrom;
}

export function createPostbox(
	config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'publicUrl' | 'dataDir'>,
	log: Log,
): Postbox {
	const host = new URL(config.publicUrl).hostname;
	const compose = (letter: Letter) => {
		const [invite, ...more] = letter.calendars;
		return new MailComposer({
			from: config.mailFrom,
			to: letter.to,
			subject: letter.subject,
			date: letter.at,
			messageId: `<${letter.id}@${host}>`,
			headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.language, ...letter.headers },
			text: letter.text,
			html: letter.html,
			...(invite === undefined ? {} : { icalEvent: { ...invite, filename: 'invite.ics' } }),
			attachments: more.map(({ method, content }, index) => ({
				filename: `invite-${index + 2}.ics`,
				contentType: `text/calendar; charset=utf-8; method=${method}`,
				content,
			})),
			// Whatever a text holds, nothing is read from disk or fetched for it.
			disableFileAccess: true,
			disableUrlAccess: true,
		})
			.compile()
			.build();
	};
	const { smtpUrl } = config;
	if (smtpUrl === null) {
		return {
			sendsMail: false,
			deliver: async (letter) => intoFolder(config.dataDir, letter.id, await compose(letter)),
		};
	}
	const from = senderAddress(config);
	return {
		sendsMail: true,
		deliver: async (letter, hand) =>
			throughSmtp(smtpUrl, { from, to: letter.to, name: host }, await compose(letter), hand, log),
	};
}

function intoFolder(dataDir: string, id: string, message: Buffer): Outcome {
	const folder = join(dataDir, 'mails');
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const partial = join(folder, `${id}.partial`);
	writeFileSync(partial, message, { mode: 0o600 });
	renameSync(partial, join(folder, `${id}.eml`));
	return 'written';
}

function throughSmtp(
	url: string,
	envelope: { readonly from: string; readonly to: string; readonly name: string },
	message: Buffer,
	hand: () => Promise<boolean>,
	log: Log,
): Promise<Outcome> {
	const { auth, ...server } = parseConnectionUrl(url);
	const connection = new SMTPConnection({
		...server,
		name: envelope.name,
		connectionTimeout: CONNECT_MS,
		greetingTimeout: CONNECT_MS,
		dnsTimeout: CONNECT_MS,
		socketTimeout: SILENCE_MS,
	});
	let isHanded = false;
	let isTaken = false;
	async function* data() {
		if (!(await hand())) {
			isTaken = true;
			throw new Error('somebody else has this mail');
		}
		isHanded = true;
		yield message;
	}
	return new Promise<Outcome>((resolve) => {
		const end = (error?: SmtpError | null) => {
			// Closed in the middle of a message, the server throws away what it has of it.
			if (error) connection.close();
			else connection.quit();
			if (isTaken) return resolve('taken');
			if (!error) return resolve('sent');
			const outcome = afterError(error, isHanded);
			// For the operator: what the server said may name the address, so only its code is kept.
			const { code, responseCode: status, command } = error;
			log.warn({ code, status, command, outcome }, 'a mail was not taken by the SMTP server');
			resolve(outcome);
		};
		connection.once('error', end);
		connection.connect((failed) => {
			if (failed) return end(failed);
			const send = () =>
				connection.send(envelope, Readable.from(data(), { objectMode: false }), (error) => end(error));
			if (!auth?.user) return send();
			connection.login({ user: auth.user, pass: auth.pass ?? '' }, (refused) =>
				refused ? end(refused) : send(),
			);
		});
	});
}

interface SmtpError {
	readonly code?: string | undefined;
	readonly responseCode?: number | undefined;
	readonly command?: string | undefined;
}

function afterError({ responseCode = 0, command }: SmtpError, isHanded: boolean): Outcome {
	const isFinal = responseCode >= 500;
	// A wrong password or sender is the operator's to mend, and worth waiting for: only the address is not.
	if (!isHanded) return isFinal && command === 'RCPT TO' ? 'refused' : 'not-sent';
	if (responseCode === 0) return 'unknown';
	return isFinal ? 'refused' : 'not-sent';
}
