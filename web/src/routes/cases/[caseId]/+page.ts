import { readCase } from '@entrepairs/contract/cases';
import { readGroup } from '@entrepairs/contract/groups';
import { readSession } from '@entrepairs/contract/sessions';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { caseId } }) => {
	const openCase = await read(readCase, { params: { caseId }, fetch, url });
	const [session, group] = await Promise.all([
		read(readSession, { params: { sessionId: openCase.sessionId }, fetch, url }),
		read(readGroup, { params: { groupId: openCase.group.id }, fetch, url }),
	]);
	return { openCase, session, group };
};
