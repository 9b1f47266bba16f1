/** The few words that leave the site in a calendar. None is about a case, none names a person. */
import type { Language } from '@entrepairs/contract/values';

const titles = {
	fr: { supervision: 'Supervision', neutral: 'Rendez-vous' },
	en: { supervision: 'Supervision', neutral: 'Appointment' },
} as const satisfies Record<Language, unknown>;

/** How somebody wants to read their sessions among everything else in their calendar. */
export interface Titles {
	readonly language: Language;
	/** Says nothing to who looks over a shoulder. */
	readonly neutral: boolean;
}

/** `Supervision — Le mardi soir` */
export function title({ language, neutral }: Titles, groupName: string): string {
	const words = titles[language];
	return neutral ? words.neutral : `${words.supervision} — ${groupName}`;
}

/** The name of a whole calendar. */
export function calendarName(read: Titles, groupName: string | null): string {
	return groupName === null
		? titles[read.language][read.neutral ? 'neutral' : 'supervision']
		: title(read, groupName);
}
