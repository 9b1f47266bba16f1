/**
 * Changing what is planned, as calendars do: one session, this and the following, all that are to come.
 * Each act is one transaction under the lock of its group and of its series. It says which state of the series it was
 * decided on; if somebody has changed the series meanwhile, it is refused and nothing happens. What
 * has begun never changes.
 */

import type { NoticeKind } from '@entrepairs/contract/notifications';
import type {
	SeriesChange,
	SeriesEnd,
	SessionChange as SessionChangeAsked,
} from '@entrepairs/contract/schedule';
import {
	type Changed,
	dayBefore,
	endFrom,
	firstDayToCome,
	replaceFrom,
} from '@entrepairs/domain/schedule/changing';
import { instantOf, isPaused, type Occurrence, phaseOn, sessionOn } from '@entrepairs/domain/schedule/expand';
import type { Phase, SessionChange } from '@entrepairs/domain/schedule/series';
import { formatSessionId, parseSessionId } from '@entrepairs/domain/schedule/session-id';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Trx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { conflict, invalid, notFound, Refusal } from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { standingOf } from '../../policy/standing.ts';
import { whyNotIn } from '../../policy/why-not.ts';
import { holdGroup } from '../groups/frame.ts';
import { membersOf } from '../memberships/members.ts';
import { tell } from '../notifications/notices.ts';
import type { SessionCarrier } from './carriers.ts';
import { newPhase, placeAndLink, whyNotOn } from './new-phase.ts';
import { findSeries, type StoredSeries } from './store.ts';
import {
	type By,
	holdSeries,
	keepChangesOf,
	replacePhases,
	setPhaseRevision,
	setRevision,
	writeChanges,
} from './store-changes.ts';

export interface Changing {
	/** Moves one session, cancels it, or gives it back to its series. */
	one(accountId: string, sessionId: string, input: SessionChangeAsked): Promise<Refusal | undefined>;
	/** Returns the day of the first session that is changed. */
	following(accountId: string, sessionId: string, input: SeriesChange): Promise<string | Refusal>;
	end(accountId: string, sessionId: string, input: SeriesEnd): Promise<Refusal | undefined>;
	/**
	 * Cancels a session that is planned and has not begun, inside somebody else's transaction, by nobody
	 * because too few were coming; the group is told. Who calls holds the group. Asks no rights.
	 */
	cancelWithin(trx: Trx, sessionId: string): Promise<void>;
}

/** Everything a change is decided on, under the lock of the series. */
interface Held {
	readonly trx: Trx;
	readonly series: StoredSeries;
	readonly session: Occurrence;
	readonly phase: Phase;
	/** The revision that this act makes. */
	readonly revision: number;
	readonly by: By;
}

