import type { ToldInMethod } from '../told.ts';

export const reflectingTeam = {
	interview: {
		facilitator: {
			does: 'Vous placez le groupe : l’entretien d’un côté, l’équipe qui écoute de l’autre.',
			avoids: 'Poser vos propres questions.',
			says: ['L’équipe écoute, et ne note que ce qui la touche.'],
			ready: 'La personne a dit ce qui lui importe, et l’entretien ralentit.',
			slip: 'L’équipe intervient : « Gardez-le, vous parlerez juste après. »',
		},
		interviewer: {
			does: 'Vous posez des questions ouvertes, une à la fois, et suivez la personne.',
			avoids: 'Conduire vers une idée, la vôtre aussi.',
			says: ['Qu’est-ce qui vous importe le plus ici ?', 'Que voudriez-vous entendre de l’équipe ?'],
		},
		presenter: {
			does: 'Vous prenez votre temps ; vous pouvez chercher à voix haute.',
			avoids: 'Ce qui permettrait de reconnaître quelqu’un.',
		},
		reflector: {
			does: 'Vous écoutez les mots de la personne, et ce qu’ils vous font.',
			avoids: 'Préparer une analyse, ou parler.',
		},
		peer: {
			does: 'Vous écoutez en silence.',
			avoids: 'Faire des signes à l’entretien ou à l’équipe.',
		},
	},
	reflection: {
		facilitator: {
			does: 'Vous gardez à l’équipe son espace : elle se parle, les autres écoutent.',
			says: ['Parlez-vous entre vous, comme si la personne n’écoutait pas.', 'Peut-être… et quoi d’autre ?'],
			ready: 'Chaque membre de l’équipe a parlé, et les idées se répondent.',
			slip: 'L’équipe s’adresse à la personne : « Dites-le à votre voisin. »',
		},
		interviewer: {
			does: 'Vous écoutez aux côtés de la personne, sans réagir.',
			avoids: 'Faire signe à l’équipe.',
		},
		presenter: {
			does: 'Vous écoutez, et prenez ce qui vous parle. Le reste peut passer.',
			avoids: 'Répondre, ou vous sentir tenu·e de tout retenir.',
		},
		reflector: {
			does: 'Vous parlez avec l’équipe, au conditionnel, à partir des mots de la personne.',
			avoids: 'Conseiller, juger, regarder ou interpeller la personne.',
			says: ['Ce qui me touche, c’est…', 'Je me demande si…', 'À votre idée, j’ajouterais…'],
		},
		peer: {
			does: 'Vous écoutez les deux : l’équipe, et ce qu’elle ouvre en vous.',
			avoids: 'Intervenir.',
		},
	},
	answer: {
		facilitator: {
			does: 'Vous rendez la parole à la personne et à l’entretien ; l’équipe se tait.',
			says: ['L’équipe a fini ; la parole revient à l’entretien.'],
			ready: 'La personne a dit ce qu’elle garde.',
			slip: 'L’équipe corrige ce qui a été compris : « Ce qui est entendu est juste. »',
		},
		interviewer: {
			does: 'Vous demandez ce qui a résonné, ce qui a surpris, ce qui reste de côté.',
			avoids: 'Résumer à sa place.',
			says: ['Quels mots vous restent ?', 'Qu’est-ce que cela ouvre pour vous ?'],
		},
		presenter: {
			does: 'Vous dites ce que vous gardez, et peut-être un premier pas.',
			avoids: 'Répondre à chaque réflexion.',
		},
		reflector: {
			does: 'Vous écoutez ce que la personne a fait de vos mots.',
			avoids: 'Préciser, ou défendre.',
		},
		peer: {
			does: 'Vous écoutez.',
			avoids: 'Ajouter une réflexion.',
		},
	},
	together: {
		facilitator: {
			does: 'Vous réunissez tout le monde, et faites regarder la façon de travailler.',
			says: ['Qu’emportez-vous pour votre pratique ?', 'Comment avez-vous vécu votre place ?'],
			ready: 'Chaque place a été entendue : exposé, entretien, équipe, écoute.',
			slip: 'La situation revient : « Restons sur ce que nous avons appris. »',
		},
		presenter: {
			does: 'Vous dites comment vous repartez, et ce qui vous sert.',
		},
		peer: {
			does: 'Vous dites ce que vous emportez, et comment vous avez vécu votre place.',
			avoids: 'Poursuivre les réflexions.',
		},
		observer: {
			does: 'Vous dites ce que vous avez vu du travail du groupe.',
			avoids: 'Juger les personnes.',
		},
	},
} as const satisfies ToldInMethod;
