import { readCharter, readCharterVersion } from '@entrepairs/contract/charters';
import { readGroup } from '@entrepairs/contract/groups';
import { load as read } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params: { groupId, versionId } }) => {
	const [group, { inForce }, { version, before }] = await Promise.all([
		read(readGroup, { params: { groupId }, fetch, url }),
		read(readCharter, { params: { groupId }, fetch, url }),
		read(readCharterVersion, { params: { groupId, versionId }, fetch, url }),
	]);
	return { group, inForce, version, before, showsChanges: url.searchParams.has('changes') };
};
