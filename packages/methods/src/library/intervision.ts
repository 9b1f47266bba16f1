import type { Method, SubMethod } from '../method.ts';
import { intervision as en } from './guidance/en/intervision.ts';
import { intervisionWays as enWays } from './guidance/en/intervision-ways.ts';
import { intervision as fr } from './guidance/fr/intervision.ts';
import { intervisionWays as frWays } from './guidance/fr/intervision-ways.ts';
import { told } from './guidance/told.ts';
import { all, helpers, inner, say, stage } from './make.ts';

/** Ways of consulting, of which the group chooses one: as in Tietze's fourth stage. */
const ways: SubMethod[] = [
	{
		id: 'brainstorming',
		name: say('Remue-méninges', 'Brainstorming'),
		purpose: say(
			'Beaucoup d’idées, sans les juger, recueillies sans nom.',
			'Many ideas, without judging them, gathered without names.',
		),
		stages: [
			inner({
				id: 'ideas',
				name: say('Idées', 'Ideas'),
				purpose: say(
					'Écrire toutes les idées qui viennent ; elles sont montrées ensemble.',
					'To write all ideas that come; they are shown together.',
				),
				minutes: 15,
				days: 3,
				speaks: ['peer'],
				presenter: 'listens',
				gathers: 'options',
				writes: [{ section: 'options', by: ['peer'] }],
				guidance: told(frWays.ideas, enWays.ideas),
			}),
		],
	},
	{
		id: 'upside-down',
		name: say('Remue-méninges à l’envers', 'Upside-down brainstorming'),
		purpose: say(
			'Comment faire pour que cela aille plus mal ? Puis retourner ce qui en sort.',
			'How could it be made worse? Then turn round what comes of it.',
		),
		stages: [
			inner({
				id: 'worse',
				name: say('Faire pire', 'Making it worse'),
				purpose: say(
					'Imaginer tout ce qui aggraverait la situation.',
					'To imagine all that would make it worse.',
				),
				minutes: 8,
				speaks: ['peer'],
				presenter: 'listens',
				writes: [{ section: 'hypotheses', by: ['peer'] }],
				guidance: told(frWays.worse, enWays.worse),
			}),
			inner({
				id: 'turned',
				name: say('Retourner', 'Turning round'),
				purpose: say('Ce que cela dit de ce qui aiderait.', 'What this says of what would help.'),
				minutes: 7,
				speaks: ['peer'],
				presenter: 'listens',
				writes: [{ section: 'options', by: ['peer'] }],
				guidance: told(frWays.turned, enWays.turned),
			}),
		],
	},
	{
		id: 'good-advice',
		name: say('Tour de bons conseils', 'Round of good advice'),
		purpose: say(
			'Chacun·e donne un conseil, court, qui peut être laissé.',
			'Everybody gives one piece of advice, short, which may be left.',
		),
		stages: [
			inner({
				id: 'advice',
				name: say('Conseils', 'Advice'),
				purpose: say('Un conseil par personne, à tour de rôle.', 'One piece of advice each, in turn.'),
				minutes: 15,
				speaks: ['peer'],
				turns: 'round',
				presenter: 'listens',
				writes: [{ section: 'options', by: ['peer'] }],
				guidance: told(frWays.advice, enWays.advice),
			}),
		],
	},
	{
		id: 'resonance',
		name: say('Résonance', 'Resonance'),
		purpose: say(
			'Dire ce que la situation fait à chacun·e, sans conseil.',
			'To say what the case does to each, without advice.',
		),
		stages: [
			inner({
				id: 'echo',
				name: say('Échos', 'Echoes'),
				purpose: say('Ressentis, images, souvenirs de pratique.', 'Feelings, images, memories of practice.'),
				minutes: 15,
				speaks: ['peer'],
				turns: 'round',
				presenter: 'listens',
				writes: [{ section: 'feelings', by: ['peer'] }],
				guidance: told(frWays.echo, enWays.echo),
			}),
		],
	},
];

/**
 * Peer consultation (intervision, Kollegiale Fallberatung) in ten stages; the way that is chosen in the sixth
 * comes before the seventh. The order and the minutes follow the tables of Jena and of Haug-Benien, within their ranges.
 */
