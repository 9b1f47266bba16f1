import { readRoom } from '@entrepairs/contract/room';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http.ts';
import type { RoomsService } from './service.ts';

export function roomRoutes(app: FastifyInstance, rooms: RoomsService): void {
	serve(app, readRoom, ({ params, signIn }) => rooms.summary(signIn.accountId, params.sessionId));
}
