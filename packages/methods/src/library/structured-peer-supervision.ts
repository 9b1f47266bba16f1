import type { Method } from '../method.ts';
import { all, guide, helpers, say, stage } from './make.ts';

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
			guidance: [
				guide(
					'presenter',
					say(
						'Vous dites ce que vous voulez entendre, et ce que vous ne voulez pas.',
						'You say what you want to hear, and what you do not.',
					),
				),
				guide('peer', say('Vous écoutez.', 'You listen.')),
			],
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
			guidance: [
				guide(
					'peer',
					say(
						'Vous choisissez une place : la personne, un proche, un collègue, une image.',
						'You choose a place: the person, somebody close, a colleague, an image.',
					),
					{
						prompts: [say('J’écoute à la place de…', 'I listen in the place of…')],
					},
				),
				guide(
					'presenter',
					say('Vous dites quelles places vous aideraient.', 'You say which places would help you.'),
				),
			],
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
			guidance: [
				guide('presenter', say('Vous racontez un moment précis.', 'You tell one precise moment.')),
				guide('peer', say('Vous écoutez depuis votre place.', 'You listen from your place.')),
			],
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
			guidance: [
				guide('peer', say('Vous dites « je » depuis votre place.', 'You say “I” from your place.'), {
					avoids: say('Parler de la personne qui a exposé.', 'Speaking about the presenter.'),
					prompts: [say('Moi qui suis…, je ressens…', 'I who am…, I feel…')],
				}),
				guide('presenter', say('Vous écoutez en silence.', 'You listen in silence.')),
			],
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
			guidance: [
				guide(
					'presenter',
					say('Vous dites ce qui répond à votre question.', 'You say what answers your question.'),
				),
				guide('peer', say('Vous proposez, si on vous le demande.', 'You propose, if you are asked.')),
				guide(
					'observer',
					say(
						'Vous dites ce que vous avez vu du travail du groupe.',
						'You say what you saw of the group’s work.',
					),
				),
			],
		}),
		stage({
			id: 'summary',
			name: say('Synthèse', 'Summary'),
			purpose: say('La demande a-t-elle été entendue ?', 'Was the request heard?'),
			minutes: 8,
			speaks: all,
			turns: 'round',
			writes: [{ section: 'learning', by: ['presenter', 'peer', 'facilitator'] }],
			guidance: [
				guide('presenter', say('Vous résumez ce que vous emportez.', 'You sum up what you take away.')),
				guide('peer', say('Vous dites ce que vous avez appris.', 'You say what you have learnt.')),
			],
		}),
	],
	sources: ['Borders, A systematic approach to peer group supervision (1991)', 'ERIC ED325722'],
};
