import {
	answerConflictQuestion,
	askAboutConflict,
	eraseConflictStatement,
	listConflictQuestions,
	listPossibleConflicts,
	readConflictStatement,
	stateConflicts,
} from '@entrepairs/contract/conflicts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http.ts';
import type { ConflictsService } from './service.ts';

export function conflictsRoutes(app: FastifyInstance, conflicts: ConflictsService): void {
	serve(app, readConflictStatement, ({ signIn, params }) =>
		conflicts.statement(signIn.accountId, params.groupId),
	);
	serve(app, stateConflicts, ({ signIn, params, body }) =>
		conflicts.state(signIn.accountId, params.groupId, body),
	);
	serve(app, eraseConflictStatement, ({ signIn, params }) =>
		conflicts.erase(signIn.accountId, params.groupId),
	);
	serve(app, listPossibleConflicts, ({ signIn, params }) =>
		conflicts.possible(signIn.accountId, params.groupId),
	);
	serve(app, askAboutConflict, ({ signIn, params, body }) =>
		conflicts.ask(signIn.accountId, params.groupId, body.accountIds),
	);
	serve(app, listConflictQuestions, async ({ signIn }) => ({
		questions: await conflicts.asked(signIn.accountId),
	}));
	serve(app, answerConflictQuestion, ({ signIn, params, body }) =>
		conflicts.answer(signIn.accountId, params.questionId, body),
	);
}
