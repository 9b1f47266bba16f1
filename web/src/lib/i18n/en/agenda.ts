/** The cases that wait, and what a session is about, in English. */
import type { Messages } from '../fr.ts';

export const agenda: Messages['agenda'] = {
	queue: 'Cases to bring',
	lead: 'What each member would like to bring, in two lines. The group chooses, at the start of a session or before.',
	frame: 'Read by the members of the group only, never by moderators.',
	empty: 'No case is waiting.',
	emptyHint: 'Two lines are enough for the group to know what it is about.',
	order:
		'In this order: urgency, what concerns colleagues too, who presented longest ago, then the wait. It helps to choose, no more.',
	add: 'Bring a case',
	addTitle: 'Bring a case',
	addEffect: 'In two lines, with nothing by which somebody could be recognised.',
	text: 'In two lines',
	textHint: (count) => `${count} characters at most.`,
	left: (count) => `${count} ${count === 1 ? 'character' : 'characters'} left`,
	undecided: (count) =>
		count === 1
			? 'One finding in this text: change the words, or say why they stay.'
			: `${count} findings in this text: change the words, or say why they stay.`,
	unavailable: 'The text could not be looked at: it cannot be shared for now.',
	urgency: 'Urgency',
	urgencies: { calm: 'No hurry', soon: 'Soon', urgent: 'Urgent' },
	reasons: {
		urgent: 'urgent',
		soon: 'to be seen soon',
		'also-mine': 'concerns colleagues too',
		'never-presented': 'has not presented yet',
		'waited-longest': 'has waited longest',
	},
	submit: 'Put it on the list',
	added: 'Your case is on the list.',
	by: (name, when) => `${name}, ${when}`,
	mine: (when) => `You, ${when}`,
	alsoMine: 'It concerns me too',
	alsoMineOf: (names) => `Also concerns ${names}`,
	vote: 'For the next session',
	votes: (count) =>
		count === 0
			? 'Nobody has asked for it yet.'
			: `${count} ${count === 1 ? 'person asks' : 'people ask'} for it at the next session.`,
	withdraw: 'Withdraw',
	withdrawTitle: 'Withdraw this case from the list?',
	withdrawEffect: 'These two lines disappear for good, for the whole group.',
	withdrawn: 'The case is withdrawn, and its text erased.',
	know: 'I know this situation',
	knowTitle: 'I know this situation',
	knowEffect:
		'You will no longer see it, nor what is shared of it later. Nobody learns who has withdrawn, or why.',
	knowFinal: 'You cannot go back on this choice.',
	knowConfirm: 'Withdraw',
	knowDone: 'You no longer see this case.',
	choose: 'Choose for a session',
	chooseTitle: 'Choose for a session',
	chooseEffect: 'Whoever brings it presents in that session, and is told.',
	chooseSession: 'Session',
	chooseSubmit: 'Choose',
	chosen: 'It is chosen.',
	chosenFor: (day) => `Chosen for ${day}`,
	back: 'Put it back on the list',
	backDone: 'The case is back on the list.',

	title: 'Agenda',
	followUps: 'Follow-up',
	followUpsHint: 'What has happened since? To be said aloud: nothing is written here.',
	from: (day) => `Session of ${day}`,
	states: { done: 'Done', later: 'Left for the next session', open: 'On the agenda' },
	done: 'It is done',
	later: 'Leave it for next time',
	undo: 'Undo',
	marked: 'Noted.',
	brought: 'Chosen case',
	notChosen: 'No case has been chosen yet.',
	waiting: (count) => (count === 0 ? '' : `${count} ${count === 1 ? 'case is' : 'cases are'} waiting.`),
	seeQueue: 'See the cases to bring',

	pitchField: 'Is it a case from the list?',
	pitchFieldHint: 'Its two lines will be erased: the case takes their place.',
	noPitch: 'No',
};
