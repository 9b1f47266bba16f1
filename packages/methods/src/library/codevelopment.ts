import type { Method } from '../method.ts';
import { codevelopment as en } from './guidance/en/codevelopment.ts';
import { codevelopment as fr } from './guidance/fr/codevelopment.ts';
import { told } from './guidance/told.ts';
import { helpers, say, stage } from './make.ts';

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
			guidance: told(fr.account, en.account),
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
			guidance: told(fr.clarification, en.clarification),
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
			guidance: told(fr.contract, en.contract),
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
			guidance: told(fr.consultation, en.consultation),
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
			guidance: told(fr.plan, en.plan),
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
			guidance: told(fr.learning, en.learning),
		}),
	],
	sources: [
		'Payette et Champagne, Le groupe de codéveloppement professionnel (1997)',
		'Champagne (2020), analysedepratique.org',
	],
};
