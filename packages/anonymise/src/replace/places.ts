/** A commune becomes a kind of place. */
import { departments } from '../known/capitals.ts';
import { foldName } from '../words/fold.ts';
import { alone, likeCase, type Place, type Replacement, together } from './replacement.ts';

/** After these the name just goes: « la commune de Corbie » is « la commune ». */
const HEADED =
	/(?<=(?<![\p{L}\p{N}])(?:communes?|villes?|village|bourg|hameau|quartiers?|cit[ée]s?|secteur|gare|mairie|tribunal|tribunal judiciaire|h[ôo]pital|chu|chr|ch|caf|cpam|msa|mdph|ccas|mds|mission locale|commissariat|gendarmerie|pr[ée]fecture|antenne|agence|coll[èe]ge|lyc[ée]e|[ée]cole|march[ée]|plage|centre-ville|d[ée]partement|conseil d[ée]partemental|prison|maison d['’]arr[êe]t|centre p[ée]nitentiaire))\s(?:de la |de l['’]|du |des |de |d['’])$/iu;

/** « d’Amiens à Lille » is a way, not a place to be in. */
const FROM_TO = /(?<=(?<!\p{L})(?:[Dd]e |[Dd]['’])(?:l[ae] |les )?\p{Lu}[\p{L}’'-]{1,30} )à $/u;

export function replacePlace(place: Place): Replacement {
	const kind = kindOf(place);
	if (place.language === 'en') return alone(place, likeCase(startsSentence(place), kind));
	return (
		together(place, HEADED, () => '') ??
		together(place, FROM_TO, ([words]) => `${words}${kind}`) ??
		together(
			place,
			/(?<!\p{L})(?:à la |à l['’]|aux? |à |sur |en |dans (?:la |le |les |l['’]))$/iu,
			([words]) => likeCase(words, `dans ${kind}`),
		) ??
		together(place, /(?<!\p{L})(?:de la |de l['’]|du |des |de |d['’])$/iu, ([words]) =>
			likeCase(words, `d’${kind}`),
		) ??
		together(place, /(?<!\p{L})(?:la |le |les |l['’])$/iu, ([words]) => likeCase(words, kind)) ??
		alone(place, likeCase(startsSentence(place), kind))
	);
}

function startsSentence({ text, finding }: Place): string {
	return /(?:^|[.!?\n]\s*)$/.test(text.slice(Math.max(0, finding.start - 3), finding.start)) ? 'A' : 'a';
}

function kindOf({ finding, language, grain, words }: Place): string {
	const name = foldName(finding.text);
	const say = (fr: string, en: string) => (language === 'fr' ? fr : en);
	if (grain === 'coarse') return say('un autre lieu', 'another place');
	if (departments.has(name)) return say('un département', 'a county');
	if (grain === 'middle') return say('une commune', 'a town');
	if (language === 'en')
		return words.townsBritish.has(name) || !words.townsAbroad.has(name) ? 'a town' : 'a town abroad';
	if (words.communesLarge.has(name) || words.communesLarge.has(`le ${name}`)) return 'une grande ville';
	if (words.communesMiddle.has(name) || words.communesMiddle.has(`le ${name}`)) return 'une ville moyenne';
	if (words.communesSmall.has(name) || words.communesSmall.has(`le ${name}`)) return 'une petite commune';
	if (words.townsAbroad.has(name)) return 'une ville à l’étranger';
	return 'une commune';
}
