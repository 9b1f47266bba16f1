/** Sharing a draft, and reading it before the group does, in French. */

export const sharing = {
	title: 'Partager avec le groupe',
	lead: 'Une dernière lecture, puis le texte part. Seul le texte ci-dessous est envoyé : ni le brouillon, ni son histoire, ni la clé.',
	back: 'Revenir au brouillon',
	notYet: 'Ce brouillon ne peut pas encore être partagé.',
	missing: {
		title: 'Il manque un titre.',
		text: 'Le texte est vide.',
		looking: 'La relecture du texte est en cours.',
		unavailable: 'Le détecteur n’a pas pu être chargé : rien n’a été vérifié.',
		findings: (count: number) =>
			count > 1
				? `${count} repérages ne sont ni remplacés ni gardés avec un motif.`
				: 'Un repérage n’est ni remplacé ni gardé avec un motif.',
		stray: 'Du texte est resté dans une rubrique qui n’est pas dans la trame.',
		long: (limit: number) => `Le texte dépasse ${limit} caractères : raccourcissez-le.`,
		titleLong: (limit: number) => `Le titre dépasse ${limit} caractères.`,
		unread: (count: number) =>
			count > 1 ? `${count} passages restent à relire.` : 'Un passage reste à relire.',
		reread: 'Confirmez que vous avez relu le texte.',
		session: 'Choisissez une séance.',
		reader: 'Choisissez la personne qui relira.',
	},

	readTitle: 'Le texte, tel que les autres le verront',
	readHint: 'Lisez-le comme quelqu’un qui connaîtrait la famille, le quartier, le service.',
	riskTitle: 'À relire en premier',
	riskHint: 'Les passages par lesquels quelqu’un pourrait être reconnu, les plus risqués d’abord.',
	noRisk: 'Aucun passage n’est signalé. Relisez tout de même : vous savez ce que le détecteur ignore.',
	kept: (kind: string) => `${kind}, gardé`,
	wholeTitle: 'Titre',
	readPassage: (words: string) => `Relu : « ${words} »`,
	times: (count: number) => `${count} endroits`,
	see: 'Voir dans le texte',
	reread: 'J’ai relu tout le texte, titre compris, tel que les autres le verront.',
	change: 'Modifier le texte',

	where: 'Pour quelle séance',
	session: 'Séance',
	noSession: 'Aucune séance n’est ouverte à une nouvelle situation.',
	noSessionHint: 'On peut partager jusqu’à un jour après la fin d’une séance. Le brouillon vous attend ici.',
	reader: 'Seconde lecture',
	readerHint:
		'Ce groupe demande qu’une personne relise avant que les autres voient la situation. Jusque-là, seulement elle et vous.',
	chooseReader: 'Choisir…',
	noReader: 'Personne d’autre n’est dans ce groupe : il faut un second lecteur ou une seconde lectrice.',
	submit: 'Partager le texte relu',
	promise: 'Pseudonymisé et relu',
	promiseLimits:
		'Ce que cela ne promet pas : quelqu’un qui connaît la situation peut encore la reconnaître. Le secret professionnel reste celui de chaque membre du groupe.',
	untreated:
		'Le service voit encore des repérages dans ce texte. Rien n’a été partagé. Revenez au brouillon : il vient d’être relu ; si tout y semble décidé, rechargez la page.',

	done: 'Le texte est partagé.',
	doneReading: (name: string) => `Le texte attend d’être lu par ${name}. Le groupe le verra ensuite.`,
	draftChoice: 'Que faire du brouillon sur cet appareil ?',
	draftChoiceHint:
		'Il contient encore sa clé des pseudonymes, et peut-être des mots que vous n’avez pas partagés.',
	keepDraft: 'Le garder et voir la situation',
	eraseDraft: 'L’effacer et voir la situation',

	state: 'En seconde lecture',
	second: {
		setting: 'Une seconde lecture avant d’ouvrir',
		settingHint:
			'Chaque situation est relue par une personne du groupe avant que les autres la voient. S’applique aux prochaines.',
		settingOn: 'Les prochaines situations seront relues avant d’être ouvertes.',
		settingOff: 'Les prochaines situations seront ouvertes dès leur partage.',
		on: 'Ici, chaque situation est relue par une personne du groupe avant d’être ouverte.',
		toRead: 'à relire avant ouverture au groupe',
		read: 'Relire',
		title: 'Vous relisez cette situation avant le groupe',
		lead: (name: string) =>
			`${name} vous demande une seconde lecture. Seulement vous deux voyez ce texte ; vous pouvez y corriger ce qui permettrait de reconnaître quelqu’un.`,
		places: 'À regarder en premier',
		blurHint: 'À flouter dans le texte, s’il y a lieu.',
		keep: 'Garder, parce que',
		choose: 'Choisir un motif…',
		undecided: (count: number) =>
			count > 1
				? `${count} repérages : à flouter dans le texte, ou à garder avec un motif.`
				: 'Un repérage : à flouter dans le texte, ou à garder avec un motif.',
		nothing: 'Rien n’est signalé. C’est votre lecture qui compte.',
		reread: 'J’ai relu tout le texte, titre compris.',
		finish: 'J’ai relu : ouvrir au groupe',
		notSaved: 'Le texte n’est pas encore enregistré : réessayez quand la connexion est revenue.',
		changed: 'Le texte a changé pendant votre lecture : regardez-le encore une fois.',
		opened: 'La situation est ouverte au groupe.',
		waiting: (name: string) => `Cette situation attend d’être lue par ${name}. Seulement vous deux la voyez.`,
		noReader: 'Personne ne relit cette situation pour l’instant. Vous seul·e la voyez.',
		askOther: 'Demander à quelqu’un d’autre',
		ask: 'Demander une lecture',
		askTitle: 'Demander une seconde lecture',
		askEffect:
			'La personne choisie voit la situation à l’instant. Si quelqu’un d’autre devait la lire, cette personne ne la voit plus.',
		who: 'Qui relit',
		confirm: 'Demander',
		asked: (name: string) => `La lecture est demandée à ${name}.`,
		alone: 'Il n’y a personne d’autre à qui demander dans ce groupe.',
	},

	room: {
		fromDraft: 'Partir d’un brouillon',
		fromDraftHint:
			'Vous écrivez d’abord sur cet appareil ; les noms et les lieux y sont repérés, puis vous partagez.',
		drafts: 'Voir mes brouillons',
		empty: 'Ou ouvrir une situation vide, à écrire ensemble',
		titleFindings: 'Ce titre contient des repérages',
		titleUndecided: (count: number) =>
			count > 1
				? `${count} repérages : à changer dans le titre, ou à garder avec un motif.`
				: 'Un repérage : à changer dans le titre, ou à garder avec un motif.',
		titleUnavailable:
			'Le détecteur n’a pas pu être chargé : le titre n’a pas été vérifié, rien n’a été envoyé.',
	},
};
