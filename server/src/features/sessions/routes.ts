import {
	changeFollowing,
	changeSession,
	createSeries,
	endSeries,
	listGroupSessions,
	listMySessions,
	previewSeries,
	readSession,
	readSessionPlan,
} from '@entrepairs/contract/sessions';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http.ts';
import type { SessionsService } from './service.ts';

export function sessionsRoutes(app: FastifyInstance, sessions: SessionsService): void {
	serve(app, createSeries, ({ signIn, params, body }) =>
		sessions.createSeries(signIn.accountId, params.groupId, body),
	);
	serve(app, previewSeries, ({ signIn, params, body }) =>
		sessions.previewSeries(signIn.accountId, params.groupId, body.series, body.holidaysOf),
	);
	serve(app, listMySessions, async ({ signIn }) => ({ sessions: await sessions.mine(signIn.accountId) }));
	serve(app, listGroupSessions, ({ signIn, params }) => sessions.ofGroup(signIn.accountId, params.groupId));
	serve(app, readSession, ({ signIn, params }) => sessions.read(signIn.accountId, params.sessionId));
	serve(app, readSessionPlan, ({ signIn, params }) => sessions.plan(signIn.accountId, params.sessionId));
	serve(app, changeSession, ({ signIn, params, body }) =>
		sessions.change(signIn.accountId, params.sessionId, body),
	);
	serve(app, changeFollowing, ({ signIn, params, body }) =>
		sessions.changeFollowing(signIn.accountId, params.sessionId, body),
	);
	serve(app, endSeries, ({ signIn, params, body }) =>
		sessions.endSeries(signIn.accountId, params.sessionId, body),
	);
}
