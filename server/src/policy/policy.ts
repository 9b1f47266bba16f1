/**
 * Who may do what: the one table that HTTP and websockets both ask. A rule sees where the person
 * stands (their roles) and the subject; it knows nothing else, so it can be read and tested alone.
 *
 * Moderators act on people and frames. No rule lets them reach a case through that role.
 */
import type { Standing } from './standing.ts';

/** A group, as far as rights go. */
export interface OfGroup {
	readonly groupId: string;
	readonly organisationId: string;
}

/** A question about a possible conflict of interest. */
interface OfQuestion {
	readonly groupId: string;
	readonly between: readonly string[];
}

/** A case, as far as rights go. */
export interface OfCase {
	readonly id: string;
	readonly groupId: string;
	/** Null when that account is gone. */
	readonly authorId: string | null;
	/** Who reads it before the group does, while they are asked to. */
	readonly secondReaderId: string | null;
	/** To the whole group; in second reading otherwise. */
	readonly isOpen: boolean;
}

/** A poll, as far as rights go. */
interface OfPoll {
	readonly groupId: string;
	/** Null when that account is gone. */
	readonly openedBy: string | null;
}

/** What somebody would bring, in two lines. */
export interface OfPitch {
	readonly id: string;
	readonly groupId: string;
	readonly authorId: string;
}

/** Who has which role in the session that it is about. */
interface OfRoles {
	readonly presenterId: string | null;
	readonly facilitatorId: string | null;
}

const moderates = (who: Standing, organisationId: string) =>
	who.organisations.get(organisationId) === 'moderator';
const belongsTo = (who: Standing, organisationId: string) => who.organisations.has(organisationId);
const isIn = (who: Standing, groupId: string) => who.groups.has(groupId);
/** Nobody enters the room, or any case, without having signed the charter in force. */
const mayEnter = (who: Standing, groupId: string) => isIn(who, groupId) && !who.unsigned.has(groupId);
const facilitates = (who: Standing, groupId: string) => who.groups.get(groupId) === 'facilitator';
/** A group that has come to an end is read by its members; nothing new begins in it. */
const lives = (who: Standing, groupId: string) => !who.ended.has(groupId);
const holds = (who: Standing, groupId: string) => facilitates(who, groupId) && lives(who, groupId);
const wrote = (who: Standing, { authorId }: OfCase) => authorId === who.accountId;
const isAsked = (who: Standing, { secondReaderId }: OfCase) => secondReaderId === who.accountId;
/** No rule lets somebody reach a case that they have left or are kept out of, whatever else they are. */
const mayKnow = (who: Standing, one: OfCase) =>
	mayEnter(who, one.groupId) &&
	!who.recusals.has(one.id) &&
	(one.isOpen || wrote(who, one) || isAsked(who, one));
const mayKnowPitch = (who: Standing, pitch: OfPitch) =>
	mayEnter(who, pitch.groupId) && !who.recusals.has(pitch.id);

