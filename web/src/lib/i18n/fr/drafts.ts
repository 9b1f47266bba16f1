/** The place for drafts, in French. */

export const drafts = {
	title: 'Brouillons',
	lead: 'Des textes bruts, pour préparer une situation. Ils restent sur cet appareil.',
	stays: 'Ce brouillon reste sur cet appareil',
	staysHint:
		'Rien de ce que vous écrivez ici n’est envoyé. Il est chiffré dans ce navigateur, pour ce compte seulement, et n’existe nulle part ailleurs.',
	limits:
		'Effacer les données de ce navigateur efface aussi les brouillons. Qui peut se servir de cet appareil avec votre session ouverte peut les lire.',
	open: 'Ouvrir un brouillon',
	write: 'Écrire un brouillon',
	mine: 'Mes brouillons',
	mineHint: 'Sur cet appareil seulement.',
	empty: 'Aucun brouillon sur cet appareil.',
	emptyHint:
		'Écrivez ou collez votre texte tel quel : les noms, les lieux et les dates sont repérés ici, avant tout envoi.',
	noTitle: 'Sans titre',
	changed: (when: string) => `modifié le ${when}`,
	words: (count: number) => `${count} ${count > 1 ? 'mots' : 'mot'}`,
	shared: 'Partagé',
	loading: 'Le brouillon s’ouvre…',
	missing: 'Ce brouillon n’est pas sur cet appareil.',
	missingHint:
		'Il a été effacé, ou il a été écrit avec un autre compte, un autre navigateur ou un autre appareil.',
	notLoaded:
		'Cette page n’a pas pu se charger : il n’y a pas de connexion, ou le service vient de changer de version. Vos brouillons sont toujours sur cet appareil.',

	one: 'Brouillon',
	caseTitle: 'Titre',
	caseTitleHint: 'Il sera partagé aussi : il est relu avec le texte.',
	language: 'Langue du texte',
	languages: { fr: 'Français', en: 'Anglais' },
	template: 'Trame',
	stray: 'Cette rubrique n’est pas dans la trame choisie : déplacez son texte avant de partager.',
	pasteHint: 'Vous pouvez coller ici tout un texte d’un coup, puis le répartir.',
	tooLarge: 'Ce texte est trop long pour être collé d’un coup. Collez-le par morceaux.',
	undo: 'Annuler',
	redo: 'Rétablir',

	states: {
		saved: 'Gardé sur cet appareil',
		saving: 'En cours…',
		failed: 'Pas encore gardé : la place manque peut-être',
		unkept: 'Pas gardé : ce navigateur ne le permet pas',
		conflict: 'Pas gardé : changé dans un autre onglet',
		gone: 'Effacé de cet appareil',
	},
	unkept:
		'Ce navigateur ne permet pas de garder de brouillon : c’est peut-être une fenêtre privée, ou une ancienne page d’Entrepairs est restée ouverte dans un autre onglet. Fermez-la et rechargez cette page ; d’ici là, laissez-la ouverte.',
	conflict: 'Ce brouillon a changé dans un autre onglet.',
	conflictHint: 'Pour que rien ne soit perdu, rien n’a été remplacé. Que faire de ce qui est écrit ici ?',
	keepBoth: 'Le garder comme second brouillon',
	takeOther: 'Reprendre le texte de l’autre onglet',
	gone: 'Les brouillons ont été effacés de cet appareil dans un autre onglet. Ce qui est affiché ici n’est plus gardé.',

	erase: 'Effacer le brouillon',
	eraseTitle: 'Effacer ce brouillon ?',
	eraseEffect:
		'Le texte brut et sa clé des pseudonymes disparaissent de cet appareil pour de bon. Rien ne permet de les retrouver. Une situation déjà partagée reste à son groupe.',
	eraseConfirm: 'Effacer pour de bon',
	erased: 'Le brouillon est effacé.',

	share: 'Partager avec le groupe',
	shareShort: 'Partager',
	sharedAs: 'Ce brouillon a été partagé.',
	seeCase: 'Voir la situation',
	leaveTitle: 'Brouillons sur cet appareil',
	leaving: (count: number) =>
		count > 1
			? `${count} brouillons sont gardés sur cet appareil, et nulle part ailleurs.`
			: 'Un brouillon est gardé sur cet appareil, et nulle part ailleurs.',
	leaveChoice: 'Que faire des brouillons ?',
	leaveKept: 'Les garder ici',
	leaveKeptHint: 'Chiffrés, et montrés seulement quand vous vous reconnectez avec ce compte.',
	leaveErased: 'Les effacer',
	leaveErasedHint: 'Pour de bon, avec leurs clés des pseudonymes. À choisir sur un appareil partagé.',

	key: {
		tab: 'Clé',
		title: 'Clé des pseudonymes',
		lead: 'Qui se cache derrière chaque pseudonyme. Elle reste sur cet appareil, chiffrée avec le brouillon, et n’est jamais partagée.',
		empty: 'Elle se remplit quand vous remplacez des noms.',
		pseudonym: 'Dans le texte',
		real: 'En réalité',
		forget: (real: string) => `Retirer ${real} de la clé`,
		forgetShort: 'Retirer',
		show: 'Montrer la clé',
		hide: 'Cacher la clé',
		export: 'Exporter',
		import: 'Importer',
		exportTitle: 'Exporter la clé',
		exportEffect:
			'Un fichier chiffré avec votre phrase de passe. Sans elle, personne ne peut l’ouvrir, vous non plus.',
		passphrase: 'Phrase de passe',
		passphraseHint: (length: number) => `${length} caractères au moins. Quelques mots sans lien entre eux.`,
		passphraseShort: (length: number) => `Au moins ${length} caractères.`,
		repeat: 'Encore une fois',
		different: 'Les deux saisies ne sont pas les mêmes.',
		exportConfirm: 'Enregistrer le fichier',
		exported: 'Le fichier est enregistré.',
		fileName: 'cle-des-pseudonymes',
		importTitle: 'Importer une clé',
		importEffect: 'Ce que vous avez déjà ici ne change pas ; ce qui manque est ajouté.',
		file: 'Fichier',
		fileMissing: 'Choisissez le fichier de la clé.',
		notAKey: 'Ce fichier n’est pas une clé des pseudonymes.',
		wrongPassphrase:
			'Cette phrase de passe n’ouvre pas ce fichier. Vérifiez-la ; si elle est juste, le fichier est abîmé.',
		importConfirm: 'Ouvrir la clé',
		imported: (count: number) =>
			count > 1 ? `${count} personnes ajoutées à la clé.` : `${count} personne ajoutée à la clé.`,
		leftOut: (names: string) =>
			`Pas ajouté, car ce pseudonyme désigne déjà quelqu’un d’autre ici : ${names}.`,
	},
};
