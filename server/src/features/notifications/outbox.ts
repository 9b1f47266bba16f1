/**
 * Mails on their way out, at most once and, unless the server dies in one short moment, exactly once.
 *
 *   queued ──▶ handed ──▶ sent          the SMTP server took the message
 *     ▲  │        ├─────▶ failed        it never will, or 48 hours have gone by
 *     └──┘        └─────▶ unknown       nobody knows; it is not sent again
 *
 * `queued` is everything that is known not to be sent: nobody tried, the server was away, it said "later".
 * `handed` is committed after the server asked for the data and before any of it is given (see
 * platform/mail.ts). A process that dies in `handed` leaves it there, and ten minutes later it is `unknown`.
 * Who tries moves `due_at` on, so that nobody else does meanwhile; were somebody to all the same, only one
 * of the two gets from `queued` to `handed`.
 *
 * Besides: `written`, to a folder, where mail is not sent at all; `dropped`, when there is nothing left to
 * say by the time it would go.
 */
import type { NoticeKind } from '@entrepairs/contract/notifications';
import { sql } from 'kysely';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import type { PeriodicJob } from '../../platform/jobs.ts';
import type { Log } from '../../platform/log.ts';
import type { Letter, Outcome, Postbox } from '../../platform/mail.ts';
import type { SessionsService } from '../sessions/service.ts';
import { linkSecret, peopleWithChoices } from './choices.ts';
import { type Facts, factsOf, isOutdated, noticeColumns, type StoredNotice } from './facts.ts';
import { kinds } from './kinds.ts';
import { composeLetter } from './letter.ts';

/** What calendars are told with the mail of a notice; null when it has nothing for them. */
export type InvitationOf = (notice: StoredNotice) => Promise<Letter['calendars']>;

interface Deps {
	readonly db: Db;
	readonly clock: Clock;
	readonly sessions: Pick<SessionsService, 'find'>;
	readonly log: Log;
	readonly postbox: Postbox;
	/** Public address of the site, without a slash at its end. */
	readonly site: string;
	readonly invitationOf: InvitationOf;
}

interface Mail {
	readonly id: string;
	readonly accountId: string;
	readonly form: 'notice' | 'digest';
	readonly attempts: number;
	readonly createdAt: Date;
}

const SECOND_MS = 1_000;
/** How long who tries has for it, before others may. */
const ATTEMPT_MS = 20 * SECOND_MS;
const FIRST_WAIT_MS = 5 * SECOND_MS;
const LONGEST_WAIT_MS = 3_600 * SECOND_MS;
const GIVE_UP_AFTER_MS = 48 * 3_600 * SECOND_MS;
const HANDED_AT_MOST_MS = 600 * SECOND_MS;

/** Hands over what is due, one mail after the other. */
export function outboxJob(deps: Deps): PeriodicJob {
	const { db, clock } = deps;
	return {
		name: 'mails',
		cron: '* * * * *',
		async run(signal) {
			await db
				.updateTable('mails')
				.set({ state: 'unknown', ended_at: clock.now() })
				.where('state', '=', 'handed')
				.where('handed_at', '<', new Date(clock.now().getTime() - HANDED_AT_MOST_MS))
				.execute();
			while (!signal.aborted) {
				const mail = await take(db, clock.now());
				if (mail === undefined) break;
				await attempt(deps, mail);
			}
			const next = await db
				.selectFrom('mails')
				.where('state', '=', 'queued')
				.select(({ fn }) => fn.min('due_at').as('at'))
				.executeTakeFirst();
			return next?.at ?? null;
		},
	};
}

async function take(db: Db, now: Date): Promise<Mail | undefined> {
	return db
		.updateTable('mails')
		.set({ due_at: new Date(now.getTime() + ATTEMPT_MS), attempts: sql`attempts + 1` })
		.where('id', '=', (one) =>
			one
				.selectFrom('mails')
				.where('state', '=', 'queued')
				.where('due_at', '<=', now)
				.orderBy('due_at')
				.limit(1)
				.select('id')
				.forUpdate()
				.skipLocked(),
		)
		.returning(['id', 'account_id as accountId', 'form', 'attempts', 'created_at as createdAt'])
		.executeTakeFirst();
}

