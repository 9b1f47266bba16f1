/** Who comes to a session, and who does what there. */
import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { GroupParams } from './groups.ts';
import { Id, Instant, LocalDate, nullable, oneOf, PersonName, SessionId } from './values.ts';

/** Not to have answered is a state of its own, written as null. */
export const answers = ['yes', 'maybe', 'no'] as const;
const Answer = oneOf(answers);
export type Answer = (typeof answers)[number];

export const roles = ['presenter', 'facilitator', 'timekeeper', 'scribe', 'observer'] as const;
const Role = oneOf(roles);
export type Role = (typeof roles)[number];

const TurnReason = oneOf([
	'missed-a-turn',
	'has-a-case',
	'never-had-it',
	'waited-longest',
	'is-free',
	'too-few-people',
] as const);
export type TurnReason = Static<typeof TurnReason>;

const Person = Type.Object({ accountId: Id, name: PersonName, colour: Type.Integer() });

/** A word of apology. Members of the group read it; it is sealed at rest. */
const Words = nullable(Type.String({ maxLength: 200 }));

const RoleInSession = Type.Object({
	role: Role,
	/** Null where the role is free. */
	holder: nullable(Person),
	/** `proposed` until 48 hours before the start, or until somebody arranges it. */
	source: oneOf(['proposed', 'fixed', 'taken', 'swapped', 'given'] as const),
	reason: nullable(TurnReason),
});
export type RoleInSession = Static<typeof RoleInSession>;

const RoleOffer = Type.Object({
	id: Id,
	role: Role,
	from: Person,
	to: Person,
	/** The session whose same role is asked for in exchange; null: none. */
	exchange: nullable(Type.Object({ sessionId: SessionId, startsAt: Instant })),
	startsAt: Instant,
});
export type RoleOffer = Static<typeof RoleOffer>;

export const withoutQuorum = ['hold', 'warn', 'cancel'] as const;
export const Practice = Type.Object(
	{
		/** How many must come; 0: no number is asked for. */
		quorum: Type.Integer({ minimum: 0, maximum: 12 }),
		/** Without it the session is held all the same, everybody is told, or it is cancelled. */
		withoutQuorum: oneOf(withoutQuorum),
		/** How many hours before the start it is looked at. */
		quorumHours: Type.Integer({ minimum: 1, maximum: 168 }),
		/** The roles that turn. With `facilitator`, the group facilitates itself. */
		roles: Type.Array(Role, { maxItems: roles.length }),
	},
	{ additionalProperties: false },
);
export type Practice = Static<typeof Practice>;

export const SessionAttendance = Type.Object({
	/** The session has not begun and is held: answers can be given. */
	isOpen: Type.Boolean(),
	/** What I may do with roles: nothing once the session is over. */
	mayTakeRoles: Type.Boolean(),
	maySetRoles: Type.Boolean(),
	people: Type.Array(
		Type.Intersect([Person, Type.Object({ answer: nullable(Answer), words: nullable(Type.String()) })]),
	),
	quorum: Type.Object({
		needed: Type.Integer(),
		coming: Type.Integer(),
		state: oneOf(['not-asked', 'reached', 'possible', 'missing'] as const),
		withoutQuorum: oneOf(withoutQuorum),
		judgedAt: Instant,
		/** What was seen then; null: not looked at yet. */
		outcome: nullable(oneOf(['reached', 'held', 'warned', 'cancelled'] as const)),
	}),
	roles: Type.Array(RoleInSession),
	/** Who facilitates where that role does not turn. */
	facilitators: Type.Array(Person),
	/** When the roles are settled. */
	rolesFixedAt: Instant,
	/** Offers made to me or by me that wait for an answer. */
	offers: Type.Array(RoleOffer),
	/** For each role that I have here, the sessions in which a colleague has it and could swap. */
	swaps: Type.Array(Type.Object({ role: Role, with: Person, sessionId: SessionId, startsAt: Instant })),
});
export type SessionAttendance = Static<typeof SessionAttendance>;

export const GroupRoles = Type.Object({
	practice: Practice,
	mayConfigure: Type.Boolean(),
	sessions: Type.Array(
		Type.Object({ sessionId: SessionId, startsAt: Instant, roles: Type.Array(RoleInSession) }),
	),
	/** How often each member has had each role, since the group writes it down. */
	shares: Type.Array(
		Type.Intersect([
			Person,
			Type.Object({
				sessions: Type.Integer({ description: 'Sessions that the person was not away from' }),
				had: Type.Array(Type.Object({ role: Role, count: Type.Integer() })),
			}),
		]),
	),
	since: Instant,
});
export type GroupRoles = Static<typeof GroupRoles>;

