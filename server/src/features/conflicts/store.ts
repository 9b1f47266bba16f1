import type { Db, Trx } from '../../platform/database.ts';

export interface StatementRow {
	readonly accountId: string;
	readonly sealed: Uint8Array;
}

/** What those who are in a group stated. */
export async function statementsIn(db: Db | Trx, groupId: string): Promise<StatementRow[]> {
	return db
		.selectFrom('conflict_statements')
		.innerJoin('group_members', (join) =>
			join
				.onRef('group_members.group_id', '=', 'conflict_statements.group_id')
				.onRef('group_members.account_id', '=', 'conflict_statements.account_id')
				.on('group_members.ended_at', 'is', null),
		)
		.where('conflict_statements.group_id', '=', groupId)
		.select(['conflict_statements.account_id as accountId', 'sealed'])
		.execute();
}

export async function findStatement(db: Db | Trx, groupId: string, accountId: string) {
	return db
		.selectFrom('conflict_statements')
		.where('group_id', '=', groupId)
		.where('account_id', '=', accountId)
		.select(['sealed', 'changed_at as changedAt'])
		.executeTakeFirst();
}

/**
 * Holds what is stated and asked in a group still, and the stay of this person with it: nobody states
 * anything in a group that they are leaving. False when they are not in it.
 */
export async function lockConflicts(trx: Trx, groupId: string, accountId: string): Promise<boolean> {
	await trx.selectFrom('groups').where('id', '=', groupId).select('id').forNoKeyUpdate().execute();
	const stay = await trx
		.selectFrom('group_members')
		.where('group_id', '=', groupId)
		.where('account_id', '=', accountId)
		.where('ended_at', 'is', null)
		.select('id')
		.forUpdate()
		.executeTakeFirst();
	return stay !== undefined;
}

export async function keepStatement(
	trx: Trx,
	row: {
		readonly groupId: string;
		readonly accountId: string;
		readonly sealed: Uint8Array;
		readonly changedAt: Date;
	},
): Promise<void> {
	const { sealed, changedAt } = row;
	await trx
		.insertInto('conflict_statements')
		.values({ group_id: row.groupId, account_id: row.accountId, sealed, changed_at: changedAt })
		.onConflict((c) => c.columns(['group_id', 'account_id']).doUpdateSet({ sealed, changed_at: changedAt }))
		.execute();
}

export async function deleteStatement(trx: Trx, groupId: string, accountId: string): Promise<void> {
	await trx
		.deleteFrom('conflict_statements')
		.where('group_id', '=', groupId)
		.where('account_id', '=', accountId)
		.execute();
}

/** Somebody's statement has changed: what was asked of them and answered is no longer about it. */
export async function deleteQuestionsOf(trx: Trx, groupId: string, accountId: string): Promise<void> {
	await trx
		.deleteFrom('conflict_questions')
		.where('group_id', '=', groupId)
		.where((e) => e.or([e('first_id', '=', accountId), e('second_id', '=', accountId)]))
		.execute();
}

export interface QuestionRow {
	readonly id: string;
	readonly groupId: string;
	readonly groupName: string;
	readonly firstId: string;
	readonly secondId: string;
	readonly firstName: string;
	readonly secondName: string;
	readonly askedBy: string | null;
	readonly askedAt: Date;
}

export function questions(db: Db | Trx) {
	return db
		.selectFrom('conflict_questions')
		.innerJoin('groups', 'groups.id', 'conflict_questions.group_id')
		.innerJoin('accounts as first', 'first.id', 'first_id')
		.innerJoin('accounts as second', 'second.id', 'second_id')
		.orderBy('asked_at')
		.select([
			'conflict_questions.id',
			'group_id as groupId',
			'groups.name as groupName',
			'first_id as firstId',
			'second_id as secondId',
			'first.name as firstName',
			'second.name as secondName',
			'asked_by as askedBy',
			'asked_at as askedAt',
		]);
}

/** False when it is asked already. */
export async function insertQuestion(
	trx: Trx,
	question: {
		readonly id: string;
		readonly groupId: string;
		readonly between: readonly [string, string];
		readonly by: string;
		readonly at: Date;
	},
): Promise<boolean> {
	const [first, second] = question.between;
	const row = await trx
		.insertInto('conflict_questions')
		.values({
			id: question.id,
			group_id: question.groupId,
			first_id: first,
			second_id: second,
			asked_by: question.by,
			asked_at: question.at,
		})
		.onConflict((c) => c.columns(['group_id', 'first_id', 'second_id']).doNothing())
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}

export interface AnswerRow {
	readonly questionId: string;
	readonly accountId: string;
	readonly sealed: Uint8Array;
}

export async function answersTo(db: Db | Trx, questionIds: readonly string[]): Promise<AnswerRow[]> {
	if (questionIds.length === 0) return [];
	return db
		.selectFrom('conflict_answers')
		.where('question_id', 'in', questionIds)
		.select(['question_id as questionId', 'account_id as accountId', 'sealed'])
		.execute();
}

export async function keepAnswer(trx: Trx, row: AnswerRow & { readonly at: Date }): Promise<void> {
	const { sealed, at } = row;
	await trx
		.insertInto('conflict_answers')
		.values({ question_id: row.questionId, account_id: row.accountId, sealed, answered_at: at })
		.onConflict((c) => c.columns(['question_id', 'account_id']).doUpdateSet({ sealed, answered_at: at }))
		.execute();
}

export async function facilitatorsOf(trx: Trx, groupId: string): Promise<string[]> {
	const rows = await trx
		.selectFrom('group_members')
		.where('group_id', '=', groupId)
		.where('role', '=', 'facilitator')
		.where('ended_at', 'is', null)
		.select('account_id')
		.execute();
	return rows.map(({ account_id }) => account_id);
}

/** Those who are in a group, by name. */
export async function membersNamed(
	db: Db | Trx,
	groupId: string,
): Promise<{ readonly accountId: string; readonly name: string }[]> {
	return db
		.selectFrom('group_members')
		.innerJoin('accounts', 'accounts.id', 'group_members.account_id')
		.where('group_id', '=', groupId)
		.where('ended_at', 'is', null)
		.select(['accounts.id as accountId', 'accounts.name'])
		.execute();
}
