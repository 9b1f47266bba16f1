/**
 * What a group's charter may begin with, as data. A group takes one, changes it as it likes, and signs
 * what it made of it. `key` says which part is which from one version to the next, and never changes.
 */
import type { Words } from './case-templates.ts';

export type CharterTemplateId = 'peers' | 'facilitated';

export interface CharterTemplateSection {
	readonly key: string;
	readonly title: Words;
	readonly text: Words;
}

export interface CharterTemplate {
	readonly id: CharterTemplateId;
	readonly name: Words;
	readonly purpose: Words;
	readonly sections: readonly CharterTemplateSection[];
}

const lines = (...paragraphs: readonly string[]) => paragraphs.join('\n\n');

const confidentiality: CharterTemplateSection = {
	key: 'confidentiality',
	title: { fr: 'Confidentialité', en: 'Confidentiality' },
	text: {
		fr: lines(
			'Ce qui se dit et s’écrit ici ne sort pas d’ici, ni pendant la vie du groupe, ni après. Certains d’entre nous sont tenus au secret professionnel par leur profession ou leur mission (article 226-13 du code pénal) ; tous, nous prenons ici le même engagement.',
			'Nous parlons de situations, pas de personnes que l’on pourrait reconnaître : ni nom, ni lieu, ni date exacte, ni détail rare. Ce que nous en reprenons ailleurs, une idée ou une façon de faire, est sorti de son contexte.',
			'Une exception : quand quelqu’un est en danger grave, un mineur ou une personne qui ne peut pas se protéger, la loi permet d’alerter les autorités compétentes (article 226-14). Nous arrêtons alors la séance pour y réfléchir ensemble. La décision d’alerter, et la responsabilité de le faire, restent à qui connaît la situation.',
			'Qui reconnaît une personne ou une situation le dit sans expliquer pourquoi, ou se retire sans le dire.',
		),
		en: lines(
			'What is said and written here does not leave this group, neither while it meets nor afterwards. Some of us are bound to professional secrecy by their profession or their mission (article 226-13 of the French criminal code); all of us give the same undertaking here.',
			'We speak of situations, not of people who could be recognised: no name, no place, no exact date, no rare detail. What we take elsewhere, an idea or a way of working, is taken out of its context.',
			'One exception: when somebody is in serious danger, a minor or a person who cannot protect themself, the law allows the competent authorities to be alerted (article 226-14). We then stop the session to think about it together. The decision to alert, and the responsibility to do so, stay with whoever knows the situation.',
			'Whoever recognises a person or a situation says so without explaining why, or withdraws without saying so.',
		),
	},
};

const attendance: CharterTemplateSection = {
	key: 'attendance',
	title: { fr: 'Présence', en: 'Attendance' },
	text: {
		fr: lines(
			'Chacun est ici parce qu’il l’a voulu. Venir au groupe est un choix ; une fois ce choix fait, nous venons à chaque séance, à l’heure et jusqu’au bout.',
			'Qui ne peut pas venir prévient dès qu’il le sait, par le site. Personne n’a à dire pourquoi.',
			'Qui veut quitter le groupe l’annonce, si possible une séance à l’avance, pour que l’on puisse se dire au revoir.',
		),
		en: lines(
			'Everyone is here by choice. Joining is free; once the choice is made, we come to each session, on time and to the end.',
			'Whoever cannot come says so as soon as they know, on the site. Nobody has to say why.',
			'Whoever wants to leave the group announces it, a session ahead if possible, so that there is time for a goodbye.',
		),
	},
};

const distance: CharterTemplateSection = {
	key: 'distance',
	title: { fr: 'Juste distance', en: 'Right distance' },
	text: {
		fr: lines(
			'Nous sommes des pairs : personne n’évalue ni ne dirige personne. On écoute sans juger, on parle de ce que l’on a vécu, on propose sans imposer. La parole de chacun a la même place.',
			'Le groupe n’est ni une thérapie, ni un lieu pour régler un différend entre nous. Ce qui touche trop fort se dit à la personne qui anime, et la séance peut s’arrêter.',
			'Qui travaille pour le même employeur, avec les mêmes partenaires ou sur le même territoire qu’un autre membre l’indique en confiance. On peut demander qu’un collègue ne voie pas une situation.',
		),
		en: lines(
			'We are peers: nobody assesses or directs anybody. We listen without judging, speak from what we have lived, offer without imposing. Everyone’s word has the same place.',
			'The group is neither therapy nor the place to settle a dispute between us. What touches somebody too strongly is told to the facilitator, and the session may stop.',
			'Whoever works for the same employer, with the same partners or in the same territory as another member says so in confidence. Anyone may ask that a colleague does not see a case.',
		),
	},
};

