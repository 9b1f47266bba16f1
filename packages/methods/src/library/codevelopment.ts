import type { Method } from '../method.ts';
import { guide, helpers, say, stage } from './make.ts';

/**
 * Groupe de codéveloppement. The stages and who is silent in them follow the sources; their minutes do not
 * (they differ, and several give none): 10, 20, 10, 30, 15 and 10 are our proposal for an hour and a half.
 * Choosing the subject is done before, in the agenda; what became of it is told at the next session.
 */
export const codevelopment: Method = {
	name: say('Codéveloppement', 'Codevelopment'),
	purpose: say(
		'Une personne expose une situation qui la préoccupe ; les autres l’aident à la voir autrement et à choisir ce qu’elle va tenter.',
		'One person brings a situation that concerns them; the others help them to see it in another way and to choose what they will try.',
	),
	people: { least: 4, most: 10 },
	minutes: 95,
	clock: 'optional',
	advice: 'when-asked',
	frame: 'either',
	facilitatorIsPeer: false,
	roles: [helpers.timekeeper, helpers.scribe, helpers.observer],
	rounds: 'one',
	overDays: true,
	stages: [
		stage({
			id: 'account',
			name: say('Exposé', 'Account'),
			purpose: say(
				'Dire la situation telle qu’elle est vécue, sans être interrompu·e.',
				'To tell the situation as it is lived, without interruption.',
			),
			minutes: 10,
			speaks: ['presenter'],
			writes: [
				{ section: 'context', by: ['presenter', 'scribe'] },
				{ section: 'facts', by: ['presenter', 'scribe'] },
				{ section: 'request', by: ['presenter'] },
			],
			guidance: [
				guide(
					'presenter',
					say(
						'Vous racontez, puis vous dites en une phrase ce que vous attendez du groupe.',
						'You tell the story, then say in one sentence what you expect of the group.',
					),
					{
						avoids: say(
							'Les noms, les lieux, les dates : rien qui permette de reconnaître quelqu’un.',
							'Names, places, dates: nothing that lets anyone be recognised.',
						),
						prompts: [
							say('Ce qui me préoccupe, c’est…', 'What concerns me is…'),
							say('J’ai déjà essayé…', 'I have already tried…'),
							say('Ce que je voudrais comprendre, c’est…', 'What I would like to understand is…'),
						],
					},
				),
				guide('peer', say('Vous écoutez jusqu’au bout.', 'You listen to the end.'), {
					avoids: say('Interrompre, même pour aider.', 'Interrupting, even to help.'),
				}),
				guide(
					'facilitator',
					say(
						'Vous tenez le silence du groupe, et rappelez la consigne de discrétion.',
						'You hold the group’s silence, and recall the rule of discretion.',
					),
				),
			],
		}),
		stage({
			id: 'clarification',
			name: say('Clarification', 'Clarification'),
			purpose: say(
				'Comprendre les faits et leur contexte, sans rien proposer encore.',
				'To understand the facts and their context, without proposing anything yet.',
			),
			minutes: 20,
			speaks: ['presenter', 'peer'],
			turns: 'round',
			writes: [
				{ section: 'context', by: ['presenter', 'scribe'] },
				{ section: 'facts', by: ['presenter', 'scribe'] },
			],
			guidance: [
				guide(
					'presenter',
					say(
						'Vous répondez brièvement. Vous pouvez ne pas répondre.',
						'You answer briefly. You may leave a question unanswered.',
					),
				),
				guide(
					'peer',
					say('Vous posez des questions courtes, sur des faits.', 'You ask short questions, about facts.'),
					{
						avoids: say(
							'Les conseils, et ceux qui prennent la forme d’une question.',
							'Advice, and advice in the shape of a question.',
						),
						prompts: [
							say('Depuis quand… ?', 'Since when…?'),
							say('Qui d’autre est concerné ?', 'Who else is concerned?'),
							say('Que s’est-il passé juste avant ?', 'What happened just before?'),
						],
					},
				),
				guide(
					'facilitator',
					say(
						'Vous donnez la parole à tour de rôle, et arrêtez doucement les conseils.',
						'You give the word in turn, and gently stop advice.',
					),
				),
			],
		}),
		stage({
			id: 'contract',
			name: say('Contrat', 'Contract'),
			purpose: say(
				'S’accorder sur ce que la personne demande au groupe.',
				'To agree on what the presenter asks of the group.',
			),
			minutes: 10,
			days: 1,
			speaks: ['presenter', 'peer'],
			writes: [{ section: 'request', by: ['presenter'] }],
			guidance: [
				guide(
					'presenter',
					say(
						'Vous redites votre demande, à la lumière des questions.',
						'You say your request again, in the light of the questions.',
					),
					{
						prompts: [
							say('J’aimerais que vous m’aidiez à…', 'I would like you to help me to…'),
							say('Aujourd’hui, l’important pour moi est…', 'Today, what matters to me is…'),
						],
					},
				),
				guide(
					'peer',
					say(
						'Vous dites si vous pouvez répondre à cette demande, et comment vous la comprenez.',
						'You say whether you can answer this request, and how you understand it.',
					),
					{ avoids: say('Demander autre chose à sa place.', 'Asking for something else in their place.') },
				),
				guide(
					'facilitator',
					say(
						'Vous faites dire la demande en une phrase, puis demandez au groupe s’il s’y engage.',
						'You have the request said in one sentence, then ask the group whether it commits to it.',
					),
				),
			],
		}),
		stage({
			id: 'consultation',
			name: say('Consultation', 'Consultation'),
			purpose: say(
				'Ouvrir des lectures et des pistes ; la personne qui a exposé écoute.',
				'To open readings and options; the presenter listens.',
			),
			minutes: 30,
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
				guide(
					'presenter',
					say('Vous écoutez et prenez des notes pour vous.', 'You listen, and take notes for yourself.'),
					{
						avoids: say(
							'Répondre, expliquer, vous justifier.',
							'Answering, explaining, justifying yourself.',
						),
					},
				),
				guide(
					'peer',
					say(
						'Vous dites ce que la situation évoque pour vous : impressions, hypothèses, expériences, suggestions.',
						'You say what the situation brings up for you: impressions, hypotheses, experience, suggestions.',
					),
					{
						avoids: say(
							'Débattre entre vous, ou chercher la bonne réponse.',
							'Debating among you, or looking for the right answer.',
						),
						prompts: [
							say('Cela me fait penser à…', 'This makes me think of…'),
							say('Une autre façon de le lire serait…', 'Another way of reading it would be…'),
							say('Dans un cas proche, j’ai…', 'In a similar case, I…'),
						],
					},
				),
				guide(
					'facilitator',
					say(
						'Vous protégez l’écoute de la personne qui a exposé, et laissez venir des voix différentes.',
						'You protect the listening of the presenter, and let different voices come.',
					),
				),
			],
		}),
		stage({
			id: 'plan',
			name: say('Synthèse et plan d’action', 'Synthesis and plan'),
			purpose: say(
				'La personne retient ce qui lui parle, et choisit ce qu’elle va tenter.',
				'The presenter keeps what speaks to them, and chooses what they will try.',
			),
			minutes: 15,
			speaks: ['presenter'],
			writes: [{ section: 'options', by: ['presenter'] }],
			guidance: [
				guide(
					'presenter',
					say(
						'Vous dites ce que vous gardez, et un premier pas.',
						'You say what you keep, and a first step.',
					),
					{
						prompts: [
							say('Je retiens…', 'I keep…'),
							say('Je laisse…', 'I leave…'),
							say('D’ici la prochaine séance, je…', 'By the next session, I…'),
						],
					},
				),
				guide(
					'peer',
					say(
						'Vous écoutez, et préparez ce que vous gardez pour votre pratique.',
						'You listen, and prepare what you keep for your own practice.',
					),
					{ avoids: say('Rajouter une idée.', 'Adding one more idea.') },
				),
				guide(
					'facilitator',
					say(
						'Vous laissez le temps de choisir, et aidez à nommer un premier pas.',
						'You leave time to choose, and help to name a first step.',
					),
				),
			],
		}),
		stage({
			id: 'learning',
			name: say('Apprentissages', 'Learning'),
			purpose: say(
				'Ce que chacun·e apprend, et comment le groupe a travaillé.',
				'What each of us learns, and how the group has worked.',
			),
			minutes: 10,
			speaks: ['presenter', 'peer', 'observer'],
			turns: 'round',
			writes: [{ section: 'learning', by: ['presenter', 'peer', 'observer', 'scribe', 'facilitator'] }],
			guidance: [
				guide(
					'presenter',
					say(
						'Vous dites ce que la consultation a changé pour vous.',
						'You say what the consultation has changed for you.',
					),
					{ prompts: [say('En arrivant je pensais…, maintenant…', 'When I came I thought…; now…')] },
				),
				guide(
					'peer',
					say(
						'Vous dites une chose que vous emportez pour votre propre pratique.',
						'You say one thing that you take away for your own practice.',
					),
					{ prompts: [say('J’ai appris…', 'I have learnt…'), say('Je vais essayer…', 'I am going to try…')] },
				),
				guide(
					'facilitator',
					say(
						'Vous faites le tour, puis demandez ce qui a aidé le groupe à travailler.',
						'You go round, then ask what helped the group to work.',
					),
				),
				guide(
					'observer',
					say(
						'Vous dites ce que vous avez vu du travail du groupe.',
						'You say what you saw of the way the group worked.',
					),
					{ avoids: say('Juger les personnes.', 'Judging people.') },
				),
			],
		}),
	],
	sources: [
		'Payette et Champagne, Le groupe de codéveloppement professionnel (1997)',
		'Champagne (2020), analysedepratique.org',
	],
};
