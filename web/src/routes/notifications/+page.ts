import { listNotices } from '@entrepairs/contract/notifications';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const before = url.searchParams.get('before');
	const query = before === null ? {} : { before };
	return { ...(await read(listNotices, { query, fetch, url })), isOlder: before !== null };
};
