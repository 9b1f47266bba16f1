import type { Method } from '../method.ts';
import { reflectingTeam as en } from './guidance/en/reflecting-team.ts';
import { reflectingTeam as fr } from './guidance/fr/reflecting-team.ts';
import { told } from './guidance/told.ts';
import { helpers, say, stage } from './make.ts';

/** Reflecting team, after Kjær and Tulinius, and the four phases of Aarhus; the last two are our proposal. */
export const reflectingTeam: Method = {
	name: say('Équipe réfléchissante', 'Reflecting team'),
	purpose: say(
		'Une personne est interrogée par un·e collègue ; une petite équipe réfléchit à voix haute devant elles, sans leur parler.',
		'One person is interviewed by a colleague; a small team thinks aloud before them, without speaking to them.',
	),
	people: { least: 4, most: 10 },
	minutes: 55,
	clock: 'kept',
	advice: 'none',
	frame: 'peer',
	facilitatorIsPeer: true,
	roles: [
		{
			role: 'interviewer',
			least: 1,
			most: 1,
			does: say(
				'Pose les questions, une à la fois, et suit la personne.',
				'Asks the questions, one at a time, and follows the person.',
			),
		},
		{
			role: 'reflector',
			least: 2,
			most: 4,
			does: say(
				'Réfléchit à voix haute avec les autres, sans s’adresser à la personne.',
				'Thinks aloud with the others, without addressing the person.',
			),
		},
		helpers.timekeeper,
		helpers.observer,
	],
	rounds: 'one',
	overDays: true,
	stages: [
		stage({
			id: 'interview',
			name: say('Entretien', 'Interview'),
			purpose: say(
				'La personne déplie sa situation, aidée par des questions.',
				'The presenter unfolds their case, helped by questions.',
			),
			minutes: 15,
			speaks: ['presenter', 'interviewer'],
			writes: [
				{ section: 'context', by: ['presenter'] },
				{ section: 'facts', by: ['presenter'] },
				{ section: 'request', by: ['presenter'] },
			],
			guidance: told(fr.interview, en.interview),
		}),
		stage({
			id: 'reflection',
			name: say('Réflexions', 'Reflections'),
			purpose: say(
				'L’équipe pense à voix haute ; les autres écoutent, sans être regardés.',
				'The team thinks aloud; the others listen, without being faced.',
			),
			minutes: 15,
			days: 3,
			speaks: ['reflector'],
			presenter: 'listens',
			writes: [
				{ section: 'feelings', by: ['reflector'] },
				{ section: 'hypotheses', by: ['reflector'] },
			],
			guidance: told(fr.reflection, en.reflection),
		}),
		stage({
			id: 'answer',
			name: say('Retour', 'Answer'),
			purpose: say(
				'La personne dit ce qu’elle a entendu, avec l’aide de l’entretien.',
				'The presenter says what they heard, helped by the interviewer.',
			),
			minutes: 12,
			speaks: ['presenter', 'interviewer'],
			writes: [{ section: 'options', by: ['presenter'] }],
			guidance: told(fr.answer, en.answer),
		}),
		stage({
			id: 'together',
			name: say('Tous ensemble', 'All together'),
			purpose: say(
				'Parler de ce que l’on a appris, et du processus.',
				'To speak of what was learnt, and of the process.',
			),
			minutes: 13,
			speaks: ['presenter', 'facilitator', 'peer', 'observer'],
			turns: 'round',
			writes: [{ section: 'learning', by: ['presenter', 'facilitator', 'peer', 'observer'] }],
			guidance: told(fr.together, en.together),
		}),
	],
	sources: ['Kjær et Tulinius', 'Université d’Aarhus (ced.au.dk)'],
};
