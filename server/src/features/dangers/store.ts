import type { DangerGuide } from '@entrepairs/methods/dangers';
import type { Db, Trx } from '../../platform/database.ts';

export interface GuideRow {
	readonly organisation: string;
	readonly content: DangerGuide | null;
	readonly revision: number;
	readonly checkedOn: string | null;
}

/** Undefined where there is no such organisation. */
export async function guideOf(db: Db | Trx, organisationId: string): Promise<GuideRow | undefined> {
	const row = await db
		.selectFrom('organisations')
		.leftJoin('danger_guides', 'danger_guides.organisation_id', 'organisations.id')
		.where('organisations.id', '=', organisationId)
		.select(['organisations.name', 'content', 'revision', 'checked_on'])
		.executeTakeFirst();
	return row === undefined
		? undefined
		: {
				organisation: row.name,
				content: row.content as DangerGuide | null,
				revision: row.revision ?? 0,
				checkedOn: row.checked_on,
			};
}

/** Two people who write at once write one after the other. */
export async function holdOrganisation(trx: Trx, organisationId: string): Promise<void> {
	await trx
		.selectFrom('organisations')
		.where('id', '=', organisationId)
		.select('id')
		.forNoKeyUpdate()
		.execute();
}

export async function putGuide(
	trx: Trx,
	organisationId: string,
	guide: {
		readonly content: DangerGuide;
		readonly revision: number;
		readonly checkedOn: string | null;
		readonly by: string;
		readonly at: Date;
	},
): Promise<void> {
	const row = {
		content: JSON.stringify(guide.content),
		revision: guide.revision,
		checked_on: guide.checkedOn,
		changed_by: guide.by,
		changed_at: guide.at,
	};
	await trx
		.insertInto('danger_guides')
		.values({ organisation_id: organisationId, ...row })
		.onConflict((c) => c.column('organisation_id').doUpdateSet(row))
		.execute();
}
