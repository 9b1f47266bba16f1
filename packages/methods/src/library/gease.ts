import type { Method } from '../method.ts';
import { gease as en } from './guidance/en/gease.ts';
import { gease as fr } from './guidance/fr/gease.ts';
import { told } from './guidance/told.ts';
import { all, say, stage } from './make.ts';

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
			guidance: told(fr.gathering, en.gathering),
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
			guidance: told(fr.narration, en.narration),
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
			guidance: told(fr.questions, en.questions),
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
			guidance: told(fr.hypotheses, en.hypotheses),
		}),
		stage({
			id: 'return',
			name: say('Reprise par le narrateur', 'Return to the narrator'),
			purpose: say('Dire ce que l’on retient, à chaud.', 'To say what one keeps, in the moment.'),
			minutes: 10,
			speaks: ['presenter'],
			writes: [{ section: 'learning', by: ['presenter'] }],
			guidance: told(fr.return, en.return),
		}),
	],
	sources: [
		'GEASE (ubri.fr, labokhi.ch, 123dok.net)',
		'EPALE (epale.ec.europa.eu)',
		'Lamy, Propos sur le GEASE (2001)',
	],
};
