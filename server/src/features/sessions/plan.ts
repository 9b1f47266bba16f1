/** What the page that changes a session must know of it and of its series. */
import type { SessionPlan } from '@entrepairs/contract/schedule';
import { firstDayToCome } from '@entrepairs/domain/schedule/changing';
import { localDay, type Occurrence, phaseOn, ruleOf } from '@entrepairs/domain/schedule/expand';
import type { Recurrence } from '@entrepairs/domain/schedule/recurrence';
import type { StoredSeries } from './store.ts';

const MINUTE_MS = 60_000;

/** Null when the series does not give this session. */
export function planOf(series: StoredSeries, session: Occurrence, now: Date): SessionPlan | null {
	const { day, timeZone } = session;
	const phase = phaseOn(series, day);
	if (phase === null) return null;
	const ahead = series.changes.filter((change) => change.day >= day && phaseOn(series, change.day) !== null);
	return {
		seriesId: series.id,
		revision: series.revision,
		day,
		mayChange: session.startsAt > now,
		date: localDay(session.startsAt, timeZone).toString(),
		time: wallTime(session.startsAt, timeZone),
		durationMinutes: (session.endsAt.getTime() - session.startsAt.getTime()) / MINUTE_MS,
		timeZone,
		place: session.place,
		link: session.link,
		recurrence: asContract(ruleOf(phase)),
		rule: {
			time: phase.time.slice(0, 5),
			durationMinutes: phase.durationMinutes,
			place: phase.place,
			link: phase.link,
		},
		lastOn: series.phases.at(-1)?.lastOn ?? null,
		followingFrom: firstDayToCome(series, day, now),
		allFrom: firstDayToCome(series, '0000-01-01', now),
		cancelledAhead: ahead.filter(({ state }) => state === 'cancelled').length,
		movedAhead: ahead.filter(({ state, moved }) => state === 'planned' && moved !== null).length,
		changesLater: series.phases.some(({ startsOn }) => startsOn > day),
	};
}

function wallTime(instant: Date, timeZone: string): string {
	return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
		.toZonedDateTimeISO(timeZone)
		.toPlainTime()
		.toString({ smallestUnit: 'minute' });
}

function asContract(rule: Recurrence | null): SessionPlan['recurrence'] {
	return rule?.every === 'week' ? { ...rule, weekdays: [...rule.weekdays] } : rule;
}
