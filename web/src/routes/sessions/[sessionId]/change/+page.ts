import { readSession, readSessionPlan } from '@entrepairs/contract/sessions';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { sessionId } }) => {
	const session = await read(readSession, { params: { sessionId }, fetch, url });
	const plan = await read(readSessionPlan, { params: { sessionId }, fetch, url });
	return { session, plan };
};
