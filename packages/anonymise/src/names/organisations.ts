/** Institutions and employers that have a name: « IME Les Tilleuls », « collège Jean-Moulin », « Oak Lane School ». */
import { genericHeads, neverNames, orgHeads, orgTails, particles, weakTails } from '../known/context.ts';
import type { Reading } from '../reading.ts';
import { type Span, span } from '../span.ts';
import { endOfTitle } from './run.ts';

/** Between « centre » and its name: « social », « d'accueil de jour ». */
const MOST_MODIFIERS = 6;
const OPENS = /^(?:[ \u00a0\u202f]|['’ʼ]|[-‐‑]| « ?[\u00a0\u202f]?| "| “| \(| ?: )$/u;
const QUOTE = /[«"“]/;
const LEGAL = new Set('sarl sas sa eurl sasu snc scop scic gaec earl sci ltd limited plc llp'.split(' '));
/** Institutions that have a name of their own more often than not, also in small letters. */
const SMALL_HEADS = new Set(
	'ime ehpad mecs itep foyer residence chrs sessad esat creche college lycee ecole'.split(' '),
);
/** English words with capitals that make a kind of institution, not its name. */
const KINDS = new Set(
	'the a an our my his her their local primary secondary community day family families childrens children adult adults youth general mental health early years mainstream special residential nursing foster care social emergency temporary supported sheltered high infant junior district county city crown magistrates magistrate sunday saturday medical dental walk minor injuries acute assessment treatment child protection safeguarding contact refugee women womens men mens crisis home probation approved bail job advice food drop in and of for housing association council open prison young offenders support duty team first single point access post office eating disorders memory stroke rehab rehabilitation recovery drug alcohol substance misuse working service services unit ward centre center school college club group project court house hall'.split(
		' ',
	),
);

export function findOrganisations(reading: Reading): Span[] {
	const found = [...byLegalForm(reading), ...byEmployer(reading)];
	return [...found, ...(reading.language === 'fr' ? byHead(reading) : byTail(reading))];
}

function byHead(reading: Reading): Span[] {
	const { tokens } = reading;
	const found: Span[] = [];
	for (let index = 0; index < tokens.length; index++) {
		const token = tokens[index];
		if (token === undefined || !orgHeads.has(token.folded)) continue;
		const from = nameAfter(reading, index);
		if (from !== null) {
			const last = endOfTitle(reading, from, QUOTE.test(tokens[from]?.gap ?? ''));
			found.push(span('ORG', token.start, tokens[last]?.end ?? 0, 0.88, 'context'));
			continue;
		}
		const small = smallName(reading, index);
		if (small !== null) found.push(small);
	}
	return found;
}

/** The token at which the name of the institution begins; null where it has none. */
function nameAfter(reading: Reading, index: number): number | null {
	const { tokens } = reading;
	const head = tokens[index]?.folded ?? '';
	for (let from = index + 1; from < tokens.length && from <= index + MOST_MODIFIERS; from++) {
		const token = tokens[from];
		if (token === undefined || !OPENS.test(token.gap)) return null;
		if (token.begins && !QUOTE.test(token.gap)) return null;
		if (reading.isCapital(from)) {
			if (neverNames.has(token.folded) && !particles.has(token.folded)) return null;
			if (reading.isHarmless(from) && !isNameOfAuthor(reading, from)) return null;
			// An acronym that says which kind: « foyer ASE ».
			if (token.shape === 'upper' && token.text.length < 6 && !reading.isListed(from)) {
				if (orgHeads.has(token.folded)) continue;
				return null;
			}
			if (token.text.length === 1 && !/['’]/.test(tokens[from + 1]?.gap ?? '')) return null;
			return genericHeads.has(head) ? null : from;
		}
		if (token.shape === 'number') return null;
		// « foyer où Karim dort »: only what describes an institution may stand between.
		if (neverNames.has(token.folded) && !particles.has(token.folded)) return null;
		if (/^(?:pour|en|et|sur|sous|un|une|pour)$/.test(token.folded) && from === index + 1) return null;
		if (!reading.isWord(from) && !particles.has(token.folded)) return null;
		if (VERBISH.test(token.folded)) return null;
	}
	return null;
}

/** What only stands between an institution and the name of a person. */
const VERBISH =
	/^(?:avec|chez|quand|lorsque|mais|donc|car|signale|informe|demande|propose|appelle|previent|refuse|accueille|contacte|m|convoque|exclut|suit|dit|indique|selon|depuis|jusqu|alors|cet|cette|celle|celui|meme|selon|puis|sans|entre|apres|avant|pendant|vers|contre|dont|ou|que|qui)$/;

function isNameOfAuthor(reading: Reading, index: number): boolean {
	const token = reading.tokens[index];
	// « collège Victor-Hugo » is one college; « école Montessori » is a pedagogy.
	return (
		token !== undefined &&
		reading.isFirstName(index) &&
		reading.isCapital(index + 1) &&
		/^[ -]$/.test(reading.tokens[index + 1]?.gap ?? '')
	);
}

/** « ehpad les glycines », « college jean moulin ». */
function smallName(reading: Reading, index: number): Span | null {
	const { tokens } = reading;
	const token = tokens[index];
	const next = tokens[index + 1];
	if (token === undefined || next === undefined || !SMALL_HEADS.has(token.folded) || next.gap !== ' ')
		return null;
	const after = tokens[index + 2];
	if (
		reading.isFirstName(index + 1) &&
		!reading.isWord(index + 1) &&
		!neverNames.has(next.folded) &&
		after !== undefined &&
		/^[ -]$/.test(after.gap) &&
		!neverNames.has(after.folded)
	) {
		return span('ORG', token.start, after.end, 0.7, 'context');
	}
	if (
		!/^(?:les|la|le|l)$/.test(next.folded) ||
		!/^(?:ime|ehpad|mecs|itep|residence|sessad|esat)$/.test(token.folded) ||
		after === undefined
	)
		return null;
	if (!/^[ '’]$/.test(after.gap) || neverNames.has(after.folded) || TIMES.test(after.folded)) return null;
	const more = tokens[index + 3];
	const second =
		more !== undefined && /^[ '’]$/.test(more.gap) && /^(?:de|du|des|d)$/.test(more.folded)
			? tokens[index + 4]
			: undefined;
	return span('ORG', token.start, (second ?? after).end, 0.6, 'context');
}

const TIMES =
	/^(?:semaine|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|jour|jours|nuit|mois|weekend|week|annee|plus|moins|meme|directrice|directeur|cadre|psychologue|chef|cheffe|premier|premiere|derniere|dernier|prochain|prochaine|suivi|prend|garde|equipe|place|enfant|enfants|parents|mere|pere|educatrice|educateur)$/;

function byTail(reading: Reading): Span[] {
	const { tokens } = reading;
	const found: Span[] = [];
	for (let index = 0; index < tokens.length; index++) {
		if (!reading.isCapital(index) || tokens[index]?.text.length === 1) continue;
		const last = endOfEnglish(reading, index);
		const span = titled(reading, index, last);
		if (span !== null) found.push(span);
		index = Math.max(index, last);
	}
	return found;
}

function endOfEnglish(reading: Reading, from: number): number {
	const { tokens } = reading;
	let last = from;
	for (let next = from + 1; next < tokens.length && next < from + 9; next++) {
		const token = tokens[next];
		if (token === undefined || !/^(?:[ \u00a0]|[-‐‑]|['’]| & |\. )$/u.test(token.gap)) break;
		if (token.gap === '. ' && !/^(?:st|dr)$/.test(tokens[next - 1]?.folded ?? '')) break;
		if (token.begins && token.gap !== '. ') break;
		if (reading.isCapital(next)) last = next;
		else if (token.folded === 's' && /['’]/.test(token.gap)) last = next;
		else if (!/^(?:of|the|and|for|on|in|upon|le|la|with)$/.test(token.folded)) break;
	}
	return last;
}

/** The run of capitals, with a kind of institution at its end and something of its own before. */
function titled(reading: Reading, from: number, last: number): Span | null {
	const { tokens } = reading;
	let end = last;
	// The end that is a kind: « Oak Lane Primary School »; « Willow care home » goes on in small letters.
	while (end > from && !orgTails.has(tokens[end]?.folded ?? '')) end--;
	let tail = tokens[end]?.folded ?? '';
	if (end === from || !orgTails.has(tail)) {
		end = last;
		let further = end;
		for (let next = last + 1; next <= last + 3; next++) {
			const token = tokens[next];
			if (token === undefined || token.gap !== ' ' || token.shape !== 'lower') break;
			if (
				orgTails.has(token.folded) &&
				!/^(?:arms|sons|partners|project|service|services|care|day|home|group|shop|club|units?|church|works|house|court|hall|stores?|theatre|partnership|society|foundation|trust|limited)$/.test(
					token.folded,
				)
			)
				further = next;
			else if (
				/^(?:care|nursing|residential|children|primary|secondary|day|housing|special)$/.test(token.folded)
			)
				continue;
			else if (
				/^home$/.test(token.folded) &&
				/^(?:care|nursing|children|s)$/.test(tokens[next - 1]?.folded ?? '')
			)
				further = next;
			else break;
		}
		if (further === end) return theHouse(reading, from, last);
		end = further;
		tail = tokens[end]?.folded ?? '';
	}
	let start = from;
	// « At Oak Lane School »: the first word of the sentence is not of the name.
	while (
		start < end &&
		(neverNames.has(tokens[start]?.folded ?? '') ||
			/^(?:at|from|when|after|her|his|our|both|since|while|mr|mrs|ms|miss|dr)$/.test(
				tokens[start]?.folded ?? '',
			))
	)
		start++;
	const own = range(start, end).filter(
		(at) =>
			at !== end &&
			!KINDS.has(tokens[at]?.folded ?? '') &&
			reading.isCapital(at) &&
			!orgTails.has(tokens[at]?.folded ?? ''),
	);
	if (own.length === 0 || own.every((at) => reading.isHarmless(at))) return null;
	if (weakTails.has(tail) && own.every((at) => tokens[at]?.begins === true && reading.isWord(at)))
		return null;
	return span('ORG', tokens[start]?.start ?? 0, tokens[end]?.end ?? 0, 0.85, 'context');
}

/** « The Willows », « St Jude's ». */
function theHouse(reading: Reading, from: number, last: number): Span | null {
	const { tokens } = reading;
	const first = tokens[from];
	if (first === undefined || first.begins) return null;
	const isSaint = /^(?:st|saint)$/.test(first.folded) && last > from;
	const isThe = first.text === 'The' && last > from && !reading.isHarmless(from + 1);
	return isSaint || isThe ? span('ORG', first.start, tokens[last]?.end ?? 0, 0.7, 'context') : null;
}

/** « Perrin SARL », « Dupont & Fils », « SARL Perrin ». */
function byLegalForm(reading: Reading): Span[] {
	const { tokens } = reading;
	const found: Span[] = [];
	for (let index = 1; index < tokens.length; index++) {
		const token = tokens[index];
		if (token === undefined) continue;
		const isLegal = LEGAL.has(token.folded) && token.shape !== 'lower' && !/[.\n]/.test(token.gap);
		const isFamily =
			/^(?:fils|freres|sons|daughters|co|cie)$/.test(token.folded) &&
			/^ ?&? ?$/.test(token.gap) &&
			(/&/.test(token.gap) ||
				token.shape === 'capital' ||
				/^(?:et|and)$/.test(tokens[index - 1]?.folded ?? ''));
		if (!isLegal && !isFamily) continue;
		let from = /^(?:et|and)$/.test(tokens[index - 1]?.folded ?? '') ? index - 2 : index - 1;
		if (!reading.isCapital(from) || tokens[from]?.shape === 'number') continue;
		while (
			reading.isCapital(from - 1) &&
			/^[ -]$/.test(tokens[from]?.gap ?? '') &&
			tokens[from - 1]?.begins === false
		)
			from--;
		found.push(span('ORG', tokens[from]?.start ?? 0, token.end, 0.9, 'context'));
	}
	return found;
}

/** « travaille chez Michelin », « works for Bakkavor ». */
function byEmployer(reading: Reading): Span[] {
	const { tokens } = reading;
	const found: Span[] = [];
	for (let index = 1; index < tokens.length; index++) {
		const before = tokens[index - 1]?.folded ?? '';
		if (!/^(?:chez|for|with|at)$/.test(before) || !reading.isCapital(index) || tokens[index]?.begins)
			continue;
		const earlier = [
			tokens[index - 2]?.folded ?? '',
			tokens[index - 3]?.folded ?? '',
			tokens[index - 4]?.folded ?? '',
		];
		const works = earlier.some((word) =>
			/^(?:travaill\p{L}*|bosse|embauche\p{L}*|salarie\p{L}*|employe\p{L}*|ouvrier|ouvriere|cariste|caissiere|caissier|vendeuse|vendeur|interim\p{L}*|apprenti\p{L}*|stage|cdi|cdd|manager|chauffeur|comptable|secretaire|poste|job|works?|worked|working|employed|driver|cashier|shifts?|job|apprentice)$/u.test(
				word,
			),
		);
		if (!works || reading.isHarmless(index)) continue;
		found.push(
			span('ORG', tokens[index]?.start ?? 0, tokens[endOfTitle(reading, index)]?.end ?? 0, 0.8, 'context'),
		);
	}
	return found;
}

function range(from: number, to: number): number[] {
	return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
