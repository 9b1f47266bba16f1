import { type Static, Type } from 'typebox';
import { CaseSummary } from './cases.ts';
import { endpoint } from './endpoint.ts';
import { GroupParams, GroupRole } from './groups.ts';
import { Id, Instant, LocalDate, LocalTime, nullable, SessionId, TimeZone } from './values.ts';

/** One meeting of a group. Instants are exact; `timeZone` is the group's, to say it as the group does. */
export const Session = Type.Object({
	id: SessionId,
	seriesId: Id,
	group: Type.Object({ id: Id, name: Type.String() }),
	startsAt: Instant,
	endsAt: Instant,
	timeZone: TimeZone,
	/** Cancelled sessions stay in lists, so that nobody comes for nothing. */
	state: Type.Union([Type.Literal('planned'), Type.Literal('cancelled')]),
	/** When it would have been, if it was moved; null otherwise. */
	movedFrom: nullable(Instant),
	/** Why it was moved or cancelled, in words of a facilitator. */
	reason: nullable(Type.String()),
	place: nullable(Type.String()),
	/** An https address to meet at. */
	link: nullable(Type.String()),
	caseCount: Type.Integer(),
});
export type Session = Static<typeof Session>;

export const SessionDetail = Type.Intersect([
	Session,
	Type.Object({
		role: GroupRole,
		/** False for those who have not signed the charter in force: they see when it is, and no case. */
		mayEnter: Type.Boolean(),
		mayOpenCase: Type.Boolean(),
		cases: Type.Array(CaseSummary),
	}),
]);
export type SessionDetail = Static<typeof SessionDetail>;

/** A weekly series: same weekday as `startsOn`, same time on the wall, across daylight saving. */
export const NewSeries = Type.Object(
	{
		startsOn: LocalDate,
		time: LocalTime,
		durationMinutes: Type.Integer({ minimum: 15, maximum: 480 }),
		timeZone: TimeZone,
	},
	{ additionalProperties: false },
);
export type NewSeries = Static<typeof NewSeries>;

export const Series = Type.Object({
	id: Id,
	groupId: Id,
	startsOn: LocalDate,
	time: LocalTime,
	durationMinutes: Type.Integer(),
	timeZone: TimeZone,
	recurrence: Type.String({ description: 'RRULE (RFC 5545), read in the series own zone' }),
});
export type Series = Static<typeof Series>;

const tag = 'sessions';

export const createSeries = endpoint({
	method: 'POST',
	path: '/api/groups/:groupId/series',
	tag,
	summary: 'Hold a weekly session; for the facilitators of the group',
	status: 201,
	access: 'signed-in',
	params: GroupParams,
	body: NewSeries,
	response: Type.Object({ series: Series, sessions: Type.Array(Session) }),
});

export const listMySessions = endpoint({
	method: 'GET',
	path: '/api/sessions',
	tag,
	summary: 'The sessions of my groups, from now (those under way included), for eight weeks',
	status: 200,
	access: 'signed-in',
	response: Type.Object({ sessions: Type.Array(Session) }),
});

export const listGroupSessions = endpoint({
	method: 'GET',
	path: '/api/groups/:groupId/sessions',
	tag,
	summary: 'The sessions of a group: eight weeks ahead and twelve behind',
	status: 200,
	access: 'signed-in',
	params: GroupParams,
	response: Type.Object({ upcoming: Type.Array(Session), past: Type.Array(Session) }),
});

export const readSession = endpoint({
	method: 'GET',
	path: '/api/sessions/:sessionId',
	tag,
	summary: 'A session and its cases, for the members of the group',
	status: 200,
	access: 'signed-in',
	params: Type.Object({ sessionId: SessionId }),
	response: SessionDetail,
});
