import { listFeeds } from '@entrepairs/contract/calendar';
import { listMyGroups } from '@entrepairs/contract/groups';
import { readNotificationChoices } from '@entrepairs/contract/notifications';
import { redirect } from '@sveltejs/kit';
import { load as read, signInAddress } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, url }) => {
	const { me } = await parent();
	if (me === null) redirect(303, signInAddress(url));
	const [{ feeds }, { groups }, notifications] = await Promise.all([
		read(listFeeds, { fetch, url }),
		read(listMyGroups, { fetch, url }),
		read(readNotificationChoices, { fetch, url }),
	]);
	return { me, feeds, groups, notifications };
};
