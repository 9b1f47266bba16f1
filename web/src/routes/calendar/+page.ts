import { listCalendar } from '@entrepairs/contract/calendar';
import { load as read } from '#lib/api/load.ts';
import { signedIn } from '#lib/api/signed-in.ts';
import { addDays, dayOf } from '#lib/features/calendar/days.ts';
import { readView, spanOf } from '#lib/features/calendar/view.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, parent }) => {
	const me = signedIn((await parent()).me, url);
	const today = dayOf(new Date(), me.timeZone);
	const looked = readView(url.searchParams, today);
	const { first, last } = spanOf(looked);
	// A day more on either side, whatever the zone; what is not on view is left out where it is shown.
	const query = { from: `${addDays(first, -1)}T00:00:00Z`, to: `${addDays(last, 2)}T00:00:00Z` };
	const { sessions, groups } = await read(listCalendar, { query, fetch, url });
	return { me, today, looked, sessions, groups };
};
