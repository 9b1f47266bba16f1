import type { Db, Trx } from '../../platform/database.ts';

export interface SeriesRow {
	readonly id: string;
	readonly groupId: string;
	readonly groupName: string;
	readonly startsOn: string;
	readonly time: string;
	readonly durationMinutes: number;
	readonly timeZone: string;
	readonly recurrence: string;
}

const rows = (db: Db) =>
	db
		.selectFrom('series')
		.innerJoin('groups', 'groups.id', 'series.group_id')
		.select([
			'series.id',
			'series.group_id as groupId',
			'groups.name as groupName',
			'series.starts_on as startsOn',
			'series.time',
			'series.duration_minutes as durationMinutes',
			'series.time_zone as timeZone',
			'series.recurrence',
		]);

export async function seriesOf(db: Db, groupIds: readonly string[]): Promise<SeriesRow[]> {
	return groupIds.length === 0 ? [] : rows(db).where('series.group_id', 'in', groupIds).execute();
}

export async function findSeries(db: Db, id: string): Promise<SeriesRow | undefined> {
	return rows(db).where('series.id', '=', id).executeTakeFirst();
}

export async function insertSeries(
	db: Db | Trx,
	series: Omit<SeriesRow, 'groupName'>,
	created: { readonly by: string; readonly at: Date },
): Promise<void> {
	await db
		.insertInto('series')
		.values({
			id: series.id,
			group_id: series.groupId,
			starts_on: series.startsOn,
			time: series.time,
			duration_minutes: series.durationMinutes,
			time_zone: series.timeZone,
			recurrence: series.recurrence,
			created_by: created.by,
			created_at: created.at,
		})
		.execute();
}

export async function organisationOf(db: Db, groupId: string): Promise<string | undefined> {
	const row = await db
		.selectFrom('groups')
		.where('id', '=', groupId)
		.select('organisation_id')
		.executeTakeFirst();
	return row?.organisation_id;
}
