import type { balint as french } from '../fr/balint.ts';
import type { Translated } from '../told.ts';

export const balint: Translated<typeof french> = {
	account: {
		facilitator: {
			does: 'You open, then let the story come as it comes, with its gaps and detours.',
			avoids: 'Asking for order, or for details.',
			says: ['Who has a case?', 'Tell us, without notes, of an encounter that stayed with you.'],
			ready: 'The story stops by itself, or begins to explain itself.',
			slip: 'The presenter reads notes: “Put them down; what comes back will be enough.”',
		},
		presenter: {
			does: 'You tell it as it comes, with what you felt.',
			avoids: 'Reading from a file, or saying a name.',
			says: ['I can still see the moment when…', 'What stays with me is…'],
		},
		peer: {
			does: 'You listen to the story, and to what it does to you: an image, boredom, anger.',
			avoids: 'Taking notes, or preparing a question.',
		},
	},
	clarification: {
		facilitator: {
			does: 'You allow a few questions of fact, then close early: the story is enough.',
			says: ['What do you need in order to see the scene?', 'We will imagine the rest.'],
			ready: 'The scene can be seen. Two or three questions often do.',
			slip: 'It becomes an interrogation: “Let us keep this; soon we may wonder freely.”',
		},
		presenter: {
			does: 'You answer in few words. “I don’t know” is an answer.',
			avoids: 'Going over the story again to complete it.',
		},
		peer: {
			does: 'You ask a question of fact, only if you cannot see the scene.',
			avoids: 'Interpreting already, or asking why.',
			says: ['Where did it take place?', 'Roughly how old?'],
		},
	},
	imagining: {
		facilitator: {
			does: 'You lead back to the relation, to both people, and protect the presenter.',
			avoids: 'Interpreting for the group, or filling silences.',
			says: ['And the person they work with: what is it like for them?', 'What goes on between the two?'],
			ready: 'Several places have been lived in, and the group slows down.',
			slip: 'Advice comes: “Before acting: what do you feel in that place?”',
		},
		'co-facilitator': {
			does: 'You notice who is silent and which place nobody has taken, and say so.',
			avoids: 'Discussing the facilitation in front of the group.',
			says: ['Nobody has spoken yet from the place of…'],
		},
		presenter: {
			does: 'You have withdrawn: you listen, with nothing to answer and no face to keep.',
			avoids: 'Correcting what the group imagines.',
		},
		peer: {
			does: 'You say what you feel, see, imagine, in the place of the one or the other.',
			avoids: 'Advising, or speaking to the presenter.',
			says: ['In their place, I feel…', 'An image comes to me…', 'I don’t know why, but…'],
		},
	},
	return: {
		facilitator: {
			does: 'You invite the presenter back, and receive what they say, or do not say.',
			avoids: 'Asking whether the group was right.',
			says: ['You are back among us; say what you wish, or nothing.'],
			ready: 'The presenter has said what they wished, even two words.',
			slip: 'They justify themselves: “You have nothing to prove. What touches you?”',
		},
		presenter: {
			does: 'You say what surprises or touches you, or nothing.',
			avoids: 'Checking point by point who was right.',
			says: ['I had not seen…', 'What disturbs me is…'],
		},
		peer: {
			does: 'You listen, and leave the last word to the presenter.',
			avoids: 'Starting the work again, or comforting.',
		},
	},
	close: {
		facilitator: {
			does: 'You go round, one word each, and close the case.',
			says: ['One word to leave this case with.', 'What was said stays here.'],
			ready: 'The round is done, and the presenter seems able to leave.',
			slip: 'Somebody wants more: “We leave it here; it will go on working by itself.”',
		},
		'co-facilitator': {
			does: 'You say a word on how the group worked, if it is of use.',
		},
		presenter: {
			does: 'One word to leave with, on yourself rather than on the case.',
		},
		peer: {
			does: 'One word to leave with: what stays with you.',
			avoids: 'Concluding, or giving the key.',
		},
		observer: {
			does: 'You say in one sentence what you saw of the group’s work.',
			avoids: 'Judging people.',
		},
	},
};
