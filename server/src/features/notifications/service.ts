import {
	type NoticeKind,
	type NotificationChoices,
	noticeKinds,
	type Notice as ShownNotice,
	type Unsubscription,
} from '@entrepairs/contract/notifications';
import type { Clock } from '../../platform/clock.ts';
import type { Config } from '../../platform/config.ts';
import type { Db } from '../../platform/database.ts';
import type { PeriodicJob } from '../../platform/jobs.ts';
import type { Log } from '../../platform/log.ts';
import { createPostbox } from '../../platform/mail.ts';
import { notFound, type Refusal } from '../../platform/refusal.ts';
import type { SessionsService } from '../sessions/service.ts';
import { asUsual, changeChoices, peopleWithChoices, useLink } from './choices.ts';
import { factsOf, noticeColumns } from './facts.ts';
import { type InvitationOf, outboxJob } from './outbox.ts';
import { planningJob } from './planning.ts';
import { type Expected, remindersJob } from './reminders.ts';

interface WrittenMail {
	readonly id: string;
	readonly at: string;
	readonly subject: string;
	readonly text: string;
}

export interface NotificationsService {
	/** What one was told, the newest first. What is no more one's to know is left out. */
	list(
		accountId: string,
		options: { readonly before?: string; readonly unread?: 'true' },
	): Promise<{ notices: ShownNotice[]; hasOlder: boolean }>;
	markRead(accountId: string, ids: readonly string[]): Promise<void>;
	readChoices(accountId: string): Promise<{ choices: NotificationChoices; sendsMail: boolean }>;
	changeChoices(
		accountId: string,
		choices: NotificationChoices,
	): Promise<{ choices: NotificationChoices; sendsMail: boolean }>;
	/** The mails to somebody that went to the folder. Not found where mail is sent. */
	writtenMails(accountId: string): Promise<{ mails: WrittenMail[] } | Refusal>;
	/** What an address in a mail turns off; with `isOff` it does, or undoes it. */
	useLink(token: string, isOff?: boolean): Promise<Unsubscription | Refusal>;
	readonly jobs: readonly PeriodicJob[];
}

const PAGE = 30;
const MAILS_SHOWN = 100;

export function createNotificationsService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly config: Config;
	readonly log: Log;
	readonly sessions: Pick<SessionsService, 'find' | 'between'>;
	readonly invitationOf: InvitationOf;
	readonly expected: Expected;
}): NotificationsService {
	const { db, clock, config, sessions } = deps;
	const postbox = createPostbox(config, deps.log);

	async function readChoices(accountId: string) {
		const person = (await peopleWithChoices(db, [accountId])).get(accountId);
		return { choices: person?.choices ?? asUsual, sendsMail: postbox.sendsMail };
	}

	return {
		async list(accountId, { before, unread }) {
			let query = db
				.selectFrom('notices')
				.leftJoin('mails', 'mails.id', 'notices.mail_id')
				.where('notices.account_id', '=', accountId)
				.where('notices.kind', 'in', noticeKinds)
				.orderBy('notices.at', 'desc')
				.orderBy('notices.id')
				.limit(PAGE + 1);
			if (before !== undefined) query = query.where('notices.at', '<', new Date(before));
			if (unread === 'true') query = query.where('read_at', 'is', null);
			const rows = await query
				.select([...noticeColumns, 'notices.read_at as readAt', 'mails.state as mailState'])
				.$narrowType<{ kind: NoticeKind }>()
				.execute();
			const page = rows.slice(0, PAGE);
			const facts = await factsOf({ db, sessions }, page);
			const notices = page.flatMap(({ id, at, readAt, mailState }): ShownNotice[] => {
				const known = facts.get(id);
				if (known === undefined) return [];
				const { kind, group, session, path } = known;
				return [
					{
						id,
						kind,
						at: at.toISOString(),
						readAt: readAt?.toISOString() ?? null,
						group,
						session: session && {
							id: session.id,
							startsAt: session.startsAt.toISOString(),
							endsAt: session.endsAt.toISOString(),
							timeZone: session.timeZone,
							state: session.state,
							movedFrom: session.movedFrom?.toISOString() ?? null,
						},
						path,
						mail: mailState === 'failed' || mailState === 'unknown' ? mailState : null,
					},
				];
			});
			return { notices, hasOlder: rows.length > PAGE };
		},

		async markRead(accountId, ids) {
			await db
				.updateTable('notices')
				.set({ read_at: clock.now() })
				.where('account_id', '=', accountId)
				.where('id', 'in', ids)
				.where('read_at', 'is', null)
				.execute();
		},

		readChoices,

		async changeChoices(accountId, choices) {
			const reminders = [...choices.reminders].sort((a, b) => b - a);
			await changeChoices(db, accountId, { ...choices, reminders }, clock.now());
			return readChoices(accountId);
		},

		async writtenMails(accountId) {
			if (postbox.sendsMail) return notFound;
			const rows = await db
				.selectFrom('mails')
				.where('account_id', '=', accountId)
				.where('state', '=', 'written')
				.orderBy('created_at', 'desc')
				.limit(MAILS_SHOWN)
				.select(['id', 'created_at as at', 'written'])
				.execute();
			return {
				mails: rows.map(({ id, at, written }) => ({
					id,
					at: at.toISOString(),
					...(written as { subject: string; text: string }),
				})),
			};
		},

		async useLink(token, isOff) {
			return (await useLink(db, token, clock.now(), isOff)) ?? notFound;
		},

		jobs: [
			remindersJob({ db, clock, sessions, expected: deps.expected }),
			planningJob({ db, clock, sessions }),
			outboxJob({
				db,
				clock,
				log: deps.log,
				sessions,
				postbox,
				site: config.publicUrl,
				invitationOf: deps.invitationOf,
			}),
		],
	};
}
