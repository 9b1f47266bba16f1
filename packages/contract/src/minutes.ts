/**
 * What stays of a session that was held in its room: its minutes, in the group's history, and that one was
 * there, in each one's own record. The text of the minutes is a document (collab.ts), by the minutes' id.
 */
import { RoomRole } from '@entrepairs/methods/method';
import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { roomModes, StageKey } from './room.ts';
import { Id, Instant, Language, nullable, oneOf, PersonName, SessionId } from './values.ts';

const Words = Type.Object({ fr: Type.String(), en: Type.String() });
const Minutes = Type.Integer({ minimum: 0 });

/** Somebody who had a part in the session; without a name when that account is gone. */
const Person = Type.Object({ accountId: Id, name: nullable(PersonName), colour: Type.Integer() });

const RanMethod = Type.Object({
	name: Words,
	version: Type.Integer(),
	/** How long it was to last. */
	minutes: Type.Number(),
	hasClock: Type.Boolean(),
});

export const RanStage = Type.Object({
	key: Type.String(),
	round: Type.Integer(),
	name: Words,
	plannedSeconds: nullable(Type.Number()),
	/** Null: it was never begun. */
	startedAt: nullable(Instant),
	/** What it took, without the pauses. */
	seconds: Type.Number(),
	pausedSeconds: Type.Number(),
	/** The way that was chosen in it. */
	chosen: nullable(Words),
	/** The sections of the situation that were open for writing in it, by their names. */
	sections: Type.Array(Type.String()),
});
export type RanStage = Static<typeof RanStage>;

/** The text as it was adopted: kept also when the minutes are written again, until something is erased. */
export const AdoptedVersion = Type.Object({
	id: Id,
	adoptedAt: Instant,
	/** Null when that account is gone. */
	adoptedBy: nullable(PersonName),
});
export type AdoptedVersion = Static<typeof AdoptedVersion>;

/** With the text of then and of now, each a Yjs update in base64 without anything that was deleted. */
export const AdoptedText = Type.Object({
	...AdoptedVersion.properties,
	state: Type.String(),
	now: Type.String(),
});
export type AdoptedText = Static<typeof AdoptedText>;

export const SessionMinutes = Type.Object({
	/** Of the document that is its text. */
	id: Id,
	sessionId: SessionId,
	group: Type.Object({ id: Id, name: Type.String(), language: Language }),
	state: oneOf(['draft', 'adopted']),
	/** What the reader may do in it now. */
	may: Type.Object({
		write: Type.Boolean(),
		approve: Type.Boolean(),
		adopt: Type.Boolean(),
		reopen: Type.Boolean(),
		erase: Type.Boolean(),
	}),
	mode: oneOf(roomModes),
	method: nullable(RanMethod),
	startedAt: Instant,
	endedAt: Instant,
	/** Nobody ended the session: its end is what the room knows of it. */
	endedByItself: Type.Boolean(),
	/** Who was there, in the order in which they came. */
	people: Type.Array(Type.Object({ ...Person.properties, from: Instant, until: Instant, minutes: Minutes })),
	/** Who had which role at the end; who presented comes first. */
	roles: Type.Array(Type.Object({ role: RoomRole, ...Person.properties })),
	/** Who presented, in the order of the rounds. */
	presenters: Type.Array(Id),
	stages: Type.Array(RanStage),
	/** From 1 (hard) to 4 (it helped a lot), as counts. */
	evaluations: Type.Array(Type.Object({ value: Type.Integer(), count: Type.Integer() })),
	/** Null: the group did not want to keep them. */
	spoken: nullable(Type.Array(Type.Object({ accountId: Id, stage: StageKey, ms: Type.Number() }))),
	/** The situation that was worked on, for those who may read it. */
	case: nullable(Type.Object({ id: Id, title: Type.String() })),
	/** The group's next session, as it was planned at the end. */
	next: nullable(Type.Object({ sessionId: SessionId, startsAt: Instant })),
	/** Who said that the minutes are right. */
	approvals: Type.Array(Type.Object({ ...Person.properties, at: Instant })),
	adopted: nullable(Type.Object({ at: Instant, by: nullable(PersonName) })),
	/** What was adopted up to now, the newest first. */
	versions: Type.Array(AdoptedVersion),
	/**
	 * What the reader said they take away, where it was not copied because something in it looks like an
	 * identifier: they alone see it, until they have done with it.
	 */
	heldBack: nullable(Type.String()),
});
export type SessionMinutes = Static<typeof SessionMinutes>;

