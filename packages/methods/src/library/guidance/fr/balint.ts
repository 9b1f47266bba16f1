import type { ToldInMethod } from '../told.ts';

export const balint = {
	account: {
		facilitator: {
			does: 'Vous ouvrez, puis laissez venir le récit comme il vient, avec ses trous et ses détours.',
			avoids: 'Demander de l’ordre, ou des précisions.',
			says: ['Qui a une situation ?', 'Racontez-nous, sans notes, une rencontre qui vous est restée.'],
			ready: 'Le récit s’arrête de lui-même, ou commence à s’expliquer.',
			slip: 'La personne lit ses notes : « Posez-les ; ce qui reviendra suffira. »',
		},
		presenter: {
			does: 'Vous racontez comme cela vient, avec ce que vous avez ressenti.',
			avoids: 'Lire un dossier, ou dire un nom.',
			says: ['Je revois ce moment où…', 'Ce qui me reste, c’est…'],
		},
		peer: {
			does: 'Vous écoutez le récit, et ce qu’il vous fait : une image, un ennui, une colère.',
			avoids: 'Prendre des notes, ou préparer une question.',
		},
	},
	clarification: {
		facilitator: {
			does: 'Vous laissez quelques questions de fait, puis fermez tôt : le récit suffit.',
			says: ['Que vous manque-t-il pour voir la scène ?', 'Le reste, nous allons l’imaginer.'],
			ready: 'La scène se voit. Deux ou trois questions suffisent souvent.',
			slip: 'Les questions deviennent un interrogatoire : « Gardons cela, il sera permis de rêver. »',
		},
		presenter: {
			does: 'Vous répondez en peu de mots. « Je ne sais pas » est une réponse.',
			avoids: 'Reprendre le récit pour le compléter.',
		},
		peer: {
			does: 'Vous posez une question de fait, seulement si la scène ne se voit pas.',
			avoids: 'Interpréter déjà, ou demander pourquoi.',
			says: ['Où cela se passait-il ?', 'Quel âge à peu près ?'],
		},
	},
	imagining: {
		facilitator: {
			does: 'Vous ramenez à la relation, aux deux personnes, et protégez celle qui a exposé.',
			avoids: 'Interpréter à la place du groupe, ou combler les silences.',
			says: ['Et la personne accompagnée, que vit-elle ?', 'Que se passe-t-il entre les deux ?'],
			ready: 'Plusieurs places ont été habitées, et le groupe ralentit.',
			slip: 'Un conseil arrive : « Avant d’agir : que ressentez-vous à cette place ? »',
		},
		'co-facilitator': {
			does: 'Vous regardez qui se tait et quelle place personne n’a prise, et le dites.',
			avoids: 'Discuter de l’animation devant le groupe.',
			says: ['Personne n’a encore parlé depuis la place de…'],
		},
		presenter: {
			does: 'Vous êtes en retrait : vous écoutez, sans avoir à répondre ni à faire bonne figure.',
			avoids: 'Corriger ce que le groupe imagine.',
		},
		peer: {
			does: 'Vous dites ce que vous ressentez, voyez, imaginez, à la place de l’un ou de l’autre.',
			avoids: 'Conseiller, ou vous adresser à la personne qui a exposé.',
			says: ['À sa place, je sens…', 'Il me vient une image…', 'Je ne sais pas pourquoi, mais…'],
		},
	},
	return: {
		facilitator: {
			does: 'Vous invitez la personne à revenir, et accueillez ce qu’elle dit, ou ne dit pas.',
			avoids: 'Demander si le groupe a vu juste.',
			says: ['Vous revenez parmi nous ; dites ce que vous voulez, ou rien.'],
			ready: 'La personne a dit ce qu’elle voulait, même deux mots.',
			slip: 'Elle se justifie : « Vous n’avez rien à prouver. Qu’est-ce qui vous touche ? »',
		},
		presenter: {
			does: 'Vous dites ce qui vous surprend ou vous touche, ou rien.',
			avoids: 'Vérifier point par point qui avait raison.',
			says: ['Je n’avais pas vu…', 'Ce qui me dérange, c’est…'],
		},
		peer: {
			does: 'Vous écoutez, et laissez le dernier mot à la personne.',
			avoids: 'Relancer le travail, ou consoler.',
		},
	},
	close: {
		facilitator: {
			does: 'Vous faites le tour, un mot chacun·e, et fermez la situation.',
			says: ['Un mot pour quitter cette situation.', 'Ce qui s’est dit reste ici.'],
			ready: 'Le tour est fait ; la personne qui a exposé a l’air de pouvoir partir.',
			slip: 'Quelqu’un veut encore une suite : « Nous la laissons là, elle travaillera seule. »',
		},
		'co-facilitator': {
			does: 'Vous dites un mot sur la façon dont le groupe a travaillé, s’il est utile.',
		},
		presenter: {
			does: 'Un mot pour partir, sur vous plutôt que sur la situation.',
		},
		peer: {
			does: 'Un mot pour partir : ce qui vous reste.',
			avoids: 'Conclure, ou donner la clé.',
		},
		observer: {
			does: 'Vous dites en une phrase ce que vous avez vu du travail du groupe.',
			avoids: 'Juger les personnes.',
		},
	},
} as const satisfies ToldInMethod;
