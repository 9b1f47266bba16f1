import type { CalendarSession } from '@entrepairs/contract/calendar';
import { CALENDAR_SPAN_DAYS } from '@entrepairs/contract/calendar';
import { parseSessionId } from '@entrepairs/domain/schedule/session-id';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import { invalid, notFound, type Refusal } from '../../platform/refusal.ts';
import { can } from '../../policy/policy.ts';
import { type Standing, standingOf } from '../../policy/standing.ts';
import { groupNames } from '../groups/frame.ts';
import type { FoundSession, SessionsService } from '../sessions/service.ts';
import { withoutDoor } from './events.ts';
import { lastYearOf, sessionFile } from './icalendar.ts';
import { readerOf } from './store.ts';

interface Group {
	readonly id: string;
	readonly name: string;
}

export interface CalendarService {
	/** The sessions of one's groups that touch a span, the cancelled ones too. */
	between(
		accountId: string,
		span: { readonly from: string; readonly to: string },
	): Promise<{ sessions: CalendarSession[]; groups: Group[] } | Refusal>;
	/** One session as a file for a calendar. */
	file(accountId: string, sessionId: string): Promise<string | Refusal>;
}

const DAY_MS = 24 * 3_600_000;

export function createCalendarService(deps: {
	readonly db: Db;
	readonly clock: Clock;
	readonly publicUrl: string;
	readonly sessions: Pick<SessionsService, 'between' | 'find' | 'seriesOf'>;
}): CalendarService {
	const { db, clock, publicUrl, sessions } = deps;
	return {
		async between(accountId, span) {
			const [from, to] = [new Date(span.from), new Date(span.to)];
			if (to <= from) return invalid('to', 'too-small');
			// Where the clocks go back, a month is an hour longer than its days.
			if (to.getTime() - from.getTime() > (CALENDAR_SPAN_DAYS + 0.5) * DAY_MS)
				return invalid('to', 'too-large');
			const standing = await standingOf(db, accountId, clock.now());
			const allowed = [...standing.groups.keys()].filter((id) => can(standing, 'session.read', id));
			const [groups, found] = await Promise.all([
				groupNames(db, allowed),
				sessions.between(allowed, from, to),
			]);
			return {
				groups: [...groups].map(([id, name]) => ({ id, name })),
				sessions: found.map((session) => asCalendarSession(session, standing)),
			};
		},

		async file(accountId, sessionId) {
			const [standing, session, reader] = await Promise.all([
				standingOf(db, accountId, clock.now()),
				sessions.find(sessionId),
				readerOf(db, accountId),
			]);
			if (session === null || !can(standing, 'session.read', session.group.id)) return notFound;
			const series = (await sessions.seriesOf([session.group.id])).find(({ id }) => id === session.seriesId);
			const name = parseSessionId(sessionId);
			if (series === undefined || name === null) return notFound;
			const now = clock.now();
			const mayEnter = can(standing, 'room.enter', session.group.id);
			const file = sessionFile(mayEnter ? series : withoutDoor(series), name.day, {
				titles: { language: reader.language, neutral: false },
				publicUrl,
				stamp: Temporal.Instant.fromEpochMilliseconds(now.getTime()),
				lastYear: lastYearOf(now),
			});
			return file ?? notFound;
		},
	};
}

function asCalendarSession(session: FoundSession, who: Standing): CalendarSession {
	const { id, seriesId, group, startsAt, endsAt, timeZone, state, movedFrom, reason, cause, place, link } =
		session;
	return {
		id,
		seriesId,
		group,
		startsAt: startsAt.toISOString(),
		endsAt: endsAt.toISOString(),
		timeZone,
		state,
		movedFrom: movedFrom?.toISOString() ?? null,
		reason,
		cause,
		place,
		link: can(who, 'room.enter', group.id) ? link : null,
	};
}
