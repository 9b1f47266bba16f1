/** Conflicts of interest, in English. */
import type { conflicts as french } from '../fr/conflicts.ts';

export const conflicts: typeof french = {
	title: 'Conflicts of interest',
	lead: 'So that nobody has to work on a case that a colleague knows from elsewhere.',

	mine: 'What I state, in confidence',
	confidence:
		'You alone read what you write here. The facilitator only sees that a conflict is possible between two members, never which one or why. These names are encrypted, and erased when you leave the group.',
	employers: 'Employers',
	employersHint: 'The organisations that employ you, or did recently. One a line.',
	partners: 'Partners',
	partnersHint: 'The organisations and people you work with. One a line.',
	territories: 'Territories',
	territoriesHint:
		'The towns or districts where you practise. One a line. A department or a region does not count.',
	tooMany: 'At most 20 lines, of 80 characters each.',
	save: 'Save in confidence',
	saved: 'It is saved, for you alone.',
	savedAt: (day, time) => `Saved on ${day} at ${time}.`,
	nothing: 'You have stated nothing for this group.',
	changeEffect: 'When you change these lines, the questions you have answered are forgotten.',
	erase: 'Erase what I stated',
	eraseTitle: 'Erase what you stated',
	eraseEffect:
		'These names are erased, and so are the questions you answered about them. Nobody is told any more of a possible conflict with you.',
	eraseConfirm: 'Erase',
	erased: 'It is erased.',

	asked: 'You are asked something',
	question: (name) => `There may be a conflict of interest between you and ${name}. Is there one?`,
	questionHint:
		'Your answer is read by the facilitators of the group, and by them alone. Nobody asks you what you stated.',
	answers: {
		none: 'No, there is none',
		'there-is-one': 'Yes, there is one',
		'not-known': 'I do not know',
	},
	word: 'A word, if you like',
	wordHint: 'Optional. No name, no detail of a case.',
	choose: 'Choose an answer.',
	answer: 'Give this answer',
	answered: 'Your answer is given.',
	yourAnswer: 'Your answer',
	changeAnswer: 'Change my answer',
	waitingItem: (count, group) =>
		`${count > 1 ? `${count} questions` : 'A question'} about a conflict of interest: ${group}`,
	waitingHint: 'Your answer stays between you and the facilitators.',
	see: 'Answer the question',

	possible: 'Possible conflicts between members',
	possibleHint:
		'From what members stated in confidence. You do not see what is alike, nor what is about yourself.',
	none: 'No possible conflict between the members.',
	noneHint: 'This holds only for what members chose to state.',
	pair: (one, other) => `${one} and ${other}`,
	states: { possible: 'Possible conflict', asked: 'Question asked', settled: 'Settled' },
	stated: 'Conflict confirmed',
	ask: 'Ask the question',
	askAbout: (one, other) => `Ask the question to ${one} and ${other}`,
	askEffect: 'Each of the two reads the name of the other, and answers you in confidence.',
	askedDone: 'Both of them are asked.',
	notYet: 'has not answered yet',

	exclude: 'Who must not see this case',
	excludeHint:
		'Those who are ticked will not see it, in the room or elsewhere, and are not told. The others only read how many are absent.',
	excludedCount: (count) => (count === 1 ? '1 person will not see it' : `${count} people will not see it`),
};
