/** When someone may be in danger, in English. */
import type { Messages } from '../fr.ts';

export const dangers: Messages['dangers'] = {
	title: 'When a person is in danger',
	lead: 'What the rooms of your groups show when somebody stops the session. Nothing that is said there reaches you.',
	link: 'What rooms show when a person is in danger',
	numbers: 'Whom to call',
	neverChecked: (organisation) => `Default text, not yet checked by ${organisation}.`,
	checked: (organisation, day) => `Checked by ${organisation} on ${day}.`,
	step: (at) => `Step ${at}`,
	stepTitle: 'Title',
	stepText: 'Text',
	number: 'Number',
	numberName: 'Name',
	byText: 'by text message',
	onlyByText: 'Only by text message',
	numberWhen: 'When to call it',
	in: { fr: 'in French', en: 'in English' },
	addStep: 'Add a step',
	addNumber: 'Add a number',
	removeStep: (title) => `Remove the step “${title}”`,
	removeNumber: (number) => `Remove the number ${number}`,
	remove: 'Remove',
	isChecked: 'I have checked every text and every number today',
	isCheckedHint: 'The date is shown in the rooms. A change that is not checked takes it away.',
	save: 'Save',
	saved: 'Saved. The rooms show it from now on.',
};
