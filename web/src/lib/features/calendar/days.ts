/** Days on the calendar, as text (`2026-11-24`), without zone or hour. Weeks begin on Monday. */

const DAY_MS = 86_400_000;
const FORM = /^\d{4}-\d{2}-\d{2}$/;

const asDate = (day: string) => new Date(`${day}T00:00:00Z`);
const asDay = (date: Date) => date.toISOString().slice(0, 10);

/** Whether it names a day that exists, in years that a calendar is looked at. */
export function isDay(text: string | null): text is string {
	if (text === null || !FORM.test(text)) return false;
	const date = asDate(text);
	return !Number.isNaN(date.getTime()) && asDay(date) === text && text >= '1970-02-01' && text < '9990-01-01';
}

export function addDays(day: string, days: number): string {
	return asDay(new Date(asDate(day).getTime() + days * DAY_MS));
}

/** The same day of another month, or its last one. */
export function addMonths(day: string, months: number): string {
	const date = asDate(day);
	const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
	const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
	return addDays(asDay(first), Math.min(date.getUTCDate(), last) - 1);
}

export function mondayOf(day: string): string {
	return addDays(day, -((asDate(day).getUTCDay() + 6) % 7));
}

export function sundayOf(day: string): string {
	return addDays(mondayOf(day), 6);
}

export function firstOfMonth(day: string): string {
	return `${day.slice(0, 7)}-01`;
}

export function lastOfMonth(day: string): string {
	return addDays(addMonths(firstOfMonth(day), 1), -1);
}

/** Both included. */
export function daysFromTo(first: string, last: string): string[] {
	const days: string[] = [];
	for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
	return days;
}

/** The day it is at an instant, somewhere. */
export function dayOf(instant: string | Date, timeZone: string): string {
	const parts = new Intl.DateTimeFormat('en', {
		timeZone,
		calendar: 'iso8601',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
	}).formatToParts(new Date(instant));
	const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
	return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Noon of a day, to be said in UTC: the same day wherever one is. */
export function noonOf(day: string): string {
	return `${day}T12:00:00Z`;
}
