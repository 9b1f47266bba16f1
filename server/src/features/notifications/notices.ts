/**
 * Telling people what happened. `tell` is called inside the transaction of what happened: either
 * both stand or neither does, whatever is killed in between.
 */
import type { NoticeKind } from '@entrepairs/contract/notifications';
import type { Trx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { wake } from '../../platform/jobs.ts';

/** Something to tell one person. Identifiers only: names and times are read when it is shown or mailed. */
export interface Notice {
	readonly kind: NoticeKind;
	readonly to: string;
	readonly groupId?: string;
	readonly sessionId?: string;
	/** What else it is about: a poll, a request, a case. */
	readonly subjectId?: string;
	/** What they did themselves: no news to them, and a mail only if it carries something for their calendar. */
	readonly isOwn?: boolean;
	/** Another mail says it, of the same act: on the site alone. */
	readonly isOnSite?: boolean;
}

export async function tell(trx: Trx, notices: readonly Notice[], at: Date): Promise<void> {
	if (notices.length === 0) return;
	await trx
		.insertInto('notices')
		.values(
			notices.map((notice) => ({
				id: newId(),
				account_id: notice.to,
				kind: notice.kind,
				group_id: notice.groupId ?? null,
				session_id: notice.sessionId ?? null,
				subject_id: notice.subjectId ?? null,
				at,
				read_at: notice.isOwn === true ? at : null,
				own: notice.isOwn === true,
				way: notice.isOnSite === true ? ('site-only' as const) : ('undecided' as const),
			})),
		)
		.execute();
	await wake(trx, 'notices');
}
