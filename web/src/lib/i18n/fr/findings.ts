/** What the detector found and what to do about it, in French. */
import type { FindingType, Reason } from '@entrepairs/anonymise/finding';
import type { HintKind } from '@entrepairs/anonymise/hint-kind';
import type { RiskTest } from '@entrepairs/anonymise/risk';
import type { KeepReason } from '@entrepairs/contract/review';

const kinds: Record<FindingType, string> = {
	PERSON: 'Nom de personne',
	PLACE: 'Lieu',
	ADDRESS: 'Adresse',
	DATE: 'Date précise',
	BIRTHDATE: 'Date de naissance',
	PHONE: 'Numéro de téléphone',
	EMAIL: 'Adresse électronique',
	NIR: 'Numéro de sécurité sociale',
	IDNUMBER: 'Numéro de dossier',
	ORG: 'Organisme',
	URL: 'Lien vers un site',
	PLATE: 'Immatriculation',
	IBAN: 'Compte bancaire',
	AGE: 'Âge',
	PROFESSION_RARE: 'Métier rare',
};

const why: Record<Reason, string> = {
	form: 'Repéré à sa forme.',
	context: 'Repéré d’après les mots qui l’entourent.',
	list: 'Figure dans une liste de noms ou de lieux.',
	'unknown-capital': 'Une majuscule que le dictionnaire n’explique pas : à vous de voir.',
	repeated: 'Les mêmes mots ont été repérés ailleurs dans le texte.',
};

const reasons: Record<KeepReason, string> = {
	'not-identifying': 'Ce n’est pas un identifiant',
	'public-knowledge': 'C’est connu de tous et ne désigne personne ici',
	needed: 'Le groupe en a besoin pour comprendre',
	invented: 'C’est un nom inventé',
};

const hints: Record<HintKind, { name: string; why: string; blur: string }> = {
	'rare-job': {
		name: 'Métier rare',
		why: 'Peu de personnes l’exercent dans un même endroit.',
		blur: 'Nommez un domaine plus large : « un métier du bâtiment ».',
	},
	'small-place': {
		name: 'Lieu où l’on se connaît',
		why: 'Dans un petit lieu, quelques détails suffisent à reconnaître quelqu’un.',
		blur: 'Dites « en zone rurale », « un quartier », sans nombre d’habitants.',
	},
	'large-family': {
		name: 'Famille peu courante',
		why: 'Une fratrie nombreuse ou des jumeaux se remarquent.',
		blur: 'Dites « plusieurs enfants », si leur nombre ne compte pas.',
	},
	'rare-event': {
		name: 'Événement marquant',
		why: 'On se souvient de cet événement, et on peut le retrouver dans la presse.',
		blur: 'Dites ce qu’il a changé plutôt que ce qui s’est passé : « un drame familial ».',
	},
	'rare-illness': {
		name: 'Santé peu courante',
		why: 'Peu de personnes sont concernées, et cela dit de leur santé ce qu’elles n’ont pas choisi de dire.',
		blur: 'Dites « une maladie chronique », « une opération lourde ».',
	},
	origin: {
		name: 'Seule personne dans ce cas',
		why: 'Être « la seule » ou « le premier » suffit à désigner quelqu’un.',
		blur: 'Retirez ce qui rend unique, ou dites « une des rares ».',
	},
	'exact-age': {
		name: 'Âge exact',
		why: 'Avec un lieu ou un métier, un âge exact se recoupe facilement.',
		blur: 'Dites une tranche d’âge : « la quarantaine ».',
	},
	'exact-date': {
		name: 'Date exacte',
		why: 'Une date permet de relier ce récit à un dossier, un agenda ou un article.',
		blur: 'Dites « au printemps », « trois semaines plus tard ».',
	},
	'public-role': {
		name: 'Rôle public',
		why: 'La personne qui a ce rôle est connue, et son nom se trouve facilement.',
		blur: 'Dites « une personne qui a des responsabilités locales ».',
	},
	'known-affair': {
		name: 'Affaire connue',
		why: 'Ce qui a été dans la presse permet de tout retrouver.',
		blur: 'Retirez la mention de la presse ou du procès.',
	},
	combination: {
		name: 'Plusieurs détails rares ensemble',
		why: 'Chacun semble sans risque ; réunis, ils ne désignent plus que très peu de personnes.',
		blur: 'Floutez-en au moins deux, en commençant par ce passage.',
	},
};

