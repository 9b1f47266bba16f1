/** Days and hours as each language writes them, in a zone that is always named. */
import type { Language } from '@entrepairs/contract/values';

const NARROW_SPACE = '\u202f';

/** `mardi 27 octobre 2026, 18 h 30 – 20 h` */
export function spanIn(language: Language, timeZone: string, from: Date, to: Date): string {
	return `${dayIn(language, timeZone, from)}, ${timeIn(language, timeZone, from)} – ${timeIn(language, timeZone, to)}`;
}

/** With the year: a mail may be read much later. */
export function dayIn(language: Language, timeZone: string, at: Date): string {
	const said = new Intl.DateTimeFormat(localeOf(language), {
		timeZone,
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		year: 'numeric',
	}).format(at);
	return language === 'fr' ? said.replace(/ 1 /, ' 1er ') : said;
}

export function timeIn(language: Language, timeZone: string, at: Date): string {
	const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
	const minutes = String(minute).padStart(2, '0');
	if (language === 'fr') return `${hour}${NARROW_SPACE}h${minute === 0 ? '' : `${NARROW_SPACE}${minutes}`}`;
	return `${hour % 12 === 0 ? 12 : hour % 12}${minute === 0 ? '' : `:${minutes}`}${NARROW_SPACE}${hour < 12 ? 'am' : 'pm'}`;
}

/** `heure de La Réunion` */
export function zoneIn(language: Language, timeZone: string, at: Date): string {
	const part = new Intl.DateTimeFormat(localeOf(language), { timeZone, timeZoneName: 'longGeneric' })
		.formatToParts(at)
		.find(({ type }) => type === 'timeZoneName');
	return part?.value ?? timeZone;
}

function localeOf(language: Language): string {
	return language === 'fr' ? 'fr-FR' : 'en-GB';
}
