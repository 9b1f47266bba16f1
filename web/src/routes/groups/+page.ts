import { listDirectory, listMyGroups } from '@entrepairs/contract/groups';
import { listOwnRequests } from '@entrepairs/contract/memberships';
import { load as read } from '#lib/api/load.ts';
import { directoryQuery } from '#lib/features/groups/directory-query.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const query = directoryQuery(url.searchParams);
	const [{ groups }, directory, { requests }] = await Promise.all([
		read(listMyGroups, { fetch, url }),
		read(listDirectory, { fetch, url, query }),
		read(listOwnRequests, { fetch, url }),
	]);
	return { groups, directory, requests, query };
};
