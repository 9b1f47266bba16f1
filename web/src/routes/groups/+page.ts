import { listDirectory, listMyGroups } from '@entrepairs/contract/groups';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const [{ groups }, { groups: directory }] = await Promise.all([
		read(listMyGroups, { fetch, url }),
		read(listDirectory, { fetch, url }),
	]);
	return { groups, directory };
};
