/** What people of the demonstration state of their interests, sealed as anybody's is. */
import type { NewConflictStatement } from '@entrepairs/contract/conflicts';
import { sealStatement } from '../features/conflicts/sealed.ts';
import type { Keyring } from '../platform/crypto.ts';
import type { Trx } from '../platform/database.ts';
import { personKey } from '../platform/person-keys.ts';

export async function stateInterests(
	trx: Trx,
	keyring: Keyring,
	{ groupId, now }: { readonly groupId: string; readonly now: Date },
	statements: readonly (NewConflictStatement & { readonly accountId: string })[],
): Promise<void> {
	for (const { accountId, ...said } of statements) {
		const key = await personKey(trx, keyring, accountId);
		await trx
			.insertInto('conflict_statements')
			.values({
				group_id: groupId,
				account_id: accountId,
				sealed: sealStatement(key, { groupId, accountId }, said),
				changed_at: now,
			})
			.execute();
	}
}
