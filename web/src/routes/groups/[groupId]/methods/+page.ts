import { readGroup } from '@entrepairs/contract/groups';
import { listMethods } from '@entrepairs/contract/methods';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { groupId } }) => {
	const [group, { methods, mayChange }] = await Promise.all([
		read(readGroup, { params: { groupId }, fetch, url }),
		read(listMethods, { params: { groupId }, fetch, url }),
	]);
	return { group, methods, mayChange };
};
