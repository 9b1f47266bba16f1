import { listMyCases, openCase, readCase } from '@entrepairs/contract/cases';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http.ts';
import type { CasesService } from './service.ts';

export function casesRoutes(app: FastifyInstance, cases: CasesService): void {
	serve(app, openCase, ({ signIn, params, body }) => cases.open(signIn.accountId, params.sessionId, body));
	serve(app, listMyCases, async ({ signIn }) => ({ cases: await cases.mine(signIn.accountId) }));
	serve(app, readCase, ({ signIn, params }) => cases.read(signIn.accountId, params.caseId));
}
