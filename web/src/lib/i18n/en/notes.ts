/** One's own notes of a session, in English. */
import type { Messages } from '../fr.ts';

export const notes: Messages['notes'] = {
	title: 'My notes',
	hint: 'For you alone, encrypted with your key. Nobody else can read them.',
	saving: 'Saving…',
	saved: (time) => `Saved at ${time}`,
	unsaved: 'Not saved yet.',
	onDevice: 'Your words are kept on this device.',
	offered: 'You had written words here that could not be saved. This device kept them:',
	add: 'Add them to my note',
	forget: 'Erase them',
	elsewhere: 'This note was changed in another of your windows.',
	readAgain: 'Take what is written there (what is written here will be lost)',
	waiting: 'Notes of sessions that are not in your journal yet',
	take: 'Take my notes into my journal',
	takeHint: 'Arrange them as you like. The note of the session is erased afterwards.',
	takenUp: 'What you noted during the session is taken up here. Once saved, it is erased from the session.',
	takeSubmit: 'Add to my journal',
	taken: 'It is in your journal. The note of the session is erased.',
};
