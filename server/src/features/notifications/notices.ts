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
}

export type Tell = (trx: Trx, notices: readonly Notice[], at: Date) => Promise<void>;

export const tell: Tell = async (trx, notices, at) => {
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
				read_at: null,
			})),
		)
		.execute();
	await wake(trx, 'notices');
};
