import type { CaseSummary } from '@entrepairs/contract/cases';
import type { NextSession } from '@entrepairs/contract/groups';
import type { SeriesChange, SeriesEnd, SessionChange, SessionPlan } from '@entrepairs/contract/schedule';
import type { NewSeries, Series, Session, SessionDetail } from '@entrepairs/contract/sessions';
import { mayOpenCase } from '@entrepairs/domain/schedule/case-window';
import { expand, type Pause, sessionOn } from '@entrepairs/domain/schedule/expand';
import type { Series as SeriesFrame } from '@entrepairs/domain/schedule/series';
import { parseSessionId } from '@entrepairs/domain/schedule/session-id';
import type { Static } from 'typebox';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Trx } from '../../platform/database.ts';
import { notAllowed, notFound, Refusal } from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { type Standing, standingOf } from '../../policy/standing.ts';
import type { SessionCarrier } from './carriers.ts';
import { type Changing, createChanging } from './changing.ts';
import { asSession, type FoundSession, foundSession } from './found-session.ts';
import { planOf } from './plan.ts';
import { createPlanning, type Planning } from './planning.ts';
import { findSeries, type StoredSeries, seriesOf } from './store.ts';
import { holdSeries } from './store-changes.ts';

export type { FoundSession } from './found-session.ts';

/** What the sessions of a group come from, as calendars repeat it. */
export interface PlannedSeries extends SeriesFrame {
	readonly group: { readonly id: string; readonly name: string };
	/** When the group holds no sessions. */
	readonly pauses: readonly Pause[];
}

export interface SessionsService {
	createSeries(
		accountId: string,
		groupId: string,
		input: NewSeries,
	): Promise<{ series: Series; sessions: Session[] } | Refusal>;
	previewSeries: Planning['preview'];
	/**
	 * Makes a series inside a transaction of another feature, so that both stand or neither does. Asks
	 * no rights.
	 */
	planWithin: Planning['within'];
	cancelWithin: Changing['cancelWithin'];
	/** The sessions of one's groups, from now on. */
	mine(accountId: string): Promise<Session[]>;
	ofGroup(accountId: string, groupId: string): Promise<{ upcoming: Session[]; past: Session[] } | Refusal>;
	read(accountId: string, sessionId: string): Promise<SessionDetail | Refusal>;
	/** What a facilitator must know to change a session or its series. */
	plan(accountId: string, sessionId: string): Promise<SessionPlan | Refusal>;
	change(accountId: string, sessionId: string, input: SessionChange): Promise<Session | Refusal>;
	changeFollowing(
		accountId: string,
		sessionId: string,
		input: SeriesChange,
	): Promise<{ sessions: Session[] } | Refusal>;
	endSeries(accountId: string, sessionId: string, input: SeriesEnd): Promise<Refusal | undefined>;
	/** The next session of each group that has one; asks no rights. */
	nextOf(groupIds: readonly string[]): Promise<ReadonlyMap<string, Static<typeof NextSession>>>;
	/** The session that an id names, if its series holds one that day; asks no rights. */
	find(sessionId: string): Promise<FoundSession | null>;
	/**
	 * The session that an id names, for whoever hangs something on it: until the transaction ends its
	 * series does not change. Null when there is none any more. Asks no rights.
	 */
	hold(trx: Trx, sessionId: string): Promise<FoundSession | null>;
	/** The sessions of groups that touch a span, the cancelled ones too, in order of time; asks no rights. */
	between(groupIds: readonly string[], from: Date, to: Date): Promise<FoundSession[]>;
	/** The series of groups, those that have ended too; asks no rights. */
	seriesOf(groupIds: readonly string[]): Promise<PlannedSeries[]>;
}

const WEEKS_AHEAD = 8;
/** Of a group that meets only later than that: its first sessions, as far ahead as one can be planned. */
const LATER_SHOWN = 4;
const LATER_WEEKS = 106;
const WEEKS_BEHIND = 12;
const WEEK_MS = 7 * 24 * 3_600_000;

