import type { Trx } from '../../platform/database.ts';
import { tell } from '../notifications/notices.ts';
import { versionsOf } from './store.ts';

/** Somebody has come into a group: they are told to sign, if there is a charter. */
export async function welcome(
	trx: Trx,
	member: { readonly groupId: string; readonly accountId: string; readonly at: Date },
): Promise<void> {
	const { groupId, accountId, at } = member;
	const latest = (await versionsOf(trx, [groupId]))[0];
	if (latest === undefined) return;
	await tell(trx, [{ kind: 'charter-to-sign', to: accountId, groupId, subjectId: latest.id }], at);
}
