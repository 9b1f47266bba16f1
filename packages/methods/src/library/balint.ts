import type { Method } from '../method.ts';
import { all, guide, helpers, say, stage } from './make.ts';

/**
 * Balint group. That the presenter speaks without notes, then withdraws while the group imagines, and that
 * nobody advises, follow the sources; the minutes of each part are our proposal within their forty-five.
 */
export const balint: Method = {
	name: say('Groupe Balint', 'Balint group'),
	purpose: say(
		'Comprendre ce qui se joue dans la relation entre la personne qui expose et celle qu’elle accompagne.',
		'To understand what is at play in the relation between the presenter and the person they work with.',
	),
	people: { least: 5, most: 12 },
	minutes: 45,
	clock: 'optional',
	advice: 'none',
	frame: 'trained',
	facilitatorIsPeer: false,
	roles: [
		{
			role: 'co-facilitator',
			least: 0,
			most: 1,
			does: say(
				'Soutient l’animation et veille sur les silences.',
				'Supports the facilitation and watches over silences.',
			),
		},
		helpers.observer,
	],
	rounds: 'one',
	overDays: false,
	stages: [
		stage({
			id: 'account',
			name: say('Récit', 'Account'),
			purpose: say(
				'Raconter une rencontre, de mémoire et sans notes.',
				'To tell an encounter, from memory and without notes.',
			),
			minutes: 8,
			speaks: ['presenter'],
			writes: [{ section: 'facts', by: ['presenter'] }],
			guidance: [
				guide('presenter', say('Vous racontez comme cela vient.', 'You tell it as it comes.'), {
					avoids: say('Lire un dossier, nommer quelqu’un.', 'Reading from a file, naming anybody.'),
					prompts: [say('Je revois ce moment où…', 'I see again the moment when…')],
				}),
				guide(
					'peer',
					say(
						'Vous écoutez aussi ce que le récit vous fait.',
						'You also listen to what the account does to you.',
					),
				),
				guide(
					'facilitator',
					say('Vous ouvrez : qui a une situation à apporter ?', 'You open: who has a case to bring?'),
				),
			],
		}),
		stage({
			id: 'clarification',
			name: say('Questions de clarification', 'Questions to clarify'),
			purpose: say(
				'Demander ce qui manque pour se représenter la scène.',
				'To ask for what is missing to picture the scene.',
			),
			minutes: 5,
			speaks: ['presenter', 'peer'],
			writes: [{ section: 'facts', by: ['presenter'] }],
			guidance: [
				guide(
					'peer',
					say('Vous posez une question de fait, s’il le faut.', 'You ask a question of fact, if needed.'),
					{
						avoids: say('Interpréter déjà.', 'Interpreting already.'),
					},
				),
				guide('presenter', say('Vous répondez en peu de mots.', 'You answer in few words.')),
				guide(
					'facilitator',
					say(
						'Vous arrêtez les questions tôt : le récit suffit.',
						'You stop the questions early: the account is enough.',
					),
				),
			],
		}),
		stage({
			id: 'imagining',
			name: say('Travail du groupe', 'The group’s work'),
			purpose: say(
				'Imaginer ce que vit chacune des personnes du récit ; la personne qui a exposé est en retrait.',
				'To imagine what each person of the account lives; the presenter has withdrawn.',
			),
			minutes: 22,
			speaks: ['peer', 'co-facilitator'],
			presenter: 'withdrawn',
			writes: [
				{ section: 'feelings', by: ['peer'] },
				{ section: 'hypotheses', by: ['peer'] },
			],
			guidance: [
				guide(
					'peer',
					say('Vous dites ce que vous ressentez, voyez, imaginez.', 'You say what you feel, see, imagine.'),
					{
						avoids: say(
							'Conseiller, ou vous adresser à la personne qui a exposé.',
							'Advising, or speaking to the presenter.',
						),
						prompts: [
							say('À sa place, je sens…', 'In their place, I feel…'),
							say('Il me vient une image…', 'An image comes to me…'),
						],
					},
				),
				guide(
					'presenter',
					say(
						'Vous êtes en retrait : vous écoutez sans répondre.',
						'You have withdrawn: you listen and do not answer.',
					),
				),
				guide(
					'facilitator',
					say(
						'Vous ramenez à la relation, et protégez la personne qui a exposé.',
						'You lead back to the relation, and protect the presenter.',
					),
				),
			],
		}),
		stage({
			id: 'return',
			name: say('Retour', 'Return'),
			purpose: say(
				'La personne revient dans le cercle et dit ce qu’elle veut.',
				'The presenter comes back into the circle and says what they wish.',
			),
			minutes: 6,
			speaks: ['presenter'],
			writes: [{ section: 'feelings', by: ['presenter'] }],
			guidance: [
				guide(
					'presenter',
					say('Vous dites ce qui vous a touché·e, ou rien.', 'You say what touched you, or nothing.'),
				),
				guide('peer', say('Vous écoutez.', 'You listen.'), {
					avoids: say('Relancer le travail.', 'Starting the work again.'),
				}),
			],
		}),
		stage({
			id: 'close',
			name: say('Clôture', 'Close'),
			purpose: say('Quitter la situation ensemble.', 'To leave the case together.'),
			minutes: 4,
			speaks: [...all, 'co-facilitator', 'observer'],
			turns: 'round',
			writes: [{ section: 'learning', by: ['presenter', 'peer'] }],
			guidance: [
				guide('peer', say('Un mot, pour partir.', 'One word, to leave with.')),
				guide('presenter', say('Un mot, pour partir.', 'One word, to leave with.')),
			],
		}),
	],
	sources: [
		'Balint Society (balintsociety.org.uk)',
		'AMMPPU (ammppu.org)',
		'American Balint Society (americanbalintsociety.org)',
	],
};
