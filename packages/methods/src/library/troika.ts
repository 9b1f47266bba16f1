import type { Method } from '../method.ts';
import { guide, say, stage } from './make.ts';

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
			guidance: [
				guide('presenter', say('Vous dites ce qui vous arrête.', 'You say what stops you.')),
				guide('peer', say('Vous écoutez.', 'You listen.')),
			],
		}),
		stage({
			id: 'clarification',
			name: say('Précisions', 'Clarification'),
			purpose: say('Une ou deux questions, pas plus.', 'One or two questions, no more.'),
			minutes: 1.5,
			speaks: ['presenter', 'peer'],
			writes: [{ section: 'facts', by: ['presenter'] }],
			guidance: [
				guide('peer', say('Vous demandez l’essentiel.', 'You ask for the essential.')),
				guide('presenter', say('Vous répondez en une phrase.', 'You answer in one sentence.')),
			],
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
			guidance: [
				guide(
					'peer',
					say(
						'Vous pensez à voix haute : idées, conseils, contacts.',
						'You think aloud: ideas, advice, contacts.',
					),
				),
				guide(
					'presenter',
					say('Micro et caméra coupés, vous notez.', 'Microphone and camera off, you take notes.'),
				),
			],
		}),
		stage({
			id: 'takeaway',
			name: say('Ce que je garde', 'What I keep'),
			purpose: say('Dire ce qui aide le plus.', 'To say what helps most.'),
			minutes: 1.5,
			speaks: ['presenter'],
			writes: [{ section: 'learning', by: ['presenter'] }],
			guidance: [
				guide('presenter', say('Vous dites une chose que vous gardez.', 'You say one thing that you keep.')),
				guide('peer', say('Vous écoutez.', 'You listen.')),
			],
		}),
	],
	sources: ['Liberating Structures, Troika Consulting'],
};
