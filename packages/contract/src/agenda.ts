/** The cases that wait to be brought, and what a session is about. A pitch is case text, two lines of it. */
import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { GroupParams } from './groups.ts';
import { Review } from './review.ts';
import { Id, Instant, nullable, oneOf, PersonName, SessionId, text } from './values.ts';

export const PITCH_CHARACTERS = 280;
export const urgencies = ['calm', 'soon', 'urgent'] as const;
const Urgency = oneOf(urgencies);
export type Urgency = (typeof urgencies)[number];

const QueueReason = oneOf(['urgent', 'soon', 'also-mine', 'never-presented', 'waited-longest'] as const);

export const Pitch = Type.Object({
	id: Id,
	text: Type.String(),
	author: Type.Object({ accountId: Id, name: PersonName }),
	urgency: Urgency,
	broughtAt: Instant,
	/** Colleagues whom it concerns too. */
	alsoMine: Type.Array(Type.Object({ accountId: Id, name: PersonName })),
	/** How many want it for the next session, and whether I do. */
	votes: Type.Integer(),
	isMyVote: Type.Boolean(),
	/** The session it was chosen for. */
	chosenFor: nullable(Type.Object({ sessionId: SessionId, startsAt: Instant })),
	reasons: Type.Array(QueueReason),
	/** I wrote it. */
	isMine: Type.Boolean(),
});
export type Pitch = Static<typeof Pitch>;

export const Queue = Type.Object({
	/** In the order in which they are offered to the choice of the group. */
	pitches: Type.Array(Pitch),
	/** The sessions for which I may choose, and whether any pitch or only my own. */
	choices: Type.Array(Type.Object({ sessionId: SessionId, startsAt: Instant, any: Type.Boolean() })),
});
export type Queue = Static<typeof Queue>;

const FollowUp = Type.Object({
	subjectId: Id,
	kind: oneOf(['case', 'pitch'] as const),
	/** The title of the case, or the pitch. */
	title: Type.String(),
	broughtTo: Type.Object({ sessionId: SessionId, startsAt: Instant }),
	state: nullable(oneOf(['done', 'later'] as const)),
});
export type FollowUp = Static<typeof FollowUp>;

export const Agenda = Type.Object({
	followUps: Type.Array(FollowUp),
	/** What was chosen for the session. */
	chosen: Type.Array(Pitch),
	/** How many wait in the queue, of those that I may know of. */
	waiting: Type.Integer(),
	/** It has not been cancelled, and I am of the group. */
	mayMark: Type.Boolean(),
});
export type Agenda = Static<typeof Agenda>;

const tag = 'agenda';
const OfPitch = Type.Object({ pitchId: Id });
const Toggle = Type.Object({ on: Type.Boolean() }, { additionalProperties: false });

export const listPitches = endpoint({
	method: 'GET',
	path: '/api/groups/:groupId/pitches',
	tag,
	summary: 'The cases that wait to be brought to a group, in order',
	status: 200,
	access: 'signed-in',
	params: GroupParams,
	response: Queue,
});

export const addPitch = endpoint({
	method: 'POST',
	path: '/api/groups/:groupId/pitches',
	tag,
	summary: 'Say in two lines what case I would bring; reviewed like a case',
	status: 201,
	access: 'signed-in',
	params: GroupParams,
	body: Type.Object(
		{ text: text(PITCH_CHARACTERS), urgency: Urgency, review: Review },
		{ additionalProperties: false },
	),
	response: Pitch,
});

export const withdrawPitch = endpoint({
	method: 'DELETE',
	path: '/api/pitches/:pitchId',
	tag,
	summary: 'Withdraw what I would bring; its words are gone',
	status: 204,
	access: 'signed-in',
	params: OfPitch,
});

export const changeUrgency = endpoint({
	method: 'PATCH',
	path: '/api/pitches/:pitchId',
	tag,
	summary: 'How urgent my case is',
	status: 204,
	access: 'signed-in',
	params: OfPitch,
	body: Type.Object({ urgency: Urgency }, { additionalProperties: false }),
});

export const echoPitch = endpoint({
	method: 'PUT',
	path: '/api/pitches/:pitchId/also-mine',
	tag,
	summary: 'It concerns me too, or no longer',
	status: 204,
	access: 'signed-in',
	params: OfPitch,
	body: Toggle,
});

export const votePitch = endpoint({
	method: 'PUT',
	path: '/api/pitches/:pitchId/vote',
	tag,
	summary: 'I would like it for the next session, or no longer; one may want several',
	status: 204,
	access: 'signed-in',
	params: OfPitch,
	body: Toggle,
});

export const leavePitch = endpoint({
	method: 'POST',
	path: '/api/pitches/:pitchId/recusal',
	tag,
	summary: 'I know this situation: I stop seeing it, and the case that becomes of it',
	status: 204,
	access: 'signed-in',
	params: OfPitch,
});

export const choosePitch = endpoint({
	method: 'PUT',
	path: '/api/pitches/:pitchId/choice',
	tag,
	summary: 'Choose a pitch for a session, or put it back in the queue',
	status: 204,
	access: 'signed-in',
	params: OfPitch,
	body: Type.Object({ sessionId: nullable(SessionId) }, { additionalProperties: false }),
});

export const readAgenda = endpoint({
	method: 'GET',
	path: '/api/sessions/:sessionId/agenda',
	tag,
	summary: 'What a session looks back on, and what was chosen for it',
	status: 200,
	access: 'signed-in',
	params: Type.Object({ sessionId: SessionId }),
	response: Agenda,
});

export const markFollowUp = endpoint({
	method: 'PUT',
	path: '/api/sessions/:sessionId/follow-ups/:subjectId',
	tag,
	summary: 'Say that a follow-up is done, or left for later',
	status: 200,
	access: 'signed-in',
	params: Type.Object({ sessionId: SessionId, subjectId: Id }),
	body: Type.Object({ state: nullable(oneOf(['done', 'later'] as const)) }, { additionalProperties: false }),
	response: Agenda,
});
