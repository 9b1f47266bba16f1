import { endOfDay } from '@entrepairs/domain/schedule/day-bounds';
import type { Db, Trx } from '../../platform/database.ts';
import { pausedMembers } from './store.ts';

/** A member who keeps their place and is not counted on for a while. */
export interface Away {
	readonly groupId: string;
	readonly memberId: string;
	readonly from: Date;
	readonly until: Date;
}

/** Who of groups is away, by the groups' own calendars. What is past was written down: it begins with time. */
export async function awayFrom(db: Db | Trx, groupIds: readonly string[]): Promise<Away[]> {
	const rows = await pausedMembers(db, groupIds);
	return rows.map(({ groupId, memberId, pausedUntil, timeZone }) => ({
		groupId,
		memberId,
		from: new Date(0),
		until: endOfDay(pausedUntil, timeZone),
	}));
}
