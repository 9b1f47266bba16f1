/**
 * From notices to mails. A notice is `undecided` until it is known by which way its person is told:
 * `at-once` makes a mail of its own, `digest` waits for the person's next one, `site-only` has no mail.
 * Each step is one transaction that takes rows no other process holds, and leaves mails that are queued.
 */
import { type MailSubject, type NotificationChoices, noticeKinds } from '@entrepairs/contract/notifications';
import { nextDigest } from '@entrepairs/domain/notifications/digest';
import { type Way, wayOf } from '@entrepairs/domain/notifications/way';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { type PeriodicJob, wake } from '../../platform/jobs.ts';
import type { SessionsService } from '../sessions/service.ts';
import { peopleWithChoices } from './choices.ts';
import { factsOf, noticeColumns, type StoredNotice } from './facts.ts';
import { kinds } from './kinds.ts';

interface Deps {
	readonly db: Db;
	readonly clock: Clock;
	readonly sessions: Pick<SessionsService, 'find'>;
}

const BATCH = 100;

/** Decides about new notices, and makes the digests that are due. */
export function planningJob(deps: Deps): PeriodicJob {
	return {
		name: 'notices',
		cron: '* * * * *',
		async run(signal) {
			while (!signal.aborted && (await decide(deps)));
			while (!signal.aborted && (await makeDigest(deps)));
			const next = await deps.db
				.selectFrom('notification_choices')
				.select(({ fn }) => fn.min('digest_due_at').as('at'))
				.executeTakeFirst();
			return next?.at ?? null;
		},
	};
}

/** Whether there may be more. */
async function decide(deps: Deps): Promise<boolean> {
	const { db, clock } = deps;
	const notices: StoredNotice[] = await db
		.selectFrom('notices')
		.where('way', '=', 'undecided')
		// While a newer version starts beside this one, it may tell what this one does not know.
		.where('kind', 'in', noticeKinds)
		.orderBy('at')
		.limit(BATCH)
		.select(noticeColumns)
		.$narrowType<{ kind: StoredNotice['kind'] }>()
		.execute();
	if (notices.length === 0) return false;
	// Read before the transaction: the embedded database has one connection.
	const [facts, people] = await Promise.all([
		factsOf(deps, notices),
		peopleWithChoices(
			db,
			notices.map(({ accountId }) => accountId),
		),
	]);
	const now = clock.now();
	await db.transaction().execute(async (trx) => {
		const held = await trx
			.selectFrom('notices')
			.where(
				'id',
				'in',
				notices.map(({ id }) => id),
			)
			.where('way', '=', 'undecided')
			.select('id')
			.forUpdate()
			.skipLocked()
			.execute();
		const ours = new Set(held.map(({ id }) => id));
		for (const notice of notices.filter(({ id }) => ours.has(id))) {
			const { subject, urgency } = kinds[notice.kind];
			const choices = people.get(notice.accountId)?.choices;
			const session = facts.get(notice.id)?.session ?? null;
			const isForNobody = choices === undefined || !facts.has(notice.id);
			const way = isForNobody
				? 'site-only'
				: notice.own
					? ownWay(choices, subject)
					: wayOf({
							urgency,
							wanted: choices.mail[subject],
							digest: choices.digest,
							sessionTimes: session === null ? [] : [session.startsAt, session.movedFrom ?? session.startsAt],
							now,
						});
			if (way === 'at-once') {
				// By the notice's own id: a notice can never have two.
				await trx
					.insertInto('mails')
					.values(queued(notice.id, notice.accountId, 'notice', now))
					.execute();
			}
			await trx
				.updateTable('notices')
				.set({ way, mail_id: way === 'at-once' ? notice.id : null })
				.where('id', '=', notice.id)
				.execute();
		}
		await wake(trx, 'mails');
	});
	return notices.length === BATCH;
}

/** What somebody did themselves goes to their calendar at once, and is no news for a digest. */
function ownWay({ mail, invitations }: NotificationChoices, subject: MailSubject): Way {
	return mail[subject] && invitations ? 'at-once' : 'site-only';
}

/** One person's, with all that waited. Whether there may be another person. */
async function makeDigest({ db, clock }: Deps): Promise<boolean> {
	const now = clock.now();
	return db.transaction().execute(async (trx) => {
		const due = await trx
			.selectFrom('notification_choices')
			.where('digest_due_at', '<=', now)
			.orderBy('digest_due_at')
			.limit(1)
			.select('account_id as accountId')
			.forUpdate()
			.skipLocked()
			.executeTakeFirst();
		if (due === undefined) return false;
		const { accountId } = due;
		const person = (await peopleWithChoices(trx, [accountId])).get(accountId);
		const waiting = await trx
			.selectFrom('notices')
			.where('account_id', '=', accountId)
			.where('way', '=', 'digest')
			.where('mail_id', 'is', null)
			.select('id')
			.execute();
		if (waiting.length > 0) {
			const id = newId();
			await trx
				.insertInto('mails')
				.values(queued(id, accountId, 'digest', now))
				.execute();
			await trx
				.updateTable('notices')
				.set({ mail_id: id })
				.where(
					'id',
					'in',
					waiting.map((notice) => notice.id),
				)
				.execute();
			await wake(trx, 'mails');
		}
		await trx
			.updateTable('notification_choices')
			.set({
				digest_due_at: person === undefined ? null : nextDigest(person.choices, person.timeZone, now),
			})
			.where('account_id', '=', accountId)
			.execute();
		return true;
	});
}

function queued(id: string, accountId: string, form: 'notice' | 'digest', now: Date) {
	return {
		id,
		account_id: accountId,
		form,
		state: 'queued' as const,
		created_at: now,
		due_at: now,
		handed_at: null,
		ended_at: null,
		written: null,
	};
}
