/**
 * The people, groups and texts of the demonstration. Everyone and everything in it is invented.
 * French, as the product's first users are.
 */

export interface DemoPerson {
	readonly key: 'helene' | 'claire' | 'samir' | 'awa' | 'nadia';
	readonly name: string;
	readonly email: string;
	/** What this account lets one try. */
	readonly role: 'moderator' | 'facilitator' | 'practitioner' | 'applicant';
}

export const people: readonly DemoPerson[] = [
	{ key: 'claire', name: 'Claire Dubreuil', email: 'claire@demo.example', role: 'facilitator' },
	{ key: 'samir', name: 'Samir Haddad', email: 'samir@demo.example', role: 'practitioner' },
	{ key: 'awa', name: 'Awa Diarra', email: 'awa@demo.example', role: 'practitioner' },
	{ key: 'helene', name: 'Hélène Morvan', email: 'helene@demo.example', role: 'moderator' },
	{ key: 'nadia', name: 'Nadia Kerbrat', email: 'nadia@demo.example', role: 'applicant' },
];

export const organisation = 'Réseau des praticiens indépendants (démonstration)';

export const groups = {
	tuesday: {
		name: 'Le mardi soir',
		purpose:
			'Analyse de la pratique entre assistantes et assistants de service social en libéral. Une situation par séance, en codéveloppement.',
		capacity: 6,
		methods: ['codevelopment', 'intervision'],
		fields: ['family', 'employment'],
		region: '53',
		rhythm: 'weekly',
	},
	families: {
		name: 'Médiation et familles',
		purpose: 'Pour celles et ceux qui accompagnent des familles en séparation. Un jeudi midi, à distance.',
		capacity: 8,
		methods: ['balint', 'free'],
		fields: ['family', 'mediation'],
		region: null,
		rhythm: 'monthly',
	},
} as const;

export const joinMessage =
	'Éducatrice spécialisée installée à mon compte depuis deux ans, je cherche un groupe régulier pour ne pas rester seule face à certaines situations.';

/** Sections of the template `situation`, as paragraphs. */
export const currentCase = {
	title: 'Une demande qui en cache une autre',
	sections: {
		context: [
			'Intervention à la demande d’un employeur, trois entretiens prévus. Mme A., la cinquantaine, reprend le travail après un long arrêt.',
		],
		facts: [
			'Au deuxième entretien, elle parle peu du travail et beaucoup de son père, qu’elle héberge depuis l’été.',
			'Elle demande que rien ne soit dit à l’employeur, puis demande une lettre pour aménager ses horaires.',
		],
		request: [
			'Jusqu’où aller quand la commande est « le retour à l’emploi » et que la demande est ailleurs ?',
		],
		feelings: ['Un sentiment de loyauté partagée, et l’impression d’être pressée de choisir.'],
	},
} as const;

export const pastCase = {
	title: 'Quand la famille ne répond plus',
	sections: {
		context: ['Accompagnement budgétaire d’un couple avec deux adolescents, depuis un an.'],
		facts: ['Trois rendez-vous manqués, puis un message : « On n’a plus besoin. »'],
		request: ['Faut-il relancer, et au nom de quoi ?'],
		learning: ['Nommer la fin fait partie du travail, même quand elle est décidée sans nous.'],
	},
} as const;

/** What the past session's stages took, in minutes. */
export const heldStages = [
	{
		key: '0.presentation',
		name: { fr: 'Exposé', en: 'Presentation' },
		...{ plannedSeconds: 600, took: 11, pausedMinutes: 0, sections: ['context', 'facts'] },
	},
	{
		key: '0.clarification',
		name: { fr: 'Clarification', en: 'Clarification' },
		...{ plannedSeconds: 900, took: 14, pausedMinutes: 0, sections: ['facts'] },
	},
	{
		key: '0.contract',
		name: { fr: 'Contrat', en: 'Contract' },
		...{ plannedSeconds: 300, took: 6, pausedMinutes: 0, sections: ['request'] },
	},
	{
		key: '0.consultation',
		name: { fr: 'Consultation', en: 'Consultation' },
		...{ plannedSeconds: 1_500, took: 26, pausedMinutes: 3, sections: ['options'] },
	},
	{
		key: '0.synthesis',
		name: { fr: 'Synthèse et plan d’action', en: 'Synthesis and plan' },
		...{ plannedSeconds: 600, took: 9, pausedMinutes: 0, sections: ['options'] },
	},
	{
		key: '0.learning',
		name: { fr: 'Apprentissages', en: 'What was learnt' },
		...{ plannedSeconds: 600, took: 8, pausedMinutes: 0, sections: ['learning'] },
	},
];

/** What two of them said they take away from it. */
export const takenAway = {
	presenter: 'Écrire une dernière lettre, courte, et dire que la porte reste ouverte.',
	peer: 'Parler de la fin dès le premier rendez-vous.',
} as const;

/** What two of them state in confidence: their territories meet. */
export const interests = {
	samir: {
		employers: ['Association La Lanterne'],
		partners: ['Maison des familles'],
		territories: ['Quartier Saint-Michel'],
	},
	awa: { employers: [], partners: ['Le Phare'], territories: ['Saint-Michel'] },
};

/** What one of them would bring, in two lines. */
export const pitch =
	'Une famille demande toujours un rendez-vous de plus. Comment dire que l’accompagnement touche à sa fin ?';

export const poll = {
	title: 'Une séance plus longue, pour faire le point',
	slots: [
		{ days: 16, time: '12:30' },
		{ days: 17, time: '18:00' },
		{ days: 23, time: '18:00' },
	],
} as const;

/** Why sessions are moved or cancelled. */
export const changes = {
	moved: 'Salle prise ce soir-là',
	cancelled: 'Rencontre annuelle du réseau',
} as const;
