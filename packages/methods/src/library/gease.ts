import type { Method } from '../method.ts';
import { all, guide, say, stage } from './make.ts';

/**
 * GEASE, after Fumat and Paturet. One of the sources times its phases (15, 10, 30, 30, 10); another
 * refuses any clock because of what is felt: so does this one. The minutes only say how long it takes.
 */
export const gease: Method = {
	name: say('GEASE', 'GEASE'),
	purpose: say(
		'S’entraîner à analyser une situation éducative sous plusieurs angles.',
		'To practise analysing an educational situation from several angles.',
	),
	people: { least: 4, most: 12 },
	minutes: 95,
	clock: 'refused',
	advice: 'none',
	frame: 'either',
	facilitatorIsPeer: false,
	roles: [],
	rounds: 'one',
	overDays: true,
	stages: [
		stage({
			id: 'gathering',
			name: say('Récolte', 'Gathering'),
			purpose: say(
				'Chacun·e évoque une situation en quelques mots ; le groupe en retient une.',
				'Everybody mentions a situation in a few words; the group keeps one.',
			),
			minutes: 15,
			speaks: all,
			turns: 'round',
			guidance: [
				guide('peer', say('Quelques mots et une question.', 'A few words and a question.')),
				guide('presenter', say('Quelques mots et une question.', 'A few words and a question.')),
				guide('facilitator', say('Vous aidez le groupe à choisir.', 'You help the group to choose.')),
			],
		}),
		stage({
			id: 'narration',
			name: say('Narration', 'Narration'),
			purpose: say(
				'Raconter la situation, puis poser une question au groupe.',
				'To tell the situation, then ask the group a question.',
			),
			minutes: 10,
			speaks: ['presenter'],
			writes: [
				{ section: 'facts', by: ['presenter'] },
				{ section: 'request', by: ['presenter'] },
			],
			guidance: [
				guide(
					'presenter',
					say('Vous racontez, et finissez par votre question.', 'You tell, and end with your question.'),
					{
						prompts: [say('Je me demande pourquoi…', 'I wonder why…')],
					},
				),
				guide('peer', say('Vous écoutez.', 'You listen.')),
			],
		}),
		stage({
			id: 'questions',
			name: say('Questionnement', 'Questions'),
			purpose: say('Recueillir ce qu’il faut pour comprendre.', 'To collect what is needed to understand.'),
			minutes: 30,
			speaks: ['presenter', 'peer'],
			writes: [
				{ section: 'context', by: ['presenter'] },
				{ section: 'facts', by: ['presenter'] },
			],
			guidance: [
				guide('peer', say('Vous posez des questions de fait.', 'You ask questions of fact.'), {
					avoids: say('Questionner pour conseiller.', 'Asking in order to advise.'),
				}),
				guide('presenter', say('Vous répondez.', 'You answer.')),
			],
		}),
		stage({
			id: 'hypotheses',
			name: say('Hypothèses', 'Hypotheses'),
			purpose: say(
				'Proposer des lectures dans cinq champs : pédagogique, didactique, institutionnel, sociologique, psychologique.',
				'To propose readings in five fields: pedagogical, didactic, institutional, sociological, psychological.',
			),
			minutes: 30,
			days: 3,
			speaks: ['peer'],
			presenter: 'listens',
			writes: [{ section: 'hypotheses', by: ['peer'] }],
			guidance: [
				guide(
					'peer',
					say('Vous nommez le champ, puis l’hypothèse.', 'You name the field, then the hypothesis.'),
					{
						avoids: say('Chercher la vraie raison.', 'Looking for the true reason.'),
						prompts: [
							say(
								'Du côté de l’institution, il se peut que…',
								'On the side of the institution, it may be that…',
							),
							say('Du côté de ce que chacun ressent…', 'On the side of what each one feels…'),
						],
					},
				),
				guide('presenter', say('Vous écoutez sans répondre.', 'You listen and do not answer.')),
			],
		}),
		stage({
			id: 'return',
			name: say('Reprise par le narrateur', 'Return to the narrator'),
			purpose: say('Dire ce que l’on retient, à chaud.', 'To say what one keeps, in the moment.'),
			minutes: 10,
			speaks: ['presenter'],
			writes: [{ section: 'learning', by: ['presenter'] }],
			guidance: [
				guide('presenter', say('Vous dites ce qui vous éclaire.', 'You say what sheds light for you.')),
				guide('peer', say('Vous écoutez.', 'You listen.')),
				guide(
					'facilitator',
					say('Personne ne part avant la fin de cette étape.', 'Nobody leaves before the end of this stage.'),
				),
			],
		}),
	],
	sources: ['GEASE (ubri.fr, labokhi.ch, 123dok.net)', 'EPALE (epale.ec.europa.eu)'],
};
