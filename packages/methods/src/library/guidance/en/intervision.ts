import type { intervision as french } from '../fr/intervision.ts';
import type { Translated } from '../told.ts';

export const intervision: Translated<typeof french> = {
	opening: {
		facilitator: {
			does: 'You have the roles and the case named, and recall how long we have.',
			says: ['Who keeps time, who writes?', 'What is said here stays here.'],
			ready: 'Every role has somebody, and the case is chosen.',
			slip: 'Organising takes up the time: “Let us decide for today only.”',
		},
		presenter: {
			does: 'You say in two sentences what it is about.',
			avoids: 'Starting the story.',
		},
		peer: {
			does: 'You say what you can take on today.',
			avoids: 'Commenting on the case.',
		},
	},
	account: {
		facilitator: {
			does: 'You let them tell, and help only if they lose their way.',
			says: ['Take the time you need.', 'What occupies you most in this?'],
			ready: 'The group sees the case in broad strokes.',
			slip: 'A peer asks: “Questions come after the echo.”',
		},
		presenter: {
			does: 'You tell it as it comes, without looking for order.',
			avoids: 'Anything that lets someone be recognised.',
			says: ['It began when…', 'What occupies me is…'],
		},
		peer: {
			does: 'You listen, and notice what the story does to you.',
			avoids: 'Interrupting.',
		},
	},
	resonance: {
		facilitator: {
			does: 'You go round quickly: one feeling, one sentence, no comment.',
			says: ['In one sentence: what does this story do to you?', 'Thank you. The next person.'],
			ready: 'The round is done.',
			slip: 'An analysis begins: “And you, what do you feel?”',
		},
		presenter: {
			does: 'You listen: these echoes speak of your case too.',
			avoids: 'Reassuring, or correcting.',
		},
		peer: {
			does: 'You say one feeling and one sentence that begins with “I”.',
			avoids: 'Explaining or advising.',
			says: ['I feel…', 'It weighs on me when…'],
		},
	},
	questions: {
		facilitator: {
			does: 'You keep questions to their purpose: to understand, in little time.',
			says: ['A short question, without introduction.', 'Which fact is missing?'],
			ready: 'Nobody needs another fact.',
			slip: 'An answer is discussed: “Note it for the consultation.”',
		},
		presenter: {
			does: 'You answer in one or two sentences.',
			avoids: 'Justifying yourself.',
		},
		peer: {
			does: 'You ask only for what you need to understand.',
			avoids: 'The question that contains its answer.',
			says: ['Who decided to…?', 'What was known at that moment?'],
		},
	},
	'key-question': {
		facilitator: {
			does: 'You help to find a sentence that the presenter owns as their question.',
			says: ['What would be a good question for today?', 'Is that it, word for word?'],
			ready: 'The question fits in a sentence, begins with “I” or “how”, and rings true.',
			slip: 'It is about others: “And you, what can you do about it?”',
		},
		presenter: {
			does: 'You say your question in one sentence, and choose the wording that rings true.',
			avoids: 'A question that only somebody absent could answer.',
			says: ['How can I…?', 'What makes me…?'],
		},
		peer: {
			does: 'You offer a simpler way of saying it.',
			avoids: 'Asking a question of your own.',
			says: ['Might it be: …?'],
		},
	},
	choice: {
		facilitator: {
			does: 'You suggest one or two ways that go with the question.',
			says: ['Do you need ideas, advice, or echoes?'],
			ready: 'The presenter has chosen.',
			slip: 'The group hesitates for long: “All would do. Which one tempts you?”',
		},
		presenter: {
			does: 'You choose what you need: ideas, advice or echoes.',
		},
		peer: {
			does: 'You say in a word what seems to help.',
			avoids: 'Insisting.',
		},
	},
	position: {
		facilitator: {
			does: 'You give the floor to the presenter, and to nobody else.',
			says: ['What speaks to you, and what does not?'],
			ready: 'They have said what counts for them.',
			slip: 'A peer defends an idea: “It is noted; let us hear what remains of it.”',
		},
		presenter: {
			does: 'You say what speaks to you, what bothers you, what is missing.',
			avoids: 'Rating each idea.',
			says: ['What speaks to me…', 'That is not how I see myself.'],
		},
		peer: {
			does: 'You hear what becomes of your idea, and let it go.',
			avoids: 'Defending your idea.',
		},
	},
	decision: {
		facilitator: {
			does: 'You leave time to choose, and have a precise step named.',
			says: ['What are you going to try, and when?', 'Changing nothing is a choice too.'],
			ready: 'A step is named, or the choice to wait.',
			slip: 'The group pushes: “The choice is the presenter’s.”',
		},
		presenter: {
			does: 'You say what you will try, and when, or that you will wait.',
			avoids: 'Promising in order to please.',
			says: ['First I am going to…', 'For now I leave…'],
		},
		peer: {
			does: 'You listen, and do not improve the choice.',
			avoids: 'Adding one more idea.',
		},
	},
	sharing: {
		facilitator: {
			does: 'You go round: everybody speaks of their own practice.',
			says: ['In what way does this case concern you too?'],
			ready: 'The round is done.',
			slip: 'Advice comes back: “And how is it where you work?”',
		},
		presenter: {
			does: 'You say how you leave.',
		},
		peer: {
			does: 'You say what you take away, for yourself.',
			avoids: 'Giving one last piece of advice.',
			says: ['In my practice, this helps me to…'],
		},
	},
	'look-back': {
		facilitator: {
			does: 'You ask for a word on the frame, your own part included.',
			says: ['What to keep next time? What to change?'],
			ready: 'One thing to keep and one to change have been named.',
			slip: 'The case comes back: “It is closed. And our way of working?”',
		},
		presenter: {
			does: 'You say whether the frame helps to think.',
		},
		peer: {
			does: 'You say what helped, and what was missing.',
			avoids: 'Speaking about people.',
		},
		observer: {
			does: 'You say one fact that you saw, and its effect.',
			avoids: 'Judging.',
		},
	},
};
