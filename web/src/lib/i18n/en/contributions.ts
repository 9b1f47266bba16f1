/** What a stage gathers without names, in English. */
import type { Messages } from '../fr.ts';

export const contributions: Messages['contributions'] = {
	title: 'Gathered without names',
	lead: (section) =>
		`Everybody writes for themselves. All of it will be shown together, without names, in “${section}”.`,
	leadOthers: (section) =>
		`The group is writing, each person for themselves. All of it will be shown together, without names, in “${section}”.`,
	few: 'With fewer than three people writing, it is plain who wrote what. Your names are not protected here.',
	how: 'What protects your name, and what does not',
	protects:
		'All windows send at the same time, every few seconds, whether there are words or not. The server mixes what arrives and keeps no name, no time and no order. Nobody sees how many contributions there are before they are shown.',
	protectsNot:
		'The way you write can give you away, as can being seen typing. The server’s software knows where words come from while it receives them: it writes that down nowhere.',
	field: 'Your contribution',
	hint: 'One idea at a time, about the situation. Nothing leaves until you have added it.',
	fieldAgain: 'The same, in other words',
	add: 'Add it',
	keep: 'Keep these words',
	cancel: 'Cancel',
	tooLong: 'This is too long to leave in one piece. Make it two.',
	mine: 'What I have added',
	mineHint: 'Only you see this list, on this device.',
	states: {
		waiting: 'Leaves in a few seconds.',
		gathered: 'Gathered.',
		leaving: 'Is being taken back.',
		refused: 'Was not taken.',
	},
	reword: 'Change',
	rewordOf: (words) => `Change ${words}`,
	takeBack: 'Take back',
	takeBackOf: (words) => `Take back ${words}`,
	reveal: 'Show together',
	revealHint:
		'Ask first whether everybody has finished: what is not gathered yet would stay with its author. Going to the next stage shows it too.',
	revealed: (section) => `What was gathered is shown in “${section}”.`,
	leftOver: 'These words had not left when all was shown. They have stayed on this device.',
	takenBackLate:
		'You were taking these words back when all was shown: they may be there. The text is the group’s, you can delete them in it.',
	forget: 'Erase them here',
};
