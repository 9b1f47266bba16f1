/** Texts of a method as somebody reads them. */
import type { Language } from '@entrepairs/contract/values';
import { isOneLanguage, type Words } from '@entrepairs/domain/method/edit';
import { caseTemplate } from '@entrepairs/methods/case-templates';
import type { Party, SectionKey } from '@entrepairs/methods/method';
import type { I18n } from '#lib/i18n/i18n.svelte.ts';

/** The language in which words stand: what a group wrote in its own only is in that one for everybody. */
export function languageOf(words: Words, language: Language, ofGroup: Language): Language {
	return isOneLanguage(words) ? ofGroup : language;
}

export function sectionName(key: SectionKey, language: Language): string {
	return caseTemplate('situation').sections.find((section) => section.key === key)?.name[language] ?? key;
}

/** `La personne qui expose et les pairs` */
export function partyList(i18n: I18n, parties: readonly Party[]): string {
	const names = parties.map((party, index) => {
		const name = i18n.t.methods.parties[party];
		return index === 0 ? name : name.charAt(0).toLocaleLowerCase() + name.slice(1);
	});
	return i18n.format.list(names);
}
