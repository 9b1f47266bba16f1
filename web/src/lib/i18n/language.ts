import type { Language } from '@entrepairs/contract/values';

/** Keeps the choice of someone who is signed out; an account keeps its own. */
export const LANGUAGE_COOKIE = 'language';

export function isLanguage(value: string | undefined): value is Language {
	return value === 'fr' || value === 'en';
}

/** French, unless the browser asks for English and not for French before it. */
export function preferredLanguage(acceptLanguage: string | null): Language {
	for (const part of (acceptLanguage ?? '').split(',')) {
		const code = part.trim().slice(0, 2).toLowerCase();
		if (isLanguage(code)) return code;
	}
	return 'fr';
}
