import type { Method, SubMethod } from '../method.ts';
import { all, guide, helpers, inner, say, stage } from './make.ts';

/** Ways of consulting, of which the group chooses one: as in Tietze's fourth stage. */
const ways: SubMethod[] = [
	{
		id: 'brainstorming',
		name: say('Remue-méninges', 'Brainstorming'),
		purpose: say(
			'Beaucoup d’idées, sans les juger, recueillies sans nom.',
			'Many ideas, without judging them, gathered without names.',
		),
		stages: [
			inner({
				id: 'ideas',
				name: say('Idées', 'Ideas'),
				purpose: say(
					'Écrire toutes les idées qui viennent ; elles sont montrées ensemble.',
					'To write all ideas that come; they are shown together.',
				),
				minutes: 15,
				days: 3,
				speaks: ['peer'],
				presenter: 'listens',
				gathers: 'options',
				writes: [{ section: 'options', by: ['peer'] }],
				guidance: [
					guide(
						'peer',
						say(
							'Vous écrivez une idée à la fois, même petite.',
							'You write one idea at a time, even a small one.',
						),
						{
							avoids: say('Juger une idée, la vôtre aussi.', 'Judging an idea, yours too.'),
						},
					),
					guide('presenter', say('Vous écoutez.', 'You listen.')),
				],
			}),
		],
	},
	{
		id: 'upside-down',
		name: say('Remue-méninges à l’envers', 'Upside-down brainstorming'),
		purpose: say(
			'Comment faire pour que cela aille plus mal ? Puis retourner ce qui en sort.',
			'How could it be made worse? Then turn round what comes of it.',
		),
		stages: [
			inner({
				id: 'worse',
				name: say('Faire pire', 'Making it worse'),
				purpose: say(
					'Imaginer tout ce qui aggraverait la situation.',
					'To imagine all that would make it worse.',
				),
				minutes: 8,
				speaks: ['peer'],
				presenter: 'listens',
				writes: [{ section: 'hypotheses', by: ['peer'] }],
				guidance: [
					guide('peer', say('Vous exagérez.', 'You exaggerate.')),
					guide('presenter', say('Vous écoutez.', 'You listen.')),
				],
			}),
			inner({
				id: 'turned',
				name: say('Retourner', 'Turning round'),
				purpose: say('Ce que cela dit de ce qui aiderait.', 'What this says of what would help.'),
				minutes: 7,
				speaks: ['peer'],
				presenter: 'listens',
				writes: [{ section: 'options', by: ['peer'] }],
				guidance: [
					guide(
						'peer',
						say('Vous retournez une idée en son contraire.', 'You turn an idea into its opposite.'),
					),
					guide('presenter', say('Vous écoutez.', 'You listen.')),
				],
			}),
		],
	},
	{
		id: 'good-advice',
		name: say('Tour de bons conseils', 'Round of good advice'),
		purpose: say(
			'Chacun·e donne un conseil, court, qui peut être laissé.',
			'Everybody gives one piece of advice, short, which may be left.',
		),
		stages: [
			inner({
				id: 'advice',
				name: say('Conseils', 'Advice'),
				purpose: say('Un conseil par personne, à tour de rôle.', 'One piece of advice each, in turn.'),
				minutes: 15,
				speaks: ['peer'],
				turns: 'round',
				presenter: 'listens',
				writes: [{ section: 'options', by: ['peer'] }],
				guidance: [
					guide(
						'peer',
						say(
							'Vous donnez un conseil, sans l’expliquer.',
							'You give one piece of advice, without explaining it.',
						),
						{
							prompts: [say('Un bon conseil pour vous serait…', 'Good advice for you would be…')],
						},
					),
					guide(
						'presenter',
						say('Vous écoutez, vous ferez le tri après.', 'You listen; you will sort later.'),
					),
				],
			}),
		],
	},
	{
		id: 'resonance',
		name: say('Résonance', 'Resonance'),
		purpose: say(
			'Dire ce que la situation fait à chacun·e, sans conseil.',
			'To say what the case does to each, without advice.',
		),
		stages: [
			inner({
				id: 'echo',
				name: say('Échos', 'Echoes'),
				purpose: say('Ressentis, images, souvenirs de pratique.', 'Feelings, images, memories of practice.'),
				minutes: 15,
				speaks: ['peer'],
				turns: 'round',
				presenter: 'listens',
				writes: [{ section: 'feelings', by: ['peer'] }],
				guidance: [
					guide('peer', say('Vous dites ce que cela vous fait.', 'You say what it does to you.'), {
						avoids: say('Conseiller.', 'Advising.'),
					}),
					guide('presenter', say('Vous écoutez.', 'You listen.')),
				],
			}),
		],
	},
];

