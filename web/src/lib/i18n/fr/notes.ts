/** One's own notes of a session, in French. */
export const notes = {
	title: 'Mes notes',
	hint: 'Pour vous seul·e, chiffrées avec votre clé. Personne d’autre ne peut les lire.',
	saving: 'Enregistrement…',
	saved: (time: string) => `Enregistré à ${time}`,
	unsaved: 'Pas encore enregistré.',
	onDevice: 'Vos mots sont gardés sur cet appareil.',
	offered: 'Vous aviez écrit ici des mots qui n’ont pas pu être enregistrés. Cet appareil les a gardés :',
	add: 'Les ajouter à ma note',
	forget: 'Les effacer',
	elsewhere: 'Cette note a été changée dans une autre de vos fenêtres.',
	readAgain: 'Reprendre ce qui y est écrit (ce qui est écrit ici sera perdu)',
	waiting: 'Notes de séance qui ne sont pas encore dans votre journal',
	take: 'Reprendre mes notes dans mon journal',
	takeHint: 'Répartissez-les comme vous voulez. La note de la séance est ensuite effacée.',
	takenUp:
		'Ce que vous avez noté pendant la séance est repris ici. Une fois enregistré, c’est effacé de la séance.',
	takeSubmit: 'Mettre dans mon journal',
	taken: 'C’est dans votre journal. La note de la séance est effacée.',
};
