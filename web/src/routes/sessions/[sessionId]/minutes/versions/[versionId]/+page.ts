import { readAdoptedVersion, readMinutes } from '@entrepairs/contract/minutes';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { sessionId, versionId } }) => {
	const [minutes, version] = await Promise.all([
		read(readMinutes, { params: { sessionId }, fetch, url }),
		read(readAdoptedVersion, { params: { sessionId, versionId }, fetch, url }),
	]);
	return { minutes, version, changes: url.searchParams.has('changes') };
};
