import type { CaseSummary } from '@entrepairs/contract/cases';
import type { NextSession } from '@entrepairs/contract/groups';
import type { NewSeries, Series, Session, SessionDetail } from '@entrepairs/contract/sessions';
import { mayOpenCase } from '@entrepairs/domain/schedule/case-window';
import type { Series as StoredSeries } from '@entrepairs/domain/schedule/series';
import { formatSessionId, parseSessionId } from '@entrepairs/domain/schedule/session-id';
import {
	localDay,
	type Meeting,
	meetingOn,
	meetingsBetween,
	weeklyRule,
} from '@entrepairs/domain/schedule/weekly';
import type { Static } from 'typebox';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { invalid, notFound, type Refusal } from '../../platform/refusal.ts';
import { isTimeZone } from '../../platform/time-zone.ts';
import { can } from '../../policy/policy.ts';
import { type Standing, standingOf } from '../../policy/standing.ts';
import { whyNotIn } from '../../policy/why-not.ts';
import { findSeries, insertSeries, organisationOf, type SeriesRow, seriesOf } from './store.ts';

/** A session with nothing attached yet, its instants as dates. */
export interface FoundSession {
	readonly id: string;
	readonly seriesId: string;
	readonly day: string;
	readonly group: { readonly id: string; readonly name: string };
	readonly startsAt: Date;
	readonly endsAt: Date;
	readonly timeZone: string;
	readonly state: 'planned' | 'cancelled';
	/** When it would have been, if it was moved. */
	readonly movedFrom: Date | null;
	readonly reason: string | null;
	readonly place: string | null;
	readonly link: string | null;
}

/** What the sessions of a group come from, as calendars repeat it. */
export interface PlannedSeries extends StoredSeries {
	readonly group: { readonly id: string; readonly name: string };
}

export interface SessionsService {
	createSeries(
		accountId: string,
		groupId: string,
		input: NewSeries,
	): Promise<{ series: Series; sessions: Session[] } | Refusal>;
	/** The sessions of one's groups, from now on. */
	mine(accountId: string): Promise<Session[]>;
	ofGroup(accountId: string, groupId: string): Promise<{ upcoming: Session[]; past: Session[] } | Refusal>;
	read(accountId: string, sessionId: string): Promise<SessionDetail | Refusal>;
	/** The next session of each group that has one; asks no rights. */
	nextOf(groupIds: readonly string[]): Promise<ReadonlyMap<string, Static<typeof NextSession>>>;
	/** The session that an id names, if its series holds one that day; asks no rights. */
	find(sessionId: string): Promise<FoundSession | null>;
	/** The sessions of groups that touch a span, the cancelled ones too, in order of time; asks no rights. */
	between(groupIds: readonly string[], from: Date, to: Date): Promise<FoundSession[]>;
	/** The series of groups, those that have ended too; asks no rights. */
	seriesOf(groupIds: readonly string[]): Promise<PlannedSeries[]>;
}

const WEEKS_AHEAD = 8;
const WEEKS_BEHIND = 12;
const WEEK_MS = 7 * 24 * 3_600_000;

