import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';

/**
 * Founds an organisation with its first moderator, who must have an account. Returns its id, or
 * null when nobody has that e-mail. Only whoever runs the server may do this (see commands/).
 */
export async function foundOrganisation(
	deps: { readonly db: Db; readonly clock: Clock },
	founding: { readonly name: string; readonly moderatorEmail: string },
): Promise<string | null> {
	const now = deps.clock.now();
	return deps.db.transaction().execute(async (trx) => {
		const moderator = await trx
			.selectFrom('accounts')
			.where('email', '=', founding.moderatorEmail.toLowerCase())
			.select('id')
			.executeTakeFirst();
		if (moderator === undefined) return null;
		const id = newId();
		await trx.insertInto('organisations').values({ id, name: founding.name, created_at: now }).execute();
		await trx
			.insertInto('organisation_members')
			.values({ organisation_id: id, account_id: moderator.id, role: 'moderator', joined_at: now })
			.execute();
		return id;
	});
}
