import type { intervisionWays as french } from '../fr/intervision-ways.ts';
import type { Translated } from '../told.ts';

export const intervisionWays: Translated<typeof french> = {
	ideas: {
		facilitator: {
			does: 'You encourage number, and keep judgement out.',
			says: ['One more, even a small one.', 'No comment; the next one.'],
			ready: 'Two silences in a row.',
			slip: 'A “yes, but”: “Give us another idea instead.”',
		},
		presenter: {
			does: 'You listen, and let them come: you will sort later.',
			avoids: 'Saying “tried already”.',
		},
		peer: {
			does: 'You write one idea at a time, even small, even wild.',
			avoids: 'Judging an idea, yours too.',
			says: ['What if…?'],
		},
	},
	worse: {
		facilitator: {
			does: 'You invite exaggeration: how could it be made worse?',
			says: ['How could one be sure to fail?', 'Stronger still.'],
			ready: 'People laugh, or fall silent: an idea has hit home.',
			slip: 'Somebody is mocked: “Let us worsen the situation, not the people.”',
		},
		presenter: {
			does: 'You listen. You may recognise something.',
			avoids: 'Taking it personally: it is a game.',
		},
		peer: {
			does: 'You exaggerate: anything that would make it worse.',
			avoids: 'Irony against a person.',
			says: ['To make it worse, it would be enough to…'],
		},
	},
	turned: {
		facilitator: {
			does: 'You take the ideas one by one, and ask for their opposite.',
			says: ['What does this one say, turned round?'],
			ready: 'The most telling ones have been turned.',
			slip: 'The opposite stays vague: “What would one see of it on Monday morning?”',
		},
		presenter: {
			does: 'You listen, and note what could be done.',
			avoids: 'Answering.',
		},
		peer: {
			does: 'You turn an idea into what would help.',
			avoids: 'Looking for an answer to everything.',
			says: ['On the contrary, one could…'],
		},
	},
	advice: {
		facilitator: {
			does: 'You go round: one short piece of advice each, no debate.',
			says: ['One piece of advice, without explaining it.', 'You may pass.'],
			ready: 'The round is done.',
			slip: 'Advice becomes a speech: “In one sentence?”',
		},
		presenter: {
			does: 'You listen without answering; you will sort later.',
			avoids: 'Saying why it will not work.',
		},
		peer: {
			does: 'You give one short piece of advice, which may be left.',
			avoids: 'Explaining it, or answering the one before.',
			says: ['Good advice for you would be…'],
		},
	},
	echo: {
		facilitator: {
			does: 'You go round for the echoes, and leave a silence after each.',
			says: ['What does this case do to you?', 'An image, a memory?'],
			ready: 'Everybody has spoken, and the group grows calm.',
			slip: 'Advice comes: “And underneath, what do you feel?”',
		},
		presenter: {
			does: 'You listen, and keep what resonates.',
			avoids: 'Comforting, or explaining yourself.',
		},
		peer: {
			does: 'You say what it does to you: a feeling, an image, a memory from work.',
			avoids: 'Advising, or telling your own case at length.',
			says: ['It touches me where…', 'I see again a moment when…'],
		},
	},
};
