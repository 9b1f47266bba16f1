/**
 * Reminders of sessions. The job remembers up to when it has looked, so that after a pause what was
 * missed is told once, late, if the session has not begun; and a session that is planned or moved late
 * brings no reminder for a moment that had already passed.
 */
import { mayBeDue, remindersDue } from '@entrepairs/domain/notifications/reminders';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import type { PeriodicJob } from '../../platform/jobs.ts';
import type { FoundSession, SessionsService } from '../sessions/service.ts';
import { peopleWithChoices, remindersInUse } from './choices.ts';
import { tell } from './notices.ts';

/** Who is expected at sessions, by session: all members, less those who said no or pause. */
export type Expected = (sessions: readonly FoundSession[]) => Promise<ReadonlyMap<string, readonly string[]>>;

interface Deps {
	readonly db: Db;
	readonly clock: Clock;
	readonly sessions: Pick<SessionsService, 'between'>;
	readonly expected: Expected;
}

const JOB = 'reminders';
const MINUTE_MS = 60_000;
const KEPT_MS = 30 * 24 * 3_600_000;
/** No evening before is earlier. */
const DAY_AND_EVENING_MS = 30 * 3_600_000;

export function remindersJob(deps: Deps): PeriodicJob {
	const { db, clock, sessions } = deps;
	return {
		name: JOB,
		cron: '* * * * *',
		async run(signal) {
			const now = clock.now();
			const mark = await db.selectFrom('job_marks').where('job', '=', JOB).select('up_to').executeTakeFirst();
			const before = mark?.up_to;
			// At first, and after a clock that was set back, only what is due just now.
			const isUsable = before !== undefined && before < now;
			const span = { seen: isUsable ? before : new Date(now.getTime() - MINUTE_MS), now };
			const groups = await db.selectFrom('groups').where('ended_at', 'is', null).select('id').execute();
			const inUse = await remindersInUse(db);
			const coming = await sessions.between(
				groups.map(({ id }) => id),
				now,
				new Date(
					now.getTime() + Math.max(DAY_AND_EVENING_MS, ...inUse.reminders.map((one) => one * MINUTE_MS)),
				),
			);
			const planned = coming.filter(
				({ state, startsAt }) => state === 'planned' && mayBeDue(startsAt, inUse, span),
			);
			const expected = await deps.expected(planned);
			const people = await peopleWithChoices(db, [...expected.values()].flat());
			for (const session of planned) {
				for (const accountId of expected.get(session.id) ?? []) {
					if (signal.aborted) return null;
					const person = people.get(accountId);
					if (person === undefined) continue;
					const due = remindersDue(session.startsAt, person.choices, person.timeZone, span);
					if (due.length > 0)
						await remind(
							db,
							accountId,
							session,
							due.map(({ ahead }) => ahead),
							now,
						);
				}
			}
			await db
				.insertInto('job_marks')
				.values({ job: JOB, up_to: now })
				.onConflict((c) => c.column('job').doUpdateSet({ up_to: now }))
				.execute();
			await db
				.deleteFrom('reminders')
				.where('starts_at', '<', new Date(now.getTime() - KEPT_MS))
				.execute();
			return null;
		},
	};
}

/** One notice, however many reminders came due at once; none when all of them were told before. */
async function remind(
	db: Db,
	accountId: string,
	session: FoundSession,
	ahead: readonly string[],
	now: Date,
): Promise<void> {
	await db.transaction().execute(async (trx) => {
		const added = await trx
			.insertInto('reminders')
			.values(
				ahead.map((one) => ({
					account_id: accountId,
					session_id: session.id,
					starts_at: session.startsAt,
					ahead: one,
				})),
			)
			.onConflict((c) => c.doNothing())
			.returning('ahead')
			.execute();
		if (added.length === 0) return;
		const { id: sessionId, group } = session;
		await tell(trx, [{ kind: 'session-reminder', to: accountId, groupId: group.id, sessionId }], now);
	});
}
