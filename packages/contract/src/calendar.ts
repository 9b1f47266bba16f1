import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Session } from './sessions.ts';
import { Id, Instant, nullable, SessionId } from './values.ts';

/** How long a stretch of sessions can be asked for at once: a month with the weeks around it, and more. */
export const CALENDAR_SPAN_DAYS = 62;

/** A session as a calendar shows it: of cases it knows nothing. */
export const CalendarSession = Type.Omit(Session, ['caseCount']);
export type CalendarSession = Static<typeof CalendarSession>;

/** A private address under which calendar programs read sessions. The address itself is shown once. */
export const CalendarFeed = Type.Object({
	id: Id,
	/** Null: all groups of the person, those they join later too. */
	group: nullable(Type.Object({ id: Id, name: Type.String() })),
	/** Whether its titles say "appointment" instead of the group's name. */
	neutralTitles: Type.Boolean(),
	madeAt: Instant,
	/** When a program last read it; null when none has. */
	lastReadAt: nullable(Instant),
});
export type CalendarFeed = Static<typeof CalendarFeed>;

export const MadeFeed = Type.Object({
	feed: CalendarFeed,
	/** Shown now and never again. */
	address: Type.String(),
});
export type MadeFeed = Static<typeof MadeFeed>;

export const NewFeed = Type.Object(
	{ groupId: nullable(Id), neutralTitles: Type.Boolean() },
	{ additionalProperties: false },
);
export type NewFeed = Static<typeof NewFeed>;

const FeedParams = Type.Object({ feedId: Id });
const tag = 'calendar';

export const listCalendar = endpoint({
	method: 'GET',
	path: '/api/calendar',
	tag,
	summary: 'The sessions of my groups that touch a span of at most 62 days, the cancelled ones too',
	status: 200,
	access: 'signed-in',
	query: Type.Object({ from: Instant, to: Instant }),
	response: Type.Object({
		sessions: Type.Array(CalendarSession),
		/** My groups, those without a session in the span too. */
		groups: Type.Array(Type.Object({ id: Id, name: Type.String() })),
	}),
});

export const readSessionFile = endpoint({
	method: 'GET',
	path: '/api/sessions/:sessionId/calendar',
	tag,
	summary: 'A session as a file for a calendar (text/calendar)',
	status: 200,
	access: 'signed-in',
	params: Type.Object({ sessionId: SessionId }),
	response: Type.String(),
});

export const listFeeds = endpoint({
	method: 'GET',
	path: '/api/calendar-feeds',
	tag,
	summary: 'My private calendar addresses, without the addresses',
	status: 200,
	access: 'signed-in',
	response: Type.Object({ feeds: Type.Array(CalendarFeed) }),
});

export const makeFeed = endpoint({
	method: 'POST',
	path: '/api/calendar-feeds',
	tag,
	summary: 'Make a private calendar address, of all my groups or of one',
	status: 201,
	access: 'signed-in',
	body: NewFeed,
	response: MadeFeed,
});

export const renewFeed = endpoint({
	method: 'POST',
	path: '/api/calendar-feeds/:feedId/renewal',
	tag,
	summary: 'Replace a calendar address: the one before is dead at once',
	status: 200,
	access: 'signed-in',
	params: FeedParams,
	response: MadeFeed,
});

export const changeFeed = endpoint({
	method: 'PATCH',
	path: '/api/calendar-feeds/:feedId',
	tag,
	summary: 'What the titles of a calendar say',
	status: 200,
	access: 'signed-in',
	params: FeedParams,
	body: Type.Object({ neutralTitles: Type.Boolean() }, { additionalProperties: false }),
	response: CalendarFeed,
});

export const endFeed = endpoint({
	method: 'DELETE',
	path: '/api/calendar-feeds/:feedId',
	tag,
	summary: 'End a calendar address',
	status: 204,
	access: 'signed-in',
	params: FeedParams,
});
