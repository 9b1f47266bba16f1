/** Every word on screen, in French. This file gives the shape that the English one must fill. */
import type { ConflictReason, FieldErrorCode } from '@entrepairs/contract/problem';
import { agenda } from './fr/agenda.ts';
import { attendance } from './fr/attendance.ts';
import { calendar } from './fr/calendar.ts';
import { call } from './fr/call.ts';
import { charter } from './fr/charter.ts';
import { conflicts } from './fr/conflicts.ts';
import { contributions } from './fr/contributions.ts';
import { dangers } from './fr/dangers.ts';
import { drafts } from './fr/drafts.ts';
import { findings } from './fr/findings.ts';
import { groupProfile } from './fr/group-profile.ts';
import { groupsLife } from './fr/groups-life.ts';
import { inRoom } from './fr/in-room.ts';
import { invitations } from './fr/invitations.ts';
import { methods } from './fr/methods.ts';
import { minutes } from './fr/minutes.ts';
import { notes } from './fr/notes.ts';
import { notifications } from './fr/notifications.ts';
import { polls } from './fr/polls.ts';
import { recusal } from './fr/recusal.ts';
import { roomChoices } from './fr/room-choices.ts';
import { schedule } from './fr/schedule.ts';
import { sharing } from './fr/sharing.ts';

const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

const fields: Record<FieldErrorCode, (limit: number) => string> = {
	required: () => 'À compléter.',
	blank: () => 'À compléter.',
	'too-short': (limit) => (limit <= 1 ? 'À compléter.' : `Au moins ${limit} caractères.`),
	'too-long': (limit) => `${limit} caractères au plus.`,
	'too-small': (limit) => `Au moins ${limit}.`,
	'too-large': (limit) => (limit > 0 ? `Au plus ${limit}.` : 'Cette date est trop lointaine.'),
	'wrong-format': () => 'Cette forme n’est pas reconnue. Vérifiez la saisie.',
	'wrong-type': () => 'Cette valeur n’est pas reconnue.',
	'not-offered': () => 'Ce choix n’est pas proposé.',
	'unknown-field': () => 'Ce champ n’existe pas.',
	'unknown-time-zone': () => 'Ce fuseau horaire n’existe pas.',
	'email-taken': () =>
		'Un compte existe déjà avec cette adresse. Connectez-vous, ou utilisez une autre adresse.',
	'in-the-past': () => 'Choisissez un moment à venir.',
	'in-a-pause': () => 'Le groupe est en pause ce jour-là. Choisissez un autre jour, ou changez la pause.',
	'https-only': () => 'Il faut une adresse qui commence par https://, sans nom ni mot de passe dedans.',
	'before-previous': () => 'Choisissez un jour après la séance précédente.',
	'no-session-then': () => 'Il n’y a pas de séance ce jour-là.',
	'given-twice': () => 'Déjà donné plus haut.',
	'not-in-method': () => 'Ce rôle n’est pas de cette méthode.',
	'presenter-silent': () => 'La personne qui expose écoute ici : elle ne parle pas et n’écrit pas.',
	'presenter-never-speaks': () => 'Il faut au moins une étape où la personne qui expose parle.',
	'before-start': () => 'Choisissez un jour qui ne vient pas avant le premier.',
	'does-not-match': () => 'Ce n’est pas le nom du groupe.',
	'places-taken': (limit) => `Au moins ${limit} : ces places sont prises ou proposées.`,
};

