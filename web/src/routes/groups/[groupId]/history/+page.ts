import { readGroup } from '@entrepairs/contract/groups';
import { readHistory } from '@entrepairs/contract/minutes';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { groupId } }) => {
	const before = url.searchParams.get('before');
	const [group, history] = await Promise.all([
		read(readGroup, { params: { groupId }, fetch, url }),
		read(readHistory, { params: { groupId }, query: before === null ? {} : { before }, fetch, url }),
	]);
	return { group, history };
};
