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
import type { ConflictQuestions } from './questions.ts';
import type { ConflictsService } from './service.ts';

export function conflictsRoutes(
	app: FastifyInstance,
	{ conflicts, questions }: { readonly conflicts: ConflictsService; readonly questions: ConflictQuestions },
): void {
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
		questions.ask(signIn.accountId, params.groupId, body.accountIds),
	);
	serve(app, listConflictQuestions, async ({ signIn }) => ({
		questions: await questions.asked(signIn.accountId),
	}));
	serve(app, answerConflictQuestion, ({ signIn, params, body }) =>
		questions.answer(signIn.accountId, params.questionId, body),
	);
}
