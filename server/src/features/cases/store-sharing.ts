/** How a case comes before its group: who is asked to read it, what was reviewed, who has left it. */
import type { Review } from '@entrepairs/contract/review';
import type { Db, Trx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';

/** Whether a colleague reads each case of a group before the others see it. */
export async function wantsSecondReader(db: Db, groupId: string): Promise<boolean> {
	const row = await db
		.selectFrom('groups')
		.where('id', '=', groupId)
		.select('second_reader')
		.executeTakeFirst();
	return row?.second_reader ?? false;
}

/** Opens a case to its group, if this is still who was asked to read it. */
export async function openToGroup(trx: Trx, caseId: string, secondReaderId: string): Promise<boolean> {
	const row = await trx
		.updateTable('cases')
		.set({ state: 'open', second_reader_id: null })
		.where('id', '=', caseId)
		.where('state', '=', 'in-second-reading')
		.where('second_reader_id', '=', secondReaderId)
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}

/** Asks someone to read a case before the group does. False when it is open already. */
export async function replaceSecondReader(db: Db | Trx, caseId: string, accountId: string): Promise<boolean> {
	const row = await db
		.updateTable('cases')
		.set({ second_reader_id: accountId })
		.where('id', '=', caseId)
		.where('state', '=', 'in-second-reading')
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}

/** What was done about the identifiers in a text, when, and by whom. */
export async function insertReview(
	trx: Trx,
	row: {
		readonly caseId: string;
		readonly occasion: 'sharing' | 'second-reading' | 'title';
		readonly by: string;
		readonly at: Date;
		readonly review: Review;
	},
): Promise<void> {
	const { language, reread, replaced, kept } = row.review;
	await trx
		.insertInto('case_reviews')
		.values({
			id: newId(),
			case_id: row.caseId,
			occasion: row.occasion,
			reviewed_by: row.by,
			reviewed_at: row.at,
			language,
			reread,
			// As text: a driver would take a list for an array of its own.
			replaced: JSON.stringify(replaced),
			kept: JSON.stringify(kept),
		})
		.execute();
}

/** Someone leaves a case for good. Who was to read it before the others does so no more. */
export async function insertRecusal(trx: Trx, caseId: string, accountId: string, at: Date): Promise<void> {
	await trx
		.insertInto('case_recusals')
		.values({ case_id: caseId, account_id: accountId, at })
		.onConflict((c) => c.doNothing())
		.execute();
	await trx
		.updateTable('cases')
		.set({ second_reader_id: null })
		.where('id', '=', caseId)
		.where('second_reader_id', '=', accountId)
		.execute();
}

/** Colleagues for whom a case does not exist: who shares it leaves them out. */
export async function insertExclusions(
	trx: Trx,
	{ caseId, excluded, by, at }: { caseId: string; excluded: readonly string[]; by: string; at: Date },
): Promise<void> {
	if (excluded.length === 0) return;
	await trx
		.insertInto('case_recusals')
		.values(excluded.map((accountId) => ({ case_id: caseId, account_id: accountId, at, excluded_by: by })))
		.execute();
}

/** Whether someone has left a case, or was left out of it. */
export async function hasLeft(db: Db, caseId: string, accountId: string): Promise<boolean> {
	const row = await db
		.selectFrom('case_recusals')
		.where('case_id', '=', caseId)
		.where('account_id', '=', accountId)
		.select('case_id')
		.executeTakeFirst();
	return row !== undefined;
}

/** How many have left a case or were left out of it: all of them, so that nobody's leaving the group shows in it. */
export async function countAbsent(db: Db, caseId: string): Promise<number> {
	const { n } = await db
		.selectFrom('case_recusals')
		.where('case_id', '=', caseId)
		.select((e) => e.fn.countAll<number>().as('n'))
		.executeTakeFirstOrThrow();
	return n;
}
