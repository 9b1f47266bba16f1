/** What one is told, and how one chooses to be told, in French. */
import type { MailSubject, NoticeKind } from '@entrepairs/contract/notifications';

const kinds: Record<NoticeKind, string> = {
	'request-accepted': 'Votre demande est acceptée',
	'request-listed': 'Votre demande est acceptée : vous êtes sur la liste d’attente',
	'request-refused': 'Votre demande n’a pas été acceptée',
	'request-to-decide': 'Une demande attend une réponse',
	'place-offered': 'Une place vous est proposée',
	'place-lapsed': 'La place proposée est passée à la personne suivante',
	'membership-ended': 'Vous n’êtes plus membre',
	'group-paused': 'Le groupe est en pause',
	'group-resumed': 'Le groupe reprend',
	'group-ended': 'Le groupe prend fin',
	'charter-to-sign': 'Une charte attend votre signature',
	'conflict-question': 'Une question vous est posée sur un conflit d’intérêts possible',
	'conflict-answer': 'Votre question sur un conflit d’intérêts possible a une réponse',
	'session-planned': 'Une séance est prévue',
	'session-moved': 'Une séance est déplacée',
	'session-cancelled': 'Une séance est annulée',
	'series-changed': 'Les séances à venir changent',
	'session-reminder': 'Rappel d’une séance',
	'quorum-missing': 'Trop peu de membres ont dit qu’ils viendraient',
	'role-given': 'Un rôle vous est proposé',
	'role-changed': 'Votre rôle a changé',
	'role-offered': 'Un membre du groupe vous propose son rôle',
	'role-offer-answered': 'Le rôle que vous proposiez a sa réponse',
	'case-chosen': 'Ce que vous proposiez est à l’ordre du jour',
	'room-stage-opened': 'Une étape de la séance est ouverte',
	'room-stage-due': 'Une étape se termine bientôt\u00a0: vous pouvez encore y participer',
	'room-stage-over': 'La date d’une étape est passée\u00a0: elle peut être close',
	'poll-opened': 'Le groupe cherche une date',
	'poll-closed': 'La recherche de date est close',
	'poll-reminder': 'Vos disponibilités manquent',
	'second-reading-asked': 'On vous demande de relire une situation',
};

const subjects: Record<MailSubject, string> = {
	reminders: 'Rappels de séance',
	sessions: 'Séances prévues, déplacées ou annulées',
	roles: 'Rôles, ordre du jour et relectures',
	group: 'Vie des groupes\u00a0: demandes, places, chartes',
	polls: 'Recherches de date',
};

export const notifications = {
	title: 'Notifications',
	lead: 'Ce qui s’est passé dans vos groupes, le plus récent en premier.',
	empty: 'Rien pour l’instant.',
	emptyHint:
		'Vous lirez ici qu’une séance est déplacée, qu’un rôle vous est proposé ou qu’une charte vous attend.',
	kinds,
	changed: 'Une séance est modifiée',
	new: 'Pas encore lu',
	mailFailed: 'Le mail n’a pas pu être remis',
	mailUnknown: 'Le mail est peut-être parti\u00a0: le serveur s’est arrêté pendant l’envoi',
	cancelled: 'n’aura pas lieu',
	markRead: 'Marquer tout comme lu',
	marked: 'Marqué comme lu.',
	older: 'Plus anciennes',
	newest: 'Revenir aux plus récentes',
	choose: 'Choisir ce que vous recevez',
	toKnow: 'À savoir',
	all: 'Toutes les notifications',
	choices: {
		title: 'Notifications',
		onSite: 'Tout se lit sur la page des notifications, quoi que vous choisissiez ici.',
		noMail: 'Ce serveur n’envoie pas de mail. Ceux qu’il aurait envoyés se lisent sur la page des mails.',
		seeMails: 'Voir ces mails',
		mail: 'Recevoir un mail pour',
		subjects,
		invitations: 'Joindre aux mails de séance une invitation que les agendas comprennent',
		reminders: 'Me rappeler chaque séance',
		remindersHint: 'Quatre moments au plus, en plus de la veille au soir.',
		tooMany: 'Choisissez quatre moments au plus.',
		evening: 'La veille à 19\u00a0h, à votre heure',
		ahead: (minutes: number) => {
			if (minutes % 1_440 === 0) {
				const days = minutes / 1_440;
				return days === 7 ? 'Une semaine avant' : days === 1 ? 'Un jour avant' : `${days} jours avant`;
			}
			if (minutes % 60 === 0) {
				const hours = minutes / 60;
				return hours === 1 ? 'Une heure avant' : `${hours} heures avant`;
			}
			return `${minutes} minutes avant`;
		},
		digest: 'Grouper les mails',
		digestHint:
			'Partent quand même aussitôt\u00a0: les rappels, ce qui a un délai, et ce qui change une séance dans les 48\u00a0heures.',
		digests: {
			off: 'Non, un mail à chaque fois',
			daily: 'Un résumé par jour',
			weekly: 'Un résumé par semaine',
		},
		digestDay: 'Jour du résumé',
		digestHour: 'Heure du résumé, à votre heure',
		save: 'Enregistrer les notifications',
		saved: 'Choix enregistrés.',
	},
	mails: {
		title: 'Mails',
		lead: 'Les mails que ce serveur vous aurait envoyés.',
		notSent:
			'Ce serveur n’envoie pas de mail\u00a0: aucune adresse d’envoi n’est réglée (SMTP_URL). Ce qui suit n’a été remis à personne et se trouve dans le dossier des données.',
		empty: 'Aucun mail pour vous.',
		emptyHint: 'Le premier sera là dès qu’une séance est prévue ou déplacée.',
	},
	unsubscribe: {
		title: 'Mails d’Entrepairs',
		all: 'tous les mails',
		ask: (of: string) => `Ne plus recevoir de mails pour\u00a0: ${of}.`,
		isOff: (of: string) => `Vous ne recevez plus de mails pour\u00a0: ${of}.`,
		site: 'Tout se lit toujours sur le site, à la page des notifications.',
		stop: 'Ne plus recevoir ces mails',
		again: 'Recevoir ces mails à nouveau',
		nextTime: 'Pour choisir plus finement, connectez-vous et ouvrez votre compte.',
		account: 'Ouvrir mon compte',
		stopped: 'Vous ne recevrez plus ces mails.',
		resumed: 'Vous recevrez ces mails à nouveau.',
	},
};
