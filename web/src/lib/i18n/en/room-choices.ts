/** What somebody chooses for their own device in the room, in English. */
import type { Messages } from '../fr.ts';

export const roomChoices: Messages['roomChoices'] = {
	title: 'Sound and keyboard',
	sound: 'A soft sound when the stage changes, and when its time comes to an end',
	soundTry: 'Hear the sound',
	handKey: 'The H key raises or lowers my hand',
	kept: 'These choices stay on this device.',
};
