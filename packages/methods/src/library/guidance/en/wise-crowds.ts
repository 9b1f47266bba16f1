import type { wiseCrowds as french } from '../fr/wise-crowds.ts';
import type { Translated } from '../told.ts';

export const wiseCrowds: Translated<typeof french> = {
	question: {
		facilitator: {
			does: 'You keep the time, the same for everybody.',
			says: ['Your challenge, and the help you ask for?'],
			ready: 'The request has been made.',
			slip: 'The story stretches: “What do you ask of the group?”',
		},
		presenter: {
			does: 'You present your challenge, and ask for precise help.',
			avoids: 'Telling the whole story.',
		},
		peer: {
			does: 'You listen to what is asked for.',
			avoids: 'Reacting already.',
		},
	},
	clarification: {
		facilitator: {
			does: 'You let several people come in, one question each.',
			says: ['One question, one short answer.'],
			ready: 'The group has understood the challenge.',
			slip: 'Advice slips in: “Keep it for the consulting.”',
		},
		presenter: {
			does: 'You answer briefly.',
			avoids: 'Justifying yourself.',
		},
		peer: {
			does: 'You ask a question, in order to understand.',
			avoids: 'Advice in disguise.',
		},
	},
	consulting: {
		facilitator: {
			does: 'You check that the presenter has turned away, and that every voice comes in.',
			says: ['Who has an altogether different idea?'],
			ready: 'Time is up, or every voice has been heard.',
			slip: 'Somebody speaks to the presenter: “Among us, as if they were not there.”',
		},
		presenter: {
			does: 'You turn your back, microphone and camera off, and take notes.',
			avoids: 'Turning round, or reacting.',
		},
		peer: {
			does: 'You put forward ideas, take risks, and build on those of others.',
			avoids: 'Looking for agreement.',
			says: ['What if we did the opposite?', 'To this idea, I add…'],
		},
	},
	feedback: {
		facilitator: {
			does: 'You give the floor back, then go on to the next person.',
			says: ['What do you take away?'],
			ready: 'One or two things have been said.',
			slip: 'The consulting starts again: “It is the next person’s turn.”',
		},
		presenter: {
			does: 'You turn round and say what helps you.',
			avoids: 'Commenting on all you have heard.',
		},
		peer: {
			does: 'You listen.',
			avoids: 'Specifying your idea.',
		},
	},
};
