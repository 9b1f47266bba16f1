import type { CaseSection } from './case-templates.ts';

/** What a group writes in the minutes of a session, beside the facts that are there already. */
export const minutesSections: readonly CaseSection[] = [
	{
		key: 'decisions',
		name: { fr: 'Décisions', en: 'Decisions' },
		guidance: {
			fr: 'Ce que le groupe a décidé, et pour quand.',
			en: 'What the group decided, and by when.',
		},
	},
	{
		key: 'follow-up',
		name: { fr: 'À suivre', en: 'To follow up' },
		guidance: {
			fr: 'Ce qui reste ouvert, et ce à quoi revenir la prochaine fois.',
			en: 'What remains open, and what to come back to next time.',
		},
	},
	{
		key: 'learning',
		name: { fr: 'Ce que nous retenons', en: 'What we take away' },
		guidance: {
			fr: 'Ce que cette séance nous apprend, au-delà de la situation.',
			en: 'What this session teaches us, beyond the situation.',
		},
	},
	{
		key: 'notes',
		name: { fr: 'Notes', en: 'Notes' },
		guidance: {
			fr: 'Le reste, sans rien qui permette de reconnaître quelqu’un.',
			en: 'Anything else, with nothing that lets anyone be recognised.',
		},
	},
];

/** Where it stands what people said they take away, when the session closed. */
export const takenAwaySection = 'learning';
