import { listPitches } from '@entrepairs/contract/agenda';
import { readGroup } from '@entrepairs/contract/groups';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { groupId } }) => {
	const [queue, group] = await Promise.all([
		read(listPitches, { params: { groupId }, fetch, url }),
		read(readGroup, { params: { groupId }, fetch, url }),
	]);
	return { group, queue };
};
