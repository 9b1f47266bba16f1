/** What somebody chooses for their own device in the room, in French. */
export const roomChoices = {
	title: 'Son et clavier',
	sound: 'Un son doux quand l’étape change et quand son temps se termine',
	soundTry: 'Écouter le son',
	handKey: 'La touche H demande la parole, ou baisse la main',
	kept: 'Ces choix restent sur cet appareil.',
};
