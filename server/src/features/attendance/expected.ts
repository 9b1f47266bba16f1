import type { Db } from '../../platform/database.ts';
import { awayFrom, isAwayAt } from '../memberships/away.ts';
import { membersOf } from '../memberships/members.ts';
import type { FoundSession } from '../sessions/service.ts';
import { answersTo } from './store.ts';

/** Who is expected at sessions, by session: the members, less those who said no and those who are away. */
export async function expectedAt(
	db: Db,
	sessions: readonly FoundSession[],
): Promise<ReadonlyMap<string, readonly string[]>> {
	if (sessions.length === 0) return new Map();
	const groupIds = [...new Set(sessions.map(({ group }) => group.id))];
	const [members, answers, away] = await Promise.all([
		membersOf(db, groupIds),
		answersTo(db, sessions),
		awayFrom(db, groupIds),
	]);
	const declined = new Set(
		answers.filter(({ answer }) => answer === 'no').map((one) => `${one.sessionId} ${one.accountId}`),
	);
	return new Map(
		sessions.map(({ id, group, startsAt }) => [
			id,
			members
				.filter(
					(member) =>
						member.groupId === group.id &&
						!declined.has(`${id} ${member.accountId}`) &&
						!isAwayAt(away, member, startsAt),
				)
				.map(({ accountId }) => accountId),
		]),
	);
}
