/** How long the sessions of ten years take to work out, beside a library that knows all of RFC 5545. */
import { expand } from '@entrepairs/domain/schedule/expand';
import type { SessionChange } from '@entrepairs/domain/schedule/series';
import { RRuleTemporal } from 'rrule-temporal';

const ROUNDS = 200;
const CHANGES = 50;
const START = Temporal.ZonedDateTime.from('2026-09-01T18:30[Europe/Paris]');
const RULE = 'FREQ=WEEKLY;BYDAY=TU';

/** Half of them cancelled, half of them moved, all over the ten years. */
const changes = Array.from({ length: CHANGES }, (_, index): SessionChange => {
	const day = START.toPlainDate().add({ weeks: index * 10 });
	const date = day.add({ days: 1 }).toString();
	const isMoved = index % 2 === 0;
	return {
		day: day.toString(),
		state: isMoved ? 'planned' : 'cancelled',
		moved: isMoved ? { date, time: '19:00', durationMinutes: 90, place: null, link: null } : null,
		reason: null,
		revision: index,
	};
});
const series = {
	id: 'series',
	changes,
	phases: [
		{
			id: 'phase',
			startsOn: START.toPlainDate().toString(),
			lastOn: null,
			recurrence: RULE,
			time: '18:30',
			durationMinutes: 90,
			timeZone: START.timeZoneId,
			place: null,
			link: null,
			revision: 0,
		},
	],
};
const from = new Date(START.epochMilliseconds);
const to = new Date(START.add({ years: 10 }).epochMilliseconds);

function at(day: string, time: string): Temporal.ZonedDateTime {
	return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: START.timeZoneId, plainTime: time });
}

/** As a calendar would use it: the rule without the days that are changed, and those beside it. */
function withLibrary(): number {
	const rule = new RRuleTemporal({
		rruleString: RULE,
		dtstart: START,
		tzid: START.timeZoneId,
		exDate: changes.map(({ day }) => at(day, '18:30')),
		rDate: changes.map(({ day, moved }) => at(moved?.date ?? day, moved?.time ?? '18:30')),
	});
	return rule.between(from, to, true).length;
}

function median(work: () => number): { readonly ms: number; readonly count: number } {
	const times: number[] = [];
	let count = 0;
	for (let round = 0; round < ROUNDS; round++) {
		const start = performance.now();
		count = work();
		times.push(performance.now() - start);
	}
	return { ms: times.sort((a, b) => a - b)[ROUNDS / 2] ?? Number.NaN, count };
}

const ours = median(() => expand(series, from, to).length);
const theirs = median(withLibrary);
console.log(
	`ten years of a weekly series with ${CHANGES} changes: ${ours.count} sessions, ${ours.ms.toFixed(2)} ms a call; ` +
		`rrule-temporal gives ${theirs.count} instants in ${theirs.ms.toFixed(2)} ms: ${(ours.ms / theirs.ms).toFixed(2)} times as long`,
);