export function createChanging(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly carriers: readonly SessionCarrier[];
}): Changing {
	const { db, clock, carriers } = deps;

	async function act<T>(
		accountId: string,
		sessionId: string,
		revision: number,
		change: (held: Held) => Promise<T | Refusal>,
	): Promise<T | Refusal> {
		const name = parseSessionId(sessionId);
		const known = name === null ? undefined : await findSeries(db, name.seriesId);
		if (name === null || known === undefined) return notFound;
		const standing = await standingOf(db, accountId);
		if (!can(standing, 'session.read', known.group.id)) return notFound;
		const subject = { groupId: known.group.id, organisationId: known.group.organisationId };
		if (sessionOn(known, name.day) === null) return notFound;
		if (!can(standing, 'group.schedule', subject)) return whyNotIn(standing, subject);
		return db.transaction().execute(async (trx) => {
			await holdGroup(trx, known.group.id);
			if (!(await holdSeries(trx, name.seriesId, 'update'))) return notFound;
			const series = await findSeries(trx, name.seriesId);
			if (series?.revision !== revision) return conflict('changed-meanwhile');
			const session = sessionOn(series, name.day);
			const phase = phaseOn(series, name.day);
			if (session === null || phase === null) return notFound;
			const by = { accountId, at: clock.now() };
			return change({ trx, series, session, phase, revision: revision + 1, by });
		});
	}

	async function tellGroup({ trx, series, by }: Held, kind: NoticeKind, day: string): Promise<void> {
		const sessionId = formatSessionId({ seriesId: series.id, day });
		const members = await membersOf(trx, [series.group.id]);
		const about = { kind, groupId: series.group.id, sessionId, subjectId: series.id };
		await tell(
			trx,
			members.map(({ accountId: to }) => ({ ...about, to, isOwn: to === by.accountId })),
			by.at,
		);
	}

	/** Writes a change of the series and takes along what hangs on sessions that are no more. */
	async function write({ trx, series, revision, by }: Held, changed: Changed): Promise<void> {
		await replacePhases(trx, series.id, changed.phases);
		await keepChangesOf(
			trx,
			series.id,
			changed.changes.map(({ day }) => day),
		);
		const written = changed.changes.filter((change) => change.revision === revision);
		await writeChanges(trx, series.id, written, by);
		await setRevision(trx, series.id, revision);
		const idOf = (day: string) => formatSessionId({ seriesId: series.id, day });
		const pairs = changed.carried.map(({ from, to }) => ({ from: idOf(from), to: idOf(to) }));
		if (pairs.length === 0) return;
		for (const carrier of carriers) await carrier.carry(trx, pairs);
	}

	return {
		async one(accountId, sessionId, input) {
			return act(accountId, sessionId, input.revision, async (held) => {
				const { trx, series, session, phase, revision, by } = held;
				if (session.startsAt <= by.at) return conflict('session-begun');
				const isHeld = session.state === 'cancelled' || !isPaused(series.pauses, session.startsAt);
				if (!isHeld) return conflict('session-not-held');
				const changed = changeOf(held, input.change);
				if (changed instanceof Refusal) return changed;
				await writeChanges(trx, series.id, [changed], by);
				await setPhaseRevision(trx, phase.id, revision);
				await setRevision(trx, series.id, revision);
				await tellGroup(held, noticeOf(session, input.change.to), session.day);
				return undefined;
			});
		},

		async following(accountId, sessionId, input) {
			return act(accountId, sessionId, input.revision, async (held) => {
				const { series, revision, by } = held;
				const day = dayToBegin(held, input.scope);
				const replaced = day === null ? null : phaseOn(series, day);
				if (day === null || replaced === null) return conflict('session-begun');
				// A phase of which nothing is left goes on under its name: calendars know it by that.
				const id = replaced.startsOn === day ? replaced.id : newId();
				const next = newPhase(input, { id, revision, now: by.at });
				if (next instanceof Refusal) return next;
				const before = dayBefore(series, day);
				if (before !== null && next.startsOn <= before) return invalid('startsOn', 'before-previous');
				if (instantOf(next.startsOn, next.time, next.timeZone) <= by.at) {
					return invalid('startsOn', 'in-the-past');
				}
				await write(held, replaceFrom(series, day, next, { now: by.at, newId }));
				await tellGroup(held, 'series-changed', next.startsOn);
				return next.startsOn;
			});
		},

		async cancelWithin(trx, sessionId) {
			const name = parseSessionId(sessionId);
			if (name === null || !(await holdSeries(trx, name.seriesId, 'update'))) return;
			const series = await findSeries(trx, name.seriesId);
			const session = series === undefined ? null : sessionOn(series, name.day);
			const phase = series === undefined ? null : phaseOn(series, name.day);
			const by = { accountId: null, at: clock.now() };
			if (series === undefined || session === null || phase === null) return;
			if (session.state === 'cancelled' || session.startsAt <= by.at) return;
			if (isPaused(series.pauses, session.startsAt)) return;
			const held = { trx, series, session, phase, revision: series.revision + 1, by };
			const moved = series.changes.find(({ day }) => day === session.day)?.moved ?? null;
			await writeChanges(
				trx,
				series.id,
				[
					{
						day: session.day,
						state: 'cancelled',
						moved,
						reason: null,
						cause: 'quorum',
						revision: held.revision,
					},
				],
				by,
			);
			await setPhaseRevision(trx, phase.id, held.revision);
			await setRevision(trx, series.id, held.revision);
			await tellGroup(held, 'session-cancelled', session.day);
		},

		async end(accountId, sessionId, input) {
			return act(accountId, sessionId, input.revision, async (held) => {
				const { series, revision, by } = held;
				const day = dayToBegin(held, input.scope);
				if (day === null) return conflict('session-begun');
				await write(held, endFrom(series, day, { now: by.at, newId, revision, reason: null }));
				await tellGroup(held, 'series-changed', dayBefore(series, day) ?? day);
				return undefined;
			});
		},
	};
}

/** The day that a change of many begins with; null when nothing is to come. */
function dayToBegin({ series, session, by }: Held, scope: SeriesChange['scope']): string | null {
	return firstDayToCome(series, scope === 'all' ? '0000-01-01' : session.day, by.at);
}

function changeOf(
	{ series, session, phase, revision, by }: Held,
	asked: SessionChangeAsked['change'],
): SessionChange | Refusal {
	const { day } = session;
	const before = series.changes.find((change) => change.day === day);
	if (asked.to === 'cancelled') {
		return { day, state: 'cancelled', moved: before?.moved ?? null, reason: asked.reason.trim(), revision };
	}
	if (asked.to === 'planned') {
		const planned = instantOf(day, phase.time, phase.timeZone);
		if (planned <= by.at) return conflict('session-begun');
		return { day, state: 'planned', moved: null, reason: null, revision };
	}
	const { date, time, durationMinutes } = asked;
	const outOfReach = whyNotOn('change.date', date, phase.timeZone, by.at);
	if (outOfReach !== null) return outOfReach;
	const begins = instantOf(date, time, phase.timeZone);
	if (begins <= by.at) return invalid('change.time', 'in-the-past');
	if (isPaused(series.pauses, begins)) return invalid('change.date', 'in-a-pause');
	const where = placeAndLink(asked, 'change.');
	if (!('place' in where)) return where;
	const moved = { date, time, durationMinutes, ...where };
	return { day, state: 'planned', moved, reason: asked.reason?.trim() ?? null, revision };
}

function noticeOf(session: Occurrence, to: SessionChangeAsked['change']['to']): NoticeKind {
	if (to === 'cancelled') return 'session-cancelled';
	return session.state === 'cancelled' && to === 'planned' ? 'session-planned' : 'session-moved';
}
