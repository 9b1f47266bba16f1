import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Id, Instant, nullable, SessionId, TimeZone } from './values.ts';

/**
 * What a person is told about. A notice carries identifiers of the frame (group, session, poll) and
 * never a word of a case: it can go by mail.
 */
export const noticeKinds = [
	// Belonging to a group
	'request-accepted',
	// Accepted into a full group: on its waiting list.
	'request-listed',
	'request-refused',
	'request-to-decide',
	'place-offered',
	'place-lapsed',
	'membership-ended',
	'group-paused',
	'group-resumed',
	'group-ended',
	'charter-to-sign',
	'conflict-question',
	'conflict-answer',
	// Sessions
	'session-planned',
	'session-moved',
	'session-cancelled',
	'series-changed',
	'session-reminder',
	'quorum-missing',
	'role-given',
	'role-changed',
	'role-offered',
	'role-offer-answered',
	'case-chosen',
	// Sessions over days: a stage is open, it ends soon and one has not come, it is past its deadline
	'room-stage-opened',
	'room-stage-due',
	'room-stage-over',
	// Finding a time
	'poll-opened',
	'poll-closed',
	'poll-reminder',
	// Cases
	'second-reading-asked',
] as const;
const NoticeKind = Type.Unsafe<NoticeKind>(Type.Union(noticeKinds.map((kind) => Type.Literal(kind))));
export type NoticeKind = (typeof noticeKinds)[number];

/** What mails are about, as people choose among them. */
export const mailSubjects = ['reminders', 'sessions', 'roles', 'group', 'polls'] as const;
const MailSubject = Type.Unsafe<MailSubject>(
	Type.Union(mailSubjects.map((subject) => Type.Literal(subject))),
);
export type MailSubject = (typeof mailSubjects)[number];

export const Notice = Type.Object({
	id: Id,
	kind: NoticeKind,
	at: Instant,
	readAt: nullable(Instant),
	group: nullable(Type.Object({ id: Id, name: Type.String() })),
	/** As it is now, for who may know of it still. */
	session: nullable(
		Type.Object({
			id: SessionId,
			startsAt: Instant,
			endsAt: Instant,
			timeZone: TimeZone,
			state: Type.Union([Type.Literal('planned'), Type.Literal('cancelled')]),
			/** When it would have been, if it was moved. */
			movedFrom: nullable(Instant),
		}),
	),
	/** Where it leads, on this site. */
	path: Type.String(),
	/** A mail about it could not be delivered, or nobody knows whether it was. */
	mail: Type.Union([Type.Literal('failed'), Type.Literal('unknown'), Type.Null()]),
});
export type Notice = Static<typeof Notice>;

/** Minutes before a session: five minutes to two weeks. */
const Ahead = Type.Integer({ minimum: 5, maximum: 20_160 });

export const NotificationChoices = Type.Object(
	{
		mail: Type.Object(
			{
				reminders: Type.Boolean(),
				sessions: Type.Boolean(),
				roles: Type.Boolean(),
				group: Type.Boolean(),
				polls: Type.Boolean(),
			},
			{ additionalProperties: false },
		),
		/** Sessions as invitations that calendars understand. */
		invitations: Type.Boolean(),
		reminders: Type.Array(Ahead, { maxItems: 4, uniqueItems: true }),
		/** The evening before, at 19:00 in one's own zone. */
		eveningBefore: Type.Boolean(),
		digest: Type.Union([Type.Literal('off'), Type.Literal('daily'), Type.Literal('weekly')]),
		/** Of a weekly digest: 1 is Monday, 7 is Sunday. */
		digestDay: Type.Integer({ minimum: 1, maximum: 7 }),
		/** In one's own zone. */
		digestHour: Type.Integer({ minimum: 0, maximum: 23 }),
	},
	{ additionalProperties: false },
);
export type NotificationChoices = Static<typeof NotificationChoices>;

const tag = 'notifications';

export const listNotices = endpoint({
	method: 'GET',
	path: '/api/notices',
	tag,
	summary: 'What I was told, the newest first; older than `before` when given',
	status: 200,
	access: 'signed-in',
	query: Type.Object({
		before: Type.Optional(Instant),
		unread: Type.Optional(Type.Literal('true')),
	}),
	response: Type.Object({ notices: Type.Array(Notice), hasOlder: Type.Boolean() }),
});

export const markNoticesRead = endpoint({
	method: 'POST',
	path: '/api/notices/read',
	tag,
	summary: 'I have read these; others’ are left alone',
	status: 204,
	access: 'signed-in',
	body: Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: 200 }) }, { additionalProperties: false }),
});

/** Whether this server sends mail at all, beside the choices. */
const ChoicesAnswer = Type.Object({ choices: NotificationChoices, sendsMail: Type.Boolean() });

export const readNotificationChoices = endpoint({
	method: 'GET',
	path: '/api/notification-choices',
	tag,
	summary: 'How I am told',
	status: 200,
	access: 'signed-in',
	response: ChoicesAnswer,
});

export const changeNotificationChoices = endpoint({
	method: 'PUT',
	path: '/api/notification-choices',
	tag,
	summary: 'Change how I am told',
	status: 200,
	access: 'signed-in',
	body: NotificationChoices,
	response: ChoicesAnswer,
});

export const listWrittenMails = endpoint({
	method: 'GET',
	path: '/api/mails',
	tag,
	summary: 'The mails to me that this server wrote to a folder, because it sends none; 404 if it does',
	status: 200,
	access: 'signed-in',
	response: Type.Object({
		mails: Type.Array(Type.Object({ id: Id, at: Instant, subject: Type.String(), text: Type.String() })),
	}),
});

const UnsubscriptionParams = Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) });
const Unsubscription = Type.Object({
	/** `all`: every mail, for the link in a digest, which is about several things. */
	of: Type.Union([MailSubject, Type.Literal('all')]),
	isOff: Type.Boolean(),
});
export type Unsubscription = Static<typeof Unsubscription>;

export const readUnsubscription = endpoint({
	method: 'GET',
	path: '/api/unsubscriptions/:token',
	tag,
	summary: 'Which mails a link turns off, and whether they are',
	status: 200,
	access: 'public',
	params: UnsubscriptionParams,
	response: Unsubscription,
});

export const changeUnsubscription = endpoint({
	method: 'PUT',
	path: '/api/unsubscriptions/:token',
	tag,
	summary: 'Turn these mails off, or on again',
	status: 200,
	access: 'public',
	params: UnsubscriptionParams,
	body: Type.Object({ isOff: Type.Boolean() }, { additionalProperties: false }),
	response: Unsubscription,
});
