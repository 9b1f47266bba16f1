/** Days on a calendar, as text (`2026-11-24`): arithmetic that no zone can disturb. */

const DAY_MS = 86_400_000;

const atMidnight = (day: string): Date => new Date(`${day}T00:00:00Z`);
const asDay = (date: Date): string => date.toISOString().slice(0, 10);

/** The day it is somewhere. */
export function todayIn(timeZone: string, now = new Date()): string {
	const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
	const parts = new Intl.DateTimeFormat('en', options).formatToParts(now);
	const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value;
	return `${part('year')}-${part('month')}-${part('day')}`;
}

export function addDays(day: string, count: number): string {
	return asDay(new Date(atMidnight(day).getTime() + count * DAY_MS));
}

/** The same day of another month, or its last one where it has no such day. */
export function addMonths(day: string, count: number): string {
	const date = atMidnight(day);
	const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1));
	const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
	return addDays(asDay(first), Math.min(date.getUTCDate(), days) - 1);
}

/** 0 for Monday. */
export function weekdayOf(day: string): number {
	return (atMidnight(day).getUTCDay() + 6) % 7;
}

/** The weeks of the month that a day is in, from Monday; null before its first and after its last day. */
export function weeksOfMonth(day: string): (string | null)[][] {
	const first = `${day.slice(0, 7)}-01`;
	const weeks: (string | null)[][] = [];
	for (let monday = addDays(first, -weekdayOf(first)); ; monday = addDays(monday, 7)) {
		const week = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
		const inMonth = week.map((one) => (one.startsWith(first.slice(0, 7)) ? one : null));
		if (inMonth.every((one) => one === null)) return weeks;
		weeks.push(inMonth);
	}
}

/** An instant on that day, to be written in UTC. */
export function instantOf(day: string, time = '12:00'): string {
	return `${day}T${time}:00Z`;
}
