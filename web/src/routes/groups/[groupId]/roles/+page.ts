import { readGroupRoles } from '@entrepairs/contract/attendance';
import { readGroup } from '@entrepairs/contract/groups';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { groupId } }) => {
	const [roles, group] = await Promise.all([
		read(readGroupRoles, { params: { groupId }, fetch, url }),
		read(readGroup, { params: { groupId }, fetch, url }),
	]);
	return { group, roles };
};
