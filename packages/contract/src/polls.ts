/**
 * Finding a time. Days and times are asked and answered on the wall of the poll's zone, which is the
 * group's when the poll is opened and never changes afterwards; instants are given beside them.
 */
import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { GroupParams } from './groups.ts';
import {
	Id,
	Instant,
	LocalDate,
	LocalTime,
	nullable,
	PersonName,
	SessionId,
	TimeZone,
	text,
} from './values.ts';

export const MOST_SLOTS = 60;

export const Vote = Type.Union([Type.Literal('yes'), Type.Literal('if-need-be'), Type.Literal('no')]);
export type Vote = Static<typeof Vote>;

/** One session on a day, or a weekly rhythm whose slots are weekdays. */
export const PollPurpose = Type.Union([Type.Literal('session'), Type.Literal('weekly')]);
export type PollPurpose = Static<typeof PollPurpose>;

/** `over`: the deadline has passed; `closed`: somebody ended it without a session; `planned`: with one. */
export const PollState = Type.Union([
	Type.Literal('open'),
	Type.Literal('over'),
	Type.Literal('closed'),
	Type.Literal('planned'),
]);
export type PollState = Static<typeof PollState>;

/** A day and a time on the wall of the poll's zone. */
const Moment = Type.Object({ day: LocalDate, time: LocalTime }, { additionalProperties: false });

export const NewPoll = Type.Object(
	{
		title: text(80),
		purpose: PollPurpose,
		durationMinutes: Type.Integer({ minimum: 15, maximum: 480 }),
		slots: Type.Array(Moment, {
			minItems: 1,
			maxItems: MOST_SLOTS,
			description:
				'For a weekly rhythm, weekdays as days of the week of 1 January 2024 (a Monday). No slot twice.',
		}),
		deadline: Moment,
		showsAtOnce: Type.Boolean({
			description: 'Everybody sees the answers from the start; otherwise once they have answered themselves.',
		}),
	},
	{ additionalProperties: false },
);
export type NewPoll = Static<typeof NewPoll>;

export const PollSummary = Type.Object({
	id: Id,
	title: Type.String(),
	purpose: PollPurpose,
	durationMinutes: Type.Integer(),
	timeZone: TimeZone,
	deadline: Instant,
	state: PollState,
	openedBy: nullable(PersonName),
	slotCount: Type.Integer(),
	memberCount: Type.Integer(),
	/** How many of today's members have answered. */
	answerCount: Type.Integer(),
	iHaveAnswered: Type.Boolean(),
	sessionId: nullable(SessionId),
});
export type PollSummary = Static<typeof PollSummary>;

/** A poll of one of my groups that waits for my answer. */
const PollToAnswer = Type.Object({
	id: Id,
	title: Type.String(),
	group: Type.Object({ id: Id, name: Type.String() }),
	deadline: Instant,
});
export type PollToAnswer = Static<typeof PollToAnswer>;

export const PollSlot = Type.Object({
	id: Id,
	day: LocalDate,
	time: LocalTime,
	/** When it would first be held; for a weekly rhythm, the next such day. */
	startsAt: Instant,
	endsAt: Instant,
	isPast: Type.Boolean(),
});
export type PollSlot = Static<typeof PollSlot>;

export const PollPerson = Type.Object({
	accountId: Id,
	name: PersonName,
	colour: Type.Integer({ minimum: 1, maximum: 12 }),
	facilitates: Type.Boolean(),
	hasAnswered: Type.Boolean(),
});
export type PollPerson = Static<typeof PollPerson>;

const SlotVote = Type.Object({ slotId: Id, vote: Vote }, { additionalProperties: false });

/** A slot with what speaks for it and against it; people by account. */
export const PollRank = Type.Object({
	slotId: Id,
	yes: Type.Array(Id),
	ifNeedBe: Type.Array(Id),
	cannot: Type.Array(Id),
	silent: Type.Array(Id),
	hasQuorum: Type.Boolean(),
	facilitators: Type.Union([Type.Literal('all'), Type.Literal('some'), Type.Literal('none')]),
	/** What puts it before the next one; null for the last one. */
	ahead: nullable(
		Type.Union([
			Type.Literal('more-people'),
			Type.Literal('fewer-if-need-be'),
			Type.Literal('facilitators'),
			Type.Literal('earlier'),
		]),
	),
});
export type PollRank = Static<typeof PollRank>;

