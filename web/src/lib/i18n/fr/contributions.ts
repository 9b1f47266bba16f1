/** What a stage gathers without names, in French. */
export const contributions = {
	title: 'Recueil sans nom',
	lead: (section: string) =>
		`Chacun écrit de son côté. Tout sera montré ensemble, sans nom, dans « ${section} ».`,
	leadOthers: (section: string) =>
		`Le groupe écrit, chacun de son côté. Tout sera montré ensemble, sans nom, dans « ${section} ».`,
	few: 'À moins de trois à écrire, on devine qui a écrit quoi. Ce recueil ne protège pas vos noms.',
	how: 'Ce qui protège votre nom, et ce qui ne le protège pas',
	protects:
		'Toutes les fenêtres envoient en même temps, toutes les quelques secondes, qu’il y ait des mots ou non. Le serveur mélange ce qui arrive et ne garde ni nom, ni heure, ni ordre. Personne ne voit combien de contributions sont là avant qu’elles soient montrées.',
	protectsNot:
		'Votre façon d’écrire peut vous faire reconnaître, comme le fait d’être vu·e en train de taper. Le logiciel du serveur, pendant qu’il reçoit, sait d’où viennent les mots : il ne l’écrit nulle part.',
	field: 'Votre contribution',
	hint: 'Une idée à la fois, à propos de la situation. Rien ne part tant que vous n’avez pas ajouté.',
	fieldAgain: 'La même, autrement dite',
	add: 'Ajouter au recueil',
	keep: 'Garder ces mots',
	cancel: 'Annuler',
	tooLong: 'C’est trop long pour partir d’un seul coup. Faites-en deux.',
	mine: 'Ce que j’ai ajouté',
	mineHint: 'Vous seul·e voyez cette liste, sur cet appareil.',
	states: {
		waiting: 'Part dans quelques secondes.',
		gathered: 'Recueillie.',
		leaving: 'Se retire.',
		refused: 'N’a pas été prise.',
	},
	reword: 'Modifier',
	rewordOf: (words: string) => `Modifier ${words}`,
	takeBack: 'Retirer',
	takeBackOf: (words: string) => `Retirer ${words}`,
	reveal: 'Montrer ensemble',
	revealHint:
		'Demandez d’abord si chacun a fini : ce qui n’est pas encore recueilli resterait chez son auteur. Passer à l’étape suivante montre aussi.',
	revealed: (section: string) => `Ce qui a été recueilli est montré dans « ${section} ».`,
	leftOver: 'Ces mots n’étaient pas partis quand le recueil a été montré. Ils sont restés sur cet appareil.',
	takenBackLate:
		'Vous retiriez ces mots quand le recueil a été montré : ils y sont peut-être. Le texte est au groupe, vous pouvez les y effacer.',
	forget: 'Les effacer d’ici',
};
