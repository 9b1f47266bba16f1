import { type Static, Type } from 'typebox';
import { CaseSummary } from './cases.ts';
import { endpoint } from './endpoint.ts';
import { GroupParams, GroupRole } from './groups.ts';
import {
	DurationMinutes,
	Ends,
	Link,
	Place,
	Reason,
	Recurrence,
	SeriesChange,
	SeriesEnd,
	SeriesPreview,
	SessionChange,
	SessionPlan,
	Territory,
} from './schedule.ts';
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
	/** Why it is not held, where nobody cancelled it: too few were coming, or its group held none then. */
	cause: nullable(Type.Union([Type.Literal('quorum'), Type.Literal('pause'), Type.Literal('group-ended')])),
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
		mayOpenCase: Type.Boolean(),
		/** Whether the reader may move or cancel it now. */
		mayChange: Type.Boolean(),
		/** False for those who have not signed the charter in force: they see when it is, and no case. */
		mayEnter: Type.Boolean(),
		cases: Type.Array(CaseSummary),
	}),
]);
export type SessionDetail = Static<typeof SessionDetail>;

/**
 * A series. Without `recurrence` it is weekly on the weekday of `startsOn`; with null it is one
 * session. It begins on the first day of the rule at or after `startsOn`.
 */
export const NewSeries = Type.Object(
	{
		startsOn: LocalDate,
		time: LocalTime,
		durationMinutes: DurationMinutes,
		timeZone: TimeZone,
		recurrence: Type.Optional(nullable(Recurrence)),
		ends: Type.Optional(Ends),
		place: Type.Optional(nullable(Place)),
		link: Type.Optional(nullable(Link)),
		/** Days of the series that are cancelled from the start, such as public holidays. */
		skip: Type.Optional(
			Type.Array(Type.Object({ day: LocalDate, reason: nullable(Reason) }, { additionalProperties: false }), {
				maxItems: 60,
			}),
		),
	},
	{ additionalProperties: false },
);
export type NewSeries = Static<typeof NewSeries>;

export const Series = Type.Object({
	id: Id,
	groupId: Id,
	startsOn: LocalDate,
	lastOn: nullable(LocalDate),
	time: LocalTime,
	durationMinutes: Type.Integer(),
	timeZone: TimeZone,
	recurrence: nullable(Type.String({ description: 'RRULE (RFC 5545), read in the series own zone' })),
	place: nullable(Type.String()),
	link: nullable(Type.String()),
});
export type Series = Static<typeof Series>;

const tag = 'sessions';
const SessionParams = Type.Object({ sessionId: SessionId });

export const createSeries = endpoint({
	method: 'POST',
	path: '/api/groups/:groupId/series',
	tag,
	summary: 'Hold a session once, or a series of them; for the facilitators of the group',
	status: 201,
	access: 'signed-in',
	params: GroupParams,
	body: NewSeries,
	response: Type.Object({ series: Series, sessions: Type.Array(Session) }),
});

export const previewSeries = endpoint({
	method: 'POST',
	path: '/api/groups/:groupId/series/preview',
	tag,
	summary: 'What a series would be: its next sessions, holidays, and changes of the clocks; nothing is kept',
	status: 200,
	access: 'signed-in',
	params: GroupParams,
	body: Type.Object({ series: NewSeries, holidaysOf: nullable(Territory) }, { additionalProperties: false }),
	response: SeriesPreview,
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
	params: SessionParams,
	response: SessionDetail,
});

export const readSessionPlan = endpoint({
	method: 'GET',
	path: '/api/sessions/:sessionId/plan',
	tag,
	summary: 'What a session and its series are, to change them; for the facilitators of the group',
	status: 200,
	access: 'signed-in',
	params: SessionParams,
	response: SessionPlan,
});

export const changeSession = endpoint({
	method: 'PUT',
	path: '/api/sessions/:sessionId/change',
	tag,
	summary: 'Move or cancel one session, or give it back to its series; for the facilitators of the group',
	status: 200,
	access: 'signed-in',
	params: SessionParams,
	body: SessionChange,
	response: Session,
});

export const changeFollowing = endpoint({
	method: 'POST',
	path: '/api/sessions/:sessionId/following',
	tag,
	summary: 'Change a session and the following, or all to come; for the facilitators of the group',
	status: 200,
	access: 'signed-in',
	params: SessionParams,
	body: SeriesChange,
	response: Type.Object({ sessions: Type.Array(Session) }),
});

export const endSeries = endpoint({
	method: 'POST',
	path: '/api/sessions/:sessionId/end',
	tag,
	summary: 'End a series with this session, or with all to come; for the facilitators of the group',
	status: 204,
	access: 'signed-in',
	params: SessionParams,
	body: SeriesEnd,
});
