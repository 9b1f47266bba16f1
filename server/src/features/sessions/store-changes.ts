/** Writing series: always whole acts, under the lock of the series. */
import type { Phase, SessionChange } from '@entrepairs/domain/schedule/series';
import type { Trx } from '../../platform/database.ts';

/** Who does something, and when. */
export interface By {
	/** Null: a rule of the group, and nobody. */
	readonly accountId: string | null;
	readonly at: Date;
}

export async function insertSeries(
	trx: Trx,
	series: { readonly id: string; readonly groupId: string },
	by: By,
): Promise<void> {
	await trx
		.insertInto('series')
		.values({ id: series.id, group_id: series.groupId, created_by: by.accountId, created_at: by.at })
		.execute();
}

/** Holds a series until the transaction ends: `update` to change it, `share` so that nobody else does. */
export async function holdSeries(trx: Trx, id: string, how: 'update' | 'share'): Promise<boolean> {
	const query = trx.selectFrom('series').where('id', '=', id).select('id');
	const row = await (how === 'update' ? query.forNoKeyUpdate() : query.forShare()).executeTakeFirst();
	return row !== undefined;
}

export async function setRevision(trx: Trx, id: string, revision: number): Promise<void> {
	await trx.updateTable('series').set({ revision }).where('id', '=', id).execute();
}

export async function setPhaseRevision(trx: Trx, phaseId: string, revision: number): Promise<void> {
	await trx.updateTable('series_phases').set({ revision }).where('id', '=', phaseId).execute();
}

/** These phases, and no others. */
export async function replacePhases(trx: Trx, seriesId: string, phases: readonly Phase[]): Promise<void> {
	await trx.deleteFrom('series_phases').where('series_id', '=', seriesId).execute();
	await trx
		.insertInto('series_phases')
		.values(
			phases.map((phase) => ({
				id: phase.id,
				series_id: seriesId,
				starts_on: phase.startsOn,
				last_on: phase.lastOn,
				recurrence: phase.recurrence,
				time: phase.time,
				duration_minutes: phase.durationMinutes,
				time_zone: phase.timeZone,
				place: phase.place,
				link: phase.link,
				revision: phase.revision,
			})),
		)
		.execute();
}

/** The changes of sessions that are no more go. */
export async function keepChangesOf(trx: Trx, seriesId: string, days: readonly string[]): Promise<void> {
	let query = trx.deleteFrom('session_changes').where('series_id', '=', seriesId);
	if (days.length > 0) query = query.where('day', 'not in', days);
	await query.execute();
}

export async function writeChanges(
	trx: Trx,
	seriesId: string,
	changes: readonly SessionChange[],
	by: By,
): Promise<void> {
	if (changes.length === 0) return;
	await trx
		.insertInto('session_changes')
		.values(
			changes.map(({ day, state, moved, reason, cause, revision }) => ({
				series_id: seriesId,
				day,
				state,
				moved_date: moved?.date ?? null,
				moved_time: moved?.time ?? null,
				moved_minutes: moved?.durationMinutes ?? null,
				moved_place: moved?.place ?? null,
				moved_link: moved?.link ?? null,
				reason,
				cause: cause ?? null,
				revision,
				changed_by: by.accountId,
				changed_at: by.at,
			})),
		)
		.onConflict((conflict) =>
			conflict.columns(['series_id', 'day']).doUpdateSet((e) => ({
				state: e.ref('excluded.state'),
				moved_date: e.ref('excluded.moved_date'),
				moved_time: e.ref('excluded.moved_time'),
				moved_minutes: e.ref('excluded.moved_minutes'),
				moved_place: e.ref('excluded.moved_place'),
				moved_link: e.ref('excluded.moved_link'),
				reason: e.ref('excluded.reason'),
				cause: e.ref('excluded.cause'),
				revision: e.ref('excluded.revision'),
				changed_by: e.ref('excluded.changed_by'),
				changed_at: e.ref('excluded.changed_at'),
			})),
		)
		.execute();
}
