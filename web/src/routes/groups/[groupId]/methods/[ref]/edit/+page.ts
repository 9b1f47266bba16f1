import { readGroup } from '@entrepairs/contract/groups';
import { readMethod } from '@entrepairs/contract/methods';
import { error } from '@sveltejs/kit';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { groupId, ref } }) => {
	const [group, method] = await Promise.all([
		read(readGroup, { params: { groupId }, fetch, url }),
		read(readMethod, { params: { groupId, ref }, fetch, url }),
	]);
	if (!method.mayChange || !method.isOwn) error(403, 'not-allowed');
	return { group, method };
};
