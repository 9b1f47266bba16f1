/** What of the calendar is looked at, as its address says it. */
import { addDays, addMonths, firstOfMonth, isDay, lastOfMonth, mondayOf, sundayOf } from './days.ts';

export const views = ['month', 'week', 'list'] as const;
type View = (typeof views)[number];

export interface Looked {
	readonly view: View;
	/** The day it is about; the view shows the month or week around it. */
	readonly day: string;
	/** Only this group; null: all. */
	readonly group: string | null;
}

export function readView(search: URLSearchParams, today: string): Looked {
	const day = search.get('day');
	return {
		view: views.find((one) => one === search.get('view')) ?? 'month',
		day: isDay(day) ? day : today,
		group: search.get('group'),
	};
}

export function addressOf({ view, day, group }: Looked): string {
	return `/calendar?${new URLSearchParams({ view, day, ...(group === null ? {} : { group }) })}`;
}

/** The days on view, both included. */
export function spanOf({ view, day }: Pick<Looked, 'view' | 'day'>): { first: string; last: string } {
	if (view === 'week') return { first: mondayOf(day), last: sundayOf(day) };
	if (view === 'list') return { first: firstOfMonth(day), last: lastOfMonth(day) };
	return { first: mondayOf(firstOfMonth(day)), last: sundayOf(lastOfMonth(day)) };
}

/** The stretch before (-1) or after (1). */
export function stepped(looked: Looked, by: -1 | 1): Looked {
	const day = looked.view === 'week' ? addDays(looked.day, by * 7) : addMonths(looked.day, by);
	return { ...looked, day };
}
