import { endOfDay } from '@entrepairs/domain/schedule/day-bounds';
import type { Db, Trx } from '../../platform/database.ts';
import { pausedMembers } from './store.ts';

/** A member who keeps their place and is not counted on until then. */
export interface Away {
	readonly groupId: string;
	readonly accountId: string;
	readonly until: Date;
}

/** Who of groups is away, by the groups' own calendars. When it began is not kept: what is past is written down. */
export async function awayFrom(db: Db | Trx, groupIds: readonly string[]): Promise<Away[]> {
	const rows = await pausedMembers(db, groupIds);
	return rows.map(({ groupId, accountId, pausedUntil, timeZone }) => ({
		groupId,
		accountId,
		until: endOfDay(pausedUntil, timeZone),
	}));
}

/** Whether a member is away at an instant. */
export function isAwayAt(
	away: readonly Away[],
	member: { readonly groupId: string; readonly accountId: string },
	at: Date,
): boolean {
	return away.some(
		({ groupId, accountId, until }) =>
			groupId === member.groupId && accountId === member.accountId && at < until,
	);
}
