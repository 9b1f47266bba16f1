import { readGroup } from '@entrepairs/contract/groups';
import { error } from '@sveltejs/kit';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { groupId } }) => {
	const group = await read(readGroup, { params: { groupId }, fetch, url });
	if (group.role !== 'facilitator') error(403, 'not-allowed');
	return { group };
};
