/**
 * What facilitators ask two members about a possible conflict between them. A question lasts until one
 * of the two changes what they stated or leaves; what is answered is sealed with the key of who answers.
 */
import type { ConflictAnswer, ConflictQuestion } from '@entrepairs/contract/conflicts';
import type { Clock } from '../../platform/clock.ts';
import type { Keyring } from '../../platform/crypto.ts';
import type { Db } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { personKey } from '../../platform/person-keys.ts';
import { conflict, invalid, notAllowed, notFound, type Refusal } from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import { tell } from '../notifications/notices.ts';
import { openedAnswers, pairsFor } from './pairs.ts';
import { sealAnswer } from './sealed.ts';
import {
	answersTo,
	facilitatorsOf,
	insertQuestion,
	keepAnswer,
	lockConflicts,
	type QuestionRow,
	questions,
} from './store.ts';

export interface ConflictQuestions {
	/** For facilitators, about a conflict that is possible now. */
	ask(accountId: string, groupId: string, accountIds: readonly string[]): Promise<{ id: string } | Refusal>;
	/** What somebody is asked, in all of their groups. */
	asked(accountId: string): Promise<ConflictQuestion[]>;
	answer(
		accountId: string,
		questionId: string,
		input: { readonly answer: ConflictAnswer; readonly word?: string },
	): Promise<ConflictQuestion | Refusal>;
}

export function createConflictQuestions(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly keyring: Keyring;
}): ConflictQuestions {
	const { db, clock, keyring } = deps;

	async function shown(accountId: string, rows: readonly QuestionRow[]): Promise<ConflictQuestion[]> {
		const answers = await answersTo(
			db,
			rows.map(({ id }) => id),
		);
		const own = await openedAnswers(
			db,
			keyring,
			answers.filter((answer) => answer.accountId === accountId),
		);
		return rows.map((row) => {
			const mine = own.find(({ questionId }) => questionId === row.id);
			return {
				id: row.id,
				group: { id: row.groupId, name: row.groupName },
				other:
					row.firstId === accountId
						? { accountId: row.secondId, name: row.secondName }
						: { accountId: row.firstId, name: row.firstName },
				askedAt: row.askedAt.toISOString(),
				answer: mine?.answer ?? null,
				word: mine?.word ?? null,
			};
		});
	}

	return {
		async ask(accountId, groupId, accountIds) {
			const who = await standingOf(db, accountId);
			if (!can(who, 'conflict.review', groupId)) {
				return can(who, 'conflict.state', groupId) ? notAllowed : notFound;
			}
			const id = newId();
			const at = clock.now();
			return db.transaction().execute(async (trx) => {
				if (!(await lockConflicts(trx, groupId, accountId))) return notFound;
				const wanted = [...accountIds].sort().join();
				const between = (await pairsFor(trx, keyring, accountId, groupId)).find(
					(pair) => pair.join() === wanted,
				);
				if (between === undefined) return invalid('accountIds', 'not-offered');
				const added = await insertQuestion(trx, { id, groupId, between, by: accountId, at });
				if (!added) return conflict('already-asked');
				await tell(
					trx,
					between.map((to) => ({ kind: 'conflict-question' as const, to, groupId, subjectId: id })),
					at,
				);
				return { id };
			});
		},

		async asked(accountId) {
			const { groups } = await standingOf(db, accountId);
			const ids = [...groups.keys()];
			if (ids.length === 0) return [];
			const rows = await questions(db)
				.where('group_id', 'in', ids)
				.where((e) => e.or([e('first_id', '=', accountId), e('second_id', '=', accountId)]))
				.execute();
			return shown(accountId, rows);
		},

		async answer(accountId, questionId, { answer, word }) {
			const who = await standingOf(db, accountId);
			const at = clock.now();
			const question = await questions(db).where('conflict_questions.id', '=', questionId).executeTakeFirst();
			if (question === undefined) return notFound;
			const { groupId, firstId, secondId } = question;
			if (!can(who, 'conflict.answer', { groupId, between: [firstId, secondId] })) return notFound;
			const kept = await db.transaction().execute(async (trx) => {
				if (!(await lockConflicts(trx, groupId, accountId))) return false;
				// It goes when a statement changes: an answer is never kept to what is asked no more.
				const still = await questions(trx).where('conflict_questions.id', '=', questionId).executeTakeFirst();
				if (still === undefined) return false;
				const key = await personKey(trx, keyring, accountId);
				const said = { answer, word: word?.trim() || null };
				const sealed = sealAnswer(key, { questionId, accountId }, said);
				await keepAnswer(trx, { questionId, accountId, sealed, at });
				const facilitators = await facilitatorsOf(trx, groupId);
				await tell(
					trx,
					facilitators
						.filter((to) => to !== firstId && to !== secondId)
						.map((to) => ({ kind: 'conflict-answer' as const, to, groupId, subjectId: questionId })),
					at,
				);
				return true;
			});
			if (!kept) return notFound;
			const [own] = await shown(accountId, [question]);
			return own ?? notFound;
		},
	};
}
