/** What a group says of itself, in French. */
import type { FieldOfPractice, GroupProfile, Method, Rhythm } from '@entrepairs/contract/group-profile';

const methods: Record<Method, string> = {
	codevelopment: 'Codéveloppement',
	balint: 'Groupe Balint',
	gapp: 'GAPP (analyse de pratiques professionnelles)',
	gease: 'GEASE (analyse de situations éducatives)',
	intervision: 'Intervision (consultation entre pairs)',
	'structured-peer-supervision': 'Supervision structurée entre pairs',
	'reflecting-team': 'Équipe réfléchissante',
	troika: 'Troïka',
	'wise-crowds': 'Foules sages',
	'critical-incident': 'Incident critique',
	free: 'Libre',
};

const fields: Record<FieldOfPractice, string> = {
	'child-protection': 'Protection de l’enfance',
	family: 'Famille, couple, parentalité',
	disability: 'Handicap',
	elderly: 'Grand âge',
	'mental-health': 'Santé mentale',
	addiction: 'Addictions',
	'housing-and-integration': 'Logement et insertion',
	justice: 'Justice, pénal',
	migration: 'Migrations, exil',
	health: 'Santé',
	employment: 'Travail, emploi',
	mediation: 'Médiation',
	other: 'Autre champ',
};

const rhythms: Record<Rhythm, string> = {
	weekly: 'Chaque semaine',
	fortnightly: 'Toutes les deux semaines',
	monthly: 'Chaque mois',
	other: 'Autre rythme',
};

const admissions: Record<GroupProfile['admission'], string> = {
	'on-request': 'Sur demande',
	'on-invitation': 'Sur invitation',
};

const facilitations: Record<GroupProfile['facilitation'], string> = {
	facilitated: 'Avec une personne qui anime',
	'self-facilitated': 'Sans animation fixe',
};

export const groupProfile = {
	methods,
	fields,
	rhythms,
	admissions,
	facilitations,
	methodsTitle: 'Méthodes',
	fieldsTitle: 'Champs d’exercice',
	severalHint: 'Plusieurs choix possibles, ou aucun.',
	region: 'Région',
	anywhere: 'Partout, ou à distance',
	rhythm: 'Rythme voulu',
	admission: 'Pour entrer',
	admissionHint:
		'Sur demande : chacun peut demander, la modération répond. Sur invitation : seules les personnes que vous invitez.',
	facilitation: 'Animation',
	facilitationHint:
		'Sans animation fixe, la personne qui anime change à chaque séance, à tour de rôle. Planifier, publier la charte et régler le groupe restent à ses responsables ; ils peuvent donner ce rôle à chaque membre.',
};
