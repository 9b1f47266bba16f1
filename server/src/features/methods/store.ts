import type { Method } from '@entrepairs/methods/method';
import type { MethodId } from '@entrepairs/methods/methods';
import type { Db, Trx } from '../../platform/database.ts';

/** A method of a group in its latest version. */
export interface OwnMethodRow {
	readonly id: string;
	readonly groupId: string;
	readonly basedOn: MethodId;
	readonly retiredAt: Date | null;
	readonly version: number;
	readonly definition: Method;
	readonly changedAt: Date;
}

/** How many versions of a method are kept: rooms have their own copy of what they ran. */
const KEPT_VERSIONS = 50;

/** The methods of a group, or one of them; the latest changed first. */
export async function ownMethods(db: Db | Trx, groupId: string, id?: string): Promise<OwnMethodRow[]> {
	const rows = await db
		.selectFrom('group_methods')
		.innerJoin('group_method_versions as version', 'version.method_id', 'group_methods.id')
		.where('group_id', '=', groupId)
		.$if(id !== undefined, (query) => query.where('group_methods.id', '=', id ?? ''))
		.where('version.number', '=', (e) =>
			e
				.selectFrom('group_method_versions as later')
				.whereRef('later.method_id', '=', 'group_methods.id')
				.select((of) => of.fn.max('later.number').as('number')),
		)
		.orderBy('version.changed_at', 'desc')
		.orderBy('group_methods.id')
		.select([
			'group_methods.id',
			'group_id as groupId',
			'based_on as basedOn',
			'retired_at as retiredAt',
			'version.number as version',
			'version.definition',
			'version.changed_at as changedAt',
		])
		.execute();
	return rows.map((row) => ({
		...row,
		basedOn: row.basedOn as MethodId,
		definition: row.definition as Method,
	}));
}

/** Holds a method of a group until the transaction ends. False: the group has no such method. */
export async function lockMethod(trx: Trx, groupId: string, id: string): Promise<boolean> {
	const row = await trx
		.selectFrom('group_methods')
		.where('group_id', '=', groupId)
		.where('id', '=', id)
		.select('id')
		.forNoKeyUpdate()
		.executeTakeFirst();
	return row !== undefined;
}

export async function countMethods(trx: Trx, groupId: string): Promise<number> {
	const { count } = await trx
		.selectFrom('group_methods')
		.where('group_id', '=', groupId)
		.select((e) => e.fn.countAll<string>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(count);
}

export async function insertMethod(
	trx: Trx,
	method: { readonly id: string; readonly groupId: string; readonly basedOn: MethodId },
): Promise<void> {
	await trx
		.insertInto('group_methods')
		.values({ id: method.id, group_id: method.groupId, based_on: method.basedOn, retired_at: null })
		.execute();
}

/** Writes a version, and lets go of those that are too old to be kept. */
export async function insertVersion(
	trx: Trx,
	version: {
		readonly id: string;
		readonly methodId: string;
		readonly number: number;
		readonly definition: Method;
		readonly by: string;
		readonly at: Date;
	},
): Promise<void> {
	await trx
		.insertInto('group_method_versions')
		.values({
			id: version.id,
			method_id: version.methodId,
			number: version.number,
			definition: JSON.stringify(version.definition),
			changed_by: version.by,
			changed_at: version.at,
		})
		.execute();
	await trx
		.deleteFrom('group_method_versions')
		.where('method_id', '=', version.methodId)
		.where('number', '<=', version.number - KEPT_VERSIONS)
		.execute();
}

/** The versions of a method that are kept, newest first, without what they say. */
export async function versionsOf(db: Db | Trx, methodId: string) {
	return db
		.selectFrom('group_method_versions')
		.leftJoin('accounts', 'accounts.id', 'changed_by')
		.where('method_id', '=', methodId)
		.orderBy('number', 'desc')
		.select(['number', 'accounts.name as changedBy', 'changed_at as changedAt'])
		.execute();
}

export async function definitionOf(db: Db, methodId: string, number: number): Promise<Method | undefined> {
	const row = await db
		.selectFrom('group_method_versions')
		.where('method_id', '=', methodId)
		.where('number', '=', number)
		.select('definition')
		.executeTakeFirst();
	return row?.definition as Method | undefined;
}

export async function setRetired(trx: Trx, id: string, at: Date | null): Promise<void> {
	await trx.updateTable('group_methods').set({ retired_at: at }).where('id', '=', id).execute();
}
