import type { Method } from '../method.ts';
import { guide, say, stage } from './make.ts';

/** Wise Crowds (Liberating Structures): a quarter of an hour each; 2, 3, 8 and 2 minutes. */
export const wiseCrowds: Method = {
	name: say('Wise Crowds', 'Wise Crowds'),
	purpose: say(
		'En petit groupe, chacun·e profite à son tour de l’intelligence de tous les autres.',
		'In a small group, each in turn draws on the wisdom of all the others.',
	),
	people: { least: 4, most: 7 },
	minutes: 15,
	clock: 'kept',
	advice: 'welcome',
	frame: 'peer',
	facilitatorIsPeer: true,
	roles: [],
	rounds: 'everyone',
	overDays: false,
	stages: [
		stage({
			id: 'question',
			name: say('Question', 'Question'),
			purpose: say(
				'Présenter son défi et demander de l’aide.',
				'To present one’s challenge and ask for help.',
			),
			minutes: 2,
			speaks: ['presenter'],
			writes: [{ section: 'request', by: ['presenter'] }],
			guidance: [
				guide('presenter', say('Vous demandez une aide précise.', 'You ask for a precise help.')),
				guide('peer', say('Vous écoutez.', 'You listen.')),
			],
		}),
		stage({
			id: 'clarification',
			name: say('Précisions', 'Clarification'),
			purpose: say('Des questions pour comprendre.', 'Questions, to understand.'),
			minutes: 3,
			speaks: ['presenter', 'peer'],
			writes: [{ section: 'facts', by: ['presenter'] }],
			guidance: [
				guide('peer', say('Vous posez une question à la fois.', 'You ask one question at a time.')),
				guide('presenter', say('Vous répondez.', 'You answer.')),
			],
		}),
		stage({
			id: 'consulting',
			name: say('Consultation', 'Consulting'),
			purpose: say(
				'Les autres se consultent ; la personne s’est tournée.',
				'The others consult; the presenter has turned away.',
			),
			minutes: 8,
			speaks: ['peer'],
			presenter: 'withdrawn',
			writes: [
				{ section: 'hypotheses', by: ['peer'] },
				{ section: 'options', by: ['peer'] },
			],
			guidance: [
				guide(
					'peer',
					say('Vous avancez des idées et prenez des risques.', 'You put forward ideas and take risks.'),
				),
				guide('presenter', say('Vous notez, sans vous retourner.', 'You take notes, without turning round.')),
			],
		}),
		stage({
			id: 'feedback',
			name: say('Retour', 'Feedback'),
			purpose: say('Dire ce que l’on emporte.', 'To say what one takes away.'),
			minutes: 2,
			speaks: ['presenter'],
			writes: [{ section: 'learning', by: ['presenter'] }],
			guidance: [
				guide('presenter', say('Vous dites ce qui vous aide.', 'You say what helps you.')),
				guide('peer', say('Vous écoutez.', 'You listen.')),
			],
		}),
	],
	sources: ['Liberating Structures, Wise Crowds'],
};
