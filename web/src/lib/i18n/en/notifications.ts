/** What one is told, and how one chooses to be told, in English. */
import type { notifications as french } from '../fr/notifications.ts';

export const notifications: typeof french = {
	title: 'Notices',
	lead: 'What happened in your groups, the newest first.',
	empty: 'Nothing for now.',
	emptyHint:
		'You will read here that a session is moved, a role is proposed to you or a charter waits for you.',
	kinds: {
		'request-accepted': 'Your request is accepted',
		'request-listed': 'Your request is accepted: you are on the waiting list',
		'request-refused': 'Your request was not accepted',
		'request-to-decide': 'A request waits for an answer',
		'place-offered': 'A place is offered to you',
		'place-lapsed': 'The place offered has gone to the next person',
		'membership-ended': 'You are no longer a member',
		'group-paused': 'The group is paused',
		'group-resumed': 'The group resumes',
		'group-ended': 'The group comes to an end',
		'charter-to-sign': 'A charter waits for your signature',
		'conflict-question': 'You are asked about a possible conflict of interest',
		'conflict-answer': 'Your question about a possible conflict of interest has an answer',
		'session-planned': 'A session is planned',
		'session-moved': 'A session is moved',
		'session-cancelled': 'A session is cancelled',
		'series-changed': 'The coming sessions change',
		'session-reminder': 'Reminder of a session',
		'quorum-missing': 'Too few members said that they would come',
		'role-given': 'A role is proposed to you',
		'role-changed': 'Your role has changed',
		'role-offered': 'A member of the group offers you their role',
		'role-offer-answered': 'The role that you offered has its answer',
		'case-chosen': 'What you proposed is on the agenda',
		'room-stage-opened': 'A stage of the session is open',
		'room-stage-due': 'A stage ends soon: you can still take part',
		'room-stage-over': 'The date of a stage has passed: it can be closed',
		'poll-opened': 'The group looks for a date',
		'poll-closed': 'The search for a date is closed',
		'poll-reminder': 'The group waits to know when you are free',
		'second-reading-asked': 'You are asked to read a case',
		'minutes-drafted': 'The minutes are to be reviewed',
	},
	changed: 'A session is changed',
	new: 'Not read yet',
	mailFailed: 'The mail could not be delivered',
	mailUnknown: 'The mail may have gone: the server stopped while sending it',
	cancelled: 'will not take place',
	markRead: 'Mark all as read',
	marked: 'Marked as read.',
	older: 'Older ones',
	newest: 'Back to the newest',
	choose: 'Choose what you receive',
	toKnow: 'To know',
	all: 'All notices',
	choices: {
		title: 'Notices',
		onSite: 'Everything can be read on the page of notices, whatever you choose here.',
		noMail: 'This server sends no mail. The mails that it would have sent are on the page of mails.',
		seeMails: 'See these mails',
		mail: 'Receive a mail about',
		subjects: {
			reminders: 'Reminders of sessions',
			sessions: 'Sessions planned, moved or cancelled',
			roles: 'Roles, agenda and readings',
			group: 'Life of the groups: requests, places, charters',
			polls: 'Searches for a date',
		},
		invitations: 'Add to mails about sessions an invitation that calendars understand',
		reminders: 'Remind me of each session',
		remindersHint: 'Four moments at most, besides the evening before.',
		tooMany: 'Choose four moments at most.',
		evening: 'The evening before at 7\u00a0pm, in your time',
		ahead: (minutes) => {
			if (minutes % 1_440 === 0) {
				const days = minutes / 1_440;
				return days === 7 ? 'A week before' : days === 1 ? 'A day before' : `${days} days before`;
			}
			if (minutes % 60 === 0) {
				const hours = minutes / 60;
				return hours === 1 ? 'An hour before' : `${hours} hours before`;
			}
			return `${minutes} minutes before`;
		},
		digest: 'Gather mails',
		digestHint:
			'These go at once all the same: reminders, what has a deadline, and what changes a session within 48 hours.',
		digests: { off: 'No, one mail each time', daily: 'One digest a day', weekly: 'One digest a week' },
		digestDay: 'Day of the digest',
		digestHour: 'Hour of the digest, in your time',
		save: 'Save notices',
		saved: 'Choices saved.',
	},
	mails: {
		title: 'Emails',
		lead: 'The mails that this server would have sent you.',
		notSent:
			'This server sends no mail: no server to send through is set (SMTP_URL). What follows was delivered to nobody and lies in the data folder.',
		empty: 'No mail for you.',
		emptyHint: 'The first will be here once a session is planned or moved.',
	},
	unsubscribe: {
		title: 'Mails from Entrepairs',
		all: 'all mails',
		ask: (of) => `Receive no more mails about: ${of}.`,
		isOff: (of) => `You receive no more mails about: ${of}.`,
		site: 'Everything can still be read on the site, on the page of notices.',
		stop: 'Receive these mails no more',
		again: 'Receive these mails again',
		nextTime: 'To choose more finely, sign in and open your account.',
		account: 'Open my account',
		stopped: 'You will receive these mails no more.',
		resumed: 'You will receive these mails again.',
	},
};