/** A session in the group's history. */
export const HeldSession = Type.Object({
	sessionId: SessionId,
	startedAt: Instant,
	endedAt: Instant,
	mode: oneOf(roomModes),
	method: nullable(Words),
	/** How many were there. */
	people: Type.Integer(),
	roles: Type.Array(Type.Object({ role: RoomRole, name: nullable(PersonName) })),
	/** Null: not for the reader. */
	minutes: nullable(oneOf(['draft', 'adopted'])),
});
export type HeldSession = Static<typeof HeldSession>;

/** A session that I was at, as it stands in my own record: it stays when I leave the group. */
export const AttendedSession = Type.Object({
	sessionId: SessionId,
	groupName: Type.String(),
	from: Instant,
	until: Instant,
	/** Time spent there. */
	minutes: Minutes,
	mode: oneOf(roomModes),
	method: nullable(Words),
	/** None: a peer among peers. */
	roles: Type.Array(RoomRole),
	/** How many were there. */
	people: Type.Integer(),
});
export type AttendedSession = Static<typeof AttendedSession>;

const tag = 'minutes';
const OfSession = Type.Object({ sessionId: SessionId });

export const readMinutes = endpoint({
	method: 'GET',
	path: '/api/sessions/:sessionId/minutes',
	tag,
	summary: 'The minutes of a session that was held, without their text',
	status: 200,
	access: 'signed-in',
	params: OfSession,
	response: SessionMinutes,
});

export const approveMinutes = endpoint({
	method: 'PUT',
	path: '/api/sessions/:sessionId/minutes/approval',
	tag,
	summary: 'Say that the minutes are right, or take it back',
	status: 200,
	access: 'signed-in',
	params: OfSession,
	body: Type.Object({ approves: Type.Boolean() }, { additionalProperties: false }),
	response: SessionMinutes,
});

export const adoptMinutes = endpoint({
	method: 'POST',
	path: '/api/sessions/:sessionId/minutes/adoption',
	tag,
	summary: 'As who facilitates: the minutes are adopted; nobody writes in them any more',
	status: 200,
	access: 'signed-in',
	params: OfSession,
	response: SessionMinutes,
});

export const reopenMinutes = endpoint({
	method: 'DELETE',
	path: '/api/sessions/:sessionId/minutes/adoption',
	tag,
	summary: 'As who facilitates: adopted minutes are written again, and what people said of them is forgotten',
	status: 200,
	access: 'signed-in',
	params: OfSession,
	response: SessionMinutes,
});

export const readAdoptedVersion = endpoint({
	method: 'GET',
	path: '/api/sessions/:sessionId/minutes/versions/:versionId',
	tag,
	summary: 'The text of minutes as it was adopted, and as it is now',
	status: 200,
	access: 'signed-in',
	params: Type.Object({ sessionId: SessionId, versionId: Id }),
	response: AdoptedText,
});

export const forgetHeldBack = endpoint({
	method: 'DELETE',
	path: '/api/sessions/:sessionId/minutes/held-back',
	tag,
	summary: 'Destroy what I said I take away and was not copied',
	status: 204,
	access: 'signed-in',
	params: OfSession,
});

export const eraseInMinutes = endpoint({
	method: 'POST',
	path: '/api/sessions/:sessionId/minutes/erasures',
	tag,
	summary: 'Erase for good what was deleted in the minutes, their versions, and the sections named',
	status: 204,
	access: 'signed-in',
	params: OfSession,
	body: Type.Object(
		{ sections: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 }) },
		{ additionalProperties: false },
	),
});

export const readHistory = endpoint({
	method: 'GET',
	path: '/api/groups/:groupId/history',
	tag,
	summary: 'The sessions that a group held in its room, newest first',
	status: 200,
	access: 'signed-in',
	params: Type.Object({ groupId: Id }),
	query: Type.Object({ before: Type.Optional(Instant) }, { additionalProperties: false }),
	response: Type.Object({
		sessions: Type.Array(HeldSession),
		/** For what comes before; null at the beginning. */
		before: nullable(Instant),
	}),
});

export const listAttended = endpoint({
	method: 'GET',
	path: '/api/attended-sessions',
	tag,
	summary: 'The sessions that I was at, newest first',
	status: 200,
	access: 'signed-in',
	response: Type.Object({ sessions: Type.Array(AttendedSession) }),
});
