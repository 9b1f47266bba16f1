import type { gapp as french } from '../fr/gapp.ts';
import type { Translated } from '../told.ts';

export const gapp: Translated<typeof french> = {
	opening: {
		facilitator: {
			does: 'You recall the principles and the stages, and confirm the case of the day.',
			says: [
				'We come of our own free will, regularly, and what is said stays here.',
				'No advice or judgement here: we try to understand.',
				'How do you arrive, in a word?',
			],
			ready: 'Everybody has spoken, and the presenter agrees to begin.',
			slip: 'A case is being told already: “Keep it for the account; we will hear all of it.”',
		},
		presenter: {
			does: 'You say how you arrive, and that you are willing to present today.',
		},
		peer: {
			does: 'You say how you arrive, and whether anything keeps you from being here.',
			avoids: 'Commenting on the chosen case.',
		},
	},
	account: {
		facilitator: {
			does: 'You listen without stepping in, and keep the group silent.',
			avoids: 'Prompting, rewording, helping to say it better.',
			says: ['Take your time; nobody will interrupt you.', 'What question does it raise for you?'],
			ready: 'The presenter says that this is all, and has asked their question.',
			slip: 'A peer reacts: “Note it; questions come next.”',
		},
		presenter: {
			does: 'You tell what happened, and the place you had in it.',
			avoids: 'Explaining or concluding already; anything that lets someone be recognised.',
			says: ['I was there as…', 'What puzzles me is…'],
		},
		peer: {
			does: 'You listen, and note your questions.',
			avoids: 'Interrupting, or nodding approval.',
		},
	},
	questions: {
		facilitator: {
			does: 'You give turns to speak: one real question at a time.',
			says: [
				'Is this a question, or a hypothesis already?',
				'And you, at that moment, what did you feel?',
				'You are free not to answer.',
			],
			ready: 'Nothing new comes, or each question contains its answer.',
			slip: 'An interpretation slips in: “Keep it for the hypotheses; which fact is missing?”',
		},
		presenter: {
			does: 'You answer, or keep it to yourself. Both are fine.',
			avoids: 'Defending yourself: a question is no reproach.',
			says: ['At that moment, I saw…', 'I keep that to myself.'],
		},
		peer: {
			does: 'You ask a question to which you do not know the answer.',
			avoids: 'Hypotheses or advice in disguise, and “why didn’t you”.',
			says: ['What did you see, hear, feel?', 'Who knew what, at that moment?'],
		},
	},
	hypotheses: {
		facilitator: {
			does: 'You open other angles: the person, the relation, the team, the institution, society.',
			says: [
				'On the side of the institution, what could one suppose?',
				'That is one hypothesis among others: which other one?',
			],
			ready: 'Several angles are open, and hypotheses repeat.',
			slip: 'A solution comes: “Which hypothesis does this idea start from?”',
		},
		presenter: {
			does: 'You listen and note; you will say afterwards what you wish.',
			avoids: 'Answering, even with a nod.',
		},
		peer: {
			does: 'You propose one hypothesis at a time, as a possibility, about the situation.',
			avoids: 'Deciding, answering another hypothesis, judging anyone.',
			says: ['It might be that…', 'One can also look at it from the side of…'],
		},
	},
	conclusion: {
		facilitator: {
			does: 'You give the floor back to the presenter, and to nobody else.',
			avoids: 'Asking whether it was right, or useful.',
			says: ['Say what you wish of what you have heard, or nothing.'],
			ready: 'They have said what they wished.',
			slip: 'A peer takes up a hypothesis: “The floor is the presenter’s.”',
		},
		presenter: {
			does: 'You say what these readings shift for you, or nothing.',
			avoids: 'Answering each hypothesis.',
			says: ['I had not thought of it: …', 'I leave with…'],
		},
		peer: {
			does: 'You listen, and add nothing.',
			avoids: 'Trying to find out whether you were right.',
		},
	},
	working: {
		facilitator: {
			does: 'You leave the case, and have the group look at its work, yours included.',
			says: ['The case is closed: how did we work?', 'What helps us to speak here, or to stay silent?'],
			ready: 'Everybody has spoken, and you know what to keep next time.',
			slip: 'The case comes back: “We have closed it. What happened between us?”',
		},
		presenter: {
			does: 'You say what your place was like, and how you leave.',
		},
		peer: {
			does: 'You say what helped, and what got in the way, in how we worked.',
			avoids: 'Going back to the case, or settling scores.',
			says: ['It helps me when…', 'I found it hard to…'],
		},
		observer: {
			does: 'You say what you saw: a fact, then its effect on the group.',
			avoids: 'Judging.',
		},
	},
};
