import { redirect } from '@sveltejs/kit';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	if ((await parent()).me !== null) redirect(303, '/');
};
