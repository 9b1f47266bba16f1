/** A draft as one text, and where in it each part is. It is read as the server will read it. */
import type { Finding } from '@entrepairs/anonymise/finding';
import type { Edit } from '@entrepairs/anonymise/pseudonymise';
import { textOfCase } from '@entrepairs/anonymise/review';
import { caseTemplate } from '@entrepairs/methods/case-templates';
import type { Draft } from './draft.ts';

export const TITLE = 'title';
/** Between two parts. */
const BETWEEN = textOfCase('', ['']).length;

/** The title (by that name) or a section. */
export interface Part {
	readonly key: string;
	readonly start: number;
	readonly end: number;
	/** How much of what is written there comes before `start`: spaces before a title do not count. */
	readonly lead: number;
}

export interface WholeText {
	readonly text: string;
	/** In the order of the text; sections without words are not there. */
	readonly parts: readonly Part[];
}

type Written = Pick<Draft, 'title' | 'template' | 'sections'>;

/** The sections to write in: the template's, then others that still hold words. */
export function sectionKeys({ template, sections }: Omit<Written, 'title'>): string[] {
	const own = caseTemplate(template).sections.map(({ key }) => key);
	return [...own, ...strayKeys({ template, sections })];
}

/** Sections of another template in which words were left. */
export function strayKeys({ template, sections }: Omit<Written, 'title'>): string[] {
	const own = new Set(caseTemplate(template).sections.map(({ key }) => key));
	return Object.keys(sections).filter((key) => !own.has(key) && /\S/.test(sections[key] ?? ''));
}

/** What is shared of a draft: its template's sections that have words. */
export function filledSections(draft: Omit<Written, 'title'>): { key: string; text: string }[] {
	return sectionKeys(draft)
		.map((key) => ({ key, text: draft.sections[key] ?? '' }))
		.filter(({ text }) => /\S/.test(text));
}

export function wholeText(draft: Written): WholeText {
	const filled = filledSections(draft);
	const title = draft.title.trim();
	const lead = draft.title.length - draft.title.trimStart().length;
	const parts: Part[] = [{ key: TITLE, start: 0, end: title.length, lead }];
	let start = title.length + BETWEEN;
	for (const { key, text } of filled) {
		parts.push({ key, start, end: start + text.length, lead: 0 });
		start += text.length + BETWEEN;
	}
	const texts = filled.map(({ text }) => text);
	return { text: textOfCase(title, texts), parts };
}

export function partAt(parts: readonly Part[], offset: number): Part | null {
	return parts.find(({ start, end }) => offset >= start && offset < end) ?? null;
}

/** A stretch of the text that something is known of. */
interface Stretch {
	readonly start: number;
	readonly end: number;
}

/** A place in the text with what could stand there. */
export interface Spot {
	readonly finding: Finding;
	/** Null where the words are kept. */
	readonly edit: Omit<Edit, 'finding'> | null;
}

/** What would be replaced: « du 17 septembre », where « 17 septembre » was found. */
export function replacedWords(text: string, { finding, edit }: Spot): string {
	return edit === null ? finding.text : text.slice(edit.start, edit.end).trim();
}

/** Spots of an earlier state of the text in a later one. */
export function carriedSpots(spots: readonly Spot[], before: string, after: string): Spot[] {
	return carried(spots, before, after, reach, ({ finding, edit }, by) => ({
		finding: moved(finding, by),
		edit: edit === null ? null : moved(edit, by),
	}));
}

/** Any stretches of an earlier state of the text in a later one. */
export function carriedStretches<T extends Stretch>(stretches: readonly T[], before: string, after: string) {
	return carried(stretches, before, after, (stretch) => stretch, moved);
}

/** Those before and after what was changed stay; those that were touched are no longer known. */
function carried<T>(
	things: readonly T[],
	before: string,
	after: string,
	where: (thing: T) => Stretch,
	move: (thing: T, by: number) => T,
): T[] {
	if (before === after) return [...things];
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before[head] === after[head]) head++;
	let tail = 0;
	while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
	return things.flatMap((thing) => {
		const { start, end } = where(thing);
		if (end < head) return [thing];
		return start > before.length - tail ? [move(thing, after.length - before.length)] : [];
	});
}

/** What a replacement would touch, the words that were found included. */
function reach({ finding, edit }: Spot): Stretch {
	if (edit === null) return finding;
	return { start: Math.min(finding.start, edit.start), end: Math.max(finding.end, edit.end) };
}

function moved<T extends Stretch>(stretch: T, by: number): T {
	return { ...stretch, start: stretch.start + by, end: stretch.end + by };
}
