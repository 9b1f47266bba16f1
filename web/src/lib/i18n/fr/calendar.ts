/** The calendar, and calendars elsewhere, in French. */

const sessions = (count: number) =>
	count === 0 ? 'aucune séance' : count === 1 ? '1 séance' : `${count} séances`;

export const calendar = {
	title: 'Calendrier',
	open: 'Calendrier',
	views: { month: 'Mois', week: 'Semaine', list: 'Liste' },
	view: 'Présentation',
	moving: 'Changer de période',
	previous: { month: 'Mois précédent', week: 'Semaine précédente', list: 'Mois précédent' },
	next: { month: 'Mois suivant', week: 'Semaine suivante', list: 'Mois suivant' },
	today: 'Aujourd’hui',
	isToday: 'aujourd’hui',
	weekOf: (first: string, last: string) => `Du ${first} au ${last}`,
	keys: 'Flèches pour changer de jour, Page précédente et Page suivante pour changer de mois, Entrée pour ouvrir.',
	group: 'Groupe',
	allGroups: 'Tous mes groupes',
	day: (day: string, count: number) => `${day}, ${sessions(count)}`,
	more: (count: number) => `et ${count} de plus`,
	none: {
		month: 'Aucune séance ce mois-ci.',
		week: 'Aucune séance cette semaine.',
		list: 'Aucune séance ce mois-ci.',
	},
	cancelled: 'Annulée',
	moved: 'Déplacée',
	movedFrom: (when: string) => `prévue d’abord ${when}`,
	toFeeds: 'Voir mes séances dans un autre calendrier',
	addToCalendar: 'Ajouter à mon calendrier',

	feeds: {
		title: 'Calendriers',
		lead: 'Une adresse privée, pour voir vos séances dans le calendrier de votre téléphone ou de votre messagerie. Il la relit de lui-même.',
		secret:
			'Qui a cette adresse voit les jours, les heures et les lieux de vos séances. Rien n’y est dit des situations ni des personnes.',
		none: 'Vous n’avez pas encore d’adresse de calendrier.',
		all: 'Tous mes groupes',
		madeOn: (day: string) => `Adresse créée le ${day}`,
		lastRead: (when: string) => `lue en dernier le ${when}`,
		neverRead: 'jamais lue',
		neutral: 'Titres neutres',
		neutralFor: (name: string) => `Titres neutres pour « ${name} »`,
		neutralHint: 'Le calendrier dit « Rendez-vous » au lieu du nom du groupe.',
		neutralOn: 'Les titres sont neutres à partir de la prochaine lecture.',
		neutralOff: 'Les titres disent le nom du groupe à partir de la prochaine lecture.',
		make: 'Créer une adresse',
		scope: 'Séances de',
		made: 'Voici l’adresse. Elle n’est montrée que maintenant.',
		address: 'Adresse du calendrier',
		addressHint: 'Dans votre calendrier, cherchez « s’abonner » ou « ajouter par URL », et collez-la.',
		copy: 'Copier l’adresse',
		copied: 'L’adresse est copiée.',
		notCopied: 'La copie n’est pas permise ici. Sélectionnez l’adresse et copiez-la.',
		subscribe: 'Ouvrir dans mon calendrier',
		renew: 'Renouveler',
		renewTitle: (name: string) => `Renouveler l’adresse de « ${name} »`,
		renewEffect:
			'L’adresse actuelle cesse de fonctionner à l’instant. Il faudra donner la nouvelle à chacun de vos calendriers.',
		renewConfirm: 'Créer une nouvelle adresse',
		end: 'Supprimer',
		endTitle: (name: string) => `Supprimer l’adresse de « ${name} »`,
		endEffect:
			'L’adresse cesse de fonctionner à l’instant. Vos calendriers garderont peut-être un moment ce qu’ils ont déjà lu.',
		endConfirm: 'Supprimer l’adresse',
		ended: 'L’adresse est supprimée.',
	},
};
