/**
 * Conflicts of interest. What a member states (employers, partners, territories) is sealed with their
 * own key and read back by them alone. Between whom there may be a conflict is worked out each time it
 * is asked for, from what those who are in the group stated, and stored nowhere.
 *
 *     possible ──asked──▶ asked ──both have answered──▶ settled ──a statement of the two changes──▶ possible
 *
 * Facilitators see the pairs and the answers, never what was stated. No pair that they are one of is
 * shown to them: by changing what they state themselves, they could find out what the other stated.
 */
import type {
	ConflictAnswer,
	ConflictQuestion,
	ConflictStatement,
	NewConflictStatement,
	PossibleConflict,
} from '@entrepairs/contract/conflicts';
import { possibleConflicts } from '@entrepairs/domain/conflict-of-interest/possible-conflicts';
import type { Clock } from '../../platform/clock.ts';
import type { Keyring } from '../../platform/crypto.ts';
import type { Db, Trx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { personKey, personKeys } from '../../platform/person-keys.ts';
import { conflict, invalid, notAllowed, notFound, type Refusal } from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import { tell } from '../notifications/notices.ts';
import { openAnswer, openStatement, sealAnswer, sealStatement } from './sealed.ts';
import {
	type AnswerRow,
	answersTo,
	deleteQuestionsOf,
	deleteStatement,
	facilitatorsOf,
	findStatement,
	insertQuestion,
	keepAnswer,
	keepStatement,
	lockConflicts,
	membersNamed,
	type QuestionRow,
	questions,
	statementsIn,
} from './store.ts';

export interface ConflictsService {
	/** What somebody stated in a group; for themself. */
	statement(accountId: string, groupId: string): Promise<{ statement: ConflictStatement | null } | Refusal>;
	state(
		accountId: string,
		groupId: string,
		input: NewConflictStatement,
	): Promise<ConflictStatement | Refusal>;
	erase(accountId: string, groupId: string): Promise<undefined | Refusal>;
	/** For facilitators. */
	possible(accountId: string, groupId: string): Promise<{ conflicts: PossibleConflict[] } | Refusal>;
	ask(accountId: string, groupId: string, accountIds: readonly string[]): Promise<{ id: string } | Refusal>;
	/** What somebody is asked, in all of their groups. */
	asked(accountId: string): Promise<ConflictQuestion[]>;
	answer(
		accountId: string,
		questionId: string,
		input: { readonly answer: ConflictAnswer; readonly word?: string },
	): Promise<ConflictQuestion | Refusal>;
}

export function createConflictsService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly keyring: Keyring;
}): ConflictsService {
	const { db, clock, keyring } = deps;

	/** The pairs of a group that this facilitator may be shown. */
	async function pairsFor(from: Db | Trx, accountId: string, groupId: string): Promise<[string, string][]> {
		const [rows, members] = await Promise.all([statementsIn(from, groupId), membersNamed(from, groupId)]);
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

	async function opened(rows: readonly AnswerRow[]) {
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

	async function shown(accountId: string, rows: readonly QuestionRow[]): Promise<ConflictQuestion[]> {
		const answers = await answersTo(
			db,
			rows.map(({ id }) => id),
		);
		const own = await opened(answers.filter((answer) => answer.accountId === accountId));
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
		async statement(accountId, groupId) {
			if (!can(await standingOf(db, accountId), 'conflict.state', groupId)) return notFound;
			const row = await findStatement(db, groupId, accountId);
			if (row === undefined) return { statement: null };
			const key = await personKey(db, keyring, accountId);
			const said = openStatement(key, { groupId, accountId }, row.sealed);
			return { statement: { ...said, changedAt: row.changedAt.toISOString() } };
		},

		async state(accountId, groupId, input) {
			if (!can(await standingOf(db, accountId), 'conflict.state', groupId)) return notFound;
			const said: NewConflictStatement = {
				employers: distinct(input.employers),
				partners: distinct(input.partners),
				territories: distinct(input.territories),
			};
			const at = clock.now();
			return db.transaction().execute(async (trx) => {
				if (!(await lockConflicts(trx, groupId, accountId))) return notFound;
				const key = await personKey(trx, keyring, accountId);
				const before = await findStatement(trx, groupId, accountId);
				if (
					before !== undefined &&
					JSON.stringify(openStatement(key, { groupId, accountId }, before.sealed)) === JSON.stringify(said)
				) {
					return { ...said, changedAt: before.changedAt.toISOString() };
				}
				const sealed = sealStatement(key, { groupId, accountId }, said);
				await keepStatement(trx, { groupId, accountId, sealed, changedAt: at });
				await deleteQuestionsOf(trx, groupId, accountId);
				return { ...said, changedAt: at.toISOString() };
			});
		},

		async erase(accountId, groupId) {
			if (!can(await standingOf(db, accountId), 'conflict.state', groupId)) return notFound;
			await db.transaction().execute(async (trx) => {
				await lockConflicts(trx, groupId, accountId);
				await deleteStatement(trx, groupId, accountId);
				await deleteQuestionsOf(trx, groupId, accountId);
			});
			return undefined;
		},

		async possible(accountId, groupId) {
			const who = await standingOf(db, accountId);
			if (!can(who, 'conflict.review', groupId)) {
				return can(who, 'conflict.state', groupId) ? notAllowed : notFound;
			}
			const [pairs, asked, members] = await Promise.all([
				pairsFor(db, accountId, groupId),
				questions(db).where('group_id', '=', groupId).execute(),
				membersNamed(db, groupId),
			]);
			const answers = await opened(
				await answersTo(
					db,
					asked.map(({ id }) => id),
				),
			);
			const conflicts = pairs.map(([first, second]): PossibleConflict => {
				const question = asked.find(({ firstId, secondId }) => firstId === first && secondId === second);
				const between = [first, second].map((id) => {
					const answer = answers.find((one) => one.questionId === question?.id && one.accountId === id);
					return {
						accountId: id,
						name: members.find((member) => member.accountId === id)?.name ?? '—',
						answer: answer?.answer ?? null,
						word: answer?.word ?? null,
					};
				});
				const isSettled = between.every(({ answer }) => answer !== null);
				return {
					between,
					state: question === undefined ? 'possible' : isSettled ? 'settled' : 'asked',
					askedAt: question?.askedAt.toISOString() ?? null,
				};
			});
			return { conflicts };
		},

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
				const between = (await pairsFor(trx, accountId, groupId)).find((pair) => pair.join() === wanted);
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

/** Each name once, as it was first written. */
function distinct(names: readonly string[]): string[] {
	return [...new Set(names.map((name) => name.trim()))];
}
