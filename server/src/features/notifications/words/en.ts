/** The words of mails, in English. They name groups, days and hours; never a person, never a case. */
import type { MailWords } from './words.ts';

const of = (group: string) => `“${group}”`;

export const en: MailWords = {
	kinds: {
		'request-accepted': {
			subject: (group) => `Your request is accepted: ${group}`,
			says: (group) =>
				`Your request to join the group ${of(group)} is accepted. Its charter awaits your signature: it is needed before you enter the room.`,
		},
		'request-listed': {
			subject: (group) => `You are on the waiting list: ${group}`,
			says: (group) =>
				`Your request to join the group ${of(group)} is accepted. The group is full: a place will be offered to you when your turn comes.`,
		},
		'request-refused': {
			subject: (group) => `Answer to your request: ${group}`,
			says: (group) =>
				`Your request to join the group ${of(group)} was not accepted. The reason is on the site.`,
		},
		'request-to-decide': {
			subject: (group) => `A request waits for an answer: ${group}`,
			says: (group) => `A request to join the group ${of(group)} waits for an answer.`,
		},
		'place-offered': {
			subject: (group) => `A place is offered to you: ${group}`,
			says: (group) =>
				`A place has come free in the group ${of(group)}. It is offered to you for a limited time: the date is on the site.`,
		},
		'place-lapsed': {
			subject: (group) => `The place is no longer offered to you: ${group}`,
			says: (group) =>
				`The place that was offered to you in the group ${of(group)} has gone to the next person, as there was no answer.`,
		},
		'membership-ended': {
			subject: (group) => `You are no longer a member: ${group}`,
			says: (group) =>
				`You are no longer a member of the group ${of(group)}. The reason, if there is one, is on the site.`,
		},
		'group-paused': {
			subject: (group) => `Group paused: ${group}`,
			says: (group) => `The group ${of(group)} is paused.`,
		},
		'group-resumed': {
			subject: (group) => `The group resumes: ${group}`,
			says: (group) => `The group ${of(group)} resumes.`,
		},
		'group-ended': {
			subject: (group) => `End of the group: ${group}`,
			says: (group) => `The group ${of(group)} comes to an end.`,
		},
		'charter-to-sign': {
			subject: (group) => `A charter to sign: ${group}`,
			says: (group) =>
				`The charter of the group ${of(group)} waits for your signature. It is needed before you enter the room.`,
		},
		'conflict-question': {
			subject: (group) => `A question for you: ${group}`,
			says: (group) =>
				`A question about a possible conflict of interest waits for you, for the group ${of(group)}.`,
		},
		'conflict-answer': {
			subject: (group) => `An answer to read: ${group}`,
			says: (group) =>
				`Your question about a possible conflict of interest has an answer, for the group ${of(group)}.`,
		},
		'session-planned': {
			subject: (group) => `Session planned: ${group}`,
			says: (group) => `A session of the group ${of(group)} is planned.`,
		},
		'session-moved': {
			subject: (group) => `Session moved: ${group}`,
			says: (group) => `A session of the group ${of(group)} is moved.`,
		},
		'session-cancelled': {
			subject: (group) => `Session cancelled: ${group}`,
			says: (group) => `A session of the group ${of(group)} is cancelled: it will not take place.`,
		},
		'series-changed': {
			subject: (group) => `The sessions change: ${group}`,
			says: (group) => `The coming sessions of the group ${of(group)} change. The new dates are on the site.`,
		},
		'session-reminder': {
			subject: (group) => `Session reminder: ${group}`,
			says: (group) => `You have a session with the group ${of(group)}.`,
		},
		'quorum-missing': {
			subject: (group) => `Too few answers: ${group}`,
			says: (group) => `For a session of the group ${of(group)}, too few members said that they would come.`,
		},
		'role-given': {
			subject: (group) => `A role for you: ${group}`,
			says: (group) => `A role is proposed to you for a session of the group ${of(group)}.`,
		},
		'role-changed': {
			subject: (group) => `Your role changes: ${group}`,
			says: (group) => `Your role for a session of the group ${of(group)} has changed.`,
		},
		'role-offered': {
			subject: (group) => `A role is offered to you: ${group}`,
			says: (group) =>
				`A member of the group ${of(group)} offers you their role for a session. The answer is given on the site.`,
		},
		'role-offer-answered': {
			subject: (group) => `An answer to what you offered: ${group}`,
			says: (group) => `The role that you offered in the group ${of(group)} has its answer.`,
		},
		'case-chosen': {
			subject: (group) => `The agenda is chosen: ${group}`,
			says: (group) => `What you proposed is on the agenda of a session of the group ${of(group)}.`,
		},
		'room-stage-opened': {
			subject: (group) => `A stage is open: ${group}`,
			says: (group) =>
				`In a session over days of the group ${of(group)}, a stage is open. Everybody comes to it when they can, until the date that the room shows.`,
		},
		'room-stage-due': {
			subject: (group) => `A stage ends soon: ${group}`,
			says: (group) =>
				`In a session over days of the group ${of(group)}, a stage ends soon and you have not taken part in it yet. The date is in the room.`,
		},
		'room-stage-over': {
			subject: (group) => `A stage can be closed: ${group}`,
			says: (group) =>
				`In a session over days of the group ${of(group)}, the date of a stage has passed. It stays open until you go on to the next one or give it more time.`,
		},
		'poll-opened': {
			subject: (group) => `When you are free: ${group}`,
			says: (group) => `The group ${of(group)} looks for a date and waits to know when you are free.`,
		},
		'poll-closed': {
			subject: (group) => `The search for a date is closed: ${group}`,
			says: (group) => `The search for a date in the group ${of(group)} is closed.`,
		},
		'poll-reminder': {
			subject: (group) => `When are you free: ${group}`,
			says: (group) =>
				`The group ${of(group)} looks for a date. The search ends soon and you have not answered yet.`,
		},
		'second-reading-asked': {
			subject: (group) => `A reading is asked of you: ${group}`,
			says: (group) => `You are asked to read a case before the group ${of(group)} sees it.`,
		},
		'minutes-drafted': {
			subject: (group) => `Minutes to be reviewed: ${group}`,
			says: (group) => `The minutes of a session of the group ${of(group)} wait to be reviewed.`,
		},
	},
	tooFew: 'Too few members said that they would come.',
	unknownGroup: 'one of your groups',
	hello: 'Hello,',
	when: (span, zone) => `When: ${span} (${zone}).`,
	before: (span) => `It was planned for: ${span}.`,
	cancelled: (span, zone) => `It was planned for: ${span} (${zone}).`,
	ofDay: (day) => `The session: ${day}.`,
	forTheGroup: (span, zone) => `For the group: ${span} (${zone}).`,
	changed: {
		subject: (group) => `Session changed: ${group}`,
		says: (group) => `A session of the group ${of(group)} has changed. This is how it is planned now.`,
	},
	open: 'See on Entrepairs',
	choose: 'Choose what you receive',
	stop: 'Receive no more mails of this kind',
	stopAll: 'Receive no more mails from Entrepairs',
	digest: {
		subject: (count) => (count > 1 ? `${count} news from your groups` : 'News from your groups'),
		intro: 'This is what happened since the last digest.',
	},
};
