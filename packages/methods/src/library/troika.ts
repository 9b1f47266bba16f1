import type { Method } from '../method.ts';
import { troika as en } from './guidance/en/troika.ts';
import { troika as fr } from './guidance/fr/troika.ts';
import { told } from './guidance/told.ts';
import { say, stage } from './make.ts';

/** Troika consulting (Liberating Structures): ten minutes each, in turn, with the back turned. */
export const troika: Method = {
	name: say('Troïka', 'Troika'),
	purpose: say(
		'À trois, chacun·e reçoit à son tour l’aide rapide des deux autres.',
		'In threes, each in turn gets quick help from the two others.',
	),
	people: { least: 3, most: 4 },
	minutes: 10,
	clock: 'kept',
	advice: 'welcome',
	frame: 'peer',
	facilitatorIsPeer: true,
	roles: [],
	rounds: 'everyone',
	overDays: false,
	stages: [
		stage({
			id: 'question',
			name: say('Question', 'Question'),
			purpose: say(
				'Dire sa question et ce que l’on espère.',
				'To say one’s question and what one hopes for.',
			),
			minutes: 2,
			speaks: ['presenter'],
			writes: [{ section: 'request', by: ['presenter'] }],
			guidance: told(fr.question, en.question),
		}),
		stage({
			id: 'clarification',
			name: say('Précisions', 'Clarification'),
			purpose: say('Une ou deux questions, pas plus.', 'One or two questions, no more.'),
			minutes: 1.5,
			speaks: ['presenter', 'peer'],
			writes: [{ section: 'facts', by: ['presenter'] }],
			guidance: told(fr.clarification, en.clarification),
		}),
		stage({
			id: 'consulting',
			name: say('Consultation', 'Consulting'),
			purpose: say(
				'Les deux autres parlent entre eux ; la personne s’est tournée.',
				'The two others speak among them; the presenter has turned away.',
			),
			minutes: 5,
			speaks: ['peer'],
			presenter: 'withdrawn',
			writes: [
				{ section: 'hypotheses', by: ['peer'] },
				{ section: 'options', by: ['peer'] },
			],
			guidance: told(fr.consulting, en.consulting),
		}),
		stage({
			id: 'takeaway',
			name: say('Ce que je garde', 'What I keep'),
			purpose: say('Dire ce qui aide le plus.', 'To say what helps most.'),
			minutes: 1.5,
			speaks: ['presenter'],
			writes: [{ section: 'learning', by: ['presenter'] }],
			guidance: told(fr.takeaway, en.takeaway),
		}),
	],
	sources: ['Liberating Structures, Troika Consulting'],
};
