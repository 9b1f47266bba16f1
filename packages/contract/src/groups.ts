import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Id, Instant, Language, nullable, PersonName, SessionId, TimeZone, text } from './values.ts';

export const GroupRole = Type.Union([Type.Literal('facilitator'), Type.Literal('member')]);
export type GroupRole = Static<typeof GroupRole>;

export const GroupMember = Type.Object({
	accountId: Id,
	name: PersonName,
	role: GroupRole,
	/** One of twelve colours of people; never the only sign of who someone is. */
	colour: Type.Integer({ minimum: 1, maximum: 12 }),
	joinedAt: Instant,
});
export type GroupMember = Static<typeof GroupMember>;

/** What anyone in the organisation may know of a group. */
export const GroupSummary = Type.Object({
	id: Id,
	name: Type.String(),
	purpose: Type.String(),
	language: Language,
	timeZone: TimeZone,
	organisation: Type.Object({ id: Id, name: Type.String() }),
	memberCount: Type.Integer(),
	capacity: Type.Integer(),
});
export type GroupSummary = Static<typeof GroupSummary>;

export const NextSession = Type.Object({ id: SessionId, startsAt: Instant, endsAt: Instant });

export const MyGroup = Type.Intersect([
	GroupSummary,
	Type.Object({ role: GroupRole, nextSession: nullable(NextSession) }),
]);
export type MyGroup = Static<typeof MyGroup>;

export const GroupDetail = Type.Intersect([
	GroupSummary,
	Type.Object({
		/** The reader's role in the group; null for a moderator who is not of it. */
		role: nullable(GroupRole),
		mayModerate: Type.Boolean(),
		/** A colleague reads each case before the others see it. */
		secondReader: Type.Boolean(),
		members: Type.Array(GroupMember),
	}),
]);
export type GroupDetail = Static<typeof GroupDetail>;

/** A group that I am not in, with where my request stands. */
export const DirectoryGroup = Type.Intersect([
	GroupSummary,
	Type.Object({
		request: nullable(
			Type.Object({
				id: Id,
				state: Type.Union([
					Type.Literal('waiting'),
					Type.Literal('accepted'),
					Type.Literal('refused'),
					Type.Literal('withdrawn'),
				]),
				reason: nullable(Type.String()),
				decidedAt: nullable(Instant),
			}),
		),
		/** I was in this group and a moderator ended that: why, and when. */
		removal: nullable(Type.Object({ reason: Type.String(), at: Instant })),
	}),
]);
export type DirectoryGroup = Static<typeof DirectoryGroup>;

export const NewGroup = Type.Object(
	{
		organisationId: Id,
		name: text(80),
		purpose: text(500),
		language: Language,
		timeZone: TimeZone,
		capacity: Type.Integer({ minimum: 4, maximum: 12 }),
	},
	{ additionalProperties: false },
);
export type NewGroup = Static<typeof NewGroup>;

export const GroupParams = Type.Object({ groupId: Id });

const tag = 'groups';

export const listMyGroups = endpoint({
	method: 'GET',
	path: '/api/groups',
	tag,
	summary: 'The groups I am in',
	status: 200,
	access: 'signed-in',
	response: Type.Object({ groups: Type.Array(MyGroup) }),
});

export const listDirectory = endpoint({
	method: 'GET',
	path: '/api/directory',
	tag,
	summary: 'The groups I could ask to join',
	status: 200,
	access: 'signed-in',
	response: Type.Object({ groups: Type.Array(DirectoryGroup) }),
});

export const readGroup = endpoint({
	method: 'GET',
	path: '/api/groups/:groupId',
	tag,
	summary: 'A group and its people, for its members and the moderators of its organisation',
	status: 200,
	access: 'signed-in',
	params: GroupParams,
	response: GroupDetail,
});

export const createGroup = endpoint({
	method: 'POST',
	path: '/api/groups',
	tag,
	summary: 'Start a group in an organisation I belong to; its creator becomes facilitator',
	status: 201,
	access: 'signed-in',
	body: NewGroup,
	response: GroupDetail,
});

export const configureGroup = endpoint({
	method: 'PATCH',
	path: '/api/groups/:groupId',
	tag,
	summary: 'How the group I facilitate works',
	status: 200,
	access: 'signed-in',
	params: GroupParams,
	body: Type.Object({ secondReader: Type.Boolean() }, { additionalProperties: false }),
	response: GroupDetail,
});
