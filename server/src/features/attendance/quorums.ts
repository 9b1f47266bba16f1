/**
 * Looking, once for each session and some hours before it, whether enough people come. A job calls it as
 * often as it likes: what was seen is written down, and nobody is told twice.
 */

import { isDue, quorumState } from '@entrepairs/domain/attendance/quorum';
import type { Db } from '../../platform/database.ts';
import { holdGroup } from '../groups/frame.ts';
import { awayFrom, isAwayAt } from '../memberships/away.ts';
import { membersOf } from '../memberships/members.ts';
import { tell } from '../notifications/notices.ts';
import type { FoundSession, SessionsService } from '../sessions/service.ts';
import { answersTo, judgedAmong, type PracticeRow, practicesWithQuorum, recordQuorum } from './store.ts';

export interface Quorums {
	/** How many sessions were looked at now. */
	judgeQuorum(now: Date): Promise<number>;
}

const whatFollows = { hold: 'held', warn: 'warned', cancel: 'cancelled' } as const;

/** Nobody may ask to look earlier than that. */
const EARLIEST_MS = 168 * 3_600_000;

export function createQuorums(deps: {
	readonly db: Db;
	readonly sessions: Pick<SessionsService, 'between' | 'cancelWithin'>;
}): Quorums {
	const { db } = deps;

	async function judge(session: FoundSession, practice: PracticeRow, now: Date): Promise<boolean> {
		return db.transaction().execute(async (trx) => {
			await holdGroup(trx, practice.groupId);
			const away = await awayFrom(trx, [practice.groupId]);
			const members = (await membersOf(trx, [practice.groupId])).filter(
				(member) => !isAwayAt(away, member, session.startsAt),
			);
			const answers = new Map((await answersTo(trx, [session])).map((row) => [row.accountId, row.answer]));
			const count = (wanted: 'yes' | 'maybe' | undefined) =>
				members.filter(({ accountId }) => answers.get(accountId) === wanted).length;
			const { coming, needed, state } = quorumState(
				{ needed: practice.quorum, hoursBefore: practice.quorumHours },
				{ yes: count('yes'), maybe: count('maybe'), unanswered: count(undefined) },
				session.startsAt,
			);
			const outcome = state === 'reached' ? 'reached' : whatFollows[practice.withoutQuorum];
			if (!(await recordQuorum(trx, session, { needed, coming, outcome }, now))) return false;
			if (outcome === 'reached' || outcome === 'held') return true;
			if (outcome === 'cancelled') {
				// That it is cancelled, and why, is told to all by this: once.
				await deps.sessions.cancelWithin(trx, session.id);
				return true;
			}
			await tell(
				trx,
				members.map(({ accountId }) => ({
					kind: 'quorum-missing',
					to: accountId,
					groupId: practice.groupId,
					sessionId: session.id,
				})),
				now,
			);
			return true;
		});
	}

	return {
		async judgeQuorum(now) {
			const practices = await practicesWithQuorum(db);
			const found = await deps.sessions.between(
				practices.map(({ groupId }) => groupId),
				now,
				new Date(now.getTime() + EARLIEST_MS),
			);
			const byGroup = new Map(practices.map((practice) => [practice.groupId, practice]));
			const due = found.flatMap((session) => {
				const practice = byGroup.get(session.group.id);
				if (practice === undefined || session.state === 'cancelled') return [];
				const quorum = { needed: practice.quorum, hoursBefore: practice.quorumHours };
				return isDue(quorum, session.startsAt, now) ? [{ session, practice }] : [];
			});
			// Most have been looked at by an earlier run; which one did is settled when it is written down.
			const judged = await judgedAmong(
				db,
				due.map(({ session }) => session),
			);
			let count = 0;
			for (const { session, practice } of due) {
				if (!judged.has(session.id) && (await judge(session, practice, now))) count++;
			}
			return count;
		},
	};
}