export function createSessionsService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	/** Features that hang things on sessions to come. */
	readonly carriers: readonly SessionCarrier[];
	/** The cases of these sessions that someone may know of, by session id. */
	casesIn(who: Standing, sessionIds: readonly string[]): Promise<ReadonlyMap<string, readonly CaseSummary[]>>;
}): SessionsService {
	const { db, clock } = deps;
	const planning = createPlanning(deps);
	const changing = createChanging(deps);

	async function sessionIn(from: Db | Trx, sessionId: string): Promise<FoundSession | null> {
		const name = parseSessionId(sessionId);
		const series = name === null ? undefined : await findSeries(from, name.seriesId);
		const session = name === null || series === undefined ? null : sessionOn(series, name.day);
		return series === undefined || session === null ? null : foundSession(series, session);
	}
	const find = (sessionId: string) => sessionIn(db, sessionId);

	/** Null for those who may not know of the session. */
	async function seenBy(accountId: string, sessionId: string) {
		const name = parseSessionId(sessionId);
		if (name === null) return null;
		const [standing, series] = await Promise.all([
			standingOf(db, accountId, clock.now()),
			findSeries(db, name.seriesId),
		]);
		const session = series === undefined ? null : sessionOn(series, name.day);
		if (series === undefined || session === null) return null;
		if (!can(standing, 'session.read', series.group.id)) return null;
		const subject = { groupId: series.group.id, organisationId: series.group.organisationId };
		return { standing, series, session, mayPlan: can(standing, 'group.schedule', subject) };
	}

	async function between(groupIds: readonly string[], from: Date, to: Date): Promise<FoundSession[]> {
		return sessionsIn(await seriesOf(db, groupIds), from, to);
	}

	/** Those of the next weeks; of a group that has none then, the first ones after. */
	async function upcoming(groupIds: readonly string[]): Promise<FoundSession[]> {
		const series = await seriesOf(db, groupIds);
		const now = clock.now();
		const soonEnd = new Date(now.getTime() + WEEKS_AHEAD * WEEK_MS);
		const soon = sessionsIn(series, now, soonEnd);
		const meetSoon = new Set(soon.filter(({ state }) => state === 'planned').map(({ group }) => group.id));
		const others = series.filter(({ group }) => !meetSoon.has(group.id));
		const later = sessionsIn(others, soonEnd, new Date(now.getTime() + LATER_WEEKS * WEEK_MS));
		const firstLater = [...Map.groupBy(later, ({ group }) => group.id).values()]
			.flatMap((ofGroup) => ofGroup.filter(({ startsAt }) => startsAt >= soonEnd).slice(0, LATER_SHOWN))
			.sort(inTime);
		return [...soon, ...firstLater];
	}

	async function withCaseCounts(who: Standing, sessions: readonly FoundSession[]): Promise<Session[]> {
		const cases = await deps.casesIn(
			who,
			sessions.map(({ id }) => id),
		);
		return sessions.map((session) => asSession(session, who, cases.get(session.id)?.length ?? 0));
	}

	async function upcomingOf(accountId: string, groupId: string, seriesId: string): Promise<Session[]> {
		const sessions = (await upcoming([groupId])).filter((session) => session.seriesId === seriesId);
		return withCaseCounts(await standingOf(db, accountId, clock.now()), sessions);
	}

	return {
		find,
		between,
		previewSeries: planning.preview,
		planWithin: planning.within,
		cancelWithin: changing.cancelWithin,

		async hold(trx, sessionId) {
			const name = parseSessionId(sessionId);
			if (name === null || !(await holdSeries(trx, name.seriesId, 'share'))) return null;
			return sessionIn(trx, sessionId);
		},

		async seriesOf(groupIds) {
			return (await seriesOf(db, groupIds)).map(({ id, group, phases, changes, pauses }) => ({
				id,
				group: { id: group.id, name: group.name },
				phases,
				changes,
				pauses,
			}));
		},

		async createSeries(accountId, groupId, input) {
			const series = await planning.create(accountId, groupId, input);
			if (series instanceof Refusal) return series;
			return { series, sessions: await upcomingOf(accountId, groupId, series.id) };
		},

		async change(accountId, sessionId, input) {
			const refused = await changing.one(accountId, sessionId, input);
			if (refused instanceof Refusal) return refused;
			const [who, session] = await Promise.all([standingOf(db, accountId, clock.now()), find(sessionId)]);
			if (session === null) return notFound;
			const cases = await deps.casesIn(who, [sessionId]);
			return asSession(session, who, cases.get(sessionId)?.length ?? 0);
		},

		async changeFollowing(accountId, sessionId, input) {
			const day = await changing.following(accountId, sessionId, input);
			if (day instanceof Refusal) return day;
			const { seriesId } = parseSessionId(sessionId) ?? { seriesId: '' };
			const series = await findSeries(db, seriesId);
			if (series === undefined) return notFound;
			return { sessions: await upcomingOf(accountId, series.group.id, seriesId) };
		},

		endSeries: changing.end,

		async mine(accountId) {
			const standing = await standingOf(db, accountId, clock.now());
			const going = [...standing.groups.keys()].filter((id) => !standing.ended.has(id));
			return withCaseCounts(standing, await upcoming(going));
		},

		async ofGroup(accountId, groupId) {
			const now = clock.now();
			const standing = await standingOf(db, accountId, now);
			if (!can(standing, 'session.read', groupId)) return notFound;
			const behind = await between([groupId], new Date(now.getTime() - WEEKS_BEHIND * WEEK_MS), now);
			const past = behind.filter((session) => session.endsAt <= now).reverse();
			return {
				upcoming: await withCaseCounts(standing, await upcoming([groupId])),
				past: await withCaseCounts(standing, past),
			};
		},

		async read(accountId, sessionId) {
			const seen = await seenBy(accountId, sessionId);
			if (seen === null) return notFound;
			const { standing, series, mayPlan } = seen;
			const session = foundSession(series, seen.session);
			const now = clock.now();
			const mayEnter = can(standing, 'room.enter', series.group.id);
			const cases = (await deps.casesIn(standing, [sessionId])).get(sessionId) ?? [];
			return {
				...asSession(session, standing, cases.length),
				role: standing.groups.get(series.group.id) ?? 'member',
				mayEnter,
				mayOpenCase: mayEnter && session.state === 'planned' && mayOpenCase(session, now),
				// What lies in a pause is changed when the pause is.
				mayChange: mayPlan && session.startsAt > now && session.cause !== 'pause',
				cases: [...cases],
			};
		},

		async plan(accountId, sessionId) {
			const seen = await seenBy(accountId, sessionId);
			if (seen === null) return notFound;
			if (!seen.mayPlan) return notAllowed;
			return planOf(seen.series, seen.session, clock.now()) ?? notFound;
		},

		async nextOf(groupIds) {
			const next = new Map<string, Static<typeof NextSession>>();
			for (const { id, group, startsAt, endsAt, state } of await upcoming(groupIds)) {
				if (state === 'cancelled' || next.has(group.id)) continue;
				next.set(group.id, { id, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() });
			}
			return next;
		},
	};
}

function sessionsIn(series: readonly StoredSeries[], from: Date, to: Date): FoundSession[] {
	return series
		.flatMap((one) => expand(one, from, to, one.pauses).map((session) => foundSession(one, session)))
		.sort(inTime);
}

const inTime = (a: FoundSession, b: FoundSession) => a.startsAt.getTime() - b.startsAt.getTime();
