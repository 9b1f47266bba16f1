import type { Method } from '../method.ts';
import { structuredPeerSupervision as en } from './guidance/en/structured-peer-supervision.ts';
import { structuredPeerSupervision as fr } from './guidance/fr/structured-peer-supervision.ts';
import { told } from './guidance/told.ts';
import { all, helpers, say, stage } from './make.ts';

/** Structured peer group supervision, after Borders (1991). Minutes are our proposal. */
export const structuredPeerSupervision: Method = {
	name: say('Supervision structurée entre pairs', 'Structured peer group supervision'),
	purpose: say(
		'Regarder une situation depuis des places différentes : celle de la personne accompagnée, d’un proche, d’un courant de pensée.',
		'To look at a case from different places: that of the person, of somebody close, of a school of thought.',
	),
	people: { least: 3, most: 8 },
	minutes: 60,
	clock: 'kept',
	advice: 'when-asked',
	frame: 'either',
	facilitatorIsPeer: false,
	roles: [helpers.observer, helpers.timekeeper],
	rounds: 'one',
	overDays: true,
	stages: [
		stage({
			id: 'question',
			name: say('Question', 'Question'),
			purpose: say(
				'Dire sa question et l’aide que l’on souhaite.',
				'To say one’s question and the help one wishes for.',
			),
			minutes: 5,
			speaks: ['presenter'],
			writes: [{ section: 'request', by: ['presenter'] }],
			guidance: told(fr.question, en.question),
		}),
		stage({
			id: 'places',
			name: say('Choix des places', 'Choosing places'),
			purpose: say(
				'Chacun·e choisit d’où il ou elle écoutera.',
				'Everybody chooses where they will listen from.',
			),
			minutes: 5,
			speaks: ['peer', 'presenter'],
			turns: 'round',
			guidance: told(fr.places, en.places),
		}),
		stage({
			id: 'account',
			name: say('Exposé', 'Account'),
			purpose: say('Raconter un moment de la situation.', 'To tell a moment of the case.'),
			minutes: 12,
			speaks: ['presenter'],
			writes: [
				{ section: 'context', by: ['presenter'] },
				{ section: 'facts', by: ['presenter'] },
			],
			guidance: told(fr.account, en.account),
		}),
		stage({
			id: 'voices',
			name: say('Paroles depuis les places', 'Voices from the places'),
			purpose: say(
				'Parler à la première personne depuis sa place ; la personne qui a exposé se tait.',
				'To speak in the first person from one’s place; the presenter is silent.',
			),
			minutes: 18,
			speaks: ['peer'],
			turns: 'round',
			presenter: 'listens',
			writes: [
				{ section: 'feelings', by: ['peer'] },
				{ section: 'hypotheses', by: ['peer'] },
			],
			guidance: told(fr.voices, en.voices),
		}),
		stage({
			id: 'discussion',
			name: say('Discussion', 'Discussion'),
			purpose: say(
				'Relier ce qui a été entendu à la question de départ.',
				'To connect what was heard to the question.',
			),
			minutes: 12,
			speaks: ['presenter', 'peer', 'observer', 'facilitator'],
			writes: [
				{ section: 'options', by: ['presenter', 'peer'] },
				{ section: 'hypotheses', by: ['peer'] },
			],
			guidance: told(fr.discussion, en.discussion),
		}),
		stage({
			id: 'summary',
			name: say('Synthèse', 'Summary'),
			purpose: say('La demande a-t-elle été entendue ?', 'Was the request heard?'),
			minutes: 8,
			speaks: all,
			turns: 'round',
			writes: [{ section: 'learning', by: ['presenter', 'peer', 'facilitator'] }],
			guidance: told(fr.summary, en.summary),
		}),
	],
	sources: ['Borders, A systematic approach to peer group supervision (1991)', 'ERIC ED325722'],
};
