/** Dates and hours as each language writes them, in the reader's zone unless another is named. */
import type { Language } from '@entrepairs/contract/values';

export interface Formats {
	/** `mardi 24 novembre`, with the year when it is not this one. */
	day(instant: string, timeZone?: string): string;
	/** `18 h 30`, `6:30 pm` */
	time(instant: string, timeZone?: string): string;
	/** `18 h 30 – 20 h` */
	span(from: string, to: string, timeZone?: string): string;
	/** `novembre 2026` */
	month(instant: string): string;
	/** `2026` */
	year(instant: string): string;
	/** `24/11/2026 18 h 30` in words short enough for a list. */
	short(instant: string): string;
	/** The zone's name, such as `heure d’Europe centrale`. */
	zone(timeZone: string): string;
	/** A label before its value: French puts a space before the colon. */
	label(words: string): string;
	/** A name in the quotation marks of the language. */
	quote(words: string): string;
	/** `Awa, Samir et Hélène` */
	list(words: readonly string[]): string;
}

const NARROW_SPACE = '\u202f';

export function createFormats(language: Language, ownZone: string): Formats {
	const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
	const one = (options: Intl.DateTimeFormatOptions, timeZone: string) =>
		new Intl.DateTimeFormat(locale, { timeZone, ...options });

	function time(instant: string, timeZone = ownZone): string {
		const parts = one({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }, timeZone).formatToParts(
			new Date(instant),
		);
		const hour = Number(parts.find(({ type }) => type === 'hour')?.value);
		const minute = parts.find(({ type }) => type === 'minute')?.value ?? '00';
		if (language === 'fr')
			return `${hour}${NARROW_SPACE}h${minute === '00' ? '' : `${NARROW_SPACE}${minute}`}`;
		const half = hour < 12 ? 'am' : 'pm';
		return `${hour % 12 === 0 ? 12 : hour % 12}${minute === '00' ? '' : `:${minute}`}${NARROW_SPACE}${half}`;
	}

	function day(instant: string, timeZone = ownZone): string {
		const date = new Date(instant);
		const thisYear =
			one({ year: 'numeric' }, timeZone).format(new Date()) ===
			one({ year: 'numeric' }, timeZone).format(date);
		const said = one(
			{ weekday: 'long', day: 'numeric', month: 'long', ...(thisYear ? {} : { year: 'numeric' }) },
			timeZone,
		).format(date);
		// French writes the first of the month as an ordinal, and no other day.
		return language === 'fr' ? said.replace(/ 1 /, ' 1er ') : said;
	}

	return {
		day,
		time,
		span: (from, to, timeZone = ownZone) => `${time(from, timeZone)} – ${time(to, timeZone)}`,
		month: (instant) => one({ month: 'long', year: 'numeric' }, ownZone).format(new Date(instant)),
		year: (instant) => one({ year: 'numeric' }, ownZone).format(new Date(instant)),
		short: (instant) => {
			const date = one({ day: 'numeric', month: 'short', year: 'numeric' }, ownZone).format(
				new Date(instant),
			);
			return `${date}, ${time(instant)}`;
		},
		zone: (timeZone) =>
			one({ timeZoneName: 'longGeneric' }, timeZone)
				.formatToParts(new Date())
				.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone,
		quote: (words) => (language === 'fr' ? `«\u00a0${words}\u00a0»` : `“${words}”`),
		list: (words) => new Intl.ListFormat(locale).format(words),
		label: (words) => (language === 'fr' ? `${words}\u00a0:` : `${words}:`),
	};
}
