import type { Method } from '../method.ts';

/**
 * Groupe de codéveloppement. The stages and who is silent in them follow the sources; their minutes do not
 * (they differ, and several give none): 10, 20, 10, 30, 15 and 10 are our proposal for an hour and a half.
 * Choosing the subject is done before, in the agenda; what became of it is told at the next session.
 */
export const codevelopment: Method = {
	name: { fr: 'Codéveloppement', en: 'Codevelopment' },
	purpose: {
		fr: 'Une personne expose une situation qui la préoccupe ; les autres l’aident à la voir autrement et à choisir ce qu’elle va tenter.',
		en: 'One person brings a situation that concerns them; the others help them to see it in another way and to choose what they will try.',
	},
	people: { least: 4, most: 10 },
	minutes: 95,
	clock: 'optional',
	advice: 'when-asked',
	frame: 'either',
	facilitatorIsPeer: false,
	roles: [
		{
			role: 'timekeeper',
			least: 0,
			most: 1,
			does: {
				fr: 'Veille sur le temps de chaque étape, à voix douce.',
				en: 'Watches over the time of each stage, in a soft voice.',
			},
		},
		{
			role: 'scribe',
			least: 0,
			most: 1,
			does: {
				fr: 'Écrit pour le groupe, sans rien qui permette de reconnaître quelqu’un.',
				en: 'Writes for the group, with nothing that lets anyone be recognised.',
			},
		},
		{
			role: 'observer',
			least: 0,
			most: 2,
			does: {
				fr: 'Regarde comment le groupe travaille, et le dit à la fin.',
				en: 'Watches how the group works, and says so at the end.',
			},
		},
	],
	rounds: 'one',
	overDays: true,
	stages: [
		{
			id: 'account',
			name: { fr: 'Exposé', en: 'Account' },
			purpose: {
				fr: 'Dire la situation telle qu’elle est vécue, sans être interrompu·e.',
				en: 'To tell the situation as it is lived, without interruption.',
			},
			minutes: 10,
			isFixed: false,
			days: 2,
			speaks: ['presenter'],
			turns: 'free',
			presenter: 'in',
			writes: [
				{ section: 'context', by: ['presenter', 'scribe'] },
				{ section: 'facts', by: ['presenter', 'scribe'] },
				{ section: 'request', by: ['presenter'] },
			],
			gathers: null,
			guidance: [
				{
					party: 'facilitator',
					does: {
						fr: 'Vous tenez le silence du groupe, et rappelez la consigne de discrétion.',
						en: 'You hold the group’s silence, and recall the rule of discretion.',
					},
					avoids: null,
					prompts: [],
				},
				{
					party: 'presenter',
					does: {
						fr: 'Vous racontez, puis vous dites en une phrase ce que vous attendez du groupe.',
						en: 'You tell the story, then say in one sentence what you expect of the group.',
					},
					avoids: {
						fr: 'Les noms, les lieux, les dates : rien qui permette de reconnaître quelqu’un.',
						en: 'Names, places, dates: nothing that lets anyone be recognised.',
					},
					prompts: [
						{ fr: 'Ce qui me préoccupe, c’est…', en: 'What concerns me is…' },
						{ fr: 'J’ai déjà essayé…', en: 'I have already tried…' },
						{ fr: 'Ce que je voudrais comprendre, c’est…', en: 'What I would like to understand is…' },
					],
				},
				{
					party: 'peer',
					does: { fr: 'Vous écoutez jusqu’au bout.', en: 'You listen to the end.' },
					avoids: { fr: 'Interrompre, même pour aider.', en: 'Interrupting, even to help.' },
					prompts: [],
				},
			],
			choice: null,
		},
		{
			id: 'clarification',
			name: { fr: 'Clarification', en: 'Clarification' },
			purpose: {
				fr: 'Comprendre les faits et leur contexte, sans rien proposer encore.',
				en: 'To understand the facts and their context, without proposing anything yet.',
			},
			minutes: 20,
			isFixed: false,
			days: 2,
			speaks: ['presenter', 'peer'],
			turns: 'round',
			presenter: 'in',
			writes: [
				{ section: 'context', by: ['presenter', 'scribe'] },
				{ section: 'facts', by: ['presenter', 'scribe'] },
			],
			gathers: null,
			guidance: [
				{
					party: 'facilitator',
					does: {
						fr: 'Vous donnez la parole à tour de rôle, et arrêtez doucement les conseils.',
						en: 'You give the word in turn, and gently stop advice.',
					},
					avoids: null,
					prompts: [],
				},
				{
					party: 'peer',
					does: {
						fr: 'Vous posez des questions courtes, sur des faits.',
						en: 'You ask short questions, about facts.',
					},
					avoids: {
						fr: 'Les conseils, et ceux qui prennent la forme d’une question.',
						en: 'Advice, and advice in the shape of a question.',
					},
					prompts: [
						{ fr: 'Depuis quand… ?', en: 'Since when…?' },
						{ fr: 'Qui d’autre est concerné ?', en: 'Who else is concerned?' },
						{ fr: 'Que s’est-il passé juste avant ?', en: 'What happened just before?' },
					],
				},
				{
					party: 'presenter',
					does: {
						fr: 'Vous répondez brièvement. Vous pouvez ne pas répondre.',
						en: 'You answer briefly. You may leave a question unanswered.',
					},
					avoids: null,
					prompts: [],
				},
			],
			choice: null,
		},
		{
			id: 'contract',
			name: { fr: 'Contrat', en: 'Contract' },
			purpose: {
				fr: 'S’accorder sur ce que la personne demande au groupe.',
				en: 'To agree on what the presenter asks of the group.',
			},
			minutes: 10,
			isFixed: false,
			days: 1,
			speaks: ['presenter', 'peer'],
			turns: 'free',
			presenter: 'in',
			writes: [{ section: 'request', by: ['presenter'] }],
			gathers: null,
			guidance: [
				{
					party: 'facilitator',
					does: {
						fr: 'Vous faites dire la demande en une phrase, puis demandez au groupe s’il s’y engage.',
						en: 'You have the request said in one sentence, then ask the group whether it commits to it.',
					},
					avoids: null,
					prompts: [],
				},
				{
					party: 'presenter',
					does: {
						fr: 'Vous redites votre demande, à la lumière des questions.',
						en: 'You say your request again, in the light of the questions.',
					},
					avoids: null,
					prompts: [
						{ fr: 'J’aimerais que vous m’aidiez à…', en: 'I would like you to help me to…' },
						{ fr: 'Aujourd’hui, l’important pour moi est…', en: 'Today, what matters to me is…' },
					],
				},
				{
					party: 'peer',
					does: {
						fr: 'Vous dites si vous pouvez répondre à cette demande, et comment vous la comprenez.',
						en: 'You say whether you can answer this request, and how you understand it.',
					},
					avoids: { fr: 'Demander autre chose à sa place.', en: 'Asking for something else in their place.' },
					prompts: [],
				},
			],
			choice: null,
		},
		{
			id: 'consultation',
			name: { fr: 'Consultation', en: 'Consultation' },
			purpose: {
				fr: 'Ouvrir des lectures et des pistes ; la personne qui a exposé écoute.',
				en: 'To open readings and options; the presenter listens.',
			},
			minutes: 30,
			isFixed: false,
			days: 3,
			speaks: ['peer'],
			turns: 'round',
			presenter: 'listens',
			writes: [
				{ section: 'feelings', by: ['peer', 'scribe'] },
				{ section: 'hypotheses', by: ['peer', 'scribe'] },
				{ section: 'options', by: ['peer', 'scribe'] },
			],
			gathers: 'hypotheses',
			guidance: [
				{
					party: 'facilitator',
					does: {
						fr: 'Vous protégez l’écoute de la personne qui a exposé, et laissez venir des voix différentes.',
						en: 'You protect the listening of the presenter, and let different voices come.',
					},
					avoids: null,
					prompts: [],
				},
				{
					party: 'peer',
					does: {
						fr: 'Vous dites ce que la situation évoque pour vous : impressions, hypothèses, expériences, suggestions.',
						en: 'You say what the situation brings up for you: impressions, hypotheses, experience, suggestions.',
					},
					avoids: {
						fr: 'Débattre entre vous, ou chercher la bonne réponse.',
						en: 'Debating among you, or looking for the right answer.',
					},
					prompts: [
						{ fr: 'Cela me fait penser à…', en: 'This makes me think of…' },
						{ fr: 'Une autre façon de le lire serait…', en: 'Another way of reading it would be…' },
						{ fr: 'Dans un cas proche, j’ai…', en: 'In a similar case, I…' },
					],
				},
				{
					party: 'presenter',
					does: {
						fr: 'Vous écoutez et prenez des notes pour vous.',
						en: 'You listen, and take notes for yourself.',
					},
					avoids: {
						fr: 'Répondre, expliquer, vous justifier.',
						en: 'Answering, explaining, justifying yourself.',
					},
					prompts: [],
				},
			],
			choice: null,
		},
		{
			id: 'plan',
			name: { fr: 'Synthèse et plan d’action', en: 'Synthesis and plan' },
			purpose: {
				fr: 'La personne retient ce qui lui parle, et choisit ce qu’elle va tenter.',
				en: 'The presenter keeps what speaks to them, and chooses what they will try.',
			},
			minutes: 15,
			isFixed: false,
			days: 2,
			speaks: ['presenter'],
			turns: 'free',
			presenter: 'in',
			writes: [{ section: 'options', by: ['presenter'] }],
			gathers: null,
			guidance: [
				{
					party: 'facilitator',
					does: {
						fr: 'Vous laissez le temps de choisir, et aidez à nommer un premier pas.',
						en: 'You leave time to choose, and help to name a first step.',
					},
					avoids: null,
					prompts: [],
				},
				{
					party: 'presenter',
					does: {
						fr: 'Vous dites ce que vous gardez, et un premier pas.',
						en: 'You say what you keep, and a first step.',
					},
					avoids: null,
					prompts: [
						{ fr: 'Je retiens…', en: 'I keep…' },
						{ fr: 'Je laisse…', en: 'I leave…' },
						{ fr: 'D’ici la prochaine séance, je…', en: 'By the next session, I…' },
					],
				},
				{
					party: 'peer',
					does: {
						fr: 'Vous écoutez, et préparez ce que vous gardez pour votre pratique.',
						en: 'You listen, and prepare what you keep for your own practice.',
					},
					avoids: { fr: 'Rajouter une idée.', en: 'Adding one more idea.' },
					prompts: [],
				},
			],
			choice: null,
		},
		{
			id: 'learning',
			name: { fr: 'Apprentissages', en: 'Learning' },
			purpose: {
				fr: 'Ce que chacun·e apprend, et comment le groupe a travaillé.',
				en: 'What each of us learns, and how the group has worked.',
			},
			minutes: 10,
			isFixed: false,
			days: 2,
			speaks: ['presenter', 'peer', 'observer'],
			turns: 'round',
			presenter: 'in',
			writes: [{ section: 'learning', by: ['presenter', 'peer', 'observer', 'scribe', 'facilitator'] }],
			gathers: null,
			guidance: [
				{
					party: 'facilitator',
					does: {
						fr: 'Vous faites le tour, puis demandez ce qui a aidé le groupe à travailler.',
						en: 'You go round, then ask what helped the group to work.',
					},
					avoids: null,
					prompts: [],
				},
				{
					party: 'peer',
					does: {
						fr: 'Vous dites une chose que vous emportez pour votre propre pratique.',
						en: 'You say one thing that you take away for your own practice.',
					},
					avoids: null,
					prompts: [
						{ fr: 'J’ai appris…', en: 'I have learnt…' },
						{ fr: 'Je vais essayer…', en: 'I am going to try…' },
					],
				},
				{
					party: 'presenter',
					does: {
						fr: 'Vous dites ce que la consultation a changé pour vous.',
						en: 'You say what the consultation has changed for you.',
					},
					avoids: null,
					prompts: [{ fr: 'En arrivant je pensais…, maintenant…', en: 'When I came I thought…; now…' }],
				},
				{
					party: 'observer',
					does: {
						fr: 'Vous dites ce que vous avez vu du travail du groupe.',
						en: 'You say what you saw of the way the group worked.',
					},
					avoids: { fr: 'Juger les personnes.', en: 'Judging people.' },
					prompts: [],
				},
			],
			choice: null,
		},
	],
	sources: [
		'Payette et Champagne, Le groupe de codéveloppement professionnel (1997)',
		'Champagne (2020), analysedepratique.org',
	],
};
