import type { ToldInMethod } from '../told.ts';

export const intervisionWays = {
	ideas: {
		facilitator: {
			does: 'Vous encouragez le nombre, et empêchez de juger.',
			says: ['Encore une, même petite.', 'Sans commentaire, la suivante.'],
			ready: 'Deux silences se suivent.',
			slip: 'Un « oui, mais » : « Dites plutôt une autre idée. »',
		},
		presenter: {
			does: 'Vous écoutez, et laissez venir : vous trierez ensuite.',
			avoids: 'Dire « déjà essayé ».',
		},
		peer: {
			does: 'Vous écrivez une idée à la fois, même petite, même folle.',
			avoids: 'Juger une idée, la vôtre aussi.',
			says: ['Et si… ?'],
		},
	},
	worse: {
		facilitator: {
			does: 'Vous invitez à exagérer : comment faire pour que cela aille plus mal ?',
			says: ['Comment échouer à coup sûr ?', 'Plus fort encore.'],
			ready: 'On rit, ou l’on se tait : une idée a touché juste.',
			slip: 'On se moque de quelqu’un : « Aggravons la situation, pas les personnes. »',
		},
		presenter: {
			does: 'Vous écoutez. Vous reconnaîtrez peut-être quelque chose.',
			avoids: 'Vous sentir visé·e : c’est un jeu.',
		},
		peer: {
			does: 'Vous exagérez : tout ce qui aggraverait la situation.',
			avoids: 'L’ironie contre une personne.',
			says: ['Pour que ce soit pire, il suffirait de…'],
		},
	},
	turned: {
		facilitator: {
			does: 'Vous prenez les idées une à une, et demandez leur contraire.',
			says: ['Que dit celle-ci, retournée ?'],
			ready: 'Les plus parlantes sont retournées.',
			slip: 'Le contraire reste vague : « Comment cela se verrait-il, lundi matin ? »',
		},
		presenter: {
			does: 'Vous écoutez, et notez ce qui serait faisable.',
			avoids: 'Répondre.',
		},
		peer: {
			does: 'Vous retournez une idée en ce qui aiderait.',
			avoids: 'Chercher une réponse à tout.',
			says: ['À l’inverse, on pourrait…'],
		},
	},
	advice: {
		facilitator: {
			does: 'Vous faites le tour : un conseil court par personne, sans débat.',
			says: ['Un conseil, sans l’expliquer.', 'Vous pouvez passer.'],
			ready: 'Le tour est fait.',
			slip: 'Un conseil devient un discours : « En une phrase ? »',
		},
		presenter: {
			does: 'Vous écoutez sans répondre, vous ferez le tri après.',
			avoids: 'Dire pourquoi cela n’ira pas.',
		},
		peer: {
			does: 'Vous donnez un conseil, court, qui peut être laissé.',
			avoids: 'L’expliquer, ou répondre à celui d’avant.',
			says: ['Un bon conseil pour vous serait…'],
		},
	},
	echo: {
		facilitator: {
			does: 'Vous faites le tour des échos, et laissez un silence après chacun.',
			says: ['Que vous fait cette situation ?', 'Une image, un souvenir ?'],
			ready: 'Chaque personne a parlé, et le groupe s’apaise.',
			slip: 'Un conseil arrive : « Et dessous, que ressentez-vous ? »',
		},
		presenter: {
			does: 'Vous écoutez, et gardez ce qui résonne.',
			avoids: 'Consoler, ou vous expliquer.',
		},
		peer: {
			does: 'Vous dites ce que cela vous fait : un ressenti, une image, un souvenir de métier.',
			avoids: 'Conseiller, ou raconter longuement votre situation.',
			says: ['Cela me touche là où…', 'Je revois un moment où…'],
		},
	},
} as const satisfies ToldInMethod;
