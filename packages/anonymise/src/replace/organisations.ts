/** An institution or employer becomes its kind. */
import { orgHeads, orgTails } from '../known/context.ts';
import { tokenise } from '../tokens.ts';
import { alone, likeCase, type Place, type Replacement, together } from './replacement.ts';

export function replaceOrganisation(place: Place): Replacement {
	const kind =
		place.grain === 'coarse'
			? ''
			: place.language === 'fr'
				? headOf(place.finding.text)
				: tailOf(place.finding.text);
	if (place.language === 'en') {
		if (kind === '') return alone(place, 'an organisation');
		if (
			/(?:(?<![\p{L}\p{N}])(?:the|a|an|his|her|their|my|our|this|that)\s)$/iu.test(
				place.text.slice(Math.max(0, place.finding.start - 6), place.finding.start),
			)
		)
			return alone(place, kind);
		return alone(place, `${/^[aeiou]/i.test(kind) ? 'an' : 'a'} ${kind}`);
	}
	// « l'école Jules-Ferry » stays « l'école »: the article before fits.
	if (kind !== '') return alone(place, kind);
	const plain = place.grain === 'coarse' ? 'un établissement' : 'une entreprise';
	return (
		together(place, /(?<!\p{L})(?:chez |à la |à l['’]|aux? |à |dans (?:la |le |les |l['’]))$/iu, ([words]) =>
			likeCase(words, `dans ${plain}`),
		) ??
		together(place, /(?<!\p{L})(?:de la |de l['’]|du |des |de |d['’])$/iu, ([words]) =>
			likeCase(words, `d’${plain}`),
		) ??
		together(
			place,
			/(?<!\p{L})(?:la |le |les |l['’]|une |un |cet |cette |son |sa |notre |leur )$/iu,
			([words]) => likeCase(words, plain),
		) ??
		alone(place, plain)
	);
}

/** « foyer de l'enfance » of « foyer de l'enfance Les Tilleuls »; empty where no kind is said. */
function headOf(name: string): string {
	const tokens = tokenise(name);
	const [first] = tokens;
	if (first === undefined || !orgHeads.has(first.folded)) return '';
	let end = first.end;
	for (const token of tokens.slice(1)) {
		if (token.shape !== 'lower' || /[«"“(]/.test(token.gap)) break;
		end = token.end;
	}
	const kind = name
		.slice(0, end)
		.replace(/\s(?:de|du|des|d['’]?|la|le|les|l['’]?|de la|de l['’]?|à|en|et|sur|sous|saint|sainte)$/iu, '')
		.replace(/\s(?:de|du|des|d['’]?)$/iu, '');
	return kind.length < 3 && kind !== kind.toUpperCase() ? '' : kind;
}

/** “St Anne’s Primary” is one all the same. */
const SCHOOLS = new Set([
	'primary',
	'secondary',
	'infant',
	'infants',
	'junior',
	'juniors',
	'high',
	'grammar',
]);

/** « primary school » of « Oak Lane Primary School ». */
function tailOf(name: string): string {
	const tokens = tokenise(name);
	let from = tokens.length;
	while (from > 0 && orgTails.has(tokens[from - 1]?.folded ?? '')) from--;
	const kind = tokens.slice(from).map(({ text }) => text.toLowerCase());
	const said = from === 0 ? kind.slice(-1).join(' ') : kind.join(' ');
	return SCHOOLS.has(said) ? `${said} school` : said;
}
