/** Planning a series: what it would be, and keeping it. Its first phase is told to the whole group. */

import type { SeriesPreview, Territory } from '@entrepairs/contract/schedule';
import type { NewSeries, Series } from '@entrepairs/contract/sessions';
import { clockChanges, expand, gives, instantOf, isPaused } from '@entrepairs/domain/schedule/expand';
import { holidays } from '@entrepairs/domain/schedule/holidays';
import type { Phase } from '@entrepairs/domain/schedule/series';
import { formatSessionId } from '@entrepairs/domain/schedule/session-id';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Trx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { invalid, notFound, Refusal } from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import { whyNotIn } from '../../policy/why-not.ts';
import { organisationOf } from '../groups/frame.ts';
import { membersOf } from '../memberships/members.ts';
import { tell } from '../notifications/notices.ts';
import { newPhase } from './new-phase.ts';
import { pausesIn } from './store.ts';
import { insertSeries, replacePhases, writeChanges } from './store-changes.ts';

export interface Planning {
	create(accountId: string, groupId: string, input: NewSeries): Promise<Series | Refusal>;
	/** Inside somebody else's transaction; asks no rights. */
	within(
		trx: Trx,
		plan: { readonly groupId: string; readonly by: string; readonly series: NewSeries },
	): Promise<Series | Refusal>;
	/** Keeps nothing. */
	preview(
		accountId: string,
		groupId: string,
		input: NewSeries,
		holidaysOf: Territory | null,
	): Promise<SeriesPreview | Refusal>;
}

const SESSIONS_SHOWN = 12;
const YEAR_MS = 365 * 24 * 3_600_000;
/** As far ahead as a series may begin, and a year of it. */
const FIRST_WITHIN_MS = 3 * YEAR_MS;

export function createPlanning(deps: { readonly db: Db; readonly clock: Clock }): Planning {
	const { db, clock } = deps;

	async function whyNot(accountId: string, groupId: string): Promise<Refusal | null> {
		const [standing, organisationId] = await Promise.all([
			standingOf(db, accountId),
			organisationOf(db, groupId),
		]);
		if (organisationId === undefined) return notFound;
		const subject = { groupId, organisationId };
		if (can(standing, 'group.schedule', subject)) return null;
		return whyNotIn(standing, subject);
	}

	async function within(
		trx: Trx,
		{ groupId, by, series: input }: Parameters<Planning['within']>[1],
	): Promise<Series | Refusal> {
		const at = clock.now();
		const phase = newPhase(input, { id: newId(), revision: 0, now: at });
		if (phase instanceof Refusal) return phase;
		const skip = input.skip ?? [];
		for (const [index, { day }] of skip.entries()) {
			const isTwice = skip.findIndex((other) => other.day === day) !== index;
			if (isTwice || !gives(phase, day)) return invalid(`skip.${index}.day`, 'no-session-then');
		}
		const pauses = await pausesIn(trx, groupId);
		const begins = instantOf(phase.startsOn, phase.time, phase.timeZone);
		if (phase.recurrence === null && isPaused(pauses, begins)) return invalid('startsOn', 'in-a-pause');
		const id = newId();
		const planned = { accountId: by, at };
		await insertSeries(trx, { id, groupId }, planned);
		await replacePhases(trx, id, [phase]);
		const cancelled = skip.map(({ day, reason }) => ({
			day,
			state: 'cancelled' as const,
			moved: null,
			reason: reason?.trim() ?? null,
			revision: 0,
		}));
		await writeChanges(trx, id, cancelled, planned);
		// People are told of the first one that is held.
		const ahead = expand(
			{ id, phases: [phase], changes: cancelled },
			at,
			new Date(at.getTime() + FIRST_WITHIN_MS),
			pauses,
		);
		const first = ahead.find(({ state }) => state === 'planned')?.day ?? phase.startsOn;
		const about = { groupId, sessionId: formatSessionId({ seriesId: id, day: first }) };
		const members = await membersOf(trx, [groupId]);
		await tell(
			trx,
			members.map(({ accountId: to }) => ({
				kind: 'session-planned',
				to,
				...about,
				subjectId: id,
				isOwn: to === by,
			})),
			at,
		);
		return asSeries(id, groupId, phase);
	}

	return {
		within,

		async create(accountId, groupId, input) {
			const why = await whyNot(accountId, groupId);
			if (why !== null) return why;
			return db.transaction().execute((trx) => within(trx, { groupId, by: accountId, series: input }));
		},

		async preview(accountId, groupId, input, holidaysOf) {
			const why = await whyNot(accountId, groupId);
			if (why !== null) return why;
			const now = clock.now();
			const phase = newPhase(input, { id: 'preview', revision: 0, now });
			if (phase instanceof Refusal) return phase;
			const until = new Date(now.getTime() + YEAR_MS);
			const series = { id: 'preview', phases: [phase], changes: [] };
			// A series may begin after that year: it still has a next session to show.
			const sessions = expand(series, now, new Date(now.getTime() + 4 * YEAR_MS));
			const first = sessions[0]?.startsAt ?? now;
			const last = sessions.findLast(({ startsAt }) => startsAt < until)?.startsAt ?? first;
			return {
				startsOn: phase.startsOn,
				lastOn: phase.lastOn,
				sessions: sessions.slice(0, SESSIONS_SHOWN).map(({ day, startsAt, endsAt }) => ({
					day,
					startsAt: startsAt.toISOString(),
					endsAt: endsAt.toISOString(),
				})),
				clockChanges: clockChanges(phase.timeZone, first, last).map(({ at, byMinutes }) => ({
					at: at.toISOString(),
					byMinutes,
				})),
				holidays:
					holidaysOf === null
						? []
						: sessions
								.filter(({ startsAt }) => startsAt < until)
								.flatMap(({ day, startsAt }) =>
									holidays(Number(day.slice(0, 4)), holidaysOf)
										.filter((holiday) => holiday.day === day)
										.slice(0, 1)
										.map(({ name }) => ({ day, startsAt: startsAt.toISOString(), name })),
								),
			};
		},
	};
}

function asSeries(id: string, groupId: string, phase: Phase): Series {
	const { revision: _, id: _phase, ...rest } = phase;
	return { ...rest, id, groupId };
}