const tests: Record<RiskTest, { name: string; why: string }> = {
	'singling-out': {
		name: 'Individualisation',
		why: 'isoler une personne parmi toutes les autres',
	},
	linking: {
		name: 'Corrélation',
		why: 'relier ce texte à ce qui est su ailleurs',
	},
	inference: {
		name: 'Inférence',
		why: 'déduire ce que le texte ne dit pas',
	},
};

export const findings = {
	tab: (count: number) => `Repérages (${count})`,
	title: 'Repérages',
	drawer: (count: number) => (count > 0 ? `${count} à décider` : 'Relecture'),
	kinds,
	why,
	reasons,
	states: {
		looking: 'Relecture en cours…',
		current: 'Relecture à jour',
		unavailable: 'Le détecteur n’a pas pu être chargé',
	},
	unavailable:
		'Rien n’a pu être vérifié : cela ne veut pas dire qu’il n’y a rien à repérer. Votre texte est gardé ici.',
	retry: 'Réessayer',
	none: 'Rien n’a été repéré.',
	noneHint:
		'Le détecteur peut se tromper ou laisser passer un surnom, une allusion : c’est votre lecture qui compte.',
	noText: 'Les repérages apparaîtront ici pendant que vous écrivez.',
	toDecide: (count: number) => (count > 1 ? `${count} repérages à décider` : `${count} repérage à décider`),
	allDecided: 'Tout est décidé',
	keptCount: (count: number) => (count > 1 ? `${count} gardés` : `${count} gardé`),
	replacedCount: (count: number) => (count > 1 ? `${count} remplacés` : `${count} remplacé`),
	keys: 'Flèches pour passer de l’un à l’autre, Entrée pour décider. Dans le texte, F8 va au repérage suivant.',
	times: (count: number) => `${count} fois`,
	becomes: (from: string, to: string) => `« ${from} » devient « ${to} »`,
	withdrawn: (from: string) => `« ${from} » est retiré`,
	keptBecause: (reason: string) => `Gardé : ${reason}`,
	open: (kind: string, text: string) => `${kind} : « ${text} »`,
	card: (kind: string, text: string) => `${kind} : « ${text} ». Que faire ?`,
	replace: 'Remplacer',
	replaceHere: 'Ici seulement',
	replaceSame: (count: number) => `Remplacer les ${count}`,
	replaceAll: (count: number) => `Tout remplacer (${count})`,
	otherChoices: 'Garder, ou d’autres mots',
	notIdentifier: 'Ce n’est pas un identifiant',
	keepFor: 'Garder, parce que',
	keep: 'Garder',
	otherWords: 'Autres mots',
	useWords: 'Mettre ces mots',
	reconsider: 'Revenir sur ce choix',
	replaced: (count: number) =>
		count > 1 ? `${count} endroits remplacés. « Annuler » les remet.` : 'Remplacé. « Annuler » le remet.',
	kept: 'Gardé tel quel.',
	changedMeanwhile: 'Le texte a changé entre-temps : rien n’a été remplacé.',
	next: 'Voir l’endroit suivant',

	grains: {
		open: 'Précision des remplacements',
		title: 'Précision des remplacements',
		lead: 'Ce que chaque sorte de repérage devient. Plus c’est flou, moins on reconnaît.',
		names: { fine: 'Fin', middle: 'Moyen', coarse: 'Flou' },
		none: 'Rien à régler pour l’instant : aucun repérage n’a plusieurs façons d’être remplacé.',
		example: (from: string) => `Par exemple, « ${from} » :`,
		gone: '(retiré)',
		done: 'Fermer',
	},

	risk: {
		tab: 'Risque',
		title: 'Au-delà des noms',
		lead: 'Sans aucun nom, un récit peut encore être reconnu. Ces passages sont à regarder.',
		levels: { low: 'Risque faible', middle: 'Risque moyen', high: 'Risque élevé' },
		levelHints: {
			low: 'Rien de rare n’a été repéré. Ce que vous seul·e savez compte aussi.',
			middle: 'Quelqu’un qui connaît l’endroit pourrait faire le lien.',
			high: 'Quelqu’un des environs saurait probablement de qui il s’agit.',
		},
		unknown: 'Pas encore évalué',
		hints,
		tests,
		testsTitle: 'Les trois questions de la CNIL',
		touches: 'Cela permet de',
		toBlur: 'Pour flouter',
		passages: (count: number) => `${count} passages`,
		see: (words: string) => `Voir « ${words} »`,
	},
};
