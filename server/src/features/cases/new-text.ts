import { caseTemplate } from '@entrepairs/methods/case-templates';
import { paragraphs } from '../../collab/initial-text.ts';
import type { CaseRow } from './store.ts';

/** The text that a case begins with: every section of its template, empty or with what is given. */
export function newCaseText(
	template: CaseRow['template'],
	texts: Readonly<Record<string, readonly string[]>> = {},
): Uint8Array {
	const { sections } = caseTemplate(template);
	return paragraphs(Object.fromEntries(sections.map(({ key }) => [key, texts[key] ?? ['']])));
}
