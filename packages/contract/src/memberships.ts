import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { GroupParams, GroupRole, GroupSummary } from './groups.ts';
import { JoinRequestState } from './join-request-state.ts';
import { Email, Id, Instant, LocalDate, nullable, oneOf, PersonName, text } from './values.ts';

/** A request to join a group, as a moderator reads it: the person, never a case's text. */
export const JoinRequest = Type.Object({
	id: Id,
	group: Type.Object({
		id: Id,
		name: Type.String(),
		memberCount: Type.Integer(),
		capacity: Type.Integer(),
		freePlaces: Type.Integer(),
	}),
	applicant: Type.Object({ id: Id, name: PersonName, email: Email }),
	message: Type.String(),
	/** They come by an invitation of the group. */
	invited: Type.Boolean(),
	state: JoinRequestState,
	/** On the waiting list. */
	position: nullable(Type.Integer()),
	offeredUntil: nullable(Instant),
	requestedAt: Instant,
	decidedAt: nullable(Instant),
	decidedBy: nullable(PersonName),
	reason: nullable(Type.String()),
});
export type JoinRequest = Static<typeof JoinRequest>;

/** A request of mine that is still open. */
export const OwnRequest = Type.Object({
	id: Id,
	group: Type.Object({ id: Id, name: Type.String() }),
	state: oneOf(['waiting', 'waiting-list', 'offered']),
	position: nullable(Type.Integer()),
	offeredUntil: nullable(Instant),
});
export type OwnRequest = Static<typeof OwnRequest>;

export const NewJoinRequest = Type.Object({ message: text(1000) }, { additionalProperties: false });
export type NewJoinRequest = Static<typeof NewJoinRequest>;

export const Decision = Type.Object(
	{ outcome: Type.Union([Type.Literal('accepted'), Type.Literal('refused')]), reason: text(500) },
	{ additionalProperties: false },
);
export type Decision = Static<typeof Decision>;

export const Removal = Type.Object({ reason: text(500) }, { additionalProperties: false });
export type Removal = Static<typeof Removal>;

const tag = 'memberships';
const RequestParams = Type.Object({ requestId: Id });
const OrganisationParams = Type.Object({ organisationId: Id });

export const requestToJoin = endpoint({
	method: 'POST',
	path: '/api/groups/:groupId/join-requests',
	tag,
	summary: 'Ask to join a group',
	status: 201,
	access: 'signed-in',
	params: GroupParams,
	body: NewJoinRequest,
	response: Type.Object({ id: Id, state: JoinRequestState }),
});

export const withdrawRequest = endpoint({
	method: 'DELETE',
	path: '/api/join-requests/:requestId',
	tag,
	summary: 'Withdraw my request, or leave the waiting list',
	status: 204,
	access: 'signed-in',
	params: RequestParams,
});

export const listJoinRequests = endpoint({
	method: 'GET',
	path: '/api/organisations/:organisationId/join-requests',
	tag,
	summary: 'Requests to join the groups of an organisation, those that wait first; for its moderators',
	status: 200,
	access: 'signed-in',
	params: OrganisationParams,
	response: Type.Object({ requests: Type.Array(JoinRequest) }),
});

export const decideRequest = endpoint({
	method: 'POST',
	path: '/api/join-requests/:requestId/decision',
	tag,
	summary: 'Accept or refuse a request, with a reason that the applicant reads',
	status: 200,
	access: 'signed-in',
	params: RequestParams,
	body: Decision,
	response: JoinRequest,
});

export const listOrganisationGroups = endpoint({
	method: 'GET',
	path: '/api/organisations/:organisationId/groups',
	tag,
	summary: 'The groups of an organisation, for its moderators',
	status: 200,
	access: 'signed-in',
	params: OrganisationParams,
	response: Type.Object({ groups: Type.Array(GroupSummary) }),
});

export const removeMember = endpoint({
	method: 'POST',
	path: '/api/groups/:groupId/members/:accountId/removal',
	tag,
	summary: 'Remove someone from a group, with a reason; their access ends at once',
	status: 204,
	access: 'signed-in',
	params: Type.Object({ groupId: Id, accountId: Id }),
	body: Removal,
});

export const listOwnRequests = endpoint({
	method: 'GET',
	path: '/api/join-requests',
	tag,
	summary: 'My requests that wait, with my place on waiting lists and the places I am offered',
	status: 200,
	access: 'signed-in',
	response: Type.Object({ requests: Type.Array(OwnRequest) }),
});

export const answerOffer = endpoint({
	method: 'POST',
	path: '/api/join-requests/:requestId/place',
	tag,
	summary: 'Take or decline the place I am offered',
	status: 200,
	access: 'signed-in',
	params: RequestParams,
	body: Type.Object({ outcome: oneOf(['taken', 'declined']) }, { additionalProperties: false }),
	response: Type.Object({ state: JoinRequestState }),
});

export const leaveGroup = endpoint({
	method: 'POST',
	path: '/api/groups/:groupId/departure',
	tag,
	summary: 'Leave a group; my access ends at once',
	status: 204,
	access: 'signed-in',
	params: GroupParams,
});

export const pauseMembership = endpoint({
	method: 'PUT',
	path: '/api/groups/:groupId/own-pause',
	tag,
	summary: 'Be away until a day, keeping my place; null: be back',
	status: 204,
	access: 'signed-in',
	params: GroupParams,
	body: Type.Object({ until: nullable(LocalDate) }, { additionalProperties: false }),
});

export const changeRole = endpoint({
	method: 'PUT',
	path: '/api/groups/:groupId/members/:accountId/role',
	tag,
	summary: 'Make a member of the group I facilitate facilitator too, or step down myself',
	status: 204,
	access: 'signed-in',
	params: Type.Object({ groupId: Id, accountId: Id }),
	body: Type.Object({ role: GroupRole }, { additionalProperties: false }),
});
