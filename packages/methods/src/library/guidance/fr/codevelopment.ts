import type { ToldInMethod } from '../told.ts';

export const codevelopment = {
	account: {
		facilitator: {
			does: 'Vous tenez le silence du groupe, et rappelez que rien ne doit permettre de reconnaître quelqu’un.',
			says: [
				'Nous vous écoutons jusqu’au bout, sans question.',
				'Pour finir, dites-nous en une phrase ce que vous attendez de nous.',
			],
			ready: 'Une demande est dite, même maladroite : le contrat la précisera.',
			slip: 'Quelqu’un interrompt : « Notez votre question, son moment vient juste après. »',
		},
		presenter: {
			does: 'Vous racontez ce qui vous préoccupe, puis dites en une phrase ce que vous attendez du groupe.',
			avoids: 'Les noms, les lieux, les dates : rien qui permette de reconnaître quelqu’un.',
			says: ['Ce qui me préoccupe, c’est…', 'J’ai déjà essayé…', 'Ce que je voudrais comprendre, c’est…'],
		},
		peer: {
			does: 'Vous écoutez jusqu’au bout, et notez vos questions.',
			avoids: 'Interrompre, même pour aider.',
		},
	},
	clarification: {
		facilitator: {
			does: 'Vous donnez la parole à tour de rôle : une question courte, une réponse courte.',
			says: ['Que voulez-vous savoir exactement ?', 'Vous pouvez ne pas répondre.'],
			ready: 'Les questions se répètent, ou cherchent déjà une solution.',
			slip: 'Un conseil se cache dans une question : « Gardez-le pour la consultation. Quel fait vous manque ? »',
		},
		presenter: {
			does: 'Vous répondez brièvement. Vous pouvez ne pas savoir, ou ne pas répondre.',
			avoids: 'Vous justifier : le groupe cherche à comprendre.',
			says: ['Je ne sais pas.', 'Je préfère laisser cette question.'],
		},
		peer: {
			does: 'Vous posez une question courte à la fois, sur les faits ou sur ce que la personne en pense.',
			avoids: 'Le conseil déguisé : « Avez-vous pensé à… ? »',
			says: ['Depuis quand… ?', 'Qui d’autre est concerné ?', 'Que s’est-il passé juste avant ?'],
		},
	},
	contract: {
		facilitator: {
			does: 'Vous faites dire la demande en une phrase, puis demandez au groupe s’il s’y engage.',
			says: [
				'En une phrase, qu’attendez-vous de nous ?',
				'Plutôt des regards, des expériences, des pistes ?',
				'Pouvons-nous répondre à cette demande ?',
			],
			ready: 'La personne se reconnaît dans la phrase, et le groupe dit oui.',
			slip: 'Le groupe choisit une autre question : « C’est à la personne de dire ce qu’elle demande. »',
		},
		presenter: {
			does: 'Vous redites votre demande à la lumière des questions : elle a pu changer.',
			avoids: 'Demander plusieurs choses à la fois.',
			says: ['J’aimerais que vous m’aidiez à…', 'Aujourd’hui, l’important pour moi est…'],
		},
		peer: {
			does: 'Vous dites comment vous comprenez la demande, et si vous pouvez y répondre.',
			avoids: 'Demander autre chose à sa place.',
			says: ['Si je comprends bien, vous nous demandez…'],
		},
	},
	consultation: {
		facilitator: {
			does: 'Vous faites circuler la parole, et protégez l’écoute de la personne qui a exposé.',
			says: ['Qui voit la situation autrement ?', 'Revenons à la demande.'],
			ready: 'Chaque voix a été entendue, et les idées commencent à se répéter.',
			slip: 'La personne se défend : « Vous n’avez rien à répondre ; prenez ce qui vous sert. »',
		},
		presenter: {
			does: 'Vous écoutez et notez pour vous, aussi ce qui dérange.',
			avoids: 'Répondre, expliquer, vous justifier.',
		},
		peer: {
			does: 'Vous offrez, en lien avec la demande : impressions, hypothèses, expériences, pistes.',
			avoids: 'Débattre entre vous, ou chercher la bonne réponse.',
			says: [
				'Cela me fait penser à…',
				'Une autre façon de le lire serait…',
				'Dans une situation proche, j’ai…',
			],
		},
	},
	plan: {
		facilitator: {
			does: 'Vous laissez le temps de choisir, puis aidez à nommer un premier pas.',
			avoids: 'Pousser vers une idée, même bonne.',
			says: ['Prenez une minute avant de parler.', 'Quel serait le premier pas, et quand ?'],
			ready: 'Un pas est dit, assez petit pour être tenté d’ici la prochaine séance.',
			slip: 'Un pair ajoute une idée : « La consultation est close, nous écoutons un choix. »',
		},
		presenter: {
			does: 'Vous dites ce que vous gardez, ce que vous laissez, et un premier pas.',
			avoids: 'Répondre à chaque idée.',
			says: ['Je retiens…', 'Je laisse…', 'D’ici la prochaine séance, je…'],
		},
		peer: {
			does: 'Vous écoutez, et préparez ce que vous gardez pour votre propre pratique.',
			avoids: 'Rajouter une idée.',
		},
	},
	learning: {
		facilitator: {
			does: 'Vous faites le tour des apprentissages, puis demandez comment le groupe a travaillé.',
			says: ['Qu’emportez-vous pour votre propre pratique ?', 'Qu’est-ce qui a aidé, qu’est-ce qui a gêné ?'],
			ready: 'Chaque personne a parlé, celle qui a exposé aussi.',
			slip: 'Le groupe reprend la situation : « Et dans votre pratique à vous ? »',
		},
		presenter: {
			does: 'Vous dites ce que la séance a changé pour vous.',
			says: ['En arrivant, je pensais… ; maintenant…'],
		},
		peer: {
			does: 'Vous dites une chose que vous emportez pour votre pratique.',
			avoids: 'Donner un dernier conseil.',
			says: ['J’ai appris…', 'Je vais essayer…'],
		},
		observer: {
			does: 'Vous dites ce que vous avez vu du travail du groupe : un fait, puis son effet.',
			avoids: 'Juger les personnes, ou revenir sur la situation.',
		},
	},
} as const satisfies ToldInMethod;
