/** Places: communes and towns of the lists, and capitals after what only a place follows. */
import { departments } from '../known/capitals.ts';
import { civilities, neverNames, placePrepositions, placeWords } from '../known/context.ts';
import type { Reading } from '../reading.ts';
import { type Span, span } from '../span.ts';
import { endOfTitle, isUnknown } from './run.ts';

const ARTICLES = new Set('le la les l de du des d a au aux'.split(' '));
/** What has a name of its own and lies in a town. */
const DISTRICTS = new Set(
	'quartier quartiers cite hameau lieu-dit lieudit village bourg commune ville lotissement secteur faubourg plage residence gens squat camp campement vallee tribu bidonville'.split(
		' ',
	),
);
const ENGLISH_ENDINGS =
	/(?:ton|ham|bury|ford|shire|wick|thorpe|mouth|chester|cester|worth|ley|combe|stead|minster|pool|burgh|borough|gate|dale|hurst|sea|well|bridge|hill)$/;

export function findPlaces(reading: Reading): Span[] {
	const { tokens } = reading;
	const found: Span[] = [];
	for (let index = 0; index < tokens.length; index++) {
		const listed = listedPlace(reading, index);
		if (listed !== null) {
			found.push(listed.span);
			index = listed.last;
			continue;
		}
		const district = districtAt(reading, index);
		if (district !== null) found.push(district);
		const unknown = unknownPlace(reading, index);
		if (unknown !== null) found.push(unknown);
	}
	return found;
}

interface Listed {
	readonly span: Span;
	readonly last: number;
}

function listedPlace(reading: Reading, index: number): Listed | null {
	const { tokens, words } = reading;
	const token = tokens[index];
	if (token === undefined || token.shape === 'number') return null;
	const lists = [
		words.communesSmall,
		words.communesMiddle,
		words.communesLarge,
		departments,
		words.townsAbroad,
		words.townsBritish,
	];
	const any = { has: (name: string) => lists.some((list) => list.has(name)) };
	const length = reading.match(index, any);
	// « au Havre », « du Mans », « aux Ulis », « des Lilas ».
	const article = contracted(token.folded);
	const contractedLength =
		article === null
			? 0
			: reading.match(index, { has: (name) => any.has(`${article}${name.slice(token.folded.length)}`) });
	if (contractedLength > 1 && contractedLength > length) {
		const last = index + contractedLength - 1;
		if (!reading.isCapital(index + 1)) return null;
		return { span: span('PLACE', tokens[index + 1]?.start ?? 0, tokens[last]?.end ?? 0, 0.85, 'list'), last };
	}
	if (length === 0) return null;
	const last = index + length - 1;
	const confidence = confidenceOf(reading, index, length);
	if (confidence === 0) return null;
	return { span: span('PLACE', token.start, tokens[last]?.end ?? 0, confidence, 'list'), last };
}

function contracted(word: string): string | null {
	if (word === 'au' || word === 'du') return 'le';
	return word === 'aux' || word === 'des' ? 'les' : null;
}

function confidenceOf(reading: Reading, index: number, length: number): number {
	const { tokens } = reading;
	const token = tokens[index];
	if (token === undefined) return 0;
	const isPlaced = isAfterPlace(reading, index);
	if (length > 1) {
		// « la rochelle » in small letters: one of its words must be no word of the dictionary.
		const parts = Array.from({ length }, (_, at) => index + at);
		const named = parts.filter((at) => !ARTICLES.has(tokens[at]?.folded ?? ''));
		if (named.some((at) => reading.isHarmless(at))) return 0;
		if (named.every((at) => reading.isCapital(at) || !/^[ \u00a0]$/.test(tokens[at]?.gap ?? ' '))) {
			if (!named.some((at) => reading.isCapital(at)) && !named.some((at) => isUnknown(reading, at)))
				return token.folded === 'saint' || token.folded === 'sainte' ? 0.6 : 0;
			// « Jean Martin » is a commune nowhere, « Saint Martin » and « Marie Galante » are.
			const isName = named.every((at) => reading.isFirstName(at) && !reading.isWord(at));
			return isName && !isPlaced ? 0 : 0.9;
		}
		if (reading.isShouted(index)) return named.some((at) => isUnknown(reading, at)) ? 0.7 : 0;
		if (named.some((at) => reading.isCapital(at))) return 0.8;
		return named.some((at) => isUnknown(reading, at)) &&
			(isPlaced || /^(?:saint|sainte|st|ste)$/.test(token.folded))
			? 0.65
			: 0;
	}
	if (reading.isHarmless(index) || token.text.length < 3 || neverNames.has(token.folded)) return 0;
	const isFirst = reading.isFirstName(index);
	const isWord = reading.isWord(index);
	const isAbroad =
		!reading.words.communesMiddle.has(token.folded) && !reading.words.communesLarge.has(token.folded);
	if (reading.isShouted(index)) return isWord || (isFirst && !isPlaced) ? 0 : 0.6;
	if (token.shape === 'lower') {
		if (!isPlaced || reading.isAnyWord(index) || token.text.length < 4) return 0;
		return isFirst && !isStronglyPlaced(reading, index) ? 0 : 0.6;
	}
	if (token.shape === 'upper' && token.text.length < 4) return 0;
	// Capitals side by side are a name of more than a place.
	if (reading.language === 'en' && isWord && !isPlaced) return 0;
	if (token.begins && !isPlaced) return isWord || isFirst || isAbroad ? 0 : 0.75;
	if (isWord && !isPlaced) return 0;
	if (isFirst) return isPlaced ? 0.8 : !isAbroad && !isPersonal(reading, index) ? 0.7 : 0;
	return isPlaced ? 0.92 : 0.75;
}

