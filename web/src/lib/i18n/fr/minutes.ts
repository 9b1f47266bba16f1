/** Minutes, the group’s history and one’s own record of sessions, in French. */
import { evaluations, roles } from './session-words.ts';

const mode = { live: 'En direct', 'over-days': 'Sur plusieurs jours' };
/** `1 h 05`, `12 min`, `40 s` */
function duration(seconds: number): string {
	const minutes = Math.floor(seconds / 60);
	if (minutes < 1) return `${Math.round(seconds)} s`;
	const hours = Math.floor(minutes / 60);
	if (hours < 1) return `${minutes} min`;
	return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${String(minutes % 60).padStart(2, '0')}`;
}

export const minutes = {
	title: 'Compte rendu',
	of: (day: string) => `Compte rendu du ${day}`,
	open: 'Ouvrir le compte rendu',
	print: 'Imprimer',
	state: { draft: 'À relire', adopted: 'Adopté' },
	made: 'Les faits ci-dessous viennent de la salle. Le groupe écrit le reste.',
	roles,
	mode,
	duration,
	noName: 'Compte supprimé',
	frame: 'Le cadre',
	group: 'Groupe',
	when: 'Quand',
	lasted: (words: string) => `${words} en tout`,
	endedByItself:
		'Personne n’a clos la séance. La fin indiquée est celle que connaît la salle : le dernier moment où deux personnes y étaient, ou le dernier geste fait.',
	method: 'Méthode',
	version: (number: number) => `en version ${number}`,
	noClock: 'sans minuteur',
	noMethod: 'Sans méthode choisie',
	roleList: 'Rôles',
	case: 'La situation',
	caseHint: 'Son texte n’est pas repris ici : il reste dans la situation.',
	next: 'Prochaine séance',
	noNext: 'Aucune séance n’était prévue.',
	people: 'Qui était là',
	person: 'Personne',
	from: 'De',
	until: 'À',
	present: 'Temps de présence',
	moment: 'moins d’une minute',
	presence:
		'Est ici qui était dans la salle entre la première étape et la fin, même un instant. Le temps compte à partir de l’heure prévue, ou de la première étape si elle a commencé avant, en minutes entières.',
	stages: 'Les étapes',
	stage: 'Étape',
	began: 'Début',
	planned: 'Prévu',
	took: 'Réel',
	pause: (words: string) => `pauses : ${words}`,
	chosen: (way: string) => `choisi : ${way}`,
	sections: (names: string) => `dans la situation : ${names}`,
	notRun: 'pas abordée',
	round: (number: number) => `Tour ${number}`,
	evaluations: 'Comment était cette séance',
	evaluation: evaluations,
	evaluationOf: (count: number, words: string) =>
		count > 1 ? `${count} personnes : ${words}` : `${count} personne : ${words}`,
	text: 'Ce que le groupe écrit',
	reminder:
		'Le secret professionnel vaut ici aussi : ni nom de personne concernée, ni lieu, ni détail qui permette de reconnaître quelqu’un.',
	loading: 'Le texte s’ouvre…',
	closed: 'Compte rendu fermé',
	noAccess: 'Vous n’avez plus accès à ce compte rendu.',
	readOnly: 'Ce compte rendu est adopté : on ne peut plus y écrire.',
	groupEnded: 'Ce groupe est terminé : on ne peut plus écrire dans ses comptes rendus.',
	heldBack: {
		title: 'Ce que vous emportez n’a pas été repris',
		hint: 'Un mot y ressemble à un nom ou à un lieu. Vous seul·e lisez ces mots ici ; ajoutez ce que vous voulez au texte, puis effacez-les.',
		done: 'Effacer ces mots',
		gone: 'Ces mots sont effacés.',
	},
	adoption: {
		title: 'Adoption',
		hint: 'Chaque membre peut dire que le compte rendu lui convient. La personne qui anime l’adopte ensuite : plus personne n’y écrit.',
		none: 'Personne n’a encore dit que ce compte rendu lui convient.',
		approvedBy: (names: string) => `Convient à : ${names}`,
		approve: 'Ce compte rendu me convient',
		takeBack: 'Je reviens sur mon accord',
		adopt: 'Adopter le compte rendu',
		adoptTitle: 'Adopter le compte rendu ?',
		adoptEffect:
			'Le texte d’aujourd’hui est gardé tel quel, et plus personne n’y écrit. La personne qui anime pourra le rouvrir.',
		adopted: (when: string, name: string) => `Adopté le ${when} par ${name}.`,
		adoptedOn: (when: string) => `Adopté le ${when}.`,
		done: 'Le compte rendu est adopté.',
		reopen: 'Rouvrir le compte rendu',
		reopenTitle: 'Rouvrir le compte rendu ?',
		reopenEffect:
			'Tout le groupe pourra y écrire de nouveau, et chaque membre dira de nouveau s’il lui convient. La version adoptée est gardée.',
		reopened: 'Le compte rendu est de nouveau à relire.',
	},
	missing:
		'Le texte n’a pas pu s’ouvrir : il n’y a pas de connexion, ou le service vient de changer de version. Rien de ce qui était écrit n’est perdu.',
	erased: 'L’historique de ce compte rendu vient d’être effacé pour de bon.',
	eraseEffect:
		'Tout ce qui a été supprimé dans ce compte rendu disparaît aussi du serveur, avec les versions adoptées. Personne ne pourra le retrouver, vous non plus.',
	nothing: 'Rien n’est écrit ici.',
	writing: 'En train de lire ou d’écrire ce compte rendu',
	spoken: {
		title: 'Le temps de parole',
		hint: 'Compté d’après la parole donnée dans la salle, jamais d’après un micro.',
		byPerson: 'Par personne',
		byRole: 'Par rôle',
		who: 'Qui',
		time: 'Temps',
		share: 'Part',
		percent: (number: number) => `${number} %`,
		none: 'Personne n’a pris la parole par la salle.',
		destroyed: 'Les temps de parole n’ont pas été gardés.',
	},
	history: {
		title: 'Historique',
		lead: 'Les séances tenues dans la salle, les plus récentes d’abord.',
		empty: 'Aucune séance n’a encore été tenue dans la salle.',
		emptyHint: 'À la fin de chaque séance, son compte rendu se trouve ici.',
		people: (count: number) => (count > 1 ? `${count} personnes` : `${count} personne`),
		minutes: { draft: 'Compte rendu à relire', adopted: 'Compte rendu adopté' },
		none: 'Pas de compte rendu',
		earlier: 'Séances plus anciennes',
	},
	attended: {
		title: 'Séances suivies',
		lead: 'Les séances où vous étiez, d’après la salle. Cette liste est à vous : elle reste si vous quittez un groupe, et personne d’autre ne la lit.',
		open: 'Voir les séances suivies',
		empty: 'Aucune séance suivie pour l’instant.',
		emptyHint: 'Une séance tenue dans la salle s’ajoute ici quand elle se termine.',
		year: 'Année',
		years: 'Par année',
		sessions: 'Séances',
		time: 'Temps passé',
		count: (count: number) => (count > 1 ? `${count} séances` : `${count} séance`),
		with: (count: number) => (count > 1 ? `${count} personnes présentes` : `${count} personne présente`),
		as: (names: string) => `Rôle : ${names}`,
		peer: 'Parmi les pairs',
		hint: 'Le temps est celui que vous avez passé dans la salle à partir de l’heure prévue, ou de la première étape si elle a commencé avant, en minutes entières. Moins d’une minute ne figure que dans le compte rendu.',
	},
};
