import { readMinutes } from '@entrepairs/contract/minutes';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { sessionId } }) => ({
	minutes: await read(readMinutes, { params: { sessionId }, fetch, url }),
});
