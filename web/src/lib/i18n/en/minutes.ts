/** Minutes, the group’s history and one’s own record of sessions, in English. */
import type { Messages } from '../fr.ts';
import { evaluations, roles } from './session-words.ts';

/** `1 h 05`, `12 min`, `40 s` */
function duration(seconds: number): string {
	const minutes = Math.floor(seconds / 60);
	if (minutes < 1) return `${Math.round(seconds)} sec`;
	const hours = Math.floor(minutes / 60);
	if (hours < 1) return `${minutes} min`;
	return minutes % 60 === 0 ? `${hours} hr` : `${hours} hr ${minutes % 60} min`;
}

export const minutes: Messages['minutes'] = {
	title: 'Minutes',
	of: (day) => `Minutes of ${day}`,
	open: 'Open the minutes',
	print: 'Print',
	state: { draft: 'To be reviewed', adopted: 'Adopted' },
	made: 'The facts below come from the room. The group writes the rest.',
	roles,
	mode: { live: 'Live', 'over-days': 'Over several days' },
	duration,
	noName: 'Deleted account',
	frame: 'The frame',
	group: 'Group',
	when: 'When',
	lasted: (words) => `${words} in all`,
	endedByItself:
		'Nobody closed the session. The end given here is what the room knows of it: the last moment when two people were there, or the last thing done.',
	method: 'Method',
	version: (number) => `version ${number}`,
	noClock: 'without a clock',
	noMethod: 'No method was chosen',
	roleList: 'Roles',
	case: 'The case',
	caseHint: 'Its text is not copied here: it stays in the case.',
	next: 'Next session',
	noNext: 'No session was planned.',
	people: 'Who was there',
	person: 'Person',
	from: 'From',
	until: 'Until',
	present: 'Time present',
	moment: 'less than a minute',
	presence:
		'Whoever was in the room between the first stage and the end stands here, even for a moment. Time counts from the planned hour, or from the first stage where that came earlier, in whole minutes.',
	stages: 'The stages',
	stage: 'Stage',
	began: 'Began',
	planned: 'Planned',
	took: 'Took',
	pause: (words) => `pauses: ${words}`,
	chosen: (way) => `chosen: ${way}`,
	sections: (names) => `in the case: ${names}`,
	notRun: 'not reached',
	round: (number) => `Round ${number}`,
	evaluations: 'How this session was',
	evaluation: evaluations,
	evaluationOf: (count, words) => (count > 1 ? `${count} people: ${words}` : `${count} person: ${words}`),
	text: 'What the group writes',
	reminder:
		'Professional secrecy holds here too: no name of anyone concerned, no place, no detail by which someone could be recognised.',
	loading: 'The text is opening…',
	closed: 'Minutes closed',
	noAccess: 'You no longer have access to these minutes.',
	readOnly: 'These minutes are adopted: nobody can write in them any more.',
	groupEnded: 'This group has ended: nobody can write in its minutes any more.',
	heldBack: {
		title: 'What you take away was not copied',
		hint: 'A word in it looks like a name or a place. Only you read these words here; add what you want to the text, then erase them.',
		done: 'Erase these words',
		gone: 'These words are erased.',
	},
	adoption: {
		title: 'Agreeing and adopting',
		hint: 'Each member can say that they agree with the minutes. The facilitator then adopts them: nobody writes in them any more.',
		none: 'Nobody has agreed with these minutes yet.',
		approvedBy: (names) => `Agreed by: ${names}`,
		approve: 'I agree with these minutes',
		takeBack: 'Withdraw my agreement',
		adopt: 'Adopt the minutes',
		adoptTitle: 'Adopt the minutes?',
		adoptEffect:
			'Today’s text is kept as it is, and nobody writes in it any more. The facilitator can reopen it.',
		adopted: (when, name) => `Adopted on ${when} by ${name}.`,
		adoptedOn: (when) => `Adopted on ${when}.`,
		done: 'The minutes are adopted.',
		reopen: 'Reopen the minutes',
		reopenTitle: 'Reopen the minutes?',
		reopenEffect:
			'The whole group can write in them again, and each member says again whether they agree. The adopted version is kept.',
		reopened: 'The minutes are to be reviewed again.',
	},
	missing:
		'The text could not open: there is no connection, or the service has just changed version. Nothing that was written is lost.',
	erased: 'The history of these minutes was just erased for good.',
	eraseEffect:
		'All that was deleted in these minutes goes from the server too, with the adopted versions. Nobody can find it again, nor can you.',
	writing: 'Reading or writing these minutes',
	spoken: {
		title: 'Speaking time',
		hint: 'Counted from the floor given in the room, never from a microphone.',
		byPerson: 'By person',
		byRole: 'By role',
		who: 'Who',
		time: 'Time',
		share: 'Share',
		percent: (number) => `${number}%`,
		none: 'Nobody took the floor through the room.',
		destroyed: 'Speaking times were not kept.',
	},
	history: {
		title: 'History',
		lead: 'The sessions held in the room, the latest first.',
		empty: 'No session has been held in the room yet.',
		emptyHint: 'At the end of each session, its minutes will be here.',
		people: (count) => (count > 1 ? `${count} people` : `${count} person`),
		minutes: { draft: 'Minutes to be reviewed', adopted: 'Minutes adopted' },
		none: 'No minutes',
		earlier: 'Earlier sessions',
	},
	attended: {
		title: 'Sessions attended',
		lead: 'The sessions you were at, as the room knows. This list is yours: it stays if you leave a group, and nobody else reads it.',
		open: 'See the sessions attended',
		empty: 'No session attended so far.',
		emptyHint: 'A session held in the room is added here when it ends.',
		year: 'Year',
		years: 'By year',
		sessions: 'Sessions',
		time: 'Time spent',
		count: (count) => (count > 1 ? `${count} sessions` : `${count} session`),
		with: (count) => (count > 1 ? `${count} people present` : `${count} person present`),
		as: (names) => `Role: ${names}`,
		peer: 'Among the peers',
		hint: 'The time is what you spent in the room from the planned hour, or from the first stage where that came earlier, in whole minutes. Less than a minute stands in the minutes only.',
	},
};
