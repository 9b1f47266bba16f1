import type { Method } from '../method.ts';
import { free as en } from './guidance/en/free.ts';
import { free as fr } from './guidance/fr/free.ts';
import { told } from './guidance/told.ts';
import { all, helpers, say, stage } from './make.ts';

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
			guidance: told(fr.present, en.present),
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
			guidance: told(fr.think, en.think),
		}),
		stage({
			id: 'keep',
			name: say('Garder', 'Keep'),
			purpose: say('Ce que chacun·e emporte.', 'What each takes away.'),
			minutes: 15,
			speaks: ['presenter', 'facilitator', 'peer', 'observer'],
			turns: 'round',
			writes: [{ section: 'learning', by: ['presenter', 'peer', 'facilitator', 'scribe', 'observer'] }],
			guidance: told(fr.keep, en.keep),
		}),
	],
	sources: [],
};
