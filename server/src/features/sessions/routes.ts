import { createSeries, listGroupSessions, listMySessions, readSession } from '@entrepairs/contract/sessions';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http.ts';
import type { SessionsService } from './service.ts';

export function sessionsRoutes(app: FastifyInstance, sessions: SessionsService): void {
	serve(app, createSeries, ({ signIn, params, body }) =>
		sessions.createSeries(signIn.accountId, params.groupId, body),
	);
	serve(app, listMySessions, async ({ signIn }) => ({ sessions: await sessions.mine(signIn.accountId) }));
	serve(app, listGroupSessions, ({ signIn, params }) => sessions.ofGroup(signIn.accountId, params.groupId));
	serve(app, readSession, ({ signIn, params }) => sessions.read(signIn.accountId, params.sessionId));
}
