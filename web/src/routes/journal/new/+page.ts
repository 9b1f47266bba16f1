import { readSession } from '@entrepairs/contract/sessions';
import { redirect } from '@sveltejs/kit';
import { load as read, signInAddress } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, parent }) => {
	if ((await parent()).me === null) redirect(303, signInAddress(url));
	const sessionId = url.searchParams.get('session');
	return {
		session: sessionId === null ? null : await read(readSession, { params: { sessionId }, fetch, url }),
	};
};
