import { Type } from 'typebox';

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
	// Finding a time
	'poll-opened',
	'poll-closed',
	'poll-reminder',
	// Cases
	'second-reading-asked',
] as const;
export const NoticeKind = Type.Union(noticeKinds.map((kind) => Type.Literal(kind)));
export type NoticeKind = (typeof noticeKinds)[number];
