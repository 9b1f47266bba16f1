/** Countries in both languages, as the runtime names them, and what people call them besides. */
import { foldName } from '../words/fold.ts';

const ALSO =
	'Turquie;Birmanie;Burma;Hollande;Holland;RDC;Congo;Congo-Brazzaville;Congo-Kinshasa;République démocratique du Congo;Ivory Coast;Côte d’Ivoire;Cap-Vert;Cape Verde;Tchéquie;Macédoine;Corée;Corée du Nord;Corée du Sud;Korea;Syrie;Syria;Russie;Laos;Moldavie;Émirats;Swaziland;Palestine;Kosovo;Tibet;Taïwan;Vietnam;Viêt Nam;Viet Nam;Centrafrique;Comores;Anjouan;Grande Comore;Mohéli;Bosnie;Bosnia;États-Unis;Etats-Unis;United States;USA;America;Amérique;Grande-Bretagne;Great Britain;UAE;Dubai;Trinidad;Guinée;Guinée-Bissau;Guinée équatoriale;Soudan;Sud-Soudan;South Sudan;Sri Lanka;Antigua;Saint Lucia;Sainte-Lucie;Dominique;République dominicaine;Dominican Republic;Somaliland;Écosse;Angleterre;Irlande;Pays de Galles;Pays-Bas;Bangladesh';

let known: ReadonlySet<string> | undefined;

export function countries(): ReadonlySet<string> {
	known ??= new Set([...ALSO.split(';').map(foldName), ...named('fr'), ...named('en')]);
	return known;
}

function named(language: string): string[] {
	const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
	const found: string[] = [];
	for (let first = 65; first <= 90; first++) {
		for (let second = 65; second <= 90; second++) {
			const name = names.of(String.fromCharCode(first, second));
			if (name !== undefined) found.push(foldName(name));
		}
	}
	return found;
}
