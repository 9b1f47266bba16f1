import type { free as french } from '../fr/free.ts';
import type { Translated } from '../told.ts';

export const free: Translated<typeof french> = {
	present: {
		facilitator: {
			does: 'You let the case be told, then ask what the presenter is looking for.',
			says: ['What do you need today?', 'Your question, in one sentence?'],
			ready: 'The group understands the case and knows what is asked.',
			slip: 'Ideas start too early: “Before we search, what is not clear?”',
		},
		presenter: {
			does: 'You present in your own way, and say what you are looking for.',
			avoids: 'Anything that lets someone be recognised.',
			says: ['What I am looking for is…'],
		},
		peer: {
			does: 'You listen, and ask about what is not clear.',
			avoids: 'Advising already.',
		},
	},
	think: {
		facilitator: {
			does: 'You see that every voice finds its place, and come back to the request.',
			says: ['Who has not spoken yet?', 'Does this answer your question?'],
			ready: 'The presenter has enough to choose from, or ideas repeat.',
			slip: 'Two people debate: “Let us keep both ideas, and hear a third.”',
		},
		presenter: {
			does: 'You listen, and take what speaks to you.',
			avoids: 'Defending what you did.',
		},
		peer: {
			does: 'You say what the case makes you feel, think, want to try.',
			avoids: 'Advice that nobody has asked for.',
			says: ['What strikes me is…', 'It might be that…'],
		},
	},
	keep: {
		facilitator: {
			does: 'You go round, and end with the presenter.',
			says: ['What do you take away?', 'How did we work?'],
			ready: 'Everybody has said something.',
			slip: 'The discussion starts again: “Let us keep that for another time.”',
		},
		presenter: {
			does: 'You say what you will do, or leave.',
			says: ['By the next session, I…'],
		},
		peer: {
			does: 'You say one thing that you keep for your practice.',
			avoids: 'Adding an idea.',
		},
		observer: {
			does: 'You say what you saw of the group’s work.',
			avoids: 'Judging people.',
		},
	},
};
