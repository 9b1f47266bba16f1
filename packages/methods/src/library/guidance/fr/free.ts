import type { ToldInMethod } from '../told.ts';

export const free = {
	present: {
		facilitator: {
			does: 'Vous laissez exposer, puis demandez ce que la personne cherche.',
			says: ['De quoi avez-vous besoin aujourd’hui ?', 'En une phrase, votre question ?'],
			ready: 'Le groupe comprend la situation et sait ce qui est demandé.',
			slip: 'Les idées partent trop tôt : « Avant de chercher, qu’est-ce qui n’est pas clair ? »',
		},
		presenter: {
			does: 'Vous exposez à votre façon, et dites ce que vous cherchez.',
			avoids: 'Ce qui permettrait de reconnaître quelqu’un.',
			says: ['Ce que je cherche, c’est…'],
		},
		peer: {
			does: 'Vous écoutez, et demandez ce qui n’est pas clair.',
			avoids: 'Conseiller déjà.',
		},
	},
	think: {
		facilitator: {
			does: 'Vous veillez à ce que chaque voix trouve sa place, et revenez à la demande.',
			says: ['Qui n’a pas encore parlé ?', 'Est-ce que cela répond à votre question ?'],
			ready: 'La personne a de quoi choisir, ou les idées se répètent.',
			slip: 'Deux personnes débattent : « Gardons les deux idées, et écoutons-en une troisième. »',
		},
		presenter: {
			does: 'Vous écoutez, et prenez ce qui vous parle.',
			avoids: 'Défendre ce que vous avez fait.',
		},
		peer: {
			does: 'Vous dites ce que la situation vous fait sentir, penser, essayer.',
			avoids: 'Un conseil que la personne n’a pas demandé.',
			says: ['Ce qui me frappe, c’est…', 'Il se pourrait que…'],
		},
	},
	keep: {
		facilitator: {
			does: 'Vous faites le tour, et finissez par la personne qui a exposé.',
			says: ['Qu’est-ce que vous emportez ?', 'Comment avons-nous travaillé ?'],
			ready: 'Chaque personne a dit quelque chose.',
			slip: 'La discussion reprend : « Gardons cela pour une prochaine fois. »',
		},
		presenter: {
			does: 'Vous dites ce que vous allez faire, ou laisser.',
			says: ['D’ici la prochaine séance, je…'],
		},
		peer: {
			does: 'Vous dites une chose que vous gardez pour votre pratique.',
			avoids: 'Ajouter une idée.',
		},
		observer: {
			does: 'Vous dites ce que vous avez vu du travail du groupe.',
			avoids: 'Juger les personnes.',
		},
	},
} as const satisfies ToldInMethod;
