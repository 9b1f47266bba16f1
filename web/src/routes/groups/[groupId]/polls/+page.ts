import { readGroup } from '@entrepairs/contract/groups';
import { listPolls } from '@entrepairs/contract/polls';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { groupId } }) => {
	const [group, { polls }] = await Promise.all([
		read(readGroup, { params: { groupId }, fetch, url }),
		read(listPolls, { params: { groupId }, fetch, url }),
	]);
	return { group, polls };
};
