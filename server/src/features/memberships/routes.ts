import {
	answerOffer,
	changeRole,
	decideRequest,
	leaveGroup,
	listJoinRequests,
	listOwnRequests,
	pauseMembership,
	removeMember,
	requestToJoin,
	withdrawRequest,
} from '@entrepairs/contract/memberships';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { MembershipsService } from './service.ts';

export function membershipsRoutes(app: FastifyInstance, memberships: MembershipsService): void {
	serve(app, requestToJoin, ({ signIn, params, body }) =>
		memberships.ask(signIn.accountId, params.groupId, body.message),
	);
	serve(app, withdrawRequest, ({ signIn, params }) =>
		memberships.withdraw(signIn.accountId, params.requestId),
	);
	serve(app, listJoinRequests, async ({ signIn, params }) => {
		const found = await memberships.ofOrganisation(signIn.accountId, params.organisationId);
		return found instanceof Refusal ? found : { requests: found };
	});
	serve(app, decideRequest, ({ signIn, params, body }) =>
		memberships.decide(signIn.accountId, params.requestId, body),
	);
	serve(app, removeMember, ({ signIn, params, body }) =>
		memberships.remove(signIn.accountId, params.groupId, params.accountId, body.reason),
	);
	serve(app, listOwnRequests, async ({ signIn }) => ({ requests: await memberships.own(signIn.accountId) }));
	serve(app, answerOffer, ({ signIn, params, body }) =>
		memberships.answerOffer(signIn.accountId, params.requestId, body.outcome),
	);
	serve(app, leaveGroup, ({ signIn, params }) => memberships.leave(signIn.accountId, params.groupId));
	serve(app, pauseMembership, ({ signIn, params, body }) =>
		memberships.pause(signIn.accountId, params.groupId, body.until),
	);
	serve(app, changeRole, ({ signIn, params, body }) =>
		memberships.changeRole(signIn.accountId, params.groupId, params.accountId, body.role),
	);
}
