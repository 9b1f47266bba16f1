/** Who comes and who does what, in French. */
import type { Answer, TurnReason } from '@entrepairs/contract/attendance';
import { roles } from './session-words.ts';

const mine: Record<Answer, string> = {
	yes: 'Je viens',
	maybe: 'Je viens peut-être',
	no: 'Je ne viens pas',
};
const reasons: Record<TurnReason, string> = {
	'missed-a-turn': 'a manqué son tour et revient',
	'has-a-case': 'a une situation à apporter',
	'never-had-it': 'n’a pas encore eu ce rôle',
	'waited-longest': 'a attendu le plus longtemps',
	'is-free': 'n’a pas d’autre rôle ce jour-là',
	'too-few-people': 'il y a moins de personnes que de rôles',
};

export const attendance = {
	who: 'Qui vient',
	whoThen: 'Qui avait répondu',
	question: 'Venez-vous à cette séance ?',
	mine,
	/** Over the names of those who gave an answer, before the session and after it. */
	answered: {
		yes: (count: number) => `Oui : ${count}`,
		maybe: (count: number) => `Peut-être : ${count}`,
		no: (count: number) => `Non : ${count}`,
		none: (count: number) => `Sans réponse : ${count}`,
	},
	words: 'Un mot pour le groupe',
	wordsHint: 'Facultatif, lu par les membres du groupe. Rien sur une situation.',
	keepWords: 'Enregistrer le mot',
	saved: 'Votre réponse est enregistrée.',
	closed: 'Les réponses sont closes.',
	you: 'vous',
	counts: (coming: number, people: number) =>
		coming > 1 ? `${coming} personnes sur ${people} viennent.` : `${coming} personne sur ${people} vient.`,
	quorum: {
		reached: (needed: number) => `Le quorum de ${needed} est atteint.`,
		possible: (needed: number) => `Quorum de ${needed} : pas encore atteint.`,
		missing: (needed: number) => `Le quorum de ${needed} ne peut plus être atteint.`,
		will: {
			hold: (when: string) => `Vérifié ${when}. Sans quorum, la séance a lieu quand même.`,
			warn: (when: string) => `Vérifié ${when}. Sans quorum, tout le groupe est prévenu.`,
			cancel: (when: string) => `Vérifié ${when}. Sans quorum, la séance est annulée.`,
		},
		at: (day: string, time: string) => `le ${day} à ${time}`,
		outcomes: {
			reached: 'À l’heure de la vérification, le quorum était atteint.',
			held: 'À l’heure de la vérification, le quorum manquait ; la séance a lieu quand même.',
			warned: 'À l’heure de la vérification, le quorum manquait ; le groupe a été prévenu.',
			cancelled: 'À l’heure de la vérification, le quorum manquait ; la séance a été annulée.',
		},
	},

	away: {
		open: 'Répondre pour plusieurs séances',
		title: 'Répondre pour plusieurs séances',
		effect:
			'La même réponse pour toutes les séances de ce groupe entre deux jours. Vous pourrez la changer séance par séance.',
		from: 'Du',
		to: 'Au',
		answer: 'Réponse',
		submit: 'Enregistrer les réponses',
		done: (count: number) =>
			count === 0
				? 'Aucune séance entre ces deux jours : rien n’a changé.'
				: count > 1
					? `Votre réponse est enregistrée pour ${count} séances.`
					: 'Votre réponse est enregistrée pour 1 séance.',
	},

	roles,
	reasons,
	what: 'Qui fait quoi',
	none: 'Personne pour l’instant',
	notUsed: 'Aucun rôle ne tourne dans ce groupe.',
	facilitated: (names: string) => `Anime : ${names}`,
	proposed: (day: string, time: string) =>
		`C’est une proposition, calculée à chaque lecture. Elle est fixée le ${day} à ${time}.`,
	proposedSoon: 'C’est une proposition. Elle est fixée dans quelques minutes.',
	sources: {
		proposed: 'Proposition',
		fixed: 'Fixé',
		taken: 'Pris',
		swapped: 'Échangé',
		given: 'Confié',
	},
	take: 'Prendre ce rôle',
	taken: 'Le rôle est à vous.',
	giveUp: 'Rendre ce rôle',
	givenUp: 'Vous n’avez plus ce rôle. Votre tour reste le vôtre.',
	offer: 'Proposer à quelqu’un',
	set: 'Confier ce rôle',
	setTitle: (role: string) => `Confier : ${role}`,
	setTo: 'À qui',
	nobody: 'Personne : le rôle est libre',
	setSubmit: 'Confier',
	setDone: 'C’est noté. Les personnes concernées sont prévenues.',
	offerTitle: (role: string) => `Proposer : ${role}`,
	offerEffect: 'Le rôle reste le vôtre tant que la personne n’a pas accepté.',
	offerHow: 'À qui, et en échange de quoi',
	offerGive: (name: string) => `${name}, sans échange`,
	offerSwap: (name: string, day: string) => `${name}, contre son tour du ${day}`,
	offerSubmit: 'Envoyer la proposition',
	offered: 'La proposition est envoyée.',
	offerNobody: 'Personne d’autre ne vient : il n’y a personne à qui proposer ce rôle.',
	offersTitle: 'Propositions',
	offerFrom: (name: string, role: string, day: string) => `${name} vous propose : ${role}, le ${day}.`,
	offerFromSwap: (name: string, role: string, day: string, other: string) =>
		`${name} vous propose : ${role}, le ${day}, en échange de votre tour du ${other}.`,
	offerTo: (name: string, role: string, day: string) => `Vous avez proposé à ${name} : ${role}, le ${day}.`,
	accept: 'Accepter',
	refuse: 'Refuser',
	withdraw: 'Reprendre ma proposition',
	accepted: 'C’est fait : les rôles sont échangés.',
	refused: 'La proposition est close.',
	mineHere: (name: string) => `Votre rôle : ${name}`,
	mineProposed: (name: string) => `Rôle proposé : ${name}`,

	group: {
		title: 'Rôles',
		lead: 'Qui fait quoi dans les prochaines séances, et pourquoi.',
		upcoming: 'Prochaines séances',
		later: (count: number) => (count > 1 ? `Les ${count} séances suivantes` : 'La séance suivante'),
		session: 'Séance',
		free: 'libre',
		rule: 'La règle',
		ruleWords: [
			'Chaque rôle fait le tour du groupe : tout le monde l’a une fois avant que quelqu’un l’ait deux fois.',
			'Dans un tour, d’abord qui a manqué le sien ; pour exposer, ensuite qui a une situation à apporter ; puis qui attend depuis le plus longtemps.',
			'Qui ne vient pas garde sa place. Une absence ne coûte rien et ne se rattrape qu’une fois.',
			'Les rôles sont fixés 48 heures avant la séance. Avant comme après, on peut les prendre, les rendre ou les échanger.',
		],
		shares: 'Depuis le début',
		sharesHint: (day: string) => `Combien de fois chaque personne a eu chaque rôle depuis le ${day}.`,
		noShares: 'Aucune séance n’a encore eu lieu depuis que les rôles sont notés.',
		person: 'Personne',
		sessions: 'Séances',
		empty: 'Aucune séance n’est prévue.',
		emptyHint: 'Les rôles seront proposés ici dès qu’une séance le sera.',
		settings: 'Régler les rôles et le quorum',
		settingsTitle: 'Rôles et quorum',
		which: 'Rôles qui tournent',
		selfFacilitated:
			'Quand l’animation tourne, le groupe n’a plus d’animation fixe : le même choix se trouve dans les réglages du groupe.',
		quorum: 'Quorum demandé',
		quorumHint: 'Combien de personnes doivent venir. 0 : aucun nombre n’est demandé.',
		without: 'Si le quorum manque',
		withouts: {
			hold: 'La séance a lieu quand même',
			warn: 'Tout le groupe est prévenu',
			cancel: 'La séance est annulée',
		},
		hours: 'Vérifié combien d’heures avant',
		save: 'Enregistrer',
		saved: 'Les réglages sont enregistrés.',
	},
};
