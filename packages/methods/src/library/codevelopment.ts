import type { Method } from '../method.ts';

/** In short, until the library is there. */
export const codevelopment: Method = {
	name: { fr: 'Codéveloppement', en: 'Codevelopment' },
	purpose: {
		fr: 'Avancer sur une situation à partir de ce que chacun a vécu, et repartir avec un plan.',
		en: 'Move on with a situation from what each has lived through, and leave with a plan.',
	},
	people: { least: 4, most: 8 },
	minutes: 60,
	clock: 'optional',
	advice: 'when-asked',
	frame: 'peer',
	facilitatorIsPeer: true,
	roles: [
		{
			role: 'timekeeper',
			least: 0,
			most: 1,
			does: { fr: 'Rappelle le temps qui reste.', en: 'Says how much time is left.' },
		},
	],
	rounds: 'one',
	overDays: true,
	stages: [
		{
			id: 'account',
			name: { fr: 'Exposé', en: 'Account' },
			purpose: {
				fr: 'Entendre la situation sans interrompre.',
				en: 'Hear the situation without interrupting.',
			},
			minutes: 20,
			isFixed: false,
			days: 2,
			speaks: ['presenter'],
			turns: 'free',
			presenter: 'in',
			writes: [{ section: 'facts', by: ['presenter'] }],
			gathers: null,
			guidance: [
				{
					party: 'presenter',
					does: { fr: 'Racontez ce qui s’est passé.', en: 'Tell what happened.' },
					avoids: null,
					prompts: [{ fr: 'Qu’est-ce qui vous retient encore ?', en: 'What still holds you?' }],
				},
				{
					party: 'peer',
					does: { fr: 'Écoutez.', en: 'Listen.' },
					avoids: { fr: 'Interrompre.', en: 'Interrupting.' },
					prompts: [],
				},
			],
			choice: null,
		},
		{
			id: 'consultation',
			name: { fr: 'Consultation', en: 'Consultation' },
			purpose: { fr: 'Dire ce que la situation évoque.', en: 'Say what the situation brings to mind.' },
			minutes: 40,
			isFixed: false,
			days: 3,
			speaks: ['facilitator', 'peer'],
			turns: 'round',
			presenter: 'listens',
			writes: [{ section: 'hypotheses', by: ['peer'] }],
			gathers: null,
			guidance: [],
			choice: null,
		},
	],
	sources: ['Payette & Champagne, Le groupe de codéveloppement professionnel, 1997'],
};
