import type { gease as french } from '../fr/gease.ts';
import type { Translated } from '../told.ts';

export const gease: Translated<typeof french> = {
	gathering: {
		facilitator: {
			does: 'You ask each for a few words and a question, then help the group to choose.',
			says: [
				'Something you have lived through, in two sentences, and your question.',
				'Which one do you want to work on today?',
				'We stay together to the end: does anyone have to leave earlier?',
			],
			ready: 'A case is chosen, and whoever brings it agrees.',
			slip: 'A whole case is being told: “Keep the rest for the narration.”',
		},
		presenter: {
			does: 'A few words on the case, and the question it raises for you.',
			avoids: 'Anything that lets someone be recognised.',
		},
		peer: {
			does: 'A few words and a question; then you say what you would like to work on.',
			avoids: 'Analysing already.',
		},
	},
	narration: {
		facilitator: {
			does: 'You receive the story, with its emotion, and do not hurry it.',
			avoids: 'Stepping in; if the story stops, wait.',
			says: ['We have time.', 'What question do you want to ask the group?'],
			ready: 'The question to the group has been asked.',
			slip: 'Emotion rises: “Take the time you need. Would you like to go on?”',
		},
		presenter: {
			does: 'You tell it as you lived it, and end with a question to the group.',
			avoids: 'Trying to tell it well, or to tell everything.',
			says: ['I wonder why…', 'What I did not understand is…'],
		},
		peer: {
			does: 'You listen to the facts, and to how they are told.',
			avoids: 'Interrupting, or looking for who is to blame.',
		},
	},
	questions: {
		facilitator: {
			does: 'You keep questions short and factual, and the presenter free not to answer.',
			says: ['One question at a time.', 'What exactly would you like to know?'],
			ready: 'Questions become few, or turn into hypotheses.',
			slip: 'A question judges: “How could you ask it without giving the answer?”',
		},
		presenter: {
			does: 'You answer what you know; you may leave a question.',
			avoids: 'Justifying yourself.',
		},
		peer: {
			does: 'You ask for what you need to understand: the place, the moment, who does what.',
			avoids: 'Asking in order to advise.',
			says: ['What was said at that moment?', 'How does it go as a rule?'],
		},
	},
	hypotheses: {
		facilitator: {
			does: 'You move the group from one field to the next, and notice those nobody opens.',
			says: [
				'Which field have we not looked at yet?',
				'And on the side of the institution?',
				'Add yours, without answering the one before.',
			],
			ready: 'The five fields have been opened, or the group knows which one it leaves.',
			slip: 'Advice comes: “Which hypothesis is behind it?”',
		},
		presenter: {
			does: 'You listen without answering, and note what surprises you.',
			avoids: 'Confirming or denying.',
		},
		peer: {
			does: 'You name the field, then the hypothesis, as a possibility.',
			avoids: 'Looking for the true reason, or judging the presenter.',
			says: [
				'On the side of the institution, it may be that…',
				'On the side of what each one feels, perhaps…',
			],
		},
	},
	return: {
		facilitator: {
			does: 'You give the floor back to the presenter; nobody leaves before they have finished.',
			avoids: 'Asking which hypothesis is the right one.',
			says: ['What do you keep, in the moment?', 'How do you feel now?'],
			ready: 'The presenter says that they can stop here.',
			slip: 'The group starts again: “The last word is the presenter’s.”',
		},
		presenter: {
			does: 'You say what sheds light, what surprises you, or nothing.',
			avoids: 'Answering everything.',
			says: ['This changes my question: …'],
		},
		peer: {
			does: 'You listen: you were given a story, you are given its end too.',
			avoids: 'Adding a hypothesis.',
		},
	},
};
