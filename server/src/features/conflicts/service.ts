/**
 * Conflicts of interest. What a member states (employers, partners, territories) is sealed with their
 * own key and read back by them alone. Between whom there may be a conflict is worked out each time it
 * is asked for, from what those who are in the group stated, and stored nowhere.
 *
 *     possible ──asked──▶ asked ──both have answered──▶ settled ──a statement of the two changes──▶ possible
 *
 * Facilitators see the pairs and the answers (pairs.ts), never what was stated; questions.ts asks and answers.
 */
import type {
	ConflictStatement,
	NewConflictStatement,
	PossibleConflict,
} from '@entrepairs/contract/conflicts';
import type { Clock } from '../../platform/clock.ts';
import type { Keyring } from '../../platform/crypto.ts';
import type { Db } from '../../platform/database.ts';
import { personKey } from '../../platform/person-keys.ts';
import { notAllowed, notFound, type Refusal } from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import { openedAnswers, pairsFor } from './pairs.ts';
import { openStatement, sealStatement } from './sealed.ts';
import {
	answersTo,
	deleteQuestionsOf,
	deleteStatement,
	findStatement,
	keepStatement,
	lockConflicts,
	membersNamed,
	questions,
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
}

export function createConflictsService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly keyring: Keyring;
}): ConflictsService {
	const { db, clock, keyring } = deps;

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
				pairsFor(db, keyring, accountId, groupId),
				questions(db).where('group_id', '=', groupId).execute(),
				membersNamed(db, groupId),
			]);
			const answers = await openedAnswers(
				db,
				keyring,
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
	};
}

/** Each name once, as it was first written. */
function distinct(names: readonly string[]): string[] {
	return [...new Set(names.map((name) => name.trim()))];
}
