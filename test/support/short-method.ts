/** A method of three stages, in which everything happens that a room has to keep apart. */
import type { FromServer } from '@entrepairs/contract/room';

type Method = NonNullable<Extract<FromServer, { type: 'method' }>['method']>;

const both = (words: string) => ({ fr: words, en: words });

const stage = {
	purpose: both('Avancer.'),
	minutes: 10,
	isFixed: false,
	days: 2,
	turns: 'free',
	guidance: [] as Method['stages'][number]['guidance'],
	gathers: null,
	choice: null,
} as const;

export const shortMethod: Method = {
	name: both('Courte'),
	purpose: both('Essayer.'),
	people: { least: 2, most: 8 },
	minutes: 30,
	clock: 'optional',
	advice: 'welcome',
	frame: 'either',
	facilitatorIsPeer: true,
	roles: [],
	rounds: 'one',
	overDays: true,
	sources: [],
	stages: [
		{
			...stage,
			id: 'tell',
			name: both('Exposer'),
			speaks: ['presenter'],
			presenter: 'in',
			writes: [{ section: 'facts', by: ['presenter'] }],
		},
		{
			...stage,
			id: 'consult',
			name: both('Consulter'),
			speaks: ['peer', 'facilitator'],
			presenter: 'listens',
			writes: [{ section: 'options', by: ['peer'] }],
			gathers: 'options',
		},
		{
			...stage,
			id: 'choose',
			name: both('Choisir'),
			speaks: ['presenter', 'peer', 'facilitator'],
			presenter: 'in',
			writes: [{ section: 'learning', by: ['presenter'] }],
		},
	],
};
