import type { Method } from '../method.ts';
import { all, guide, helpers, say, stage } from './make.ts';

/**
 * GAPP, after Patrick Robo. Its six phases in order; the last three are known to us by name only, and their
 * minutes are our proposal within the three hours that a meeting may last.
 */
export const gapp: Method = {
	name: say('GAPP', 'GAPP'),
	purpose: say(
		'Analyser une situation professionnelle à plusieurs voix, sans chercher de solution.',
		'To analyse a professional situation with many voices, without looking for a solution.',
	),
	people: { least: 4, most: 12 },
	minutes: 120,
	clock: 'kept',
	advice: 'none',
	frame: 'either',
	facilitatorIsPeer: false,
	roles: [helpers.timekeeper, helpers.observer],
	rounds: 'one',
	overDays: true,
	stages: [
		stage({
			id: 'opening',
			name: say('Rituel de démarrage', 'Opening'),
			purpose: say(
				'Rappeler les règles et entrer dans le travail.',
				'To recall the rules and enter the work.',
			),
			minutes: 10,
			speaks: all,
			turns: 'round',
			guidance: [
				guide(
					'facilitator',
					say(
						'Vous rappelez : chacun vient de son plein gré, ce qui se dit reste ici, on vient régulièrement.',
						'You recall: people come of their own will, what is said stays here, they come regularly.',
					),
				),
				guide('peer', say('Vous dites comment vous arrivez.', 'You say how you arrive.')),
				guide('presenter', say('Vous dites comment vous arrivez.', 'You say how you arrive.')),
			],
		}),
		stage({
			id: 'account',
			name: say('Exposé', 'Account'),
			purpose: say(
				'Raconter une situation vécue, sans être interrompu·e.',
				'To tell a situation that was lived, without interruption.',
			),
			minutes: 15,
			speaks: ['presenter'],
			writes: [
				{ section: 'context', by: ['presenter'] },
				{ section: 'facts', by: ['presenter'] },
			],
			guidance: [
				guide(
					'presenter',
					say(
						'Vous racontez ce qui s’est passé et la place que vous y aviez.',
						'You tell what happened and the place you had in it.',
					),
					{
						avoids: say('Expliquer déjà.', 'Explaining already.'),
					},
				),
				guide('peer', say('Vous écoutez, vous notez vos questions.', 'You listen, and note your questions.')),
			],
		}),
		stage({
			id: 'questions',
			name: say('Questions', 'Questions'),
			purpose: say(
				'Éclairer les faits, la place et les ressentis de la personne.',
				'To shed light on the facts, and on the place and the feelings of the presenter.',
			),
			minutes: 30,
			speaks: ['presenter', 'peer'],
			turns: 'round',
			writes: [
				{ section: 'context', by: ['presenter'] },
				{ section: 'facts', by: ['presenter'] },
				{ section: 'feelings', by: ['presenter'] },
			],
			guidance: [
				guide(
					'peer',
					say('Vous posez de vraies questions, une à la fois.', 'You ask real questions, one at a time.'),
					{
						avoids: say('Les hypothèses et les conseils déguisés.', 'Hypotheses and advice in disguise.'),
						prompts: [say('Qu’avez-vous vu, entendu, ressenti ?', 'What did you see, hear, feel?')],
					},
				),
				guide(
					'presenter',
					say('Vous répondez, ou vous gardez pour vous.', 'You answer, or keep it to yourself.'),
				),
			],
		}),
		stage({
			id: 'hypotheses',
			name: say('Hypothèses', 'Hypotheses'),
			purpose: say(
				'Proposer plusieurs lectures de la situation ; la personne écoute.',
				'To propose several readings of the situation; the presenter listens.',
			),
			minutes: 35,
			speaks: ['peer'],
			presenter: 'listens',
			days: 3,
			writes: [{ section: 'hypotheses', by: ['peer'] }],
			guidance: [
				guide(
					'peer',
					say('Vous dites une hypothèse, au conditionnel.', 'You say a hypothesis, as a possibility.'),
					{
						avoids: say('Répondre aux autres, trancher.', 'Answering one another, deciding.'),
						prompts: [
							say('Il se pourrait que…', 'It might be that…'),
							say(
								'On peut aussi le regarder du côté de l’institution…',
								'One can also look at it from the side of the institution…',
							),
						],
					},
				),
				guide('presenter', say('Vous écoutez et notez.', 'You listen and note.'), {
					avoids: say('Répondre.', 'Answering.'),
				}),
			],
		}),
		stage({
			id: 'conclusion',
			name: say('Reprise', 'Conclusion'),
			purpose: say(
				'La personne dit ce que ces lectures déplacent pour elle.',
				'The presenter says what these readings move for them.',
			),
			minutes: 10,
			speaks: ['presenter'],
			writes: [{ section: 'learning', by: ['presenter'] }],
			guidance: [
				guide(
					'presenter',
					say('Vous dites ce que vous voulez, ou rien.', 'You say what you wish, or nothing.'),
				),
				guide('peer', say('Vous écoutez.', 'You listen.')),
			],
		}),
		stage({
			id: 'working',
			name: say('Analyse du fonctionnement', 'How we worked'),
			purpose: say('Regarder comment le groupe a travaillé.', 'To look at how the group worked.'),
			minutes: 20,
			speaks: ['presenter', 'facilitator', 'peer', 'observer'],
			turns: 'round',
			writes: [{ section: 'learning', by: ['presenter', 'peer', 'observer', 'facilitator'] }],
			guidance: [
				guide(
					'peer',
					say('Vous dites ce qui a aidé, et ce qui a gêné.', 'You say what helped, and what got in the way.'),
				),
				guide(
					'presenter',
					say('Vous dites comment vous avez vécu votre place.', 'You say how you lived your place.'),
				),
				guide('observer', say('Vous dites ce que vous avez vu.', 'You say what you saw.'), {
					avoids: say('Juger.', 'Judging.'),
				}),
			],
		}),
	],
	sources: ['Patrick Robo, Les GAPP (probo.free.fr)'],
};
