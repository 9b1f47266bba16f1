import type { Recurrence } from '@entrepairs/contract/schedule';
import type { I18n } from '#lib/i18n/i18n.svelte.ts';

/** `chaque mois, le 2e mardi` */
export function repeatsWords({ t, format }: I18n, rule: Recurrence | null): string {
	const words = t.schedule;
	if (rule === null) return words.once;
	if (rule.every === 'week') {
		return words.everyWeek(rule.interval, format.list(rule.weekdays.map(words.onWeekday)));
	}
	const day = 'day' in rule ? words.onDay(rule.day) : words.onNth(rule.nth, rule.weekday);
	return words.everyMonth(rule.interval, day);
}