/** « à », « sur », « habite », « commune de ». */
function isAfterPlace(reading: Reading, index: number): boolean {
	if (isStronglyPlaced(reading, index)) return true;
	const { tokens } = reading;
	let before = index - 1;
	while (ARTICLES.has(tokens[before]?.folded ?? '') && before > index - 3 && tokens[before]?.folded !== 'a')
		before--;
	if (before === index - 1) return false;
	return placeWords.has(tokens[before]?.folded ?? '');
}

function isStronglyPlaced(reading: Reading, index: number): boolean {
	const token = reading.tokens[index];
	const before = reading.tokens[index - 1];
	if (token === undefined || before === undefined || !/^(?:[ \u00a0\u202f]|['’ʼ]| \()$/.test(token.gap))
		return false;
	if (before.folded === 'a') return reading.language === 'fr';
	if (reading.language === 'fr' && before.folded === 'in') return false;
	return placePrepositions.has(before.folded) || placeWords.has(before.folded);
}

function isPersonal(reading: Reading, index: number): boolean {
	return reading.isCapital(index + 1) || civilities.has(reading.tokens[index - 1]?.folded ?? '');
}

/** « quartier des Minguettes », « cité Les Bleuets », « the Oakwood estate ». */
function districtAt(reading: Reading, index: number): Span | null {
	const { tokens } = reading;
	const token = tokens[index];
	if (token === undefined) return null;
	if (reading.language === 'en') {
		if (
			!/^(?:estate|neighbourhood|district|quarter|village|suburb|traveller|caravan)$/.test(token.folded) ||
			!/^ $/.test(token.gap)
		)
			return null;
		let from = index;
		while (
			from > 0 &&
			reading.isCapital(from - 1) &&
			!tokens[from - 1]?.begins &&
			/^ $/.test(tokens[from]?.gap ?? '') &&
			tokens[from - 1]?.folded !== 'the'
		)
			from--;
		if (from === index || reading.isHarmless(from)) return null;
		return span('PLACE', tokens[from]?.start ?? 0, tokens[index - 1]?.end ?? 0, 0.8, 'context');
	}
	const isDistrict =
		DISTRICTS.has(token.folded) || (token.folded === 'dit' && tokens[index - 1]?.folded === 'lieu');
	if (!isDistrict) return null;
	let from = index + 1;
	while (ARTICLES.has(tokens[from]?.folded ?? '') && tokens[from]?.shape === 'lower' && from < index + 4)
		from++;
	const first = tokens[from];
	if (
		first === undefined ||
		!reading.isCapital(from) ||
		first.begins ||
		reading.isHarmless(from) ||
		!/^(?:[ \u00a0\u202f]|['’ʼ]| « ?| "| “)$/.test(first.gap)
	)
		return null;
	return span('PLACE', first.start, tokens[endOfTitle(reading, from)]?.end ?? 0, 0.85, 'context');
}

/** A capital no list knows, where only a place can stand. */
function unknownPlace(reading: Reading, index: number): Span | null {
	const { tokens } = reading;
	const token = tokens[index];
	if (
		token === undefined ||
		token.shape !== 'capital' ||
		token.begins ||
		token.text.length < 3 ||
		reading.isHarmless(index)
	)
		return null;
	if (!reading.isCapital(index)) return null;
	const isWord = reading.isWord(index);
	const isFirst = reading.isFirstName(index);
	const before = tokens[index - 1];
	if (before === undefined) return null;
	if (isStronglyPlaced(reading, index) && !isFirst) {
		if (isWord && !(reading.language === 'fr' && /^(?:a|sur|vers)$/.test(before.folded))) return null;
		// « à l'Accueil »: a word with a capital needs more than a preposition.
		if (isWord) return null;
		const isPerson =
			before.folded === 'a' && reading.words.names.has(token.folded) && reading.isCapital(index + 1);
		return isPerson
			? null
			: span('PLACE', token.start, tokens[endOfTitle(reading, index)]?.end ?? 0, 0.65, 'context');
	}
	if (
		reading.language === 'en' &&
		!isWord &&
		!isFirst &&
		ENGLISH_ENDINGS.test(token.folded) &&
		!reading.isCapital(index - 1)
	) {
		return span('PLACE', token.start, tokens[endOfTitle(reading, index)]?.end ?? 0, 0.55, 'unknown-capital');
	}
	return null;
}
