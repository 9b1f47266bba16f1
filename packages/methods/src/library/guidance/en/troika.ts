import type { troika as french } from '../fr/troika.ts';
import type { Translated } from '../told.ts';

export const troika: Translated<typeof french> = {
	question: {
		facilitator: {
			does: 'You keep the time: the question is short, the same time for everybody.',
			says: ['What is your question, and what help do you want?'],
			ready: 'The question has been said.',
			slip: 'The story stretches: “In one sentence, what do you ask for?”',
		},
		presenter: {
			does: 'You say what stops you, and what help you want.',
			avoids: 'Telling the whole story.',
		},
		peer: {
			does: 'You listen.',
			avoids: 'Advising at once.',
		},
	},
	clarification: {
		facilitator: {
			does: 'You let one or two questions pass, then cut.',
			says: ['One last question?'],
			ready: 'The two others have enough to begin.',
			slip: 'An idea comes already: “In a minute, once they have turned away.”',
		},
		presenter: {
			does: 'You answer in one sentence.',
			avoids: 'Going back into the story.',
		},
		peer: {
			does: 'You ask for the essential, and nothing more.',
			avoids: '“Have you thought of…?”',
		},
	},
	consulting: {
		facilitator: {
			does: 'You check that the presenter has turned away, then talk as two, without them.',
			says: ['They are not here any more: what do we think?'],
			ready: 'Time is up: what has been said is enough.',
			slip: 'The presenter answers: “You have turned away; note it for the end.”',
		},
		presenter: {
			does: 'You turn your back, microphone and camera off, and take notes.',
			avoids: 'Reacting, even with your back turned.',
		},
		peer: {
			does: 'You think aloud together: ideas, advice, contacts, doubts.',
			avoids: 'Being cautious, or speaking to the presenter.',
			says: ['In their place, I would try…', 'What if the problem lay elsewhere?'],
		},
	},
	takeaway: {
		facilitator: {
			does: 'You give the floor back, then go on to the next round.',
			says: ['What helps you most?'],
			ready: 'One thing has been said.',
			slip: 'The discussion starts again: “Whose turn is it?”',
		},
		presenter: {
			does: 'You turn round and say what helps you most.',
			avoids: 'Answering every idea.',
		},
		peer: {
			does: 'You listen.',
			avoids: 'Adding an idea.',
		},
	},
};
