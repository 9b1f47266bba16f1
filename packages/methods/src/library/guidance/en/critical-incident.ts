import type { criticalIncident as french } from '../fr/critical-incident.ts';
import type { Translated } from '../told.ts';

export const criticalIncident: Translated<typeof french> = {
	sketch: {
		facilitator: {
			does: 'You have the moment told, and stop the story where one had to act.',
			says: ['Where were you, who was there?', 'Stop just before what you did.'],
			ready: 'One can see the scene, and the instant when one had to choose.',
			slip: 'The rest is being told: “Keep it, we need it later.”',
		},
		presenter: {
			does: 'You tell a short moment, and stop before saying what you did.',
			avoids: 'Anything that lets someone be recognised; how it ended.',
			says: ['It was a…, I was with…', 'And then, one had to…'],
		},
		peer: {
			does: 'You listen, and note your questions.',
			avoids: 'Guessing the end.',
		},
	},
	information: {
		facilitator: {
			does: 'You go round: one question of fact each, then a second round if needed.',
			says: ['One question of fact, in your turn.', 'Not yet what followed.'],
			ready: 'Everybody can say what they would have had before their eyes.',
			slip: 'Somebody asks what was done: “That will come. What did you know at that instant?”',
		},
		presenter: {
			does: 'You answer with what you knew at that moment.',
			avoids: 'Telling what followed, or what you have learnt since.',
		},
		peer: {
			does: 'You ask for what you need to decide in that place.',
			avoids: 'The question that judges.',
			says: ['How much time did you have?', 'Who could help you?'],
		},
	},
	positions: {
		facilitator: {
			does: 'You hold a real silence while everybody writes.',
			says: ['In silence: what would you have done, and why?', 'Two more minutes.'],
			ready: 'Everybody has written two sentences at least.',
			slip: 'People talk: “Let us write first, so as not to sway one another.”',
		},
		presenter: {
			does: 'You note for yourself what you would do today.',
			avoids: 'Reading over a shoulder.',
		},
		peer: {
			does: 'You write what you would have done, and in the name of what.',
			avoids: 'Looking for the expected answer.',
			says: ['At that moment, I would have…', 'Because, for me…'],
		},
	},
	reading: {
		facilitator: {
			does: 'You have each position read, then look for what sets them apart.',
			says: ['What counts, in this position?', 'How do they differ?'],
			ready: 'The values behind the positions have been named.',
			slip: 'The best one is being elected: “What does each protect?”',
		},
		presenter: {
			does: 'You listen, and do not say which one you were close to.',
			avoids: 'Reacting, or approving.',
		},
		peer: {
			does: 'You read your position, then look for the value behind each.',
			avoids: 'Electing the best, or changing yours.',
			says: ['What counts here is…'],
		},
	},
	'what-happened': {
		facilitator: {
			does: 'You give the floor back to the presenter for the rest, without comparing.',
			says: ['What did you do, and how do you see it now?'],
			ready: 'What followed is known, and what it leaves behind.',
			slip: 'People compare or mark: “Nobody here was there. Let us listen.”',
		},
		presenter: {
			does: 'You say what you did, and how you see it now.',
			avoids: 'Apologising.',
			says: ['In the moment, I…', 'Today, I see…'],
		},
		peer: {
			does: 'You listen without comparing with your position.',
			avoids: '“I would have…”',
		},
	},
	discussion: {
		facilitator: {
			does: 'You leave the story for what this moment teaches each of us.',
			says: ['Which certainty has this moment moved?', 'What will you do otherwise, or the same?'],
			ready: 'Everybody has named one thing for their practice.',
			slip: 'The moment is judged again: “And for you, what does it change?”',
		},
		presenter: {
			does: 'You say what changes for you, and what stays open.',
		},
		peer: {
			does: 'You say a certainty that this moment has moved.',
			avoids: 'Going back over what was done.',
			says: ['I believed that…; I see that…'],
		},
	},
};
