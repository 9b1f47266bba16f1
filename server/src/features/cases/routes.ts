import {
	askSecondReader,
	eraseCaseHistory,
	finishSecondReading,
	keepVersion,
	listCaseAuthors,
	listMyCases,
	listVersions,
	openCase,
	readCase,
	readCaseText,
	readVersion,
	recuseMyself,
	renameCase,
	restoreVersion,
} from '@entrepairs/contract/cases';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http.ts';
import type { CaseHistory } from './history.ts';
import type { CasesService } from './service.ts';
import type { CaseSharing } from './sharing.ts';

export function casesRoutes(
	app: FastifyInstance,
	{
		cases,
		sharing,
		history,
	}: { readonly cases: CasesService; readonly sharing: CaseSharing; readonly history: CaseHistory },
): void {
	serve(app, openCase, ({ signIn, params, body }) => sharing.share(signIn.accountId, params.sessionId, body));
	serve(app, listMyCases, async ({ signIn }) => ({ cases: await cases.mine(signIn.accountId) }));
	serve(app, readCase, ({ signIn, params }) => cases.read(signIn.accountId, params.caseId));
	serve(app, renameCase, ({ signIn, params, body }) => cases.rename(signIn.accountId, params.caseId, body));
	serve(app, listCaseAuthors, ({ signIn, params }) => cases.authors(signIn.accountId, params.caseId));
	serve(app, finishSecondReading, ({ signIn, params, body }) =>
		sharing.finishSecondReading(signIn.accountId, params.caseId, body.review),
	);
	serve(app, askSecondReader, ({ signIn, params, body }) =>
		sharing.askSecondReader(signIn.accountId, params.caseId, body.accountId),
	);
	serve(app, recuseMyself, ({ signIn, params }) => sharing.recuse(signIn.accountId, params.caseId));
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