export const intervision: Method = {
	name: say('Intervision', 'Intervision'),
	purpose: say(
		'Se consulter entre pairs, sans expert, avec une façon de faire choisie pour la question du jour.',
		'To consult among peers, without an expert, in a way chosen for the question of the day.',
	),
	people: { least: 4, most: 10 },
	minutes: 75,
	clock: 'kept',
	advice: 'when-asked',
	frame: 'peer',
	facilitatorIsPeer: true,
	roles: [helpers.timekeeper, helpers.scribe, helpers.observer],
	rounds: 'one',
	overDays: true,
	stages: [
		stage({
			id: 'opening',
			name: say('Ouverture', 'Opening'),
			purpose: say('S’accorder sur les rôles et sur la situation.', 'To agree on the roles and the case.'),
			minutes: 5,
			days: 1,
			speaks: all,
			guidance: told(fr.opening, en.opening),
		}),
		stage({
			id: 'account',
			name: say('Récit spontané', 'Account'),
			purpose: say('Raconter la situation comme elle vient.', 'To tell the case as it comes.'),
			minutes: 10,
			speaks: ['presenter'],
			writes: [
				{ section: 'context', by: ['presenter', 'scribe'] },
				{ section: 'facts', by: ['presenter', 'scribe'] },
			],
			guidance: told(fr.account, en.account),
		}),
		stage({
			id: 'resonance',
			name: say('Premier écho', 'First echo'),
			purpose: say('Un ressenti et une phrase, chacun·e.', 'One feeling and one sentence each.'),
			minutes: 4,
			days: 1,
			speaks: ['peer'],
			turns: 'round',
			presenter: 'listens',
			writes: [{ section: 'feelings', by: ['peer'] }],
			guidance: told(fr.resonance, en.resonance),
		}),
		stage({
			id: 'questions',
			name: say('Questions', 'Questions'),
			purpose: say('Comprendre, par des questions courtes.', 'To understand, by short questions.'),
			minutes: 8,
			speaks: ['presenter', 'peer'],
			writes: [{ section: 'facts', by: ['presenter', 'scribe'] }],
			guidance: told(fr.questions, en.questions),
		}),
		stage({
			id: 'key-question',
			name: say('Question clé', 'Key question'),
			purpose: say('Dire en une phrase ce que l’on cherche.', 'To say in one sentence what is looked for.'),
			minutes: 5,
			days: 1,
			speaks: ['presenter', 'peer'],
			writes: [{ section: 'request', by: ['presenter'] }],
			guidance: told(fr['key-question'], en['key-question']),
		}),
		stage({
			id: 'choice',
			name: say('Choix de la consultation', 'Choice of the consultation'),
			purpose: say(
				'Choisir la façon de faire qui convient à la question.',
				'To choose the way that suits the question.',
			),
			minutes: 3,
			days: 1,
			speaks: all,
			guidance: told(fr.choice, en.choice),
			choice: ways,
		}),
		stage({
			id: 'position',
			name: say('Position', 'Position'),
			purpose: say(
				'La personne dit ce qui lui parle, et ce qui ne lui parle pas.',
				'The presenter says what speaks to them, and what does not.',
			),
			minutes: 5,
			speaks: ['presenter'],
			writes: [{ section: 'options', by: ['presenter'] }],
			guidance: told(fr.position, en.position),
		}),
		stage({
			id: 'decision',
			name: say('Décision', 'Decision'),
			purpose: say(
				'Choisir un premier pas, ou de ne rien changer.',
				'To choose a first step, or to change nothing.',
			),
			minutes: 10,
			speaks: ['presenter'],
			writes: [{ section: 'options', by: ['presenter'] }],
			guidance: told(fr.decision, en.decision),
		}),
		stage({
			id: 'sharing',
			name: say('Partage', 'Sharing'),
			purpose: say('Ce que cela dit de nos pratiques.', 'What this says of our practices.'),
			minutes: 7,
			speaks: all,
			turns: 'round',
			writes: [{ section: 'learning', by: ['presenter', 'peer', 'facilitator'] }],
			guidance: told(fr.sharing, en.sharing),
		}),
		stage({
			id: 'look-back',
			name: say('Regard sur la séance', 'Look at the session'),
			purpose: say('Ce qui a aidé le groupe à travailler.', 'What helped the group to work.'),
			minutes: 3,
			days: 1,
			speaks: ['presenter', 'facilitator', 'peer', 'observer'],
			writes: [{ section: 'learning', by: ['presenter', 'peer', 'facilitator', 'observer'] }],
			guidance: told(fr['look-back'], en['look-back']),
		}),
	],
	sources: [
		'Tietze, Kollegiale Beratung (peer-supervision.com)',
		'Friedrich-Schiller-Universität Jena (kursb.uni-jena.de)',
		'Haug-Benien (vornheder.de)',
		'kokom.net (2004)',
	],
};
