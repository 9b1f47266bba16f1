import { redirect } from '@sveltejs/kit';
import { signInAddress } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
	const { me } = await parent();
	if (me === null) redirect(303, signInAddress(url));
	return { me };
};
