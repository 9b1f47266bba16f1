/**
 * The room of a session: its state, and the protocol at `/rooms/<session id>`.
 *
 * Frames are JSON texts. The state is the server's; what a client does is an action, and what comes of it
 * is the whole state with its version, to everybody:
 *
 *     client                                   server
 *       │◀──────────────────────────── welcome ────│   who I am here, the method, the state, who is here
 *       │── act (id, action) ─────────────────────▶│──▶ committed, then `room` to all
 *       │◀──────────────────── done | refused (id) ─│   only after the commit
 *       │◀──────────────────────────────── room ────│   a higher version; an older one is to be ignored
 *       │◀────────────────────────────── people ────│   who is here now, after each arrival and departure
 *       │── react ───────────────────────────────▶│──▶ reaction, to all; kept nowhere
 *       │── media (what I send) ────────────────▶│──▶ people, to all; or call-full, to me: I am not in the call
 *       │── signal (to a visit) ─────────────────▶│──▶ signal, to that visit; kept nowhere
 *       │── contribute (id, stage) ──────────────▶│   one at each beat, and `contributed` when it is over
 *       │── ping (at) ───────────────────────────▶│──▶ pong (at, now): the server's clock
 *
 * Actions that say which stage they are about (`next`, `back`, ...) do nothing, and are `done`, when the
 * room is elsewhere already: two people who press at once move one stage. What they name is `whereIs` of the
 * view (packages/domain/src/room/plan.ts): in the closing that is no stage's key, so that a `back` from it is
 * not taken for one from the last stage.
 *
 * Whoever loses the line before `done` or `refused` came sends the action again when they are back, under the
 * same `press`: what was done already is `done`, and is not done twice.
 */
import { Method, RoomRole, StageId } from '@entrepairs/methods/method';
import { type Static, Type } from 'typebox';
import { Said } from './contributions.ts';
import { endpoint } from './endpoint.ts';
import { Problem } from './problem.ts';
import { Review } from './review.ts';
import { Id, Instant, nullable, oneOf, PersonName, SessionId, text } from './values.ts';

export const ROOM_SUBPROTOCOL = 'entrepairs.room.v1';

const strict = { additionalProperties: false } as const;
const Version = Type.Integer({ minimum: 1 });
/** Milliseconds of the server's clock. */
const Ms = Type.Number();

/** `<round>.<stage>` or `<round>.<stage>.<inner stage>`. */
export const StageKey = Type.String({ pattern: '^[0-9]{1,2}(\\.[a-z0-9][a-z0-9-]{0,39}){1,2}$' });

/** A method of the library by its name, or a group's own by its id. */
export const MethodRef = Type.Union([Id, StageId]);

export const roomModes = ['live', 'over-days'] as const;
export const roomPhases = ['lobby', 'stages', 'closing', 'ended'] as const;
export const reactions = ['thanks', 'echo', 'slower', 'breath'] as const;
export type Reaction = (typeof reactions)[number];

/** A stage as it runs: `stage` is one of the method's, without what is not needed here. */
const PlannedStage = Type.Object({
	key: StageKey,
	round: Type.Integer(),
	/** Where its words are: `stages[stage]`, and in it `choice[sub].stages[inner]` where it is chosen. */
	path: Type.Object({
		stage: Type.Integer(),
		sub: nullable(Type.Integer()),
		inner: nullable(Type.Integer()),
	}),
	seconds: nullable(Type.Number()),
});
export type PlannedStage = Static<typeof PlannedStage>;