/**
 * Peer consultation (intervision, Kollegiale Fallberatung) in ten stages with what was chosen. The order
 * and the minutes follow the tables of Jena and of Haug-Benien, within their ranges.
 */
export const intervision: Method = {
	name: say('Intervision', 'Intervision'),
	purpose: say(
		'Se consulter entre pairs, sans expert, avec une façon de faire choisie pour la question du jour.',
		'To consult among peers, without an expert, in a way chosen for the question of the day.',
	),
	people: { least: 4, most: 10 },
	minutes: 75,
	clock: 'kept',
	advice: 'when-asked',
	frame: 'peer',
	facilitatorIsPeer: true,
	roles: [helpers.timekeeper, helpers.scribe, helpers.observer],
	rounds: 'one',
	overDays: true,
	stages: [
		stage({
			id: 'opening',
			name: say('Ouverture', 'Opening'),
			purpose: say('S’accorder sur les rôles et sur la situation.', 'To agree on the roles and the case.'),
			minutes: 5,
			days: 1,
			speaks: all,
			guidance: [
				guide('facilitator', say('Vous faites nommer les rôles.', 'You have the roles named.')),
				guide(
					'peer',
					say('Vous dites ce que vous voulez bien tenir aujourd’hui.', 'You say what you can hold today.'),
				),
				guide(
					'presenter',
					say('Vous dites en deux mots de quoi il s’agit.', 'You say in two words what it is about.'),
				),
			],
		}),
		stage({
			id: 'account',
			name: say('Récit spontané', 'Account'),
			purpose: say('Raconter la situation comme elle vient.', 'To tell the case as it comes.'),
			minutes: 10,
			speaks: ['presenter'],
			writes: [
				{ section: 'context', by: ['presenter', 'scribe'] },
				{ section: 'facts', by: ['presenter', 'scribe'] },
			],
			guidance: [
				guide('presenter', say('Vous racontez.', 'You tell.')),
				guide('peer', say('Vous écoutez.', 'You listen.'), { avoids: say('Interrompre.', 'Interrupting.') }),
			],
		}),
		stage({
			id: 'resonance',
			name: say('Premier écho', 'First echo'),
			purpose: say('Un ressenti et une phrase, chacun·e.', 'One feeling and one sentence each.'),
			minutes: 4,
			days: 1,
			speaks: ['peer'],
			turns: 'round',
			presenter: 'listens',
			writes: [{ section: 'feelings', by: ['peer'] }],
			guidance: [
				guide('peer', say('Un mot sur ce que vous sentez.', 'A word on what you feel.')),
				guide('presenter', say('Vous écoutez.', 'You listen.')),
			],
		}),
		stage({
			id: 'questions',
			name: say('Questions', 'Questions'),
			purpose: say('Comprendre, par des questions courtes.', 'To understand, by short questions.'),
			minutes: 8,
			speaks: ['presenter', 'peer'],
			writes: [{ section: 'facts', by: ['presenter', 'scribe'] }],
			guidance: [
				guide('peer', say('Vous demandez ce qu’il vous manque.', 'You ask for what you miss.')),
				guide('presenter', say('Vous répondez.', 'You answer.')),
			],
		}),
		stage({
			id: 'key-question',
			name: say('Question clé', 'Key question'),
			purpose: say('Dire en une phrase ce que l’on cherche.', 'To say in one sentence what is looked for.'),
			minutes: 5,
			days: 1,
			speaks: ['presenter', 'peer'],
			writes: [{ section: 'request', by: ['presenter'] }],
			guidance: [
				guide('presenter', say('Vous formulez votre question.', 'You word your question.'), {
					prompts: [say('Comment puis-je… ?', 'How can I…?')],
				}),
				guide('peer', say('Vous aidez à la dire plus simplement.', 'You help to say it more simply.')),
			],
		}),
		stage({
			id: 'choice',
			name: say('Choix de la consultation', 'Choice of the consultation'),
			purpose: say(
				'Choisir la façon de faire qui convient à la question.',
				'To choose the way that suits the question.',
			),
			minutes: 3,
			days: 1,
			speaks: all,
			guidance: [
				guide('presenter', say('Vous choisissez.', 'You choose.')),
				guide('peer', say('Vous dites ce qui vous semble aider.', 'You say what seems to help.')),
			],
			choice: ways,
		}),
		stage({
			id: 'position',
			name: say('Position', 'Position'),
			purpose: say(
				'La personne dit ce qui lui parle, et ce qui ne lui parle pas.',
				'The presenter says what speaks to them, and what does not.',
			),
			minutes: 5,
			speaks: ['presenter'],
			writes: [{ section: 'options', by: ['presenter'] }],
			guidance: [
				guide('presenter', say('Vous réagissez librement.', 'You react freely.')),
				guide('peer', say('Vous écoutez.', 'You listen.'), {
					avoids: say('Défendre votre idée.', 'Defending your idea.'),
				}),
			],
		}),
		stage({
			id: 'decision',
			name: say('Décision', 'Decision'),
			purpose: say(
				'Choisir un premier pas, ou de ne rien changer.',
				'To choose a first step, or to change nothing.',
			),
			minutes: 10,
			speaks: ['presenter'],
			writes: [{ section: 'options', by: ['presenter'] }],
			guidance: [
				guide(
					'presenter',
					say('Vous dites ce que vous allez essayer.', 'You say what you are going to try.'),
				),
				guide('peer', say('Vous écoutez.', 'You listen.')),
			],
		}),
		stage({
			id: 'sharing',
			name: say('Partage', 'Sharing'),
			purpose: say('Ce que cela dit de nos pratiques.', 'What this says of our practices.'),
			minutes: 7,
			speaks: all,
			turns: 'round',
			writes: [{ section: 'learning', by: ['presenter', 'peer', 'facilitator'] }],
			guidance: [
				guide('peer', say('Vous dites ce que vous emportez.', 'You say what you take away.')),
				guide('presenter', say('Vous dites comment vous repartez.', 'You say how you leave.')),
			],
		}),
		stage({
			id: 'look-back',
			name: say('Regard sur la séance', 'Look at the session'),
			purpose: say('Ce qui a aidé le groupe à travailler.', 'What helped the group to work.'),
			minutes: 3,
			days: 1,
			speaks: ['presenter', 'facilitator', 'peer', 'observer'],
			writes: [{ section: 'learning', by: ['presenter', 'peer', 'facilitator', 'observer'] }],
			guidance: [
				guide('peer', say('Un mot sur le cadre.', 'A word on the frame.')),
				guide('presenter', say('Un mot sur le cadre.', 'A word on the frame.')),
			],
		}),
	],
	sources: [
		'Tietze, Kollegiale Beratung (peer-supervision.com)',
		'Friedrich-Schiller-Universität Jena (kursb.uni-jena.de)',
		'Haug-Benien (vornheder.de)',
		'kokom.net (2004)',
	],
};
