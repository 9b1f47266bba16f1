import { redirect } from '@sveltejs/kit';
import { localPath } from '#lib/features/accounts/local-path.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, parent }) => {
	const next = localPath(url.searchParams.get('next'));
	if ((await parent()).me !== null) redirect(303, next);
	return { next };
};
