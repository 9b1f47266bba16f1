/** What a group says of itself, in English. */
import type { Messages } from '../fr.ts';

export const groupProfile: Messages['groupProfile'] = {
	methods: {
		codevelopment: 'Codevelopment',
		balint: 'Balint group',
		gapp: 'GAPP (analysis of professional practice)',
		gease: 'GEASE (analysis of educational situations)',
		intervision: 'Intervision (peer consultation)',
		'structured-peer-supervision': 'Structured peer supervision',
		'reflecting-team': 'Reflecting team',
		troika: 'Troika consulting',
		'wise-crowds': 'Wise crowds',
		'critical-incident': 'Critical incident',
		free: 'Free form',
	},
	fields: {
		'child-protection': 'Child protection',
		family: 'Families, couples, parenting',
		disability: 'Disability',
		elderly: 'Older people',
		'mental-health': 'Mental health',
		addiction: 'Addiction',
		'housing-and-integration': 'Housing and social integration',
		justice: 'Justice system',
		migration: 'Migration and exile',
		health: 'Health',
		employment: 'Work and employment',
		mediation: 'Mediation',
		other: 'Another field',
	},
	rhythms: {
		weekly: 'Every week',
		fortnightly: 'Every two weeks',
		monthly: 'Every month',
		other: 'Another rhythm',
	},
	admissions: { 'on-request': 'On request', 'on-invitation': 'By invitation' },
	facilitations: { facilitated: 'With a facilitator', 'self-facilitated': 'No fixed facilitator' },
	methodsTitle: 'Methods',
	fieldsTitle: 'Fields of practice',
	severalHint: 'Choose several, or none.',
	region: 'French region',
	anywhere: 'Anywhere, or online',
	rhythm: 'Intended rhythm',
	admission: 'How to come in',
	admissionHint:
		'On request: anyone may ask, and moderators answer. By invitation: only the people you invite.',
	facilitation: 'Facilitation',
	facilitationHint:
		'Without a fixed facilitator, another person facilitates each session, in turn. Planning, publishing the charter and the settings stay with those who are responsible for the group; they can make any member responsible too.',
};
