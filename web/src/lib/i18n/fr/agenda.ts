/** The cases that wait, and what a session is about, in French. */
import type { Queue, Urgency } from '@entrepairs/contract/agenda';

const urgencies: Record<Urgency, string> = {
	calm: 'Sans urgence',
	soon: 'Bientôt',
	urgent: 'C’est urgent',
};
const reasons: Record<Queue['pitches'][number]['reasons'][number], string> = {
	urgent: 'c’est urgent',
	soon: 'à voir bientôt',
	'also-mine': 'concerne aussi des collègues',
	'never-presented': 'n’a pas encore exposé',
	'waited-longest': 'attend depuis le plus longtemps',
};

export const agenda = {
	queue: 'Situations à apporter',
	lead: 'Ce que chaque membre aimerait apporter, en deux lignes. Le groupe choisit, en début de séance ou avant.',
	frame: 'Lu par les membres du groupe seulement, jamais par la modération.',
	empty: 'Aucune situation n’attend.',
	emptyHint: 'Deux lignes suffisent pour que le groupe sache de quoi il s’agit.',
	order:
		'Dans cet ordre : l’urgence, ce qui concerne aussi des collègues, qui a exposé il y a le plus longtemps, puis l’attente. C’est une aide pour choisir, rien de plus.',
	add: 'Apporter une situation',
	addTitle: 'Apporter une situation',
	addEffect: 'En deux lignes, sans rien qui permette de reconnaître quelqu’un.',
	text: 'En deux lignes',
	textHint: (count: number) => `${count} caractères au plus.`,
	left: (count: number) => (count > 1 ? `${count} caractères restants` : `${count} caractère restant`),
	undecided: (count: number) =>
		count > 1
			? `${count} repérages dans ce texte : changez les mots, ou dites pourquoi ils restent.`
			: 'Un repérage dans ce texte : changez les mots, ou dites pourquoi ils restent.',
	unavailable: 'Le texte n’a pas pu être relu : il ne peut pas être partagé pour l’instant.',
	urgency: 'Urgence',
	urgencies,
	reasons,
	submit: 'La mettre dans la liste',
	added: 'Votre situation est dans la liste.',
	by: (name: string, when: string) => `${name}, le ${when}`,
	mine: (when: string) => `Vous, le ${when}`,
	alsoMine: 'Cela me concerne aussi',
	alsoMineOf: (names: string) => `Concerne aussi : ${names}`,
	vote: 'Pour la prochaine séance',
	votes: (count: number) =>
		count === 0
			? 'Personne ne l’a encore demandée.'
			: count > 1
				? `${count} personnes la demandent pour la prochaine séance.`
				: `${count} personne la demande pour la prochaine séance.`,
	withdraw: 'Retirer',
	withdrawTitle: 'Retirer cette situation de la liste ?',
	withdrawEffect: 'Ces deux lignes disparaissent pour de bon, pour tout le groupe.',
	withdrawn: 'La situation est retirée, et son texte effacé.',
	know: 'Je connais cette situation',
	knowTitle: 'Je connais cette situation',
	knowEffect:
		'Vous ne la verrez plus, ni ce qui en sera partagé ensuite. Personne n’apprend qui s’est retiré, ni pourquoi.',
	knowFinal: 'Vous ne pourrez pas revenir sur ce choix.',
	knowConfirm: 'Me retirer',
	knowDone: 'Cette situation n’est plus visible pour vous.',
	choose: 'Choisir pour une séance',
	chooseTitle: 'Choisir pour une séance',
	chooseEffect: 'Qui l’apporte devient exposant·e de cette séance, et en est prévenu·e.',
	chooseSession: 'Séance',
	chooseSubmit: 'Choisir',
	chosen: 'C’est choisi.',
	chosenFor: (day: string) => `Choisie pour le ${day}`,
	back: 'Remettre dans la liste',
	backDone: 'La situation est de nouveau dans la liste.',

	title: 'Ordre du jour',
	followUps: 'Retour d’expérience',
	followUpsHint: 'Que s’est-il passé depuis ? À dire de vive voix : rien ne s’écrit ici.',
	from: (day: string) => `Séance du ${day}`,
	states: { done: 'Fait', later: 'Reporté à la prochaine séance', open: 'À l’ordre du jour' },
	done: 'C’est fait',
	later: 'Reporter à la prochaine fois',
	undo: 'Annuler',
	marked: 'C’est noté.',
	brought: 'Situation choisie',
	notChosen: 'Aucune situation n’est encore choisie.',
	waiting: (count: number) =>
		count === 0 ? '' : count > 1 ? `${count} situations attendent.` : `${count} situation attend.`,
	seeQueue: 'Voir les situations à apporter',

	pitchField: 'Est-ce une situation de la liste ?',
	pitchFieldHint: 'Ses deux lignes seront effacées : la situation prend leur place.',
	noPitch: 'Non',
};
