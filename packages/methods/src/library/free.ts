import type { Method } from '../method.ts';
import { all, guide, helpers, say, stage } from './make.ts';

/** Three stages that any conversation about practice has. Ours; a group makes its own of it. */
export const free: Method = {
	name: say('Libre', 'Free'),
	purpose: say(
		'Un temps pour exposer, un pour penser ensemble, un pour garder quelque chose.',
		'A time to present, one to think together, one to keep something.',
	),
	people: { least: 2, most: 12 },
	minutes: 60,
	clock: 'optional',
	advice: 'when-asked',
	frame: 'either',
	facilitatorIsPeer: true,
	roles: [helpers.timekeeper, helpers.scribe, helpers.observer],
	rounds: 'one',
	overDays: true,
	stages: [
		stage({
			id: 'present',
			name: say('Exposer', 'Present'),
			purpose: say(
				'Dire la situation et ce que l’on cherche.',
				'To say the case and what one is looking for.',
			),
			minutes: 15,
			speaks: all,
			writes: [
				{ section: 'context', by: ['presenter', 'scribe'] },
				{ section: 'facts', by: ['presenter', 'scribe'] },
				{ section: 'request', by: ['presenter', 'scribe'] },
			],
			guidance: [
				guide('presenter', say('Vous exposez à votre façon.', 'You present in your own way.'), {
					avoids: say('Ce qui permettrait de reconnaître quelqu’un.', 'What would let anyone be recognised.'),
				}),
				guide(
					'peer',
					say(
						'Vous écoutez, vous demandez ce qui n’est pas clair.',
						'You listen, and ask about what is not clear.',
					),
				),
			],
		}),
		stage({
			id: 'think',
			name: say('Penser ensemble', 'Think together'),
			purpose: say('Partager ressentis, hypothèses et pistes.', 'To share feelings, hypotheses and options.'),
			minutes: 30,
			days: 4,
			speaks: all,
			writes: [
				{ section: 'feelings', by: ['presenter', 'peer', 'facilitator', 'scribe'] },
				{ section: 'hypotheses', by: ['presenter', 'peer', 'facilitator', 'scribe'] },
				{ section: 'options', by: ['presenter', 'peer', 'facilitator', 'scribe'] },
			],
			guidance: [
				guide(
					'peer',
					say('Vous dites ce que la situation vous fait penser.', 'You say what the case makes you think.'),
				),
				guide('presenter', say('Vous prenez ce qui vous parle.', 'You take what speaks to you.')),
			],
		}),
		stage({
			id: 'keep',
			name: say('Garder', 'Keep'),
			purpose: say('Ce que chacun·e emporte.', 'What each takes away.'),
			minutes: 15,
			speaks: ['presenter', 'facilitator', 'peer', 'observer'],
			turns: 'round',
			writes: [{ section: 'learning', by: ['presenter', 'peer', 'facilitator', 'scribe', 'observer'] }],
			guidance: [
				guide('peer', say('Une chose que vous gardez.', 'One thing that you keep.')),
				guide('presenter', say('Ce que vous allez faire, ou laisser.', 'What you will do, or leave.')),
			],
		}),
	],
	sources: [],
};
