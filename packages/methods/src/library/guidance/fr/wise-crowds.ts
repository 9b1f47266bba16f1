import type { ToldInMethod } from '../told.ts';

export const wiseCrowds = {
	question: {
		facilitator: {
			does: 'Vous tenez le temps, le même pour chaque personne.',
			says: ['Votre défi, et l’aide que vous demandez ?'],
			ready: 'La demande est dite.',
			slip: 'Le récit s’étire : « Que demandez-vous au groupe ? »',
		},
		presenter: {
			does: 'Vous présentez votre défi, et demandez une aide précise.',
			avoids: 'Raconter toute l’histoire.',
		},
		peer: {
			does: 'Vous écoutez ce qui est demandé.',
			avoids: 'Réagir déjà.',
		},
	},
	clarification: {
		facilitator: {
			does: 'Vous faites passer plusieurs personnes, une question chacune.',
			says: ['Une question, une réponse courte.'],
			ready: 'Le groupe a compris le défi.',
			slip: 'Un conseil se glisse : « Gardez-le pour la consultation. »',
		},
		presenter: {
			does: 'Vous répondez court.',
			avoids: 'Vous justifier.',
		},
		peer: {
			does: 'Vous posez une question, pour comprendre.',
			avoids: 'Le conseil déguisé.',
		},
	},
	consulting: {
		facilitator: {
			does: 'Vous vérifiez que la personne s’est tournée, et que chaque voix passe.',
			says: ['Qui a une tout autre idée ?'],
			ready: 'Le temps est passé, ou chaque voix a été entendue.',
			slip: 'On parle à la personne : « Entre nous, comme si elle n’était pas là. »',
		},
		presenter: {
			does: 'Vous tournez le dos, micro et caméra coupés, et notez.',
			avoids: 'Vous retourner, ou réagir.',
		},
		peer: {
			does: 'Vous avancez des idées, prenez des risques, et rebondissez sur celles des autres.',
			avoids: 'Chercher l’accord.',
			says: ['Et si l’on faisait le contraire ?', 'À cette idée, j’ajoute…'],
		},
	},
	feedback: {
		facilitator: {
			does: 'Vous rendez la parole, puis passez à la personne suivante.',
			says: ['Qu’emportez-vous ?'],
			ready: 'Une ou deux choses sont dites.',
			slip: 'La consultation reprend : « C’est le tour suivant. »',
		},
		presenter: {
			does: 'Vous vous retournez et dites ce qui vous aide.',
			avoids: 'Commenter tout ce que vous avez entendu.',
		},
		peer: {
			does: 'Vous écoutez.',
			avoids: 'Préciser votre idée.',
		},
	},
} as const satisfies ToldInMethod;