const MyNext = Type.Object({
	sessionId: SessionId,
	answer: nullable(Answer),
	words: nullable(Type.String()),
	roles: Type.Array(Type.Object({ role: Role, isProposed: Type.Boolean() })),
});
export type MyNext = Static<typeof MyNext>;

const tag = 'attendance';
const OfSession = Type.Object({ sessionId: SessionId });
const OfRole = Type.Object({ sessionId: SessionId, role: Role });

export const readAttendance = endpoint({
	method: 'GET',
	path: '/api/sessions/:sessionId/attendance',
	tag,
	summary: 'Who comes to a session and who does what, for the members of the group',
	status: 200,
	access: 'signed-in',
	params: OfSession,
	response: SessionAttendance,
});

export const listMyAnswers = endpoint({
	method: 'GET',
	path: '/api/answers',
	tag,
	summary: 'What I answered for the sessions of the next eight weeks, and my roles in them',
	status: 200,
	access: 'signed-in',
	response: Type.Object({ sessions: Type.Array(MyNext) }),
});

export const answerSession = endpoint({
	method: 'PUT',
	path: '/api/sessions/:sessionId/answer',
	tag,
	summary: 'Say whether I come to a session, until it begins',
	status: 200,
	access: 'signed-in',
	params: OfSession,
	body: Type.Object({ answer: Answer, words: Words }, { additionalProperties: false }),
	response: SessionAttendance,
});

export const answerSpan = endpoint({
	method: 'PUT',
	path: '/api/groups/:groupId/answers',
	tag,
	summary: 'Say once for all sessions from one day to another whether I come',
	status: 200,
	access: 'signed-in',
	params: GroupParams,
	body: Type.Object(
		{ from: LocalDate, to: LocalDate, answer: Answer, words: Words },
		{ additionalProperties: false },
	),
	response: Type.Object({ sessions: Type.Integer() }),
});

export const readGroupRoles = endpoint({
	method: 'GET',
	path: '/api/groups/:groupId/roles',
	tag,
	summary: 'Who does what in the next sessions of a group, and how often each had each role',
	status: 200,
	access: 'signed-in',
	params: GroupParams,
	response: GroupRoles,
});

export const configurePractice = endpoint({
	method: 'PUT',
	path: '/api/groups/:groupId/practice',
	tag,
	summary: 'How many must come, and which roles turn; for the facilitators of the group',
	status: 200,
	access: 'signed-in',
	params: GroupParams,
	body: Practice,
	response: GroupRoles,
});

export const takeRole = endpoint({
	method: 'POST',
	path: '/api/sessions/:sessionId/roles/:role/taking',
	tag,
	summary: 'Take a role that is free',
	status: 200,
	access: 'signed-in',
	params: OfRole,
	response: SessionAttendance,
});

export const giveUpRole = endpoint({
	method: 'POST',
	path: '/api/sessions/:sessionId/roles/:role/giving-up',
	tag,
	summary: 'Give up a role of mine; my turn stays',
	status: 200,
	access: 'signed-in',
	params: OfRole,
	response: SessionAttendance,
});

export const setRole = endpoint({
	method: 'PUT',
	path: '/api/sessions/:sessionId/roles/:role',
	tag,
	summary: 'Give a role to somebody, or free it; for the facilitators of the group',
	status: 200,
	access: 'signed-in',
	params: OfRole,
	body: Type.Object({ accountId: nullable(Id) }, { additionalProperties: false }),
	response: SessionAttendance,
});

export const offerRole = endpoint({
	method: 'POST',
	path: '/api/sessions/:sessionId/roles/:role/offers',
	tag,
	summary: 'Offer my role to a colleague, or to swap it with theirs in another session',
	status: 201,
	access: 'signed-in',
	params: OfRole,
	body: Type.Object({ accountId: Id, exchange: nullable(SessionId) }, { additionalProperties: false }),
	response: SessionAttendance,
});

export const answerOffer = endpoint({
	method: 'POST',
	path: '/api/role-offers/:offerId/answer',
	tag,
	summary: 'Accept or refuse what a colleague offers; who offered it can withdraw it',
	status: 200,
	access: 'signed-in',
	params: Type.Object({ offerId: Id }),
	body: Type.Object({ accepted: Type.Boolean() }, { additionalProperties: false }),
	response: SessionAttendance,
});
