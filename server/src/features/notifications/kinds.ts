/** What each kind of notice is about, whether it can wait, and where it leads. */
import type { MailSubject, NoticeKind } from '@entrepairs/contract/notifications';
import type { Urgency } from '@entrepairs/domain/notifications/way';

interface OfKind {
	readonly subject: MailSubject;
	readonly urgency: Urgency;
}

export const kinds: Readonly<Record<NoticeKind, OfKind>> = {
	'request-accepted': { subject: 'group', urgency: 'calm' },
	'request-listed': { subject: 'group', urgency: 'calm' },
	'request-refused': { subject: 'group', urgency: 'calm' },
	'request-to-decide': { subject: 'group', urgency: 'calm' },
	// A place lapses when nobody answers.
	'place-offered': { subject: 'group', urgency: 'urgent' },
	'place-lapsed': { subject: 'group', urgency: 'calm' },
	'membership-ended': { subject: 'group', urgency: 'calm' },
	'group-paused': { subject: 'group', urgency: 'calm' },
	'group-resumed': { subject: 'group', urgency: 'calm' },
	'group-ended': { subject: 'group', urgency: 'calm' },
	'charter-to-sign': { subject: 'group', urgency: 'calm' },
	'conflict-question': { subject: 'group', urgency: 'calm' },
	'conflict-answer': { subject: 'group', urgency: 'calm' },
	'session-planned': { subject: 'sessions', urgency: 'near' },
	'session-moved': { subject: 'sessions', urgency: 'near' },
	'session-cancelled': { subject: 'sessions', urgency: 'near' },
	'series-changed': { subject: 'sessions', urgency: 'near' },
	'session-reminder': { subject: 'reminders', urgency: 'urgent' },
	'quorum-missing': { subject: 'sessions', urgency: 'near' },
	'role-given': { subject: 'roles', urgency: 'near' },
	'role-changed': { subject: 'roles', urgency: 'near' },
	'role-offered': { subject: 'roles', urgency: 'near' },
	'role-offer-answered': { subject: 'roles', urgency: 'near' },
	'case-chosen': { subject: 'roles', urgency: 'near' },
	'room-stage-opened': { subject: 'sessions', urgency: 'calm' },
	'room-stage-due': { subject: 'sessions', urgency: 'urgent' },
	'room-stage-over': { subject: 'sessions', urgency: 'calm' },
	'poll-opened': { subject: 'polls', urgency: 'calm' },
	'poll-closed': { subject: 'polls', urgency: 'calm' },
	// It comes shortly before the poll ends.
	'poll-reminder': { subject: 'polls', urgency: 'urgent' },
	'second-reading-asked': { subject: 'roles', urgency: 'near' },
};

/** Kinds that are no more the person's when they leave the group: what they say is the group's. */
const beyondGroups: ReadonlySet<NoticeKind> = new Set([
	'request-accepted',
	'request-listed',
	'request-refused',
	'request-to-decide',
	'place-offered',
	'place-lapsed',
	'membership-ended',
	'group-ended',
	'conflict-question',
	'conflict-answer',
]);

/** Whether somebody outside the group may still be told. */
export function concernsOutsiders(kind: NoticeKind): boolean {
	return beyondGroups.has(kind);
}

/** The page that a notice leads to. */
export function pathOf(notice: {
	readonly kind: NoticeKind;
	readonly groupId: string | null;
	readonly sessionId: string | null;
	readonly subjectId: string | null;
	/** Of the group; where its moderators decide. */
	readonly organisationId: string | null;
}): string {
	const { kind, groupId, sessionId, subjectId, organisationId } = notice;
	const group = groupId === null ? '/groups' : `/groups/${groupId}`;
	if (kind === 'second-reading-asked' && subjectId !== null) return `/cases/${subjectId}`;
	if (kind === 'request-to-decide' && organisationId !== null) return `/organisations/${organisationId}`;
	if (kind === 'charter-to-sign' && groupId !== null) return `${group}/charter`;
	if (kind.startsWith('conflict-') && groupId !== null) return `${group}/conflicts`;
	if (kind.startsWith('poll-') && groupId !== null && subjectId !== null)
		return `${group}/polls/${subjectId}`;
	// The directory, for who is not in it.
	if (
		kind === 'request-listed' ||
		kind === 'request-refused' ||
		kind === 'membership-ended' ||
		kind.startsWith('place-')
	)
		return '/groups';
	if (kind.startsWith('room-') && sessionId !== null) return `/sessions/${sessionId}/room`;
	return sessionId === null ? group : `/sessions/${sessionId}`;
}
