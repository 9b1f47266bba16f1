import { readNote } from '@entrepairs/contract/notes';
import { redirect } from '@sveltejs/kit';
import { load as read, signInAddress } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, parent }) => {
	if ((await parent()).me === null) redirect(303, signInAddress(url));
	const sessionId = url.searchParams.get('session');
	return {
		/** What I noted in that session; of whom left its group too. */
		note: sessionId === null ? null : await read(readNote, { params: { sessionId }, fetch, url }),
	};
};
