import type { NewCase } from '@entrepairs/contract/cases';
import { caseTemplate } from '@entrepairs/methods/case-templates';
import { type InitialText, paragraphs } from '../../collab/initial-text.ts';
import { invalid, type Refusal } from '../../platform/refusal.ts';
import type { CaseRow } from './store.ts';

/** Title and sections together. A long text is another document, or several cases. */
const MOST_CHARACTERS = 60_000;

/** The text that a case begins with: every section of its template, empty or with what is given. */
export function newCaseText(
	template: CaseRow['template'],
	texts: Readonly<Record<string, readonly string[]>> = {},
): InitialText {
	const { sections } = caseTemplate(template);
	return paragraphs(Object.fromEntries(sections.map(({ key }) => [key, texts[key] ?? ['']])));
}

/** The sections of a template that have any text, in its order. */
export function givenSections(input: Pick<NewCase, 'template' | 'sections'>): NewCase['sections'] {
	return caseTemplate(input.template).sections.flatMap(({ key }) =>
		input.sections.filter((given) => given.key === key && /\S/.test(given.text)),
	);
}

/** Why a text cannot become a case of its template; null when it can. */
export function whyNoCase({ title, template, sections }: NewCase): Refusal | null {
	const known = new Set(caseTemplate(template).sections.map(({ key }) => key));
	// Each key that is offered, once.
	for (const { key } of sections) if (!known.delete(key)) return invalid('sections', 'not-offered');
	const characters = sections.reduce((sum, { text }) => sum + text.length, title.length);
	return characters > MOST_CHARACTERS ? invalid('sections', 'too-long', MOST_CHARACTERS) : null;
}

/** The paragraphs of a text: one a line, as it was written. */
export function linesOf(text: string): string[] {
	return text.toWellFormed().split(/\r\n|\r|\n/);
}
