import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { DirectoryQuery, GroupProfile } from './group-profile.ts';
import { JoinRequestState } from './join-request-state.ts';
import {
	Id,
	Instant,
	Language,
	LocalDate,
	nameText,
	nullable,
	PersonName,
	SessionId,
	TimeZone,
	text,
} from './values.ts';

export const GroupRole = Type.Union([Type.Literal('facilitator'), Type.Literal('member')]);
export type GroupRole = Static<typeof GroupRole>;

export const GroupMember = Type.Object({
	accountId: Id,
	name: PersonName,
	role: GroupRole,
	/** One of twelve colours of people; never the only sign of who someone is. */
	colour: Type.Integer({ minimum: 1, maximum: 12 }),
	joinedAt: Instant,
	/** The last day they are away, while they are; they keep their place. */
	pausedUntil: nullable(LocalDate),
});
export type GroupMember = Static<typeof GroupMember>;

/** First and last day on which no session is held; without a last day, until the group resumes. */
export const GroupPause = Type.Object({ from: LocalDate, until: nullable(LocalDate) });
export type GroupPause = Static<typeof GroupPause>;

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
	/** An offered place counts as taken. */
	freePlaces: Type.Integer(),
	...GroupProfile.properties,
	/** Of now or to come. */
	pause: nullable(GroupPause),
	endedAt: nullable(Instant),
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
		/** Why it was ended, as whoever ended it wrote. */
		endReason: nullable(Type.String()),
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
				state: JoinRequestState,
				reason: nullable(Type.String()),
				decidedAt: nullable(Instant),
				/** On the waiting list: how many are offered a place before, with oneself. */
				position: nullable(Type.Integer()),
				/** Until when an offered place can be taken. */
				offeredUntil: nullable(Instant),
			}),
		),
		/** I was in this group and a moderator ended that: why, and when. */
		removal: nullable(Type.Object({ reason: Type.String(), at: Instant })),
	}),
]);
export type DirectoryGroup = Static<typeof DirectoryGroup>;

const Capacity = Type.Integer({ minimum: 4, maximum: 12 });
const profile = GroupProfile.properties;

/** A group that says nothing of its methods, fields or region leaves them open. */
export const NewGroup = Type.Object(
	{
		organisationId: Id,
		name: nameText(80),
		purpose: text(500),
		language: Language,
		timeZone: TimeZone,
		capacity: Capacity,
		methods: Type.Optional(profile.methods),
		fields: Type.Optional(profile.fields),
		region: Type.Optional(profile.region),
		rhythm: Type.Optional(profile.rhythm),
		admission: Type.Optional(profile.admission),
		facilitation: Type.Optional(profile.facilitation),
	},
	{ additionalProperties: false },
);
export type NewGroup = Static<typeof NewGroup>;

/** What is left out stays as it is. */
export const GroupChange = Type.Object(
	{
		name: Type.Optional(nameText(80)),
		purpose: Type.Optional(text(500)),
		language: Type.Optional(Language),
		timeZone: Type.Optional(TimeZone),
		capacity: Type.Optional(Capacity),
		methods: Type.Optional(profile.methods),
		fields: Type.Optional(profile.fields),
		region: Type.Optional(profile.region),
		rhythm: Type.Optional(profile.rhythm),
		admission: Type.Optional(profile.admission),
		facilitation: Type.Optional(profile.facilitation),
		secondReader: Type.Optional(Type.Boolean()),
	},
	{ additionalProperties: false, minProperties: 1 },
);
export type GroupChange = Static<typeof GroupChange>;

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
	summary: 'The groups I am not in that have not ended, by search and filters, a page at a time',
	status: 200,
	access: 'signed-in',
	query: DirectoryQuery,
	response: Type.Object({
		groups: Type.Array(DirectoryGroup),
		total: Type.Integer(),
		page: Type.Integer(),
		pages: Type.Integer(),
	}),
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
	summary: 'Who the group I facilitate is for and how it works',
	status: 200,
	access: 'signed-in',
	params: GroupParams,
	body: GroupChange,
	response: GroupDetail,
});
