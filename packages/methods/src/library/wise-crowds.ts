import type { Method } from '../method.ts';
import { wiseCrowds as en } from './guidance/en/wise-crowds.ts';
import { wiseCrowds as fr } from './guidance/fr/wise-crowds.ts';
import { told } from './guidance/told.ts';
import { say, stage } from './make.ts';

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
			guidance: told(fr.question, en.question),
		}),
		stage({
			id: 'clarification',
			name: say('Précisions', 'Clarification'),
			purpose: say('Des questions pour comprendre.', 'Questions, to understand.'),
			minutes: 3,
			speaks: ['presenter', 'peer'],
			writes: [{ section: 'facts', by: ['presenter'] }],
			guidance: told(fr.clarification, en.clarification),
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
			guidance: told(fr.consulting, en.consulting),
		}),
		stage({
			id: 'feedback',
			name: say('Retour', 'Feedback'),
			purpose: say('Dire ce que l’on emporte.', 'To say what one takes away.'),
			minutes: 2,
			speaks: ['presenter'],
			writes: [{ section: 'learning', by: ['presenter'] }],
			guidance: told(fr.feedback, en.feedback),
		}),
	],
	sources: ['Liberating Structures, Wise Crowds'],
};
