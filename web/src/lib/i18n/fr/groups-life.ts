/** How a group is found, waited for, held, left, paused and ended, in French. */

const people = (count: number) => (count > 1 ? `${count} personnes` : `${count} personne`);

export const groupsLife = {
	directory: {
		search: 'Chercher dans les groupes',
		words: 'Mots du nom ou du but',
		language: 'Langue',
		languages: { fr: 'En français', en: 'En anglais' },
		field: 'Champ d’exercice',
		method: 'Méthode',
		any: 'Peu importe',
		withPlaces: 'Avec une place libre',
		submit: 'Chercher',
		clear: 'Tout effacer',
		found: (count: number) => (count > 1 ? `${count} groupes` : `${count} groupe`),
		none: 'Aucun groupe ne répond à cette recherche.',
		noneHint: 'Retirez un filtre, ou cherchez avec moins de mots.',
		pages: 'Pages de l’annuaire',
		page: (page: number, pages: number) => `Page ${page} sur ${pages}`,
		previous: 'Page précédente',
		next: 'Page suivante',
		more: 'Plus de filtres',
	},

	requests: {
		title: 'Mes demandes',
		waiting: 'La modération n’a pas encore répondu.',
		listed: (position: number) =>
			position === 1
				? 'Le groupe est complet. Vous êtes en tête de la liste d’attente.'
				: `Le groupe est complet. Vous êtes à la place ${position} de la liste d’attente.`,
		offered: (when: string) => `Une place vous est proposée. Répondez avant le ${when}.`,
		take: 'Prendre la place',
		decline: 'Laisser la place',
		taken: 'Vous êtes dans le groupe.',
		declined: 'La place va à la personne suivante.',
		leaveList: 'Quitter la liste d’attente',
		leftList: 'Vous n’êtes plus sur la liste d’attente.',
		onlyInvited: 'On y entre sur invitation : il n’est pas possible de le demander.',
		fullHint: 'Le groupe est complet : une demande acceptée entre sur sa liste d’attente.',
		offerWaits: (group: string) => `Une place vous est proposée dans « ${group} ».`,
		onList: (group: string, position: number) =>
			`Vous êtes à la place ${position} de la liste d’attente de « ${group} ».`,
		answer: 'Répondre à la proposition',
	},

	moderation: {
		invited: 'Sur invitation du groupe',
		noMessage: 'Cette personne vient par un lien d’invitation, sans message.',
		fullEffect: 'Le groupe est complet : acceptée, la personne entre sur la liste d’attente.',
		listed: (name: string) => `${name} est sur la liste d’attente.`,
		position: (position: number) => `à la place ${position}`,
		offeredUntil: (when: string) => `proposée jusqu’au ${when}`,
		byGroup: (name: string, when: string) => `invitation de ${name}, acceptée le ${when}`,
	},

	settings: {
		title: 'Réglages du groupe',
		nav: 'Réglages',
		identity: 'Ce que le groupe dit de lui',
		identityHint: 'Visible dans l’annuaire de l’organisation.',
		save: 'Enregistrer les réglages',
		saved: 'Les réglages sont enregistrés.',
		cases: 'Situations',
		onThisPage: 'Sur cette page',
	},

	people: {
		away: (day: string) => `en pause jusqu’au ${day}`,
		makeFacilitator: 'Confier aussi l’animation',
		makeFacilitatorTo: (name: string) => `Confier aussi l’animation à ${name}`,
		makeEffect: (name: string) =>
			`${name} pourra changer les réglages, inviter, prévoir des séances et mettre fin au groupe. Vous gardez votre rôle, et ne pourrez pas lui retirer le sien.`,
		confirmMake: 'Confier l’animation',
		nobodyElse: 'Il n’y a personne d’autre à qui confier aussi l’animation.',
		madeFacilitator: (name: string) => `${name} anime aussi le groupe.`,
		stepDown: 'Ne plus animer',
		stepDownTitle: 'Ne plus animer ce groupe',
		stepDownEffect: 'Vous restez membre. D’autres tiennent les réglages et les séances.',
		steppedDown: 'Vous n’animez plus ce groupe.',
	},

	own: {
		title: 'Ma place',
		pause: 'Me mettre en pause',
		pauseTitle: 'Me mettre en pause',
		pauseEffect:
			'Vous gardez votre place et l’accès au groupe. Jusqu’à ce jour compris, aucun rôle ne vous est donné et le groupe ne compte pas sur vous.',
		until: 'Dernier jour de la pause',
		confirmPause: 'Me mettre en pause',
		paused: 'Vous êtes en pause. Votre place est gardée.',
		isPaused: (day: string) => `Vous êtes en pause jusqu’au ${day}. Votre place est gardée.`,
		back: 'Revenir dès maintenant',
		isBack: 'Vous êtes de retour dans le groupe.',
		leave: 'Quitter le groupe',
		leaveTitle: (group: string) => `Quitter « ${group} »`,
		leaveEffect:
			'Vous perdez l’accès aux séances et aux situations du groupe à l’instant même, sur tous vos appareils. Ce que vous y avez écrit reste au groupe. Votre journal reste à vous.',
		leaveLast:
			'Vous êtes seul·e dans ce groupe : en le quittant, vous y mettez fin pour toujours, et plus personne ne lira ce qui y est écrit.',
		leaveHandOver:
			'Vous êtes seul·e à animer ce groupe. Confiez d’abord l’animation à quelqu’un, dans les réglages du groupe.',
		confirmLeave: 'Quitter le groupe',
		left: (group: string) => `Vous avez quitté « ${group} ».`,
	},

	pause: {
		title: 'Pause du groupe',
		lead: 'Pendant la pause, aucune séance n’a lieu. Chacun garde sa place et continue de lire.',
		from: 'Premier jour',
		until: 'Dernier jour',
		untilHint: 'Laissez vide pour une pause sans date de fin.',
		submit: 'Mettre le groupe en pause',
		done: 'La pause est enregistrée. Les membres en sont prévenus.',
		resume: 'Reprendre les séances',
		resumed: 'Les séances reprennent. Les membres en sont prévenus.',
		isOn: (from: string) => `Le groupe est en pause depuis le ${from}.`,
		isOnUntil: (from: string, until: string) => `Le groupe est en pause du ${from} au ${until} compris.`,
		willBe: (from: string) => `Le groupe sera en pause à partir du ${from}.`,
		tag: 'En pause',
		noSession: 'Aucune séance pendant la pause.',
		noSessionHint: 'Les séances prévues ensuite s’afficheront ici.',
	},

	end: {
		title: 'Mettre fin au groupe',
		lead: 'Quand le groupe a fait son chemin.',
		open: 'Mettre fin au groupe',
		effects: (members: number) => [
			`Pour tout le monde (${people(members)}) : plus aucune séance, plus aucune nouvelle situation, plus rien à écrire.`,
			'Les membres continuent de lire les situations, aussi longtemps qu’ils restent dans le groupe.',
			'Les demandes, la liste d’attente et les invitations sont closes ; les personnes qui attendent en sont prévenues.',
			'Un groupe terminé ne rouvre pas.',
		],
		reason: 'Quelques mots pour les membres',
		reasonHint: 'Pourquoi le groupe se termine. Sans rien qui concerne une situation.',
		confirmation: (name: string) => `Pour confirmer, écrivez le nom du groupe : ${name}`,
		confirm: 'Mettre fin au groupe pour toujours',
		done: 'Le groupe est terminé.',
		tag: 'Terminé',
		ended: (when: string) => `Ce groupe s’est terminé le ${when}.`,
		endedHint: 'Vous pouvez encore lire ce qu’il a écrit. Rien de nouveau ne s’y ouvre.',
	},
};
