import { readNotificationChoices } from '@entrepairs/contract/notifications';
import { redirect } from '@sveltejs/kit';
import { load as read, signInAddress } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, url }) => {
	const { me } = await parent();
	if (me === null) redirect(303, signInAddress(url));
	return { me, notifications: await read(readNotificationChoices, { fetch, url }) };
};