const reasons: Record<ConflictReason, string> = {
	'minutes-adopted': 'Ce compte rendu est adopté : il faut d’abord le rouvrir.',
	'minutes-not-adopted': 'Ce compte rendu n’est pas adopté, ou il vient d’être rouvert.',
	'already-member': 'Cette personne est déjà dans le groupe.',
	'already-requested': 'Votre demande est déjà en attente.',
	'already-decided': 'Cette demande a déjà reçu une réponse. La page est à jour maintenant.',
	'group-ended': 'Ce groupe est terminé : rien de nouveau ne s’y ouvre.',
	'on-invitation': 'On entre dans ce groupe sur invitation.',
	'no-offer': 'Cette place n’est plus proposée : le délai est passé, ou vous avez déjà répondu.',
	'too-many-invitations': 'Vingt invitations sont déjà en cours. Annulez-en une d’abord.',
	'last-facilitator':
		'Cette personne est seule à animer le groupe. Il faut d’abord quelqu’un d’autre pour l’animer.',
	'session-ended': 'La séance est terminée depuis plus d’un jour : on ne peut plus y ouvrir de situation.',
	'session-begun': 'La séance a commencé, ou elle est passée : on ne peut plus la changer.',
	'session-cancelled': 'Cette séance est annulée : on ne peut pas y ouvrir de situation.',
	'too-many-versions': 'Cette situation a déjà autant de versions qu’il peut y en avoir.',
	'section-closed':
		'Une partie de cette situation ne peut pas être changée en ce moment. Réessayez dans un instant.',
	'findings-untreated':
		'Le service voit dans ce texte des repérages qui n’ont été ni remplacés ni gardés avec un motif. Relisez-le, ou rechargez la page si elle est ouverte depuis longtemps.',
	'poll-over':
		'Ce sondage ne prend plus de réponses. Vos choix sont encore affichés ici, mais pas enregistrés.',
	'poll-planned': 'Une séance est déjà prévue à partir de ce sondage. Rechargez la page pour la voir.',
	'poll-answered':
		'Quelqu’un d’autre a déjà répondu : ce sondage ne se supprime plus, mais il peut être clos.',
	'room-not-open': 'La salle ouvre une demi-heure avant la séance.',
	'room-not-now': 'Ce n’est pas possible à ce moment de la séance. Rien n’a changé.',
	'room-no-method': 'Choisissez d’abord une méthode.',
	'room-no-presenter': 'Il faut d’abord quelqu’un qui expose.',
	'room-not-here': 'Cette personne n’est pas dans la salle en ce moment.',
	'room-too-few-people':
		'Vous n’êtes pas assez pour cette méthode : dans une étape, personne ne pourrait répondre à qui expose.',
	'room-role-missing':
		'Il manque un rôle sans lequel cette méthode ne tient pas : dans une étape, personne n’aurait la parole.',
	'room-role-taken': 'Quelqu’un a déjà ce rôle.',
	'contributions-revealed': 'Ce qui a été recueilli est déjà révélé : plus rien ne s’y ajoute.',
	'contributions-full': 'Le recueil est plein : votre contribution est restée sur cet appareil.',
	'room-nothing-chosen': 'Choisissez d’abord comment le groupe poursuit.',
	'too-many-methods':
		'Ce groupe a déjà cent méthodes à lui. Partez de l’une d’elles au lieu d’en copier une de plus.',
	'feed-exists': 'Cette adresse de calendrier existe déjà. Vous pouvez la renouveler.',
	'not-in-second-reading': 'Cette situation n’attend plus de seconde lecture.',
	'charter-unsigned':
		'La charte du groupe attend votre signature : la salle et les situations s’ouvrent une fois que vous l’avez signée.',
	'charter-replaced':
		'Une version plus récente de la charte a été publiée entre-temps. Rechargez la page pour la lire.',
	'already-asked': 'La question est déjà posée à ces deux personnes. La page est à jour maintenant.',
	'session-over': 'La séance est terminée. Rien n’a changé.',
	'session-not-held': 'Cette séance est annulée. Rien n’a changé.',
	'role-not-free':
		'Ce rôle n’est pas libre, ou vous avez dit que vous ne venez pas. La page est à jour maintenant.',
	'role-not-yours': 'Ce rôle n’est plus à vous. La page est à jour maintenant.',
	'offer-closed': 'Cette proposition ne tient plus. La page est à jour maintenant.',
	'pitch-settled': 'Cette situation n’est plus dans la liste.',
	'too-many-pitches': 'Vous avez déjà dix situations dans la liste. Retirez-en une d’abord.',
	'changed-meanwhile':
		'Ceci a changé entre-temps, sur un autre appareil, dans un autre onglet ou par quelqu’un d’autre. Votre saisie est encore ici : copiez-la si vous y tenez, puis rechargez la page.',
};

