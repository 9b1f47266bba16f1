/** What facilitators are shown of what members stated and answered: pairs, and answers. */
import { possibleConflicts } from '@entrepairs/domain/conflict-of-interest/possible-conflicts';
import type { Keyring } from '../../platform/crypto.ts';
import type { Db, Trx } from '../../platform/database.ts';
import { personKeys } from '../../platform/person-keys.ts';
import { openAnswer, openStatement } from './sealed.ts';
import { type AnswerRow, membersNamed, statementsIn } from './store.ts';

/**
 * The pairs of a group that this facilitator may be shown. None that they are one of: by changing what
 * they state themselves, they could find out what the other stated.
 */
export async function pairsFor(
	from: Db | Trx,
	keyring: Keyring,
	accountId: string,
	groupId: string,
): Promise<[string, string][]> {
	const rows = await statementsIn(from, groupId);
	const members = await membersNamed(from, groupId);
	const keys = await personKeys(
		from,
		keyring,
		rows.map((row) => row.accountId),
	);
	const statements = members.map(({ accountId: id, name }) => {
		const row = rows.find((one) => one.accountId === id);
		const key = keys.get(id);
		const nothing = { employers: [], partners: [], territories: [] };
		return {
			accountId: id,
			name,
			...(row && key ? openStatement(key, { groupId, accountId: id }, row.sealed) : nothing),
		};
	});
	return possibleConflicts(statements).filter((pair) => !pair.includes(accountId));
}

/** Answers as they were given, without those whose key is gone. */
export async function openedAnswers(db: Db, keyring: Keyring, rows: readonly AnswerRow[]) {
	const keys = await personKeys(
		db,
		keyring,
		rows.map((row) => row.accountId),
	);
	return rows.flatMap(({ questionId, accountId, sealed }) => {
		const key = keys.get(accountId);
		if (key === undefined) return [];
		return { questionId, accountId, ...openAnswer(key, { questionId, accountId }, sealed) };
	});
}
