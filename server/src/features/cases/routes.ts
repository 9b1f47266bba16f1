import {
	eraseCaseHistory,
	keepVersion,
	listMyCases,
	listVersions,
	openCase,
	readCase,
	readCaseText,
	readVersion,
	renameCase,
	restoreVersion,
} from '@entrepairs/contract/cases';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http.ts';
import type { CaseHistory } from './history.ts';
import type { CasesService } from './service.ts';

export function casesRoutes(app: FastifyInstance, cases: CasesService, history: CaseHistory): void {
	serve(app, openCase, ({ signIn, params, body }) => cases.open(signIn.accountId, params.sessionId, body));
	serve(app, listMyCases, async ({ signIn }) => ({ cases: await cases.mine(signIn.accountId) }));
	serve(app, readCase, ({ signIn, params }) => cases.read(signIn.accountId, params.caseId));
	serve(app, renameCase, ({ signIn, params, body }) =>
		cases.rename(signIn.accountId, params.caseId, body.title),
	);
	serve(app, readCaseText, ({ signIn, params }) => history.text(signIn.accountId, params.caseId));
	serve(app, listVersions, ({ signIn, params }) => history.versions(signIn.accountId, params.caseId));
	serve(app, keepVersion, ({ signIn, params, body }) =>
		history.keep(signIn.accountId, params.caseId, body.name),
	);
	serve(app, readVersion, ({ signIn, params }) =>
		history.version(signIn.accountId, params.caseId, params.versionId),
	);
	serve(app, restoreVersion, ({ signIn, params, body }) =>
		history.restore(signIn.accountId, params.caseId, params.versionId, body.keepAs),
	);
	serve(app, eraseCaseHistory, ({ signIn, params, body }) =>
		history.erase(signIn.accountId, params.caseId, body.sections),
	);
}