const texts: CharterTemplateSection = {
	key: 'texts',
	title: { fr: 'Ce que deviennent les textes', en: 'What becomes of the texts' },
	text: {
		fr: lines(
			'Une situation est pseudonymisée et relue par qui l’apporte avant que le groupe la voie. Un texte pseudonymisé n’est pas un texte anonyme : nous le traitons comme un secret.',
			'Ce qui est écrit à plusieurs appartient au groupe. Personne ne le copie, ne le photographie ni ne le publie sans l’accord de tous. Qui quitte le groupe n’y a plus accès ; ce qu’il y a écrit y reste.',
			'Tout membre peut faire effacer pour de bon un passage qui permettrait de reconnaître quelqu’un. Le journal de chacun n’appartient qu’à lui.',
		),
		en: lines(
			'A case is pseudonymised and reviewed by whoever brings it before the group sees it. A pseudonymised text is not an anonymous one: we treat it as a secret.',
			'What is written together belongs to the group. Nobody copies, photographs or publishes it without the agreement of all. Whoever leaves the group can no longer reach it; what they wrote stays.',
			'Any member can have a passage erased for good that could let somebody be recognised. Everyone’s journal is theirs alone.',
		),
	},
};

const noFees: CharterTemplateSection = {
	key: 'fees',
	title: { fr: 'Frais', en: 'Fees' },
	text: {
		fr: 'La participation est gratuite. Personne n’est payé pour animer : l’animation tourne, ou quelqu’un s’en charge parce qu’il le veut bien. Une dépense commune se décide à tous.',
		en: 'Taking part is free. Nobody is paid to facilitate: it goes round, or somebody does it willingly. A shared expense is decided by all.',
	},
};

const sharedFees: CharterTemplateSection = {
	key: 'fees',
	title: { fr: 'Participation aux frais', en: 'Sharing the costs' },
	text: {
		fr: lines(
			'La personne qui anime est rémunérée pour préparer et tenir le cadre. La participation est de … euros par séance et par personne, à régler … .',
			'Une séance manquée sans prévenir au moins … jours avant reste due ; une séance annulée par l’animation ne l’est pas. Le montant ne change qu’avec une nouvelle version de cette charte.',
			'Qui a du mal à payer en parle à la personne qui anime : cela reste entre eux.',
		),
		en: lines(
			'The facilitator is paid to prepare and hold the frame. The contribution is … euros a session for each person, to be paid … .',
			'A session missed without word at least … days before is still due; one that the facilitator cancels is not. The amount changes only with a new version of this charter.',
			'Whoever finds it hard to pay speaks to the facilitator: it stays between them.',
		),
	},
};

const facilitation: CharterTemplateSection = {
	key: 'facilitation',
	title: { fr: 'Animation', en: 'Facilitation' },
	text: {
		fr: 'La personne qui anime tient le cadre, le temps et la parole. Elle n’a d’autorité sur aucun membre hors du groupe et ne rapporte rien à personne de ce qui s’y dit. Elle est tenue à cette charte comme les autres.',
		en: 'The facilitator holds the frame, the time and the turns to speak. They have no authority over any member outside the group and report nothing of what is said to anyone. This charter binds them like the others.',
	},
};

export const charterTemplates: readonly CharterTemplate[] = [
	{
		id: 'peers',
		name: { fr: 'Groupe entre pairs', en: 'Peer group' },
		purpose: {
			fr: 'Les membres animent à tour de rôle, sans frais.',
			en: 'Members facilitate in turn, without fees.',
		},
		sections: [confidentiality, attendance, distance, texts, noFees],
	},
	{
		id: 'facilitated',
		name: { fr: 'Groupe animé, avec participation aux frais', en: 'Facilitated group, with shared costs' },
		purpose: {
			fr: 'Une personne est rémunérée pour animer. Les montants sont à compléter.',
			en: 'Somebody is paid to facilitate. The amounts have to be filled in.',
		},
		sections: [confidentiality, attendance, distance, facilitation, texts, sharedFees],
	},
];

/** A template by id. */
export function charterTemplate(id: CharterTemplateId): CharterTemplate {
	const found = charterTemplates.find((template) => template.id === id);
	if (found === undefined) throw new Error(`no charter template ${id}`);
	return found;
}
