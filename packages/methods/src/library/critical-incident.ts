import type { Method } from '../method.ts';
import { criticalIncident as en } from './guidance/en/critical-incident.ts';
import { criticalIncident as fr } from './guidance/fr/critical-incident.ts';
import { told } from './guidance/told.ts';
import { all, helpers, say, stage } from './make.ts';

/**
 * Critical incident: Hendriksen's order, with written positions; times within those of the short form. His ten
 * rounds are six stages here: the choice is made before, questions are noted during the sketch, the analysis is
 * part of the information, and the discussion and the review are one.
 */
export const criticalIncident: Method = {
	name: say('Incident marquant', 'Critical incident'),
	purpose: say(
		'Repartir d’un moment bref qui ne passe pas, et écrire chacun·e sa position avant d’en parler.',
		'To start from a short moment that stays, and write each one’s own position before speaking of it.',
	),
	people: { least: 3, most: 10 },
	minutes: 65,
	clock: 'kept',
	advice: 'when-asked',
	frame: 'peer',
	facilitatorIsPeer: true,
	roles: [helpers.timekeeper, helpers.scribe],
	rounds: 'one',
	overDays: true,
	stages: [
		stage({
			id: 'sketch',
			name: say('Esquisse', 'Sketch'),
			purpose: say(
				'Raconter le moment jusqu’à l’instant où il a fallu agir.',
				'To tell the moment up to when one had to act.',
			),
			minutes: 8,
			speaks: ['presenter'],
			writes: [
				{ section: 'context', by: ['presenter'] },
				{ section: 'facts', by: ['presenter'] },
			],
			guidance: told(fr.sketch, en.sketch),
		}),
		stage({
			id: 'information',
			name: say('Informations', 'Information'),
			purpose: say(
				'Compléter les faits, par un tour de questions.',
				'To complete the facts, by a round of questions.',
			),
			minutes: 15,
			speaks: ['presenter', 'peer'],
			turns: 'round',
			writes: [{ section: 'facts', by: ['presenter', 'scribe'] }],
			guidance: told(fr.information, en.information),
		}),
		stage({
			id: 'positions',
			name: say('Positions écrites', 'Written positions'),
			purpose: say(
				'Écrire ce que l’on aurait fait, et pourquoi ; tout est montré ensemble.',
				'To write what one would have done, and why; all is shown together.',
			),
			minutes: 10,
			days: 3,
			speaks: ['peer'],
			presenter: 'listens',
			// Its case template has no options: positions are readings there.
			gathers: 'hypotheses',
			writes: [{ section: 'hypotheses', by: ['peer'] }],
			guidance: told(fr.positions, en.positions),
		}),
		stage({
			id: 'reading',
			name: say('Lecture', 'Reading'),
			purpose: say(
				'Lire les positions et ce qui les sépare.',
				'To read the positions, and what sets them apart.',
			),
			minutes: 10,
			speaks: ['peer'],
			presenter: 'listens',
			writes: [{ section: 'hypotheses', by: ['peer'] }],
			guidance: told(fr.reading, en.reading),
		}),
		stage({
			id: 'what-happened',
			name: say('Ce qui s’est passé', 'What happened'),
			purpose: say(
				'La personne dit ce qu’elle a fait, et comment elle le voit maintenant.',
				'The presenter says what they did, and how they see it now.',
			),
			minutes: 8,
			speaks: ['presenter'],
			writes: [
				{ section: 'facts', by: ['presenter'] },
				{ section: 'feelings', by: ['presenter'] },
			],
			guidance: told(fr['what-happened'], en['what-happened']),
		}),
		stage({
			id: 'discussion',
			name: say('Discussion et bilan', 'Discussion and review'),
			purpose: say('Ce que ce moment apprend à chacun·e.', 'What this moment teaches each of us.'),
			minutes: 14,
			speaks: all,
			turns: 'round',
			writes: [{ section: 'learning', by: ['presenter', 'peer', 'facilitator'] }],
			guidance: told(fr.discussion, en.discussion),
		}),
	],
	sources: ['Hendriksen (eenmeesterinleren.nl)', 'Fook (2015)', 'Flanagan (1954)'],
};
