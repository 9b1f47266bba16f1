import type { Method } from '../method.ts';
import { gapp as en } from './guidance/en/gapp.ts';
import { gapp as fr } from './guidance/fr/gapp.ts';
import { told } from './guidance/told.ts';
import { all, helpers, say, stage } from './make.ts';

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
				'Rappeler les principes, s’accorder sur la situation et entrer dans le travail.',
				'To recall the principles, agree on the case and enter the work.',
			),
			minutes: 10,
			speaks: all,
			turns: 'round',
			guidance: told(fr.opening, en.opening),
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
			guidance: told(fr.account, en.account),
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
			guidance: told(fr.questions, en.questions),
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
			guidance: told(fr.hypotheses, en.hypotheses),
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
			guidance: told(fr.conclusion, en.conclusion),
		}),
		stage({
			id: 'working',
			name: say('Analyse du fonctionnement', 'How we worked'),
			purpose: say('Regarder comment le groupe a travaillé.', 'To look at how the group worked.'),
			minutes: 20,
			speaks: ['presenter', 'facilitator', 'peer', 'observer'],
			turns: 'round',
			writes: [{ section: 'learning', by: ['presenter', 'peer', 'observer', 'facilitator'] }],
			guidance: told(fr.working, en.working),
		}),
	],
	sources: ['Patrick Robo, Les GAPP (probo.free.fr)'],
};
