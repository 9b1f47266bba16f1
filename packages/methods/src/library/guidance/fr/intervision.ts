import type { ToldInMethod } from '../told.ts';

export const intervision = {
	opening: {
		facilitator: {
			does: 'Vous faites nommer les rôles et la situation, et rappelez la durée.',
			says: ['Qui garde le temps, qui écrit ?', 'Ce qui se dit ici reste ici.'],
			ready: 'Chaque rôle a quelqu’un, et la situation est choisie.',
			slip: 'L’organisation prend le temps du travail : « Décidons pour aujourd’hui seulement. »',
		},
		presenter: {
			does: 'Vous dites en deux phrases de quoi il s’agit.',
			avoids: 'Commencer le récit.',
		},
		peer: {
			does: 'Vous dites ce que vous pouvez tenir aujourd’hui.',
			avoids: 'Commenter la situation.',
		},
	},
	account: {
		facilitator: {
			does: 'Vous laissez raconter, et n’aidez que si la personne se perd.',
			says: ['Prenez le temps qu’il vous faut.', 'Qu’est-ce qui vous occupe le plus là-dedans ?'],
			ready: 'Le groupe voit la situation dans ses grandes lignes.',
			slip: 'Un pair questionne : « Les questions viennent après l’écho. »',
		},
		presenter: {
			does: 'Vous racontez comme cela vient, sans chercher l’ordre.',
			avoids: 'Ce qui permettrait de reconnaître quelqu’un.',
			says: ['Cela a commencé quand…', 'Ce qui m’occupe, c’est…'],
		},
		peer: {
			does: 'Vous écoutez, et remarquez ce que le récit vous fait.',
			avoids: 'Interrompre.',
		},
	},
	resonance: {
		facilitator: {
			does: 'Vous faites un tour rapide : un ressenti, une phrase, sans commentaire.',
			says: ['En une phrase : que vous fait ce récit ?', 'Merci. La personne suivante.'],
			ready: 'Le tour est fait.',
			slip: 'Une analyse commence : « Et vous, que sentez-vous ? »',
		},
		presenter: {
			does: 'Vous écoutez : ces échos parlent aussi de votre situation.',
			avoids: 'Rassurer, ou corriger.',
		},
		peer: {
			does: 'Vous dites un ressenti et une phrase, en commençant par « je ».',
			avoids: 'Expliquer ou conseiller.',
			says: ['Je me sens…', 'Cela me serre quand…'],
		},
	},
	questions: {
		facilitator: {
			does: 'Vous gardez aux questions leur rôle : comprendre, en peu de temps.',
			says: ['Une question courte, sans introduction.', 'Quel fait vous manque ?'],
			ready: 'Plus personne n’a besoin d’un fait.',
			slip: 'On discute une réponse : « Notez-le pour la consultation. »',
		},
		presenter: {
			does: 'Vous répondez en une ou deux phrases.',
			avoids: 'Vous justifier.',
		},
		peer: {
			does: 'Vous demandez seulement ce qu’il vous manque pour comprendre.',
			avoids: 'La question qui contient sa réponse.',
			says: ['Qui a décidé de… ?', 'Que savait-on à ce moment-là ?'],
		},
	},
	'key-question': {
		facilitator: {
			does: 'Vous aidez à trouver une phrase que la personne reconnaît comme sa question.',
			says: ['Que serait une bonne question pour aujourd’hui ?', 'Est-ce bien cela, mot pour mot ?'],
			ready: 'La question tient en une phrase, commence par « je » ou « comment », et sonne juste.',
			slip: 'La question porte sur les autres : « Et vous, qu’y pouvez-vous ? »',
		},
		presenter: {
			does: 'Vous dites votre question en une phrase, et choisissez la version qui sonne juste.',
			avoids: 'Une question dont un absent a seul la réponse.',
			says: ['Comment puis-je… ?', 'Qu’est-ce qui fait que je… ?'],
		},
		peer: {
			does: 'Vous proposez une façon plus simple de la dire.',
			avoids: 'Poser votre propre question.',
			says: ['Serait-ce : … ?'],
		},
	},
	choice: {
		facilitator: {
			does: 'Vous proposez une ou deux façons de faire qui vont avec la question.',
			says: ['Avez-vous besoin d’idées, d’un conseil, ou d’échos ?'],
			ready: 'La personne a choisi.',
			slip: 'Le groupe hésite longtemps : « Toutes conviennent. Laquelle vous tente ? »',
		},
		presenter: {
			does: 'Vous choisissez ce dont vous avez besoin : idées, conseils ou échos.',
		},
		peer: {
			does: 'Vous dites en un mot ce qui vous semble aider.',
			avoids: 'Insister.',
		},
	},
	position: {
		facilitator: {
			does: 'Vous donnez la parole à la personne qui a exposé, et à elle seule.',
			says: ['Qu’est-ce qui vous parle, et qu’est-ce qui ne vous parle pas ?'],
			ready: 'Elle a dit ce qui compte pour elle.',
			slip: 'Un pair défend son idée : « Elle est notée ; écoutons ce qui en reste. »',
		},
		presenter: {
			does: 'Vous dites ce qui vous parle, ce qui vous gêne, ce qui manque.',
			avoids: 'Évaluer chaque idée.',
			says: ['Ce qui me parle…', 'Là, je ne me reconnais pas.'],
		},
		peer: {
			does: 'Vous écoutez ce que devient votre idée, sans la suivre.',
			avoids: 'Défendre votre idée.',
		},
	},
	decision: {
		facilitator: {
			does: 'Vous laissez le temps de choisir, et faites dire un pas précis.',
			says: ['Qu’allez-vous essayer, et quand ?', 'Ne rien changer est aussi un choix.'],
			ready: 'Un pas est dit, ou le choix d’attendre.',
			slip: 'Le groupe pousse : « Le choix appartient à la personne. »',
		},
		presenter: {
			does: 'Vous dites ce que vous allez essayer, quand, ou que vous attendez.',
			avoids: 'Promettre pour faire plaisir.',
			says: ['Je vais d’abord…', 'Je laisse pour l’instant…'],
		},
		peer: {
			does: 'Vous écoutez, sans améliorer le choix.',
			avoids: 'Rajouter une idée.',
		},
	},
	sharing: {
		facilitator: {
			does: 'Vous faites le tour : chaque personne parle de sa propre pratique.',
			says: ['En quoi cette situation vous concerne-t-elle aussi ?'],
			ready: 'Le tour est fait.',
			slip: 'Les conseils reviennent : « Et chez vous, comment est-ce ? »',
		},
		presenter: {
			does: 'Vous dites comment vous repartez.',
		},
		peer: {
			does: 'Vous dites ce que vous emportez, pour vous.',
			avoids: 'Donner un dernier conseil.',
			says: ['Dans ma pratique, cela m’aide à…'],
		},
	},
	'look-back': {
		facilitator: {
			does: 'Vous demandez un mot sur le cadre, le vôtre aussi.',
			says: ['Que garder la prochaine fois ? Que changer ?'],
			ready: 'Une chose à garder et une à changer sont dites.',
			slip: 'On revient à la situation : « Elle est close. Et notre façon de faire ? »',
		},
		presenter: {
			does: 'Vous dites si le cadre aide à penser.',
		},
		peer: {
			does: 'Vous dites ce qui a aidé, et ce qui a manqué.',
			avoids: 'Parler des personnes.',
		},
		observer: {
			does: 'Vous dites un fait que vous avez vu, et son effet.',
			avoids: 'Juger.',
		},
	},
} as const satisfies ToldInMethod;