export const PollDetail = Type.Intersect([
	PollSummary,
	Type.Object({
		group: Type.Object({ id: Id, name: Type.String() }),
		showsAtOnce: Type.Boolean(),
		/** How many must be able to come: what the group asks for, or what a session needs anyway. */
		quorum: Type.Integer(),
		slots: Type.Array(PollSlot),
		people: Type.Array(PollPerson),
		mine: Type.Array(SlotVote),
		/** Null as long as I may not see what the others said. */
		results: nullable(
			Type.Object({
				/** Slots that can still be held, the best first. */
				ranking: Type.Array(PollRank),
				/** The one to propose; null while nobody can come to any. */
				bestSlotId: nullable(Id),
				votes: Type.Array(Type.Object({ slotId: Id, accountId: Id, vote: Vote })),
			}),
		),
		outcome: nullable(Type.Object({ slotId: Id, sessionId: SessionId })),
		mayClose: Type.Boolean(),
		mayPlan: Type.Boolean(),
		mayDelete: Type.Boolean(),
	}),
]);
export type PollDetail = Static<typeof PollDetail>;

const tag = 'polls';
const PollParams = Type.Object({ pollId: Id });

export const listPolls = endpoint({
	method: 'GET',
	path: '/api/groups/:groupId/polls',
	tag,
	summary: 'The polls of my group, those that are open first',
	status: 200,
	access: 'signed-in',
	params: GroupParams,
	response: Type.Object({ polls: Type.Array(PollSummary) }),
});

export const listPollsToAnswer = endpoint({
	method: 'GET',
	path: '/api/polls/to-answer',
	tag,
	summary: 'The polls of my groups that wait for my answer, the soonest to end first',
	status: 200,
	access: 'signed-in',
	response: Type.Object({ polls: Type.Array(PollToAnswer) }),
});

export const openPoll = endpoint({
	method: 'POST',
	path: '/api/groups/:groupId/polls',
	tag,
	summary: 'Ask my group when to meet; for every member',
	status: 201,
	access: 'signed-in',
	params: GroupParams,
	body: NewPoll,
	response: PollDetail,
});

export const readPoll = endpoint({
	method: 'GET',
	path: '/api/polls/:pollId',
	tag,
	summary: 'A poll, for the members of its group',
	status: 200,
	access: 'signed-in',
	params: PollParams,
	response: PollDetail,
});

export const answerPoll = endpoint({
	method: 'PATCH',
	path: '/api/polls/:pollId/answer',
	tag,
	summary: 'When I can come, until the deadline; slots that are not named stay as I answered them',
	status: 200,
	access: 'signed-in',
	params: PollParams,
	body: Type.Object(
		{ votes: Type.Array(SlotVote, { minItems: 1, maxItems: MOST_SLOTS }) },
		{ additionalProperties: false },
	),
	response: PollDetail,
});

export const closePoll = endpoint({
	method: 'POST',
	path: '/api/polls/:pollId/closing',
	tag,
	summary: 'End a poll without a session; for who opened it and the facilitators',
	status: 200,
	access: 'signed-in',
	params: PollParams,
	response: PollDetail,
});

export const moveDeadline = endpoint({
	method: 'PUT',
	path: '/api/polls/:pollId/deadline',
	tag,
	summary: 'Take answers until another deadline, also after the end, as long as no session came of it',
	status: 200,
	access: 'signed-in',
	params: PollParams,
	body: Type.Object({ deadline: Moment }, { additionalProperties: false }),
	response: PollDetail,
});

export const planFromPoll = endpoint({
	method: 'POST',
	path: '/api/polls/:pollId/outcome',
	tag,
	summary: 'Hold the session, or begin the weekly rhythm, at a slot; once; for facilitators',
	status: 200,
	access: 'signed-in',
	params: PollParams,
	body: Type.Object({ slotId: Id }, { additionalProperties: false }),
	response: PollDetail,
});

export const deletePoll = endpoint({
	method: 'DELETE',
	path: '/api/polls/:pollId',
	tag,
	summary: 'Take back a poll that I opened, while nobody else has answered',
	status: 204,
	access: 'signed-in',
	params: PollParams,
});
