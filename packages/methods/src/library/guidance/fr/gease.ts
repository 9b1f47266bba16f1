import type { ToldInMethod } from '../told.ts';

export const gease = {
	gathering: {
		facilitator: {
			does: 'Vous demandez à chacun·e quelques mots et une question, puis aidez le groupe à choisir.',
			says: [
				'Une situation que vous avez vécue, en deux phrases, et votre question.',
				'Laquelle voulez-vous travailler aujourd’hui ?',
				'Nous restons ensemble jusqu’à la fin : qui doit partir plus tôt ?',
			],
			ready: 'Une situation est choisie, et la personne qui l’apporte est d’accord.',
			slip: 'Une situation se raconte en entier : « Gardez la suite pour la narration. »',
		},
		presenter: {
			does: 'Quelques mots sur la situation, et la question qu’elle vous pose.',
			avoids: 'Ce qui permettrait de reconnaître quelqu’un.',
		},
		peer: {
			does: 'Quelques mots et une question ; puis vous dites ce que vous aimeriez travailler.',
			avoids: 'Analyser déjà.',
		},
	},
	narration: {
		facilitator: {
			does: 'Vous accueillez le récit, avec ce qu’il a d’émotion, sans le presser.',
			avoids: 'Intervenir ; si le récit s’arrête, attendez.',
			says: ['Nous avons le temps.', 'Quelle question voulez-vous poser au groupe ?'],
			ready: 'La question au groupe est posée.',
			slip: 'L’émotion monte : « Prenez le temps qu’il faut. Voulez-vous continuer ? »',
		},
		presenter: {
			does: 'Vous racontez comme vous l’avez vécu, et finissez par une question au groupe.',
			avoids: 'Chercher à bien raconter, ou à tout dire.',
			says: ['Je me demande pourquoi…', 'Ce que je n’ai pas compris, c’est…'],
		},
		peer: {
			does: 'Vous écoutez les faits, et la façon dont ils sont dits.',
			avoids: 'Interrompre, ou chercher le coupable.',
		},
	},
	questions: {
		facilitator: {
			does: 'Vous veillez à de courtes questions de fait, et à ce que la personne puisse ne pas répondre.',
			says: ['Une question à la fois.', 'Que voulez-vous savoir, exactement ?'],
			ready: 'Les questions se font rares, ou deviennent des hypothèses.',
			slip: 'Une question juge : « Comment la poser sans donner la réponse ? »',
		},
		presenter: {
			does: 'Vous répondez ce que vous savez ; vous pouvez laisser une question.',
			avoids: 'Vous justifier.',
		},
		peer: {
			does: 'Vous demandez ce qu’il faut pour comprendre : le lieu, le moment, qui fait quoi.',
			avoids: 'Questionner pour conseiller.',
			says: ['Que s’est-il dit à ce moment-là ?', 'Comment cela se passe-t-il d’habitude ?'],
		},
	},
	hypotheses: {
		facilitator: {
			does: 'Vous faites passer le groupe d’un champ à l’autre, et notez ceux que personne n’ouvre.',
			says: [
				'Quel champ n’avons-nous pas encore regardé ?',
				'Et du côté de l’institution ?',
				'Ajoutez, sans répondre à la précédente.',
			],
			ready: 'Les cinq champs ont été ouverts, ou le groupe sait lequel il laisse.',
			slip: 'Un conseil arrive : « Quelle hypothèse y a-t-il derrière ? »',
		},
		presenter: {
			does: 'Vous écoutez sans répondre, et notez ce qui vous surprend.',
			avoids: 'Confirmer ou démentir.',
		},
		peer: {
			does: 'Vous nommez le champ, puis l’hypothèse, au conditionnel.',
			avoids: 'Chercher la vraie raison, ou juger la personne.',
			says: ['Du côté de l’institution, il se peut que…', 'Du côté de ce que chacun ressent, peut-être que…'],
		},
	},
	return: {
		facilitator: {
			does: 'Vous rendez la parole à la personne ; personne ne part avant qu’elle ait fini.',
			avoids: 'Demander quelle hypothèse est la bonne.',
			says: ['Que retenez-vous, à chaud ?', 'Comment vous sentez-vous maintenant ?'],
			ready: 'La personne dit qu’elle peut s’arrêter là.',
			slip: 'Le groupe repart en hypothèses : « Le dernier mot revient à la personne. »',
		},
		presenter: {
			does: 'Vous dites ce qui vous éclaire, ce qui vous surprend, ou rien.',
			avoids: 'Répondre à tout.',
			says: ['Cela change ma question :…'],
		},
		peer: {
			does: 'Vous écoutez : vous avez reçu un récit, vous recevez aussi sa fin.',
			avoids: 'Ajouter une hypothèse.',
		},
	},
} as const satisfies ToldInMethod;
