import { readEntry } from '@entrepairs/contract/journal';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { entryId } }) => ({
	entry: await read(readEntry, { params: { entryId }, fetch, url }),
});
