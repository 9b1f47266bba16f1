/** From what a facilitator asks for to a phase that can be stored. */
import type { Ends, Recurrence as GivenRecurrence } from '@entrepairs/contract/schedule';
import { localDay } from '@entrepairs/domain/schedule/expand';
import { meetingLink } from '@entrepairs/domain/schedule/link';
import {
	firstDayOf,
	formatRecurrence,
	nthDayOf,
	type Recurrence,
	type Weekday,
} from '@entrepairs/domain/schedule/recurrence';
import type { Phase } from '@entrepairs/domain/schedule/series';
import { invalid, type Refusal } from '../../platform/refusal.ts';
import { isTimeZone } from '../../platform/time-zone.ts';

/** How far ahead a series may begin, or a session be moved. */
const YEARS_AHEAD = 2;
const YEARS_LONG = 20;

export interface AskedPhase {
	readonly startsOn: string;
	readonly time: string;
	readonly durationMinutes: number;
	readonly timeZone: string;
	readonly recurrence?: GivenRecurrence | null;
	readonly ends?: Ends;
	readonly place?: string | null;
	readonly link?: string | null;
}

/** The phase that is asked for, or what is wrong with it. Begins on a day of its rule. */
export function newPhase(
	asked: AskedPhase,
	context: { readonly id: string; readonly revision: number; readonly now: Date },
): Phase | Refusal {
	if (!isTimeZone(asked.timeZone)) return invalid('timeZone', 'unknown-time-zone');
	const outOfReach = whyNotOn('startsOn', asked.startsOn, asked.timeZone, context.now);
	if (outOfReach !== null) return outOfReach;
	const where = placeAndLink(asked);
	if (!('place' in where)) return where;
	const from = Temporal.PlainDate.from(asked.startsOn);
	const rule = ruleAsked(asked.recurrence, from);
	const startsOn = firstDayOf(rule, from);
	const ends = asked.ends ?? null;
	let lastOn: Temporal.PlainDate | null = null;
	if (rule === null) lastOn = startsOn;
	else if (ends !== null && 'after' in ends) lastOn = nthDayOf(rule, startsOn, ends.after);
	else if (ends !== null) lastOn = Temporal.PlainDate.from(ends.on);
	if (lastOn !== null && Temporal.PlainDate.compare(lastOn, startsOn) < 0) {
		return invalid('ends.on', 'before-start');
	}
	if (lastOn !== null && Temporal.PlainDate.compare(lastOn, startsOn.add({ years: YEARS_LONG })) > 0) {
		return invalid(ends !== null && 'after' in ends ? 'ends.after' : 'ends.on', 'too-large');
	}
	return {
		id: context.id,
		startsOn: startsOn.toString(),
		lastOn: lastOn?.toString() ?? null,
		recurrence: rule === null ? null : formatRecurrence(rule),
		time: asked.time,
		durationMinutes: asked.durationMinutes,
		timeZone: asked.timeZone,
		...where,
		revision: context.revision,
	};
}

/** Why a session cannot be on a day: it is over, or too far away. */
export function whyNotOn(field: string, day: string, timeZone: string, now: Date): Refusal | null {
	const today = localDay(now, timeZone);
	if (Temporal.PlainDate.compare(day, today) < 0) return invalid(field, 'in-the-past');
	const isFar = Temporal.PlainDate.compare(day, today.add({ years: YEARS_AHEAD })) > 0;
	return isFar ? invalid(field, 'too-large') : null;
}

/** Where it is held, as it is stored; `prefix` is that of the fields. */
export function placeAndLink(
	asked: Pick<AskedPhase, 'place' | 'link'>,
	prefix = '',
): { readonly place: string | null; readonly link: string | null } | Refusal {
	const place = asked.place?.trim() ?? null;
	if (asked.link === undefined || asked.link === null) return { place, link: null };
	const link = meetingLink(asked.link);
	return link === null ? invalid(`${prefix}link`, 'https-only') : { place, link };
}

/** Nothing said is weekly, on the weekday of the first day. */
function ruleAsked(
	asked: GivenRecurrence | null | undefined,
	startsOn: Temporal.PlainDate,
): Recurrence | null {
	if (asked === null) return null;
	if (asked === undefined) {
		return { every: 'week', interval: 1, weekdays: [startsOn.dayOfWeek as Weekday] };
	}
	if (asked.every === 'week') {
		return { ...asked, weekdays: asked.weekdays.toSorted((a, b) => a - b) as Weekday[] };
	}
	return 'day' in asked ? asked : { ...asked, weekday: asked.weekday as Weekday };
}
