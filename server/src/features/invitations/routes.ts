import {
	answerInvitation,
	invite,
	listInvitations,
	readInvitation,
	revokeInvitation,
} from '@entrepairs/contract/invitations';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http.ts';
import type { InvitationsService } from './service.ts';

/** Tokens tried from one address. They cannot be guessed anyway; trying should not even be cheap. */
const TRIES_A_MINUTE = 30;

export function invitationsRoutes(app: FastifyInstance, invitations: InvitationsService): void {
	const tried = { config: { rateLimit: { max: TRIES_A_MINUTE, timeWindow: '1 minute' } } };
	serve(app, invite, ({ signIn, params, body }) =>
		invitations.invite(signIn.accountId, params.groupId, body.days),
	);
	serve(app, listInvitations, ({ signIn, params }) => invitations.list(signIn.accountId, params.groupId));
	serve(app, revokeInvitation, ({ signIn, params }) =>
		invitations.revoke(signIn.accountId, params.groupId, params.invitationId),
	);
	serve(app, readInvitation, ({ signIn, body }) => invitations.read(signIn.accountId, body.token), tried);
	serve(
		app,
		answerInvitation,
		({ signIn, body }) => invitations.answer(signIn.accountId, body.token, body.outcome),
		tried,
	);
}