export function createSessionsService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	/** The cases of these sessions that someone may know of, by session id. */
	casesIn(who: Standing, sessionIds: readonly string[]): Promise<ReadonlyMap<string, readonly CaseSummary[]>>;
}): SessionsService {
	const { db, clock } = deps;

	async function find(sessionId: string): Promise<FoundSession | null> {
		const name = parseSessionId(sessionId);
		if (name === null) return null;
		const series = await findSeries(db, name.seriesId);
		if (series === undefined) return null;
		const meeting = meetingOn(series, name.day);
		return meeting === null ? null : found(series, meeting);
	}

	async function between(groupIds: readonly string[], from: Date, to: Date): Promise<FoundSession[]> {
		const series = await seriesOf(db, groupIds);
		return series
			.flatMap((one) => meetingsBetween(one, from, to).map((meeting) => found(one, meeting)))
			.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
	}

	function upcoming(groupIds: readonly string[]): Promise<FoundSession[]> {
		const now = clock.now();
		return between(groupIds, now, new Date(now.getTime() + WEEKS_AHEAD * WEEK_MS));
	}

	async function withCaseCounts(who: Standing, sessions: readonly FoundSession[]): Promise<Session[]> {
		const cases = await deps.casesIn(
			who,
			sessions.map(({ id }) => id),
		);
		return sessions.map((session) => asSession(session, cases.get(session.id)?.length ?? 0));
	}

	return {
		find,
		between,

		async seriesOf(groupIds) {
			return (await seriesOf(db, groupIds)).map((one) => ({
				id: one.id,
				group: { id: one.groupId, name: one.groupName },
				phases: [{ ...one, lastOn: null, place: null, link: null, revision: 0 }],
				changes: [],
			}));
		},

		async createSeries(accountId, groupId, input) {
			const [standing, organisationId] = await Promise.all([
				standingOf(db, accountId),
				organisationOf(db, groupId),
			]);
			if (organisationId === undefined) return notFound;
			const subject = { groupId, organisationId };
			if (!can(standing, 'group.schedule', subject)) return whyNotIn(standing, subject);
			if (!isTimeZone(input.timeZone)) return invalid('timeZone', 'unknown-time-zone');
			const today = localDay(clock.now(), input.timeZone);
			if (Temporal.PlainDate.compare(input.startsOn, today) < 0) return invalid('startsOn', 'in-the-past');
			if (Temporal.PlainDate.compare(input.startsOn, today.add({ years: 2 })) > 0)
				return invalid('startsOn', 'too-large');
			const series: Series = { id: newId(), groupId, ...input, recurrence: weeklyRule(input.startsOn) };
			await insertSeries(db, series, { by: accountId, at: clock.now() });
			const sessions = (await upcoming([groupId])).filter((session) => session.seriesId === series.id);
			return { series, sessions: await withCaseCounts(standing, sessions) };
		},

		async mine(accountId) {
			const standing = await standingOf(db, accountId);
			const going = [...standing.groups.keys()].filter((id) => !standing.ended.has(id));
			return withCaseCounts(standing, await upcoming(going));
		},

		async ofGroup(accountId, groupId) {
			const standing = await standingOf(db, accountId);
			if (!can(standing, 'session.read', groupId)) return notFound;
			const now = clock.now();
			const behind = await between([groupId], new Date(now.getTime() - WEEKS_BEHIND * WEEK_MS), now);
			const past = behind.filter((session) => session.endsAt <= now).reverse();
			return {
				upcoming: await withCaseCounts(standing, await upcoming([groupId])),
				past: await withCaseCounts(standing, past),
			};
		},

		async read(accountId, sessionId) {
			const [standing, session] = await Promise.all([standingOf(db, accountId), find(sessionId)]);
			if (session === null || !can(standing, 'session.read', session.group.id)) return notFound;
			const cases = (await deps.casesIn(standing, [sessionId])).get(sessionId) ?? [];
			return {
				...asSession(session, cases.length),
				role: standing.groups.get(session.group.id) ?? 'member',
				mayOpenCase: mayOpenCase(session, clock.now()),
				cases: [...cases],
			};
		},

		async nextOf(groupIds) {
			const next = new Map<string, Static<typeof NextSession>>();
			for (const { id, group, startsAt, endsAt } of await upcoming(groupIds)) {
				if (next.has(group.id)) continue;
				next.set(group.id, { id, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() });
			}
			return next;
		},
	};
}

function found(series: SeriesRow, meeting: Meeting): FoundSession {
	return {
		id: formatSessionId({ seriesId: series.id, day: meeting.day }),
		seriesId: series.id,
		day: meeting.day,
		group: { id: series.groupId, name: series.groupName },
		startsAt: meeting.startsAt,
		endsAt: meeting.endsAt,
		timeZone: series.timeZone,
		state: 'planned',
		movedFrom: null,
		reason: null,
		place: null,
		link: null,
	};
}

function asSession(session: FoundSession, caseCount: number): Session {
	const { day: _, startsAt, endsAt, movedFrom, ...rest } = session;
	return {
		...rest,
		startsAt: startsAt.toISOString(),
		endsAt: endsAt.toISOString(),
		movedFrom: movedFrom?.toISOString() ?? null,
		caseCount,
	};
}
