import { listVersions, readCase } from '@entrepairs/contract/cases';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { caseId } }) => {
	const [openCase, { versions }] = await Promise.all([
		read(readCase, { params: { caseId }, fetch, url }),
		read(listVersions, { params: { caseId }, fetch, url }),
	]);
	return { openCase, versions };
};
