/**
 * An invitation is a link for one person. Its token stands in the link only: the server keeps a hash,
 * and reads the token from the body of requests, so that no address of the API carries it.
 */
import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { GroupParams } from './groups.ts';
import { Id, Instant, Language, nullable, oneOf, PersonName } from './values.ts';

/** Whatever was in the link; a wrong one is answered like one that is used or over. */
const Token = Type.String({ maxLength: 200 });

/** One that may still be used, as facilitators see it. Whom it is for is written nowhere. */
export const Invitation = Type.Object({
	id: Id,
	invitedBy: PersonName,
	createdAt: Instant,
	expiresAt: Instant,
});
export type Invitation = Static<typeof Invitation>;

/** What accepting leads to. */
const InvitationEffect = oneOf(['member', 'waiting-list', 'request', 'already-member']);

/** An invitation as whoever opens its link reads it. */
export const ReceivedInvitation = Type.Object({
	group: Type.Object({
		id: Id,
		name: Type.String(),
		purpose: Type.String(),
		language: Language,
		organisationName: Type.String(),
		memberCount: Type.Integer(),
		capacity: Type.Integer(),
	}),
	invitedBy: PersonName,
	expiresAt: Instant,
	effect: InvitationEffect,
});
export type ReceivedInvitation = Static<typeof ReceivedInvitation>;

const tag = 'invitations';

export const invite = endpoint({
	method: 'POST',
	path: '/api/groups/:groupId/invitations',
	tag,
	summary: 'Make an invitation for one person; its token is given this once',
	status: 201,
	access: 'signed-in',
	params: GroupParams,
	body: Type.Object({ days: Type.Integer({ minimum: 1, maximum: 30 }) }, { additionalProperties: false }),
	response: Type.Object({ ...Invitation.properties, token: Type.String() }),
});

export const listInvitations = endpoint({
	method: 'GET',
	path: '/api/groups/:groupId/invitations',
	tag,
	summary: 'The invitations that may still be used, for facilitators',
	status: 200,
	access: 'signed-in',
	params: GroupParams,
	response: Type.Object({ invitations: Type.Array(Invitation) }),
});

export const revokeInvitation = endpoint({
	method: 'DELETE',
	path: '/api/groups/:groupId/invitations/:invitationId',
	tag,
	summary: 'Revoke an invitation',
	status: 204,
	access: 'signed-in',
	params: Type.Object({ groupId: Id, invitationId: Id }),
});

export const readInvitation = endpoint({
	method: 'POST',
	path: '/api/invitations/reading',
	tag,
	summary: 'Read the invitation that a token opens; wrong, used, revoked or over: not found',
	status: 200,
	access: 'signed-in',
	body: Type.Object({ token: Token }, { additionalProperties: false }),
	response: ReceivedInvitation,
});

export const answerInvitation = endpoint({
	method: 'POST',
	path: '/api/invitations/answer',
	tag,
	summary: 'Accept or decline an invitation, once',
	status: 200,
	access: 'signed-in',
	body: Type.Object(
		{ token: Token, outcome: oneOf(['accepted', 'declined']) },
		{ additionalProperties: false },
	),
	/** Null when it was declined. */
	response: Type.Object({
		groupId: Id,
		led: nullable(oneOf(['member', 'waiting-list', 'request'])),
	}),
});