export const fr = {
	language: 'Français',
	otherLanguage: 'English',
	switchLanguage: 'Lire en anglais',
	tagline: 'La supervision entre pairs, pour qui exerce à son compte.',

	shell: {
		skip: 'Aller au contenu',
		navigation: 'Navigation principale',
		week: 'Ma semaine',
		groups: 'Groupes',
		cases: 'Situations',
		journal: 'Journal',
		organisation: 'Organisation',
		own: 'Langue et compte',
		account: 'Mon compte',
		signIn: 'Se connecter',
		accessibility: 'Accessibilité',
		youAreHere: 'Fil d’Ariane',
		loading: 'Chargement de la page',
		close: 'Fermer',
		cancel: 'Annuler',
		saved: 'Enregistré.',
		noScript:
			'Entrepairs a besoin de JavaScript pour l’écriture à plusieurs. Activez-le pour ce site, puis rechargez la page.',
	},

	problems: {
		fields,
		reasons,
		summary: (count: number) => (count > 1 ? `${count} champs sont à revoir.` : 'Un champ est à revoir.'),
		wrongCredentials: 'Cette adresse et ce mot de passe ne vont pas ensemble.',
		notAllowed: 'Votre rôle ne permet pas cette action. Rien n’a changé.',
		notFound: 'Ceci n’existe pas, ou n’existe plus pour vous. Rien n’a changé.',
		signedOut:
			'Vous n’êtes plus connecté·e. Connectez-vous dans un autre onglet, puis recommencez : votre saisie est encore ici.',
		tooMany: (seconds: number) =>
			`Trop d’essais. Réessayez dans ${seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} secondes`}.`,
		tooLarge: 'Ce texte est trop long pour être envoyé. Raccourcissez-le.',
		offline: 'Pas de connexion. Votre saisie est encore ici : réessayez dans un instant.',
		unavailable:
			'Le service ne répond pas en ce moment. Votre saisie est encore ici : réessayez dans un instant.',
		internal:
			'Quelque chose a échoué de notre côté. Rien n’a changé. Réessayez, ou prévenez la personne qui administre le service.',
	},

	error: {
		title: 'Cette page n’est pas accessible',
		notFound:
			'Elle n’existe pas, ou vous n’y avez pas accès. Si vous avez quitté un groupe, ses situations ne vous sont plus ouvertes.',
		unavailable: 'Le service ne répond pas en ce moment. Rien de ce qui était enregistré n’est perdu.',
		other: 'Quelque chose a échoué de notre côté. Rien de ce qui était enregistré n’est perdu.',
		retry: 'Réessayer',
		home: 'Aller à ma semaine',
	},

	signIn: {
		title: 'Se connecter',
		lead: 'Un espace pour ne pas rester seul·e avec ce que le métier fait vivre.',
		email: 'Adresse e-mail',
		password: 'Mot de passe',
		submit: 'Se connecter',
		none: 'Pas encore de compte ?',
		signUp: 'Ouvrir un compte',
		promise: [
			'Un groupe de quatre à douze pairs, chaque semaine.',
			'Une situation écrite à plusieurs, en même temps.',
			'Un journal réflexif que personne d’autre ne lit.',
		],
	},

	signUp: {
		title: 'Ouvrir un compte',
		lead: 'Votre nom est ce que vos pairs verront dans les groupes.',
		name: 'Nom',
		nameHint: 'Prénom et nom, comme en réunion.',
		email: 'Adresse e-mail',
		password: 'Mot de passe',
		passwordHint: '12 caractères au moins. Une phrase convient très bien.',
		submit: 'Ouvrir le compte',
		already: 'Vous avez déjà un compte ?',
		signIn: 'Se connecter',
	},

	week: {
		title: 'Ma semaine',
		hello: (name: string) => `Bonjour ${name}`,
		next: 'Prochaine séance',
		now: 'En ce moment',
		enter: 'Entrer dans la salle',
		seeGroup: 'Voir le groupe',
		later: 'Ensuite',
		noSession: 'Aucune séance n’est prévue.',
		noSessionHint: 'La personne qui anime votre groupe fixe le jour et l’heure.',
		noGroup: 'Vous n’êtes dans aucun groupe pour l’instant.',
		noGroupHint: 'Un groupe réunit de quatre à douze praticiens. Voyez ceux qui ont une place.',
		findGroup: 'Trouver un groupe',
		cases: (count: number) => plural(count, 'situation', 'situations'),
		noCase: 'Pas encore de situation',
		waiting: 'En attente',
		requestWaiting: (group: string) => `Votre demande pour « ${group} » attend une réponse.`,
		requestsToDecide: (count: number) =>
			plural(count, 'demande attend une réponse', 'demandes attendent une réponse'),
		decide: 'Répondre',
		write: 'Écrire une note',
		prepare: 'Préparer une situation',
		writeHint: 'Trois questions, pour vous seul·e.',
		inGroupZone: (span: string, zone: string) => `à votre heure\u00a0; pour le groupe, ${span}, ${zone}`,
	},

	groups: {
		title: 'Groupes',
		mine: 'Mes groupes',
		directory: 'Rejoindre un groupe',
		directoryLead: 'Une demande est lue par les modérateurs de l’organisation, qui répondent avec un motif.',
		empty: 'Vous n’êtes dans aucun groupe.',
		emptyHint: 'Demandez à en rejoindre un ci-dessous.',
		noOther: 'Aucun autre groupe n’est ouvert pour l’instant.',
		start: 'Créer un groupe',
		members: (count: number, capacity: number) =>
			`${plural(count, 'place prise', 'places prises')} sur ${capacity}`,
		full: 'Complet',
		roles: { facilitator: 'Animation', member: 'Membre' },
		nextSession: 'Prochaine séance',
		noSession: 'Aucune séance prévue',
		ask: 'Demander à rejoindre',
		askTitle: (group: string) => `Demander à rejoindre « ${group} »`,
		message: 'Quelques mots sur vous',
		messageHint: 'Votre métier, ce que vous cherchez. Lu par les modérateurs seulement.',
		send: 'Envoyer la demande',
		sent: 'Votre demande est envoyée.',
		withdraw: 'Retirer ma demande',
		withdrawn: 'Votre demande est retirée.',
		states: {
			waiting: 'Demande en attente',
			accepted: 'Demande acceptée',
			refused: 'Demande refusée',
			withdrawn: 'Demande retirée',
			'waiting-list': 'Sur la liste d’attente',
			offered: 'Place proposée',
			declined: 'Place laissée',
			lapsed: 'Délai passé',
			closed: 'Groupe terminé',
		},
		reason: 'Motif',
		removed: 'Vous ne faites plus partie de ce groupe.',
	},

	newGroup: {
		title: 'Créer un groupe',
		lead: 'Vous l’animerez. D’autres demanderont à le rejoindre.',
		organisation: 'Organisation professionnelle',
		name: 'Nom du groupe',
		purpose: 'Pour quoi, pour qui',
		purposeHint: 'Le public, la méthode, le rythme. Visible dans l’organisation.',
		capacity: 'Nombre de places',
		capacityHint: 'De 4 à 12.',
		groupLanguage: 'Langue du groupe',
		timeZone: 'Fuseau horaire',
		submit: 'Créer le groupe',
		none: 'Pour créer un groupe, il faut être membre d’une organisation professionnelle.',
	},

	group: {
		overview: 'Le groupe',
		parts: 'Parties du groupe',
		inShort: 'En bref',
		people: 'Autour de la table',
		sessions: 'Séances',
		upcoming: 'À venir',
		past: 'Passées',
		noUpcoming: 'Aucune séance n’est prévue.',
		noUpcomingFacilitator: 'Prévoyez-en une, seule ou à un rythme.',
		remove: 'Retirer du groupe',
		removeShort: 'Retirer',
		removeTitle: (name: string) => `Retirer ${name} du groupe`,
		removeEffect: (name: string) =>
			`${name} perd l’accès aux séances et aux situations à l’instant même, y compris là où elles sont ouvertes. Ce que cette personne a écrit reste au groupe.`,
		removeReason: 'Motif',
		removeReasonHint: 'Lu par la personne retirée.',
		removed: (name: string) => `${name} ne fait plus partie du groupe.`,
		moderatorView: 'Vous voyez ce groupe en modération : ses membres, jamais ce qu’il écrit.',
		since: (day: string) => `depuis ${day}`,
		you: 'vous',
	},

	room: {
		title: (day: string) => `Séance du ${day}`,
		now: 'La séance est en cours',
		over: 'La séance est terminée',
		cases: 'Situations de la séance',
		none: 'Aucune situation pour cette séance.',
		noneHint: 'Ouvrez-en une : chacun pourra l’écrire en même temps que vous.',
		open: 'Ouvrir une situation',
		openTitle: 'Ouvrir une situation',
		caseTitle: 'Titre',
		caseTitleHint: 'Sans nom, ni lieu, ni rien qui permette de reconnaître quelqu’un.',
		template: 'Trame',
		submit: 'Ouvrir la situation',
		openedBy: (name: string) => `ouverte par ${name}`,
		note: 'Ma note sur cette séance',
		noteHint: 'Pour vous seul·e, après la séance.',
		writeNote: 'Écrire ma note',
		tooLate:
			'La séance est terminée depuis plus d’un jour : ses situations restent ouvertes à l’écriture, on n’en ajoute plus.',
	},

	cases: {
		title: 'Situations',
		lead: 'Ce que vos groupes ont écrit ensemble.',
		empty: 'Aucune situation pour l’instant.',
		emptyHint: 'Une situation s’ouvre dans la salle d’une séance.',
		openedBy: (name: string, when: string) => `Ouverte par ${name}, ${when}`,
	},

	editor: {
		reminder:
			'Le secret professionnel vaut ici aussi : ni nom, ni lieu, ni détail qui permette de reconnaître quelqu’un.',
		toolbar: 'Mise en forme',
		bold: 'Gras',
		italic: 'Italique',
		bullets: 'Liste',
		numbers: 'Liste numérotée',
		quote: 'Citation',
		undo: 'Annuler ma dernière modification',
		redo: 'Rétablir ma modification',
		undoShort: 'Annuler',
		redoShort: 'Rétablir',
		present: 'Présents dans cette situation',
		alone: 'Vous êtes seul·e ici pour l’instant.',
		you: 'vous',
		arrived: (name: string) => `${name} est là.`,
		left: (name: string) => `${name} est parti·e.`,
		closed: 'Situation fermée',
		readOnly: 'Vous pouvez lire cette situation, pas y écrire.',
		loading: 'La situation s’ouvre…',
		missing:
			'La situation n’a pas pu s’ouvrir : il n’y a pas de connexion, ou le service vient de changer de version. Rien de ce qui était écrit n’est perdu.',
		states: {
			connecting: 'Connexion…',
			saved: 'Enregistré',
			saving: 'Enregistrement…',
			unlooked: 'Pas encore envoyé',
			offline: 'Hors ligne — vos changements sont gardés ici',
			offlineNoCopy: 'Hors ligne — gardez cette page ouverte',
			offlineClean: 'Hors ligne — tout est enregistré',
		},
		ended: {
			noAccess: 'Vous n’avez plus accès à cette situation.',
			signedOut: 'Vous n’êtes plus connecté·e.',
			notFound: 'Cette situation n’existe plus.',
			tooLarge: 'Un changement était trop gros pour être enregistré (un très long texte collé, peut-être).',
			malformed: 'Cette page et le service ne se comprennent plus.',
		},
		endedKept: 'Vos changements qui n’étaient pas encore enregistrés sont gardés sur cet appareil.',
		endedCopy: 'Vous pouvez les copier d’ici, ou les effacer.',
		discard: 'Effacer ce qui n’a pas pu être envoyé',
		reload: 'Recharger la page',
		pasteTooLarge:
			'Ce texte est trop long pour être collé d’un coup. Collez-le par morceaux, sans rien qui permette de reconnaître quelqu’un.',
		wroteLast: 'Ce que vous aviez écrit hors ligne a été retrouvé et repris.',
	},

	held: {
		waiting: (count: number) =>
			count === 1
				? '1 mot attend votre relecture — pas encore envoyé'
				: `${count} mots attendent votre relecture — pas encore envoyés`,
		jump: 'Aller au mot suivant à relire (F8)',
		hint: 'Repéré et pas encore envoyé : F8 pour décider.',
		found: (kind: string, text: string) =>
			`Repéré, pas encore envoyé : « ${text} » (${kind}). F8 pour décider.`,
		label: (kind: string, text: string) => `${kind} : « ${text} ». Que faire ?`,
		by: 'Remplacer par',
		replace: 'Remplacer',
		keep: 'Garder tel quel',
		effect:
			'Les autres ne voient pas encore ce mot, ni ce que vous avez écrit depuis. Échap pour revenir au texte.',
		unavailable:
			'Le repérage des noms n’est pas disponible pour l’instant. Ce que vous écrivez est gardé sur cet appareil et n’est pas encore envoyé.',
		unlooked:
			'Le repérage n’est pas disponible : relisez vous-même. Vos mots partent sans lui, jusqu’à ce qu’il revienne.',
		goUnlooked: 'J’ai relu moi-même : envoyer',
		left: 'Des mots attendent votre relecture. Ils sont gardés sur cet appareil ; les autres ne les voient pas.',
		notErased:
			'Des mots attendent votre relecture : rien n’a été effacé pour de bon. Décidez d’abord de ce qui est souligné.',
	},

	risk: {
		mark: 'Signaler un risque d’identification',
		selectFirst: 'Sélectionnez d’abord le passage qui pose question.',
		hint: 'Signalé : risque d’identification.',
		title: 'Risque d’identification',
		asked: (count: number) =>
			count === 1
				? 'On vous demande de flouter un passage que vous avez écrit.'
				: `On vous demande de flouter ${count} passages que vous avez écrits.`,
		marked: (count: number) =>
			count === 1
				? 'Un passage est signalé : il pourrait permettre de reconnaître quelqu’un.'
				: `${count} passages sont signalés : ils pourraient permettre de reconnaître quelqu’un.`,
		askedOf: (names: string) => `Demandé à ${names}`,
		jump: 'Voir le passage',
		blur: 'Quelqu’un du groupe pense que ce passage peut permettre de reconnaître une personne. Écrivez-le autrement, de façon moins précise, puis retirez le signalement.',
		others:
			'Ce passage est signalé. La personne qui l’a écrit est invitée à le flouter ; vous pouvez aussi le faire.',
		takeOff: 'C’est flouté : retirer le signalement',
		tookOff:
			'Le signalement est retiré. Ce qui était écrit avant reste dans l’historique, jusqu’à ce qu’il soit effacé pour de bon.',
		notNow: 'Pas maintenant',
	},

	offer: {
		title: 'Ces mots n’ont pas été pris dans le texte commun.',
		because: {
			erased: 'L’historique a été effacé pendant que vous étiez hors ligne.',
			readOnly: 'Vous ne pouvez plus écrire dans cette situation.',
			section: 'Cette partie ne peut pas être écrite en ce moment.',
			missing: 'Ils s’appuyaient sur des mots d’une autre personne qui ne sont jamais arrivés.',
		},
		hint: 'Ils ne sont visibles que de vous, sur cet appareil. Copiez ce que vous voulez garder, relisez-le, puis recollez-le s’il y a lieu.',
		elsewhere: 'À un endroit qui n’existe plus',
		copy: 'Copier',
		copied: 'Copié.',
		notCopied: 'La copie n’a pas marché : sélectionnez le texte et copiez-le à la main.',
		done: 'Je n’en ai plus besoin',
	},

	versions: {
		history: 'Historique',
		title: 'Versions',
		lead: 'Les états du texte que le groupe a voulu garder.',
		see: 'Voir les versions',
		keep: 'Garder une version',
		keepTitle: 'Garder une version',
		keepEffect: 'Le texte tel qu’il est maintenant pourra être relu, comparé et repris.',
		name: 'Nom de la version',
		nameHint: 'Par exemple : avant les hypothèses.',
		keepConfirm: 'Garder',
		kept: 'Version gardée.',
		by: (name: string, when: string) => `${name}, ${when}`,
		someone: 'Quelqu’un qui n’est plus là',
		empty: 'Aucune version n’a été gardée.',
		emptyHint: 'Depuis la situation, « Garder une version » retient le texte tel qu’il est.',
		backToCase: 'Revenir à la situation',
		now: 'Maintenant',
		from: 'De',
		to: 'À',
		compare: 'Comparer',
		nothing: 'Rien n’est écrit ici.',
		same: 'Ces deux états sont les mêmes.',
		added: 'ajouté',
		removed: 'supprimé',
		addedBy: (name: string) => `ajouté par ${name}`,
		removedBy: (name: string) => `supprimé, écrit par ${name}`,
		legend: 'Qui a écrit',
		unknown: 'auteur inconnu',
		theGroup: 'le groupe, sans nom',
		loading: 'Le texte s’ouvre…',
		restore: 'Revenir à cette version',
		restoreTitle: 'Revenir à cette version',
		restoreEffect:
			'Le texte redevient ce qu’il était, pour tout le monde. L’état d’avant est gardé comme version.',
		restoreConfirm: 'Revenir à cette version',
		restored: 'Le texte est revenu à cette version.',
		before: (name: string) => `Avant le retour à ${name}`,
	},

	rename: {
		open: 'Changer le titre',
		title: 'Changer le titre',
		effect: 'Si le titre permet de reconnaître quelqu’un, changez-le, puis effacez l’historique pour de bon.',
		confirm: 'Changer',
		done: 'Le titre a changé.',
	},

	erasure: {
		open: 'Effacer pour de bon',
		title: 'Effacer pour de bon',
		effect:
			'Tout ce qui a été supprimé dans cette situation disparaît aussi du serveur, avec toutes les versions gardées. Personne ne pourra le retrouver, vous non plus.',
		passage: 'Effacer aussi le passage sélectionné :',
		noPassage: 'Pour effacer un passage, sélectionnez-le dans le texte avant d’ouvrir cette fenêtre.',
		sections: 'Vider aussi des parties entières',
		limits: 'Ce qui a été copié ailleurs, imprimé ou photographié ne peut pas être effacé d’ici.',
		confirm: 'Effacer pour de bon',
		done: 'C’est effacé pour de bon.',
		notSaved:
			'Le texte n’est pas encore enregistré : rien n’a été effacé pour de bon. Réessayez quand la connexion est revenue.',
		happened: 'L’historique de cette situation vient d’être effacé pour de bon.',
	},

	journal: {
		title: 'Journal',
		lead: 'Vos notes réflexives. Personne d’autre n’y a accès : ni vos pairs, ni les modérateurs.',
		write: 'Écrire une note',
		empty: 'Votre journal est vide.',
		emptyHint: 'Une note tient en trois questions. On peut n’en remplir qu’une.',
		about: (group: string, day: string) => `${group}, ${day}`,
		free: 'Note libre',
		newTitle: 'Nouvelle note',
		noteOf: (day: string) => `Note du ${day}`,
		what: 'Quoi ?',
		whatHint: 'Ce qui s’est passé, ce que j’ai fait, vu, ressenti.',
		soWhat: 'Et alors ?',
		soWhatHint: 'Ce que cela m’apprend, sur la situation et sur moi.',
		nowWhat: 'Et maintenant ?',
		nowWhatHint: 'Ce que je garde, ce que j’essaie, ce que je demande.',
		save: 'Enregistrer la note',
		savedAt: (time: string) => `Enregistré à ${time}`,
		notSaved: 'Pas encore enregistré',
		private: 'Visible de vous seul·e',
		erase: 'Effacer la note',
		eraseTitle: 'Effacer cette note ?',
		eraseEffect: 'Elle disparaît pour de bon, pour vous aussi. Rien ne permet de la retrouver.',
		eraseConfirm: 'Effacer pour de bon',
		erased: 'La note est effacée.',
		method: 'Les trois questions viennent de Terry Borton (1970).',
		leave: 'Quitter sans enregistrer ce que vous venez d’écrire ?',
		emptyNote: 'Sans texte',
	},

	organisation: {
		waiting: 'Demandes en attente',
		none: 'Aucune demande n’attend de réponse.',
		decided: 'Réponses données',
		earlier: (count: number) =>
			count > 1 ? `Voir les ${count} réponses plus anciennes` : 'Voir la réponse plus ancienne',
		noDecision: 'Aucune réponse pour l’instant.',
		groups: 'Groupes de l’organisation',
		noGroup: 'Aucun groupe pour l’instant.',
		wantsToJoin: (group: string) => `souhaite rejoindre « ${group} »`,
		since: (when: string) => `Reçue le ${when}`,
		places: (count: number, capacity: number) => `${count} sur ${capacity} places prises`,
		decideTitle: (name: string) => `Répondre à ${name}`,
		outcome: 'Réponse',
		accept: 'Accepter',
		refuse: 'Refuser',
		reason: 'Motif',
		reasonHint: 'Lu par la personne qui a fait la demande.',
		submit: 'Donner cette réponse',
		accepted: (name: string) => `${name} est dans le groupe.`,
		refused: (name: string) => `La demande de ${name} est refusée.`,
		decidedBy: (name: string, when: string) => `par ${name}, le ${when}`,
		outcomes: {
			waiting: 'En attente',
			accepted: 'Acceptée',
			refused: 'Refusée',
			withdrawn: 'Retirée',
			'waiting-list': 'Liste d’attente',
			offered: 'Place proposée',
			declined: 'Place laissée',
			lapsed: 'Délai passé',
			closed: 'Groupe terminé',
		},
		frame: 'La modération porte sur les personnes et les groupes. Elle ne donne accès à aucune situation.',
	},

	account: {
		title: 'Mon compte',
		profile: 'Profil',
		name: 'Nom',
		nameHint: 'Ce que vos pairs voient.',
		language: 'Langue',
		timeZone: 'Fuseau horaire',
		timeZoneHint: 'Les heures sont données dans ce fuseau.',
		save: 'Enregistrer',
		saved: 'Votre profil est enregistré.',
		email: 'Adresse e-mail',
		organisations: 'Organisations',
		noOrganisation: 'Aucune pour l’instant : rejoindre un groupe vous fait membre de son organisation.',
		roles: { practitioner: 'Praticien·ne', moderator: 'Modération' },
		signOutTitle: 'Se déconnecter',
		signOut: 'Se déconnecter ici',
		signOutEverywhere: 'Se déconnecter partout',
		signOutEverywhereHint: 'Sur tous vos appareils. Les situations ouvertes se ferment aussitôt.',
		unsentTitle: 'Des changements ne sont pas encore enregistrés',
		unsent:
			'Cet appareil garde des changements qui n’ont pas pu être envoyés. Se déconnecter les efface d’ici.',
		signOutAnyway: 'Se déconnecter et les effacer',
	},

	charter,
	methods,
	conflicts,
	contributions,
	dangers,
	drafts,
	findings,
	sharing,
	notes,
	notifications,
	recusal,
	minutes,
	polls,
	attendance,
	agenda,
	calendar,
	call,
	schedule,
	groupProfile,
	groupsLife,
	inRoom,
	roomChoices,
	invitations,

	accessibility: {
		title: 'Accessibilité',
		state:
			'Entrepairs vise la conformité au RGAA 4.1 et aux WCAG 2.2, niveau AA. Aucun audit indépendant n’a encore eu lieu ; la conformité n’est donc pas déclarée.',
		testedTitle: 'Ce qui est vérifié à chaque version',
		tested: [
			'Chaque page est passée à l’outil axe, dans les deux langues.',
			'Le parcours principal se fait au clavier seul, de la connexion à l’écriture.',
			'Les contrastes de toutes les couleurs sont calculés, en clair et en sombre.',
			'Les pages sont utilisables à 360 pixels de large.',
		],
		keysTitle: 'Au clavier, dans une situation',
		keys: [
			['Tab', 'passe d’une rubrique à la suivante'],
			['Ctrl + B, Ctrl + I', 'gras, italique'],
			['Ctrl + Z, Ctrl + Maj + Z', 'annule, rétablit ses propres modifications'],
			['F8', 'va au mot repéré suivant, pour décider s’il part ; Échap revient au texte'],
			['Entrée dans un point vide', 'sort d’une liste'],
		],
		limitsTitle: 'Limites connues',
		limits: [
			'La position du curseur des autres se voit mais n’est pas annoncée aux lecteurs d’écran ; les arrivées et les départs le sont.',
			'L’écriture à plusieurs demande JavaScript.',
		],
		contact:
			'Une difficulté ? Écrivez à la personne qui administre ce service, ou à votre organisation professionnelle.',
	},
};

export type Messages = typeof fr;
