import type { ToldInMethod } from '../told.ts';

export const troika = {
	question: {
		facilitator: {
			does: 'Vous gardez le temps : la question est courte, le même temps pour chaque personne.',
			says: ['Quelle est votre question, et quelle aide voulez-vous ?'],
			ready: 'La question est dite.',
			slip: 'Le récit s’étire : « En une phrase, que demandez-vous ? »',
		},
		presenter: {
			does: 'Vous dites ce qui vous arrête, et l’aide que vous voulez.',
			avoids: 'Raconter toute l’histoire.',
		},
		peer: {
			does: 'Vous écoutez.',
			avoids: 'Conseiller tout de suite.',
		},
	},
	clarification: {
		facilitator: {
			does: 'Vous laissez passer une ou deux questions, puis coupez.',
			says: ['Une dernière question ?'],
			ready: 'Les deux autres ont de quoi commencer.',
			slip: 'Une idée passe déjà : « Dans une minute, quand la personne sera tournée. »',
		},
		presenter: {
			does: 'Vous répondez en une phrase.',
			avoids: 'Repartir dans le récit.',
		},
		peer: {
			does: 'Vous demandez l’essentiel, et rien de plus.',
			avoids: '« Avez-vous pensé à… ? »',
		},
	},
	consulting: {
		facilitator: {
			does: 'Vous vérifiez que la personne s’est tournée, puis parlez à deux sans elle.',
			says: ['Elle n’est plus là : qu’en pensons-nous ?'],
			ready: 'Le temps est passé : ce qui est dit suffit.',
			slip: 'La personne répond : « Vous êtes tourné·e ; notez-le pour la fin. »',
		},
		presenter: {
			does: 'Vous tournez le dos, micro et caméra coupés, et notez.',
			avoids: 'Réagir, même de dos.',
		},
		peer: {
			does: 'Vous pensez à voix haute, à deux : idées, conseils, contacts, doutes.',
			avoids: 'Ménager, ou parler à la personne.',
			says: ['À sa place, j’essaierais…', 'Et si le problème était ailleurs ?'],
		},
	},
	takeaway: {
		facilitator: {
			does: 'Vous rendez la parole, puis passez au tour suivant.',
			says: ['Qu’est-ce qui vous aide le plus ?'],
			ready: 'Une chose est dite.',
			slip: 'La discussion reprend : « À qui le tour ? »',
		},
		presenter: {
			does: 'Vous vous retournez et dites ce qui vous aide le plus.',
			avoids: 'Répondre à chaque idée.',
		},
		peer: {
			does: 'Vous écoutez.',
			avoids: 'Ajouter une idée.',
		},
	},
} as const satisfies ToldInMethod;
