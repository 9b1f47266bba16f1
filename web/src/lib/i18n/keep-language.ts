import type { Language } from '@entrepairs/contract/values';
import { LANGUAGE_COOKIE } from './language.ts';

const A_YEAR_SECONDS = 365 * 24 * 3600;

/** Remembers the language in this browser, and tells assistive technology of the change. */
export function keepLanguage(language: Language): void {
	// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
	document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=${A_YEAR_SECONDS}; samesite=lax`;
	document.documentElement.lang = language;
}