/** What everybody in the room sees of it. What is private to the end (times of speaking) comes at the end. */
export const RoomView = Type.Object({
	version: Version,
	mode: oneOf(roomModes),
	phase: oneOf(roomPhases),
	/** The method itself is sent by `welcome` and `method`, when it changes. */
	method: nullable(
		Type.Object({ ref: MethodRef, version: Version, minutes: Type.Number(), hasClock: Type.Boolean() }),
	),
	caseId: nullable(Id),
	roles: Type.Array(Type.Object({ role: RoomRole, accountId: Id })),
	presenters: Type.Array(Id),
	choices: Type.Record(Type.String(), Type.String()),
	plan: Type.Array(PlannedStage),
	at: Type.Integer(),
	clock: nullable(
		Type.Object({
			startedAt: Ms,
			seconds: Type.Number(),
			extraSeconds: Type.Number(),
			pausedAt: nullable(Ms),
			pausedMs: Ms,
		}),
	),
	deadline: nullable(Instant),
	inDanger: Type.Boolean(),
	frame: Type.Object({ heldBy: nullable(Id), backTo: nullable(Id) }),
	speaking: Type.Object({
		by: nullable(Id),
		since: nullable(Ms),
		hands: Type.Array(Id),
		round: nullable(Type.Array(Id)),
	}),
	checkIns: Type.Array(Type.Object({ accountId: Id, word: Type.String() })),
	/** Stages whose gathering was shown. */
	revealed: Type.Array(StageKey),
	takeAways: Type.Array(Type.Object({ accountId: Id, words: Type.String() })),
	/** How it was, as counts: nobody's own. */
	evaluations: Type.Array(Type.Object({ value: Type.Integer(), count: Type.Integer() })),
	/** Mine; null: not given. */
	myEvaluation: nullable(Type.Integer()),
	keepTimes: Type.Array(Type.Object({ accountId: Id, agrees: Type.Boolean() })),
	/** Empty until the closing. */
	spoken: Type.Array(Type.Object({ accountId: Id, stage: StageKey, ms: Ms })),
	passages: Type.Array(
		Type.Object({
			at: Ms,
			by: nullable(Id),
			what: Type.String(),
			stage: nullable(StageKey),
		}),
	),
	/** The sections of the case in which I may write now; null: as outside of the room. */
	mySections: nullable(Type.Array(Type.String())),
});
export type RoomView = Static<typeof RoomView>;

/** Somebody who is here, once for each window that they have open. */
export const Visit = Type.Object({
	visitId: Id,
	accountId: Id,
	name: PersonName,
	colour: Type.Integer(),
	/** In the call of the room itself, and what they send there. */
	media: nullable(Type.Object({ audio: Type.Boolean(), video: Type.Boolean() })),
});
export type Visit = Static<typeof Visit>;

const at = { stage: StageKey };

/** What somebody does. Who may, and when, is said in packages/domain/src/room. */
export const RoomAction = Type.Union([
	// In the lobby; a check-in word until the room has ended.
	/** A word on arriving passes the gate as every text does. Without a review nothing was kept in it. */
	Type.Object(
		{ do: Type.Literal('check-in'), word: nullable(text(80)), review: Type.Optional(Review) },
		strict,
	),
	Type.Object(
		{
			do: Type.Literal('choose-method'),
			method: MethodRef,
			/** How long the session is to last; null: as long as the method says. */
			minutes: nullable(Type.Integer({ minimum: 5, maximum: 240 })),
			hasClock: Type.Boolean(),
			mode: oneOf(roomModes),
		},
		strict,
	),
	Type.Object({ do: Type.Literal('choose-case'), caseId: nullable(Id) }, strict),
	Type.Object({ do: Type.Literal('take-role'), role: RoomRole, accountId: Id }, strict),
	Type.Object({ do: Type.Literal('leave-role'), role: RoomRole, accountId: Id }, strict),
	Type.Object({ do: Type.Literal('start') }, strict),
	// The frame.
	Type.Object({ do: Type.Literal('next'), ...at }, strict),
	Type.Object({ do: Type.Literal('back'), ...at }, strict),
	Type.Object({ do: Type.Literal('pause') }, strict),
	Type.Object({ do: Type.Literal('resume') }, strict),
	Type.Object(
		{ do: Type.Literal('extend'), ...at, seconds: Type.Integer({ minimum: 30, maximum: 1_209_600 }) },
		strict,
	),
	Type.Object({ do: Type.Literal('choose-way'), ...at, way: StageId }, strict),
	Type.Object({ do: Type.Literal('reveal'), ...at }, strict),
	Type.Object({ do: Type.Literal('hand-over'), to: Id }, strict),
	Type.Object({ do: Type.Literal('take-frame') }, strict),
	// The word.
	Type.Object({ do: Type.Literal('raise-hand') }, strict),
	Type.Object({ do: Type.Literal('lower-hand'), accountId: Id }, strict),
	Type.Object({ do: Type.Literal('give-word'), to: nullable(Id) }, strict),
	Type.Object({ do: Type.Literal('start-round') }, strict),
	/** Who has the word passes it on: to the next of the round, or to nobody. */
	Type.Object({ do: Type.Literal('pass-word') }, strict),
	// When someone is in danger. Who says it stands nowhere.
	Type.Object({ do: Type.Literal('danger') }, strict),
	Type.Object({ do: Type.Literal('return') }, strict),
	// Closing.
	/**
	 * What is taken away is about the situation: it passes the gate as every text does. Without a review
	 * nothing was kept in it.
	 */
	Type.Object(
		{
			do: Type.Literal('take-away'),
			words: nullable(text(500)),
			review: Type.Optional(Review),
		},
		strict,
	),
	Type.Object({ do: Type.Literal('evaluate'), value: Type.Integer({ minimum: 1, maximum: 4 }) }, strict),
	Type.Object({ do: Type.Literal('keep-times'), agrees: Type.Boolean() }, strict),
	Type.Object({ do: Type.Literal('end') }, strict),
]);
export type RoomAction = Static<typeof RoomAction>;

