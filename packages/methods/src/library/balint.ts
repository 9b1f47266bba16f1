import type { Method } from '../method.ts';
import { balint as en } from './guidance/en/balint.ts';
import { balint as fr } from './guidance/fr/balint.ts';
import { told } from './guidance/told.ts';
import { all, helpers, say, stage } from './make.ts';

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
			guidance: told(fr.account, en.account),
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
			guidance: told(fr.clarification, en.clarification),
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
			guidance: told(fr.imagining, en.imagining),
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
			guidance: told(fr.return, en.return),
		}),
		stage({
			id: 'close',
			name: say('Clôture', 'Close'),
			purpose: say('Quitter la situation ensemble.', 'To leave the case together.'),
			minutes: 4,
			speaks: [...all, 'co-facilitator', 'observer'],
			turns: 'round',
			writes: [{ section: 'learning', by: ['presenter', 'peer'] }],
			guidance: told(fr.close, en.close),
		}),
	],
	sources: [
		'Balint Society (balintsociety.org.uk)',
		'AMMPPU (ammppu.org)',
		'American Balint Society (americanbalintsociety.org)',
		'Salinsky, The Balint method (balint.co.uk)',
	],
};
