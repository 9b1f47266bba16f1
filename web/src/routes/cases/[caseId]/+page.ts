import { readCase } from '@entrepairs/contract/cases';
import { readSession } from '@entrepairs/contract/sessions';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { caseId } }) => {
	const openCase = await read(readCase, { params: { caseId }, fetch, url });
	const session = await read(readSession, { params: { sessionId: openCase.sessionId }, fetch, url });
	return { openCase, session };
};
