/** When the sessions of a group are: the rule of a series, and the requests that plan and change it. */
import { type Static, Type } from 'typebox';
import { Id, Instant, LocalDate, LocalTime, nullable, TimeZone, text } from './values.ts';

const Weekday = Type.Integer({ minimum: 1, maximum: 7, description: '1 is Monday' });
const Interval = Type.Integer({ minimum: 1, maximum: 12 });

/** Every so many weeks on weekdays; every so many months on the nth weekday or on a day. */
export const Recurrence = Type.Union([
	Type.Object(
		{
			every: Type.Literal('week'),
			interval: Interval,
			weekdays: Type.Array(Weekday, { minItems: 1, maxItems: 7, uniqueItems: true }),
		},
		{ additionalProperties: false },
	),
	Type.Object(
		{
			every: Type.Literal('month'),
			interval: Interval,
			nth: Type.Union([
				Type.Literal(1),
				Type.Literal(2),
				Type.Literal(3),
				Type.Literal(4),
				Type.Literal(5),
				Type.Literal(-1),
			]),
			weekday: Weekday,
		},
		{ additionalProperties: false },
	),
	Type.Object(
		{
			every: Type.Literal('month'),
			interval: Interval,
			day: Type.Integer({ minimum: 1, maximum: 31 }),
		},
		{ additionalProperties: false },
	),
]);
export type Recurrence = Static<typeof Recurrence>;

/** On a day, or after so many sessions; null without end. */
export const Ends = nullable(
	Type.Union([
		Type.Object({ on: LocalDate }, { additionalProperties: false }),
		Type.Object({ after: Type.Integer({ minimum: 1, maximum: 400 }) }, { additionalProperties: false }),
	]),
);
export type Ends = Static<typeof Ends>;

export const DurationMinutes = Type.Integer({ minimum: 15, maximum: 480 });
export const Place = text(200);
/** Any https address; the service checks it. */
export const Link = Type.String({ minLength: 1, maxLength: 500 });
/** Words about the frame (a room, a holiday), read by the whole group and never about a case. */
export const Reason = text(200);

/** What a series would be: its first sessions, and what to know about its first year. */
export const SeriesPreview = Type.Object({
	/** The first day of the rule. */
	startsOn: LocalDate,
	/** The next ones, twelve at most. */
	sessions: Type.Array(Type.Object({ day: LocalDate, startsAt: Instant, endsAt: Instant })),
	lastOn: nullable(LocalDate),
	/** When the clocks of the zone change within a year, while the hour on the wall stays. */
	clockChanges: Type.Array(Type.Object({ at: Instant, byMinutes: Type.Number() })),
	/** Sessions of the year that fall on a public holiday, by the name that the screen translates. */
	holidays: Type.Array(Type.Object({ day: LocalDate, startsAt: Instant, name: Type.String() })),
});
export type SeriesPreview = Static<typeof SeriesPreview>;

/** Whose public holidays: the days differ overseas, and in Alsace and Moselle. */
export const Territory = Type.Union([
	Type.Literal('metropolitan'),
	Type.Literal('alsace-moselle'),
	Type.Literal('guadeloupe'),
	Type.Literal('martinique'),
	Type.Literal('guyane'),
	Type.Literal('reunion'),
	Type.Literal('mayotte'),
]);
export type Territory = Static<typeof Territory>;

/** How a session can be changed, and what its series is like from it on. */
export const SessionPlan = Type.Object({
	seriesId: Id,
	/** To be sent back with a change: who changes something else meanwhile makes it void. */
	revision: Type.Integer(),
	day: LocalDate,
	/** Neither begun nor over. */
	mayChange: Type.Boolean(),
	/** What the session is now, in the series' zone. */
	date: LocalDate,
	time: LocalTime,
	durationMinutes: Type.Integer(),
	timeZone: TimeZone,
	place: nullable(Type.String()),
	link: nullable(Type.String()),
	/** The rule that gives it; null for a single session. */
	recurrence: nullable(Recurrence),
	/** What the rule says, before anything was changed about this session. */
	rule: Type.Object({
		time: LocalTime,
		durationMinutes: Type.Integer(),
		place: nullable(Type.String()),
		link: nullable(Type.String()),
	}),
	lastOn: nullable(LocalDate),
	/** The first session that a change of the following ones, or of all, would begin with. */
	followingFrom: nullable(LocalDate),
	allFrom: nullable(LocalDate),
	/** Single sessions to come that were changed, from this one on. */
	cancelledAhead: Type.Integer(),
	movedAhead: Type.Integer(),
	/** The rule changes again later: a change of the following sessions replaces that too. */
	changesLater: Type.Boolean(),
});
export type SessionPlan = Static<typeof SessionPlan>;

const Revision = Type.Integer({ minimum: 0 });
const Scope = Type.Union([Type.Literal('following'), Type.Literal('all')]);

/** One session: moved, cancelled, or again what its series says. */
export const SessionChange = Type.Object(
	{
		revision: Revision,
		change: Type.Union([
			Type.Object(
				{
					to: Type.Literal('moved'),
					date: LocalDate,
					time: LocalTime,
					durationMinutes: DurationMinutes,
					place: nullable(Place),
					link: nullable(Link),
					reason: nullable(Reason),
				},
				{ additionalProperties: false },
			),
			Type.Object({ to: Type.Literal('cancelled'), reason: Reason }, { additionalProperties: false }),
			Type.Object({ to: Type.Literal('planned') }, { additionalProperties: false }),
		]),
	},
	{ additionalProperties: false },
);
export type SessionChange = Static<typeof SessionChange>;

/** This session and the following, or all from the next one on, by a rule anew. */
export const SeriesChange = Type.Object(
	{
		revision: Revision,
		scope: Scope,
		startsOn: LocalDate,
		time: LocalTime,
		durationMinutes: DurationMinutes,
		timeZone: TimeZone,
		recurrence: nullable(Recurrence),
		ends: Ends,
		place: nullable(Place),
		link: nullable(Link),
	},
	{ additionalProperties: false },
);
export type SeriesChange = Static<typeof SeriesChange>;

export const SeriesEnd = Type.Object({ revision: Revision, scope: Scope }, { additionalProperties: false });
export type SeriesEnd = Static<typeof SeriesEnd>;