/** Made up by the page, once for each time that somebody presses. */
export const Press = Type.String({ pattern: '^[A-Za-z0-9_-]{8,36}$' });

export const FromClient = Type.Union([
	Type.Object(
		{
			type: Type.Literal('act'),
			id: Type.Integer({ minimum: 1 }),
			press: Type.Optional(Press),
			action: RoomAction,
		},
		strict,
	),
	/** Null: nothing to say at this beat (./contributions.ts). */
	Type.Object(
		{
			type: Type.Literal('contribute'),
			id: Type.Integer({ minimum: 1 }),
			stage: StageKey,
			says: nullable(Said),
		},
		strict,
	),
	Type.Object({ type: Type.Literal('react'), reaction: oneOf(reactions) }, strict),
	/** A message of WebRTC to another window; the server reads nothing of it. */
	Type.Object({ type: Type.Literal('signal'), to: Id, data: Type.String({ maxLength: 32_768 }) }, strict),
	/** Whether this window is in the call, and what it sends. */
	Type.Object(
		{
			type: Type.Literal('media'),
			media: nullable(Type.Object({ audio: Type.Boolean(), video: Type.Boolean() }, strict)),
		},
		strict,
	),
	Type.Object({ type: Type.Literal('ping'), at: Type.Number() }, strict),
]);
export type FromClient = Static<typeof FromClient>;

export const FromServer = Type.Union([
	Type.Object({
		type: Type.Literal('welcome'),
		visitId: Id,
		accountId: Id,
		now: Ms,
		/** How long a beat lasts, at which contributions are sent. */
		beatMs: Ms,
		room: RoomView,
		method: nullable(Method),
		visits: Type.Array(Visit),
	}),
	Type.Object({ type: Type.Literal('room'), now: Ms, room: RoomView }),
	Type.Object({ type: Type.Literal('method'), method: nullable(Method) }),
	Type.Object({ type: Type.Literal('people'), visits: Type.Array(Visit) }),
	Type.Object({ type: Type.Literal('done'), id: Type.Integer(), version: Version }),
	Type.Object({ type: Type.Literal('refused'), id: Type.Integer(), problem: Problem }),
	Type.Object({ type: Type.Literal('contributed'), id: Type.Integer(), problem: nullable(Problem) }),
	Type.Object({ type: Type.Literal('reaction'), accountId: Id, reaction: oneOf(reactions) }),
	Type.Object({ type: Type.Literal('signal'), from: Id, data: Type.String() }),
	Type.Object({ type: Type.Literal('call-full') }),
	Type.Object({ type: Type.Literal('pong'), at: Type.Number(), now: Ms }),
]);
export type FromServer = Static<typeof FromServer>;

const tag = 'room';

/** What the session's page says of its room. */
export const RoomSummary = Type.Object({
	/** Null: nobody has opened it yet. */
	phase: nullable(oneOf(roomPhases)),
	mode: nullable(oneOf(roomModes)),
	/** How many are there now. */
	present: Type.Integer(),
	/** From when on it can be entered; a facilitator may open it before, and then everybody comes in. */
	opensAt: Instant,
	mayEnter: Type.Boolean(),
	/** Over days: until when the stage under way is open. */
	deadline: nullable(Instant),
});
export type RoomSummary = Static<typeof RoomSummary>;

export const readRoom = endpoint({
	method: 'GET',
	path: '/api/sessions/:sessionId/room',
	tag,
	summary: 'Whether the room of a session is open, for the members of the group',
	status: 200,
	access: 'signed-in',
	params: Type.Object({ sessionId: SessionId }),
	response: RoomSummary,
});
