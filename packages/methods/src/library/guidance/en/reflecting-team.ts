import type { reflectingTeam as french } from '../fr/reflecting-team.ts';
import type { Translated } from '../told.ts';

export const reflectingTeam: Translated<typeof french> = {
	interview: {
		facilitator: {
			does: 'You set the places: the interview on one side, the listening team on the other.',
			avoids: 'Asking your own questions.',
			says: ['The team listens, and notes only what touches it.'],
			ready: 'The presenter has said what matters, and the interview slows down.',
			slip: 'The team steps in: “Keep it; you speak right after this.”',
		},
		interviewer: {
			does: 'You ask open questions, one at a time, and follow the presenter.',
			avoids: 'Leading towards an idea, yours too.',
			says: ['What matters most to you here?', 'What would you like to hear from the team?'],
		},
		presenter: {
			does: 'You take your time; you may search aloud.',
			avoids: 'Anything that lets someone be recognised.',
		},
		reflector: {
			does: 'You listen to the presenter’s words, and to what they do to you.',
			avoids: 'Preparing an analysis, or speaking.',
		},
		peer: {
			does: 'You listen in silence.',
			avoids: 'Making signs to the interview or to the team.',
		},
	},
	reflection: {
		facilitator: {
			does: 'You keep the team its space: they talk to one another, the others listen.',
			says: ['Talk among yourselves, as if the presenter could not hear.', 'Perhaps… and what else?'],
			ready: 'Everybody in the team has spoken, and ideas answer one another.',
			slip: 'The team addresses the presenter: “Say it to your neighbour.”',
		},
		interviewer: {
			does: 'You listen beside the presenter, without reacting.',
			avoids: 'Making signs to the team.',
		},
		presenter: {
			does: 'You listen, and take what speaks to you. The rest may pass by.',
			avoids: 'Answering, or feeling bound to keep it all.',
		},
		reflector: {
			does: 'You talk with the team, tentatively, from the presenter’s own words.',
			avoids: 'Advising, judging, facing or addressing the presenter.',
			says: ['What touches me is…', 'I wonder whether…', 'To your idea, I would add…'],
		},
		peer: {
			does: 'You listen to both: the team, and what it opens in you.',
			avoids: 'Stepping in.',
		},
	},
	answer: {
		facilitator: {
			does: 'You give the floor back to the presenter and the interview; the team is silent.',
			says: ['The team has finished; the interview goes on.'],
			ready: 'The presenter has said what they keep.',
			slip: 'The team corrects what was understood: “What was heard is right.”',
		},
		interviewer: {
			does: 'You ask what resonated, what surprised, what is left aside.',
			avoids: 'Summing up in their place.',
			says: ['Which words stay with you?', 'What does it open for you?'],
		},
		presenter: {
			does: 'You say what you keep, and perhaps a first step.',
			avoids: 'Answering each reflection.',
		},
		reflector: {
			does: 'You hear what the presenter has made of your words.',
			avoids: 'Specifying, or defending.',
		},
		peer: {
			does: 'You listen.',
			avoids: 'Adding a reflection.',
		},
	},
	together: {
		facilitator: {
			does: 'You bring everybody together, and look at the way of working.',
			says: ['What do you take away for your practice?', 'What was your place like?'],
			ready: 'Each place has been heard: presenter, interview, team, listeners.',
			slip: 'The case comes back: “Let us stay with what we have learnt.”',
		},
		presenter: {
			does: 'You say how you leave, and what is of use to you.',
		},
		peer: {
			does: 'You say what you take away, and what your place was like.',
			avoids: 'Going on with the reflections.',
		},
		observer: {
			does: 'You say what you saw of the group’s work.',
			avoids: 'Judging people.',
		},
	},
};
