import { readCharter } from '@entrepairs/contract/charters';
import { readGroup } from '@entrepairs/contract/groups';
import { error } from '@sveltejs/kit';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { groupId } }) => {
	const [group, charter] = await Promise.all([
		read(readGroup, { params: { groupId }, fetch, url }),
		read(readCharter, { params: { groupId }, fetch, url }),
	]);
	if (!charter.mayEdit) error(403, 'not-allowed');
	return { group, charter };
};
