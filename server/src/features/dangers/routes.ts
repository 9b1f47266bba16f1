import { readGuide, readSessionGuide, writeGuide } from '@entrepairs/contract/dangers';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http.ts';
import type { DangersService } from './service.ts';

export function dangersRoutes(app: FastifyInstance, dangers: DangersService): void {
	serve(app, readSessionGuide, ({ signIn, params }) => dangers.ofSession(signIn.accountId, params.sessionId));
	serve(app, readGuide, ({ signIn, params }) =>
		dangers.ofOrganisation(signIn.accountId, params.organisationId),
	);
	serve(app, writeGuide, ({ signIn, params, body }) =>
		dangers.write(signIn.accountId, params.organisationId, body),
	);
}