const rules = {
	'organisation.moderate': (who: Standing, organisationId: string) => moderates(who, organisationId),
	'group.create': (who: Standing, organisationId: string) => belongsTo(who, organisationId),
	'group.read': (who: Standing, group: OfGroup) =>
		isIn(who, group.groupId) || moderates(who, group.organisationId),
	'group.leave': (who: Standing, group: OfGroup) => isIn(who, group.groupId),
	'group.pause-own-part': (who: Standing, group: OfGroup) =>
		isIn(who, group.groupId) && lives(who, group.groupId),
	'group.schedule': (who: Standing, group: OfGroup) => holds(who, group.groupId),
	'group.configure': (who: Standing, group: OfGroup) => holds(who, group.groupId),
	'group.invite': (who: Standing, group: OfGroup) => holds(who, group.groupId),
	'group.pause': (who: Standing, group: OfGroup) => holds(who, group.groupId),
	'group.end': (who: Standing, group: OfGroup) =>
		lives(who, group.groupId) && (facilitates(who, group.groupId) || moderates(who, group.organisationId)),
	'group.give-roles': (who: Standing, group: OfGroup) => holds(who, group.groupId),
	'request.answer-offer': (who: Standing, request: { readonly applicantId: string }) =>
		request.applicantId === who.accountId,
	'request.withdraw': (who: Standing, request: { readonly applicantId: string }) =>
		request.applicantId === who.accountId,
	// Nobody decides on their own request.
	'request.decide': (who: Standing, request: OfGroup & { readonly applicantId: string }) =>
		moderates(who, request.organisationId) && request.applicantId !== who.accountId,
	'member.remove': (who: Standing, group: OfGroup) => moderates(who, group.organisationId),
	'session.read': (who: Standing, groupId: string) => isIn(who, groupId),
	'room.enter': (who: Standing, groupId: string) => mayEnter(who, groupId),
	// To begin over days, or to prepare.
	'room.open-early': (who: Standing, groupId: string) => mayEnter(who, groupId) && holds(who, groupId),
	'charter.read': (who: Standing, group: OfGroup) =>
		isIn(who, group.groupId) || moderates(who, group.organisationId),
	'charter.publish': (who: Standing, group: OfGroup) => holds(who, group.groupId),
	'charter.sign': (who: Standing, groupId: string) => isIn(who, groupId) && lives(who, groupId),
	'conflict.state': (who: Standing, groupId: string) => isIn(who, groupId),
	// Between whom, never what of. Not between themself and another: they know what they stated.
	'conflict.review': (who: Standing, groupId: string) => facilitates(who, groupId),
	'conflict.answer': (who: Standing, question: OfQuestion) =>
		isIn(who, question.groupId) && question.between.includes(who.accountId),
	'poll.open': (who: Standing, groupId: string) => isIn(who, groupId) && lives(who, groupId),
	'poll.read': (who: Standing, poll: OfPoll) => isIn(who, poll.groupId),
	'poll.answer': (who: Standing, poll: OfPoll) => isIn(who, poll.groupId) && lives(who, poll.groupId),
	'poll.close': (who: Standing, poll: OfPoll) =>
		isIn(who, poll.groupId) && (poll.openedBy === who.accountId || facilitates(who, poll.groupId)),
	// It makes a session: for those who plan the group's sessions.
	'poll.plan': (who: Standing, poll: OfPoll) => holds(who, poll.groupId),
	'poll.delete': (who: Standing, poll: OfPoll) => isIn(who, poll.groupId) && poll.openedBy === who.accountId,
	'session.answer': (who: Standing, groupId: string) => isIn(who, groupId) && lives(who, groupId),
	'role.take': (who: Standing, groupId: string) => isIn(who, groupId) && lives(who, groupId),
	'role.set': (who: Standing, groupId: string) => holds(who, groupId),
	'practice.configure': (who: Standing, groupId: string) => holds(who, groupId),
	// The frame of a session, as a charter is.
	'method.read': (who: Standing, group: OfGroup) =>
		isIn(who, group.groupId) || moderates(who, group.organisationId),
	'method.change': (who: Standing, group: OfGroup) => holds(who, group.groupId),
	'pitch.add': (who: Standing, groupId: string) => mayEnter(who, groupId) && lives(who, groupId),
	'pitch.read': (who: Standing, pitch: OfPitch) => mayKnowPitch(who, pitch),
	'pitch.change': (who: Standing, pitch: OfPitch) =>
		mayKnowPitch(who, pitch) && pitch.authorId === who.accountId,
	'pitch.echo': (who: Standing, pitch: OfPitch) =>
		mayKnowPitch(who, pitch) && pitch.authorId !== who.accountId,
	// Who brings it cannot be absent from it.
	'pitch.leave': (who: Standing, pitch: OfPitch) =>
		mayKnowPitch(who, pitch) && pitch.authorId !== who.accountId,
	// Who presents chooses among their own; who facilitates, the group or that session, among all.
	'pitch.choose': (who: Standing, pitch: OfPitch & OfRoles) =>
		mayKnowPitch(who, pitch) &&
		(facilitates(who, pitch.groupId) ||
			pitch.facilitatorId === who.accountId ||
			(pitch.presenterId === who.accountId && pitch.authorId === who.accountId)),
	'case.open': (who: Standing, groupId: string) => mayEnter(who, groupId) && lives(who, groupId),
	'case.read': (who: Standing, one: OfCase) => mayKnow(who, one),
	'case.write': (who: Standing, one: OfCase) => mayKnow(who, one) && lives(who, one.groupId),
	// Whoever is named in a text must not have to wait for the one who wrote it.
	'case.erase': (who: Standing, one: OfCase) => mayKnow(who, one),
	'case.open-to-group': (who: Standing, one: OfCase) =>
		mayKnow(who, one) && lives(who, one.groupId) && !one.isOpen && isAsked(who, one),
	'case.ask-second-reader': (who: Standing, one: OfCase) =>
		mayKnow(who, one) && lives(who, one.groupId) && !one.isOpen && wrote(who, one),
	// Who wrote it cannot be absent from it.
	'case.recuse': (who: Standing, one: OfCase) => mayKnow(who, one) && !wrote(who, one),
	'entry.read': (who: Standing, entry: { readonly authorId: string }) => entry.authorId === who.accountId,
	'entry.change': (who: Standing, entry: { readonly authorId: string }) => entry.authorId === who.accountId,
} as const;

export type Action = keyof typeof rules;
type Subject<A extends Action> = Parameters<(typeof rules)[A]>[1];

/** Whether the person may do the action to the subject. */
export function can<A extends Action>(who: Standing, action: A, subject: Subject<A>): boolean {
	return (rules[action] as (who: Standing, subject: Subject<A>) => boolean)(who, subject);
}
