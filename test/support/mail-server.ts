/** A real SMTP server that keeps what it is given, and can be slow, unwilling or away. */
import type { AddressInfo, Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail extends ParsedMail {
	readonly raw: string;
	readonly recipient: string;
}

/** Greets at once: the tenth of a second in which talkers are caught is of no use here, and a run has hundreds. */
class PromptServer extends SMTPServer {
	override connect(socket: Socket): void {
		super.connect(socket);
		const connection = [...this.connections].at(-1);
		if (connection === undefined) return;
		const greet = connection.connectionReady.bind(connection);
		// The timer that would greet later finds it done.
		connection.connectionReady = () => {};
		setImmediate(greet);
	}
}

export class MailServer {
	/** Whole messages, in order; also those whose sender never heard the answer. */
	readonly received: ReceivedMail[] = [];
	/** Answers instead of taking: to RCPT TO, or to the message. */
	refuse: { readonly at: 'recipient' | 'message'; readonly code: number } | null = null;
	/** Waits before the answer to a message. */
	answerAfterMs = 0;
	/** How often somebody asked to send. */
	attempts = 0;
	#server: SMTPServer | null = null;
	#port = 0;

	get url(): string {
		return `smtp://127.0.0.1:${this.#port}`;
	}

	/** On the same port as before, if it was started before. */
	async start(): Promise<this> {
		const refusal = (code: number) => Object.assign(new Error('not now'), { responseCode: code });
		const server = new PromptServer({
			disabledCommands: ['STARTTLS', 'AUTH'],
			disableReverseLookup: true,
			logger: false,
			onRcptTo: (_address, _session, answer) => {
				this.attempts++;
				answer(this.refuse?.at === 'recipient' ? refusal(this.refuse.code) : null);
			},
			onData: (stream, session, answer) => {
				const parts: Buffer[] = [];
				stream.on('data', (part: Buffer) => parts.push(part));
				stream.on('end', async () => {
					if (this.refuse?.at === 'message') return answer(refusal(this.refuse.code));
					const raw = Buffer.concat(parts);
					const recipient = session.envelope.rcptTo[0]?.address ?? '';
					const parsed = await simpleParser(raw, { skipTextToHtml: true, skipTextLinks: true });
					this.received.push({ ...parsed, raw: raw.toString('utf8'), recipient });
					setTimeout(() => answer(null), this.answerAfterMs);
				});
			},
		});
		// Clients that are killed in the middle.
		server.on('error', () => {});
		await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
		this.#port = (server.server.address() as AddressInfo).port;
		this.#server = server;
		return this;
	}

	async stop(): Promise<void> {
		const server = this.#server;
		this.#server = null;
		if (server !== null) await new Promise<void>((resolve) => server.close(resolve));
	}

	/** To one person, in order. */
	to(email: string): ReceivedMail[] {
		return this.received.filter(({ recipient }) => recipient === email);
	}
}

/** The visible words of a mail's HTML, as one line; addresses of links after their words. */
export function wordsOfHtml(html: string): string {
	const body = html.replace(/^[\s\S]*<body[^>]*>/, '');
	const linked = body.replace(/<a href="([^"]+)">([^<]*)<\/a>/g, '$2 $1');
	const bare = linked
		.replace(/<[^>]+>/g, ' ')
		.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
	return bare.replace(/[ \t\r\n]+/g, ' ').trim();
}
