import type { codevelopment as french } from '../fr/codevelopment.ts';
import type { Translated } from '../told.ts';

export const codevelopment: Translated<typeof french> = {
	account: {
		facilitator: {
			does: 'You hold the group’s silence, and recall that nothing must let anyone be recognised.',
			says: [
				'We will hear you out, without questions.',
				'To finish, tell us in one sentence what you expect of us.',
			],
			ready: 'A request has been made, however clumsy: the contract will sharpen it.',
			slip: 'Somebody interrupts: “Note your question; its moment comes next.”',
		},
		presenter: {
			does: 'You tell what concerns you, then say in one sentence what you expect of the group.',
			avoids: 'Names, places, dates: nothing that lets anyone be recognised.',
			says: ['What concerns me is…', 'I have already tried…', 'What I would like to understand is…'],
		},
		peer: {
			does: 'You listen to the end, and note your questions.',
			avoids: 'Interrupting, even to help.',
		},
	},
	clarification: {
		facilitator: {
			does: 'You go round in turn: a short question, a short answer.',
			says: ['What exactly would you like to know?', 'You may leave a question unanswered.'],
			ready: 'Questions come back, or already look for a solution.',
			slip: 'Advice hides in a question: “Keep it for the consultation. Which fact is missing?”',
		},
		presenter: {
			does: 'You answer briefly. You may not know, or choose not to answer.',
			avoids: 'Justifying yourself: the group wants to understand.',
			says: ['I do not know.', 'I would rather leave that one.'],
		},
		peer: {
			does: 'You ask one short question at a time, about facts or what the presenter makes of them.',
			avoids: 'Advice in disguise: “Have you thought of…?”',
			says: ['Since when…?', 'Who else is concerned?', 'What happened just before?'],
		},
	},
	contract: {
		facilitator: {
			does: 'You have the request said in one sentence, then ask whether the group commits to it.',
			says: [
				'In one sentence, what do you expect of us?',
				'Views, experience, or things to try?',
				'Can we answer this request?',
			],
			ready: 'The presenter is at home in the sentence, and the group says yes.',
			slip: 'The group picks another question: “What is asked is for the presenter to say.”',
		},
		presenter: {
			does: 'You say your request again in the light of the questions: it may have changed.',
			avoids: 'Asking for several things at once.',
			says: ['I would like you to help me…', 'What matters to me today is…'],
		},
		peer: {
			does: 'You say how you understand the request, and whether you can answer it.',
			avoids: 'Asking for something else in their place.',
			says: ['If I understand you well, you are asking us…'],
		},
	},
	consultation: {
		facilitator: {
			does: 'You let many voices come, and protect the presenter’s listening.',
			says: ['Who sees it in another way?', 'Let us come back to the request.'],
			ready: 'Every voice has been heard, and ideas begin to repeat.',
			slip: 'The presenter defends themselves: “There is nothing to answer; take what is of use.”',
		},
		presenter: {
			does: 'You listen and take notes for yourself, of what disturbs you too.',
			avoids: 'Answering, explaining, justifying yourself.',
		},
		peer: {
			does: 'You offer, with the request in mind: impressions, hypotheses, experience, options.',
			avoids: 'Debating among yourselves, or looking for the right answer.',
			says: ['This makes me think of…', 'Another way of reading it would be…', 'In a similar case, I…'],
		},
	},
	plan: {
		facilitator: {
			does: 'You leave time to choose, then help to name a first step.',
			avoids: 'Pushing one idea, even a good one.',
			says: ['Take a minute before you speak.', 'What would be the first step, and when?'],
			ready: 'A step is named, small enough to be tried before the next session.',
			slip: 'A peer adds an idea: “The consultation is over; we are hearing a choice.”',
		},
		presenter: {
			does: 'You say what you keep, what you leave, and a first step.',
			avoids: 'Answering every idea.',
			says: ['I keep…', 'I leave…', 'By the next session, I…'],
		},
		peer: {
			does: 'You listen, and think of what you keep for your own practice.',
			avoids: 'Adding one more idea.',
		},
	},
	learning: {
		facilitator: {
			does: 'You go round for what was learnt, then ask how the group worked.',
			says: ['What do you take away for your own practice?', 'What helped, and what got in the way?'],
			ready: 'Everybody has spoken, the presenter too.',
			slip: 'The group goes back to the case: “And in your own practice?”',
		},
		presenter: {
			does: 'You say what the session has changed for you.',
			says: ['When I came I thought…; now…'],
		},
		peer: {
			does: 'You say one thing that you take away for your practice.',
			avoids: 'Giving one last piece of advice.',
			says: ['I have learnt…', 'I am going to try…'],
		},
		observer: {
			does: 'You say what you saw of the group’s work: a fact, then its effect.',
			avoids: 'Judging people, or going back to the case.',
		},
	},
};
