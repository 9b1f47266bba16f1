import type { structuredPeerSupervision as french } from '../fr/structured-peer-supervision.ts';
import type { Translated } from '../told.ts';

export const structuredPeerSupervision: Translated<typeof french> = {
	question: {
		facilitator: {
			does: 'You have a question and the wanted feedback said, before any story.',
			says: ['What is your question?', 'Which feedback would help you, and which would not?'],
			ready: 'The question fits in one or two sentences.',
			slip: 'The story begins: “First the question; we will listen with it.”',
		},
		presenter: {
			does: 'You say your question, and what feedback you want to hear or not.',
			avoids: 'Starting the story.',
			says: ['I would like to know whether…', 'I would not like people to…'],
		},
		peer: {
			does: 'You listen to the question: it will guide your listening.',
			avoids: 'Answering already.',
		},
	},
	places: {
		facilitator: {
			does: 'You help to share out different places, useful to the question.',
			says: ['Which place will you listen from?', 'Who takes that of the person they work with?'],
			ready: 'Everybody has a place, and the places differ.',
			slip: 'Everybody wants the same place: “Which one would be missing?”',
		},
		presenter: {
			does: 'You say which places would help you.',
			avoids: 'Assigning all of them.',
		},
		peer: {
			does: 'You choose: the person, somebody close, a colleague, a theory, an image, a skill.',
			avoids: 'The judge’s place.',
			says: ['I listen in the place of…', 'I listen for an image.'],
		},
	},
	account: {
		facilitator: {
			does: 'You keep the group silent while one single moment is told.',
			says: ['Tell one precise moment, from memory.'],
			ready: 'The moment has been told; the places have something to speak of.',
			slip: 'The whole history comes: “Which moment shows it best?”',
		},
		presenter: {
			does: 'You tell one precise moment: what was said, done, felt.',
			avoids: 'Anything that lets someone be recognised; the whole history.',
			says: ['It is the moment when…'],
		},
		peer: {
			does: 'You listen from your place, and note what it makes you say.',
			avoids: 'Interrupting.',
		},
	},
	voices: {
		facilitator: {
			does: 'You go from place to place, and recall the question.',
			says: ['From your place, saying “I”.', 'Thank you. The next place.'],
			ready: 'Each place has spoken once, and what was missing has been added.',
			slip: 'Somebody leaves their place: “And you who are…, what would you say?”',
		},
		presenter: {
			does: 'You listen in silence; you may take notes.',
			avoids: 'Answering a place as if it were the person.',
		},
		peer: {
			does: 'You speak in the first person from your place.',
			avoids: 'Assessing the presenter.',
			says: ['I who am…, I feel…', 'The image that comes to me is…'],
		},
	},
	discussion: {
		facilitator: {
			does: 'You connect what was said to the question, and say what you see of the group.',
			says: ['What answers your question?', 'What would you still like to hear?'],
			ready: 'The presenter has what they need to answer their question.',
			slip: 'They defend themselves: “Which place disturbs you most, and why?”',
		},
		presenter: {
			does: 'You say what answers your question, and ask for what is missing.',
			avoids: 'Justifying yourself.',
		},
		peer: {
			does: 'You leave your place, and propose if the presenter asks.',
			avoids: 'An opinion beside the question.',
		},
		observer: {
			does: 'You say what you saw of the group’s work.',
			avoids: 'Judging people.',
		},
	},
	summary: {
		facilitator: {
			does: 'You sum up in a few sentences, then ask whether the request was heard.',
			says: ['I have heard… and also…', 'Did you get what you asked for?'],
			ready: 'The presenter says what they take away, or what was missing.',
			slip: 'The answer is no: “Thank you for saying so. What is left for us to learn?”',
		},
		presenter: {
			does: 'You say what you take away, and whether you got what you asked for.',
			avoids: 'Reassuring the group.',
		},
		peer: {
			does: 'You say what your place has taught you.',
			avoids: 'One last piece of advice.',
		},
	},
};
