import type { ToldInMethod } from '../told.ts';

export const gapp = {
	opening: {
		facilitator: {
			does: 'Vous rappelez les principes et les étapes, et confirmez la situation du jour.',
			says: [
				'On vient de son plein gré, régulièrement, et ce qui se dit reste ici.',
				'Ici, pas de conseil ni de jugement : nous cherchons à comprendre.',
				'Comment arrivez-vous, en un mot ?',
			],
			ready: 'Tout le monde a parlé, et la personne qui expose est d’accord pour commencer.',
			slip: 'Une situation se raconte déjà : « Gardez-la pour l’exposé, nous l’écouterons en entier. »',
		},
		presenter: {
			does: 'Vous dites comment vous arrivez, et que vous voulez bien exposer aujourd’hui.',
		},
		peer: {
			does: 'Vous dites comment vous arrivez, et si quelque chose vous empêche d’être là.',
			avoids: 'Commenter la situation choisie.',
		},
	},
	account: {
		facilitator: {
			does: 'Vous écoutez, sans intervenir, et gardez le silence du groupe.',
			avoids: 'Relancer, reformuler, aider à mieux dire.',
			says: ['Prenez votre temps, nous ne vous interrompons pas.', 'Quelle question cela vous pose-t-il ?'],
			ready: 'La personne dit que c’est tout, et sa question est posée.',
			slip: 'Un pair réagit : « Notez-le, vous aurez la parole aux questions. »',
		},
		presenter: {
			does: 'Vous racontez ce qui s’est passé, et la place que vous y aviez.',
			avoids: 'Expliquer ou conclure déjà ; ce qui permettrait de reconnaître quelqu’un.',
			says: ['J’étais là en tant que…', 'Ce qui me pose question, c’est…'],
		},
		peer: {
			does: 'Vous écoutez, et notez vos questions.',
			avoids: 'Interrompre, ou approuver d’un signe.',
		},
	},
	questions: {
		facilitator: {
			does: 'Vous donnez la parole à tour de rôle : une vraie question à la fois.',
			says: [
				'Est-ce une question, ou déjà une hypothèse ?',
				'Et vous, à ce moment-là, que ressentiez-vous ?',
				'Vous êtes libre de ne pas répondre.',
			],
			ready: 'Plus rien de neuf n’arrive, ou chaque question contient sa réponse.',
			slip: 'Une interprétation se glisse : « Gardez-la pour les hypothèses ; quel fait vous manque ? »',
		},
		presenter: {
			does: 'Vous répondez, ou vous gardez pour vous. Les deux sont bien.',
			avoids: 'Vous défendre : une question n’est pas un reproche.',
			says: ['À ce moment-là, j’ai vu…', 'Je garde cela pour moi.'],
		},
		peer: {
			does: 'Vous posez une question dont vous ne connaissez pas la réponse.',
			avoids: 'L’hypothèse ou le conseil déguisé, et les « pourquoi n’avez-vous pas ».',
			says: ['Qu’avez-vous vu, entendu, ressenti ?', 'Qui savait quoi, à ce moment-là ?'],
		},
	},
	hypotheses: {
		facilitator: {
			does: 'Vous ouvrez d’autres angles : la personne, la relation, l’équipe, l’institution, la société.',
			says: [
				'Du côté de l’institution, que pourrait-on supposer ?',
				'C’est une hypothèse parmi d’autres : laquelle encore ?',
			],
			ready: 'Plusieurs angles sont ouverts, et les hypothèses se répètent.',
			slip: 'Une solution arrive : « De quelle hypothèse part cette idée ? »',
		},
		presenter: {
			does: 'Vous écoutez et notez ; vous direz ensuite ce que vous voulez.',
			avoids: 'Répondre, même d’un signe de tête.',
		},
		peer: {
			does: 'Vous proposez une hypothèse à la fois, au conditionnel, sur la situation.',
			avoids: 'Trancher, répondre à une autre hypothèse, juger quelqu’un.',
			says: ['Il se pourrait que…', 'On peut aussi le regarder du côté de…'],
		},
	},
	conclusion: {
		facilitator: {
			does: 'Vous rendez la parole à la personne qui a exposé, et à elle seule.',
			avoids: 'Lui demander si c’était juste, ou utile.',
			says: ['Dites ce que vous voulez de ce que vous avez entendu, ou rien.'],
			ready: 'Elle a dit ce qu’elle voulait.',
			slip: 'Un pair reprend une hypothèse : « La parole est à la personne qui a exposé. »',
		},
		presenter: {
			does: 'Vous dites ce que ces lectures déplacent pour vous, ou rien.',
			avoids: 'Répondre à chaque hypothèse.',
			says: ['Je n’y avais pas pensé :…', 'Je repars avec…'],
		},
		peer: {
			does: 'Vous écoutez, sans rien ajouter.',
			avoids: 'Chercher à savoir si vous aviez raison.',
		},
	},
	working: {
		facilitator: {
			does: 'Vous quittez la situation, et faites regarder le travail du groupe, le vôtre compris.',
			says: [
				'La situation est close : comment avons-nous travaillé ?',
				'Qu’est-ce qui aide à parler ici, ou à se taire ?',
			],
			ready: 'Chaque personne a parlé, et l’on sait quoi garder la prochaine fois.',
			slip: 'La situation revient : « Nous l’avons fermée. Que s’est-il passé entre nous ? »',
		},
		presenter: {
			does: 'Vous dites comment vous avez vécu votre place, et comment vous repartez.',
		},
		peer: {
			does: 'Vous dites ce qui a aidé, et ce qui a gêné, dans la façon de travailler.',
			avoids: 'Revenir à la situation, ou régler des comptes.',
			says: ['Cela m’aide quand…', 'J’ai eu du mal à…'],
		},
		observer: {
			does: 'Vous dites ce que vous avez vu : un fait, puis son effet sur le groupe.',
			avoids: 'Juger.',
		},
	},
} as const satisfies ToldInMethod;
