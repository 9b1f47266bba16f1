/** A slot in words: in the reader's time, and in the group's where it is another. */
import type { PollSlot } from '@entrepairs/contract/polls';
import type { Language } from '@entrepairs/contract/values';
import type { I18n } from '#lib/i18n/i18n.svelte.ts';
import { instantOf } from './days.ts';

export interface SlotWords {
	/** `mardi 24 novembre`; `mardi` for a weekly rhythm. */
	readonly day: string;
	/** `mar. 24 nov.` */
	readonly shortDay: string;
	/** `18 h 30 – 20 h` */
	readonly span: string;
	/** Day and span in one. */
	readonly whole: string;
	/** When it is for the group, with its day if that differs; null where nothing does. */
	readonly group: string | null;
	/** The same in few letters, for a column. */
	readonly shortGroup: string | null;
}

interface OfPoll {
	readonly purpose: 'session' | 'weekly';
	readonly timeZone: string;
}

export function slotWords(
	i18n: I18n,
	poll: OfPoll,
	{ startsAt, endsAt }: Pick<PollSlot, 'startsAt' | 'endsAt'>,
): SlotWords {
	const { format, t, language, timeZone: ownZone } = i18n;
	const dayIn = (timeZone: string) =>
		poll.purpose === 'weekly'
			? weekdayName(language, startsAt, timeZone, 'long')
			: format.day(startsAt, timeZone);
	const shortDayIn = (timeZone: string) =>
		poll.purpose === 'weekly'
			? weekdayName(language, startsAt, timeZone, 'short')
			: shortDay(language, startsAt, timeZone);
	const day = dayIn(ownZone);
	const span = format.span(startsAt, endsAt);
	const groupDay = dayIn(poll.timeZone);
	const groupSpan = format.span(startsAt, endsAt, poll.timeZone);
	const isSameDay = groupDay === day;
	const isSame = isSameDay && groupSpan === span;
	const forGroup = (itsDay: string) =>
		isSame ? null : t.polls.forGroup(isSameDay ? groupSpan : t.polls.at(itsDay, groupSpan));
	return {
		day,
		shortDay: shortDayIn(ownZone),
		span,
		whole: t.polls.at(day, span),
		group: forGroup(groupDay),
		shortGroup: forGroup(shortDayIn(poll.timeZone)),
	};
}

/** A day of the month grid, or a weekday of the reference week, with its time if one is given. */
export function dayWords(i18n: I18n, purpose: OfPoll['purpose'], day: string): string {
	const instant = instantOf(day);
	return purpose === 'weekly'
		? weekdayName(i18n.language, instant, 'UTC', 'long')
		: i18n.format.day(instant, 'UTC');
}

/** A time on the wall, such as `18:30`. */
export function timeWords(i18n: I18n, time: string): string {
	return i18n.format.time(instantOf('2024-01-01', time), 'UTC');
}

export function weekdayName(
	language: Language,
	instant: string,
	timeZone: string,
	weekday: 'long' | 'short',
): string {
	return new Intl.DateTimeFormat(localeOf(language), { weekday, timeZone }).format(new Date(instant));
}

function shortDay(language: Language, instant: string, timeZone: string): string {
	const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone } as const;
	return new Intl.DateTimeFormat(localeOf(language), options).format(new Date(instant));
}

const localeOf = (language: Language) => (language === 'fr' ? 'fr-FR' : 'en-GB');
