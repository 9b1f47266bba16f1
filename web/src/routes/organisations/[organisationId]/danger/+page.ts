import { readGuide } from '@entrepairs/contract/dangers';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { organisationId } }) => ({
	organisationId,
	guide: await read(readGuide, { params: { organisationId }, fetch, url }),
});
