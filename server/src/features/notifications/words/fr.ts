/** The words of mails, in French. They name groups, days and hours; never a person, never a situation. */
import type { MailWords } from './words.ts';

const of = (group: string) => `«\u00a0${group}\u00a0»`;

export const fr: MailWords = {
	kinds: {
		'request-accepted': {
			subject: (group) => `Votre demande est acceptée\u00a0: ${group}`,
			says: (group) =>
				`Votre demande pour rejoindre le groupe ${of(group)} est acceptée. Sa charte attend votre signature\u00a0: il la faut avant d’entrer dans la salle.`,
		},
		'request-listed': {
			subject: (group) => `Vous êtes sur la liste d’attente\u00a0: ${group}`,
			says: (group) =>
				`Votre demande pour rejoindre le groupe ${of(group)} est acceptée. Le groupe est complet\u00a0: une place vous sera proposée à votre tour.`,
		},
		'request-refused': {
			subject: (group) => `Réponse à votre demande\u00a0: ${group}`,
			says: (group) =>
				`Votre demande pour rejoindre le groupe ${of(group)} n’a pas été acceptée. Le motif est sur le site.`,
		},
		'request-to-decide': {
			subject: (group) => `Une demande attend une réponse\u00a0: ${group}`,
			says: (group) => `Une demande pour rejoindre le groupe ${of(group)} attend une réponse.`,
		},
		'place-offered': {
			subject: (group) => `Une place vous est proposée\u00a0: ${group}`,
			says: (group) =>
				`Une place s’est libérée dans le groupe ${of(group)}. Elle vous est proposée pour un temps limité\u00a0: la date est sur le site.`,
		},
		'place-lapsed': {
			subject: (group) => `La place proposée n’est plus à vous\u00a0: ${group}`,
			says: (group) =>
				`La place qui vous était proposée dans le groupe ${of(group)} est passée à la personne suivante, faute de réponse.`,
		},
		'membership-ended': {
			subject: (group) => `Vous n’êtes plus membre\u00a0: ${group}`,
			says: (group) =>
				`Vous n’êtes plus membre du groupe ${of(group)}. Le motif, s’il y en a un, est sur le site.`,
		},
		'group-paused': {
			subject: (group) => `Groupe en pause\u00a0: ${group}`,
			says: (group) => `Le groupe ${of(group)} est en pause.`,
		},
		'group-resumed': {
			subject: (group) => `Le groupe reprend\u00a0: ${group}`,
			says: (group) => `Le groupe ${of(group)} reprend.`,
		},
		'group-ended': {
			subject: (group) => `Fin du groupe\u00a0: ${group}`,
			says: (group) => `Le groupe ${of(group)} prend fin.`,
		},
		'charter-to-sign': {
			subject: (group) => `Une charte à signer\u00a0: ${group}`,
			says: (group) =>
				`La charte du groupe ${of(group)} attend votre signature. Il la faut avant d’entrer dans la salle.`,
		},
		'conflict-question': {
			subject: (group) => `Une question vous est posée\u00a0: ${group}`,
			says: (group) =>
				`Une question sur un conflit d’intérêts possible vous attend, pour le groupe ${of(group)}.`,
		},
		'conflict-answer': {
			subject: (group) => `Une réponse à lire\u00a0: ${group}`,
			says: (group) =>
				`Votre question sur un conflit d’intérêts possible a une réponse, pour le groupe ${of(group)}.`,
		},
		'session-planned': {
			subject: (group) => `Séance prévue\u00a0: ${group}`,
			says: (group) => `Une séance du groupe ${of(group)} est prévue.`,
		},
		'session-moved': {
			subject: (group) => `Séance déplacée\u00a0: ${group}`,
			says: (group) => `Une séance du groupe ${of(group)} est déplacée.`,
		},
		'session-cancelled': {
			subject: (group) => `Séance annulée\u00a0: ${group}`,
			says: (group) => `Une séance du groupe ${of(group)} est annulée\u00a0: elle n’aura pas lieu.`,
		},
		'series-changed': {
			subject: (group) => `Les séances changent\u00a0: ${group}`,
			says: (group) =>
				`Les séances à venir du groupe ${of(group)} changent. Les nouvelles dates sont sur le site.`,
		},
		'session-reminder': {
			subject: (group) => `Rappel de séance\u00a0: ${group}`,
			says: (group) => `Vous avez une séance avec le groupe ${of(group)}.`,
		},
		'quorum-missing': {
			subject: (group) => `Trop peu de réponses\u00a0: ${group}`,
			says: (group) =>
				`Pour une séance du groupe ${of(group)}, trop peu de membres ont dit qu’ils viendraient.`,
		},
		'role-given': {
			subject: (group) => `Un rôle pour vous\u00a0: ${group}`,
			says: (group) => `Un rôle vous est proposé pour une séance du groupe ${of(group)}.`,
		},
		'role-changed': {
			subject: (group) => `Votre rôle change\u00a0: ${group}`,
			says: (group) => `Votre rôle pour une séance du groupe ${of(group)} a changé.`,
		},
		'role-offered': {
			subject: (group) => `On vous propose un échange de rôle\u00a0: ${group}`,
			says: (group) =>
				`Un membre du groupe ${of(group)} vous propose son rôle pour une séance. La réponse se donne sur le site.`,
		},
		'role-offer-answered': {
			subject: (group) => `Réponse à votre proposition\u00a0: ${group}`,
			says: (group) => `Une réponse est donnée au rôle que vous proposiez dans le groupe ${of(group)}.`,
		},
		'case-chosen': {
			subject: (group) => `L’ordre du jour est choisi\u00a0: ${group}`,
			says: (group) => `Ce que vous proposiez est à l’ordre du jour d’une séance du groupe ${of(group)}.`,
		},
		'room-stage-opened': {
			subject: (group) => `Une étape est ouverte\u00a0: ${group}`,
			says: (group) =>
				`Dans une séance sur plusieurs jours du groupe ${of(group)}, une étape est ouverte. On y vient quand on peut, jusqu’à la date indiquée dans la salle.`,
		},
		'room-stage-due': {
			subject: (group) => `Une étape se termine bientôt\u00a0: ${group}`,
			says: (group) =>
				`Dans une séance sur plusieurs jours du groupe ${of(group)}, une étape se termine bientôt et vous n’y avez pas encore participé. La date est dans la salle.`,
		},
		'room-stage-over': {
			subject: (group) => `Une étape peut être close\u00a0: ${group}`,
			says: (group) =>
				`Dans une séance sur plusieurs jours du groupe ${of(group)}, la date d’une étape est passée. Elle reste ouverte jusqu’à ce que vous passiez à la suivante ou donniez plus de temps.`,
		},
		'poll-opened': {
			subject: (group) => `Quand vous êtes libre\u00a0: ${group}`,
			says: (group) => `Le groupe ${of(group)} cherche une date et attend vos disponibilités.`,
		},
		'poll-closed': {
			subject: (group) => `La recherche de date est close\u00a0: ${group}`,
			says: (group) => `La recherche d’une date dans le groupe ${of(group)} est close.`,
		},
		'poll-reminder': {
			subject: (group) => `Vos disponibilités manquent\u00a0: ${group}`,
			says: (group) =>
				`Le groupe ${of(group)} cherche une date. La recherche se termine bientôt et vous n’avez pas encore répondu.`,
		},
		'second-reading-asked': {
			subject: (group) => `Une relecture vous est demandée\u00a0: ${group}`,
			says: (group) => `On vous demande de relire une situation avant que le groupe ${of(group)} ne la voie.`,
		},
		'minutes-drafted': {
			subject: (group) => `Un compte rendu à relire\u00a0: ${group}`,
			says: (group) => `Le compte rendu d’une séance du groupe ${of(group)} attend d’être relu.`,
		},
	},
	tooFew: 'Trop peu de membres ont dit qu’ils viendraient.',
	unknownGroup: 'un de vos groupes',
	hello: 'Bonjour,',
	when: (span, zone) => `Quand\u00a0: ${span} (${zone}).`,
	before: (span) => `Elle était prévue\u00a0: ${span}.`,
	cancelled: (span, zone) => `Elle était prévue\u00a0: ${span} (${zone}).`,
	ofDay: (day) => `La séance\u00a0: ${day}.`,
	forTheGroup: (span, zone) => `Pour le groupe\u00a0: ${span} (${zone}).`,
	changed: {
		subject: (group) => `Séance modifiée\u00a0: ${group}`,
		says: (group) => `Une séance du groupe ${of(group)} a changé. Voici comment elle est prévue maintenant.`,
	},
	open: 'Voir sur Entrepairs',
	choose: 'Choisir ce que vous recevez',
	stop: 'Ne plus recevoir de mails de ce genre',
	stopAll: 'Ne plus recevoir de mails d’Entrepairs',
	digest: {
		subject: (count) => (count > 1 ? `${count} nouvelles de vos groupes` : 'Une nouvelle de vos groupes'),
		intro: 'Voici ce qui s’est passé depuis le dernier résumé.',
	},
};
