import { readGroup } from '@entrepairs/contract/groups';
import { error } from '@sveltejs/kit';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { groupId } }) => {
	const group = await read(readGroup, { params: { groupId }, fetch, url });
	// Moderators see the group; its polls are its members'.
	if (group.role === null) error(404, 'not-found');
	return { group };
};
