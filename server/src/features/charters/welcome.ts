import type { Trx } from '../../platform/database.ts';
import { tell } from '../notifications/notices.ts';
import { versionsOf } from './store.ts';

/** Somebody has come into a group: the site tells them to sign, if there is a charter. The mail that they are in says it too. */
export async function welcome(
	trx: Trx,
	member: { readonly groupId: string; readonly accountId: string; readonly at: Date },
): Promise<void> {
	const { groupId, accountId, at } = member;
	const latest = (await versionsOf(trx, [groupId]))[0];
	if (latest === undefined) return;
	const toSign = { kind: 'charter-to-sign', to: accountId, groupId, subjectId: latest.id } as const;
	await tell(trx, [{ ...toSign, isOnSite: true }], at);
}
