import type { ToldInMethod } from '../told.ts';

export const structuredPeerSupervision = {
	question: {
		facilitator: {
			does: 'Vous faites dire une question et le retour souhaité, avant tout récit.',
			says: ['Quelle est votre question ?', 'Quel retour vous aiderait, et lequel ne vous aiderait pas ?'],
			ready: 'La question tient en une ou deux phrases.',
			slip: 'Le récit commence : « D’abord la question ; nous écouterons avec elle. »',
		},
		presenter: {
			does: 'Vous dites votre question, et le retour que vous voulez entendre ou non.',
			avoids: 'Commencer le récit.',
			says: ['J’aimerais savoir si…', 'Je ne voudrais pas que l’on…'],
		},
		peer: {
			does: 'Vous écoutez la question : elle guidera votre écoute.',
			avoids: 'Répondre déjà.',
		},
	},
	places: {
		facilitator: {
			does: 'Vous aidez à répartir des places différentes, utiles à la question.',
			says: ['Depuis quelle place écouterez-vous ?', 'Qui prend celle de la personne accompagnée ?'],
			ready: 'Chaque personne a une place, et il y en a de différentes.',
			slip: 'Tout le monde veut la même place : « Laquelle nous manquerait ? »',
		},
		presenter: {
			does: 'Vous dites quelles places vous aideraient.',
			avoids: 'Les attribuer toutes.',
		},
		peer: {
			does: 'Vous choisissez : la personne, un proche, un collègue, une théorie, une image, un geste du métier.',
			avoids: 'La place de juge.',
			says: ['J’écoute à la place de…', 'J’écoute en cherchant une image.'],
		},
	},
	account: {
		facilitator: {
			does: 'Vous gardez le silence du groupe pendant le récit d’un seul moment.',
			says: ['Racontez un moment précis, de mémoire.'],
			ready: 'Le moment est raconté ; les places ont de quoi parler.',
			slip: 'Toute l’histoire arrive : « Quel moment la montre le mieux ? »',
		},
		presenter: {
			does: 'Vous racontez un moment précis : ce qui s’est dit, fait, senti.',
			avoids: 'Ce qui permettrait de reconnaître quelqu’un ; tout l’historique.',
			says: ['C’est le moment où…'],
		},
		peer: {
			does: 'Vous écoutez depuis votre place, et notez ce qu’elle vous fait dire.',
			avoids: 'Interrompre.',
		},
	},
	voices: {
		facilitator: {
			does: 'Vous donnez la parole place par place, et rappelez la question de départ.',
			says: ['Depuis votre place, en disant « je ».', 'Merci. La place suivante.'],
			ready: 'Chaque place a parlé une fois, et ce qui manquait a été ajouté.',
			slip: 'Quelqu’un sort de sa place : « Et vous qui êtes…, que diriez-vous ? »',
		},
		presenter: {
			does: 'Vous écoutez en silence ; vous pouvez noter.',
			avoids: 'Répondre à une place comme si c’était la personne.',
		},
		peer: {
			does: 'Vous parlez à la première personne depuis votre place.',
			avoids: 'Évaluer la personne qui a exposé.',
			says: ['Moi qui suis…, je ressens…', 'L’image qui me vient est…'],
		},
	},
	discussion: {
		facilitator: {
			does: 'Vous reliez ce qui s’est dit à la question, et dites ce que vous voyez du groupe.',
			says: ['Qu’est-ce qui répond à votre question ?', 'Que voudriez-vous encore entendre ?'],
			ready: 'La personne a de quoi répondre à sa question.',
			slip: 'La personne se défend : « Quelle place vous dérange le plus, et pourquoi ? »',
		},
		presenter: {
			does: 'Vous dites ce qui répond à votre question, et demandez ce qui manque.',
			avoids: 'Vous justifier.',
		},
		peer: {
			does: 'Vous quittez votre place, et proposez si la personne le demande.',
			avoids: 'Un avis hors de la question.',
		},
		observer: {
			does: 'Vous dites ce que vous avez vu du travail du groupe.',
			avoids: 'Juger les personnes.',
		},
	},
	summary: {
		facilitator: {
			does: 'Vous résumez en quelques phrases, puis demandez si la demande a été entendue.',
			says: ['J’ai entendu… et aussi…', 'Avez-vous reçu ce que vous demandiez ?'],
			ready: 'La personne dit ce qu’elle emporte, ou ce qui a manqué.',
			slip: 'La réponse est non : « Merci de le dire. Que nous reste-t-il à apprendre ? »',
		},
		presenter: {
			does: 'Vous dites ce que vous emportez, et si vous avez reçu ce que vous demandiez.',
			avoids: 'Rassurer le groupe.',
		},
		peer: {
			does: 'Vous dites ce que votre place vous a appris.',
			avoids: 'Un dernier conseil.',
		},
	},
} as const satisfies ToldInMethod;
