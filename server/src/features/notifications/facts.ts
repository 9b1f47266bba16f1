/** What a notice is about, read when it is shown or mailed: as it is by then, for who may still know. */
import type { NoticeKind } from '@entrepairs/contract/notifications';
import type { Db } from '../../platform/database.ts';
import type { FoundSession, SessionsService } from '../sessions/service.ts';
import { concernsOutsiders, pathOf } from './kinds.ts';

export interface StoredNotice {
	readonly id: string;
	readonly accountId: string;
	readonly kind: NoticeKind;
	readonly groupId: string | null;
	readonly sessionId: string | null;
	readonly subjectId: string | null;
	readonly at: Date;
	/** Of what the person did themselves. */
	readonly own: boolean;
}

export interface Facts {
	readonly kind: NoticeKind;
	readonly group: { readonly id: string; readonly name: string } | null;
	readonly session: FoundSession | null;
	readonly path: string;
}

export const noticeColumns = [
	'notices.id',
	'notices.account_id as accountId',
	'notices.kind',
	'notices.group_id as groupId',
	'notices.session_id as sessionId',
	'notices.subject_id as subjectId',
	'notices.at',
	'notices.own',
] as const;

/** By notice; those that are no more the person's to know are not in it. */
export async function factsOf(
	deps: { readonly db: Db; readonly sessions: Pick<SessionsService, 'find'> },
	notices: readonly StoredNotice[],
): Promise<ReadonlyMap<string, Facts>> {
	const { db, sessions } = deps;
	const groupIds = [...new Set(notices.flatMap(({ groupId }) => groupId ?? []))];
	const sessionIds = [...new Set(notices.flatMap(({ sessionId }) => sessionId ?? []))];
	const [groups, members, found] = await Promise.all([
		groupIds.length === 0
			? []
			: db
					.selectFrom('groups')
					.where('id', 'in', groupIds)
					.select(['id', 'name', 'organisation_id as organisationId'])
					.execute(),
		groupIds.length === 0
			? []
			: db
					.selectFrom('group_members')
					.where('group_id', 'in', groupIds)
					.where('account_id', 'in', [...new Set(notices.map(({ accountId }) => accountId))])
					.where('ended_at', 'is', null)
					.select(['group_id as groupId', 'account_id as accountId'])
					.execute(),
		Promise.all(sessionIds.map(async (id) => [id, await sessions.find(id)] as const)),
	]);
	const groupBy = new Map(groups.map((group) => [group.id, group]));
	const sessionBy = new Map(found);
	const isMember = new Set(members.map(({ groupId, accountId }) => `${groupId} ${accountId}`));

	const facts = new Map<string, Facts>();
	for (const notice of notices) {
		const group = notice.groupId === null ? null : groupBy.get(notice.groupId);
		const isIn = isMember.has(`${notice.groupId} ${notice.accountId}`);
		if (group === undefined || (group !== null && !isIn && !concernsOutsiders(notice.kind))) continue;
		facts.set(notice.id, {
			kind: notice.kind,
			group: group === null ? null : { id: group.id, name: group.name },
			session: isIn && notice.sessionId !== null ? (sessionBy.get(notice.sessionId) ?? null) : null,
			path: pathOf({ ...notice, organisationId: group?.organisationId ?? null }),
		});
	}
	return facts;
}

/** Whether what a notice says is no more so: told by mail now, it would mislead. */
export function isOutdated({ kind, session }: Facts, now: Date): boolean {
	if (session === null) return kind === 'session-reminder';
	if (kind === 'session-cancelled') return session.state !== 'cancelled';
	// What is said of a series holds, whatever becomes of the session that stands for it.
	if (session.state === 'cancelled') return kind !== 'series-changed';
	return kind === 'session-reminder' && session.startsAt <= now;
}
