/** The words and the forms of dates of the language in use; a page reads them through `useI18n()`. */
import type { Language } from '@entrepairs/contract/values';
import { getContext, setContext } from 'svelte';
import { en } from './en.ts';
import { createFormats, type Formats } from './formats.ts';
import { fr, type Messages } from './fr.ts';

const messages: Readonly<Record<Language, Messages>> = { fr, en };

export class I18n {
	language = $state<Language>('fr');
	timeZone = $state('Europe/Paris');
	readonly t: Messages = $derived(messages[this.language]);
	readonly format: Formats = $derived(createFormats(this.language, this.timeZone));

	constructor(language: Language, timeZone: string) {
		this.language = language;
		this.timeZone = timeZone;
	}
}

const key = Symbol('i18n');

export function provideI18n(i18n: I18n): I18n {
	return setContext(key, i18n);
}

export function useI18n(): I18n {
	return getContext<I18n>(key);
}
