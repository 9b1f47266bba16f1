import type { ToldInMethod } from '../told.ts';

export const criticalIncident = {
	sketch: {
		facilitator: {
			does: 'Vous faites raconter le moment, et arrêtez le récit là où il a fallu agir.',
			says: ['Où étiez-vous, qui était là ?', 'Arrêtez-vous juste avant ce que vous avez fait.'],
			ready: 'On voit la scène, et l’instant où il fallait choisir.',
			slip: 'La suite se raconte : « Gardez-la, nous en avons besoin plus tard. »',
		},
		presenter: {
			does: 'Vous racontez un moment bref, et vous arrêtez avant de dire ce que vous avez fait.',
			avoids: 'Ce qui permettrait de reconnaître quelqu’un ; l’issue.',
			says: ['C’était un…, j’étais avec…', 'Et là, il a fallu…'],
		},
		peer: {
			does: 'Vous écoutez, et notez vos questions.',
			avoids: 'Deviner la fin.',
		},
	},
	information: {
		facilitator: {
			does: 'Vous faites le tour : une question de fait chacun·e, puis un second tour si besoin.',
			says: ['Une question de fait, à votre tour.', 'Pas encore la suite.'],
			ready: 'Chaque personne peut dire ce qu’elle aurait eu sous les yeux.',
			slip: 'On demande ce qui a été fait : « Cela viendra. Que saviez-vous à cet instant ? »',
		},
		presenter: {
			does: 'Vous répondez avec ce que vous saviez à ce moment-là.',
			avoids: 'Dire la suite, ou ce que vous savez depuis.',
		},
		peer: {
			does: 'Vous demandez ce qu’il vous faut pour décider à cette place.',
			avoids: 'La question qui juge.',
			says: ['Combien de temps aviez-vous ?', 'Qui pouvait vous aider ?'],
		},
	},
	positions: {
		facilitator: {
			does: 'Vous tenez un vrai silence, le temps que chacun·e écrive.',
			says: ['En silence : qu’auriez-vous fait, et pourquoi ?', 'Encore deux minutes.'],
			ready: 'Tout le monde a écrit au moins deux phrases.',
			slip: 'On parle : « Écrivons d’abord, pour ne pas nous influencer. »',
		},
		presenter: {
			does: 'Vous notez pour vous ce que vous feriez aujourd’hui.',
			avoids: 'Lire par-dessus l’épaule.',
		},
		peer: {
			does: 'Vous écrivez ce que vous auriez fait, et au nom de quoi.',
			avoids: 'Chercher la réponse attendue.',
			says: ['À ce moment-là, j’aurais…', 'Parce que, pour moi…'],
		},
	},
	reading: {
		facilitator: {
			does: 'Vous faites lire chaque position, puis chercher ce qui les sépare.',
			says: ['Qu’est-ce qui compte, dans cette position ?', 'En quoi diffèrent-elles ?'],
			ready: 'Les valeurs derrière les positions sont nommées.',
			slip: 'On élit la meilleure : « Que protège chacune ? »',
		},
		presenter: {
			does: 'Vous écoutez, sans dire de laquelle vous étiez proche.',
			avoids: 'Réagir, ou approuver.',
		},
		peer: {
			does: 'Vous lisez votre position, puis cherchez la valeur derrière chacune.',
			avoids: 'Élire la meilleure, ou changer la vôtre.',
			says: ['Ici, ce qui compte, c’est…'],
		},
	},
	'what-happened': {
		facilitator: {
			does: 'Vous rendez la parole à la personne pour la suite, sans comparaison.',
			says: ['Qu’avez-vous fait, et comment le voyez-vous maintenant ?'],
			ready: 'La suite est connue, et ce qu’elle laisse.',
			slip: 'On compare ou l’on note : « Personne ici n’y était. Écoutons. »',
		},
		presenter: {
			does: 'Vous dites ce que vous avez fait, et comment vous le voyez maintenant.',
			avoids: 'Vous excuser.',
			says: ['Sur le moment, j’ai…', 'Aujourd’hui, je vois…'],
		},
		peer: {
			does: 'Vous écoutez sans comparer avec votre position.',
			avoids: '« Moi, j’aurais… »',
		},
	},
	discussion: {
		facilitator: {
			does: 'Vous quittez le récit pour ce que ce moment apprend à chacun·e.',
			says: ['Quelle évidence ce moment a-t-il bougée ?', 'Que ferez-vous autrement, ou de même ?'],
			ready: 'Chaque personne a nommé une chose pour sa pratique.',
			slip: 'On rejuge le moment : « Et pour vous, qu’est-ce que cela change ? »',
		},
		presenter: {
			does: 'Vous dites ce qui change pour vous, et ce qui reste ouvert.',
		},
		peer: {
			does: 'Vous dites une évidence que ce moment a bougée.',
			avoids: 'Revenir sur ce qui a été fait.',
			says: ['Je croyais que… ; je vois que…'],
		},
	},
} as const satisfies ToldInMethod;
