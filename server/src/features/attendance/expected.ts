import type { Db } from '../../platform/database.ts';
import type { FoundSession } from '../sessions/service.ts';
import type { RotationSources } from './rotation.ts';
import { answersTo, membersOf } from './store.ts';

/** Who is expected at sessions, by session: the members, less those who said no and those who are away. */
export async function expectedAt(
	deps: { readonly db: Db; readonly sources: Pick<RotationSources, 'pauses'> },
	sessions: readonly FoundSession[],
): Promise<ReadonlyMap<string, readonly string[]>> {
	if (sessions.length === 0) return new Map();
	const groupIds = [...new Set(sessions.map(({ group }) => group.id))];
	const [members, answers, pauses] = await Promise.all([
		membersOf(deps.db, groupIds),
		answersTo(deps.db, sessions),
		deps.sources.pauses(deps.db, groupIds),
	]);
	const declined = new Set(
		answers.filter(({ answer }) => answer === 'no').map((one) => `${one.sessionId} ${one.accountId}`),
	);
	const isAway = (accountId: string, { group, startsAt }: FoundSession) =>
		pauses.some(
			({ groupId, memberId, from, until }) =>
				groupId === group.id &&
				memberId === accountId &&
				from <= startsAt &&
				(until === null || startsAt < until),
		);
	return new Map(
		sessions.map((session) => [
			session.id,
			members
				.filter(({ groupId }) => groupId === session.group.id)
				.map(({ accountId }) => accountId)
				.filter((accountId) => !declined.has(`${session.id} ${accountId}`) && !isAway(accountId, session)),
		]),
	);
}
