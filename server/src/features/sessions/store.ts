import { endOfDay, startOfDay } from '@entrepairs/domain/schedule/day-bounds';
import type { Pause } from '@entrepairs/domain/schedule/expand';
import type { Phase, Series, SessionChange } from '@entrepairs/domain/schedule/series';
import type { Db, Trx } from '../../platform/database.ts';

/** A series as it is stored, and whose it is. */
export interface StoredSeries extends Series {
	readonly group: { readonly id: string; readonly name: string; readonly organisationId: string };
	/** How often anything of it was changed. */
	readonly revision: number;
	/** When its group came to its end. */
	readonly endedAt: Date | null;
	/** When its group holds no sessions: in its last pause, and from its end on. */
	readonly pauses: readonly Pause[];
}

const phaseRows = (db: Db | Trx) =>
	db
		.selectFrom('series_phases as phases')
		.innerJoin('series', 'series.id', 'phases.series_id')
		.innerJoin('groups', 'groups.id', 'series.group_id')
		.select([
			'series.id as seriesId',
			'series.revision as seriesRevision',
			'groups.id as groupId',
			'groups.name as groupName',
			'groups.organisation_id as organisationId',
			'groups.time_zone as groupZone',
			'groups.paused_from as pausedFrom',
			'groups.paused_until as pausedUntil',
			'groups.ended_at as endedAt',
			'phases.id',
			'phases.starts_on as startsOn',
			'phases.last_on as lastOn',
			'phases.recurrence',
			'phases.time',
			'phases.duration_minutes as durationMinutes',
			'phases.time_zone as timeZone',
			'phases.place',
			'phases.link',
			'phases.revision',
		])
		.orderBy('series.created_at')
		.orderBy('series.id')
		.orderBy('phases.starts_on');

const changeRows = (db: Db | Trx) =>
	db
		.selectFrom('session_changes as changes')
		.select([
			'changes.series_id as seriesId',
			'changes.day',
			'changes.state',
			'changes.moved_date as date',
			'changes.moved_time as time',
			'changes.moved_minutes as durationMinutes',
			'changes.moved_place as place',
			'changes.moved_link as link',
			'changes.reason',
			'changes.cause',
			'changes.revision',
		])
		.orderBy('changes.day');

type PhaseRow = Awaited<ReturnType<ReturnType<typeof phaseRows>['execute']>>[number];
type ChangeRow = Awaited<ReturnType<ReturnType<typeof changeRows>['execute']>>[number];

/** The series of groups: one query for their phases, one for their changes. */
export async function seriesOf(db: Db | Trx, groupIds: readonly string[]): Promise<StoredSeries[]> {
	if (groupIds.length === 0) return [];
	const [phases, changes] = await Promise.all([
		phaseRows(db).where('series.group_id', 'in', groupIds).execute(),
		changeRows(db)
			.innerJoin('series', 'series.id', 'changes.series_id')
			.where('series.group_id', 'in', groupIds)
			.execute(),
	]);
	return assemble(phases, changes);
}

export async function findSeries(db: Db | Trx, id: string): Promise<StoredSeries | undefined> {
	const phases = await phaseRows(db).where('series.id', '=', id).execute();
	const changes = await changeRows(db).where('changes.series_id', '=', id).execute();
	return assemble(phases, changes)[0];
}

function assemble(phases: readonly PhaseRow[], changes: readonly ChangeRow[]): StoredSeries[] {
	const bySeries = Map.groupBy(changes, ({ seriesId }) => seriesId);
	return [...Map.groupBy(phases, ({ seriesId }) => seriesId)].map(([id, rows]) => {
		const first = rows[0] as PhaseRow;
		const { groupId, groupName, organisationId, seriesRevision } = first;
		return {
			id,
			group: { id: groupId, name: groupName, organisationId },
			revision: seriesRevision,
			endedAt: first.endedAt,
			pauses: pausesOf(first),
			phases: rows.map(asPhase),
			changes: (bySeries.get(id) ?? []).map(asChange),
		};
	});
}

function asPhase({
	seriesId: _,
	seriesRevision: _r,
	groupId: _g,
	groupName: _n,
	organisationId: _o,
	groupZone: _z,
	pausedFrom: _f,
	pausedUntil: _u,
	endedAt: _e,
	...phase
}: PhaseRow): Phase {
	return phase;
}

/** When a group holds no sessions. */
export async function pausesIn(db: Db | Trx, groupId: string): Promise<Pause[]> {
	const row = await db
		.selectFrom('groups')
		.where('id', '=', groupId)
		.select([
			'time_zone as groupZone',
			'paused_from as pausedFrom',
			'paused_until as pausedUntil',
			'ended_at as endedAt',
		])
		.executeTakeFirst();
	return row === undefined ? [] : pausesOf(row);
}

/** A pause is days on the group's calendar, first and last included. */
function pausesOf({
	groupZone,
	pausedFrom,
	pausedUntil,
	endedAt,
}: Pick<PhaseRow, 'groupZone' | 'pausedFrom' | 'pausedUntil' | 'endedAt'>): Pause[] {
	const until = pausedUntil === null ? null : endOfDay(pausedUntil, groupZone);
	return [
		...(pausedFrom === null ? [] : [{ from: startOfDay(pausedFrom, groupZone), until }]),
		...(endedAt === null ? [] : [{ from: endedAt, until: null }]),
	];
}

function asChange({
	seriesId: _,
	date,
	time,
	durationMinutes,
	place,
	link,
	...rest
}: ChangeRow): SessionChange {
	const isMoved = date !== null && time !== null && durationMinutes !== null;
	return { ...rest, moved: isMoved ? { date, time, durationMinutes, place, link } : null };
}
