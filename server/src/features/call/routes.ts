import { readCall } from '@entrepairs/contract/call';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http.ts';
import type { CallService } from './service.ts';

export function callRoutes(app: FastifyInstance, call: CallService): void {
	serve(app, readCall, ({ signIn, params }) => call.setup(signIn.accountId, params.sessionId));
}
