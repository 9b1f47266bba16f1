/** What other features ask of a group, whatever it is about. */
import type { Db, Trx } from '../../platform/database.ts';

/** The organisation that a group belongs to, which rights are judged by; undefined when there is no such group. */
export async function organisationOf(db: Db, groupId: string): Promise<string | undefined> {
	const row = await db
		.selectFrom('groups')
		.where('id', '=', groupId)
		.select('organisation_id')
		.executeTakeFirst();
	return row?.organisation_id;
}

/** Names of groups by id, in their order. */
export async function groupNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
	if (ids.length === 0) return new Map();
	const rows = await db
		.selectFrom('groups')
		.where('id', 'in', ids)
		.select(['id', 'name'])
		.orderBy('name')
		.execute();
	return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The methods of the library that a group says it works with. */
export async function methodsOf(db: Db, groupId: string): Promise<readonly string[]> {
	const row = await db.selectFrom('groups').where('id', '=', groupId).select('methods').executeTakeFirst();
	return row?.methods ?? [];
}

/** Holds a group until the transaction ends: before anything else that it holds (docs/architecture.md). */
export async function holdGroup(trx: Trx, groupId: string): Promise<void> {
	await trx.selectFrom('groups').where('id', '=', groupId).select('id').forNoKeyUpdate().execute();
}
