/** Conflicts of interest, in French. */

export const conflicts = {
	title: 'Conflits d’intérêts',
	lead: 'Pour que personne n’ait à travailler une situation qu’un collègue connaît par ailleurs.',

	mine: 'Ce que j’indique, en confiance',
	confidence:
		'Vous seul·e relisez ce que vous écrivez ici. La personne qui anime voit seulement qu’un conflit est possible entre deux membres, jamais lequel ni pourquoi. Ces noms sont chiffrés, et effacés quand vous quittez le groupe.',
	employers: 'Employeurs',
	employersHint: 'Les organismes qui vous emploient ou vous ont employé·e récemment. Un par ligne.',
	partners: 'Partenaires',
	partnersHint: 'Les organismes et les personnes avec qui vous travaillez. Un par ligne.',
	territories: 'Territoires',
	territoriesHint:
		'Les communes, cantons ou secteurs où vous exercez. Un par ligne. Un département ou une région ne compte pas.',
	tooMany: '20 lignes au plus, de 80 caractères chacune.',
	save: 'Enregistrer en confiance',
	saved: 'C’est enregistré, pour vous seul·e.',
	savedAt: (day: string, time: string) => `Enregistré le ${day} à ${time}.`,
	nothing: 'Vous n’avez rien indiqué pour ce groupe.',
	changeEffect: 'Quand vous changez ces lignes, les questions auxquelles vous avez répondu sont oubliées.',
	erase: 'Effacer ce que j’ai indiqué',
	eraseTitle: 'Effacer ce que vous avez indiqué',
	eraseEffect:
		'Ces noms sont effacés, ainsi que les questions auxquelles vous avez répondu à leur sujet. Plus personne n’est averti d’un conflit possible avec vous.',
	eraseConfirm: 'Effacer',
	erased: 'C’est effacé.',

	asked: 'On vous pose une question',
	question: (name: string) => `Un conflit d’intérêts est possible entre vous et ${name}. Y en a-t-il un ?`,
	questionHint:
		'Votre réponse est lue par les personnes qui animent le groupe, et par elles seules. Personne ne vous demande ce que vous avez indiqué.',
	answers: {
		none: 'Non, il n’y en a pas',
		'there-is-one': 'Oui, il y en a un',
		'not-known': 'Je ne sais pas',
	},
	word: 'Un mot, si vous le voulez',
	wordHint: 'Facultatif. Ni nom, ni détail d’une situation.',
	choose: 'Choisissez une réponse.',
	answer: 'Donner cette réponse',
	answered: 'Votre réponse est donnée.',
	yourAnswer: 'Votre réponse',
	changeAnswer: 'Changer ma réponse',
	waitingItem: (count: number, group: string) =>
		`${count > 1 ? `${count} questions` : 'Une question'} sur un conflit d’intérêts : ${group}`,
	waitingHint: 'Votre réponse reste entre vous et les personnes qui animent.',
	see: 'Répondre à la question',

	possible: 'Conflits possibles entre membres',
	possibleHint:
		'D’après ce que les membres ont indiqué en confiance. Vous ne voyez pas ce qui se ressemble, ni ce qui vous concerne.',
	none: 'Aucun conflit possible entre les membres.',
	noneHint: 'Cela ne vaut que pour ce que les membres ont bien voulu indiquer.',
	pair: (one: string, other: string) => `${one} et ${other}`,
	states: { possible: 'Conflit possible', asked: 'Question posée', settled: 'Réglé' },
	stated: 'Conflit confirmé',
	ask: 'Poser la question',
	askAbout: (one: string, other: string) => `Poser la question à ${one} et ${other}`,
	askEffect: 'Chacun des deux lit le nom de l’autre, et vous répond en confiance.',
	askedDone: 'La question est posée aux deux.',
	notYet: 'n’a pas encore répondu',

	exclude: 'Qui ne doit pas voir cette situation',
	excludeHint:
		'Les personnes cochées ne la verront ni dans la salle, ni ailleurs, et n’en sont pas averties. Les autres liront seulement le nombre d’absents.',
	excludedCount: (count: number) =>
		count > 1 ? `${count} personnes ne la verront pas` : `${count} personne ne la verra pas`,
};
