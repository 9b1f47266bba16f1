/** People: by what stands before them, by lists, and by capitals that nothing else explains. */
import {
	afterName,
	civilities,
	jargon,
	kin,
	longCivilities,
	naming,
	neverNames,
	wordSurnames,
} from '../known/context.ts';
import type { Reading } from '../reading.ts';
import { type Span, span } from '../span.ts';
import { endOfPerson, isInitial, isUnknown } from './run.ts';

const AFTER_CIVILITY = /^\.? ?[\u00a0\u202f]?$/u;
const AFTER_KIN = /^(?:[ \u00a0\u202f]|, | \(| : |: | « ?| "| “)$/u;
const AFTER_NAMING = /^(?:[ \u00a0\u202f]|,? « ?| ?: ?| "| “|, | ?\()$/u;
/** Before who signs or is greeted, a new line may begin. */
const LETTERS = new Set(
	'cordialement bonjour salut cher chere coucou bonsoir merci dear hi hello regards thanks love cheers hey sincerely'.split(
		' ',
	),
);

export function findPersons(reading: Reading): Span[] {
	return [...byContext(reading), ...byForm(reading)];
}

/** After « Mme », « son fils », « prénommée », « chez les ». */
function byContext(reading: Reading): Span[] {
	const { tokens } = reading;
	const found: Span[] = [];
	for (let index = 0; index + 1 < tokens.length; index++) {
		const token = tokens[index];
		const next = tokens[index + 1];
		if (token === undefined || next === undefined) continue;
		if (civilities.has(token.folded) && AFTER_CIVILITY.test(next.gap)) {
			const from = afterCivility(reading, index);
			if (from !== null) found.push(person(reading, from, 0.97, 'context'));
			continue;
		}
		const isKin = kin.has(token.folded) && AFTER_KIN.test(next.gap);
		const isNaming =
			naming.has(token.folded) &&
			(AFTER_NAMING.test(next.gap) || (LETTERS.has(token.folded) && /^[ ,!.]{0,3}\n{0,2}$/.test(next.gap)));
		if (!isKin && !isNaming) continue;
		if (isInitial(reading, index + 1) || reading.isHarmless(index + 1) || neverNames.has(next.folded))
			continue;
		if (civilities.has(next.folded)) continue;
		const close = /^[ \u00a0\u202f]$/.test(next.gap);
		if (reading.isCapital(index + 1)) {
			if (next.begins && !reading.isFirstName(index + 1) && !isUnknown(reading, index + 1)) continue;
			// « né à », « Enfant : Suivi »: a word that is no name needs to stand close.
			if (!close && reading.isWord(index + 1) && !reading.isFirstName(index + 1)) continue;
			if (next.shape === 'upper' && !reading.isListed(index + 1) && next.text.length < 5 && !close) continue;
			if (next.shape === 'upper' && next.text.length < 5 && !reading.isListed(index + 1) && isKin) continue;
			if (reading.language === 'en' && isKin && reading.isWord(index + 1) && !reading.isFirstName(index + 1))
				continue;
			found.push(person(reading, index + 1, 0.95, 'context'));
		} else if (close && reading.isFirstName(index + 1) && !reading.isAnyWord(index + 1)) {
			found.push(person(reading, index + 1, 0.8, 'context'));
		} else if (
			close &&
			isUnknown(reading, index + 1) &&
			(reading.isListed(index + 1) || token.folded.startsWith('prenom'))
		) {
			found.push(person(reading, index + 1, 0.65, 'context'));
		}
	}
	return found;
}

/** Where the name after a civility begins; null when none does, or it is a pseudonym already. */
function afterCivility(reading: Reading, index: number): number | null {
	const { tokens } = reading;
	const token = tokens[index];
	if (token === undefined) return null;
	let from = index + 1;
	const isShort = !longCivilities.has(token.folded);
	// « m » in « m'a dit » is no civility; « me » is a pronoun, « pr » a short cut, « pere » a father.
	if (
		/^(?:m|me|pr|dr|ms|miss)$/.test(token.folded) &&
		token.shape === 'lower' &&
		!/^\./.test(tokens[from]?.gap ?? '') &&
		!['dr', 'ms', 'miss', 'pr'].includes(token.folded)
	) {
		if (token.folded === 'me' || !isName(reading, from)) return null;
	}
	if (token.folded === 'm' && /['’]/.test(tokens[from]?.gap ?? '')) return null;
	while (civilities.has(tokens[from]?.folded ?? '') && AFTER_CIVILITY.test(tokens[from + 1]?.gap ?? ''))
		from++;
	const next = tokens[from];
	if (next === undefined || next.shape === 'number') return null;
	if (isInitial(reading, from)) {
		const further = tokens[from + 1];
		// « M. K. Benali » is a name, « M. K. a dit » is not.
		return further !== undefined &&
			!reading.isReplaced(from) &&
			/^\. ?$/.test(further.gap) &&
			reading.isCapital(from + 1) &&
			isName(reading, from + 1)
			? from
			: null;
	}
	if (reading.isCapital(from)) {
		if (
			neverNames.has(next.folded) &&
			!/^(?:de|du|des|la|le|el|al|ben|da|do|von|van|di|son|an|on)$/.test(next.folded)
		)
			return null;
		if (
			!isShort &&
			reading.isWord(from) &&
			!reading.isFirstName(from) &&
			next.shape === 'capital' &&
			ROLES.has(next.folded)
		)
			return null;
		if (next.shape === 'upper' && next.text.length <= 3 && !reading.isListed(from)) return null;
		return from;
	}
	if (reading.isShouted(from)) {
		return neverNames.has(next.folded) || ROLES.has(next.folded) ? null : from;
	}
	// « mme el khattabi », « mme de la tour », « madame refuse ».
	if (/^(?:el|al|ben|da|van|von|di|de|du|le|la|o|n|d)$/.test(next.folded) && tokens[from + 1] !== undefined) {
		if (
			reading.isCapital(from + 1) &&
			!ROLES.has(tokens[from + 1]?.folded ?? '') &&
			!/^(?:le|la)$/.test(next.folded)
		)
			return from;
		return isUnknown(reading, from + 1) && !/^(?:le|la)$/.test(next.folded) ? from : null;
	}
	if (neverNames.has(next.folded) || jargon.has(next.folded) || next.text.length < 3) return null;
	if (isUnknown(reading, from)) return isShort || reading.isListed(from) ? from : null;
	return isShort && (wordSurnames.has(next.folded) || reading.isFirstName(from)) && token.folded !== 'pr'
		? from
		: null;
}

/** What « Madame » and « Monsieur » stand before without naming anyone. */
const ROLES = new Set(
	'juge maire presidente president directrice directeur ministre procureur procureure prefet prefete principale principal proviseur conseillere conseiller avocate avocat mere pere adjointe adjoint la le docteur professeur inspectrice inspecteur rectrice recteur deputee depute senatrice senateur commissaire greffiere greffier notaire referente responsable cheffe chef coordinatrice'.split(
		' ',
	),
);

function isName(reading: Reading, index: number): boolean {
	return (
		reading.isListed(index) ||
		isUnknown(reading, index) ||
		(reading.isCapital(index) && !neverNames.has(reading.tokens[index]?.folded ?? ''))
	);
}

/** Capitals inside sentences, first names at their beginning, first names in small letters. */
function byForm(reading: Reading): Span[] {
	const { tokens } = reading;
	const found: Span[] = [];
	for (let index = 0; index < tokens.length; index++) {
		const sure = confidenceOf(reading, index);
		if (sure === 0) continue;
		let from = index;
		// « K. Benali »: the initial belongs to the name; « M. » does not.
		if (
			isInitial(reading, index - 1) &&
			/^\. ?$/.test(tokens[index]?.gap ?? '') &&
			tokens[index - 1]?.folded !== 'm'
		)
			from = index - 1;
		const to = endOfPerson(reading, index);
		found.push({
			...person(reading, from, sure, reading.isListed(index) ? 'list' : 'unknown-capital'),
			end: tokens[to]?.end ?? 0,
		});
		index = to;
	}
	return found;
}

function confidenceOf(reading: Reading, index: number): number {
	const { tokens } = reading;
	const token = tokens[index];
	if (token === undefined || token.shape === 'number' || token.text.length < 2) return 0;
	if (reading.isHarmless(index) || neverNames.has(token.folded) || civilities.has(token.folded)) return 0;
	const isFirst = reading.isFirstName(index);
	const isWord = reading.isWord(index);
	if (reading.isShouted(index)) {
		if (isWord || jargon.has(token.folded) || token.text.length < 3) return 0;
		return isFirst ? 0.8 : reading.words.names.has(token.folded) ? 0.65 : token.text.length > 4 ? 0.5 : 0;
	}
	if (token.shape === 'lower') {
		// Joined to a word: « peut-etre », « aujourd'hui ».
		if (token.text.length < 4 || !isFirst || reading.isAnyWord(index)) return 0;
		if (/^[-‐‑]$/.test(token.gap) || /^[-‐‑]/.test(tokens[index + 1]?.gap ?? '')) return 0.5;
		return 0.65;
	}
	if (jargon.has(token.folded)) return 0;
	if (token.shape === 'upper') {
		if (isFirst && !isWord && token.text.length > 2) return 0.8;
		if (isWord || token.text.length < 4) return 0;
		if (reading.words.names.has(token.folded) && token.text.length > 4) return 0.7;
		return token.text.length > 6 ? 0.55 : 0;
	}
	if (!token.begins) return isFirst ? (isWord ? 0.75 : 0.9) : isWord ? 0 : 0.7;
	if (!isWord) {
		if (isFirst) return 0.85;
		if (token.text.length < 3) return 0;
		return reading.words.names.has(token.folded)
			? 0.7
			: reading.words.wordsEn.has(token.folded) || reading.words.wordsFr.has(token.folded)
				? 0
				: 0.5;
	}
	if (!isFirst) return 0;
	const next = tokens[index + 1];
	if (next === undefined || !/^(?:[ \u00a0\u202f]|['’]| [-–] |, )$/.test(next.gap)) return 0;
	if (/^[ \u00a0\u202f]$/.test(next.gap) && afterName.has(next.folded) && !isCommonOpening(token.folded))
		return 0.7;
	// « Pierre Benali », « Rose, 9 ans ».
	if (
		reading.isCapital(index + 1) &&
		next.shape !== 'number' &&
		!reading.isHarmless(index + 1) &&
		/^ $/.test(next.gap)
	)
		return isUnknown(reading, index + 1) || reading.isFirstName(index + 1) ? 0.75 : 0;
	return next.gap === ', ' && next.shape === 'number' && next.text.length < 3 ? 0.7 : 0;
}

/** First names on some list that open sentences as words every day. */
function isCommonOpening(word: string): boolean {
	return COMMON_OPENINGS.has(word);
}

const COMMON_OPENINGS = new Set(
	'le la les un une des ce cette elle il on nous vous ils elles je tu et ou mais or car donc ni a an the she he they we you i it and but so as at in on no yes son mon ton sa ma ta ses mes tes leur pour avec sans sous sur dans apres avant depuis comme quand si que qui quoi dont oui non bien mal tout toute rien personne chacun aucun ici la maman papa dame monsieur madame homme femme enfant fils fille mere pere juste vraie vrai merci bonjour point note suite fin resume bilan question reponse may can will do did has have is are was were there here this that these those what when where why how who which may once since then now today soon still even both each'.split(
		' ',
	),
);

function person(reading: Reading, from: number, confidence: number, why: Span['why']): Span {
	const { tokens } = reading;
	let start = tokens[from]?.start ?? 0;
	// « D'Angelo », « N'Diaye »: the letter before belongs to the name when it is a capital inside a sentence.
	const before = tokens[from - 1];
	if (
		before !== undefined &&
		before.text.length === 1 &&
		before.shape === 'capital' &&
		/^['’ʼ]$/.test(tokens[from]?.gap ?? '') &&
		!before.begins
	)
		start = before.start;
	return span('PERSON', start, tokens[endOfPerson(reading, from)]?.end ?? 0, confidence, why);
}