async function attempt(deps: Deps, mail: Mail): Promise<void> {
	const { db, clock, postbox } = deps;
	let letter: Letter | null;
	try {
		letter = await compose(deps, mail);
	} catch (error) {
		// One mail that cannot be written must not keep back the others.
		deps.log.error({ err: error }, 'a mail could not be written');
		return settle(db, mail, later(mail, clock.now()));
	}
	if (letter === null) return settle(db, mail, { state: 'dropped', ended_at: clock.now() });
	const hand = async () => {
		const handed = await db
			.updateTable('mails')
			.set({ state: 'handed', handed_at: clock.now() })
			.where('id', '=', mail.id)
			.where('state', '=', 'queued')
			.returning('id')
			.executeTakeFirst();
		return handed !== undefined;
	};
	const outcome = await postbox.deliver(letter, hand);
	if (outcome === 'taken') return;
	await settle(db, mail, after(outcome, mail, letter, clock.now()));
}

function after(outcome: Exclude<Outcome, 'taken'>, mail: Mail, letter: Letter, now: Date): Change {
	const { subject, text } = letter;
	switch (outcome) {
		case 'sent':
		case 'unknown':
			return { state: outcome, ended_at: now };
		case 'written':
			return { state: 'written', ended_at: now, written: JSON.stringify({ subject, text }) };
		case 'refused':
			return { state: 'failed', ended_at: now };
		case 'not-sent':
			return later(mail, now);
	}
}

function later(mail: Mail, now: Date): Change {
	const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (mail.attempts - 1));
	const dueAt = new Date(now.getTime() + wait);
	return dueAt.getTime() - mail.createdAt.getTime() > GIVE_UP_AFTER_MS
		? { state: 'failed', ended_at: now }
		: { state: 'queued', due_at: dueAt, handed_at: null };
}

type Change = {
	readonly state: 'queued' | 'sent' | 'written' | 'failed' | 'unknown' | 'dropped';
	readonly ended_at?: Date;
	readonly due_at?: Date;
	readonly handed_at?: null;
	readonly written?: string;
};

/** Only while it is still this attempt's. */
async function settle(db: Db, mail: Mail, change: Change): Promise<void> {
	await db
		.updateTable('mails')
		.set(change)
		.where('id', '=', mail.id)
		.where('attempts', '=', mail.attempts)
		.where('state', 'in', ['queued', 'handed'])
		.execute();
}

/** Null when by now there is nothing that this person wants to be told, or may be. */
async function compose(deps: Deps, mail: Mail): Promise<Letter | null> {
	const { db, clock } = deps;
	const notices: StoredNotice[] = await db
		.selectFrom('notices')
		.where('mail_id', '=', mail.id)
		.orderBy('at')
		.select(noticeColumns)
		.$narrowType<{ kind: NoticeKind }>()
		.execute();
	const known = await factsOf(deps, notices);
	const person = (await peopleWithChoices(db, [mail.accountId])).get(mail.accountId);
	const secret = person?.linkSecret ?? (await linkSecret(db, mail.accountId));
	if (person === undefined || secret === null) return null;
	const said: { readonly notice: StoredNotice; readonly facts: Facts }[] = notices.flatMap((notice) => {
		const facts = known.get(notice.id);
		const isWanted = person.choices.mail[kinds[notice.kind].subject];
		return facts === undefined || !isWanted || isOutdated(facts, clock.now()) ? [] : [{ notice, facts }];
	});
	const [first, ...more] = said;
	if (first === undefined) return null;
	const invites = mail.form === 'notice' && person.choices.invitations;
	const calendars = invites ? await deps.invitationOf(first.notice) : [];
	if (first.notice.own && calendars.length === 0) return null;
	return composeLetter({
		id: mail.id,
		at: mail.createdAt,
		form: mail.form,
		facts: [first.facts, ...more.map(({ facts }) => facts)],
		reader: { ...person, linkSecret: secret },
		site: deps.site,
		calendars,
	});
}
