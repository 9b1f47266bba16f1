import type { DirectoryQuery } from '@entrepairs/contract/group-profile';
import { sql } from 'kysely';
import type { Db } from '../../platform/database.ts';
import { type GroupRow, groupRows, takenNow } from './store.ts';

/** As many as a page of the directory shows. */
export const GROUPS_A_PAGE = 24;

/** Name and purpose without accents or capitals, as the words of a search are compared. */
const searched = sql<string>`replace(lower(regexp_replace(
	normalize(groups.name || ' ' || groups.purpose, NFD), ${'[\u0300-\u036f]'}, '', 'g')), 'œ', 'oe')`;

/** The words of a search, as `searched` has them. */
export function searchWords(search: string): string[] {
	return search
		.normalize('NFD')
		.replaceAll(/[\u0300-\u036f]/g, '')
		.toLowerCase()
		.replaceAll('œ', 'oe')
		.split(/\s+/)
		.filter((word) => word !== '')
		.slice(0, 8);
}

/** A page of the groups that somebody is not in, and how many there are in all: one query. */
export async function directoryPage(
	db: Db,
	asked: DirectoryQuery & { readonly accountId: string; readonly pageNumber: number; readonly now: Date },
): Promise<{ groups: GroupRow[]; total: number }> {
	let query = groupRows(db, asked.now)
		.select(sql<number>`count(*) over ()::int`.as('total'))
		.where('groups.ended_at', 'is', null)
		.where((e) =>
			e.not(
				e.exists(
					e
						.selectFrom('group_members')
						.whereRef('group_members.group_id', '=', 'groups.id')
						.where('account_id', '=', asked.accountId)
						.where('ended_at', 'is', null)
						.select('id'),
				),
			),
		);
	for (const word of searchWords(asked.q ?? '')) {
		query = query.where(sql<boolean>`strpos(${searched}, ${word}) > 0`);
	}
	if (asked.language !== undefined) query = query.where('groups.language', '=', asked.language);
	if (asked.region !== undefined) query = query.where('groups.region', '=', asked.region);
	if (asked.rhythm !== undefined) query = query.where('groups.rhythm', '=', asked.rhythm);
	if (asked.field !== undefined) query = query.where(sql<boolean>`${asked.field} = any(groups.fields)`);
	if (asked.method !== undefined) query = query.where(sql<boolean>`${asked.method} = any(groups.methods)`);
	if (asked.places !== undefined) {
		query = query.where(sql<boolean>`groups.capacity > ${takenNow(asked.now)}`);
	}
	const rows = await query
		.limit(GROUPS_A_PAGE)
		.offset((asked.pageNumber - 1) * GROUPS_A_PAGE)
		.execute();
	return { groups: rows, total: rows[0]?.total ?? 0 };
}
